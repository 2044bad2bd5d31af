/** Whether each slot and each instant at which the clock changes something has had its run in time. */
import { SECOND_MS } from "./calendar.ts";
import type { Group } from "./oracle.ts";

/** While awake, and with a clock that nobody sets. */
const LATE_MS = 2 * SECOND_MS;
/** After the machine slept, or its clock was set: half a minute, and a second for a slot left out. */
const WOKEN_MS = 31 * SECOND_MS;

/** Slots of a group of feeds. */
interface Duty {
  /** Slots after this may be run. */
  mayMs: number;
  /** Slots after this must have been run. */
  mustMs: number;
}

export interface Duties {
  /** The process was started; the clock has shown so much at most. */
  readonly begin: (nowMs: number, highMs: number) => void;
  /** The machine woke, or its clock was set, from what it showed at most. */
  readonly wake: (nowMs: number, highMs: number) => void;
  /** Whether a slot of the group may be run now. */
  readonly isDue: (group: Group, nowMs: number) => boolean;
  /** A group came out as it should, in a slot or not. Gives how many slots had waited for that. */
  readonly met: (group: Group, nowMs: number, isSlot: boolean) => number;
  /** When the clock changes something next. Gives how late what was noted before has been met. */
  readonly noteNext: (nextMs: number, nowMs: number) => Lateness | undefined;
  /** When something is to happen, or must have happened. */
  readonly nextMs: (nowMs: number) => number;
  /** @throws Error where something has not happened in time. */
  readonly demand: (nowMs: number) => void;
}

export interface Lateness {
  readonly ms: number;
  readonly isWoken: boolean;
}

/** @param slotsOf gives those of a group around now, ascending. */
export function openDuties(slotsOf: (group: Group) => readonly number[]): Duties {
  const groups = ["site", "own"] as const;
  const duties: Record<Group, Duty> = {
    site: { mayMs: 0, mustMs: 0 },
    own: { mayMs: 0, mustMs: 0 },
  };
  let wokenMs = Number.NEGATIVE_INFINITY;
  let dueMs = Number.POSITIVE_INFINITY;
  const latest = (atMs: number) => Math.max(atMs + LATE_MS, wokenMs + WOKEN_MS);
  const after = (group: Group, fromMs: number) => slotsOf(group).find((atMs) => atMs > fromMs);
  return {
    begin: (nowMs, highMs) => {
      const mustMs = Math.max(nowMs, highMs);
      for (const group of groups) duties[group] = { mayMs: nowMs, mustMs };
      wokenMs = Number.NEGATIVE_INFINITY;
      dueMs = Number.POSITIVE_INFINITY;
    },
    wake: (nowMs, highMs) => {
      wokenMs = nowMs;
      for (const group of groups) {
        const { mayMs, mustMs } = duties[group];
        // What the clock shows again may be run again.
        const isBack = nowMs < highMs;
        duties[group] = {
          mayMs: Math.min(mayMs, nowMs),
          mustMs: isBack ? Math.max(mustMs, highMs) : mustMs,
        };
      }
    },
    isDue: (group, nowMs) => (after(group, duties[group].mayMs) ?? nowMs + 1) <= nowMs,
    met: (group, nowMs, isSlot) => {
      const { mayMs, mustMs } = duties[group];
      duties[group] = { mayMs: isSlot ? nowMs : mayMs, mustMs: Math.max(mustMs, nowMs) };
      return slotsOf(group).filter((atMs) => atMs > mustMs && atMs <= nowMs).length;
    },
    noteNext: (nextMs, nowMs) => {
      const wasMs = dueMs;
      dueMs = nextMs;
      if (nowMs < wasMs) return undefined;
      const isWoken = wasMs < wokenMs + WOKEN_MS;
      return { isWoken, ms: nowMs - (isWoken ? Math.max(wasMs, wokenMs) : wasMs) };
    },
    nextMs: (nowMs) => {
      const known = [dueMs, ...groups.flatMap((group) => after(group, duties[group].mustMs) ?? [])];
      return Math.min(...known.flatMap((atMs) => [atMs, latest(atMs)]).filter((ms) => ms > nowMs));
    },
    demand: (nowMs) => {
      if (nowMs >= latest(dueMs)) throw new Error(`nothing was published at ${timeOf(dueMs)}`);
      for (const group of groups) {
        const atMs = after(group, duties[group].mustMs);
        if (atMs === undefined || nowMs < latest(atMs)) continue;
        throw new Error(`the slot of ${group} at ${timeOf(atMs)} was not run`);
      }
    },
  };
}

export function timeOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : "no time";
}
