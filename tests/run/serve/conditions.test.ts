import { describe, expect, it } from "vitest";
import {
  httpDateMs,
  isRangeWanted,
  statusOfConditions,
  tagsOf,
} from "../../../src/run/serve/conditions.ts";
import { readRange } from "../../../src/run/serve/ranges.ts";

const validators = { etag: '"a-gzip"', modifiedMs: Date.UTC(2026, 4, 31, 10, 0, 0) };
const SAME = "Sun, 31 May 2026 10:00:00 GMT";
const EARLIER = "Sun, 31 May 2026 09:59:59 GMT";
const LATER = "Sun, 31 May 2026 10:00:01 GMT";

describe("statusOfConditions", () => {
  it.each([
    [{}, undefined],
    [{ "if-none-match": '"a-gzip"' }, 304],
    [{ "if-none-match": 'W/"a-gzip"' }, 304],
    [{ "if-none-match": '"x", W/"y" , "a-gzip"' }, 304],
    [{ "if-none-match": '"x","a-gzip"' }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"a"' }, undefined],
    [{ "if-none-match": "a-gzip" }, undefined],
    [{ "if-none-match": "" }, undefined],
    [{ "if-modified-since": SAME }, 304],
    [{ "if-modified-since": LATER }, 304],
    [{ "if-modified-since": EARLIER }, undefined],
    [{ "if-modified-since": "yesterday" }, undefined],
    // The tag says it more exactly than the date, in both directions.
    [{ "if-none-match": '"x"', "if-modified-since": LATER }, undefined],
    [{ "if-none-match": '"a-gzip"', "if-modified-since": EARLIER }, 304],
    [{ "if-match": '"a-gzip"' }, undefined],
    [{ "if-match": "*" }, undefined],
    [{ "if-match": 'W/"a-gzip"' }, 412],
    [{ "if-match": '"x"' }, 412],
    [{ "if-unmodified-since": SAME }, undefined],
    [{ "if-unmodified-since": EARLIER }, 412],
    [{ "if-match": '"a-gzip"', "if-unmodified-since": EARLIER }, undefined],
    [{ "if-match": '"x"', "if-none-match": '"a-gzip"' }, 412],
  ])("answers %j with %s", (headers, status) => {
    expect(statusOfConditions(headers, validators)).toBe(status);
  });

  it("does not take a weak tag for a promise", () => {
    const weak = { ...validators, etag: 'W/"a"' };
    expect(statusOfConditions({ "if-none-match": '"a"' }, weak)).toBe(304);
    expect(statusOfConditions({ "if-match": 'W/"a"' }, weak)).toBe(412);
    expect(isRangeWanted('W/"a"', weak)).toBe(false);
  });

  it("reads a hostile list in no time", () => {
    const list = `"${'a" , W/"'.repeat(50_000)}`;
    expect(statusOfConditions({ "if-none-match": list }, validators)).toBeUndefined();
    expect(tagsOf(list).length).toBeLessThan(2_000);
  });
});

describe("isRangeWanted", () => {
  it.each([
    [undefined, true],
    ['"a-gzip"', true],
    ['"a"', false],
    ['W/"a-gzip"', false],
    [SAME, true],
    [LATER, false],
    ["nonsense", false],
  ])("with If-Range %j is %s", (ifRange, isWanted) => {
    expect(isRangeWanted(ifRange, validators)).toBe(isWanted);
  });
});

describe("httpDateMs", () => {
  it.each([
    ["Sunday, 31-May-26 10:00:00 GMT", validators.modifiedMs],
    ["Sun May 31 10:00:00 2026", validators.modifiedMs],
    ["Mon Jun  1 10:00:00 2026", validators.modifiedMs + 86_400_000],
    ["2026-05-31T10:00:00Z", undefined],
    ["Sun, 31 May 2026 10:00:00 +0200", undefined],
    ["Sun, 99 May 2026 10:00:00 GMT", undefined],
    ["", undefined],
  ])("reads %j as %s", (text, ms) => {
    expect(httpDateMs(text)).toBe(ms);
  });
});

describe("readRange", () => {
  it.each([
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=0-", { first: 0, last: 99 }],
    ["bytes=10-19", { first: 10, last: 19 }],
    ["bytes=90-1000", { first: 90, last: 99 }],
    ["bytes=-1", { first: 99, last: 99 }],
    ["bytes=-1000", { first: 0, last: 99 }],
    ["Bytes = 1 - 2", { first: 1, last: 2 }],
    ["bytes=99-99", { first: 99, last: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=100-200", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-4", undefined],
    ["bytes=0-1,3-4", undefined],
    ["bytes=", undefined],
    ["bytes=-", undefined],
    ["bytes=a-b", undefined],
    ["items=0-1", undefined],
    ["bytes=9999999999999999999999-", undefined],
    [undefined, undefined],
  ])("takes %j of 100 bytes for %j", (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it("of nothing gives nothing", () => {
    expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
    expect(readRange("bytes=-5", 0)).toBe("unsatisfiable");
  });
});
