import { describe, expect, it } from "vitest";
import type { FeedOptions, Item } from "../../src/feeds/feed.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import { childrenOf, feedOf, home, itemOf, linesOf, readXml, textsOf } from "./documents.ts";

const atomOf = (fields: Partial<Item> = {}) => renderAtom(feedOf([itemOf(fields)]));
const entryRead = (fields: Partial<Item> = {}) => childrenOf(readXml(atomOf(fields)), "entry")[0];

describe("the feed", () => {
  it.each([
    [{ id: "tag:site.example,2026:all" }, "tag:site.example,2026:all"],
    [{}, `${home}all.atom`],
    [{ feedLinks: {} }, home],
  ])("has an id: %j", (options: Partial<FeedOptions>, id) => {
    expect(textsOf(readXml(renderAtom(feedOf([], options))), "id")).toEqual([id]);
  });

  it("is as old when it is empty today as it was yesterday", () => {
    expect(textsOf(readXml(renderAtom(feedOf([]))), "updated")).toEqual(["2000-01-01T00:00:00Z"]);
  });

  it("is as new as its newest entry, also where a tie-break moved that on", () => {
    const items = ["1", "2"].map((id) => itemOf({ id }));
    const feed = readXml(renderAtom(feedOf(items)));
    const instants = childrenOf(feed, "entry").flatMap((entry) => textsOf(entry, "updated"));
    expect(textsOf(feed, "updated")).toEqual([instants.toSorted().at(-1)]);
  });

  it("has an author unless every entry has one", () => {
    const signed = itemOf({ id: "1", author: [{ name: "Ann" }] });
    const authorsOf = (items: Item[], options: Partial<FeedOptions> = {}) =>
      childrenOf(readXml(renderAtom(feedOf(items, options))), "author").flatMap((author) =>
        textsOf(author, "name"),
      );
    expect(authorsOf([signed])).toEqual([]);
    expect(authorsOf([signed, itemOf()])).toEqual(["Site"]);
    expect(authorsOf([])).toEqual(["Site"]);
    expect(authorsOf([signed], { author: { name: "Desk" } })).toEqual(["Desk"]);
    expect(authorsOf([signed], { author: {} })).toEqual([]);
  });

  it("names its addresses, each for one purpose", () => {
    expect(linesOf(renderAtom(feedOf([], { hub: "https://hub.example/" })), "<link")).toEqual([
      '<link rel="self" type="application/atom+xml" href="https://site.example/all.atom"/>',
      '<link rel="alternate" type="text/html" href="https://site.example/"/>',
      '<link rel="hub" href="https://hub.example/"/>',
    ]);
  });

  it("says in which language it and its entries are", () => {
    const items = [itemOf({ id: "1", language: "id" }), itemOf({ id: "2", language: "en" })];
    const feed = readXml(renderAtom(feedOf(items)));
    expect(feed["@xml:lang"]).toBe("en");
    expect(childrenOf(feed, "entry").map((entry) => entry["@xml:lang"])).toEqual(["id", undefined]);
  });
});

describe("an entry", () => {
  it("has a date, always", () => {
    const entry = entryRead({ date: new Date(Number.NaN) });
    expect(textsOf(entry, "updated")).toEqual(["2000-01-01T00:00:00Z"]);
    expect(textsOf(entry, "published")).toEqual([]);
  });

  it("keeps the published date when it is changed", () => {
    const entry = entryRead({ published: new Date("2026-05-01T00:00:00Z") });
    expect(textsOf(entry, "published")).toEqual(["2026-05-01T00:00:00Z"]);
    expect(textsOf(entry, "updated")).toEqual(["2026-06-01T10:00:00Z"]);
  });

  it.each([
    [{ summary: "a & <b>", content: "<p>c</p>" }, ["text", "a & <b>"], ["html", "<p>c</p>"]],
    [{ description: "<i>a</i>", content: "<p>c</p>" }, ["html", "<i>a</i>"], ["html", "<p>c</p>"]],
    [{ content: "<p>c</p>" }, undefined, ["html", "<p>c</p>"]],
    [{ summary: "a" }, ["text", "a"], undefined],
    [{}, ["text", "Article"], undefined],
    [{ link: "" }, ["text", "Article"], ["text", "Article"]],
    [{ link: "", description: "<i>a</i>" }, undefined, ["html", "<i>a</i>"]],
  ])("has summary and content as they are: %j", (fields, summary, content) => {
    const entry = entryRead(fields);
    const read = (name: string) => {
      const [element] = childrenOf(entry, name);
      return element && [element["@type"], element["#"]];
    };
    expect(read("summary")).toEqual(summary);
    expect(read("content")).toEqual(content);
  });

  it("has every file, with the length only where it is known", () => {
    const fields = { audio: { url: "/a.mp3", length: 9, title: 'A "b"' }, video: "/v.mp4" };
    expect(linesOf(atomOf(fields), '<link rel="enclosure"')).toEqual([
      '<link rel="enclosure" type="audio/mpeg" length="9" title="A &quot;b&quot;" href="https://site.example/a.mp3"/>',
      '<link rel="enclosure" type="video/mp4" href="https://site.example/v.mp4"/>',
    ]);
  });

  it("has its sections as terms", () => {
    const category = [
      { name: "World", domain: "https://site.example/sections" },
      { name: "Late night", term: "late", domain: "no address" },
    ];
    expect(linesOf(atomOf({ category }), "<category")).toEqual([
      '<category term="World" scheme="https://site.example/sections"/>',
      '<category term="late" label="Late night"/>',
    ]);
  });
});
