/** The dates of feeds, read to the letter: what is tolerated is told from what is right. */

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Hours west of Greenwich (RFC 822, 5.1). */
const ZONES: Readonly<Record<string, number>> = {
  est: 5,
  edt: 4,
  cst: 6,
  cdt: 5,
  mst: 7,
  mdt: 6,
  pst: 8,
  pdt: 7,
};

export interface Rfc822Date {
  readonly timeMs: number;
  /** As the RSS Profile wants it: four digits of year, single spaces, usual capitals, a zone. */
  readonly isRegular: boolean;
  readonly hasRightWeekday: boolean;
  /** GMT, or written as if: `+0000`, `UT`, `Z`. */
  readonly isGmt: boolean;
}

const LOOSE =
  /^(?:([a-z]{3})\s{0,9},\s{0,9})?(\d{1,2})\s{1,9}([a-z]{3})\s{1,9}(\d{4}|\d{2})\s{1,9}(\d\d):(\d\d)(?::(\d\d))?(?:\s{1,9}([a-z]{1,3}|[+-]\d{4}))?$/i;
const REGULAR =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:UT|GMT|[ECMP][SD]T|Z|[+-]\d{4})$/;

/** RFC 822, section 5, with years of two digits or four; undefined where it is no such date. */
export function readRfc822(text: string): Rfc822Date | undefined {
  const found = LOOSE.exec(text);
  if (found === null) return undefined;
  const [, weekday, day, monthName = "", years = "", hour, minute, second = "0", zone = ""] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const short = Number(years);
  const year = years.length === 4 ? short : short + (short < 50 ? 2000 : 1900);
  const localMs = instantOf(year, month, Number(day), Number(hour), Number(minute), Number(second));
  const westMinutes = minutesWest(zone.toLowerCase());
  if (localMs === undefined || westMinutes === undefined) return undefined;
  if (weekday !== undefined && !DAYS.includes(weekday.toLowerCase())) return undefined;
  return {
    timeMs: localMs + westMinutes * 60_000,
    isRegular: REGULAR.test(text),
    hasRightWeekday:
      weekday === undefined || DAYS[new Date(localMs).getUTCDay()] === weekday.toLowerCase(),
    isGmt: westMinutes === 0,
  };
}

function minutesWest(zone: string): number | undefined {
  const offset = /^([+-])(\d\d)([0-5]\d)$/.exec(zone);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    return minutes > 24 * 60 ? undefined : minutes * (offset[1] === "+" ? -1 : 1);
  }
  // Military letters were published with the wrong sign: nobody can know what they mean.
  if (zone === "" || zone === "ut" || zone === "gmt" || /^[a-ik-z]$/.test(zone)) return 0;
  return Object.hasOwn(ZONES, zone) ? (ZONES[zone] ?? 0) * 60 : undefined;
}

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):([0-5]\d))$/;

/** Milliseconds since 1970 (RFC 3339, section 5.6); undefined where it is no such date. */
export function readRfc3339(text: string): number | undefined {
  const found = text.length > 64 ? null : RFC_3339.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "0", sign, east, more] = found;
  const localMs = instantOf(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const eastMinutes = sign === undefined ? 0 : Number(east) * 60 + Number(more);
  if (localMs === undefined || eastMinutes >= 24 * 60) return undefined;
  return localMs + Number(fraction) * 1000 + eastMinutes * 60_000 * (sign === "+" ? -1 : 1);
}

/** Refuses what no calendar has; a 60th second is a leap second. */
function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  if (month < 0 || month > 11 || hour > 23 || minute > 59 || second > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

const FIRST_PLAUSIBLE_MS = Date.UTC(1990, 0, 1);
const TOLERANCE_MS = 10 * 60_000;

/** What makes a date implausible (ImplausibleDate), or undefined. */
export function implausibility(timeMs: number, nowMs: number): string | undefined {
  if (timeMs < FIRST_PLAUSIBLE_MS) return "lies before 1990";
  return timeMs > nowMs + TOLERANCE_MS ? "lies in the future" : undefined;
}
