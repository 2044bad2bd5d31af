/** A simulated day: who edits what, when the machine sleeps, when its clock is set, when it is off. */
import { DAY_MS, HOUR_MS, MINUTE_MS, nextTurn, SECOND_MS } from "./calendar.ts";
import { afterEdit, type Desk, type Edit, editAt, type Newsroom } from "./newsroom.ts";
import { releaseOf } from "./pieces.ts";

export type Happening =
  | { readonly kind: "edit"; readonly atMs: number; readonly edit: Edit }
  /** The clock goes on, or back; timers do not, and where it is down, the process is no more. */
  | { readonly kind: "set" | "down"; readonly atMs: number; readonly byMs: number };

export interface Plan {
  readonly happenings: readonly Happening[];
  /** When each beat of each timer comes at its time; the other long hours are gone through fast. */
  readonly exact: { readonly fromMs: number; readonly untilMs: number };
}

const MOST_EDITS = 6;

export function planDay(startMs: number, room: Newsroom, desk: Desk): Plan {
  const { random } = desk;
  const times = Array.from({ length: random.below(MOST_EDITS) }, () => {
    return startMs + random.below(DAY_MS - 1);
  });
  const turnMs = nextTurn(startMs - 1, desk.zone, 1);
  if (turnMs !== undefined) times.push(turnMs + random.below(2 * HOUR_MS) - HOUR_MS);
  const happenings: Happening[] = [];
  let now = room;
  for (const atMs of times.sort((one, other) => one - other)) {
    const edit = editAt(atMs, now, desk);
    if (edit === undefined) continue;
    happenings.push({ kind: "edit", atMs, edit });
    now = afterEdit(now, edit);
  }
  happenings.push(...interruptions(startMs, now, desk));
  return {
    happenings: happenings.sort((one, other) => one.atMs - other.atMs),
    exact: exactHours(startMs, desk),
  };
}

function interruptions(startMs: number, room: Newsroom, desk: Desk): readonly Happening[] {
  const { random } = desk;
  const endMs = startMs + DAY_MS;
  const atMs = startMs + random.below(DAY_MS - HOUR_MS);
  const longMs = Math.min(random.below(8 * HOUR_MS), endMs - MINUTE_MS - atMs);
  const share = random.next();
  if (share < 0.14) return [{ kind: share < 0.07 ? "set" : "down", atMs, byMs: longMs }];
  if (share < 0.2) return [{ kind: "set", atMs, byMs: setBy(atMs, startMs, desk) }];
  const releases = room.pieces.map(releaseOf).filter((ms) => ms > startMs && ms < endMs - HOUR_MS);
  if (share > 0.3 || releases.length === 0) return [];
  // Shortly after a release, the process is started anew by a clock that shows shortly before it.
  const afterMs = random.pick(releases) + SECOND_MS + random.below(20 * SECOND_MS);
  const backMs = Math.min(25 * SECOND_MS + random.below(100 * SECOND_MS), afterMs - startMs);
  return [{ kind: "down", atMs: afterMs, byMs: -backMs }];
}

/** Around the turn of a clock; of some other days all; of most none. */
function exactHours(startMs: number, { zone, random }: Desk): Plan["exact"] {
  const turnMs = nextTurn(startMs - 1, zone, 1);
  if (turnMs !== undefined)
    return { fromMs: turnMs - HOUR_MS / 2, untilMs: turnMs + 1.5 * HOUR_MS };
  return { fromMs: startMs, untilMs: random.chance(0.001) ? startMs + DAY_MS : startMs };
}

/** Mostly back, by seconds or minutes; never into the day before. */
function setBy(atMs: number, startMs: number, { random }: Desk): number {
  const byMs = random.chance(0.2)
    ? random.below(90) * SECOND_MS
    : MINUTE_MS + random.below(20) * MINUTE_MS + random.below(60_000);
  return random.chance(0.8) ? -Math.min(byMs, atMs - startMs) : byMs;
}
