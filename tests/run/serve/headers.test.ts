/** What the headers of a request say: wishes, conditions, ranges. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptedCodings,
  mostWanted,
  prefersPage,
  readWeights,
} from "../../../src/run/serve/accept.ts";
import {
  httpDateMs,
  isRangeWanted,
  statusOfConditions,
  tagsOf,
} from "../../../src/run/serve/conditions.ts";
import { readRange } from "../../../src/run/serve/ranges.ts";
import { BROWSER } from "./documents.ts";

const RSS = "application/rss+xml";

describe("prefersPage", () => {
  it.each([
    ["a browser", BROWSER],
    ["an old browser", "text/html, application/xml;q=0.9, */*;q=0.1"],
    ["a browser of few words", "text/html"],
    ["XHTML", "application/xhtml+xml, text/xml;q=0.5"],
    ["one that wants all of text", "text/html, text/*;q=0.5"],
  ])("is true for %s", (_, accept) => {
    expect(prefersPage(accept, RSS)).toBe(true);
  });

  it.each([
    ["no header", undefined],
    ["an empty one", ""],
    ["curl", "*/*"],
    ["a reader", "application/rss+xml, application/rdf+xml;q=0.8, text/html;q=0.1"],
    ["a reader that takes everything alike", "text/html, application/rss+xml, */*"],
    ["a reader of XML", "application/xml, text/html"],
    ["a reader of old XML", "text/xml, text/html;q=0.9"],
    ["one that refuses pages", "text/html;q=0, */*;q=0.5"],
    ["text of any kind", "text/*"],
    [
      "feedparser",
      "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
    ],
    ["nonsense", ";;;=,text/html;q=x,,*/*"],
  ])("is false for %s", (_, accept) => {
    expect(prefersPage(accept, RSS)).toBe(false);
  });
});

describe("mostWanted", () => {
  const documents = ["application/rss+xml", "application/atom+xml", "application/feed+json"].map(
    (mediaType) => ({ mediaType }),
  );

  it.each([
    [undefined, "application/rss+xml"],
    ["*/*", "application/rss+xml"],
    ["application/atom+xml", "application/atom+xml"],
    ["application/json", "application/feed+json"],
    ["application/rss+xml;q=0.5, application/atom+xml;q=0.6", "application/atom+xml"],
    ["APPLICATION/ATOM+XML", "application/atom+xml"],
    ["image/png", "application/rss+xml"],
  ])("of %j takes %s", (accept, mediaType) => {
    expect(mostWanted(accept, documents)?.mediaType).toBe(mediaType);
  });
});

describe("acceptedCodings", () => {
  it.each([
    [undefined, ["identity"]],
    ["", ["identity"]],
    ["gzip", ["gzip", "identity"]],
    ["gzip, deflate, br", ["br", "gzip", "identity"]],
    ["gzip;q=1.0, br;q=0.5", ["gzip", "br", "identity"]],
    ["br;q=0, gzip", ["gzip", "identity"]],
    ["gzip;q=0", ["identity"]],
    ["*", ["br", "gzip", "identity"]],
    ["*;q=0", ["identity"]],
    ["x-gzip", ["gzip", "identity"]],
    ["GZIP", ["gzip", "identity"]],
    ["identity, deflate", ["identity"]],
    ["identity, gzip;q=0.5", ["identity", "gzip"]],
    ["identity;q=0.5, gzip", ["gzip", "identity"]],
    ["identity, gzip", ["gzip", "identity"]],
    ["identity;q=0, *", ["br", "gzip", "identity"]],
  ])("of %j are %j", (header, codings) => {
    expect(acceptedCodings(header)).toEqual(codings);
  });
});

describe("readWeights", () => {
  it("gives weights from 0 to 1 for any header", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (header) => {
        for (const weight of readWeights(header).values()) {
          expect(weight >= 0 && weight <= 1).toBe(true);
        }
      }),
    );
  });

  it("reads no more than a header of good faith holds", () => {
    expect(readWeights("a/b,".repeat(100_000)).size).toBe(1);
    expect(readWeights(Array.from({ length: 500 }, (_, at) => `a/${at}`).join()).size).toBe(64);
  });
});

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
