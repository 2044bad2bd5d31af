/** What each feed has to show at an instant, and when that changes. */
import { DAY_MS } from "./calendar.ts";
import { isVisible, type Piece, publishedOf, releaseOf, seenOf } from "./pieces.ts";

/** The feeds that are published in the same slots. */
export type Group = "site" | "own";

export const WEEK_DAYS = 7;

/** Articles that are there, and under which date one without any was shown first, by number. */
export interface Stock {
  readonly pieces: readonly Piece[];
  readonly firsts: ReadonlyMap<number, number>;
}

/** What readers see, by the path of a feed, sorted. */
export function expectedOf(
  { pieces, firsts }: Stock,
  group: Group,
  nowMs: number,
): ReadonlyMap<string, readonly string[]> {
  const visible = pieces.filter((piece) => isVisible(piece, nowMs));
  const seen = (chosen: readonly Piece[]) =>
    chosen.map((piece) => seenOf(piece, firsts.get(piece.number))).sort();
  if (group === "own") return new Map([["own", seen(visible)]]);
  const sections = new Set(visible.map(({ section }) => section));
  const week = visible.filter((piece) => {
    return publishedOf(piece, firsts.get(piece.number)) > nowMs - WEEK_DAYS * DAY_MS;
  });
  return new Map([
    ...[...sections].map((name) => {
      const chosen = visible.filter(({ section }) => section === name);
      return [`section/${name.toLowerCase()}`, seen(chosen)] as const;
    }),
    ...[["all", seen(visible)] as const, ["week", seen(week)] as const],
  ]);
}

/** Instants at which the clock changes something. */
export interface Marks {
  /** When a reader sees the next change; infinite: never. */
  readonly nextMs: number;
  /** Also those of which a reader sees nothing. */
  readonly all: ReadonlySet<number>;
}

export function marksOf({ pieces, firsts }: Stock, nowMs: number): Marks {
  const all = new Set<number>();
  let nextMs = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const [releaseMs, expiresMs] = [releaseOf(piece), piece.expires?.ms];
    const leavesMs = publishedOf(piece, firsts.get(piece.number)) + WEEK_DAYS * DAY_MS;
    for (const ms of [releaseMs, expiresMs ?? releaseMs, leavesMs]) {
      if (ms <= nowMs) continue;
      all.add(ms);
      // Seen by a reader: it comes, goes, or leaves the feed of the last days.
      const isSeen = isVisible(piece, ms - 1) !== isVisible(piece, ms);
      const isLeaving = ms === leavesMs && isVisible(piece, nowMs);
      if (isSeen || isLeaving) nextMs = Math.min(nextMs, ms);
    }
  }
  return { nextMs, all };
}
