/** What `status` tells of the runs of `build` and of a job that stays, and with which exit code. */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/config-file.ts";
import { runBuild } from "../../src/run/build.ts";
import type { CommandOptions } from "../../src/run/command.ts";
import { openJob } from "../../src/run/job.ts";
import type { RunLog } from "../../src/run/runs/run-log.ts";
import { noteRun } from "../../src/run/runs/run-store.ts";
import { runStatus } from "../../src/run/status.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { failedRun, goodRun } from "./runs/records.ts";

const CONFIG = `site: { title: Harbour News, url: https://harbour.example/ }\n`;
const record = (fields: string) => `---\ntitle: The ferry\n${fields}\n---\nIt left at noon.\n`;

let folder: string;
let file: string;
let said = "";
let warned = "";

const terminal = {
  out: (text: string) => {
    said += text;
  },
  err: (text: string) => {
    warned += text;
  },
  hasColor: false,
};

beforeEach(() => {
  folder = temporaryFolder({
    "feedwright.config.yaml": CONFIG,
    "articles/ferry.md": record("date: 2024-05-31"),
    "articles/later.md": record("date: 2099-05-31"),
    "articles/draft.md": record("date: 2024-05-31\ndraft: true"),
  });
  file = path.join(folder, "feedwright.config.yaml");
  [said, warned] = ["", ""];
});

function optionsOf(more: Partial<CommandOptions> = {}): CommandOptions {
  return {
    ...{ config: file, json: false, quiet: false, verbose: false, "accept-shrink": false },
    ...{ files: [], csv: false, missing: false },
    ...more,
  };
}

const MUTE: RunLog = { info: () => {}, warn: () => {}, error: () => {} };

async function status(more: Partial<CommandOptions> = {}) {
  said = "";
  const code = await runStatus(optionsOf(more), terminal);
  return { code, said };
}

function configure(lines: string): void {
  writeFileSync(file, `${CONFIG}${lines}\n`);
}

describe("status", () => {
  it("says that nothing has run", async () => {
    expect(await status()).toEqual({
      code: 1,
      said: "never: nothing has been published here yet\n\n",
    });
    const { code, said: json } = await status({ json: true });
    expect(code).toBe(1);
    expect(JSON.parse(json)).toMatchObject({ state: "never", last: null, staleMs: null });
  });

  it("tells of a build, for people", async () => {
    writeFileSync(path.join(folder, "articles/bad.md"), record("date: never \u202ered"));
    expect(await runBuild(optionsOf(), terminal)).toBe(1);
    const { code, said: text } = await status();
    expect(code).toBe(0);
    expect(text.replace(/\d{4}-11-\d\d \d\d:\d\d:\d\d UTC|\d+(\.\d+)? m?s/g, "#")).toMatch(
      /^ok: the last run was # ago\n\nlast run {5}.* published: 3 files in 1 feed; items: 1 new; set aside: 1 \(command, #\)\n/,
    );
    expect(text).toContain("next embargo 2099-05-31 00:00:00 UTC\n");
    expect(text).toContain("articles     1 in 1 feed\nheld back    ");
    expect(text).toMatch(/set aside \(1\):\n.*bad\.md:\d: date: .* — .*\n$/);
    expect(text).not.toMatch(/[\u009b\u202e]/);
    expect(await status({ quiet: true })).toEqual({ code: 0, said: "" });
  });

  it("tells of a failed build, and of the good one before it", async () => {
    await runBuild(optionsOf({ quiet: true }), terminal);
    rmSync(path.join(folder, "articles"), { recursive: true });
    await expect(runBuild(optionsOf(), terminal)).rejects.toMatchObject({
      code: "ARTICLES_UNREADABLE",
    });
    const { code, said: text } = await status();
    expect(code).toBe(1);
    expect(text).toMatch(/^failed: the last run, .* ago\n\n/);
    expect(text).toMatch(/\nlast run .* failed: The articles folder .* cannot be read/);
    expect(text).toMatch(/\nlast good .* ago\n/);
    const { said: json } = await status({ json: true });
    expect(JSON.parse(json)).toMatchObject({
      state: "failed",
      last: { result: "failed", reason: "command", error: { code: "ARTICLES_UNREADABLE" } },
      lastGood: { result: "published", articles: 1, held: { counts: { draft: 1, embargoed: 1 } } },
      failing: { count: 1 },
      nextEmbargo: "2099-05-31T00:00:00.000Z",
    });
  });

  it("says when a run is overdue, by the schedule or by --max-age", async () => {
    const config = await readConfig(file, folder);
    noteRun(config, goodRun(new Date(Date.now() - 7_200_000).toISOString()));
    expect((await status()).code).toBe(0);
    expect((await status({ "max-age": "3h" })).code).toBe(0);
    const old = await status({ "max-age": "90m" });
    expect(old.code).toBe(1);
    expect(old.said).toMatch(/^overdue: a run was due at .* UTC; the last was 2 h ago\n/);
    configure('schedule: "*/10 * * * *"');
    const { code, said: text } = await status();
    expect(code).toBe(1);
    expect(text).toMatch(/^overdue: .*\n[\s\S]*\nnext runs .*\*\/10 \* \* \* \* UTC\)\n/);
    expect(text).toContain("\nwaiting      no process: feedwright schedule is not up\n");
    expect(JSON.parse((await status({ json: true })).said)).toMatchObject({
      ...{ state: "overdue", overdue: { by: "schedule", since: expect.stringMatching(/Z$/) } },
      schedule: [
        { cron: "*/10 * * * *", next: [expect.anything(), expect.anything(), expect.anything()] },
      ],
    });
  });

  it("takes a run of one feed's slot for no run of the site's", async () => {
    configure('schedule: "*/10 * * * *"\nfeeds: { all: {}, own: { schedule: "0 0 1 1 *" } }');
    const job = openJob(await readConfig(file, folder), {
      options: optionsOf(),
      terminal,
      log: MUTE,
    });
    const now = () => new Date();
    await job.run({ reason: "start", now: new Date(Date.now() - 7_200_000) });
    await job.run({ reason: "slot", now: now(), feeds: new Set(["own"]) });
    expect((await status()).said).toMatch(/^overdue: /);
    await job.run({ reason: "slot", now: now(), feeds: new Set(["all"]) });
    expect((await status()).said).toMatch(/^ok: /);
    await job.close();
  });

  it("counts how often it has failed", async () => {
    const config = await readConfig(file, folder);
    for (const minute of [1, 2, 3]) noteRun(config, failedRun(`2026-03-01T10:0${minute}:00.000Z`));
    expect((await status()).said).toMatch(
      /^failed: .*; 3 runs in a row since 2026-03-01 10:01:00 UTC\n/,
    );
  });

  it.each(["2", "h", "-1h", "0h", "2 weeks"])("refuses --max-age %s", async (age) => {
    await expect(status({ "max-age": age })).rejects.toMatchObject({ code: "USAGE" });
  });

  it("cannot tell without a configuration", async () => {
    configure("limt: 3");
    await expect(status()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    configure('schedule: "61 * * * *"');
    await expect(status()).rejects.toThrow(/yaml:2: schedule: .* 61 cannot stand for minutes/);
  });
});

describe("a job that stays", () => {
  const lines: { level: string; event: string; message: string | undefined }[] = [];
  const at =
    (level: string): RunLog["info"] =>
    (event, { message } = {}) =>
      lines.push({ level, event, message });
  const log: RunLog = { info: at("info"), warn: at("warn"), error: at("error") };
  const options = (more: Partial<CommandOptions> = {}) => ({
    options: optionsOf(more),
    ...{ terminal, log },
  });
  const now = () => ({ now: new Date() });

  beforeEach(() => {
    lines.length = 0;
  });

  it("records each run, and tells what is wrong only once", async () => {
    writeFileSync(path.join(folder, "articles/bad.md"), record("date: never"));
    const job = openJob(await readConfig(file, folder), options());
    const first = await job.run({ reason: "start", ...now() });
    expect(first).toMatchObject({ result: "partial", reason: "start", setAside: { count: 1 } });
    expect(lines.filter(({ event }) => event === "set aside")).toHaveLength(1);
    expect(said).toMatch(/^feed {2}items[\s\S]*set aside: 1\n$/);
    said = "";
    expect((await status()).said).toMatch(/\nwaiting {6}process \d+ on /);
    said = "";
    await job.run({ reason: "slot", ...now() });
    rmSync(path.join(folder, "articles/bad.md"));
    expect(await job.run({ reason: "change", ...now() })).toMatchObject({ result: "unchanged" });
    expect(lines.filter(({ event }) => event === "set aside")).toHaveLength(1);
    expect(lines.filter(({ event }) => event === "run").map(({ message }) => message)).toEqual([
      expect.stringMatching(/^published: 3 files in 1 feed; items: 1 new; set aside: 1 \(start, /),
      expect.stringMatching(/^nothing changed; set aside: 1 \(slot, /),
      expect.stringMatching(/^nothing changed \(change, /),
    ]);
    expect(said).toBe("");
    await job.close();
    expect((await status()).said).not.toContain("waiting");
  });

  it("survives a run that fails, and gives each run a line with --json", async () => {
    const job = openJob(await readConfig(file, folder), options({ json: true }));
    await job.run({ reason: "start", ...now() });
    rmSync(path.join(folder, "articles"), { recursive: true });
    const failed = await job.run({ reason: "slot", ...now() });
    expect(failed).toMatchObject({ result: "failed", error: { code: "ARTICLES_UNREADABLE" } });
    await job.close();
    const [good, bad, ...rest] = said
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(good).toMatchObject({ articles: 1 });
    expect(bad).toMatchObject({ error: { code: "ARTICLES_UNREADABLE" } });
    expect(rest).toEqual([]);
  });

  it("tells the hooks of what changed, and of nothing else", async () => {
    configure('onPublished: "cat >> told.txt; exit 4"');
    const job = openJob(await readConfig(file, folder), options({ quiet: true }));
    await job.run({ reason: "start", ...now() });
    await job.run({ reason: "slot", ...now() });
    await job.close();
    expect(lines.filter(({ event }) => event === "hook failed")).toHaveLength(1);
    expect(said).toBe("");
    expect((await status()).said).toContain("\nhook failed  cat … leaves with 4 (run of ");
    const { said: json } = await status({ json: true });
    expect(JSON.parse(json)).toMatchObject({
      last: { result: "unchanged" },
      hooks: { outcomes: [{ hook: "cat …", ok: false, attempts: 1 }] },
    });
  });
});

it("build waits for its hooks, warns of those that fail, and goes by what it published", async () => {
  configure('onPublished: "exit 4"');
  expect(await runBuild(optionsOf({ quiet: true }), terminal)).toBe(0);
  expect(warned).toBe("onPublished: exit … leaves with 4; what was published is published\n");
  expect((await status()).said).toContain("\nhook failed  exit … leaves with 4 (run of ");
  expect(await runBuild(optionsOf({ quiet: true }), terminal)).toBe(0);
  expect(warned.split("\n")).toHaveLength(2);
});
