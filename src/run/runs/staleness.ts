/** Whether all is well, by the last runs and the clock. Pure. */
import { lastRunBefore, type Slots } from "../schedule/slots.ts";
import type { RunsSoFar } from "./run-store.ts";

/** `never`: nothing has run yet. */
type RunState = "ok" | "failed" | "overdue" | "never";

export interface Staleness {
  readonly state: RunState;
  /** Since the last good run ended; undefined: there was none. */
  readonly ageMs?: number;
  /** What should have run and did not, whatever the state. */
  readonly overdue?: Overdue;
}

export interface Overdue {
  /** When a run was due, in milliseconds. */
  readonly dueMs: number;
  /** `age`: the last good run is older than was asked for. */
  readonly by: "schedule" | "age";
  /** The feed that has a schedule of its own. */
  readonly feed?: string;
}

export interface StalenessFacts {
  readonly nowMs: number;
  readonly slots: readonly Slots[];
  /** When the run in hand began. */
  readonly runningSinceMs?: number | undefined;
  /** How old the last good run may be. */
  readonly maxAgeMs?: number | undefined;
}

const LEAST_GRACE_MS = 60_000;
/** Clocks of machines differ, and a run may seem to begin before its time. */
const SKEW_MS = 5_000;

export function stalenessOf(runs: RunsSoFar, facts: StalenessFacts): Staleness {
  const { last, lastGood } = runs;
  const finishedMs = lastGood === undefined ? undefined : Date.parse(lastGood.finished);
  const age = finishedMs === undefined ? {} : { ageMs: Math.max(0, facts.nowMs - finishedMs) };
  if (last === undefined) return { state: "never" };
  const missed = overdueByAge(finishedMs, facts) ?? overdueBySchedule(runs, facts);
  const overdue = missed === undefined ? {} : { overdue: missed };
  if (last.result === "failed") return { state: "failed", ...age, ...overdue };
  return { state: missed === undefined ? "ok" : "overdue", ...age, ...overdue };
}

function overdueByAge(
  finishedMs: number | undefined,
  { nowMs, maxAgeMs }: StalenessFacts,
): Overdue | undefined {
  if (maxAgeMs === undefined) return undefined;
  const dueMs = (finishedMs ?? Number.NEGATIVE_INFINITY) + maxAgeMs;
  if (dueMs >= nowMs) return undefined;
  return { dueMs: finishedMs === undefined ? nowMs : dueMs, by: "age" };
}

/** The slot that has been missed for longest. */
function overdueBySchedule(
  runs: RunsSoFar,
  { nowMs, slots, runningSinceMs = Number.NEGATIVE_INFINITY }: StalenessFacts,
): Overdue | undefined {
  const durationMs = runs.last?.durationMs ?? 0;
  let missed: Overdue | undefined;
  for (const one of slots) {
    const graceMs = Math.max(LEAST_GRACE_MS, one.jitterMs + 2 * durationMs);
    const dueMs = lastRunBefore(one, nowMs - graceMs);
    const startedMs = Math.max(lastBegunMs(runs, one), runningSinceMs) + SKEW_MS;
    if (dueMs === undefined || startedMs >= dueMs || (missed?.dueMs ?? dueMs) < dueMs) continue;
    missed = { dueMs, by: "schedule", ...(one.name === "" ? {} : { feed: one.name }) };
  }
  return missed;
}

/** When the last run began that was for all that these slots publish. */
function lastBegunMs({ begun, last }: RunsSoFar, { feeds }: Slots): number {
  if (begun === undefined) return Date.parse(last?.started ?? "");
  const allMs = begun.all === undefined ? Number.NEGATIVE_INFINITY : Date.parse(begun.all);
  if (feeds === undefined) return allMs;
  const own = new Map(Object.entries(begun.feeds));
  return Math.min(
    ...[...feeds].map((name) => Math.max(allMs, Date.parse(own.get(name) ?? "1970"))),
  );
}
