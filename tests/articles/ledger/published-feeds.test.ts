import { describe, expect, it } from "vitest";
import { digestOfText } from "../../../src/articles/ledger/digest.ts";
import { linesOfFeeds } from "../../../src/articles/ledger/published-feeds.ts";
import { renderAtom } from "../../../src/formats/atom.ts";
import { renderJsonFeed } from "../../../src/formats/json-feed.ts";
import { renderRss } from "../../../src/formats/rss.ts";
import { feedOf, home, itemOf } from "../../formats/documents.ts";

const date = new Date("2026-05-05T06:07:08Z");
const feed = feedOf([
  itemOf({
    title: "Fish & <chips> \u201cnow\u201d",
    link: `${home}a?b&c=d`,
    id: `${home}a?b&c=d`,
    date,
  }),
  itemOf({ title: "Flood", link: `${home}flood`, id: "4711", date, content: "<p>]]> &amp;</p>" }),
]);
const documents = {
  json: { path: "all.json", text: renderJsonFeed(feed) },
  rss: { path: "all.rss", text: renderRss(feed) },
  atom: { path: "all.atom", text: renderAtom(feed) },
};

const fish = {
  guid: `${home}a?b&c=d`,
  publishedMs: date.getTime(),
  url: `${home}a?b&c=d`,
  titleDigest: digestOfText("Fish & <chips> \u201cnow\u201d"),
  ...{ key: "", bodyDigest: "", further: [] },
};
const flood = { ...fish, guid: "4711", url: `${home}flood`, titleDigest: digestOfText("Flood") };

describe("a ledger that is rebuilt from feeds", () => {
  it.each(["json", "rss"] as const)("has the guids, dates, addresses and titles of %s", (name) => {
    expect(linesOfFeeds([documents[name]])).toEqual([fish, flood]);
  });

  it("has the ids of Atom where nothing else was published", () => {
    const [, second] = linesOfFeeds([documents.atom]);
    expect(linesOfFeeds([documents.atom])).toEqual([fish, { ...flood, guid: second?.guid }]);
    expect(second?.guid).toMatch(/^urn:uuid:/);
  });

  it("has each article once, by the guid itself, however many feeds show it", () => {
    const copies = ["atom", "rss", "json"] as const;
    const all = copies.map((name) => documents[name]);
    const more = all.map(({ path, text }) => ({ path: `section/${path}`, text }));
    expect(linesOfFeeds([...more, ...all])).toEqual([fish, flood]);
  });

  it("does not depend on the order of the files", () => {
    const other = {
      path: "b.rss",
      text: renderRss(feedOf([itemOf({ id: "4711", title: "Old" })])),
    };
    const lines = linesOfFeeds([documents.rss, other]);
    expect(linesOfFeeds([other, documents.rss])).toEqual(lines);
    expect(lines).toEqual([fish, flood]);
  });

  const rss = (items: string, before = "") =>
    `<?xml version="1.0"?>${before}<rss version="2.0"><channel>${items}</channel></rss>`;

  it.each([
    ["CDATA", "<title><![CDATA[Fish & chips]]></title><guid>a</guid>", "Fish & chips"],
    ["named references", "<title>Fish &amp; chips</title><guid>a</guid>", "Fish & chips"],
    ["references twice", "<title>a &amp;amp; b</title><guid>a</guid>", "a &amp; b"],
    ["a number", "<title>2026</title><guid>a</guid>", "2026"],
  ])("reads titles with %s", (_what, item, title) => {
    const [line] = linesOfFeeds([{ path: "a.rss", text: rss(`<item>${item}</item>`) }]);
    expect(line).toMatchObject({ guid: "a", titleDigest: digestOfText(title) });
  });

  it("takes a guid for an address only where it says so", () => {
    const items = `<item><guid>${home}a</guid></item><item><guid isPermaLink="false">${home}b</guid></item>`;
    expect(linesOfFeeds([{ path: "a.rss", text: rss(items) }])).toMatchObject([
      { guid: `${home}a`, url: `${home}a`, publishedMs: undefined },
      { guid: `${home}b`, url: "" },
    ]);
  });

  it("expands no entity that a document makes for itself", () => {
    const doctype =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const text = rss("<item><guid>&b;&c;</guid></item>", doctype);
    const guids = linesOfFeeds([{ path: "a.rss", text }]).map(({ guid }) => guid);
    expect(guids.join("")).not.toMatch(/a{8}|root/);
  });

  it.each([
    ["another file", "a.txt", "x"],
    ["other JSON", "a.json", '{"items":[{"id":"a"}]}'],
    ["broken JSON", "a.json", '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":'],
    ["no list", "a.json", '{"version":"https://jsonfeed.org/version/1.1","items":{"id":"a"}}'],
    ["other XML", "a.rss", "<html><item><guid>a</guid></item></html>"],
    ["half a document", "a.atom", "<feed><entry><id>"],
    ["an item without a guid", "a.rss", rss("<item><title>x</title></item>")],
    ["nothing", "a.rss", ""],
    ["depth", "a.rss", rss("<a>".repeat(100_000))],
    ["a name that is no property", "a.rss", rss("<item><__proto__>x</__proto__></item>")],
  ])("passes over %s", (_what, path, text) => {
    expect(linesOfFeeds([{ path, text }])).toEqual([]);
    expect(linesOfFeeds([{ path, text }, documents.json])).toEqual([fish, flood]);
  });
});
