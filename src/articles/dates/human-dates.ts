/**
 * Dates as people write them for people: `Jumat, 16 September 2022 10.30 WIB`. Time, zone, weekday
 * and filler words are cut away; what is left must be one whole day, in figures or by chrono-node.
 */
import { chronoReader, type DayReader } from "./chrono-days.ts";
import { cutTime } from "./clock-times.ts";
import type { CalendarDay, DateContext, DateFault, WrittenDate } from "./moments.ts";
import { isFault } from "./moments.ts";
import { calendarNames, LANGUAGES, namesPattern } from "./month-names.ts";
import { readNumericDay } from "./numeric-days.ts";

/** Words around a date that add nothing to it: articles, prepositions, `г.`, `พ.ศ.`, `ngày`. */
const FILLER = new RegExp(
  "(?<![\\p{L}\\p{M}])(?:the|of|on|de|del|el|dia|día|d'|le|du|da|do|di|il|den|der|am|vom|på|op|" +
    "w|dnia|roku|r\\.|tanggal|tgl\\.?|hari|pada|à|às|em|г\\.?|года?|р\\.?|року|от|ngày|năm|" +
    "thứ [2-7](?!\\d)|วันที่|ที่|พ\\.ศ\\.?|ค\\.ศ\\.?|เวลา|يوم|بتاريخ|الموافق|في|م|को|के)" +
    "(?![\\p{L}\\p{M}])",
  "gu",
);
/** Arab papers give the day of the Hijra first, and then the one that is read. */
const HIJRI_DAY = /\d{1,2} [\p{L} ]{1,20} 1[34]\d\d ?ه(?:ـ|جري[ةه]?)?(?![\p{L}\p{M}])/u;
const EDGE = /^[\s\p{P}\p{Emoji_Presentation}|~+]+|[\s\p{P}|~+]+$/gu;

/** A date has few words; more are prose, and prose must not cost the loading of every language. */
const MAX_CHARACTERS = 60;
const MAX_WORDS = 6;

/** `text` in plain writing. `undefined` for a text that is not wholly a date. */
export function readHumanDate(
  text: string,
  context: DateContext,
): WrittenDate | DateFault | undefined {
  const found = cutTime(text, context);
  if (found === undefined || isFault(found)) return found;
  const { time, zone } = found;
  const rest = tidy(
    found.rest
      .replace(/[()[\]|•·;]/g, " ")
      .replace(HIJRI_DAY, " ")
      .replace(FILLER, " "),
  );
  const day = looksLikeDay(rest) ? readDay(rest, context) : undefined;
  if (day === undefined || isFault(day)) return day;
  return { day, time, zone };
}

const tidy = (text: string): string => text.replace(EDGE, "").replace(/\s+/g, " ");

function looksLikeDay(text: string): boolean {
  if (text.length > MAX_CHARACTERS || text.split(" ").length > MAX_WORDS) return false;
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.length === 2 || numbers.length === 3;
}

function readDay(text: string, context: DateContext): CalendarDay | DateFault | undefined {
  const own = context.languages.map((tag) => (tag.split("-")[0] ?? "").toLowerCase());
  for (const language of new Set([...own, ...LANGUAGES])) {
    const reader = languageReader(language);
    if (reader === undefined) continue;
    for (const candidate of new Set([text, tidy(text.replace(reader.weekday, " "))])) {
      const numeric = readNumericDay(candidate, context.languages);
      if (numeric !== undefined) return numeric;
      const named = reader.month.test(candidate) ? readNamedDay(candidate, reader) : undefined;
      if (named !== undefined) return named;
    }
  }
  return undefined;
}

/** A month may have two names, `سبتمبر/أيلول`: then both must mean the same day. */
function readNamedDay(text: string, { readDay }: LanguageReader): CalendarDay | undefined {
  if (!text.includes("/")) return readDay(text);
  const one = readDay(text.replace(/(\p{L})\/[\p{L}\p{M} ]+/u, "$1 "));
  const other = readDay(text.replace(/[\p{L}\p{M} ]+\/(?=\p{L})/u, " "));
  return JSON.stringify(one) === JSON.stringify(other) ? one : undefined;
}

interface LanguageReader {
  /** At the start or the end of a text. */
  readonly weekday: RegExp;
  /** Whether a month of the language occurs at all. */
  readonly month: RegExp;
  readonly readDay: DayReader;
}

/** Tables and parsers never change, so each language is put together once. */
const readers = new Map<string, LanguageReader>();

function languageReader(language: string): LanguageReader | undefined {
  const known = readers.get(language);
  if (known !== undefined) return known;
  const names = calendarNames(language);
  if (names === undefined) return undefined;
  let readDay: DayReader | undefined;
  const reader = {
    weekday: weekdayPattern(names.weekdays),
    month: new RegExp(namesPattern(names.months.keys()) || "(?!)", "u"),
    readDay: (text: string) => {
      readDay ??= chronoReader(language, names);
      return readDay(text);
    },
  };
  readers.set(language, reader);
  return reader;
}

/** Where words are not parted by spaces, a weekday may touch what follows: `วันศุกร์ที่ 16`. */
function weekdayPattern(weekdays: readonly string[]): RegExp {
  const isUnspaced = (name: string) => /[\p{sc=Thai}\p{sc=Han}\p{sc=Hangul}]$/u.test(name);
  const unspaced = namesPattern(weekdays.filter(isUnspaced)) || "(?!)";
  const spaced = namesPattern(weekdays.filter((name) => !isUnspaced(name))) || "(?!)";
  const name = `(?:(?:${unspaced})(?:ที่)?|(?<![\\p{L}\\p{M}])(?:${spaced})(?![\\p{L}\\p{M}]))`;
  return new RegExp(`^${name}|${name}$`, "u");
}
