/** Days written in figures only: `16/09/2022`, `2022. 9. 16.`, `2022年9月16日`. */
import { gregorianDay } from "./calendars.ts";
import type { CalendarDay, DateFault } from "./moments.ts";
import { isRealDay, quote } from "./moments.ts";

const YEAR_FIRST = /^(\d{4})( ?[-./] ?)(\d{1,2})\2(\d{1,2})\.?$/;
const NAMED_PARTS = /^(\d{4}) ?([年년]) ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]?$/;
const YEAR_LAST = /^(\d{1,2})( ?[-./] ?)(\d{1,2})\2(\d{4})\.?$/;

type Order = "day first" | "month first" | "unknown";

const iso = ({ year, month, day }: CalendarDay) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** `undefined` where the text has another form or names no real day. */
export function readNumericDay(
  text: string,
  languages: readonly string[],
): CalendarDay | DateFault | undefined {
  const yearFirst = YEAR_FIRST.exec(text) ?? NAMED_PARTS.exec(text);
  if (yearFirst !== null) {
    const [, year, , month, day] = yearFirst;
    return real({ year: Number(year), month: Number(month), day: Number(day) }, languages);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return undefined;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  const dayFirst = real({ year, month: second, day: first }, languages);
  const monthFirst = real({ year, month: first, day: second }, languages);
  if (dayFirst === undefined || monthFirst === undefined || first === second) {
    return dayFirst ?? monthFirst;
  }
  const order = orderOf(languages);
  if (order !== "unknown") return order === "day first" ? dayFirst : monthFirst;
  return {
    reason: `${quote(text)} can be ${iso(dayFirst)} or ${iso(monthFirst)}`,
    remedy: "write it so, or give the language with its country: en-GB or en-US",
  };
}

function real(day: CalendarDay, languages: readonly string[]): CalendarDay | undefined {
  const gregorian = gregorianDay(day, languages);
  return gregorian !== undefined && isRealDay(gregorian) ? gregorian : undefined;
}

/**
 * The order in which the first language writes its dates. English without a country may be either;
 * then a later language tag with one decides, if it is English too.
 */
function orderOf(languages: readonly string[]): Order {
  const [first = "en"] = languages;
  const isEnglish = /^en(?:-|$)/i.test(first);
  if (!isEnglish) return orderOfTag(first);
  const withCountry = languages.find((tag) => /^en-(?:[a-z]{4}-)?(?:[a-z]{2}|\d{3})\b/i.test(tag));
  return withCountry === undefined ? "unknown" : orderOfTag(withCountry);
}

/** Languages that put the year first (Chinese, Hungarian) read a year at the end like their day. */
function orderOfTag(tag: string): Order {
  try {
    // Intl would take the language of the process instead of one it does not know.
    if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return "unknown";
    const format = new Intl.DateTimeFormat(tag, {
      calendar: "gregory",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    const order = format.formatToParts(0).map(({ type }) => type);
    if (order.indexOf("year") < order.indexOf("day")) return "unknown";
    return order.indexOf("day") < order.indexOf("month") ? "day first" : "month first";
  } catch {
    return "unknown";
  }
}
