import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkText } from "../../src/checks/check-document.ts";
import { areCharactersLegal } from "../../src/checks/legal-bytes.ts";
import { formats, renderBytes, siteFormats } from "../../src/formats/formats.ts";
import { isSound, rulesOf } from "../../src/publish/check.ts";
import { caseNames, readCase } from "../formats/cases.ts";
import { ATOM, JSON_FEED, RSS } from "./documents.ts";

interface Document {
  readonly text: string;
  readonly mediaType: string;
}

const rendered: readonly Document[] = caseNames.flatMap((name) => {
  const feed = readCase(name);
  const feeds = formats.map((format) => ({ format, bytes: renderBytes(format, feed) }));
  const all = feeds.map(({ format, bytes }) => ({ ...format, text: bytes.toString() }));
  const site = siteFormats.map((format) => ({ ...format, text: format.render([feed], "T") }));
  return [...all, ...site]
    .filter(({ mediaType }) => mediaType !== "text/html")
    .map(({ text, mediaType }) => ({ text, mediaType }));
});
/** In XHTML, a text declares its namespace where it stands: no plain way to write. */
const DIV = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words</p></div>';
const GOOD = {
  rss: { text: RSS, mediaType: "application/rss+xml" },
  atom: {
    text: ATOM.replace(DIV, "<content><![CDATA[Words]]>"),
    mediaType: "application/atom+xml",
  },
  json: { text: JSON_FEED, mediaType: "application/feed+json" },
  xml: { text: "<a><b/></a>", mediaType: "application/xml" },
};
const plain: readonly Document[] = Object.values(GOOD);

/** A quick look, behind the look at the characters that comes before it. */
function passes({ text, mediaType }: Document): boolean {
  const bytes = Buffer.from(text);
  return areCharactersLegal(bytes) && isSound(bytes, mediaType);
}

function faultsOf({ text, mediaType }: Document): readonly string[] {
  const only = rulesOf(mediaType);
  const found = checkText(text, Buffer.byteLength(text), { nowMs: 0, only });
  return found.map(({ rule, reason }) => `${rule}: ${reason}`);
}

/** The first of what is replaced in a good document, and by what: each breaks it. */
const BROKEN: readonly (readonly [keyof typeof GOOD, string | RegExp, string])[] = [
  ["rss", "</item>\n</channel>", "</entry>\n</channel>"],
  ["rss", "<item>", "<item >text</item >"],
  ["rss", "at last", "at ]]> last"],
  ["rss", "at last", "at &#x1; last"],
  ["rss", "at last", "at &#xFFFE; last"],
  ["rss", "at last", "at &#x; last"],
  ["rss", "at last", "at &#x26 last"],
  ["rss", "at last", "at &amp last"],
  ["rss", 'rel="self"', 'rel="self" rel="self"'],
  ["rss", 'rel="self"', 'rel="<"'],
  ["rss", 'rel="self"', 'rel="&"'],
  ["rss", 'rel="self"', "rel='self\""],
  ["rss", 'rel="self"', 'rel=self"'],
  ["rss", 'rel="self"', 'a:rel="self"'],
  ["rss", 'rel="self"', 'rel="self"a="b"'],
  ["rss", "<fh:archive/>", "<fh:archive/ >"],
  ["rss", "<fh:archive/>", "<fh:archive"],
  ["rss", "<fh:archive/>", "<a:archive/>"],
  ["rss", "<fh:archive/>", "<1/>"],
  ["rss", "<fh:archive/>", "<a:b:c/>"],
  ["rss", "<fh:archive/>", '<fh:archive xmlns:a="http://a.example/"/><a:c/>'],
  ["rss", ' xmlns:fh="http://purl.org/syndication/history/1.0"', ""],
  ["rss", "<rss", '<rss xmlns="http://a.example/"'],
  ["rss", "<link>", '<link xmlns="http://a.example/">'],
  ["rss", "<rss", "xrss"],
  ["rss", "<rss", "<xmlns:rss"],
  ["rss", "<rss", "<other:rss"],
  ["rss", "<rss", "text<rss"],
  ["rss", "<rss", "<![CDATA[]]><rss"],
  ["rss", "</rss>", "</rss>text"],
  ["rss", "</rss>", "</rss><rss/>"],
  ["rss", "</rss>", "</rss><![CDATA[]]>"],
  ["rss", "</rss>", ""],
  ["rss", "</channel>", "</channel><channel><item/></channel><"],
  ["rss", /<channel>[\s\S]*<\/channel>/, ""],
  ["rss", "<title>Harbour &#x26; News</title>", ""],
  ["rss", "<title>Harbour &#x26; News</title>", "<title> \u00a0&#x20; </title>"],
  ["rss", "<link>https://post.example/</link>", "<link/>"],
  ["rss", "<description>What the harbour says</description>", "<description></description>"],
  ["rss", "<title>A second story</title>", ""],
  ["rss", "<title>A second story</title>", "<dc:title>A</dc:title>"],
  ["rss", "tag:post.example,2026:2", "https://post.example/crane/"],
  ["rss", "tag:post.example,2026:2", " https://post.example/crane&#x2f; "],
  ["rss", "tag:post.example,2026:2", "<![CDATA[https://post.example/crane/]]>"],
  ["rss", 'isPermaLink="false"', 'isPermaLink="true"'],
  ["rss", 'isPermaLink="false"', ""],
  ["rss", 'url="https://post.example/crane.mp3"', 'url="/crane.mp3"'],
  ["rss", 'url="https://post.example/crane.mp3"', ""],
  ["rss", 'length="1234"', 'length="-1"'],
  ["rss", "<fh:archive/>", '<fh:a><enclosure url="x" length="1"/></fh:a>'],
  ["atom", 'lang="en">', 'lang="en" xmlns:a="http://www.w3.org/2005/Atom"><a:entry/>'],
  ["atom", 'xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://www.w3.org/2006/Atom"'],
  ["atom", "<title>Harbour News</title>", ""],
  ["atom", "<id>https://post.example/</id>", ""],
  ["atom", "<updated>2026-06-01T10:00:00Z</updated>", "<updated/>"],
  ["atom", /<author>.*<\/author>/, ""],
  ["atom", "<title>A second story</title>", ""],
  ["atom", "<id>tag:post.example,2026:2</id>", ""],
  ["atom", "<id>tag:post.example,2026:2</id>", "<id>2</id>"],
  ["atom", "<id>tag:post.example,2026:2</id>", "<id>https://post.example/a b</id>"],
  ["atom", "<id>tag:post.example,2026:2</id>", "<id>tag:post.example,2026:2<a/> b</id>"],
  ["atom", "<updated>2026-06-01T10:00:00.5Z</updated>", "<updated> </updated>"],
  ["atom", "<updated>2026-06-01T10:00:00.5Z</updated>", ""],
  ["atom", "<content><![CDATA[Words]]></content>", ""],
  ["atom", "<content><![CDATA[Words]]></content>", '<link rel="self" href="https://a.example/"/>'],
  ["atom", "</entry>\n<entry>", "</entry>\n<source><id>2</id></source><entry>"],
  ["atom", "</entry>\n<entry>", "</entry>\n<entry/><entry>"],
  ["xml", "<a>", "<c:a>"],
  ["xml", /<a>.*/, "<c:a/>"],
  ["xml", "<b/>", "<b/><c:b/>"],
  ["xml", "</a>", ""],
  ["json", "https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/2"],
  ["json", '"title": "Harbour News"', '"title": " \\n"'],
  ["json", '"title": "Harbour News"', '"title": "a", "title": ""'],
  ["json", '"title": "Harbour News"', '"title": "a", "t\\u0069tle": ""'],
  ["json", '"title": "Harbour News",', ""],
  ["json", '"items": [', '"items": {}, "others": ['],
  ["json", '"items": [', '"items": [[],'],
  ["json", '"items": [', '"items": [1,'],
  ["json", '"items": [', '"items": ["a",'],
  ["json", '"items": [', '"items": [{},'],
  ["json", '"id": "2"', '"id": 2'],
  ["json", '"id": "2"', '"id": "1"'],
  ["json", '"id": "2"', '"id": "\\u0031"'],
  ["json", '"id": "2"', '"id": " "'],
  ["json", '"id": "2"', '"id": {"id": "2"}'],
  ["json", '"id": "2"', '"id": "2", "id": "1"'],
  ["json", '"id": "2"', '"id" "2"'],
  ["json", '"id": "2"', '"id"; "2"'],
  ["json", '"id": "2",', '"id": "2"'],
  ["json", '"id": "2",', '"id": "2",,'],
  ["json", '"content_text": "Words"', '"content": ""'],
  ["json", '"content_text": "Words"', '"content_text": null'],
  ["json", '"content_text": "Words"', '"content_text": ["a"]'],
  ["json", '"content_text": "Words"', '"content_text": "a\nb"'],
  ["json", '"content_text": "Words"', '"content_text": "a\\x"'],
  ["json", '"content_text": "Words"', '"content_text": "a\\u12g4"'],
  ["json", '"content_text": "Words"', '"content_text": "Words", "a": 01'],
  ["json", '"content_text": "Words"', '"content_text": "Words", "a": nil'],
  ["json", '"content_text": "Words"', '"content_text": "Words", "a": '],
  ["json", '"content_text": "Words"', '"content_text": "Words", '],
  ["json", '"content_text": "Words"', '"content_text": "Words", "a": [1, 2}'],
  ["json", '"content_text": "Words" }', '"content_text": "Words" ]'],
  ["json", '"_images": []', '"_images": [,]'],
  ["json", '"_images": []', '"_images": [,1]'],
  ["json", '"_images": []', '"_images": [1 2]'],
  ["json", /\}\s*$/, "}}"],
  ["json", /\}\s*$/, ""],
];

/** What breaks documents, or only seems to. */
const PARTS = [
  ..."<>&\"'/=:;[]{},!?\\ \n\t0-e.",
  ...["<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>", "&amp;", "&#x26;", "&#0;", "&#xFFFE;"],
  ...["&#x1F600;", "&nbsp;", "<item>", "</item>", "<item/>", "<entry>", "</entry>", "<entry/>"],
  ...["<guid>", "</guid>", "<guid>x</guid>", "<id>", "</id>", "<id>x</id>", "<title/>", "</title>"],
  ...["<channel>", "</channel>", "</rss>", "</feed>", "<feed>", '<enclosure url="x"/>', "<a:b/>"],
  ...['xmlns=""', ' xmlns="http://www.w3.org/2005/Atom"', ' xmlns:a="http://a.example/"'],
  ...[' xmlns:a="http://www.w3.org/2005/Atom"', ' a:b="c"', " isPermaLink=", ' rel="self"'],
  ...[
    "<content/>",
    "<link/>",
    "<author/>",
    "<description/>",
    "<updated/>",
    "<source>",
    "</source>",
  ],
  ...[
    '"id": "1"',
    '"id": 1',
    '"items": []',
    '"items": {}',
    '"version": ""',
    '"title": " "',
    "null",
  ],
  ...['"content_html": ""', '"content_text": 1', "{}", "[]", "[[]]", "true", "\\u0041", "\\ud800"],
  ...["\u0001", "\ufffe", "\ufeff", "\u00a0", "é", "石", "\u{1f600}", "\r", "\u007f", "\u2028"],
];

const places = /<|>|"|=|\n|[^ -~]/g;

/** A document with a few things taken out, put in, or moved; halves of pairs become U+FFFD. */
function edited(documents: readonly Document[]): fc.Arbitrary<Document> {
  const edit = fc.record({
    place: fc.nat(),
    shift: fc.integer({ min: -1, max: 2 }),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
    part: fc.oneof(fc.constant(""), fc.constantFrom(...PARTS), fc.nat()),
    length: fc.oneof(fc.nat(60), fc.nat(1000)),
  });
  return fc
    .tuple(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([{ text, mediaType }, edits]) => {
      let changed = text;
      for (const { place, shift, removed, part, length } of edits) {
        const found = [...changed.matchAll(places)].map(({ index }) => index);
        const at = Math.max(0, (found[place % (found.length || 1)] ?? 0) + shift);
        const copied = typeof part === "number" ? found[part % (found.length || 1)] : undefined;
        const added = typeof part === "string" ? part : changed.substr(copied ?? 0, length);
        changed = `${changed.slice(0, at)}${added}${changed.slice(at + removed)}`;
      }
      return { text: Buffer.from(changed).toString(), mediaType };
    });
}

describe("a quick look", () => {
  it("is enough for what our formats write", () => {
    expect(rendered.length).toBeGreaterThan(30);
    const doubted = rendered.filter((one) => !passes(one) && faultsOf(one).length === 0);
    expect(doubted).toEqual([]);
  });

  it("is enough for plain documents that others write", () => {
    expect(plain.map(passes)).toEqual([true, true, true, true]);
    expect(plain.flatMap(faultsOf)).toEqual([]);
  });

  it.each(BROKEN)("stops %s where %s becomes %j", (format, from, to) => {
    const { text, mediaType } = GOOD[format];
    const broken = { text: text.replace(from, () => to), mediaType };
    expect(broken.text).not.toBe(text);
    expect(faultsOf(broken)).not.toEqual([]);
    expect(passes(broken)).toBe(false);
  });

  it("passes nothing that the rules would stop, whatever it is", () => {
    const numRuns = Number(process.env["SOUND_RUNS"] ?? 1500);
    let passed = 0;
    let stopped = 0;
    fc.assert(
      fc.property(edited([...plain, ...plain, ...rendered]), (document) => {
        if (passes(document)) {
          passed += 1;
          expect(faultsOf(document)).toEqual([]);
        } else stopped += 1;
      }),
      { numRuns },
    );
    // Otherwise the edits would be too harmless, or too wild, to tell anything.
    expect(passed).toBeGreaterThan(numRuns / 20);
    expect(stopped).toBeGreaterThan(numRuns / 20);
  });
});
