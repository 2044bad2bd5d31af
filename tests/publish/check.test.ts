import { describe, expect, it } from "vitest";
import { faultOfDocument, MAX_DOCUMENT_BYTES } from "../../src/publish/check.ts";

const RSS = "application/rss+xml";
const JSON_FEED = "application/feed+json";
const fault = (text: string, mediaType: string) =>
  faultOfDocument(text, Buffer.byteLength(text), mediaType);

describe("faultOfDocument", () => {
  it.each([
    ['<?xml version="1.0" encoding="utf-8"?><rss><a>&amp; é 👩‍🚀</a></rss>', RSS],
    ["<rss><![CDATA[a ]]]]><![CDATA[> b]]></rss>", RSS],
    ['{"a": "é 👩‍🚀"}', JSON_FEED],
  ])("lets %s through", (text, mediaType) => {
    expect(fault(text, mediaType)).toBeUndefined();
  });

  it.each([
    ["<rss><a></rss>", RSS, /not well-formed: line 1/],
    ["<rss>\n<a b=c/></rss>", RSS, /not well-formed: line 2/],
    ["<rss>", RSS, /not well-formed/],
    ["", RSS, /not well-formed/],
    ["<rss>\u0010</rss>", RSS, /character/],
    ["<rss>\ud800</rss>", RSS, /character/],
    ["<rss>\ufffe</rss>", RSS, /character/],
    ["{", JSON_FEED, /not well-formed/],
    ['{"a": "\u0000"}', JSON_FEED, /character/],
  ])("stops %j", (text, mediaType, reason) => {
    expect(fault(text, mediaType)).toMatch(reason);
  });

  it("stops what readers would cut off", () => {
    expect(faultOfDocument("<a/>", MAX_DOCUMENT_BYTES + 1, RSS)).toMatch(/larger than/);
  });
});
