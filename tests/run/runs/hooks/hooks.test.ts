/** Hooks are told by real requests and real processes, in bounded time, and cost no run anything. */
import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { checkConfig } from "../../../../src/config/config.ts";
import { openHookTeller } from "../../../../src/run/runs/hooks/hook-teller.ts";
import type { RunLog } from "../../../../src/run/runs/run-log.ts";
import { recordOfReport } from "../../../../src/run/runs/run-record.ts";
import { noteRun, readRuns } from "../../../../src/run/runs/run-store.ts";
import { temporaryFolder } from "../../../temporary-folder.ts";
import { factsAt, reportOf } from "../records.ts";

const SITE = { title: "Harbour News", url: "https://harbour.example/" };
const ITEM = {
  guid: "tag:1",
  title: "The ferry is back",
  url: "https://harbour.example/1",
  feeds: ["all"],
};
const REPORT = reportOf({
  articles: 1,
  feeds: [
    {
      ...{ path: "tag/über", name: "tags", title: "Über", items: 3 },
      files: [
        { path: "tag/über.rss", outcome: "written" },
        { path: "tag/über.atom", outcome: "unchanged" },
      ],
    },
    {
      path: "all",
      name: "all",
      title: "All",
      items: 9,
      files: [{ path: "all.rss", outcome: "unchanged" }],
    },
  ],
  removed: ["tag/old.rss"],
  changes: { new: [ITEM], updated: [], withdrawn: [{ guid: "tag:2", feeds: ["all"] }] },
});
const RECORD = recordOfReport(REPORT, factsAt("2026-03-01T10:00:00.000Z"));

interface Heard {
  readonly request: IncomingMessage;
  readonly body: string;
}

type Answer = (response: ServerResponse, heard: readonly Heard[]) => void;

/** What it was sent, and its address. */
async function listen(answer: Answer): Promise<{ heard: Heard[]; url: string }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    heard.push({ request, body });
    answer(response, heard);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

function teller(onPublished: unknown, patience = { firstWaitMs: 5, closeMs: 50 }) {
  const folder = temporaryFolder();
  const config = checkConfig({ site: SITE, onPublished }, path.join(folder, "x.yaml"));
  const warnings: string[] = [];
  const warn: RunLog["warn"] = (_, fields) => warnings.push(fields?.message ?? "");
  const log = { info: () => undefined, warn, error: warn };
  noteRun(config, RECORD);
  return { ...openHookTeller(config, log, patience), folder, config, warnings };
}

async function toldOnce(onPublished: unknown) {
  const hooks = teller(onPublished);
  hooks.tell(REPORT, RECORD);
  await hooks.settle();
  return hooks;
}

const answerWith =
  (status: number, headers = {}): Answer =>
  (response) => {
    response.writeHead(status, headers).end("nobody reads this");
  };

afterEach(() => {
  delete process.env["HOOK_SECRET"];
});

describe("an address", () => {
  it("is told what changed, once", async () => {
    const { heard, url } = await listen(answerWith(204));
    const { warnings, config } = await toldOnce(url);
    expect(warnings).toEqual([]);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.request.method).toBe("POST");
    expect(heard[0]?.request.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": "2026-03-01T10:00:00.000Z",
      "user-agent": expect.stringMatching(/^feedwright\/\d/),
    });
    expect(heard[0]?.request.headers).not.toHaveProperty("x-hub-signature-256");
    expect(JSON.parse(heard[0]?.body ?? "")).toEqual({
      site: SITE,
      feedsUrl: "https://harbour.example/feeds/",
      started: "2026-03-01T10:00:00.000Z",
      finished: "2026-03-01T10:00:00.300Z",
      text: "Harbour News: published: 1 file in 1 feed; removed: 1 old file; items: 1 new, 1 withdrawn",
      feeds: [
        {
          ...{ path: "tag/über", title: "Über", items: 3 },
          urls: ["https://harbour.example/feeds/tag/%C3%BCber.rss"],
        },
      ],
      items: { new: [ITEM], updated: [], withdrawn: [{ guid: "tag:2", feeds: ["all"] }] },
      removed: ["https://harbour.example/feeds/tag/old.rss"],
      emptied: [],
      counts: { feeds: 1, files: 1, new: 1, updated: 0, withdrawn: 1, removed: 1, emptied: 0 },
    });
    expect(readRuns(config).hooks?.outcomes).toMatchObject([{ ok: true, attempts: 1 }]);
  });

  it.each([
    ["itself", "s3cret"],
    ["by its variable", { env: "HOOK_SECRET" }],
  ])("can check a signature with the secret, given %s", async (_, secret) => {
    process.env["HOOK_SECRET"] = "s3cret";
    const { heard, url } = await listen(answerWith(200));
    await toldOnce({ url, secret });
    const expected = createHmac("sha256", "s3cret")
      .update(heard[0]?.body ?? "")
      .digest("hex");
    expect(heard[0]?.request.headers["x-hub-signature-256"]).toBe(`sha256=${expected}`);
  });

  it("is told nothing unsigned where the secret is missing", async () => {
    const { heard, url } = await listen(answerWith(200));
    const { warnings } = await toldOnce({ url, secret: { env: "HOOK_SECRET" } });
    expect(heard).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining("HOOK_SECRET is not set")]);
  });

  it.each<[string, readonly number[], number, RegExp | undefined]>([
    ["is busy, and then is not", [503, 429, 200], 3, undefined],
    ["stays busy", [500], 3, /answers 500/],
    ["refuses", [404], 1, /answers 404/],
    ["has taken it, and shows it elsewhere", [303], 1, undefined],
  ])("that %s", async (_, statuses, requests, words) => {
    const { heard, url } = await listen((response, all) => {
      response.writeHead(statuses[all.length - 1] ?? statuses.at(-1) ?? 500).end();
    });
    const { warnings, config } = await toldOnce({ url: `${url}?token=hush`, retries: 2 });
    expect(heard).toHaveLength(requests);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
    if (words === undefined) expect(warnings).toEqual([]);
    else expect(warnings).toEqual([expect.stringMatching(words)]);
    expect(readRuns(config).hooks?.outcomes?.[0]).toMatchObject({ ok: !words, attempts: requests });
    expect(warnings.join()).not.toContain("hush");
  });

  it("waits as long as it is told to, and not longer than it may", async () => {
    const { heard, url } = await listen((response, all) => {
      answerWith(all.length === 1 ? 503 : 200, { "retry-after": "1" })(response, all);
    });
    const startedMs = performance.now();
    const { warnings } = await toldOnce([{ url }, { url: `${url}2`, timeout: 1 }]);
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(performance.now() - startedMs).toBeGreaterThan(950);
    expect(warnings.length).toBeLessThanOrEqual(1);
  });

  it("that never answers is given up", async () => {
    const { url } = await listen(() => undefined);
    const { warnings } = await toldOnce({ url, timeout: 1 });
    expect(warnings).toEqual([expect.stringMatching(/was not told within 1 s/)]);
  });

  it("is followed on its own host only", async () => {
    const other = await listen(answerWith(200));
    const away = await listen(answerWith(307, { location: other.url }));
    const { warnings } = await toldOnce(away.url);
    expect([away.heard.length, other.heard.length]).toEqual([1, 0]);
    expect(warnings).toEqual([expect.stringMatching(/moved to another host/)]);

    const here = await listen((response, all) => {
      answerWith(all.length === 1 ? 308 : 200, { location: "/there" })(response, all);
    });
    expect((await toldOnce(here.url)).warnings).toEqual([]);
    expect(here.heard.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
      "POST /hook",
      "POST /there",
    ]);
    const round = await listen(answerWith(302, { location: "/hook" }));
    expect((await toldOnce(round.url)).warnings).toEqual([
      expect.stringMatching(/again and again/),
    ]);
    expect(round.heard).toHaveLength(4);
  });

  it("that nobody listens at is tried again", async () => {
    const { url } = await listen(answerWith(200));
    const dead = new URL(url);
    dead.port = "1";
    const { config } = await toldOnce({ url: dead.href, retries: 1 });
    const [outcome] = readRuns(config).hooks?.outcomes ?? [];
    expect(outcome).toMatchObject({ ok: false, hook: "http://127.0.0.1:1/…" });
  });
});

describe("a command", () => {
  it("is given the JSON on stdin, and the gist in its environment, in the project's folder", async () => {
    const { folder, warnings } = await toldOnce(
      'cat > told.json; echo "$FEEDWRIGHT_SITE $FEEDWRIGHT_NEW $FEEDWRIGHT_STARTED" > gist',
    );
    expect(warnings).toEqual([]);
    const told = JSON.parse(readFileSync(path.join(folder, "told.json"), "utf8"));
    expect(told).toMatchObject({ site: SITE, counts: { new: 1, withdrawn: 1 } });
    const gist = readFileSync(path.join(folder, "gist"), "utf8");
    expect(gist).toBe("Harbour News 1 2026-03-01T10:00:00.000Z\n");
  });

  it("written as a list sees no shell", async () => {
    const { folder, warnings } = await toldOnce({ command: ["touch", "a b; touch c $HOME"] });
    expect(warnings).toEqual([]);
    expect(existsSync(path.join(folder, "a b; touch c $HOME"))).toBe(true);
  });

  it.each<[string, unknown, string, number]>([
    ["fails", "echo no >&2; echo key refused >&2; exit 3", "leaves with 3: key refused", 1],
    ["is killed", "kill -9 $$", "was ended by SIGKILL", 1],
    ["is not there", { command: ["no-such-program", "x"] }, "cannot be started (ENOENT)", 1],
    ["asks to be tried again", { command: "exit 75", retries: 2 }, "leaves with 75", 3],
  ])("that %s is a warning", async (_, hook, words, attempts) => {
    const { warnings, config } = await toldOnce(hook);
    expect(warnings).toEqual([expect.stringContaining(words)]);
    expect(readRuns(config).hooks?.outcomes).toMatchObject([{ ok: false, attempts }]);
  });

  it("may leave its stdin unread, and something in the background", async () => {
    const startedMs = performance.now();
    expect((await toldOnce("exec 0<&-; sleep 5 & exit 0")).warnings).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it.each([
    ["that hangs", "(sleep 30; touch late) & echo $! > child; wait"],
    ["whose child will not end", "(trap '' TERM; sleep 30; touch late) & echo $! > child; wait"],
  ])("%s is ended, with all that it has started", async (_, line) => {
    const { folder, warnings } = await toldOnce({ command: line, timeout: 1 });
    expect(warnings).toEqual([expect.stringContaining("was not told within 1 s")]);
    const child = Number(readFileSync(path.join(folder, "child"), "utf8"));
    await vi.waitFor(() => expect(isRunning(child)).toBe(false));
  });
});

function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}

describe("hooks", () => {
  it("are told side by side, and each of one run after the other", async () => {
    const { heard, url } = await listen((response, all) => {
      setTimeout(() => response.end(), all.length === 1 ? 60 : 0);
    });
    const hooks = teller([url, "cat >> told.txt"]);
    for (const minute of [0, 1, 2]) {
      const record = { ...RECORD, started: `2026-03-01T10:0${minute}:00.000Z` };
      hooks.tell(REPORT, record);
    }
    await hooks.settle();
    const keys = heard.map(({ request }) => request.headers["idempotency-key"]);
    expect(keys).toEqual([0, 1, 2].map((minute) => `2026-03-01T10:0${minute}:00.000Z`));
    const lines = readFileSync(path.join(hooks.folder, "told.txt"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).started)).toEqual(keys);
  });

  it("that are slower than the runs do not pile up", async () => {
    const { url } = await listen(() => undefined);
    const hooks = teller({ url, timeout: 600 });
    for (let run = 0; run < 25; run += 1) hooks.tell(REPORT, RECORD);
    await delay(20);
    expect(hooks.warnings).toHaveLength(5);
    expect(hooks.warnings[0]).toMatch(/too slow/);
    await hooks.close();
  });

  it("hold nobody up who leaves", async () => {
    const { url } = await listen(() => undefined);
    const hooks = teller([
      { url, timeout: 600 },
      { command: "sleep 30", timeout: 600 },
    ]);
    hooks.tell(REPORT, RECORD);
    const startedMs = performance.now();
    await hooks.close();
    expect(performance.now() - startedMs).toBeLessThan(1_500);
    expect(hooks.warnings).toHaveLength(2);
    expect(hooks.warnings[0]).toMatch(/as feedwright left/);
  });

  it("never show what they are called with", async () => {
    const command = "TOKEN=hush false -H 'Authorization: hush'";
    const { warnings, config } = await toldOnce([command, { command: ["false", "hush"] }]);
    expect(warnings).toHaveLength(2);
    expect(`${warnings.join()} ${JSON.stringify(readRuns(config))}`).not.toContain("hush");
    expect(readRuns(config).hooks?.outcomes?.map(({ hook }) => hook)).toEqual([
      "false …",
      "false …",
    ]);
  });
});
