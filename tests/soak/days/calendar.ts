/** What a clock on the wall of a zone shows, and when: its own few lines, not the program's. */
import { Temporal } from "temporal-polyfill";

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** A time of every day: hours and minutes. */
export type TimeOfDay = readonly [hour: number, minute: number];

export function shownAt(atMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
}

/** When it shows that: a time that is skipped is moved forward, of one that is repeated the first. */
export function instantOf(wall: Temporal.PlainDateTime, zone: string): number {
  return wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** When it is set next, after an instant; undefined: within those days not at all. */
export function nextTurn(afterMs: number, zone: string, days: number): number | undefined {
  const turnMs = shownAt(afterMs, zone).getTimeZoneTransition("next")?.epochMilliseconds;
  return turnMs !== undefined && turnMs < afterMs + days * DAY_MS ? turnMs : undefined;
}

/** When cron(8) comes round, after `fromMs` and up to `untilMs`, ascending. */
export function slotsWithin(
  times: readonly TimeOfDay[],
  zone: string,
  fromMs: number,
  untilMs: number,
): readonly number[] {
  const slots = new Set<number>();
  const last = shownAt(untilMs, zone).toPlainDate().add({ days: 1 });
  let day = shownAt(fromMs, zone).toPlainDate().subtract({ days: 2 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const [hour, minute] of times) {
      const atMs = slotAt(day.toPlainDateTime({ hour, minute }), zone);
      if (atMs > fromMs && atMs <= untilMs) slots.add(atMs);
    }
  }
  return [...slots].sort((one, other) => one - other);
}

/** What the clock is set past is made up for right after. */
function slotAt(wall: Temporal.PlainDateTime, zone: string): number {
  const there = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
  if (there.toPlainDateTime().equals(wall)) return there.epochMilliseconds;
  const before = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  return before.getTimeZoneTransition("next")?.epochMilliseconds ?? there.epochMilliseconds;
}
