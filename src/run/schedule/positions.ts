/** Which slots have come and gone, so that each is run once, whoever notices it. */
import { lastRunBefore, nextRuns, type Slots } from "./slots.ts";

/** Time for node-cron to run a slot, before it counts as left out. */
const GRACE_MS = 1_000;

export interface Positions {
  /** Takes a slot; false where it has been taken, or is none. */
  readonly pass: (slots: Slots, atMs: number) => boolean;
  /** The last of those that went by untaken, of each. */
  readonly leftOut: (nowMs: number) => readonly { readonly slots: Slots; readonly atMs: number }[];
  /** When to ask for those, in milliseconds; undefined where no more are to come. */
  readonly wakeMs: () => number | undefined;
  /** The clock was set back: what it shows again comes again. */
  readonly setBack: (nowMs: number) => void;
}

interface Position {
  readonly lastMs: number;
  /** Undefined where no more are to come. */
  readonly nextMs: number | undefined;
}

/** Begins with the slots after `nowMs`. */
export function openPositions(all: readonly Slots[], nowMs: number): Positions {
  const positions = new Map(all.map((slots) => [slots, positionAfter(slots, nowMs)]));
  const wakeMsOf = ({ nextMs }: Position) => (nextMs ?? Number.POSITIVE_INFINITY) + GRACE_MS;
  return {
    pass: (slots, atMs) => {
      const position = positions.get(slots);
      if (position === undefined || atMs <= position.lastMs) return false;
      // node-cron knows slots that are none: the second 02:30 of a night.
      if (atMs !== position.nextMs && nextRuns(slots, atMs - 1, 1)[0] !== atMs) return false;
      positions.set(slots, positionAfter(slots, atMs));
      return true;
    },
    leftOut: (nowMs) =>
      [...positions].flatMap(([slots, position]) => {
        if (wakeMsOf(position) > nowMs) return [];
        const atMs = lastRunBefore(slots, nowMs);
        return atMs === undefined ? [] : [{ slots, atMs }];
      }),
    wakeMs: () => {
      const first = Math.min(...[...positions.values()].map(wakeMsOf));
      return Number.isFinite(first) ? first : undefined;
    },
    setBack: (nowMs) => {
      for (const [slots, { lastMs }] of positions) {
        if (lastMs > nowMs) positions.set(slots, positionAfter(slots, nowMs));
      }
    },
  };
}

function positionAfter(slots: Slots, lastMs: number): Position {
  return { lastMs, nextMs: nextRuns(slots, lastMs, 1)[0] };
}
