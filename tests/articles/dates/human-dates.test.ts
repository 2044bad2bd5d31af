import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type DateContext, readDate, readDateLine } from "../../../src/articles/dates/dates.ts";

const linesOf = (file: string) =>
  readFileSync(new URL(`./cases/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);

interface Case {
  readonly text: string;
  readonly expected: string;
  readonly context: DateContext;
}

function humanCases(): readonly Case[] {
  let context: DateContext = { languages: [], timeZone: "UTC" };
  const cases: Case[] = [];
  for (const line of linesOf("human-dates.txt")) {
    const [, languages, timeZone] = /^## (\S+) (\S+)$/.exec(line) ?? [];
    if (languages !== undefined && timeZone !== undefined) {
      context = { languages: languages.split(","), timeZone };
    }
    const [, text, expected] = /^(?!#)(.*) => (\S+)$/.exec(line) ?? [];
    if (text !== undefined && expected !== undefined) cases.push({ text, expected, context });
  }
  return cases;
}

/** What the case file writes: a day in the site's zone, or an instant. */
function shown(value: unknown, context: DateContext): string {
  const read = readDate(value, context);
  if ("reason" in read) return read.reason;
  const instant = Temporal.Instant.fromEpochMilliseconds(read.ms);
  if (!read.dateOnly) return instant.toString();
  const start = instant.toZonedDateTimeISO(context.timeZone);
  expect(start.startOfDay().epochMilliseconds).toBe(read.ms);
  return start.toPlainDate().toString();
}

const cases = humanCases();

describe("human dates", () => {
  it("has a case for every language of the credits", () => {
    expect(cases.length).toBeGreaterThan(300);
  });

  it.each(cases)("$context.languages $text", ({ text, expected, context }) => {
    expect(shown(text, context)).toBe(expected);
  });

  it.each(cases)("as a line of a text: $text", ({ text, context }) => {
    const read = readDate(text, context);
    expect(readDateLine(text, context)).toEqual({ published: read });
  });

  it("reads them whatever the record's language is", () => {
    const unread = cases
      .filter(({ text }) => /\p{L}{4}/u.test(text) && !/\b(?:IST|BST|CST)\b/.test(text))
      .filter(({ text, expected, context }) => {
        const languages = ["sv", "id", ...context.languages];
        return shown(text, { ...context, languages }) !== expected;
      });
    expect(unread.map(({ text }) => text)).toEqual([]);
  });
});

describe("texts that are no dates", () => {
  const contexts = ["id", "en", "en-US", "ru", "ja", "th", "fa", "vi"].map((language) => ({
    languages: [language],
    timeZone: "Asia/Jakarta",
  }));

  it.each(linesOf("no-dates.txt"))("%s", (text) => {
    for (const context of contexts) {
      expect(readDateLine(text, context)).toBeUndefined();
      expect(readDate(text, context)).toMatchObject({ remedy: expect.stringMatching(/^write/) });
    }
  });
});

describe("figures that can be two days", () => {
  const read = (text: string, ...languages: string[]) =>
    shown(text, { languages, timeZone: "Asia/Jakarta" });

  it.each([
    ["day first", "03/04/2022", ["id"], "2022-04-03"],
    ["month first in the United States", "03/04/2022", ["en-US"], "2022-03-04"],
    ["by the country that another English tag gives", "03/04/2022", ["en", "en-GB"], "2022-04-03"],
    ["never by another language", "03/04/2022", ["id", "en-US"], "2022-04-03"],
    ["where only one is real", "09/16/2022", ["id"], "2022-09-16"],
    ["where both are the same", "3/3/2022", ["en"], "2022-03-03"],
    ["year first", "2022/03/04", ["en"], "2022-03-04"],
  ])("%s", (_, text, languages, expected) => {
    expect(read(text, ...languages)).toBe(expected);
  });

  it.each([[["en"]], [["en", "id"]], [["ja"]], [["en-ZA"]]])("is a fault in %s", (languages) => {
    const context = { languages, timeZone: "Asia/Jakarta" };
    expect(readDate("03/04/2022", context)).toEqual({
      reason: '"03/04/2022" can be 2022-04-03 or 2022-03-04',
      remedy: "write it so, or give the language with its country: en-GB or en-US",
    });
    expect(readDateLine("03/04/2022", context)).toBeUndefined();
  });
});

describe("zones of several places", () => {
  const at = (zone: string, timeZone: string, ...languages: string[]) =>
    shown(`16 September 2022 10:30 ${zone}`, { languages, timeZone });

  it.each([
    ["IST", "Asia/Kolkata", "en", "2022-09-16T05:00:00Z"],
    ["IST", "Asia/Jakarta", "hi", "2022-09-16T05:00:00Z"],
    ["IST", "Asia/Jerusalem", "en", "2022-09-16T08:30:00Z"],
    ["IST", "Europe/Dublin", "en", "2022-09-16T09:30:00Z"],
    ["BST", "Europe/London", "en", "2022-09-16T09:30:00Z"],
    ["BST", "Asia/Dhaka", "en", "2022-09-16T04:30:00Z"],
    ["BST", "Asia/Jakarta", "en-GB", "2022-09-16T09:30:00Z"],
    ["CST", "America/Chicago", "zh", "2022-09-16T16:30:00Z"],
    ["CST", "Asia/Shanghai", "en", "2022-09-16T02:30:00Z"],
    ["CST", "Asia/Jakarta", "zh", "2022-09-16T02:30:00Z"],
    ["CST", "America/Havana", "es", "2022-09-16T15:30:00Z"],
    ["CST", "Asia/Jakarta", "en", "2022-09-16T16:30:00Z"],
    ["EST", "Australia/Sydney", "en", "2022-09-16T00:30:00Z"],
    ["PST", "Asia/Manila", "en", "2022-09-16T02:30:00Z"],
    ["AST", "Asia/Riyadh", "ar", "2022-09-16T07:30:00Z"],
  ])("%s for a site in %s, %s", (zone, timeZone, language, expected) => {
    expect(at(zone, timeZone, language)).toBe(expected);
  });

  it.each(["IST", "BST"])("%s is a fault where nothing settles it", (zone) => {
    const context = { languages: ["id", "en"], timeZone: "Asia/Jakarta" };
    expect(readDate(`16 September 2022 10:30 ${zone}`, context)).toEqual({
      reason: expect.stringContaining(`the time zone "${zone}" can be that of`),
      remedy: "write the zone as an offset, such as +05:30",
    });
  });
});
