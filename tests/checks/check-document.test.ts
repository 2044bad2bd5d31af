import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../../src/checks/check-document.ts";
import { rules } from "../../src/checks/rules.ts";
import { readXml } from "../../src/checks/xml-reader.ts";
import { CASES, WHOLE } from "./cases.ts";
import { ATOM, JSON_FEED, NOW_MS, RSS } from "./documents.ts";

const GOOD = { rss: RSS, atom: ATOM, json: JSON_FEED };

const check = (text: string, extension?: string) =>
  checkDocument(Buffer.from(text), {
    nowMs: NOW_MS,
    ...(extension === undefined ? {} : { address: `https://post.example/all.${extension}` }),
  });
const broken = (text: string, extension?: string) => [
  ...new Set(check(text, extension).map(({ rule }) => rule)),
];

describe("a good document", () => {
  it.each(Object.entries(GOOD))("of %s breaks no rule", (format, text) => {
    expect(check(text, format)).toEqual([]);
  });

  it("is every document that the sample site publishes", () => {
    const folder = path.resolve(import.meta.dirname, "../../feeds");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(?:rss|atom|(?<!chapters\.)json)$/.test(path.basename(file).replace(/^\..*/, "")),
    );
    expect(files.length).toBeGreaterThan(30);
    const nowMs = Date.UTC(2026, 10, 23);
    for (const file of files) {
      const bytes = readFileSync(path.join(folder, file));
      expect(checkDocument(bytes, { nowMs }), file).toEqual([]);
    }
  });
});

describe("a broken document", () => {
  it.each(CASES.map(([rule, format, from, to, also = ""]) => ({ rule, format, from, to, also })))(
    "breaks $rule in $format: $from → $to",
    ({ rule, format, from, to, also }) => {
      const good = GOOD[format];
      expect(good).toContain(from);
      const text = good.replace(from, () => to);
      const wanted = [rule, ...also.split(" ").filter((name) => name !== "")];
      expect(broken(text, format).sort()).toEqual(wanted.sort());
    },
  );

  it.each(WHOLE)("breaks %s: %s", (rule, text) => {
    expect(broken(text)).toContain(rule);
  });

  it("is there for every rule", () => {
    const cases = new Set([...CASES, ...WHOLE].map(([rule]) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !cases.has(name))).toEqual([]);
  });
});

describe("a finding", () => {
  it("names the line and the path of an element", () => {
    const [first] = check(RSS.replace("tag:post.example,2026:2", "https://post.example/crane/"));
    expect(first).toMatchObject({ line: 34, path: "/rss/channel/item[2]/guid", level: "error" });
  });

  it("names the line and the path of a member", () => {
    expect(check(JSON_FEED.replace('"id": "2"', '"id": 2'))).toMatchObject([
      { rule: "json/item-id", line: 24, path: "items[1].id" },
    ]);
  });

  it("comes a hundred times of one rule at most", () => {
    const items = "<item><guid>x</guid></item>".repeat(500);
    const found = check(`<rss version="2.0"><channel>${items}</channel></rss>`);
    expect(found.filter(({ rule }) => rule === "rss/guid-unique")).toHaveLength(100);
  });
});

describe("bytes", () => {
  const latin1 = (text: string) =>
    checkDocument(Buffer.from(text, "latin1"), { nowMs: NOW_MS }).map(({ rule }) => rule);
  it("that are no UTF-8 are told, and the rest is read", () => {
    expect(latin1(RSS.replace("at last", "à la fin"))).toEqual(["xml/utf-8"]);
    const declared = RSS.replace("at last", "à la fin").replace("utf-8", "iso-8859-1");
    expect(latin1(declared)).toEqual(["xml/utf-8"]);
    const utf16 = Buffer.from(`\ufeff${ATOM}`, "utf16le");
    expect(checkDocument(utf16, { nowMs: NOW_MS })).toContainEqual(
      expect.objectContaining({ rule: "xml/utf-8" }),
    );
  });
});

describe("prefixes", () => {
  it("are only names: what counts is the namespace", () => {
    const renamed = RSS.replaceAll("media:", "m:").replace("xmlns:media", "xmlns:m");
    expect(broken(renamed)).toEqual([]);
    const role = renamed.replace('role="photographer"', 'role="agency"');
    expect(broken(role)).toEqual(["media/credit-role"]);
  });
});

describe("hostile documents", () => {
  const repeat = (piece: string, length = 120_000) => piece.repeat(length / piece.length);
  const channel = (inner: string) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${inner}</channel></rss>`;
  const item = (inner: string) => channel(`<item>${inner}</item>`);
  const content = (inner: string) =>
    item(`<content:encoded><![CDATA[${inner}]]></content:encoded>`);
  it.each([
    repeat("<"),
    repeat("<a>"),
    `<a>${repeat("&")}</a>`,
    `<a>${repeat("&#1")}</a>`,
    `<a>&#${repeat("1")};</a>`,
    `<a ${repeat('b="1" ')}/>`,
    `<a${repeat(" ")}x>`,
    `<a>${repeat("<b xmlns='x'/>")}</a>`,
    `<a>${repeat("<![CDATA[")}`,
    repeat("<!DOCTYPE a ["),
    channel(repeat("<item/>")),
    item(repeat("<category/>")),
    item(`<author>${repeat("a@a.")}</author>`),
    item(`<pubDate>1 ${repeat(" ")}Jan</pubDate>`),
    item(`<link>${repeat("http:")}é</link>`),
    item(repeat("<media:credit>Photo by x</media:credit>")),
    content(repeat("<div>")),
    content(repeat("<p onclick=x>")),
    content(`<p ${repeat("a b ")}>`),
    content(`<p style='${repeat("a:b;")}'>`),
    content(`<p srcset='${repeat(", ")}'>`),
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${repeat('<div xmlns="http://www.w3.org/1999/xhtml" onx="1"/>')}</content></entry></feed>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">${repeat('<link rel="self"/>')}</feed>`,
    repeat("["),
    repeat('{"a":'),
    `{"items":[${repeat("{},")}{}]}`,
    `{"items":[{"attachments":[${repeat("{},")}{}]}]}`,
    `["${repeat("\\u0010")}"]`,
    repeat("\n"),
    repeat("\u0001\u0080\ufffd"),
  ])("take no longer than they are long: %#", (text) => {
    const startMs = performance.now();
    expect(check(text).length).toBeGreaterThan(0);
    // Quadratic ones take minutes; a busy machine is given its time.
    expect(performance.now() - startMs).toBeLessThan(2000);
  });

  it("never throw, whatever the bytes are", () => {
    const pieces = fc.constantFrom(
      ..."<rss><channel><item></item></channel><title>|</title>|<![CDATA[|]]>|<!--|-->|&amp;|&#x0;|&|<a b='|'|\"|/>|{|}|[|]|\"items\":|,|\u0000|\ud800|xmlns:media='http://search.yahoo.com/mrss/'|<media:content|<?xml|?>".split(
        "|",
      ),
    );
    const text = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }).map((p) => p.join(""));
    fc.assert(
      fc.property(text, (document) => Array.isArray(check(document))),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        Array.isArray(checkDocument(bytes, { nowMs: NOW_MS })),
      ),
    );
  });

  it("are no less well-formed to us than to fast-xml-parser", () => {
    const cuts = fc.tuple(fc.nat(RSS.length), fc.nat(12), fc.constantFrom("", "<", "&", ">", "x"));
    fc.assert(
      fc.property(cuts, ([from, length, put]) => {
        const text = RSS.slice(0, from) + put + RSS.slice(from + length);
        const isRead = readXml(text).faults.length === 0;
        if (isRead) expect(XMLValidator.validate(text)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
