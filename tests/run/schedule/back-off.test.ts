/** A failure that comes again: when it is tried again, and how much is said. */
import { describe, expect, it } from "vitest";
import { isHeldBack, type Trouble, turnOf } from "../../../src/run/schedule/back-off.ts";

const failed = (code: string) => ({
  ...({ result: "failed", started: "2026-06-01T10:00:00.000Z" } as const),
  error: { code, message: "It failed.", remedy: "Mend it." },
});
const published = { result: "published", started: "2026-06-01T10:00:00.000Z" } as const;

/** The same failure so many times, each when the one before it said. */
function failTimes(count: number) {
  const told: string[] = [];
  const waits: number[] = [];
  let trouble: Trouble | undefined;
  let nowMs = 0;
  for (let time = 0; time < count; time += 1) {
    const turn = turnOf(trouble, failed("LOCKED"), nowMs);
    trouble = turn.trouble;
    told.push(turn.tell);
    waits.push(((trouble?.retryMs ?? 0) - nowMs) / 1000);
    nowMs = trouble?.retryMs ?? 0;
  }
  return { trouble, told, waits };
}

describe("the same failure again and again", () => {
  it("is waited for ever longer, ten minutes at most, for years", () => {
    const { waits } = failTimes(10);
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600]);
    expect(failTimes(2000).waits.at(-1)).toBe(600);
  });

  it("is told whole once, then briefly and ever more rarely", () => {
    expect(failTimes(9).told).toEqual([
      ...["all", "briefly", "nothing", "briefly", "nothing", "nothing", "nothing", "briefly"],
      "nothing",
    ]);
  });

  it("holds slots back from the second time on, until it is tried again", () => {
    expect(isHeldBack(undefined, 0)).toBe(false);
    expect(isHeldBack(failTimes(1).trouble, 0)).toBe(false);
    const { trouble } = failTimes(2);
    expect(isHeldBack(trouble, 14_000)).toBe(true);
    expect(isHeldBack(trouble, 15_000)).toBe(false);
    // The clock was set back by a day.
    expect(isHeldBack(trouble, -86_400_000)).toBe(false);
  });
});

it("another failure is a new one", () => {
  const turn = turnOf(failTimes(5).trouble, failed("OUTPUT_NOT_WRITABLE"), 0);
  expect(turn).toMatchObject({ tell: "all", trouble: { count: 1, retryMs: 5000 } });
});

it("what heals is told once", () => {
  expect(turnOf(failTimes(3).trouble, published, 0)).toEqual({
    trouble: undefined,
    tell: "healed",
  });
  expect(turnOf(undefined, published, 0)).toEqual({ trouble: undefined, tell: "nothing" });
});
