/** Dates as people and programs write them, in every form, and in the hours that clocks make odd. */
import type { Temporal } from "temporal-polyfill";
import { DAY_MS, HOUR_MS, instantOf, nextTurn, SECOND_MS, shownAt } from "./calendar.ts";
import { type Stated, wholeSecond } from "./pieces.ts";
import type { Random } from "./randomness.ts";

/** An instant, written in any way. */
export function stateAt(atMs: number, zone: string, random: Random): Stated {
  const ms = wholeSecond(atMs);
  const there = shownAt(ms, zone);
  const ways = [
    () => stateWall(there.toPlainDateTime(), zone, random),
    () => ({ ms, text: quoted(there.toString({ timeZoneName: "never" })) }),
    () => ({ ms, text: new Date(ms).toISOString() }),
    () => ({ ms, text: quoted(new Date(ms).toUTCString()) }),
  ];
  return random.pick(ways)();
}

/** An instant ahead: near the turn of a clock where there is one, on the very second of another, or the next. */
export function stateAhead(
  nowMs: number,
  zone: string,
  taken: readonly number[],
  random: Random,
): Stated {
  const turnMs = nextTurn(nowMs, zone, 3);
  if (turnMs !== undefined && random.chance(0.5)) {
    // What the clock shows there may come twice, or never.
    const before = shownAt(turnMs - SECOND_MS, zone).toPlainDateTime();
    const seconds = random.below(7_200) - 3_600;
    return stateWall(before.add({ seconds }), zone, random);
  }
  const others = taken.filter((ms) => ms > nowMs && ms < nowMs + 3 * DAY_MS);
  if (others.length > 0 && random.chance(0.25)) {
    return stateAt(random.pick(others) + random.below(2) * SECOND_MS, zone, random);
  }
  const reachMs = random.chance(0.7) ? DAY_MS : random.chance(0.7) ? 3 * DAY_MS : HOUR_MS;
  return stateAt(nowMs + SECOND_MS + random.next() * reachMs, zone, random);
}

/** By the clock on the wall, without a zone. */
function stateWall(wall: Temporal.PlainDateTime, zone: string, random: Random): Stated {
  const whole = wall.round({ smallestUnit: "second", roundingMode: "floor" });
  const text = whole.toString({ smallestUnit: "second" });
  const words = random.pick([text, text.replace("T", " "), quoted(text)]);
  return { ms: instantOf(whole, zone), text: words };
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** A day alone is its beginning there. */
export function stateDay(atMs: number, zone: string): Stated {
  const day = shownAt(atMs, zone).toPlainDate();
  return { ms: day.toZonedDateTime({ timeZone: zone }).epochMilliseconds, text: `${day}` };
}
