import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Burst, type Changed, openBurst } from "../../../src/run/watch/burst.ts";

let told: { readonly changed: Changed; readonly atMs: number }[] = [];
let unfinishedUntilMs = 0;
let burst: Burst;

beforeEach(() => {
  vi.useFakeTimers();
  [told, unfinishedUntilMs] = [[], 0];
  const startedMs = performance.now();
  burst = openBurst({
    ...{ quietMs: 100, stillMs: 300, mostMs: 5_000 },
    isUnfinished: (_changed, ageMs) => ageMs < unfinishedUntilMs,
    onBurst: (changed) => {
      told.push({ changed, atMs: Math.round(performance.now() - startedMs) });
    },
  });
});
afterEach(() => {
  burst.close();
  vi.useRealTimers();
});

/** Events so long after each other; then a long rest. */
function hear(kind: "moved" | "written", count: number, everyMs: number, file?: string): void {
  for (let at = 0; at < count; at += 1) {
    burst.note(file ?? `/a/${at}.md`, kind);
    vi.advanceTimersByTime(everyMs);
  }
  vi.advanceTimersByTime(10_000);
}

describe("a burst", () => {
  it("is told once it is quiet, with its files, and the next one without them", () => {
    hear("moved", 3, 10);
    hear("moved", 1, 10, "/a/later.md");
    expect(told.map(({ changed }) => [...(changed ?? [])])).toEqual([
      ["/a/0.md", "/a/1.md", "/a/2.md"],
      ["/a/later.md"],
    ]);
    expect(told[0]?.atMs).toBeGreaterThanOrEqual(120);
    expect(told[0]?.atMs).toBeLessThan(130);
  });

  it("waits longer where a file is written in its place", () => {
    hear("written", 1, 0);
    expect(told[0]?.atMs).toBeGreaterThanOrEqual(300);
    expect(told[0]?.atMs).toBeLessThan(310);
  });

  it.each([50, 150, 250])("is one where a file grows every %i ms for two seconds", (everyMs) => {
    hear("written", 2_000 / everyMs, everyMs, "/a/slow.md");
    expect(told).toHaveLength(1);
    expect(told[0]?.atMs).toBeGreaterThan(2_000);
    expect(told[0]?.atMs).toBeLessThan(2_600);
  });

  it("waits for pauses like those that were", () => {
    burst.note("/a/slow.md", "written");
    vi.advanceTimersByTime(280);
    burst.note("/a/slow.md", "written");
    vi.advanceTimersByTime(500);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(told).toHaveLength(1);
  });

  it("ends after five seconds in a folder that never rests", () => {
    hear("moved", 300, 50);
    expect(told.map(({ atMs }) => Math.round(atMs / 1_000))).toEqual([5, 10, 15]);
  });

  it("waits for what is plainly not finished", () => {
    unfinishedUntilMs = 900;
    hear("moved", 1, 0);
    expect(told[0]?.atMs).toBeGreaterThanOrEqual(900);
    expect(told[0]?.atMs).toBeLessThan(1_010);
  });

  it("names no files where they are too many, or where one is not known", () => {
    hear("moved", 1_001, 0);
    burst.note("/a/1.md", "moved");
    burst.note(undefined, "moved");
    hear("moved", 1, 0);
    expect(told.map(({ changed }) => changed)).toEqual([undefined, undefined]);
  });

  it("is told of once in spite of what could not be heard before its timer", () => {
    burst.note("/a/1.md", "moved");
    // The loop was blocked: timers go off first, and the events that waited come then.
    vi.setSystemTime(0);
    vi.advanceTimersByTime(99);
    setImmediate(() => burst.note("/a/2.md", "moved"));
    vi.advanceTimersByTime(1);
    vi.advanceTimersByTime(500);
    expect(told.map(({ changed }) => changed?.size)).toEqual([2]);
  });

  it("is not told after the end", () => {
    burst.note("/a/1.md", "moved");
    burst.close();
    hear("moved", 1, 0);
    expect(told).toEqual([]);
  });
});
