import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptedCodings,
  mostWanted,
  prefersPage,
  readWeights,
} from "../../../src/run/serve/accept.ts";
import { BROWSER } from "./served.ts";

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
