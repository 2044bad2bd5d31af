/** The process that stays, with a job of the test's own: reloading, failing, leaving. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { OperationalError } from "../../../src/errors.ts";
import type { CommandOptions } from "../../../src/run/command.ts";
import type { RunRequest } from "../../../src/run/job.ts";
import { type ForegroundKind, runInForeground } from "../../../src/run/schedule/foreground.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const jobs = vi.hoisted(() => ({
  ran: [] as { reason: string; title: string }[],
  opened: 0,
  changed: undefined as RunRequest["changed"],
  run: (_: RunRequest): Promise<object> => Promise.resolve({}),
}));

vi.mock("../../../src/run/job.ts", () => ({
  openJob: (config: { site: { title: string } }) => {
    jobs.opened += 1;
    return {
      run: async (request: RunRequest) => {
        jobs.changed = request.changed;
        jobs.ran.push({ reason: request.reason, title: config.site.title });
        const times = { started: request.now.toISOString(), finished: request.now.toISOString() };
        return { ...times, reason: request.reason, ...(await jobs.run(request)) };
      },
      close: async () => {
        jobs.opened -= 1;
      },
    };
  },
}));

const OPTIONS: CommandOptions = {
  ...{ json: false, quiet: false, verbose: false, "accept-shrink": false },
  ...{ files: [], csv: false, missing: false },
};
const SITE = (title: string) => `site: { title: ${title}, url: https://x.example/ }\n`;
const YEARLY = 'schedule: "0 0 1 1 *"\n';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder({ "articles/": "" });
  jobs.ran.length = 0;
  jobs.opened = 0;
  jobs.run = async () => ({ result: "unchanged" });
});

function start(name: string, text: string, kind: Partial<ForegroundKind> = {}) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const leave = new AbortController();
  let told = "";
  const terminal = {
    out: () => undefined,
    err: (words: string) => {
      told += words;
    },
    hasColor: false,
  };
  const code = runInForeground({ ...OPTIONS, config: file }, terminal, {
    ...{ cron: true, watch: false, signal: leave.signal, ...kind },
  });
  code.catch(() => undefined);
  onTestFinished(async () => {
    leave.abort();
    await code.catch(() => undefined);
  });
  return { file, code, told: () => told, leave: () => leave.abort() };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const reasons = () => jobs.ran.map(({ reason }) => reason);

describe("starting", () => {
  it("shows the next runs of each expression, publishes at once, and leaves with 0", async () => {
    const { code, told, leave } = start("site.yaml", `${SITE("T")}${YEARLY}`);
    await until(() => expect(reasons()).toEqual(["start"]));
    expect(told()).toMatch(
      /0 0 1 1 \* \(UTC\), next at (?:\d{4}-01-01T00:00:00\+00:00(?:, |\n)){3}/,
    );
    leave();
    expect(await code).toBe(0);
    expect(jobs.opened).toBe(0);
  });

  it.each([
    ["no schedule at all", "", /has no schedule/],
    ["a wrong one", 'feeds: { all: { schedule: "0 24 * * *" } }\n', /site\.yaml:2: feeds\.all\./],
  ])("refuses %s", async (_, lines, words) => {
    const { code } = start("site.yaml", SITE("T") + lines);
    await expect(code).rejects.toThrow(OperationalError);
    await expect(code).rejects.toThrow(words);
    expect(jobs.ran).toEqual([]);
  });
});

describe("a configuration that is edited", () => {
  it.each([
    ["site.yaml", (title: string) => SITE(title) + YEARLY, "site: {"],
    [
      "site.mjs",
      (title: string) =>
        `export default { site: { title: "${title}", url: "https://x.example/" }, schedule: "@daily" };`,
      "export default {",
    ],
  ])("is read anew if it is right, and left alone if not: %s", async (name, textOf, broken) => {
    const { file, told } = start(name, textOf("one"));
    await until(() => expect(jobs.ran).toEqual([{ reason: "start", title: "one" }]));
    writeFileSync(file, broken);
    await until(() => expect(told()).toContain("the configuration before it stays in force"));
    expect(jobs.ran.length).toBe(1);
    writeFileSync(file, textOf("two"));
    await until(() => expect(jobs.ran.at(-1)).toEqual({ reason: "reload", title: "two" }));
    expect(jobs.opened).toBe(1);
    // Written again as it was: nobody need know.
    writeFileSync(file, textOf("two"));
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(jobs.ran.length).toBe(2);
  });

  it("does not cut the run in hand short", async () => {
    const ends: (() => void)[] = [];
    jobs.run = () => new Promise((resolve) => ends.push(() => resolve({ result: "published" })));
    const { file } = start("site.yaml", SITE("one") + YEARLY);
    await until(() => expect(ends.length).toBe(1));
    writeFileSync(file, SITE("two") + YEARLY);
    await until(() => expect(jobs.opened).toBe(2));
    ends[0]?.();
    await until(() => expect(jobs.ran.at(-1)).toEqual({ reason: "reload", title: "two" }));
    ends[1]?.();
    await until(() => expect(jobs.opened).toBe(1));
  });
});

describe("a run", () => {
  it("is made no more by the schedule of before", async () => {
    const { file } = start("site.yaml", `${SITE("one")}schedule: "* * * * * *"\n`);
    await until(() => expect(reasons()).toContain("slot"));
    writeFileSync(file, SITE("two") + YEARLY);
    await until(() => expect(reasons()).toContain("reload"));
    const count = jobs.ran.length;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(jobs.ran.length).toBe(count);
  });

  it("looks everywhere once an hour where it watches, whatever it is told", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    start("site.yaml", SITE("one"), { cron: false, watch: true });
    await until(() => expect(reasons()).toEqual(["start"]));
    vi.advanceTimersByTime(3_600_000);
    await until(() => expect(reasons()).toEqual(["start", "change"]));
    expect(jobs.changed).toBeUndefined();
  });

  it("is not made for ever where it finds due what it has just done", async () => {
    jobs.run = async ({ now }) => ({ result: "unchanged", next: now.toISOString() });
    start("site.yaml", SITE("one") + YEARLY);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(reasons()).toEqual(["start"]);
  });
});

describe("a run that fails", () => {
  it("is told, tried again, and told once when it has healed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const error = { code: "DISK_FULL", message: "The disk is full.", remedy: "Make room." };
    jobs.run = async () => ({ result: "failed", error });
    const { told } = start("site.yaml", SITE("one") + YEARLY);
    for (let step = 0; step < 80; step += 1) await vi.advanceTimersByTimeAsync(1_000);
    // After 0, 5, 15, 35 and 75 seconds.
    expect(reasons()).toEqual(["start", "retry", "retry", "retry", "retry"]);
    expect(told().match(/The disk is full\. Make room\./g)?.length).toBe(1);
    expect(told().match(/still failing: DISK_FULL/g)?.length).toBe(2);
    jobs.run = async () => ({ result: "published" });
    await vi.advanceTimersByTimeAsync(80_000);
    expect(told().match(/healed: DISK_FULL, 5 times since/g)?.length).toBe(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reasons().length).toBe(6);
  });

  it("by throwing, too", async () => {
    jobs.run = () => Promise.reject(new TypeError("x is not a function"));
    const { told, leave, code } = start("site.yaml", SITE("one") + YEARLY);
    await until(() => expect(told()).toContain("TypeError: x is not a function"));
    leave();
    expect(await code).toBe(0);
  });
});

describe("leaving", () => {
  it("waits for the run in hand, and no longer than it may", async () => {
    let end = () => {};
    jobs.run = () =>
      new Promise((resolve) => {
        end = () => resolve({ result: "published" });
      });
    const one = start("site.yaml", SITE("one") + YEARLY);
    await until(() => expect(reasons()).toEqual(["start"]));
    one.leave();
    setTimeout(() => end(), 50);
    expect(await one.code).toBe(0);

    const two = start("site.yaml", SITE("one") + YEARLY, { graceMs: 30 });
    await until(() => expect(reasons()).toEqual(["start", "start"]));
    two.leave();
    expect(await two.code).toBe(1);
    expect(two.told()).toContain("has not ended within 0.03 seconds");
  });
});
