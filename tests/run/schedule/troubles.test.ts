/** What is made up for after failures of some feeds or of all. */
import { expect, it } from "vitest";
import type { RunResult } from "../../../src/run/schedule/run-queue.ts";
import { openTroubles } from "../../../src/run/schedule/troubles.ts";

const TIMES = { started: "2026-06-01T10:00:00.000Z", finished: "2026-06-01T10:00:00.000Z" };
const WELL: RunResult = { ...TIMES, reason: "slot", result: "published" };
const ILL: RunResult = {
  ...{ ...WELL, result: "failed" },
  error: { code: "DISK_FULL", message: "The disk is full.", remedy: "Make room." },
};
const of = (...feeds: string[]) => ({ reason: "slot" as const, feeds: new Set(feeds) });
const ALL = { reason: "slot" as const };

function open() {
  const told: string[] = [];
  const tell = (event: string) => told.push(event);
  return { told, ...openTroubles({ info: tell, warn: tell, error: tell }) };
}

it("tries again what failed, no more and no less", () => {
  const { note, retried } = open();
  expect(note(ILL, of("a"))).toBeGreaterThan(Date.now());
  expect(retried()).toEqual({ reason: "retry", feeds: new Set(["a"]) });
  note(ILL, of("b"));
  expect(retried()).toEqual({ reason: "retry", feeds: new Set(["a", "b"]) });
  note(ILL, ALL);
  expect(retried()).toEqual({ reason: "retry" });
});

it("makes up at once for what failed and was no part of what went well", () => {
  const { note, retried, told } = open();
  note(ILL, of("a", "b"));
  expect(note(WELL, of("b"))).toBeLessThanOrEqual(Date.now());
  expect(retried()).toEqual({ reason: "retry", feeds: new Set(["a"]) });
  expect(note(WELL, of("a"))).toBeUndefined();
  note(ILL, ALL);
  expect(note(WELL, of("a"))).toBeLessThanOrEqual(Date.now());
  expect(note(WELL, ALL)).toBeUndefined();
  expect(note(WELL, of("a"))).toBeUndefined();
  expect(told).toEqual(["failed", "healed", "failed", "healed"]);
});

it("holds slots back only where a failure repeats", () => {
  const { note, isHeldBack } = open();
  expect(isHeldBack()).toBe(false);
  note(ILL, ALL);
  expect(isHeldBack()).toBe(false);
  note(ILL, ALL);
  expect(isHeldBack()).toBe(true);
  note(WELL, ALL);
  expect(isHeldBack()).toBe(false);
});
