import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { OperationalError } from "../../../src/errors.ts";
import { recordOfFailure, recordOfReport } from "../../../src/run/runs/run-record.ts";
import { noteRun } from "../../../src/run/runs/run-store.ts";
import { rssOf } from "./documents.ts";
import { served } from "./served.ts";

const FACTS = {
  started: new Date("2026-05-31T10:00:00Z"),
  ...{ durationMs: 1_500, reason: "command" as const, host: "x", pid: 1 },
};

function cacheOf(folder: string) {
  return { cache: path.join(folder, "../.feedwright") };
}

describe("/healthz and /readyz", () => {
  it("tell whether the process lives, and whether readers get anything", async () => {
    const { ask, folder } = await served({ "all.rss": rssOf(["a"]), healthz: "a file" });
    expect((await ask("/healthz")).text).toBe("ok\n");
    expect((await ask("/readyz")).text).toBe('{"ready":true,"faults":[]}\n');
    const failure = new OperationalError("X", "x", "x");
    noteRun(cacheOf(folder), recordOfFailure(failure, FACTS));
    const failed = await ask("/readyz");
    expect([failed.status, failed.text]).toEqual([503, expect.stringContaining("the last run")]);
    rmSync(path.join(folder, "../.feedwright"), { recursive: true });
    renameSync(folder, `${folder}-away`);
    expect((await ask("/readyz")).text).toContain("the output folder cannot be read");
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/all.rss")).headers["cache-control"]).toBeDefined();
    renameSync(`${folder}-away`, folder);
    expect((await ask("/readyz")).headers["cache-control"]).toBe("no-store");
  });
});

const SAMPLE = /^([a-z_:][\w:]*)(\{[a-z_]\w*="[^"\\\n]*"(?:,[a-z_]\w*="[^"\\\n]*")*\})? (\S+)$/i;

/** The text format of Prometheus, version 0.0.4: each family told of once, before its samples. */
function expectFormat(text: string): void {
  expect(text.endsWith("\n")).toBe(true);
  const types = new Map<string, string>();
  const series = new Map<string, number>();
  for (const line of text.split("\n").filter((one) => one !== "" && !one.startsWith("# HELP "))) {
    const [, family = "", type = ""] = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (family !== "") {
      expect(types.has(family), line).toBe(false);
      types.set(family, type);
      continue;
    }
    const [, name = "", labels = "", value] = SAMPLE.exec(line) ?? [];
    const own = types.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, "");
    expect(types.get(own), line).toBeDefined();
    if (types.get(own) === "counter") expect(name, line).toMatch(/_total$/);
    expect(series.has(name + labels), line).toBe(false);
    expect(Number(value), line).not.toBeNaN();
    series.set(name + labels, Number(value));
  }
  const buckets = [...series].filter(([name]) => name.includes("_bucket{")).map(([, one]) => one);
  expect(buckets).toEqual(buckets.toSorted((one, other) => one - other));
  expect(buckets.at(-1)).toBe(series.get("feedwright_http_request_duration_seconds_count"));
}

describe("/metrics", () => {
  it("counts answers, bytes and time, and knows the last runs", async () => {
    const { ask, folder } = await served({ "all.rss": rssOf(["a"]) });
    const { bytes } = await ask("/all.rss");
    await ask("/all.rss", { "If-None-Match": "*" });
    await ask("/none");
    const before = (await ask("/metrics")).text;
    expect(before).toContain('feedwright_http_requests_total{status="2xx"} 1');
    expect(before).toContain('feedwright_http_requests_total{status="3xx"} 1');
    expect(before).toContain('feedwright_http_requests_total{status="4xx"} 1');
    expect(before).toMatch(/feedwright_http_request_duration_seconds_count 3/);
    const sent = Number(/sent_bytes_total (\d+)/.exec(before)?.[1]);
    expect(sent).toBeGreaterThan(bytes.length);
    expect(before).not.toMatch(/^feedwright_articles /m);
    const report = {
      ...{ articles: 7, feeds: [], held: [], setAside: [], failed: [], removed: [], emptied: [] },
      ...{ warnings: [], changes: { new: [], updated: [], withdrawn: [] } },
    };
    noteRun(cacheOf(folder), recordOfReport(report as never, FACTS));
    const { text, headers } = await ask("/metrics");
    expectFormat(text);
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain("feedwright_articles 7");
    expect(text).toContain("feedwright_last_run_success 1");
    expect(text).toContain("feedwright_last_run_duration_seconds 1.5");
    expect(text).toContain(
      `feedwright_last_run_timestamp_seconds ${FACTS.started.getTime() / 1_000 + 1.5}`,
    );
  });
});
