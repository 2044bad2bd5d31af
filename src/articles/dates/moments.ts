/** A day, a time and a zone, and the one instant they mean. */
import { Temporal } from "temporal-polyfill";

export interface DateContext {
  /** The site's zone, IANA: `Asia/Jakarta`. */
  readonly timeZone: string;
  /** BCP 47, the record's own language first, then the site's. */
  readonly languages: readonly string[];
}

export interface MomentRead {
  /** Milliseconds since 1970-01-01T00:00Z, as exact as the value was. */
  readonly ms: number;
  /** The value named a day and no time: `ms` is the start of that day in the site's zone. */
  readonly dateOnly: boolean;
}

/** Why a value is no date, and what its editor can do about it. */
export interface DateFault {
  readonly reason: string;
  readonly remedy: string;
}

/** A day of the Gregorian calendar, months from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ClockTime {
  /** 0–24; 24 only as 24:00:00, the midnight that ends the day. */
  readonly hour: number;
  readonly minute: number;
  /** 0–60; 60 is a leap second. */
  readonly second: number;
  readonly millisecond: number;
}

/** An offset that no clock has is NaN, as a zone that nobody knows. */
export type Zone = { readonly offsetMinutes: number } | { readonly timeZone: string };

/** What a text says, before it is placed on the time line. */
export interface WrittenDate {
  readonly day: CalendarDay;
  readonly time?: ClockTime | undefined;
  /** Absent: the site's. */
  readonly zone?: Zone | undefined;
}

/** The remedy of every value that is no date. */
export const WRITE_ISO = "write it as 2022-03-31 or 2022-03-31T10:00:00+07:00";
const SHOWN_CHARACTERS = 60;

/**
 * RSS and Atom write four digits (RFC 822, RFC 3339). Below 1000 stand the "zero" dates of programs
 * (0000-00-00 of MySQL, 0001-01-01 of Go and .NET), which mean that nobody set one.
 */
const FIRST_MS = Date.UTC(1000, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function isFault(value: object): value is DateFault {
  return "remedy" in value;
}

/** The value as an editor finds it again: one line, shortened. */
export function quote(text: string): string {
  const characters = [...text.replace(/[\s\p{C}]+/gu, " ").trim()];
  const shown = characters.slice(0, SHOWN_CHARACTERS).join("");
  return characters.length > SHOWN_CHARACTERS ? `"${shown}…"` : `"${shown}"`;
}

export function noDate(text: string): DateFault {
  return { reason: `${quote(text)} is no date`, remedy: WRITE_ISO };
}

export function isRealDay({ year, month, day }: CalendarDay): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function isRealTime({ hour, minute, second, millisecond }: ClockTime): boolean {
  if (hour === 24) return minute === 0 && second === 0 && millisecond === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

/** An instant given by a clock that counts from 1970; `text` is the value as written. */
export function momentOfMs(ms: number, dateOnly: boolean, text: string): MomentRead | DateFault {
  if (ms >= FIRST_MS && ms <= LAST_MS) return { ms, dateOnly };
  return {
    reason: `${quote(text)} is not between the years 1000 and 9999`,
    remedy: WRITE_ISO,
  };
}

/**
 * The instant a written date means. A day without a time starts in the site's zone, whatever zone
 * is written beside it: it must never become the day before. A time that the clocks skip moves
 * forward, one that they repeat is the first (Temporal's "compatible", RFC 5545 section 3.3.5).
 */
export function momentOf(
  written: WrittenDate,
  context: DateContext,
  text: string,
): MomentRead | DateFault {
  const { day, time } = written;
  if (!isRealDay(day)) {
    return { reason: `${quote(text)} is no day of the calendar`, remedy: WRITE_ISO };
  }
  if (time === undefined) return momentOfMs(startOfDayMs(day, context.timeZone), true, text);
  if (!isRealTime(time)) {
    return {
      reason: `${quote(text)} has no time between 00:00 and 24:00`,
      remedy: WRITE_ISO,
    };
  }
  const zone = written.zone ?? { timeZone: context.timeZone };
  try {
    return momentOfMs(zonedMs(day, time, zone), false, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      reason: `${quote(text)} is in a time zone that nobody knows`,
      remedy: "write the zone as an offset, such as +07:00",
    };
  }
}

function startOfDayMs({ year, month, day }: CalendarDay, timeZone: string): number {
  return new Temporal.PlainDate(year, month, day).toZonedDateTime(timeZone).epochMilliseconds;
}

function zonedMs(day: CalendarDay, time: ClockTime, zone: Zone): number {
  if ("offsetMinutes" in zone) {
    if (Number.isNaN(zone.offsetMinutes)) throw new RangeError("no such offset");
    return wallMs(day, time) - zone.offsetMinutes * 60_000;
  }
  const wall = new Date(wallMs(day, time));
  const plain = new Temporal.PlainDateTime(
    wall.getUTCFullYear(),
    wall.getUTCMonth() + 1,
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
    wall.getUTCMilliseconds(),
  );
  return plain.toZonedDateTime(zone.timeZone).epochMilliseconds;
}

/** The wall clock read as if it were UTC; a leap second is the second before it, as in Temporal. */
function wallMs({ year, month, day }: CalendarDay, time: ClockTime): number {
  const second = Math.min(time.second, 59);
  const dayMs = new Date(0).setUTCFullYear(year, month - 1, day);
  return dayMs + ((time.hour * 60 + time.minute) * 60 + second) * 1000 + time.millisecond;
}
