/** A fake clock: slots, due times, retries, clocks that are set, machines that sleep, many processes. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunResult, Wanted } from "../../../src/run/schedule/run-queue.ts";
import type { Slots } from "../../../src/run/schedule/slots.ts";
import { openTimetable, type Timetable } from "../../../src/run/schedule/timetable.ts";
import { type Board, claimsOn } from "./memory-claims.ts";

const opened: Timetable[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-06-01T10:00:30Z") });
});

afterEach(() => {
  for (const timetable of opened.splice(0)) timetable.close();
  vi.useRealTimers();
});

interface Given {
  readonly cron?: readonly string[];
  readonly timeZone?: string;
  readonly jitterMs?: number;
  readonly name?: string;
  readonly board?: Board;
  readonly isUnshared?: boolean;
  /** How long a run takes. */
  readonly runMs?: number;
  readonly result?: () => Partial<RunResult>;
  readonly isHeldBack?: () => boolean;
}

function open(given: Given = {}): { timetable: Timetable; ran: string[]; wanted: Wanted[] } {
  const [ran, wanted]: [string[], Wanted[]] = [[], []];
  const slots: Slots = {
    ...{ name: given.name ?? "", feeds: undefined, jitterMs: given.jitterMs ?? 0 },
    ...{ expressions: given.cron ?? [], timeZone: given.timeZone ?? "UTC" },
  };
  const claims = claimsOn(given.board ?? new Map(), given.name ?? "one");
  const record = (reason: string) => ran.push(`${new Date().toISOString()} ${reason}`);
  const timetable = openTimetable({
    slots: given.cron === undefined ? [] : [slots],
    claims: given.isUnshared === true ? { ...claims, claim: async () => true } : claims,
    publish: async (one) => {
      record(one.reason);
      wanted.push(one);
      const started = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, given.runMs ?? 20));
      const finished = new Date().toISOString();
      const { reason } = one;
      return { started, finished, reason, result: "unchanged", ...given.result?.() };
    },
    retry: () => record("retry"),
    isHeldBack: given.isHeldBack ?? (() => false),
    warn: (message) => ran.push(message),
  });
  opened.push(timetable);
  return { timetable, ran, wanted };
}

const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000);

describe("slots", () => {
  it("are run at their second, each once, whatever expressions name them", async () => {
    const { ran } = open({ cron: ["*/10 * * * *", "0 * * * *", "15 11 10 * * *"] });
    await pass(62);
    expect(ran).toEqual([
      ...["2026-06-01T10:10:00.000Z slot", "2026-06-01T10:11:15.000Z slot"],
      ...["2026-06-01T10:20:00.000Z slot", "2026-06-01T10:30:00.000Z slot"],
      ...["2026-06-01T10:40:00.000Z slot", "2026-06-01T10:50:00.000Z slot"],
      ...["2026-06-01T11:00:00.000Z slot"],
    ]);
  });

  it("are run once by a process that can claim nothing, too", async () => {
    const { ran } = open({ cron: ["*/10 * * * *", "0 * * * *"], isUnshared: true });
    await pass(60);
    expect(ran.length).toBe(6);
  });

  it("are left out while the one before them has not ended", async () => {
    const { ran } = open({ cron: ["*/10 * * * * *"], runMs: 25_000 });
    await vi.advanceTimersByTimeAsync(70_000);
    expect(ran).toEqual([
      ...["2026-06-01T10:00:40.000Z slot", "2026-06-01T10:01:10.000Z slot"],
      ...["2026-06-01T10:01:40.000Z slot"],
    ]);
  });

  it("are run up to so many seconds later with jitter, and once all the same", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const { ran } = open({ cron: ["*/10 * * * *"], jitterMs: 60_000 });
    await pass(20.1);
    expect(ran).toEqual(["2026-06-01T10:10:30.000Z slot", "2026-06-01T10:20:30.000Z slot"]);
    vi.restoreAllMocks();
  });

  it("go by while a failure would only come again", async () => {
    let isHeldBack = true;
    const { ran } = open({ cron: ["*/10 * * * *"], isHeldBack: () => isHeldBack });
    await pass(25);
    isHeldBack = false;
    await pass(10);
    expect(ran).toEqual(["2026-06-01T10:30:00.000Z slot"]);
  });

  it("come no more once the timetable is closed", async () => {
    const { ran, timetable } = open({ cron: ["* * * * *"] });
    await pass(1);
    timetable.close();
    await pass(10);
    expect(ran.length).toBe(1);
  });
});

describe("where clocks are set twice a year", () => {
  it.each([
    ["2026-03-28T12:00Z", ["2026-03-29T01:00:01", "2026-03-30T00:30:00"]],
    ["2026-10-24T12:00Z", ["2026-10-25T00:30:01", "2026-10-26T01:30:00"]],
  ])("02:30 is run once a night: from %s", async (from, expected) => {
    vi.setSystemTime(from);
    const { ran } = open({ cron: ["30 2 * * *"], timeZone: "Europe/Berlin" });
    await pass(40 * 60);
    expect(ran).toEqual(expected.map((time) => `${time}.000Z slot`));
  });

  it("what comes every ten minutes comes every ten minutes", async () => {
    vi.setSystemTime("2026-10-24T23:35Z");
    const { ran } = open({ cron: ["*/10 * * * *"], timeZone: "Europe/Berlin" });
    await pass(180);
    const times = ran.map((line) => Date.parse(line.split(" ")[0] ?? ""));
    const gaps = times.slice(1).map((ms, at) => Math.round((ms - (times[at] ?? 0)) / 60_000));
    expect(gaps).toEqual(Array.from({ length: 17 }, () => 10));
  });
});

describe("due times", () => {
  it("are run at their second whatever the slots say, never before, and once", async () => {
    const { ran, timetable } = open({ cron: ["0 * * * *"] });
    timetable.noteDue(Date.parse("2026-06-01T10:07:13Z"));
    // Something else wakes it shortly before.
    timetable.noteRetry(Date.parse("2026-06-01T10:07:12.500Z"));
    await pass(30);
    expect(ran).toEqual(["2026-06-01T10:07:12.500Z retry", "2026-06-01T10:07:13.000Z due"]);
  });

  it("may be further away than a timer reaches", async () => {
    const { ran, timetable } = open();
    timetable.noteDue(Date.parse("2026-06-26T12:00:00Z"));
    await pass(26 * 24 * 60);
    expect(ran).toEqual(["2026-06-26T12:00:00.000Z due"]);
  });

  it("go by the clock, which may be set forth", async () => {
    const { ran, timetable } = open();
    timetable.noteDue(Date.parse("2026-06-01T14:00:00Z"));
    await pass(1);
    vi.setSystemTime("2026-06-01T13:59:50Z");
    await pass(1);
    expect(ran.length).toBe(1);
    expect(ran[0]).toMatch(/^2026-06-01T14:00:[0-3]\d/);
  });

  it("and back: never early", async () => {
    const { ran, timetable } = open();
    timetable.noteDue(Date.parse("2026-06-01T10:10:00Z"));
    await pass(9);
    vi.setSystemTime("2026-06-01T09:10:00Z");
    await pass(59);
    expect(ran).toEqual([]);
    await pass(1.1);
    expect(ran).toEqual(["2026-06-01T10:10:00.000Z due"]);
  });

  it("that a run has made due anew are run again", async () => {
    const { ran, timetable } = open();
    timetable.noteDue(Date.now() - 5_000);
    await pass(0.1);
    timetable.noteDue(Date.now() + 1_000);
    await pass(0.1);
    expect(ran.map((line) => line.split(" ")[1])).toEqual(["due", "due"]);
  });

  it("retries are run when they are due, and not for ever after a clock is set back", async () => {
    const { ran, timetable } = open();
    timetable.noteRetry(Date.now() + 5_000);
    await pass(0.1);
    expect(ran).toEqual(["2026-06-01T10:00:35.000Z retry"]);
    timetable.noteRetry(Date.now() + 600_000);
    vi.setSystemTime("2026-06-01T04:00:00Z");
    await pass(1);
    expect(ran.length).toBe(2);
  });
});

describe("a clock that is set, a machine that sleeps", () => {
  it("catches up once with what was slept through, within half a minute", async () => {
    const { ran } = open({ cron: ["*/10 * * * *"] });
    await pass(1);
    vi.setSystemTime("2026-06-01T18:34:00Z");
    await pass(1);
    expect(ran.length).toBe(1);
    await pass(6);
    expect(ran.length).toBe(2);
    expect(ran[1]).toMatch(/^2026-06-01T18:40:0[01]/);
  });

  it("goes on at once with the slots of a clock that was set back", async () => {
    const { ran } = open({ cron: ["*/10 * * * *"], board: new Map() });
    await pass(30);
    expect(ran.length).toBe(3);
    vi.setSystemTime("2026-06-01T10:05:00Z");
    await pass(21);
    expect(ran.slice(3).map((line) => line.slice(0, 16))).toEqual([
      ...["2026-06-01T10:10", "2026-06-01T10:20"],
    ]);
  });
});

describe("several processes", () => {
  it("run each slot and each due time once between them", async () => {
    const board: Board = new Map();
    const all = ["a", "b", "c"].map(() => open({ cron: ["*/10 * * * *"], board }));
    for (const { timetable } of all) timetable.noteDue(Date.parse("2026-06-01T10:15:00Z"));
    await pass(31);
    expect(all.flatMap(({ ran }) => ran).sort()).toEqual([
      ...["2026-06-01T10:10:00.000Z slot", "2026-06-01T10:15:00.000Z due"],
      ...["2026-06-01T10:20:00.000Z slot", "2026-06-01T10:30:00.000Z slot"],
    ]);
  });

  it("do again what one did whose clock was ahead, and another has undone", async () => {
    const board: Board = new Map();
    const dueMs = Date.parse("2026-06-01T10:15:00Z");
    const one = open({ board });
    one.timetable.noteDue(dueMs);
    await pass(15);
    one.timetable.close();
    vi.setSystemTime(dueMs - 20_000);
    const two = open({ board });
    two.timetable.noteDue(dueMs);
    await pass(1);
    expect(two.ran).toEqual(["2026-06-01T10:15:00.000Z due"]);
  });

  it("learn from each other what is due next", async () => {
    const board: Board = new Map();
    const next = "2026-06-01T10:16:00Z";
    const one = open({ cron: ["*/10 * * * *"], board, result: () => ({ next }) });
    const two = open({ cron: ["*/10 * * * *"], board });
    await pass(11);
    one.timetable.close();
    await pass(5);
    expect(two.ran).toEqual(["2026-06-01T10:16:00.000Z due"]);
  });

  it("take over what another left undone", async () => {
    const board: Board = new Map();
    open({ cron: ["*/10 * * * *"], board, result: () => ({ result: "failed" }) });
    const two = open({ cron: ["*/10 * * * *"], board });
    await pass(11);
    expect(two.ran).toEqual(["2026-06-01T10:10:05.000Z slot"]);
  });
});
