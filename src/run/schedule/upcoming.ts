/** What a schedule says, in words: an expression, its zone, its next runs. */
import { Temporal } from "temporal-polyfill";
import { nextRuns, type Slots } from "./slots.ts";

/** An expression's next runs, as people and programs are told. */
export interface Upcoming {
  /** The feed that has a schedule of its own. */
  readonly feed?: string;
  readonly cron: string;
  readonly timezone: string;
  /** RFC 3339, in that zone. */
  readonly next: readonly string[];
}

const SHOWN = 3;

/** One for each expression. */
export function upcomingRuns(all: readonly Slots[], nowMs: number): readonly Upcoming[] {
  return all.flatMap((slots) =>
    slots.expressions.map((cron) => ({
      ...(slots.name === "" ? {} : { feed: slots.name }),
      ...{ cron, timezone: slots.timeZone },
      next: nextRuns({ ...slots, expressions: [cron] }, nowMs, SHOWN).map((runMs) => {
        return momentIn(slots.timeZone, runMs);
      }),
    })),
  );
}

/** `2026-10-25T02:30:00+02:00` */
function momentIn(timeZone: string, atMs: number): string {
  const there = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return there.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** `30 2 * * * (Asia/Jakarta), next at 2026-10-25T02:30:00+07:00, …` */
export function upcomingText({ feed, cron, timezone, next }: Upcoming): string {
  const what = feed === undefined ? cron : `feeds.${feed}: ${cron}`;
  return `${what} (${timezone}), next at ${next.join(", ")}`;
}
