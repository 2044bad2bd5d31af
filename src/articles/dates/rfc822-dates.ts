/**
 * The dates of mail and of RSS: RFC 822, 850, 1123, 2822 and 5322 with their obsolete forms, C's
 * `asctime` and the `toString` of JavaScript. The weekday may be wrong; it decides nothing.
 */
import { clockTime, offsetMinutes } from "./iso-dates.ts";
import type { DateContext, DateFault, WrittenDate, Zone } from "./moments.ts";
import { isFault } from "./moments.ts";
import { zoneOfName } from "./zone-names.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})`;
const WEEKDAY =
  "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?:\\s*[.,]\\s*|\\s+))?";
const CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?";
const ZONE = "((?:gmt|utc)?[-+−]\\d{2}:?\\d{2}|[a-z]{1,5})";

/** `Fri, 16 Sep 2022 10:00:00 +0700` */
const MAIL = new RegExp(
  `^${WEEKDAY}(\\d{1,2})[\\s-]+${MONTH}[\\s-]+(\\d{2,4})(?:,?\\s+${CLOCK}(?:\\s*${ZONE})?)?$`,
);
/** `Fri Sep 16 10:00:00 WIB 2022` */
const ASCTIME = new RegExp(
  `^${WEEKDAY}${MONTH}\\s+(\\d{1,2})\\s+${CLOCK}(?:\\s+${ZONE})?\\s+(\\d{4})$`,
);
/** `Fri Sep 16 2022 10:00:00 GMT+0700` */
const SCRIPT = new RegExp(
  `^${WEEKDAY}${MONTH}\\s+(\\d{1,2})\\s+(\\d{4})(?:\\s+${CLOCK}(?:\\s*${ZONE})?)?$`,
);

/** `undefined` where the text has another form. */
export function readRfc822Date(
  text: string,
  context: DateContext,
): WrittenDate | DateFault | undefined {
  const line = withoutComments(text).toLowerCase();
  const mail = MAIL.exec(line);
  if (mail !== null) {
    const [, day = "", month = "", year = "", ...rest] = mail;
    return written(fullYear(year), month, day, rest, context);
  }
  const asctime = ASCTIME.exec(line);
  if (asctime !== null) {
    const [, month = "", day = "", ...rest] = asctime;
    return written(Number(rest.pop()), month, day, rest, context);
  }
  const script = SCRIPT.exec(line);
  if (script === null) return undefined;
  const [, month = "", day = "", year = "", ...rest] = script;
  return written(Number(year), month, day, rest, context);
}

function written(
  year: number,
  monthName: string,
  day: string,
  [hour, minute, second, fraction, zoneName]: readonly (string | undefined)[],
  context: DateContext,
): WrittenDate | DateFault | undefined {
  const date = { day: { year, month: MONTHS.indexOf(monthName) + 1, day: Number(day) } };
  if (hour === undefined || minute === undefined) return date;
  const time = clockTime(hour, minute, second, fraction);
  if (zoneName === undefined) return { ...date, time };
  const zone = readZone(zoneName, context);
  if (zone === undefined || isFault(zone)) return zone;
  return { ...date, time, zone };
}

/** RFC 5322 section 4.3: the one-letter zones were defined wrongly and say no more than UTC. */
function readZone(name: string, context: DateContext): Zone | DateFault | undefined {
  if (/\d/.test(name)) return { offsetMinutes: offsetMinutes(name.replace(/^[a-z]+/, "")) };
  return name.length === 1 ? { offsetMinutes: 0 } : zoneOfName(name, context);
}

/** RFC 5322 section 4.3. */
function fullYear(year: string): number {
  if (year.length === 2) return Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return Number(year) + (year.length === 3 ? 1900 : 0);
}

/** Comments nest (RFC 5322 section 3.2.2): the innermost go first. The text is bounded. */
function withoutComments(text: string): string {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, " ");
  }
  return rest.replace(/\s+/g, " ").trim();
}
