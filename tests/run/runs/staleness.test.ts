/** Whether somebody should look: a table of what has run, what should have, and what time it is. */
import { describe, expect, it } from "vitest";
import type { RunRecord } from "../../../src/run/runs/run-record.ts";
import { type RunsSoFar, runsAfter } from "../../../src/run/runs/run-store.ts";
import { type StalenessFacts, stalenessOf } from "../../../src/run/runs/staleness.ts";
import type { Slots } from "../../../src/run/schedule/slots.ts";
import { failedRun, goodRun } from "./records.ts";

const clock = (time: string) => `2026-03-01T${time}Z`;
const ms = (time: string) => Date.parse(clock(time));
const slots = (cron: string, jitterMs = 0, name = ""): Slots => ({
  ...{ name, feeds: undefined, expressions: [cron], timeZone: "UTC", jitterMs },
});
const runs = (...records: RunRecord[]): RunsSoFar => records.reduce(runsAfter, {});
const good = (time: string, durationMs = 300) => ({ ...goodRun(clock(time)), durationMs });
const EVERY_TEN = slots("*/10 * * * *");

describe("staleness", () => {
  it.each<[string, RunsSoFar, string, Partial<StalenessFacts>, string, string?]>([
    ["nothing has run", runs(), "10:00:00", { slots: [EVERY_TEN] }, "never"],
    ["no schedule", runs(good("01:00:00")), "23:00:00", {}, "ok"],
    ["on time", runs(good("10:00:00")), "10:09:59", { slots: [EVERY_TEN] }, "ok"],
    [
      "within a minute of the slot",
      runs(good("10:00:00")),
      "10:10:59",
      { slots: [EVERY_TEN] },
      "ok",
    ],
    [
      ...(["a minute late", runs(good("10:00:00")), "10:11:00"] as const),
      ...([{ slots: [EVERY_TEN] }, "overdue", "10:10:00"] as const),
    ],
    ["a clock behind ours", runs(good("10:09:57")), "10:12:00", { slots: [EVERY_TEN] }, "ok"],
    [
      ...(["runs that take long", runs(good("10:00:00", 90_000)), "10:12:59"] as const),
      ...([{ slots: [EVERY_TEN] }, "ok"] as const),
    ],
    [
      ...(["jitter", runs(good("10:00:00")), "10:11:30"] as const),
      ...([{ slots: [slots("*/10 * * * *", 120_000)] }, "ok"] as const),
    ],
    [
      ...(["a run in hand", runs(good("10:00:00")), "10:15:00"] as const),
      ...([{ slots: [EVERY_TEN], runningSinceMs: ms("10:10:00") }, "ok"] as const),
    ],
    [
      ...(["a run in hand that hangs", runs(good("10:00:00")), "10:25:00"] as const),
      ...([{ slots: [EVERY_TEN], runningSinceMs: ms("10:10:00") }, "overdue", "10:20:00"] as const),
    ],
    [
      ...(["the slot missed longest", runs(good("10:00:00")), "11:30:00"] as const),
      ...([{ slots: [EVERY_TEN, slots("0 11 * * *", 0, "tags")] }, "overdue", "11:00:00"] as const),
    ],
    ["each second", runs(good("10:00:00")), "10:00:59", { slots: [slots("* * * * * *")] }, "ok"],
    ["failed", runs(good("10:00:00"), failedRun(clock("10:10:00"))), "10:10:09", {}, "failed"],
    [
      ...(["too old", runs(good("10:00:00")), "12:00:01"] as const),
      ...([{ maxAgeMs: 7_200_000 }, "overdue", "12:00:00"] as const),
    ],
    ["old, not too old", runs(good("10:00:00")), "11:59:59", { maxAgeMs: 7_200_000 }, "ok"],
  ])("%s", (_, known, time, facts, state, due) => {
    const staleness = stalenessOf(known, { nowMs: ms(time), slots: [], ...facts });
    expect(staleness.state).toBe(state);
    if (due === undefined) expect(staleness.overdue).toBeUndefined();
    // The record says when a run ended, 0.3 s after it began.
    else expect(Math.abs((staleness.overdue?.dueMs ?? 0) - ms(due))).toBeLessThan(500);
  });

  it.each<[string, readonly (readonly [string, string?])[], string | undefined]>([
    ["one feed's run is not the site's", [["10:00:00"], ["10:31:00", "tags"]], "site"],
    ["nor the site's that feed's", [["10:00:00"], ["10:31:00", "all"]], "tags"],
    ["both have run", [["10:00:00"], ["10:31:00", "tags"], ["10:31:01", "all"]], undefined],
    ["a run for all feeds", [["10:00:00"], ["10:31:00"]], undefined],
    ["and it stays so", [["10:31:00"], ["10:20:00", "all"]], undefined],
  ])("tells slots apart: %s", (_, ran, overdue) => {
    const known = runs(
      ...ran.map(([time, feed]) => goodRun(clock(time), {}, feed === undefined ? feed : [feed])),
    );
    const site = { ...slots("30 * * * *"), feeds: new Set(["all"]) };
    const tags = { ...slots("30 * * * *", 0, "tags"), feeds: new Set(["tags"]) };
    const found = stalenessOf(known, { nowMs: ms("10:32:00"), slots: [site, tags] }).overdue;
    expect(found && (found.feed ?? "site")).toBe(overdue);
  });

  it("is the age of the last good run", () => {
    const known = runs(good("10:00:00"), failedRun(clock("10:10:00")));
    const { ageMs } = stalenessOf(known, { nowMs: ms("10:20:00"), slots: [EVERY_TEN] });
    expect(ageMs).toBe(1_200_000 - 300);
  });
});
