/** What may stand for `schedule`, and what is refused with which words. */
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/config.ts";
import { scheduleFaults } from "../../src/run/schedule/schedule-faults.ts";

const SITE = { title: "T", url: "https://x.example/" };
const LINES: Readonly<Record<string, number>> = { schedule: 7, "feeds.all.schedule": 9 };

const check = (raw: Readonly<Record<string, unknown>>) =>
  checkConfig(
    { site: SITE, ...raw },
    "/x/site.yaml",
    (keys) => LINES[keys.join(".")],
    "site.yaml",
    scheduleFaults,
  );

it.each([
  ["*/10 * * * *", { cron: ["*/10 * * * *"] }],
  [["@daily", "0 12 * * *"], { cron: ["@daily", "0 12 * * *"] }],
  [{ cron: "*/5 * * * * *" }, { cron: ["*/5 * * * * *"] }],
  [
    { cron: ["0 6 * * *"], timezone: "Asia/Jakarta", jitter: 60 },
    { cron: ["0 6 * * *"], timezone: "Asia/Jakarta", jitter: 60 },
  ],
])("accepts %j", (schedule, expected) => {
  expect(check({ schedule }).schedule).toEqual(expected);
  expect(check({ feeds: { all: { schedule } } }).feeds["all"]?.schedule).toEqual(expected);
});

it("knows watch, off by default", () => {
  expect(check({}).watch).toBe(false);
  expect(check({ watch: true }).watch).toBe(true);
});

describe("every command refuses what is plainly wrong", () => {
  it.each([
    ["every now and then", /schedule: .* is no cron expression/],
    ["", /schedule: "" is no cron expression/],
    [[], /schedule: .* is empty/],
    [5, /schedule: 5 is not what is expected — write a text/],
    [{ cron: "* * * * *", timezone: "Mars" }, /schedule\.timezone: "Mars" is no IANA time zone/],
    [{ cron: "* * * * *", jitter: -1 }, /schedule\.jitter: -1 is no number of seconds/],
    [{ cron: "* * * * *", zone: "UTC" }, /schedule\.zone: no such key/],
    [{}, /schedule\.cron: /],
  ])("%j", (schedule, words) => {
    expect(() => checkConfig({ site: SITE, schedule }, "x.yaml")).toThrow(words);
    expect(() => checkConfig({ site: SITE, feeds: { a: { schedule } } }, "x.yaml")).toThrow(words);
  });
});

describe("commands that go by it refuse the rest, with place, field and remedy", () => {
  it.each([
    [
      "*/10 25 * * *",
      /^site\.yaml:7: schedule: "\*\/10 25 \* \* \*": 25 cannot stand for hours — /,
    ],
    ["61 * * * *", /61 cannot stand for minutes — write 0 to 59/],
    ["*/0 * * * *", /\*\/0 cannot stand for minutes/],
    ["99 0 * * * *", /99 cannot stand for seconds/],
    ["0 0 32 * *", /32 cannot stand for days of the month/],
    ["0 0 * 13 *", /13 cannot stand for months/],
    ["0 0 * * 8", /8 cannot stand for days of the week/],
    ["0 0 31 2,4 *", /is on no day: these months have no day 31/],
    ["0 0 L 2 mon#1", /is on no day/],
    ["@reboot", /"@reboot" is no cron expression/],
    ["0 0 * * * $(ls)", /is no cron expression/],
    [["@daily", "0 24 * * *"], /24 cannot stand for hours/],
  ])("%j", (schedule, words) => {
    expect(() => check({ schedule })).toThrow(words);
    expect(() => check({ feeds: { all: { schedule } } })).toThrow(/^site\.yaml:9: feeds\.all\./);
    // A build does without the scheduler.
    expect(() => checkConfig({ site: SITE, schedule }, "x.yaml")).not.toThrow();
  });
});
