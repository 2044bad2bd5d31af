import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Feed, FeedOptions, Item } from "../../src/feeds/feed.ts";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { fitText } from "../../src/formats/text.ts";
import { feedOf, home, itemOf } from "./documents.ts";

type Json = Readonly<Record<string, unknown>>;

const feedRead = (options: Partial<FeedOptions>, more: Partial<Feed> = {}): Json =>
  JSON.parse(renderJsonFeed({ ...feedOf([]), ...more, options: feedOf([], options).options }));
const itemRead = (fields: Partial<Item>): Json =>
  JSON.parse(renderJsonFeed(feedOf([itemOf(fields)]))).items[0];

describe("the feed", () => {
  it("has the members of JSON Feed 1.1", () => {
    const feed = feedRead({
      description: "About",
      author: {
        name: "Ann",
        email: "ann@site.example",
        link: "https://ann.example/",
        avatar: "https://ann.example/a.png",
      },
      hub: "https://hub.example/",
      image: "/logo.svg",
      favicon: "/favicon.ico",
    });
    expect(feed).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Site",
      home_page_url: home,
      feed_url: `${home}all.json`,
      description: "About",
      icon: `${home}logo.svg`,
      favicon: `${home}favicon.ico`,
      authors: [{ name: "Ann", url: "https://ann.example/", avatar: "https://ann.example/a.png" }],
      language: "en",
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      items: [],
    });
  });

  it("takes extensions under the names it allows", () => {
    const extensions = ["_shed", "shed", "_1", "_a.b", "_images", "items", "__proto__"].map(
      (name) => ({ name, objects: { text: "\ud800x" } }),
    );
    const feed = feedRead({}, { extensions });
    expect(Object.keys(feed).filter((name) => name.startsWith("_"))).toEqual(["_shed"]);
    expect(feed["_shed"]).toEqual({ text: "x" });
    expect(feed["items"]).toEqual([]);
  });

  it("is written to be compared line by line", () => {
    expect(renderJsonFeed(feedOf([]))).toMatch(/^\{\n {2}"version": .*\n[\s\S]*\n\}\n$/);
  });
});

describe("an item", () => {
  it.each([
    [
      { content: "<p>c</p>", summary: "s" },
      { content_html: "<p>c</p>", summary: "s" },
    ],
    [
      { content: "<p>c</p>", description: "<p>d &amp; e</p>" },
      { content_html: "<p>c</p>", summary: "d & e" },
    ],
    [{ content: "<p>c</p>" }, { content_html: "<p>c</p>" }],
    [{ description: "<p>d</p>" }, { content_html: "<p>d</p>" }],
    [{ summary: "s" }, { content_text: "s", summary: "s" }],
    [{}, { content_text: "Article" }],
  ])("has content: %j", (fields, expected) => {
    const { content_html, content_text, summary } = itemRead(fields);
    expect({ content_html, content_text, summary }).toEqual(expected);
  });

  it("has an id that is text, and dates with a zone", () => {
    const item = itemRead({ id: "123", published: new Date("2026-05-01T00:00:00Z") });
    expect(item["id"]).toBe("123");
    expect(item["date_published"]).toBe("2026-05-01T00:00:00Z");
    expect(item["date_modified"]).toBe("2026-06-01T10:00:00Z");
  });

  it("has authors, never an author", () => {
    const item = itemRead({ author: [{ name: "Ann" }, { email: "bob@site.example" }] });
    expect(item["authors"]).toEqual([{ name: "Ann" }, { name: "bob@site.example" }]);
    expect(item).not.toHaveProperty("author");
  });

  it("attaches what can be played or opened, but no picture", () => {
    const item = itemRead({
      audio: { url: "/a.mp3", length: 9, duration: 61 },
      enclosure: { url: "/b.png" },
      image: "/c.png",
    });
    expect(item["attachments"]).toEqual([
      {
        url: `${home}a.mp3`,
        mime_type: "audio/mpeg",
        size_in_bytes: 9,
        duration_in_seconds: 61,
      },
    ]);
    expect(item["image"]).toBe(`${home}c.png`);
  });

  it("says in which language it is where that differs", () => {
    expect(itemRead({ language: "id" })["language"]).toBe("id");
    expect(itemRead({ language: "en" })).not.toHaveProperty("language");
  });

  it("carries the credit of every picture", () => {
    const credit = {
      creators: ["Cleo Lens"],
      creditLine: "Cleo Lens/DOCKPIX",
      source: "DOCKPIX",
      copyrightNotice: "© 2026 DOCKPIX",
      license: "https://dockpix.example/licence",
      acquireLicensePage: "https://dockpix.example/buy",
    };
    const url = `${home}a.jpg`;
    const images = [{ url, caption: "A\ud800 crane", alt: "Crane", credit }, { credit }];
    expect(itemRead({ images })["_images"]).toEqual([
      { url, caption: "A crane", alt: "Crane", credit },
      { credit },
    ]);
    const feed = JSON.parse(renderJsonFeed(feedOf([itemOf({ images })])));
    expect(feed._images).toEqual({ about: "https://iptc.org/standards/photo-metadata/" });
  });
});

describe("content", () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom("\\", '"', "\n", "\t", "\r", "\b", "\f", "/", "\u2028", "\ud83d", "🚢"),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    ),
  });

  it("is escaped as the engine escapes it, and stands where the engine would put it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const content = `<p>${text}</p>`;
        const document = renderJsonFeed(feedOf([itemOf({ content })]));
        expect(document).toBe(`${JSON.stringify(JSON.parse(document), null, 2)}\n`);
        expect(JSON.parse(document).items[0].content_html).toBe(fitText(content));
      }),
    );
  });
});
