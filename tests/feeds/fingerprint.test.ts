import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { checkConfig } from "../../src/config/config.ts";
import { fingerprintOf } from "../../src/feeds/fingerprint.ts";
import type { PodcastSources } from "../../src/feeds/podcast-sources.ts";
import { answersTo, noteQuestions } from "../../src/feeds/questions.ts";
import { type Selection, selectFeeds } from "../../src/feeds/select.ts";
import { openPaths, ownPathsFirst } from "../../src/feeds/separate-paths.ts";
import { openUses } from "../../src/feeds/uses.ts";
import { indexed } from "./indexed.ts";

function article(key: string, more: Partial<Article> = {}): Article {
  return {
    ...{ key, recordPath: key, guid: key, url: `https://site.example/${key}/`, title: key },
    ...{ publishedMs: 0, updatedMs: 0, language: "id", tags: [], authors: [], images: [] },
    ...{ body: { form: "html", source: "<p>Isi.</p>" }, ...more },
  };
}

const SITE = { title: "Situs", url: "https://site.example/" };
const base = { site: SITE, feeds: { all: { limit: 2 } } };

/** Of the first feed of a configuration. */
function fingerprint(
  articles: readonly Article[],
  keys: Record<string, unknown> = base,
  outside = "",
): string {
  const config = checkConfig(keys, "x.yaml");
  const [feed] = selectFeeds(articles.map(indexed), config, 0);
  if (feed === undefined) throw new Error("no feed");
  return fingerprintOf(feed, config, () => outside);
}

describe("the fingerprint of a feed", () => {
  const before = fingerprint([article("a")]);

  it("is the same for the same", () => {
    expect(fingerprint([article("a")])).toBe(before);
    expect(fingerprint([article("a")], { ...base, schedule: "* * * * *" })).toBe(before);
  });

  it.each<[string, Partial<Article>]>([
    ["title", { title: "Baru" }],
    ["summary", { summary: "Ringkas" }],
    ["body", { body: { form: "html", source: "<p>Baru.</p>" } }],
    ["form of the body", { body: { form: "markdown", source: "<p>Isi.</p>" } }],
    ["guid", { guid: "lain" }],
    ["address", { url: "https://site.example/lain/" }],
    ["date", { publishedMs: 1_000 }],
    ["date of change", { updatedMs: 1_000 }],
    ["language", { language: "fr" }],
    ["section", { section: "Dunia" }],
    ["tags", { tags: ["laut"] }],
    ["authors", { authors: [{ name: "Maya" }] }],
    ["pictures", { images: [{ url: "https://site.example/a.jpg" }] }],
    ["recording", { recording: { url: "https://site.example/a.mp3", type: "audio/mpeg" } }],
    ["episode", { episode: { persons: [], transcripts: [], number: 3 } as never }],
  ])("changes with an article's %s", (_, more) => {
    expect(fingerprint([article("a", more)])).not.toBe(before);
  });

  it.each<[string, Record<string, unknown>]>([
    ["title", { feeds: { all: { limit: 2, title: "Baru" } } }],
    ["content", { feeds: { all: { limit: 2, content: "summary" } } }],
    ["policy", { feeds: { all: { limit: 2, credits: { missing: "withhold" } } } }],
    ["formats", { formats: ["rss"] }],
    ["podcast", { feeds: { all: { limit: 2, podcast: { image: "/a.png" } } } }],
    ["site", { site: { ...SITE, title: "Baru" } }],
    ["author", { site: { ...SITE, author: "Redaksi" } }],
    ["addresses", { feedsUrl: "https://feeds.example/" }],
    ["placeholder", { credits: { placeholder: { text: "Tanpa nama" } } }],
    ["aliases", { credits: { aliases: { A: "B" } } }],
  ])("changes with the %s of the configuration", (_, keys) => {
    expect(fingerprint([article("a")], { ...base, ...keys })).not.toBe(before);
  });

  it("changes with the files of its articles, with their number and their order", () => {
    expect(fingerprint([article("a")], base, "9 1 1")).not.toBe(before);
    expect(fingerprint([article("a"), article("b")])).not.toBe(before);
    const [one, other] = [article("a", { publishedMs: 1_000 }), article("b")];
    expect(fingerprint([one, other])).not.toBe(
      fingerprint([article("a"), article("b", { publishedMs: 1_000 })]),
    );
  });
});

describe("questions", () => {
  const place = (url: string) => ({ url, recordPath: "a.md", key: "a" });

  it("are noted once, whoever asks, and answered as the disk is now", () => {
    const known = new Map([["/a.jpg", "v1"]]);
    const sources: Pick<PodcastSources, "findFile" | "pictures"> = {
      findFile: () => undefined,
      pictures: { factsOf: () => undefined },
    };
    const noted = noteQuestions(sources);
    noted.sources.findFile("/a.jpg", place("https://site.example/a/"));
    noted.sources.pictures.factsOf("/a.jpg", place("https://site.example/a/"));
    noted.sources.pictures.factsOf("/a.jpg", place("https://site.example/b/"));
    const questions = noted.asked();
    expect(questions.map(([address, url]) => `${address} ${url}`)).toEqual([
      ...["/a.jpg https://site.example/a/", "/a.jpg https://site.example/b/"],
    ]);
    const answers = () => answersTo(questions, (address) => known.get(address) ?? "");
    const before = answers();
    expect(answers()).toBe(before);
    known.set("/a.jpg", "v2");
    expect(answers()).not.toBe(before);
  });
});

describe("the paths of feeds", () => {
  const config = checkConfig(
    { site: SITE, feeds: { s: { each: "section", path: "{slug}" }, all: {}, Berita: {} } },
    "x.yaml",
  );
  const selections = selectFeeds(
    ["All", "berita", "Kota"].map((section) => indexed(article(section, { section }))),
    config,
    0,
  );

  it("are given to feeds of their own before groups, and once", () => {
    const paths = openPaths((file) => `feeds/${file}`);
    const taken = ownPathsFirst(selections).filter((feed) => paths.take(feed));
    expect(taken.map(({ path }) => path)).toEqual(["all", "Berita", "kota"]);
    expect(
      paths
        .clashes()
        .map(({ file }) => file)
        .sort(),
    ).toEqual(["feeds/all", "feeds/berita"]);
    expect(paths.clashes()[0]?.reason).toContain("two feeds have this path");
  });
});

describe("the uses of articles", () => {
  it("end with the last feed that shows them", () => {
    const feeds = { all: { limit: 2 }, wide: { limit: 3 }, kota: { where: { tag: "kota" } } };
    const articles = ["a", "b", "c", "d"].map((key, at) =>
      indexed(article(key, { publishedMs: -at, tags: key === "a" ? ["kota"] : [] })),
    );
    const selections = selectFeeds(articles, checkConfig({ site: SITE, feeds }, "x.yaml"), 0);
    const uses = openUses(selections);
    const lastIn = (feed: Selection) =>
      feed.articles.slice(0, feed.limit).filter((one) => uses.isLast(one, feed));
    expect(selections.map((feed) => lastIn(feed).map(({ key }) => key))).toEqual([
      ...[[], ["b", "c"], ["a"]],
    ]);
  });
});
