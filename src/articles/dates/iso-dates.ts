/**
 * ISO 8601 as people and programs write it: RFC 3339, RFC 9557, the W3C profile, SQL, and what
 * editors type from memory. No library: this is the path of nearly every record.
 */
import type { ClockTime, WrittenDate, Zone } from "./moments.ts";

const DAY = "(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})";
const CLOCK = "(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?";
const OFFSET = "(z|utc|gmt|[-+−]\\d{2}(?::?\\d{2})?)";
const BRACKETS = "((?:\\[[!\\w/+:=-]+\\]){0,4})";
const ISO = new RegExp(`^${DAY}(?:(?:t|\\s*,?\\s+)${CLOCK}(?:\\s*${OFFSET})?|z)?${BRACKETS}$`, "i");

const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/;

/** `undefined` where the text has another form; unreal days and times are left to `momentOf`. */
export function readIsoDate(text: string): WrittenDate | undefined {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour = "", minute = "", second] = compact;
    return {
      day: { year: Number(year), month: Number(month), day: Number(day) },
      time: clockTime(hour, minute, second),
    };
  }
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, separator, month = "", day = "", hour, minute, second, fraction] = match;
  const basic = separator === "";
  if (basic && (month.length !== 2 || day.length !== 2)) return undefined;
  const written = { day: { year: Number(year), month: Number(month), day: Number(day) } };
  if (hour === undefined || minute === undefined) return written;
  const time = clockTime(hour, minute, second, fraction);
  return { ...written, time, zone: readZone(match[9], match[10] ?? "") };
}

export function clockTime(hour: string, minute: string, second = "0", fraction = ""): ClockTime {
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond };
}

/** The offset fixes the instant; a zone in brackets (RFC 9557 section 3) only in its absence. */
function readZone(offset: string | undefined, brackets: string): Zone | undefined {
  if (offset !== undefined) return { offsetMinutes: offsetMinutes(offset) };
  const timeZone = /\[!?([^\]=]+)\]/.exec(brackets)?.[1];
  return timeZone === undefined ? undefined : { timeZone };
}

/** `+07`, `+0700`, `-07:00` (RFC 3339 section 5.6); letters mean UTC. NaN for `+99:00`. */
export function offsetMinutes(offset: string): number {
  const match = /^([-+−])(\d{1,2}):?(\d{2})?$/.exec(offset);
  if (match === null) return 0;
  const [hours, rest] = [Number(match[2]), Number(match[3] ?? 0)];
  const minutes = hours < 24 && rest < 60 ? hours * 60 + rest : Number.NaN;
  return match[1] === "+" ? minutes : -minutes;
}
