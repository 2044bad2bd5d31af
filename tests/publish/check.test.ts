import { describe, expect, it } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { faultOfDocument, MAX_DOCUMENT_BYTES } from "../../src/publish/check.ts";

const RSS = "application/rss+xml";
const ATOM = "application/atom+xml";
const JSON_FEED = "application/feed+json";
const XML = "application/xml";
const fault = (document: string | Buffer, mediaType: string) =>
  faultOfDocument(Buffer.from(document), mediaType);

const channel = (items: string) =>
  `<rss version="2.0"><channel><title>T</title><link>https://x.example/</link>
<description>D</description>${items}</channel></rss>`;
const feed = (items: string) =>
  `{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [${items}]}`;

describe("faultOfDocument", () => {
  it.each([
    [
      `<?xml version="1.0" encoding="utf-8"?>${channel("<item><title>é 👩‍🚀 &amp;</title></item>")}`,
      RSS,
    ],
    [channel("<item><description><![CDATA[a ]]]]><![CDATA[> b]]></description></item>"), RSS],
    [feed('{"id": "1", "content_text": "é 👩‍🚀"}'), JSON_FEED],
    ["<opml><body/></opml>", "text/x-opml"],
    ["<urlset/>", XML],
    ['[{"chapters": []}]', "application/json+chapters"],
    ["<!doctype html><title>A</title><p>a & b</html>", "text/html"],
  ])("lets %s through", (text, mediaType) => {
    expect(fault(text, mediaType)).toBeUndefined();
  });

  it.each([
    ["<rss><a></rss>", RSS, /xml\/well-formed: line 1/],
    ["<rss>\n<a b=c/></rss>", RSS, /xml\/well-formed: line 2/],
    ["<rss>", RSS, /well-formed/],
    ["", RSS, /well-formed/],
    ["", JSON_FEED, /not well-formed JSON/],
    ["{}", RSS, /not well-formed XML/],
    ["<rss>&nbsp;</rss>", RSS, /five-entities/],
    ["<rss>\u0010</rss>", RSS, /legal-characters/],
    ["<rss>\ufffe</rss>", XML, /legal-characters/],
    ["<opml/>", RSS, /feed\/known-format/],
    [channel("<item/>"), RSS, /item-title-or-description/],
    [channel("<item><title>a</title><guid>x</guid></item>"), RSS, /guid-permalink/],
    [`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>`, ATOM, /feed-required/],
    ["{", JSON_FEED, /json\/well-formed: line 1/],
    [feed('{"id": "1"}'), JSON_FEED, /json\/content/],
    [feed('{"id": 1, "content_text": ""}'), JSON_FEED, /json\/item-id/],
    ['{"a": "\u0000"}', JSON_FEED, /character/],
    ["a\u0000", "text/html", /character/],
  ])("stops %j", (text, mediaType, reason) => {
    expect(fault(text, mediaType)).toMatch(reason);
  });

  it.each([RSS, JSON_FEED, "text/html"])("stops bytes that are no UTF-8 in %s", (mediaType) => {
    const halfOfPair = Buffer.from([0xed, 0xa0, 0x80]);
    for (const bytes of [halfOfPair, Buffer.from([0xc3]), Buffer.from("caf\xe9", "latin1")]) {
      const item = (text: string) => `<item><title>${text}</title></item>`;
      const frame = mediaType === RSS ? channel(item("|")) : feed('{"id": "1", "title": "|"}');
      const [start = "", end = ""] = frame.split("|");
      const document = Buffer.concat([Buffer.from(start), bytes, Buffer.from(end)]);
      expect(fault(document, mediaType)).toBe("is not UTF-8");
    }
  });

  it("stops what readers would cut off", () => {
    expect(fault(Buffer.alloc(MAX_DOCUMENT_BYTES + 1, " "), RSS)).toMatch(/larger than/);
  });

  it("names rules that exist, and only errors", async () => {
    const source = await import("node:fs").then(({ readFileSync }) =>
      readFileSync(new URL("../../src/publish/check.ts", import.meta.url), "utf8"),
    );
    const names = [...source.matchAll(/^ {2}"([a-z]+\/[a-z0-9-]+)",$/gm)].map(([, name]) => name);
    const errors = rules.filter(({ level }) => level === "error").map(({ name }) => name);
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !errors.includes(name ?? ""))).toEqual([]);
  });
});
