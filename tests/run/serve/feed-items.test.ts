import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentWithout, readFeedItems } from "../../../src/run/serve/feed-items.ts";
import { linkHeader, readFeedLinks } from "../../../src/run/serve/feed-links.ts";
import { openFeedVersions } from "../../../src/run/serve/feed-versions.ts";
import { rssOf } from "./documents.ts";

const RSS = "application/rss+xml";
const ATOM = "application/atom+xml";

function digests(text: string, mediaType = RSS): ReadonlySet<string> {
  return new Set(readFeedItems(Buffer.from(text), mediaType)?.map(({ digest }) => digest));
}

/** Of the items; the first is the feed's. */
function titlesOf(text: string): readonly string[] {
  return [...text.matchAll(/<title>(.*)<\/title>/g)].map(([, title = ""]) => title).slice(1);
}

describe("readFeedItems", () => {
  it("cuts a feed so that the pieces make the document again", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé☃ ]{1,8}$/), { maxLength: 6 }), (titles) => {
        const bytes = Buffer.from(rssOf(titles));
        const items = readFeedItems(bytes, RSS) ?? [];
        expect(items.length).toBe(titles.length);
        expect(documentWithout(bytes, items, new Set(["none"]))).toBeUndefined();
        const known = new Set(items.slice(1).map(({ digest }) => digest));
        const rest = documentWithout(bytes, items, known);
        if (titles.length < 2 || known.has(items[0]?.digest ?? "")) return;
        const first = rssOf(titles.slice(0, 1));
        expect(rest?.toString().replace("</item>\n\n", "</item>\n")).toBe(first);
      }),
    );
  });

  it("leaves a reader that adds what it is given with all that the feed holds", () => {
    const titles = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    fc.assert(
      fc.property(titles, titles, fc.constantFrom("", "!"), (before, after, change) => {
        const had = before.map((title) => (title === "a" ? `a${change}` : title));
        const bytes = Buffer.from(rssOf(after));
        const items = readFeedItems(bytes, RSS) ?? [];
        const delta = documentWithout(bytes, items, digests(rssOf(had)));
        const given = titlesOf(delta?.toString() ?? rssOf(after));
        expect(new Set([...had, ...given])).toEqual(new Set([...had, ...after]));
        if (delta !== undefined) expect(given).toEqual(after.filter((one) => !had.includes(one)));
      }),
    );
  });

  it("is not misled by what stands in CDATA and comments", () => {
    const text = rssOf(["a", "b"]).replace(
      "</title>\n<guid",
      "</title><!-- <item></item> --><x><![CDATA[</item><item>]]></x>\n<guid",
    );
    expect(digests(text).size).toBe(2);
  });

  it.each([
    ["no feed", "<opml/>", RSS, 0],
    ["another type", rssOf(["a"]), "application/feed+json", 0],
    ["an item in an item", "<item><item></item></item>", RSS, 0],
    ["an end without a beginning", "</item>", RSS, 0],
    ["an item without an end", "<item>", RSS, 0],
    ["CDATA without an end", "<item></item><![CDATA[", RSS, 0],
    ["something between items", "<item></item>text<item></item>", RSS, 0],
    ["names that begin alike", "<item></item><items></items>", RSS, 1],
    ["attributes", '<entry xml:lang="en"></entry>', ATOM, 1],
  ])("of %s", (_, text, mediaType, count) => {
    expect(digests(text, mediaType).size).toBe(count);
  });

  it("reads a hostile document in linear time", () => {
    const started = performance.now();
    readFeedItems(Buffer.from("<item>".repeat(50_000)), RSS);
    readFeedItems(Buffer.from("<!--".repeat(100_000)), RSS);
    readFeedItems(Buffer.from("<item></item>".repeat(20_001)), RSS);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("openFeedVersions", () => {
  it("forgets the oldest versions of a feed, and of all feeds together", () => {
    const memory = openFeedVersions({ versions: 2, digests: 7 });
    memory.remember("a", "1", ["x", "y"]);
    memory.remember("a", "2", ["x", "z"]);
    memory.remember("a", "1", ["x", "y"]);
    memory.remember("a", "3", ["x", "z"]);
    expect(memory.of("a", "2")).toBeUndefined();
    expect([...(memory.of("a", "1") ?? [])]).toEqual(["x", "y"]);
    memory.remember("b", "1", ["1", "2", "3", "4"]);
    expect(memory.of("a", "1")).toBeUndefined();
    expect(memory.of("a", "3")?.size).toBe(2);
    memory.remember("c", "1", ["1", "2", "3", "4", "5", "6", "7"]);
    expect(memory.of("b", "1")).toBeUndefined();
    expect(memory.of("c", "1")?.size).toBe(7);
    memory.remember(
      "d",
      "1",
      Array.from({ length: 9 }, (_, at) => `${at}`),
    );
    expect(memory.of("d", "1")).toBeUndefined();
  });
});

describe("readFeedLinks", () => {
  it("reads the links of the channel, and none of an item", () => {
    const head = `<link>https://x.example/</link>
<atom:link href="https://x.example/all.rss?a=1&amp;b=2" rel="self" type="${RSS}"/>
<atom:link rel='hub' href='https://hub.example/'/><atom:link rel="prev-archive" href="https://x.example/1.rss"/>`;
    const text = rssOf(["a"], head).replace(
      "<guid",
      '<atom:link rel="next" href="https://e/"/><guid',
    );
    expect(readFeedLinks(Buffer.from(text), RSS)).toEqual([
      { rel: "self", href: "https://x.example/all.rss?a=1&b=2" },
      { rel: "hub", href: "https://hub.example/" },
      { rel: "prev-archive", href: "https://x.example/1.rss" },
    ]);
  });

  it("reads those of a JSON Feed", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: '"items": [',
      feed_url: "https://x.example/all.json",
      next_url: "https://x.example/1.json",
      hubs: [
        { type: "WebSub", url: "https://hub.example/" },
        { type: "rssCloud", url: "https://c/" },
        3,
      ],
      items: [{ id: "1", url: "https://x.example/1" }],
    };
    expect(
      readFeedLinks(Buffer.from(JSON.stringify(feed, null, 2)), "application/feed+json"),
    ).toEqual([
      { rel: "self", href: "https://x.example/all.json" },
      { rel: "next", href: "https://x.example/1.json" },
      { rel: "hub", href: "https://hub.example/" },
    ]);
    expect(readFeedLinks(Buffer.from('{"items": [}'), "application/feed+json")).toEqual([]);
    expect(readFeedLinks(Buffer.from("nonsense"), "application/feed+json")).toEqual([]);
  });
});

describe("linkHeader", () => {
  it("lets nothing out of the address", () => {
    const signs = fc.constantFrom(...'<>"\\^`{|}\r\n\0 ?#%;,:/@é😀', "%3E", "\ud800", "a");
    const hostile = fc
      .array(signs, { maxLength: 12 })
      .map((one) => `https://x.example/${one.join("")}`);
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (href) => {
        const header = linkHeader([{ rel: "self", href }]) ?? '<x>; rel="self"';
        expect(header).toMatch(/^<[\x21-\x3b\x3d\x3f-\x7e]+>; rel="self"$/);
      }),
    );
    expect(linkHeader([{ rel: "hub", href: "javascript:alert(1)" }])).toBeUndefined();
    expect(linkHeader([{ rel: "hub", href: 'https://x.example/">\r\nX: y' }])).toBe(
      '<https://x.example/%22%3EX:%20y>; rel="hub"',
    );
  });
});
