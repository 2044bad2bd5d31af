/** Days with a month's name, read by chrono-node in one language at a time. */
import { createRequire } from "node:module";
import type { Chrono, Parser } from "chrono-node";
import { dayOfBuddhist, dayOfPersian } from "./calendars.ts";
import type { CalendarDay } from "./moments.ts";
import { isRealDay } from "./moments.ts";
import { bareName, type CalendarNames, namesPattern } from "./month-names.ts";

/**
 * chrono-node takes some 50 ms to load, and 10 more a language: only human dates pay that, once.
 * `require`, not `import()`, so that reading a date stays synchronous.
 */
const require = createRequire(import.meta.url);

/** The languages that chrono-node itself knows. */
const LOCALES: ReadonlySet<string> = new Set(
  "ar de en es fi fr id it ja nl pt ru sv uk vi zh".split(" "),
);

/** What each of its language modules exports. */
interface ChronoModule {
  readonly Chrono: typeof Chrono;
  readonly strict: Chrono;
}

/** Relative dates count from here, and are then refused: no date may depend on the clock. */
const REFERENCE = { instant: new Date(0), timezone: 0 };

const PERSIAN_TAG = "calendar/persian";

/** Ordinal endings: 1st, 1er, 1º, 16-го, 16-án. */
const ORDINAL = "(?:st|nd|rd|th|er|o|a|e|-?го|-?е|-?[aá]n|-?[eé]n|-i)?";
const GAP = "[ .,/-]{0,3}";

export type DayReader = (text: string) => CalendarDay | undefined;

/**
 * A reader of texts that are wholly one day: `16 de septiembre 2022`. chrono's own parsers of the
 * language stand beside one made of the names of Intl, so every language of Intl can be read; where
 * two of them disagree, nothing is read.
 */
export function chronoReader(language: string, names: CalendarNames): DayReader {
  const module: ChronoModule = require(`chrono-node/${LOCALES.has(language) ? language : "en"}`);
  const own = monthNameParser(language, names);
  const parsers = LOCALES.has(language) ? [own, ...module.strict.parsers] : [own];
  // No refiners: they merge partial finds and fill gaps from the reference, and only wholes count.
  const chrono = new module.Chrono({ parsers, refiners: [] });
  return (text) => {
    const days = new Map<string, CalendarDay>();
    for (const { index, text: found, start, end } of chrono.parse(text, REFERENCE)) {
      const whole = index === 0 && found.length === text.length;
      if (!whole || end || start.isCertain("hour")) continue;
      if (!(["day", "month", "year"] as const).every((part) => start.isCertain(part))) continue;
      const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
      if (year === null || month === null || day === null) continue;
      const written = { year, month, day };
      if (!isSpelledOut(written, text)) continue;
      const real = gregorian(written, language, start.tags().has(PERSIAN_TAG));
      if (real !== undefined && isRealDay(real)) days.set(Object.values(real).join(), real);
    }
    const [day] = days.values();
    return days.size === 1 ? day : undefined;
  };
}

/**
 * The figures of the text must be those of the day and no others. This is what tells `16 May 2022`
 * from `16 hours 2022 minutes ago`, and from a year that was made up.
 */
function isSpelledOut({ year, month, day }: CalendarDay, text: string): boolean {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const expected = numbers.length === 3 ? [day, month, year] : [day, year];
  const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b).join();
  return ascending(numbers) === ascending(expected);
}

function gregorian(
  day: CalendarDay,
  language: string,
  isPersian: boolean,
): CalendarDay | undefined {
  if (isPersian) return dayOfPersian(day);
  return language === "th" ? dayOfBuddhist(day) : day;
}

function monthNameParser(language: string, { months }: CalendarNames): Parser {
  const byName = new Map([...months].map(([name, month]) => [bareName(name), month]));
  const month = `(${namesPattern(months.keys())})(?!\\d)`;
  const day = `(\\d{1,2})${ORDINAL}`;
  const year = language === "th" ? "(\\d{4}|\\d{2})" : "(\\d{4})";
  const pattern = new RegExp(
    [`${day}${GAP}${month}${GAP}${year}`, `${month}${GAP}${day}${GAP}${year}`]
      .concat(`${year}${GAP}${month}${GAP}${day}`)
      .map((form) => `^${form}$`)
      .join("|"),
    "u",
  );
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const groups = [...match].slice(1);
      const name = groups[1] ?? groups[3] ?? groups[7];
      const named = byName.get(bareName(name ?? ""));
      if (named === undefined) return null;
      const components = context.createParsingComponents({
        day: Number(groups[0] ?? groups[4] ?? groups[8]),
        month: named.month,
        year: Number(groups[2] ?? groups[5] ?? groups[6]),
      });
      return named.calendar === "persian" ? components.addTag(PERSIAN_TAG) : components;
    },
  };
}
