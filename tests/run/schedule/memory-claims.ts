/** Claims on slots as several timetables of one test share them. */
import type { Slot, SlotClaims, SlotOutcome } from "../../../src/run/schedule/slot-claims.ts";

/** What stands in the shared place: who has a slot, and what came of it. */
export type Board = Map<string, { by: string; outcome?: SlotOutcome; isLeft?: boolean }>;

export function claimsOn(board: Board, by: string): SlotClaims {
  const keyOf = ({ name, atMs }: Slot) => `${name} ${new Date(atMs).toISOString()}`;
  return {
    claim: async (slot) => {
      const found = board.get(keyOf(slot));
      if (found !== undefined && found.isLeft !== true) return false;
      board.set(keyOf(slot), { by });
      return true;
    },
    complete: async (slot, outcome) => {
      board.set(keyOf(slot), { by, ...(outcome === undefined ? { isLeft: true } : { outcome }) });
    },
    outcomeOf: async (slot) => board.get(keyOf(slot))?.outcome,
    sweep: async (nowMs) => {
      for (const key of [...board.keys()]) {
        if (Date.parse(key.slice(key.lastIndexOf(" ") + 1)) > nowMs + 60_000) board.delete(key);
      }
    },
    close: async () => undefined,
  };
}
