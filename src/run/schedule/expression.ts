/**
 * When a cron expression comes round. node-cron reads it and knows its days; the walk through the
 * hours is our own, since on the night that clocks go back node-cron 4.6 leaves a whole hour out,
 * and on the night that they go forward what would have been in the missing hour.
 */
import cron from "node-cron";
import { Temporal } from "temporal-polyfill";

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** As long as clocks are ever set back at once, and some. */
const TURN_MS = 4 * 3_600_000;
/** The 29th of February on a given day of the week comes round within forty years. */
const MOST_DAYS = 41 * 366;

/** An expression, read. */
export interface Expression {
  /** As it is written. */
  readonly text: string;
  /**
   * Goes by the time that passes: each hour, or every so many minutes. Of what goes by the clock on
   * the wall, nothing is left out and nothing done twice where that clock is set (cron(8)).
   */
  readonly isByTimePassed: boolean;
  /** Times of a day in milliseconds, as hours, minutes and seconds, ascending. */
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  /** Whether it comes on a day, given as that day's noon if clocks showed UTC. */
  readonly isOn: (noonMs: number) => boolean;
}

/** @throws Error where node-cron does not know it; `expressionFaults` says what is wrong. */
export function readExpression(text: string): Expression {
  const fields = cron.parse(text);
  const days = [fields.dayOfMonth, fields.month, fields.dayOfWeek].map((field) => field.join());
  const task = cron.createTask(`0 0 12 ${days.join(" ")}`, () => undefined, { timezone: "UTC" });
  // It is only asked; node-cron need not keep it.
  task.destroy();
  const [minute = ""] = text.trim().split(/\s+/).slice(-5);
  const inOrder = (field: readonly number[], unitMs: number) =>
    [...new Set(field)].sort((one, other) => one - other).map((each) => each * unitMs);
  return {
    text,
    isByTimePassed: fields.hour.length === 24 || minute.startsWith("*"),
    hours: inOrder(fields.hour, 3600 * SECOND_MS),
    minutes: inOrder(fields.minute, 60 * SECOND_MS),
    seconds: inOrder(fields.second, SECOND_MS),
    // Months are quicker compared than matched.
    isOn: (noonMs) =>
      fields.month.includes(new Date(noonMs).getUTCMonth() + 1) && task.match(new Date(noonMs)),
  };
}

/**
 * Instants at which it comes round in a zone, in milliseconds, ascending, after `fromMs`; ends
 * where none is to come.
 */
export function* runsAfter(
  expression: Expression,
  timeZone: string,
  fromMs: number,
): Generator<number> {
  const { isByTimePassed } = expression;
  const startMs = isByTimePassed ? fromMs : fromMs - TURN_MS;
  let zone = zoneAt(timeZone, startMs);
  let wallMs = startMs + zone.offsetMs;
  let nextMs = nextOnWall(expression, wallMs);
  while (nextMs !== undefined) {
    const atMs = nextMs - zone.offsetMs;
    if (atMs < zone.untilMs) {
      if (atMs > fromMs) yield atMs;
      wallMs = nextMs;
    } else {
      const [turnMs, beforeMs] = [zone.untilMs, zone.untilMs + zone.offsetMs];
      zone = zoneAt(timeZone, turnMs);
      const afterMs = turnMs + zone.offsetMs;
      if (isByTimePassed) {
        wallMs = afterMs - 1;
      } else {
        const isMissed = nextMs < afterMs;
        // What the clock was set past is made up for at once, together with what comes then anyway.
        if (isMissed && turnMs > fromMs) yield turnMs;
        // What the clock shows for the second time has been.
        wallMs = isMissed ? afterMs : Math.max(afterMs, beforeMs) - 1;
      }
      // It need not be looked for again, unless the clock shows again what it showed before it.
      if (wallMs < nextMs && wallMs >= beforeMs - 1) continue;
    }
    nextMs = nextOnWall(expression, wallMs);
  }
}

interface ZoneNow {
  /** What its clocks show less what UTC's do. */
  readonly offsetMs: number;
  /** When they are set next. */
  readonly untilMs: number;
}

function zoneAt(timeZone: string, atMs: number): ZoneNow {
  const there = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  const turn = there.getTimeZoneTransition("next");
  return {
    offsetMs: there.offsetNanoseconds / 1e6,
    untilMs:
      turn === null || turn === undefined ? Number.POSITIVE_INFINITY : turn.epochMilliseconds,
  };
}

/** The next time on a clock that is never set, read as if it showed UTC. */
function nextOnWall(expression: Expression, afterMs: number): number | undefined {
  let dayMs = Math.floor(afterMs / DAY_MS) * DAY_MS;
  for (let days = 0; days < MOST_DAYS; days += 1, dayMs += DAY_MS) {
    if (!expression.isOn(dayMs + DAY_MS / 2)) continue;
    const timeMs = nextOnDay(expression, afterMs - dayMs);
    if (timeMs !== undefined) return dayMs + timeMs;
  }
  return undefined;
}

function nextOnDay({ hours, minutes, seconds }: Expression, afterMs: number): number | undefined {
  for (const hourMs of hours) {
    if (hourMs + 3_600_000 <= afterMs) continue;
    for (const minuteMs of minutes) {
      if (hourMs + minuteMs + 60_000 <= afterMs) continue;
      const secondMs = seconds.find((each) => hourMs + minuteMs + each > afterMs);
      if (secondMs !== undefined) return hourMs + minuteMs + secondMs;
    }
  }
  return undefined;
}
