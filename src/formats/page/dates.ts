/** Dates as a page shows them before its script puts them into the reader's zone and language. */
import { rfc3339Date } from "../instants.ts";
import { type Html, tag, textTag } from "./markup.ts";

export interface DateWords {
  /** In a zone: `2 November 2026`. */
  readonly day: string;
  /** `05.30 UTC+7` */
  readonly hour: string;
}

interface Clock {
  readonly day: Intl.DateTimeFormat;
  readonly hour: Intl.DateTimeFormat;
  readonly offset: Intl.DateTimeFormat;
}

/** Making one takes the engine longer than writing a hundred dates. */
const clocks = new Map<string, Clock>();
const MOST_CLOCKS = 200;

function clockOf(language: string, timeZone: string): Clock {
  const key = `${language} ${timeZone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  // One calendar for all: a date is to mean the same on the page and in the feed.
  const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, calendar: "gregory", ...options });
  const clock = {
    day: format(language, { day: "numeric", month: "long", year: "numeric" }),
    hour: format(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    offset: format("en", { timeZoneName: "longOffset" }),
  };
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  clocks.set(key, clock);
  return clock;
}

/** @param language BCP 47; where no date can be written in it or in the zone: English, UTC. */
export function dateWords(timeMs: number, language: string, timeZone: string): DateWords {
  let clock: Clock;
  try {
    clock = clockOf(language, timeZone);
  } catch {
    clock = clockOf("en", "UTC");
  }
  const { day, hour, offset } = clock;
  return { day: day.format(timeMs), hour: `${hour.format(timeMs)} ${zoneOf(offset, timeMs)}` };
}

/** `UTC`, `UTC+7`, `UTC−3:30` */
function zoneOf(offset: Intl.DateTimeFormat, timeMs: number): string {
  const parts = offset.formatToParts(timeMs);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "", hours = "", minutes = ""] = /([+-])(\d\d):?(\d\d)?/.exec(name) ?? [];
  if (Number(hours) === 0 && Number(minutes) === 0) return "UTC";
  const rest = minutes === "00" || minutes === "" ? "" : `:${minutes}`;
  return `UTC${sign === "-" ? "−" : "+"}${Number(hours)}${rest}`;
}

/** @param language of the words, where it is not that of what is around them. */
export function timeElement(timeMs: number, language: string, timeZone: string): Html {
  const { day, hour } = dateWords(timeMs, language, timeZone);
  return tag("time", { datetime: rfc3339Date(timeMs) }, [
    textTag("span", {}, day),
    { text: " " },
    textTag("span", { class: "hour" }, hour),
  ]);
}
