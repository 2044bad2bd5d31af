/** Every usage of the npm package `feed` through its class and through ours. */
import { readFileSync } from "node:fs";
import {
  type Author,
  Feed as PeerFeed,
  type Item as PeerItem,
  type FeedOptions as PeerOptions,
} from "feed";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { FeedOptions, Item } from "../../src/feeds/feed.ts";
import { Feed } from "../../src/formats/feed-class.ts";
import { freezeDeep } from "./cases.ts";
import { differences, quarry, sites, stories } from "./feed-usages.ts";

describe("the class", () => {
  it("takes the types of the package, and is taken for its class", () => {
    expectTypeOf<PeerItem>().toExtend<Item>();
    expectTypeOf<PeerOptions>().toExtend<FeedOptions>();
    expectTypeOf<Author>().toExtend<NonNullable<Item["author"]>[number]>();
    expectTypeOf<Feed>().toExtend<PeerFeed>();
    expectTypeOf<PeerFeed>().toExtend<Pick<Feed, keyof PeerFeed>>();
  });

  it("has its members, and keeps what it is given", () => {
    const members = (prototype: object) => Object.getOwnPropertyNames(prototype).sort();
    expect(members(Feed.prototype)).toEqual(members(PeerFeed.prototype));
    const [theirs, ours] = [quarry(PeerFeed), quarry(Feed)];
    expect({ ...ours }).toEqual({ ...theirs });
    ours.options.title = "Another";
    expect(ours.rss2()).toContain("<title>Another</title>");
  });

  it("renders the same twice, of what nobody may write to", () => {
    const feed = freezeDeep(quarry(Feed));
    for (const render of ["rss2", "atom1", "json1"] as const) {
      expect(feed[render]()).toBe(feed[render]());
    }
  });

  it("takes our pictures with credits, languages and summaries", () => {
    const feed = quarry(Feed);
    feed.addItem({
      title: "Slate",
      link: "https://quarry.example/slate",
      date: new Date("2026-02-03T04:05:06Z"),
      language: "cy",
      summary: "Grey & thin",
      images: [{ url: "https://quarry.example/s.jpg", credit: { creators: ["Mali Prys"] } }],
    });
    expect(feed.rss2()).toContain('scheme="urn:ebu">Mali Prys</media:credit>');
    expect(feed.atom1()).toContain('<entry xml:lang="cy">');
    expect(JSON.parse(feed.json1()).items.at(-1).summary).toBe("Grey & thin");
  });
});

describe.each(sites)("what both say alike: $usage", ({ build }) => {
  const [theirs, ours] = [build(PeerFeed), build(Feed)];

  it("in RSS", () => {
    const read = (document: string) => {
      const feed = parseRssFeed(document);
      return {
        ...{ title: feed.title, link: feed.link, language: feed.language, ttl: feed.ttl },
        ...{ rights: feed.copyright, built: feed.lastBuildDate, categories: feed.categories },
        items: feed.items?.map((item) => ({
          ...{ title: item.title, link: item.link, date: item.pubDate, guid: item.guid?.value },
          ...{ content: item.content?.encoded, description: item.description },
          categories: item.categories,
        })),
      };
    };
    expect(read(ours.rss2())).toEqual(read(theirs.rss2()));
  });

  it("in Atom", () => {
    const secondOf = (date: string | undefined) => Math.trunc(Date.parse(date ?? "") / 1000);
    const textOf = (text: string | { value?: string } | undefined) =>
      typeof text === "object" ? text.value : text;
    const read = (document: string) => {
      const feed = parseAtomFeed(document);
      return {
        ...{ id: feed.id, title: textOf(feed.title), rights: textOf(feed.rights) },
        ...{ subtitle: textOf(feed.subtitle), contributors: feed.contributors },
        entries: feed.entries?.map((entry) => ({
          ...{ id: entry.id, title: textOf(entry.title), content: textOf(entry.content) },
          ...{ published: secondOf(entry.published), updated: secondOf(entry.updated) },
          ...{ authors: entry.authors, contributors: entry.contributors },
        })),
      };
    };
    expect(read(ours.atom1())).toEqual(read(theirs.atom1()));
  });

  it("in JSON", () => {
    const read = (document: string) => {
      const feed = parseJsonFeed(document);
      return {
        ...{ title: feed.title, home: feed.home_page_url, icon: feed.icon },
        items: feed.items?.map((item) => ({
          ...{ id: item.id, url: item.url, title: item.title, html: item.content_html },
          ...{ image: item.image, tags: item.tags },
          modified: Date.parse(item.date_modified ?? ""),
        })),
      };
    };
    expect(read(ours.json1())).toEqual(read(theirs.json1()));
  });
});

describe("where they differ, ours is right by the letter", () => {
  const documents = readFileSync(new URL("../../docs/feed-package.md", import.meta.url), "utf8");

  it.each(differences)("$usage", ({ usage, options, item, format, ours, theirs }) => {
    const build = (Class: typeof PeerFeed | typeof Feed) => {
      const feed = new Class({ ...stories, ...options });
      if (item !== undefined) {
        const link = "https://quarry.example/1";
        feed.addItem({ title: "One", link, date: new Date("2026-01-02T03:04:05Z"), ...item });
      }
      return feed;
    };
    const document = build(Feed)[format]();
    for (const words of [ours].flat()) {
      if (typeof words === "string") expect(document).toContain(words);
      else expect(document).toMatch(words);
    }
    // What made the difference; where this fails, the package has mended it.
    const other = () => build(PeerFeed)[format]();
    if (theirs === "throws") expect(other).toThrow();
    else if (typeof theirs === "string") expect(other()).toContain(theirs);
    else expect(other()).toMatch(theirs);
    expect(documents).toContain(`| ${usage} |`);
  });
});
