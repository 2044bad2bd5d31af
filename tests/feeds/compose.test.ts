import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { checkConfig } from "../../src/config/config.ts";
import { composeFeed, openItems } from "../../src/feeds/compose.ts";
import { openContents } from "../../src/feeds/contents.ts";
import { selectFeeds } from "../../src/feeds/select.ts";
import { indexed, storiesOf, toldNothing } from "./indexed.ts";

const article: Article = {
  key: "a.md",
  recordPath: "a.md",
  guid: "g1",
  url: "https://site.example/a/",
  title: "Judul & anak judul",
  publishedMs: Date.parse("2022-09-16T10:00:00Z"),
  updatedMs: Date.parse("2022-09-17T10:00:00Z"),
  language: "fr",
  section: "Dunia",
  tags: ["Laut", "Dunia"],
  authors: [{ name: "Maya", email: "maya@site.example", url: "https://site.example/maya/" }],
  images: [{ url: "https://site.example/a.jpg", alt: "Alt", type: "image/jpeg", bytes: 9 }],
  recording: {
    url: "https://site.example/a.mp3",
    type: "audio/mpeg",
    bytes: 5,
    durationSeconds: 60,
  },
  body: { form: "markdown", source: "Isi **tebal**." },
};

const endings = new Map([
  ["rss", "rss"],
  ["atom", "atom"],
  ["json", "json"],
]);

function compose(articles: readonly Article[], keys: Record<string, unknown> = {}) {
  const site = {
    ...{ title: "Situs", url: "https://site.example/blog/", language: "id", image: "/logo.png" },
    ...{ author: { name: "Redaksi", url: "https://site.example/" }, copyright: "© Situs" },
  };
  const config = checkConfig({ site, ...keys }, "x.yaml");
  const sources = { config, stories: storiesOf(articles), ...toldNothing() };
  const items = openItems(openContents(sources), sources.stories);
  const selections = selectFeeds(articles.map(indexed), config, 0);
  return selections.map((selection) => composeFeed(selection, config, endings, items));
}

describe("composeFeed", () => {
  it("makes a document of a selection", () => {
    const [feed] = compose([article]);
    expect(feed?.options).toEqual({
      ...{ title: "Situs", description: "Situs", link: "https://site.example/blog/" },
      ...{ language: "id", copyright: "© Situs", image: "https://site.example/logo.png" },
      author: { name: "Redaksi", link: "https://site.example/" },
      feedLinks: {
        rss: "https://site.example/blog/feeds/all.rss",
        atom: "https://site.example/blog/feeds/all.atom",
        json: "https://site.example/blog/feeds/all.json",
      },
      updated: new Date(article.updatedMs),
    });
  });

  it("makes an item of an article", () => {
    expect(compose([article])[0]?.items[0]).toMatchObject({
      ...{ title: article.title, id: "g1", link: article.url, language: "fr" },
      ...{ published: new Date(article.publishedMs), date: new Date(article.updatedMs) },
      content: expect.stringContaining("Isi <strong>tebal</strong>."),
      summary: "Isi tebal.",
      author: [{ name: "Maya", email: "maya@site.example", link: "https://site.example/maya/" }],
      category: [{ name: "Dunia" }, { name: "Laut" }],
      image: { url: "https://site.example/a.jpg", type: "image/jpeg", length: 9 },
      audio: { url: "https://site.example/a.mp3", type: "audio/mpeg", length: 5, duration: 60 },
    });
  });

  it("leaves the story out where only its summary is wanted", () => {
    const [feed] = compose([{ ...article, summary: "Ringkas" }], { content: "summary" });
    expect(feed?.items[0]).toMatchObject({ summary: "Ringkas" });
    expect(feed?.items[0]).not.toHaveProperty("content");
  });

  it("has no date of change where it is empty, least of all the time of the run", () => {
    const [feed] = compose([]);
    expect(feed?.items).toEqual([]);
    expect(feed?.options).not.toHaveProperty("updated");
  });

  it("encodes the names of groups in its addresses", () => {
    const feeds = { t: { each: "section" } };
    const [feed] = compose([{ ...article, section: "Новости дня" }], { feeds, formats: ["rss"] });
    expect(feed?.options.feedLinks).toEqual({
      rss: `https://site.example/blog/feeds/t/${encodeURIComponent("новости-дня")}.rss`,
    });
  });

  it("reads a body once for every feed that shows it", () => {
    const config = checkConfig({ site: { title: "S", url: "https://site.example/" } }, "x.yaml");
    const content = openContents({ config, stories: storiesOf([article]), ...toldNothing() });
    const known = indexed(article);
    expect(content.of(known, "warn")).toBe(content.of(known, "block"));
    expect(content.of(known, "withhold")).not.toBe(content.of(known, "warn"));
  });
});
