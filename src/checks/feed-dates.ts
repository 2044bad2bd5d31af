/** Dates in RSS and Atom. */
import { implausibility, readRfc822, readRfc3339 } from "./dates.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject, XmlSubject } from "./subjects.ts";
import { about, allOf, textOf, type XmlElement } from "./xml-document.ts";

const RSS_DATES = ["pubDate", "lastBuildDate"];
const ATOM_DATES = ["atom:updated", "atom:published", "atom:modified"];

const GMT_REMEDY = 'write it as "Mon, 01 Jun 2026 10:00:00 GMT"';

function* rssDates({ document }: XmlSubject) {
  for (const key of RSS_DATES) {
    for (const element of allOf(document, key)) {
      yield { element, date: readRfc822(textOf(element)) };
    }
  }
}

function* atomDates({ document }: XmlSubject) {
  for (const key of ATOM_DATES) {
    for (const element of allOf(document, key))
      yield { element, timeMs: readRfc3339(textOf(element)) };
  }
}

function implausible(element: XmlElement, timeMs: number | undefined, nowMs: number) {
  const fault = timeMs === undefined ? undefined : implausibility(timeMs, nowMs);
  if (fault === undefined) return [];
  const remedy = "give the date of the article, and hold back what is not out yet";
  return [about(element, `${quoted(textOf(element))} ${fault}`, remedy)];
}

export const rssDateRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/date",
    level: "error",
    spec: "RFC 822",
    section: "5",
    w3c: "InvalidRFC2822Date",
    demands: "Dates are dates of RFC 822, and days that a calendar has",
    *find(subject) {
      for (const { element, date } of rssDates(subject)) {
        if (date === undefined) {
          yield about(element, `${quoted(textOf(element))} is no such date`, GMT_REMEDY);
        }
      }
    },
  },
  {
    name: "rss/date-is-regular",
    level: "warning",
    spec: "RSS Profile",
    section: "Date and time",
    w3c: "ProblematicalRFC822Date",
    demands: "Dates have four digits of year, usual capitals, single spaces and a zone",
    *find(subject) {
      for (const { element, date } of rssDates(subject)) {
        if (date === undefined || date.isRegular) continue;
        yield about(element, `${quoted(textOf(element))} is not read everywhere`, GMT_REMEDY);
      }
    },
  },
  {
    name: "rss/date-weekday",
    level: "error",
    spec: "RFC 822",
    section: "5.2",
    w3c: "IncorrectDOW",
    demands: "A weekday is that of the date",
    *find(subject) {
      for (const { element, date } of rssDates(subject)) {
        if (date === undefined || date.hasRightWeekday) continue;
        yield about(element, `${quoted(textOf(element))} is another weekday`, GMT_REMEDY);
      }
    },
  },
  {
    name: "rss/date-in-gmt",
    level: "warning",
    spec: "RFC 822",
    section: "5.1",
    demands: "Dates are in GMT: some readers ignore the zone",
    *find(subject) {
      for (const { element, date } of rssDates(subject)) {
        if (date === undefined || date.isGmt) continue;
        yield about(element, `${quoted(textOf(element))} is not GMT`, GMT_REMEDY);
      }
    },
  },
  {
    name: "rss/date-plausible",
    level: "warning",
    spec: "W3C validator",
    section: "ImplausibleDate",
    w3c: "ImplausibleDate",
    demands: "No date before 1990, or more than ten minutes in the future",
    *find(subject) {
      for (const { element, date } of rssDates(subject)) {
        yield* implausible(element, date?.timeMs, subject.nowMs);
      }
    },
  },
];

export const atomDateRules: readonly Rule<FeedSubject>[] = [
  {
    name: "atom/date",
    level: "error",
    spec: "RFC 3339",
    section: "5.6",
    w3c: "InvalidRFC3339Date",
    demands: "Dates are dates of RFC 3339, with seconds and a zone",
    *find(subject) {
      for (const { element, timeMs } of atomDates(subject)) {
        if (timeMs !== undefined) continue;
        const remedy = 'write it as "2026-06-01T10:00:00Z"';
        yield about(element, `${quoted(textOf(element))} is no such date`, remedy);
      }
    },
  },
  {
    name: "atom/date-plausible",
    level: "warning",
    spec: "W3C validator",
    section: "ImplausibleDate",
    w3c: "ImplausibleDate",
    demands: "No date before 1990, or more than ten minutes in the future",
    *find(subject) {
      for (const { element, timeMs } of atomDates(subject)) {
        yield* implausible(element, timeMs, subject.nowMs);
      }
    },
  },
];
