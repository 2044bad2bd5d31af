/** Slots that were left to another process: what it found out, and whether it got to the end. */
import { BEAT_MS } from "./alarm.ts";
import type { Slot, SlotClaims } from "./slot-claims.ts";

/** How soon to ask for the first time; then with each beat. */
const FIRST_ASK_MS = 5_000;
/** What nobody has ended by then, later slots have. */
const GIVEN_UP_MS = 3_600_000;

export interface Elsewhere {
  /** @param run what to do if it turns out that nobody does it. */
  readonly leave: (slot: Slot, run: () => Promise<void>) => void;
  /** To be called at `askMs()` or later. */
  readonly ask: () => void;
  readonly askMs: () => number | undefined;
  readonly clear: () => void;
}

interface Left {
  readonly slot: Slot;
  readonly run: () => Promise<void>;
  readonly askMs: number;
}

/** @param onNext told when the clock changes something next, by what another process found. */
export function watchElsewhere(claims: SlotClaims, onNext: (nextMs: number) => void): Elsewhere {
  // Of each name only the last: what came before is done with it.
  const left = new Map<string, Left>();
  const askFor = async (one: Left) => {
    const { slot, run } = one;
    const isCurrent = () => left.get(slot.name) === one;
    const outcome = await claims.outcomeOf(slot);
    if (!isCurrent()) return;
    if (outcome !== undefined) {
      left.delete(slot.name);
      if (outcome.nextMs !== undefined && outcome.nextMs > slot.atMs) onNext(outcome.nextMs);
    } else if (await claims.claim(slot)) {
      if (isCurrent()) left.delete(slot.name);
      await run();
    }
  };
  return {
    leave: (slot, run) => {
      left.set(slot.name, { slot, run, askMs: Date.now() + FIRST_ASK_MS });
    },
    ask: () => {
      const nowMs = Date.now();
      for (const [name, one] of [...left]) {
        if (one.askMs > nowMs) continue;
        const again = { ...one, askMs: nowMs + BEAT_MS };
        if (nowMs - one.slot.atMs > GIVEN_UP_MS) left.delete(name);
        else left.set(name, again);
        if (left.get(name) === again) void askFor(again);
      }
    },
    askMs: () => {
      const times = [...left.values()].map(({ askMs }) => askMs);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    clear: () => left.clear(),
  };
}
