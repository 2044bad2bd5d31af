import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type DateContext, dateOfPath, readDate } from "../../../src/articles/dates/dates.ts";

const jakarta: DateContext = { timeZone: "Asia/Jakarta", languages: ["id"] };
const zones = Intl.supportedValuesOf("timeZone");

/** The instant, or the reason why there is none; a day shows as its start with `day`. */
function shown(value: unknown, context: DateContext = jakarta): string {
  const read = readDate(value, context);
  if ("reason" in read) return read.reason;
  const instant = new Date(read.ms).toISOString().replace(".000", "");
  return read.dateOnly ? `day ${instant}` : instant;
}

describe("ISO 8601", () => {
  it.each([
    ["2022-09-16", "day 2022-09-15T17:00:00Z"],
    ["2022-9-6", "day 2022-09-05T17:00:00Z"],
    ["2022/09/16", "day 2022-09-15T17:00:00Z"],
    ["2022.09.16", "day 2022-09-15T17:00:00Z"],
    ["20220916", "day 2022-09-15T17:00:00Z"],
    ["2022-09-16Z", "day 2022-09-15T17:00:00Z"],
    ["２０２２-０９-１６", "day 2022-09-15T17:00:00Z"],
    [" 2022-09-16\n", "day 2022-09-15T17:00:00Z"],
    ["2022-09-16T10:00", "2022-09-16T03:00:00Z"],
    ["2022-09-16 10:00", "2022-09-16T03:00:00Z"],
    ["2022-09-16 9:00", "2022-09-16T02:00:00Z"],
    ["2022-09-16, 10:00", "2022-09-16T03:00:00Z"],
    ["2022-09-16T10:00Z", "2022-09-16T10:00:00Z"],
    ["2022-09-16t10:00:00z", "2022-09-16T10:00:00Z"],
    ["2022-09-16 10:00:00 UTC", "2022-09-16T10:00:00Z"],
    ["2022-09-16 10:00:00 +0700", "2022-09-16T03:00:00Z"],
    ["2022-09-16T10:00:00+07:00", "2022-09-16T03:00:00Z"],
    ["2022-09-16T10:00:00+07", "2022-09-16T03:00:00Z"],
    ["2022-09-16T10:00:00-03:30", "2022-09-16T13:30:00Z"],
    ["2022-09-16T10:00:00−03:30", "2022-09-16T13:30:00Z"],
    ["2022-09-16T10:00:00+00:00", "2022-09-16T10:00:00Z"],
    ["2022-09-16T10:00:00.5Z", "2022-09-16T10:00:00.500Z"],
    ["2022-09-16T10:00:00,123456789Z", "2022-09-16T10:00:00.123Z"],
    ["20220916T100000Z", "2022-09-16T10:00:00Z"],
    ["20220916T1000+0700", "2022-09-16T03:00:00Z"],
    ["20220916100000", "2022-09-16T03:00:00Z"],
    ["202209161000", "2022-09-16T03:00:00Z"],
    ["2022-09-16T24:00:00Z", "2022-09-17T00:00:00Z"],
    ["2022-12-31T24:00", "2022-12-31T17:00:00Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"],
    ["2022-09-16T10:00[Europe/Berlin]", "2022-09-16T08:00:00Z"],
    ["2022-09-16T10:00+07:00[Asia/Jakarta]", "2022-09-16T03:00:00Z"],
    ["2022-09-16T10:00Z[Asia/Jakarta][u-ca=gregory]", "2022-09-16T10:00:00Z"],
    ["2022-09-16 10:00 WIB", "2022-09-16T03:00:00Z"],
    ["2022-09-16 10:00 PM", "2022-09-16T15:00:00Z"],
    ["1663300800", "2022-09-16T04:00:00Z"],
    ["1663300800123", "2022-09-16T04:00:00.123Z"],
    ["1000-01-02", "day 1000-01-01T16:52:48Z"],
    ["9999-12-31", "day 9999-12-30T17:00:00Z"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ["2022-02-30", "is no day of the calendar"],
    ["2023-02-29", "is no day of the calendar"],
    ["1900-02-29", "is no day of the calendar"],
    ["2022-04-31T10:00Z", "is no day of the calendar"],
    ["2022-13-01", "is no day of the calendar"],
    ["2022-00-10", "is no day of the calendar"],
    ["0000-00-00", "is no day of the calendar"],
    ["0000-00-00 00:00:00", "is no day of the calendar"],
    ["0001-01-01", "is not between the years 1000 and 9999"],
    ["0001-01-01T00:00:00Z", "is not between the years 1000 and 9999"],
    ["9999-12-31T23:00-05:00", "is not between the years 1000 and 9999"],
    ["2022-09-16T25:00", "has no time between 00:00 and 24:00"],
    ["2022-09-16T24:01", "has no time between 00:00 and 24:00"],
    ["2022-09-16T10:60", "has no time between 00:00 and 24:00"],
    ["2022-09-16T10:00[Mars/Base]", "is in a time zone that nobody knows"],
    ["2022-09-16T10:00+99:00", "is in a time zone that nobody knows"],
    ["2022-09", "is no date"],
    ["2022-W37-5", "is no date"],
    ["2022916", "is no date"],
    ["2022-09/16", "is no date"],
    ["12022-09-16", "is no date"],
  ])("%s is none", (text, reason) => {
    expect(shown(text)).toBe(`"${text}" ${reason}`);
  });
});

describe("RFC 822 and its kin", () => {
  it.each([
    ["Fri, 16 Sep 2022 10:00:00 GMT", "2022-09-16T10:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 +0700", "2022-09-16T03:00:00Z"],
    ["16 Sep 2022 10:00 +0700", "2022-09-16T03:00:00Z"],
    ["Mon, 16 Sep 2022 10:00:00 GMT", "2022-09-16T10:00:00Z"],
    ["fri,16 sep 2022 10:00:00 gmt", "2022-09-16T10:00:00Z"],
    ["Fri, 16 Sep 22 10:00:00 UT", "2022-09-16T10:00:00Z"],
    ["Fri, 16 Sep 99 10:00:00 Z", "1999-09-16T10:00:00Z"],
    ["Fri, 16 Sep 122 10:00:00 Z", "2022-09-16T10:00:00Z"],
    ["Friday, 16-Sep-22 10:00:00 GMT", "2022-09-16T10:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 EST", "2022-09-16T15:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 EDT", "2022-09-16T14:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 CST", "2022-09-16T16:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 PDT", "2022-09-16T17:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 WIB", "2022-09-16T03:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00 A", "2022-09-16T10:00:00Z"],
    ["Fri, 16 Sep 2022 10:00:00", "2022-09-16T03:00:00Z"],
    ["Fri (a (nested) one), 16 Sep 2022 10:00:00 +0700 (WIB)", "2022-09-16T03:00:00Z"],
    ["Fri Sep 16 10:00:00 2022", "2022-09-16T03:00:00Z"],
    ["Fri Sep  6 10:00:00 WIB 2022", "2022-09-06T03:00:00Z"],
    ["Fri Sep 16 2022 10:00:00 GMT+0700 (Western Indonesia Time)", "2022-09-16T03:00:00Z"],
    ["Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"],
    ["16 Sep 2022", "day 2022-09-15T17:00:00Z"],
    ["Fri, 30 Feb 2022 10:00:00 GMT", '"Fri, 30 Feb 2022 10:00:00 GMT" is no day of the calendar'],
    ["Fri, 16 Sep 2022 10:00:00 XYZT", '"Fri, 16 Sep 2022 10:00:00 XYZT" is no date'],
    ["Fri, 16 Sep 2022 10:00:00 con", '"Fri, 16 Sep 2022 10:00:00 con" is no date'],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("other values", () => {
  const toml = parseToml(
    [
      "day = 2022-09-16",
      "local = 2022-09-16T10:00:00",
      "zoned = 2022-09-16T10:00:00+02:00",
      "time = 10:00:00",
    ].join("\n"),
  );

  it.each([
    ["seconds", 1663300800, "2022-09-16T04:00:00Z"],
    ["seconds with a fraction", 1663300800.5, "2022-09-16T04:00:00.500Z"],
    ["milliseconds", 1663300800123, "2022-09-16T04:00:00.123Z"],
    ["the figures of a day", 20220916, "day 2022-09-15T17:00:00Z"],
    ["the figures of a time", 20220916100000, "2022-09-16T03:00:00Z"],
    ["a Date", new Date("2022-09-16T10:00:00.123Z"), "2022-09-16T10:00:00.123Z"],
    ["TOML's local date", toml["day"], "day 2022-09-15T17:00:00Z"],
    ["TOML's local date-time", toml["local"], "2022-09-16T03:00:00Z"],
    ["TOML's offset date-time", toml["zoned"], "2022-09-16T08:00:00Z"],
    ["TOML's time", toml["time"], '"10:00:00.000" is no date'],
    ["an invalid Date", new Date(Number.NaN), '"Invalid Date" is no date'],
    ["a Date before the bounds", new Date(-62135596800000), expect.stringMatching(/not between/)],
    ["zero", 0, expect.stringMatching(/^"0" is no date/)],
    ["a year", 2022, expect.stringMatching(/^"2022" is no date/)],
    ["no number", Number.NaN, expect.stringMatching(/^"NaN" is no date/)],
    ["no end", Number.POSITIVE_INFINITY, expect.stringMatching(/^"Infinity" is no date/)],
    ["microseconds", 1663300800123456, expect.stringMatching(/is no date/)],
    ["null", null, "nothing is no date"],
    ["nothing", undefined, "nothing is no date"],
    ["a list", ["2022-09-16"], "object is no date"],
    ["a boolean", true, "boolean is no date"],
    ["an empty text", " ", "the date is empty"],
  ])("%s", (_, value, expected) => {
    expect(shown(value)).toEqual(expected);
  });

  it("says what is wrong and what to write, on one short line", () => {
    expect(readDate("32 Maret 2022", jakarta)).toEqual({
      reason: '"32 Maret 2022" is no date',
      remedy: "write it as 2022-03-31 or 2022-03-31T10:00:00+07:00",
    });
    const long = shown(`16 September 2022\n\u0007${"x".repeat(500)}`);
    expect(long).toMatch(/^"16 September 2022 x{41}…" is no date$|^"16 September 2022 x{42}…"/);
  });
});

describe("the site's zone", () => {
  it.each([
    ["skipped hour", "America/New_York", "2022-03-13T02:30", "2022-03-13T07:30:00Z"],
    ["repeated hour", "America/New_York", "2022-11-06T01:30", "2022-11-06T05:30:00Z"],
    ["summer", "America/New_York", "2022-07-01", "day 2022-07-01T04:00:00Z"],
    ["skipped hour", "Europe/Berlin", "2022-03-27T02:30", "2022-03-27T01:30:00Z"],
    ["repeated hour", "Europe/Berlin", "2022-10-30T02:30", "2022-10-30T00:30:00Z"],
    ["skipped midnight", "America/Sao_Paulo", "2018-11-04", "day 2018-11-04T03:00:00Z"],
    ["repeated hour", "America/Sao_Paulo", "2018-02-17T23:30", "2018-02-18T01:30:00Z"],
    ["skipped midnight", "Asia/Beirut", "2022-03-27", "day 2022-03-26T22:00:00Z"],
    ["skipped midnight", "Asia/Tehran", "2022-03-22", "day 2022-03-21T20:30:00Z"],
    ["no summer time any more", "Asia/Tehran", "2023-07-01T10:00", "2023-07-01T06:30:00Z"],
    ["skipped day", "Pacific/Apia", "2011-12-30", "day 2011-12-30T10:00:00Z"],
    ["far east", "Pacific/Apia", "2022-09-16", "day 2022-09-15T11:00:00Z"],
    ["far west", "Pacific/Pago_Pago", "2022-09-16", "day 2022-09-16T11:00:00Z"],
    ["quarter hours", "Asia/Kathmandu", "2022-09-16", "day 2022-09-15T18:15:00Z"],
    ["midnight that ends a day", "Europe/Berlin", "2022-03-26T24:00", "2022-03-26T23:00:00Z"],
  ])("%s: %s %s", (_, timeZone, text, expected) => {
    expect(shown(text, { timeZone, languages: ["en"] })).toBe(expected);
  });

  const instants = fc.date({
    min: new Date("1000-01-02T00:00:00Z"),
    max: new Date("9999-12-30T00:00:00Z"),
    noInvalidDate: true,
  });

  it("reads back every instant that ISO 8601 and RFC 822 print", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const context = { timeZone, languages: ["id"] };
        const ms = instant.getTime();
        const wholeMs = Math.floor(ms / 1000) * 1000;
        expect(readDate(instant.toISOString(), context)).toEqual({ ms, dateOnly: false });
        const read = { ms: wholeMs, dateOnly: false };
        expect(readDate(instant.toUTCString(), context)).toEqual(read);
        const zoned = Temporal.Instant.fromEpochMilliseconds(wholeMs).toZonedDateTimeISO("+05:45");
        expect(readDate(zoned.toString(), context)).toEqual(read);
      }),
    );
  });

  it("starts every day on that day, in every zone", () => {
    const days = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (date, timeZone) => {
        const day = date.toISOString().slice(0, 10);
        const read = readDate(day, { timeZone, languages: ["id"] });
        if ("reason" in read) throw new Error(read.reason);
        const dayAt = (ms: number) =>
          Temporal.Instant.fromEpochMilliseconds(ms)
            .toZonedDateTimeISO(timeZone)
            .toPlainDate()
            .toString();
        // A zone that crossed the date line has days that never were: the next one then.
        expect(dayAt(read.ms) >= day && dayAt(read.ms - 1) < day).toBe(true);
      }),
    );
  });
});

describe("hostile texts", () => {
  it("always gives an answer, and soon", () => {
    const pieces = fc.constantFrom(
      ..."16 2022 9 : / - . , ( ) [ ] 10:30 September Published de tháng年 月 日 午後".split(" "),
      ..."WIB GMT+7 Fri Z \u0000 ﷺ ١ \ud800".split(" "),
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const read = readDate(parts.join(""), jakarta);
        expect("reason" in read ? read.remedy !== "" : Number.isFinite(read.ms)).toBe(true);
      }),
    );
  });

  it.each(["1", "10:30 ", "(", " ", "ﷺ", "tháng ", "1 h ", "de 1", "-", ". ", "published "])(
    "bounds %j repeated",
    (piece) => {
      expect(shown(`${piece.repeat(190).slice(0, 190)}x`)).toMatch(/is no date$/);
      expect(shown(piece.repeat(100_000))).toMatch(/is no date$|is empty$/);
    },
  );
});

describe("tags that are no languages", () => {
  it.each(["", "constructor", "__proto__", "xx", "en_US", "-"])("%j", (tag) => {
    const context = { timeZone: "Asia/Jakarta", languages: [tag] };
    expect(shown("Jumat, 16 September 2022", context)).toBe("day 2022-09-15T17:00:00Z");
    expect(shown("03/04/2022", context)).toMatch(/can be|^day 2022-04-02T17:00:00Z$/);
  });
});

describe("dates of paths", () => {
  it.each([
    ["_posts/2022-09-16-title.md", "2022-09-16", "title"],
    ["_posts/2022-9-6-title.md", "2022-09-06", "title"],
    ["blog/2022-09-16.md", "2022-09-16", ""],
    ["blog/2022-09-16", "2022-09-16", ""],
    ["blog/2022-09-16_a-b.html", "2022-09-16", "a-b"],
    ["blog/2022-09-16 A title.txt", "2022-09-16", "A title"],
    ["2022-09-16-title/index.md", "2022-09-16", "title"],
    ["2022-09-16-title/_index.id.md", "2022-09-16", "title"],
    ["2022-09-16-title/part-two.md", "2022-09-16", "part-two"],
    ["2022-09-16/title.md", "2022-09-16", "title"],
    ["2022/09/16/title.md", "2022-09-16", "title"],
    ["2022/09/16-title.md", "2022-09-16", "title"],
    ["2021-01-01-old/2022-09-16-new.md", "2022-09-16", "new"],
    ["2022/01/02/2022-09-16-new.md", "2022-09-16", "new"],
    ["_posts\\2022-09-16-title.md", "2022-09-16", "title"],
    ["2022-09-16-1.2.3.md", "2022-09-16", "1.2.3"],
  ])("%s", (path, date, nameWithoutDate) => {
    expect(dateOfPath(path)).toEqual({ date, nameWithoutDate });
  });

  it.each([
    "title.md",
    "results-2022-09-16.md",
    "2022-02-30-title.md",
    "2022-09-16th.md",
    "2022-09-title.md",
    "12022-09-16-title.md",
    "0001-01-01-title.md",
    "2022-09-160.md",
    "",
    "/".repeat(10_000),
  ])("none in %.30s", (path) => {
    expect(dateOfPath(path)).toBeUndefined();
  });
});
