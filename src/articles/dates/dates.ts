/** The dates of a record: its fields, the date line of its text, and its path. */
import { gregorianDay } from "./calendars.ts";
import { labelledParts } from "./date-lines.ts";
import { readHumanDate } from "./human-dates.ts";
import { readIsoDate } from "./iso-dates.ts";
import {
  type DateContext,
  type DateFault,
  isFault,
  isRealDay,
  type MomentRead,
  momentOf,
  momentOfMs,
  noDate,
  quote,
  WRITE_ISO,
} from "./moments.ts";
import { readRfc822Date } from "./rfc822-dates.ts";
import { plainWriting } from "./written-text.ts";

export type { DateContext, DateFault, MomentRead } from "./moments.ts";

/** No date is longer, and no expression below meets more. */
const MAX_CHARACTERS = 200;
const MAX_PATH_CHARACTERS = 4096;

/**
 * A field of a record: text, seconds or milliseconds since 1970, a `Date`, or TOML's `Date` that
 * knows whether it has a zone. What has none is in the site's zone. Never guesses: a value that can
 * mean two instants is a fault.
 */
export function readDate(value: unknown, context: DateContext): MomentRead | DateFault {
  if (typeof value === "string") return readText(value, context);
  if (typeof value === "number") return readNumber(value, context);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return noDate("Invalid Date");
    // smol-toml's TomlDate prints just what was written: no zone if there was none.
    if ("isLocal" in value) return readText(value.toISOString(), context);
    return momentOfMs(value.getTime(), false, value.toISOString());
  }
  const kind = value === null || value === undefined ? "nothing" : typeof value;
  return { reason: `${kind} is no date`, remedy: WRITE_ISO };
}

function readText(value: string, context: DateContext): MomentRead | DateFault {
  if (value.length > MAX_CHARACTERS) return noDate(value);
  const text = value.trim();
  if (text === "") return { reason: "the date is empty", remedy: WRITE_ISO };
  if (/^\d{10}$|^\d{13}$/.test(text)) return readNumber(Number(text), context);
  return readDateText(text, context) ?? noDate(text);
}

/**
 * The forms from the surest to the loosest; `undefined` where none fits. The text is read as it
 * stands first: nearly all are ISO 8601, and tidying costs more than reading.
 */
function readDateText(text: string, context: DateContext): MomentRead | DateFault | undefined {
  const asWritten = readIsoDate(text);
  const plain = asWritten === undefined ? plainWriting(text) : text;
  const iso = asWritten ?? readIsoDate(plain);
  if (iso !== undefined) {
    const day = gregorianDay(iso.day, iso.zone === undefined ? context.languages : []);
    return day === undefined ? noDate(text) : momentOf({ ...iso, day }, context, text);
  }
  const written = readRfc822Date(plain, context) ?? readHumanDate(plain, context);
  if (written === undefined || isFault(written)) return written;
  return momentOf(written, context, text);
}

/**
 * By its digits: 9–10 are seconds (1973 to 2286), 12–13 milliseconds; 8 and 14 are the figures of a
 * date, which YAML hands over as a number: `date: 20220916`.
 */
function readNumber(value: number, context: DateContext): MomentRead | DateFault {
  const digits = Math.trunc(Math.abs(value)).toString().length;
  if (Number.isFinite(value) && value > 0) {
    if (digits === 9 || digits === 10) return momentOfMs(value * 1000, false, String(value));
    if (digits === 12 || digits === 13) return momentOfMs(value, false, String(value));
    if (Number.isInteger(value) && (digits === 8 || digits === 14)) {
      return readDateText(String(value), context) ?? noDate(String(value));
    }
  }
  return {
    reason: `${quote(String(value))} is no date and no count of seconds or milliseconds since 1970`,
    remedy: WRITE_ISO,
  };
}

/**
 * A line of a text that is nothing but dates: `Friday 16 September 2022`, `公開日：2022年9月16日`,
 * `Published: 16 Sep 2022 10:30 WIB | Updated: 17 Sep 2022`. `undefined` for all that is not surely
 * one, be it prose, a number or an ambiguous date: it may be the story's own words.
 */
export function readDateLine(
  line: string,
  context: DateContext,
): { readonly published?: MomentRead; readonly updated?: MomentRead } | undefined {
  if (line.length > MAX_CHARACTERS || !/\p{Nd}|[〇一二三四五六七八九十元]/u.test(line))
    return undefined;
  const parts = labelledParts(plainWriting(line));
  if (parts === undefined) return undefined;
  const read: { published?: MomentRead; updated?: MomentRead } = {};
  for (const role of ["published", "updated"] as const) {
    const text = parts[role];
    if (text === undefined) continue;
    const moment = /^\d+$/.test(text) ? undefined : readDateText(text, context);
    if (moment === undefined || isFault(moment)) return undefined;
    read[role] = moment;
  }
  return read;
}

const DATED_SEGMENT =
  /(?:^|\/)(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[-_ ]([^/]*)|(\.[^/.]*))?(?=\/|$)/g;
const EXTENSION = /\.[^/.]*$/;

/**
 * The date that a path carries where generators put it, at the start of a file's or a folder's name
 * (`_posts/2022-09-16-title.md`, `2022-09-16.md`, `2022-09-16-title/index.md`) or as folders
 * (`2022/09/16/title.md`); the last one wins. `date` is `2022-09-16`. `nameWithoutDate` is what is
 * left of the name: `title`, without the extension; that of the file inside a dated folder, unless
 * it is an index; empty if nothing is left. A date later in a name (`results-2022-09-16.md`) is
 * part of the title. `undefined` where the path has none, or the last is no real day.
 */
export function dateOfPath(
  path: string,
): { readonly date: string; readonly nameWithoutDate: string } | undefined {
  if (path.length > MAX_PATH_CHARACTERS) return undefined;
  const normal = path.replaceAll("\\", "/");
  const match = [...normal.matchAll(DATED_SEGMENT)].at(-1);
  if (match === undefined) return undefined;
  const [found, year = "", , month = "", day = "", title = ""] = match;
  if (!isRealDay({ year: Number(year), month: Number(month), day: Number(day) })) return undefined;
  if (Number(year) < 1000) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const inside = normal.slice(match.index + found.length);
  if (inside === "") return { date, nameWithoutDate: title.replace(EXTENSION, "") };
  const file = inside.slice(inside.lastIndexOf("/") + 1).replace(EXTENSION, "");
  const isIndex = /^(?:_?index|readme)(?:\.|$)/i.test(file);
  return { date, nameWithoutDate: isIndex ? title : file };
}
