import { describe, expect, it } from "vitest";
import type { Item } from "../../src/feeds/feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { childrenOf, feedOf, home, itemOf, linesOf, readXml, textsOf } from "./documents.ts";

const rssOf = (fields: Partial<Item> = {}) => renderRss(feedOf([itemOf(fields)]));
const itemRead = (fields: Partial<Item> = {}) => childrenOf(readXml(rssOf(fields)), "item")[0];

describe("the channel", () => {
  it("has what is required, whatever is missing", () => {
    const channel = readXml(renderRss(feedOf([], { title: "", link: home })));
    expect(textsOf(channel, "title")).toEqual([home]);
    expect(textsOf(channel, "link")).toEqual([home]);
    expect(textsOf(channel, "description")).toEqual([home]);
    expect(textsOf(channel, "docs")).toEqual(["http://www.rssboard.org/rss-specification"]);
  });

  it("was built when its newest item changed, or when it is told", () => {
    const dates = ["2026-01-02T00:00:00Z", "2026-01-03T04:05:06.789Z", "2026-01-01T00:00:00Z"];
    const items = dates.map((date) => itemOf({ id: date, date: new Date(date) }));
    const built = "Sat, 03 Jan 2026 04:05:06 GMT";
    expect(textsOf(readXml(renderRss(feedOf(items))), "lastBuildDate")).toEqual([built]);
    const told = renderRss(feedOf(items, { updated: new Date("2026-01-04T00:00:00Z") }));
    expect(textsOf(readXml(told), "lastBuildDate")).toEqual(["Sun, 04 Jan 2026 00:00:00 GMT"]);
    expect(renderRss(feedOf([]))).not.toContain("lastBuildDate");
  });

  it("has its metadata before the first item", () => {
    const document = renderRss(
      feedOf([itemOf()], { ttl: 5, image: `${home}logo.png`, hub: `${home}hub`, copyright: "c" }),
    );
    const rest = document.slice(document.indexOf("<item>"), document.lastIndexOf("</item>"));
    expect(rest).not.toMatch(/<(?:ttl|image|atom:link|copyright|docs|generator|lastBuildDate)/);
  });

  it.each([
    ["logo.png", true],
    ["logo.JPG?x=1", true],
    ["logo.gif", true],
    ["logo.svg", false],
    ["logo.webp", false],
    ["logo", false],
  ])("shows an image of a type readers know: %s", (image, shown) => {
    const channel = readXml(renderRss(feedOf([], { image })));
    const [element] = childrenOf(channel, "image");
    expect(element !== undefined).toBe(shown);
    if (shown)
      expect([textsOf(element, "title"), textsOf(element, "link")]).toEqual([["Site"], [home]]);
  });

  it.each([
    [{ name: "Ann (desk)", email: "ann@site.example" }, ["ann@site.example (Ann desk)"]],
    [{ email: "ann@site.example" }, ["ann@site.example (ann@site.example)"]],
    [{ name: "Ann" }, []],
    [{ name: "Ann", email: "not an address" }, []],
  ])("names an editor only with an address: %j", (author, expected) => {
    expect(textsOf(readXml(renderRss(feedOf([], { author }))), "managingEditor")).toEqual(expected);
  });
});

describe("the guid", () => {
  it.each([
    [{ id: `${home}article` }, "true"],
    [{ id: undefined, guid: undefined }, "true"],
    [{ id: `${home}other` }, "false"],
    [{ id: "tag:site.example,2026:1" }, "false"],
    [{ id: "urn:uuid:0f6a2c1e-7d3b-4b52-9c0e-2a1f5e6d7c8b" }, "false"],
    [{ id: "123" }, "false"],
  ])("is a permalink where it is the link: %j", (fields, isPermaLink) => {
    const [guid] = childrenOf(itemRead(fields as Partial<Item>), "guid");
    expect(guid?.["@isPermaLink"]).toBe(isPermaLink);
  });

  it("is the item's guid before its id, unchanged", () => {
    expect(textsOf(itemRead({ guid: " http://old.example/?a=1&b=é ", id: "x" }), "guid")).toEqual([
      "http://old.example/?a=1&b=é",
    ]);
  });

  it("is there once: of two items with one guid the first is shown", () => {
    const items = [itemOf({ title: "First" }), itemOf({ title: "Second" })];
    const shown = childrenOf(readXml(renderRss(feedOf(items))), "item");
    expect(shown.flatMap((item) => textsOf(item, "title"))).toEqual(["First"]);
  });
});

describe("authors", () => {
  it.each([
    [[{ name: "Ann" }, { name: "Bob" }], [], ["Ann", "Bob"]],
    [[{ name: "Ann", email: "ann@site.example" }], [], ["Ann"]],
    [[{ email: "ann@site.example" }], ["ann@site.example (ann@site.example)"], []],
    [[{ email: "ann@site.example" }, { name: "Bob" }], [], ["ann@site.example", "Bob"]],
    [[{ name: " " }, { email: "nobody" }], [], []],
    [[{ name: "Ann" }, { name: "Ann" }], [], ["Ann"]],
  ])("%j", (author, authors, creators) => {
    const item = itemRead({ author });
    expect(textsOf(item, "author")).toEqual(authors);
    expect(textsOf(item, "dc:creator")).toEqual(creators);
  });
});

describe("description and content", () => {
  it.each([
    [{ summary: "a & <b>" }, "a &amp; &lt;b&gt;", undefined],
    [{ summary: "a", content: "<p>b</p>" }, "a", "<p>b</p>"],
    [{ description: "<i>a</i>", content: "<p>b</p>" }, "<i>a</i>", "<p>b</p>"],
    [{ summary: "a", description: "<i>b</i>" }, "a", undefined],
    [{ content: "<p>b &amp; c</p>" }, "b &amp; c", "<p>b &amp; c</p>"],
    [
      { content: '<img src="https://site.example/a.png">' },
      '<img src="https://site.example/a.png">',
      undefined,
    ],
    [{ content: " \n" }, undefined, undefined],
  ])("%j", (fields, description, content) => {
    const item = itemRead(fields);
    expect(textsOf(item, "description")[0]).toBe(description);
    expect(textsOf(item, "content:encoded")[0]).toBe(content);
  });

  it("stand in the order readers want, before the pictures", () => {
    const document = rssOf({
      summary: "a",
      content: "b",
      image: "/a.png",
      author: [{ name: "c" }],
    });
    const names = [...document.slice(document.indexOf("<item>")).matchAll(/^<([\w:]+)/gm)];
    expect(names.map(([, name]) => name).slice(0, 5)).toEqual([
      "item",
      "title",
      "link",
      "description",
      "content:encoded",
    ]);
    expect(names.at(-1)?.[1]).toBe("media:content");
  });
});

describe("other elements of an item", () => {
  it("has one enclosure", () => {
    const fields = { audio: "/a.mp3", video: "/v.mp4", image: "/i.png" };
    expect(linesOf(rssOf(fields), "<enclosure")).toEqual([
      '<enclosure url="https://site.example/a.mp3" length="0" type="audio/mpeg"/>',
    ]);
  });

  it("is dated by its publication, not by its last change", () => {
    const published = new Date("2025-12-31T23:00:00Z");
    expect(textsOf(itemRead({ published }), "pubDate")).toEqual(["Wed, 31 Dec 2025 23:00:00 GMT"]);
    expect(textsOf(itemRead(), "pubDate")).toEqual(["Mon, 01 Jun 2026 10:00:00 GMT"]);
    expect(textsOf(itemRead({ date: new Date(Number.NaN) }), "pubDate")).toEqual([]);
  });

  it.each([
    [{ summary: "Some words" }, "Some words"],
    [{ content: "<p>Some <b>words</b></p>" }, "Some words"],
    [{}, `${home}article`],
  ])("has a title, always: %j", (fields, title) => {
    expect(textsOf(itemRead({ ...fields, title: "\u200b " }), "title")).toEqual([title]);
  });

  it("says in which language it is where that differs", () => {
    expect(textsOf(itemRead({ language: "id" }), "dc:language")).toEqual(["id"]);
    expect(textsOf(itemRead({ language: "en" }), "dc:language")).toEqual([]);
  });
});
