/** Days that are counted from another year than Christ's. */
import type { CalendarDay } from "./moments.ts";

const DAY_MS = 86_400_000;

/** The Buddhist Era of Thailand began 543 years earlier; its months and days are Gregorian. */
const BUDDHIST_YEARS = 543;

let persian: Intl.DateTimeFormat | undefined;

/** The Solar Hijri calendar of Iran as Intl reckons it; it takes 25 ms to make, and few need it. */
function persianFormat(): Intl.DateTimeFormat {
  persian ??= new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return persian;
}

/**
 * A day written in figures, where a reader of one of the languages would not take the year for a
 * Gregorian one: 1401 in Persian is 2022, 2565 in Thai too. `undefined` for a day that never was.
 */
export function gregorianDay(
  day: CalendarDay,
  languages: readonly string[],
): CalendarDay | undefined {
  const speaks = (code: string) =>
    languages.some((tag) => new RegExp(`^${code}\\b`, "i").test(tag));
  if (day.year >= 1300 && day.year < 1500 && speaks("fa")) return dayOfPersian(day);
  if (day.year >= 2400 && day.year < 2700 && speaks("th")) return dayOfBuddhist(day);
  return day;
}

/** Thai papers also shorten the year to two figures: 65 is 2565. */
export function dayOfBuddhist({ year, month, day }: CalendarDay): CalendarDay {
  if (year < 100) return { year: year + 2500 - BUDDHIST_YEARS, month, day };
  return { year: year >= 2400 ? year - BUDDHIST_YEARS : year, month, day };
}

/** Its year begins at the March equinox, so one of the days around the guess is the right one. */
export function dayOfPersian({ year, month, day }: CalendarDay): CalendarDay | undefined {
  const dayOfYear = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const guess = new Date(0).setUTCFullYear(year + 621, 2, 18 + dayOfYear + day);
  for (let shift = 0; shift < 5; shift++) {
    const found = new Date(guess + shift * DAY_MS);
    const parts = persianFormat().formatToParts(found);
    const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
    if (part("year") === year && part("month") === month && part("day") === day) {
      const [y, m, d] = [found.getUTCFullYear(), found.getUTCMonth() + 1, found.getUTCDate()];
      return { year: y, month: m, day: d };
    }
  }
  return undefined;
}
