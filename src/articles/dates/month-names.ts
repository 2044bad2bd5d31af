/**
 * The names of months and weekdays of any language, as Intl (CLDR) has them: long and short, alone
 * and beside a day (`сентябрь`, `16 сентября`), and what editors write that CLDR does not list.
 */

/** Languages tried after those of the record and the site. */
export const LANGUAGES = [
  ..."en id es fr pt de ru uk ja zh ko ar fa hi tr vi th hu it nl sv pl ms".split(" "),
];

/** Regions whose names differ: Levantine and Maghrebi months, Austria's Jänner, … */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  ar: ["ar-EG", "ar-LB", "ar-MA", "ar-DZ"],
  de: ["de", "de-AT"],
  en: ["en", "en-GB", "en-CA"],
  es: ["es", "es-PE", "es-MX"],
  fa: ["fa-u-ca-gregory", "fa-AF-u-ca-gregory"],
  pt: ["pt", "pt-PT"],
  th: ["th-u-ca-gregory"],
};

/** Month numbers of spellings that Intl lacks. */
const MORE_MONTHS: Readonly<Record<string, string>> = {
  ar: "كانون ثاني 1|تشرين أول 10|تشرين ثاني 11|كانون أول 12",
  de: "febr 2|mrz 3|maerz 3|sept 9",
  en: "sept 9",
  es: "set 9",
  fr: "fev 2|mar 3|avr 4|juil 7|aou 8",
  hi: "सितम्बर 9|अक्टूबर 10|अक्तूबर 10|नवम्बर 11|दिसम्बर 12|नवंबर 11|दिसंबर 12|जनवरी 1|फरवरी 2",
  hu: "szep 9",
  id: "pebruari 2|peb 2|agt 8|agst 8|ags 8|sept 9|nop 11|nopember 11|oct 10|aug 8",
  it: "sett 9",
  nl: "mrt 3|sept 9",
  ru: "сен 9|фев 2|ноя 11",
  sv: "sept 9",
  vi:
    "tháng một 1|tháng giêng 1|tháng hai 2|tháng ba 3|tháng tư 4|tháng năm 5|tháng sáu 6|" +
    "tháng bảy 7|tháng tám 8|tháng chín 9|tháng mười 10|tháng mười một 11|tháng mười hai 12",
};

const MORE_WEEKDAYS: Readonly<Record<string, string>> = {
  ar: "الاثنين|الإثنين|أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت",
  en: "tues|weds|thur|thurs",
  es: "miercoles|sabado",
  id: "jum'at|ahad|minggu|selasa|rabu|kamis|senin",
  ja: "月|火|水|木|金|土|日",
  hi: "गुरूवार|बृहस्पतिवार|वीरवार|इतवार|मंगलवार",
  pt: "segunda|terça|quarta|quinta|sexta",
  th: "วันพฤหัส|พฤหัส|จ|อ|พ|พฤ|ศ|ส|อา",
  uk: "п'ятниця|п'ятницю|середу|суботу|неділю",
  ru: "среду|пятницу|субботу",
  vi: "chủ nhật|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy",
  zh: "礼拜一|礼拜二|礼拜三|礼拜四|礼拜五|礼拜六|礼拜日|星期天|周日|週一|週二|週三|週四|週五|週六|週日",
};

interface NamedMonth {
  readonly month: number;
  readonly calendar: "gregory" | "persian";
}

export interface CalendarNames {
  /** Keys in plain writing, without a full stop at the end. */
  readonly months: ReadonlyMap<string, NamedMonth>;
  readonly weekdays: readonly string[];
}

type Fields = Intl.DateTimeFormatOptions;

const MONTH_STYLES: readonly Fields[] = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric", year: "numeric" },
];

/** The part of every day of `daysMs`, in every style, with the index of its day. */
function* partsOf(
  language: string,
  type: "month" | "weekday",
  styles: readonly Fields[],
  daysMs: readonly number[],
): Generator<readonly [string, number]> {
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
    for (const [index, ms] of daysMs.entries()) {
      const part = format.formatToParts(ms).find((found) => found.type === type);
      if (part !== undefined) yield [plainName(part.value), index];
    }
  }
}

/** As `plainWriting` leaves it, but cheaper: names hold no digits of other scripts. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0307\u093c\u200b-\u200f]/g, "")
    .replace(/[ʼ’]/g, "'")
    .replace(/\.$/, "");
}

const MID_MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2021, month, 15));
/** The Solar Hijri year 1400 began on 21 March 2021; the middles of its months. */
const PERSIAN_MONTHS = Array.from({ length: 12 }, (_, month) =>
  Date.UTC(2021, 2, 21 + Math.round(month * 30.5) + 15),
);
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2021, 0, 4 + day));

/** `undefined` for a tag that is no language of Intl. */
export function calendarNames(language: string): CalendarNames | undefined {
  if (!isKnown(language)) return undefined;
  const styles: readonly Fields[] = [{ weekday: "long" }, { weekday: "short" }];
  const weekdays = [...partsOf(language, "weekday", styles, WEEK)].map(([name]) => name);
  return {
    months: monthsOf(language),
    weekdays: [...new Set([...listed(MORE_WEEKDAYS, language), ...weekdays])],
  };
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

function listed(table: Readonly<Record<string, string>>, language: string): readonly string[] {
  return table[language]?.split("|") ?? [];
}

function monthsOf(language: string): ReadonlyMap<string, NamedMonth> {
  const months = new Map<string, NamedMonth>();
  const add = (name: string, month: number, calendar: NamedMonth["calendar"]) => {
    // Months that are only numbers, as in Chinese, are left to the numeric forms.
    if (name.length > 1 && !/^[\d一二三四五六七八九十]+[月월]?$/.test(name) && !months.has(name)) {
      months.set(name, { month, calendar });
    }
  };
  for (const variant of VARIANTS[language] ?? [`${language}-u-ca-gregory`]) {
    for (const [name, index] of partsOf(variant, "month", MONTH_STYLES, MID_MONTHS)) {
      add(name, index + 1, "gregory");
    }
  }
  if (language === "fa") {
    for (const [name, index] of partsOf("fa", "month", MONTH_STYLES, PERSIAN_MONTHS)) {
      add(name, index + 1, "persian");
    }
  }
  for (const entry of listed(MORE_MONTHS, language)) {
    const [, name = "", month] = /^(.*) (\d+)$/.exec(entry) ?? [];
    add(plainName(name), Number(month), "gregory");
  }
  return months;
}

/**
 * Names as the source of a regular expression, the longest first; letters with a mark also match
 * without it, as people type them (`fevrier`, `ايلول`, `KASIM`).
 */
export function namesPattern(names: Iterable<string>): string {
  const sorted = [...names].sort((a, b) => b.length - a.length);
  return sorted.map((name) => [...name].map(letterPattern).join("")).join("|");
}

function letterPattern(letter: string): string {
  const bare = bareLetter(letter);
  if (bare === "i") return "[iıíìï]";
  if (bare === "ی") return "[یي]";
  if (bare === "ک") return "[کك]";
  if (bare !== letter) return `[${bare}${letter}]`;
  return /[.*+?^${}()|[\]\\/]/.test(letter) ? `\\${letter}` : letter;
}

/** A name by its bare letters: what all the spellings that `namesPattern` allows have in common. */
export function bareName(name: string): string {
  return [...name].map(bareLetter).join("");
}

function bareLetter(letter: string): string {
  if (letter === "ı") return "i";
  if (letter === "ي") return "ی";
  if (letter === "ك") return "ک";
  return letter
    .normalize("NFD")
    .replace(/^(.)\p{M}+$/u, "$1")
    .normalize("NFC");
}
