/** When expressions come round: on ordinary days, and where clocks are set. */
import fc from "fast-check";
import cron from "node-cron";
import { describe, expect, it, vi } from "vitest";
import { readExpression, runsAfter } from "../../../src/run/schedule/expression.ts";

function runs(text: string, timeZone: string, from: string, count: number): readonly string[] {
  return instants(text, timeZone, Date.parse(from), count).map((ms) => {
    return new Date(ms).toISOString().replace(/:00\.000Z$/, "Z");
  });
}

function instants(text: string, timeZone: string, fromMs: number, count: number): number[] {
  const found: number[] = [];
  for (const ms of runsAfter(readExpression(text), timeZone, fromMs)) {
    found.push(ms);
    if (found.length >= count) break;
  }
  return found;
}

describe("what names its hours goes by the clock on the wall", () => {
  it.each([
    [
      "a skipped 02:30 is made up for right after the gap",
      ...(["30 2 * * *", "Europe/Berlin", "2026-03-28T00:00Z"] as const),
      ["2026-03-28T01:30Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z"],
    ],
    [
      "several skipped ones once, together with what comes then anyway",
      ...(["0,15,30 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00Z"] as const),
      ["2026-03-29T01:00Z", "2026-03-29T01:15Z", "2026-03-29T01:30Z", "2026-03-30T00:00Z"],
    ],
    [
      "a repeated 02:30 is the first, east of Greenwich",
      ...(["30 2 * * *", "Europe/Berlin", "2026-10-24T00:00Z"] as const),
      ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
    ],
    [
      "and west of it",
      ...(["30 1 * * *", "America/New_York", "2026-10-31T12:00Z"] as const),
      ["2026-11-01T05:30Z", "2026-11-02T06:30Z"],
    ],
    [
      "asked between the two, it has been",
      ...(["30 2 * * *", "Europe/Berlin", "2026-10-25T00:45Z"] as const),
      ["2026-10-26T01:30Z"],
    ],
    [
      "asked in the second, too",
      ...(["30 2 * * *", "Europe/Berlin", "2026-10-25T01:15Z"] as const),
      ["2026-10-26T01:30Z"],
    ],
    [
      "every other hour: neither left out",
      ...(["0 */2 * * *", "Europe/Berlin", "2026-03-28T22:30Z"] as const),
      ["2026-03-28T23:00Z", "2026-03-29T01:00Z", "2026-03-29T02:00Z"],
    ],
    [
      "nor twice",
      ...(["0 */2 * * *", "Europe/Berlin", "2026-10-24T22:30Z"] as const),
      ["2026-10-25T00:00Z", "2026-10-25T03:00Z"],
    ],
    [
      "a clock set by half an hour",
      ...(["15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z"] as const),
      ["2026-10-03T15:30Z", "2026-10-04T15:15Z"],
    ],
    [
      "midnight, where clocks are set at midnight",
      ...(["@daily", "America/Sao_Paulo", "2018-11-02T22:35Z"] as const),
      ["2018-11-03T03:00Z", "2018-11-04T03:00Z", "2018-11-05T02:00Z"],
    ],
    [
      "a day that was not: Samoa crossed the date line",
      ...(["0 6 * * *", "Pacific/Apia", "2011-12-29T00:00Z"] as const),
      ["2011-12-29T16:00Z", "2011-12-30T10:00Z", "2011-12-30T16:00Z"],
    ],
  ])("%s", (_, text, timeZone, from, expected) => {
    expect(runs(text, timeZone, from, expected.length)).toEqual(expected);
  });
});

describe("what comes each hour or oftener goes by the time that passes", () => {
  it.each(["*/10 * * * *", "*/10 1-5 * * *", "0,10,20,30,40,50 * * * *"])("%s", (text) => {
    const found = instants(text, "Europe/Berlin", Date.parse("2026-10-25T00:00Z"), 12);
    const gaps = found.slice(1).map((ms, at) => (ms - (found[at] ?? 0)) / 60_000);
    expect(gaps).toEqual(Array.from({ length: 11 }, () => 10));
  });

  it("@hourly is each hour in both nights", () => {
    expect(runs("@hourly", "America/New_York", "2026-11-01T04:30Z", 4)).toEqual([
      ...["2026-11-01T05:00Z", "2026-11-01T06:00Z", "2026-11-01T07:00Z", "2026-11-01T08:00Z"],
    ]);
    expect(runs("@hourly", "America/New_York", "2026-03-08T05:30Z", 3)).toEqual([
      ...["2026-03-08T06:00Z", "2026-03-08T07:00Z", "2026-03-08T08:00Z"],
    ]);
  });
});

it("node-cron alone leaves that hour out, and what is skipped", () => {
  vi.useFakeTimers({ now: Date.parse("2026-10-24T23:50:00Z"), toFake: ["Date"] });
  try {
    const task = cron.createTask("*/10 * * * *", () => undefined, { timezone: "Europe/Berlin" });
    task.destroy();
    expect(task.getNextRuns(1)).toEqual([new Date("2026-10-25T01:00:00Z")]);
  } finally {
    vi.useRealTimers();
  }
});

describe("days", () => {
  it.each([
    ["0 12 L * *", "2026-02-01T00:00Z", ["2026-02-28T12:00Z", "2026-03-31T12:00Z"]],
    ["0 12 15W * *", "2026-08-01T00:00Z", ["2026-08-14T12:00Z", "2026-09-15T12:00Z"]],
    ["0 12 * * 5L", "2026-08-01T00:00Z", ["2026-08-28T12:00Z", "2026-09-25T12:00Z"]],
    ["0 12 * * mon#2", "2026-08-01T00:00Z", ["2026-08-10T12:00Z", "2026-09-14T12:00Z"]],
    // Both must fit, unlike in crontab(5).
    ["0 12 13 * fri", "2026-01-01T00:00Z", ["2026-02-13T12:00Z", "2026-03-13T12:00Z"]],
    ["0 12 29 2 *", "2026-01-01T00:00Z", ["2028-02-29T12:00Z", "2032-02-29T12:00Z"]],
    ["30 0 12 1 jan *", "2026-06-01T00:00Z", ["2027-01-01T12:00:30.000Z"]],
    ["0 12 L 2 mon#1", "2026-06-01T00:00Z", []],
  ])("%s", (text, from, expected) => {
    expect(runs(text, "UTC", from, Math.max(expected.length, 1))).toEqual(expected);
  });
});

describe("in a zone that sets no clocks", () => {
  const field = (most: number) =>
    fc.oneof(
      fc.constant("*"),
      fc.integer({ min: 1, max: 30 }).map((step) => `*/${step}`),
      fc.uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 4 }).map(String),
    );
  const text = fc
    .tuple(field(59), field(23), fc.constantFrom("*", "1", "L", "*/2"), fc.constantFrom("*", "1-5"))
    .map(([minute, hour, day, weekday]) => `${minute} ${hour} ${day} * ${weekday}`);

  it("it is what node-cron says", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 2_000_000_000 }), (expression, fromSeconds) => {
        const task = cron.createTask(expression, () => undefined, { timezone: "Asia/Jakarta" });
        task.destroy();
        const found = instants(expression, "Asia/Jakarta", fromSeconds * 1000, 3);
        expect(found.length).toBe(3);
        let beforeMs = fromSeconds * 1000;
        for (const ms of found) {
          expect(ms).toBeGreaterThan(beforeMs);
          expect(task.match(new Date(ms))).toBe(true);
          // No minute between them, near either end.
          for (const step of [60_000, 120_000, 600_000]) {
            if (ms - step > beforeMs) expect(task.match(new Date(ms - step))).toBe(false);
          }
          beforeMs = ms;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("in any zone, around any night that clocks are set", () => {
  const HOUR_MS = 3_600_000;
  const turns = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
    .concat(["America/Santiago", "Asia/Gaza", "Atlantic/Azores", "America/St_Johns"])
    .flatMap((timeZone) => turnsOf(timeZone).map((turnMs) => ({ timeZone, turnMs })));
  const minutes = fc.constantFrom("*/10", "*", "0", "30", "0,15,45", "5-20");
  const hours = fc.constantFrom("*", "0", "1", "2", "3", "0-3", "*/2", "1,2,23");
  const days = fc.constantFrom("* * *", "* * 0", "* * 6,0");

  it("does what a clock that is looked at each minute would", () => {
    const asked = fc.record({ turn: fc.constantFrom(...turns), minutes, hours, days });
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 300 }), ({ turn, ...fields }, before) => {
        const text = `${fields.minutes} ${fields.hours} ${fields.days}`;
        const fromMs = turn.turnMs - 4 * HOUR_MS + before * 60_000;
        const endMs = turn.turnMs + 6 * HOUR_MS;
        const all = lookedAt(text, turn.timeZone, turn.turnMs - 6 * HOUR_MS, endMs);
        const found = instants(text, turn.timeZone, fromMs, 700).filter((ms) => ms < endMs);
        expect(found).toEqual(all.filter((ms) => ms > fromMs));
      }),
      { numRuns: 15 },
    );
  });

  it("finds such nights at all", () => {
    expect(turns.length).toBeGreaterThan(20);
  });

  /** Instants of 2026 and 2027 at which the offset changes, to the minute. */
  function turnsOf(timeZone: string): readonly number[] {
    const found: number[] = [];
    const endMs = Date.parse("2028-01-01T00:00Z");
    for (let ms = Date.parse("2026-01-01T00:00Z"); ms < endMs; ms += 24 * HOUR_MS) {
      if (wallAt(timeZone, ms) + 24 * HOUR_MS === wallAt(timeZone, ms + 24 * HOUR_MS)) continue;
      let [low, high] = [ms, ms + 24 * HOUR_MS];
      while (high - low > 60_000) {
        const middle = Math.floor((low + high) / 120_000) * 60_000;
        if (wallAt(timeZone, middle) - middle === wallAt(timeZone, ms) - ms) low = middle;
        else high = middle;
      }
      found.push(high);
    }
    return found;
  }

  /** What each minute comes to, one after the other, as somebody would who looks at a clock. */
  function lookedAt(text: string, timeZone: string, fromMs: number, endMs: number): number[] {
    const task = cron.createTask(`${text}`, () => undefined, { timezone: "UTC" });
    task.destroy();
    const isOn = (wallMs: number) => task.match(new Date(wallMs));
    const isByTimePassed = /^\*|^\S+ \*(?: |$)/.test(text);
    const found: number[] = [];
    let shownMs = wallAt(timeZone, fromMs) - 60_000;
    for (let ms = fromMs; ms < endMs; ms += 60_000) {
      const wallMs = wallAt(timeZone, ms);
      const isFirst = wallMs > shownMs;
      let isMissed = false;
      for (let missed = shownMs + 60_000; missed < wallMs; missed += 60_000) {
        isMissed ||= isOn(missed);
      }
      if (isByTimePassed ? isOn(wallMs) : isFirst && (isOn(wallMs) || isMissed)) found.push(ms);
      shownMs = Math.max(shownMs, wallMs);
    }
    return found;
  }
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock shows there, read as if it showed UTC. */
function wallAt(timeZone: string, ms: number): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(ms).replace(" ", "T")}Z`);
}
