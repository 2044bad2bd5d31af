/** The slots of the site, and of feeds that have their own: when each is published. */
import type { Config } from "../../config/config.ts";
import type { Schedule } from "../../config/schedule.ts";
import { type Expression, readExpression, runsAfter } from "./expression.ts";

/** What is published at the same times. */
export interface Slots {
  /** The feed's name; "" for the site. */
  readonly name: string;
  /** The feeds that are published then; undefined: all. */
  readonly feeds: ReadonlySet<string> | undefined;
  /** Cron expressions, as written. */
  readonly expressions: readonly string[];
  /** IANA name of the zone that they are in. */
  readonly timeZone: string;
  /** Up to how many milliseconds later than they say, at random. */
  readonly jitterMs: number;
}

/** The site's first; none where the configuration has no schedule. */
export function slotsOf(config: Config): readonly Slots[] {
  const names = Object.keys(config.feeds);
  const own = names.filter((name) => config.feeds[name]?.schedule !== undefined);
  const others = names.filter((name) => !own.includes(name));
  const slots = (name: string, schedule: Schedule, feeds: Slots["feeds"]): Slots => ({
    ...{ name, feeds },
    expressions: [...new Set(schedule.cron)],
    timeZone: schedule.timezone ?? config.site.timezone,
    jitterMs: (schedule.jitter ?? 0) * 1000,
  });
  const ofSite =
    config.schedule === undefined || others.length === 0
      ? []
      : [slots("", config.schedule, own.length === 0 ? undefined : new Set(others))];
  const ofFeeds = own.flatMap((name) => {
    const schedule = config.feeds[name]?.schedule;
    return schedule === undefined ? [] : [slots(name, schedule, new Set([name]))];
  });
  return [...ofSite, ...ofFeeds];
}

/**
 * The next runs, in milliseconds, ascending, after `fromMs`; fewer where no more are to come. Where
 * clocks are set, as `runsAfter` says.
 *
 * @throws Error where an expression is wrong; `readSchedule` refuses such.
 */
export function nextRuns(slots: Slots, fromMs: number, count: number): readonly number[] {
  const runs = new Set<number>();
  for (const expression of expressionsOf(slots)) {
    let left = count;
    for (const runMs of runsAfter(expression, slots.timeZone, fromMs)) {
      if (left <= 0) break;
      runs.add(runMs);
      left -= 1;
    }
  }
  return [...runs].sort((one, other) => one - other).slice(0, count);
}

const FIRST_LOOK_MS = 15_000;
/** Further back, an expression has never come round: forty years, as `nextRuns` looks ahead. */
const LAST_LOOK_MS = 41 * 366 * 86_400_000;

/** The last run at or before `nowMs`, in milliseconds; undefined where there was none. */
export function lastRunBefore(slots: Slots, nowMs: number): number | undefined {
  // Ever further back, so that what comes each second is not counted over years.
  for (let backMs = FIRST_LOOK_MS; ; backMs *= 4) {
    const found = expressionsOf(slots).flatMap((expression) => {
      let lastMs: number | undefined;
      for (const runMs of runsAfter(expression, slots.timeZone, nowMs - backMs)) {
        if (runMs > nowMs) break;
        lastMs = runMs;
      }
      return lastMs === undefined ? [] : [lastMs];
    });
    if (found.length > 0) return Math.max(...found);
    if (backMs > LAST_LOOK_MS) return undefined;
  }
}

/** Read once: slots never change. */
const read = new WeakMap<Slots, readonly Expression[]>();

function expressionsOf(slots: Slots): readonly Expression[] {
  const known = read.get(slots) ?? slots.expressions.map(readExpression);
  read.set(slots, known);
  return known;
}
