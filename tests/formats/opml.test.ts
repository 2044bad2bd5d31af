import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { Feed } from "../../src/feeds/feed.ts";
import { renderNewsSitemap } from "../../src/formats/news-sitemap.ts";
import { renderOpml } from "../../src/formats/opml.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  htmlEntities: true,
});

function feed(title: string, feedLinks: Record<string, string>, items: Feed["items"] = []): Feed {
  const options = {
    title,
    link: "https://site.example/",
    language: "id",
    copyright: "",
    feedLinks,
  };
  return { options, items, categories: [], contributors: [], extensions: [] };
}

describe("OPML", () => {
  it("lists every feed with its address, RSS before the others", () => {
    const feeds = [
      feed("Semua & segala", {
        json: "https://site.example/a.json",
        rss: "https://site.example/a.rss",
      }),
      feed("Atom", { atom: "https://site.example/b.atom" }),
      feed("Tanpa alamat", { opml: "https://site.example/feeds.opml" }),
    ];
    const { opml } = parser.parse(renderOpml(feeds, "Situs <1>"));
    expect(opml.version).toBe("2.0");
    expect(opml.head.title).toBe("Situs <1>");
    expect(opml.body.outline).toMatchObject([
      {
        type: "rss",
        text: "Semua & segala",
        xmlUrl: "https://site.example/a.rss",
        version: "RSS2",
      },
      { type: "rss", text: "Atom", xmlUrl: "https://site.example/b.atom", version: "ATOM1" },
    ]);
  });
});

describe("the Google News sitemap", () => {
  it("has an entry for each item with an address and a date", () => {
    const at = {
      date: new Date("2026-05-31T10:00:00Z"),
      published: new Date("2026-05-31T09:30:00Z"),
    };
    const items = [
      { title: "Banjir & air", link: "https://site.example/1/", ...at },
      { title: "台灣", link: "https://site.example/2/", language: "zh-TW", ...at },
      { title: "Tanpa alamat", link: "", ...at },
    ];
    const { urlset } = parser.parse(renderNewsSitemap(feed("Kabar", {}, items)));
    expect(urlset.xmlns).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
    expect(urlset.url).toMatchObject([
      {
        loc: "https://site.example/1/",
        "news:news": {
          "news:publication": { "news:name": "Kabar", "news:language": "id" },
          "news:publication_date": "2026-05-31T09:30:00Z",
          "news:title": "Banjir & air",
        },
      },
      { "news:news": { "news:publication": { "news:language": "zh-tw" } } },
    ]);
  });
});
