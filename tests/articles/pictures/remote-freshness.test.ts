import { describe, expect, it } from "vitest";
import { freshnessMs } from "../../../src/articles/pictures/remote/freshness.ts";

const NOW_MS = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;

describe("freshnessMs", () => {
  it.each([
    ["nothing said", {}, 24],
    ["two hours", { "cache-control": "public, max-age=7200" }, 2],
    ["spelled oddly", { "cache-control": 'Public , MAX-AGE = "7200"' }, 2],
    ["less than an hour", { "cache-control": "max-age=10" }, 1],
    ["a year", { "cache-control": "max-age=31536000, immutable" }, 168],
    ["a number beyond all bounds", { "cache-control": "max-age=99999999999999999999" }, 24],
    ["no number", { "cache-control": "max-age=-5" }, 24],
    ["another directive", { "cache-control": "s-maxage=7200, x-max-age=7200" }, 24],
    ["never", { "cache-control": "no-store, max-age=7200" }, 1],
    ["ask each time", { "cache-control": "no-cache" }, 1],
    ["grown old on the way", { "cache-control": "max-age=14400", age: "7200" }, 2],
    ["overaged", { "cache-control": "max-age=14400", age: "999999" }, 1],
    ["until five", { expires: "Mon, 23 Nov 2026 17:00:00 GMT" }, 5],
    ["until long ago", { expires: "Thu, 01 Jan 1970 00:00:00 GMT" }, 1],
    ["zero", { expires: "0" }, 1],
    ["nonsense", { expires: "tomorrow or so" }, 1],
    ["both", { "cache-control": "max-age=7200", expires: "0" }, 2],
  ])("%s", (_, headers, hours) => {
    expect(freshnessMs(headers, NOW_MS)).toBe(hours * HOUR_MS);
  });
});
