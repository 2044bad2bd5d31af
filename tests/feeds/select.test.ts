import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { IndexedArticle } from "../../src/articles/index/indexed-record.ts";
import { checkConfig, type FeedConfig } from "../../src/config/config.ts";
import { selectFeeds } from "../../src/feeds/select.ts";
import { indexed } from "./indexed.ts";

let count = 0;

function article(facts: Partial<Article> = {}): IndexedArticle {
  count += 1;
  return indexed({
    key: `${count}.md`,
    recordPath: `${count}.md`,
    guid: `g${String(count).padStart(4, "0")}`,
    url: `https://site.example/${count}/`,
    title: `Judul ${count}`,
    publishedMs: 0,
    updatedMs: 0,
    language: "id",
    tags: [],
    authors: [],
    images: [],
    body: { form: "html", source: "" },
    ...facts,
  });
}

const at = (day: number, facts: Partial<Article> = {}) =>
  article({ publishedMs: day * 86_400_000, ...facts });

function select(articles: readonly IndexedArticle[], feeds: Record<string, FeedConfig>) {
  const site = { title: "Situs", url: "https://site.example/", language: "id" };
  return selectFeeds(articles, checkConfig({ site, feeds }, "x.yaml"), 100 * 86_400_000);
}

const paths = (articles: readonly IndexedArticle[], feed: FeedConfig) =>
  select(articles, { x: feed }).map(({ path }) => path);

describe("the order of a feed", () => {
  it("is the newest first, and the guid decides between equals", () => {
    const [one, two, three] = [at(1, { guid: "b" }), at(2), at(1, { guid: "a" })];
    const [feed] = select([one, two, three], { all: {} });
    expect(feed?.articles).toEqual([two, three, one]);
  });

  it("is the same whatever the order of the folder", () => {
    const articles = Array.from({ length: 8 }, (_, day) => at(day % 3, { tags: ["A", "a", "é"] }));
    const feeds = { all: { limit: 5 }, t: { each: "tag" } } as const;
    const expected = select(articles, feeds);
    const shuffled = fc.shuffledSubarray(articles, { minLength: articles.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(select(order, feeds).map(({ path }) => path)).toEqual(
          expected.map(({ path }) => path),
        );
        expect(select(order, feeds).map((feed) => feed.articles)).toEqual(
          expected.map((feed) => feed.articles),
        );
      }),
    );
  });

  it("is the last changed first where it is told so", () => {
    const [one, two] = [at(1, { updatedMs: 9 * 86_400_000 }), at(2, { updatedMs: 2 * 86_400_000 })];
    expect(select([one, two], { x: { sort: "updated" } })[0]?.articles).toEqual([one, two]);
    expect(select([one, two], { x: {} })[0]?.articles).toEqual([two, one]);
  });

  it("begins so many days before the run", () => {
    const [inside, outside] = [at(98.01), at(98)];
    expect(select([inside, outside], { x: { days: 2 } })[0]?.articles).toEqual([inside]);
  });

  it("has room for 50 where no limit is set", () => {
    const feeds = select([], { all: {}, few: { limit: 2 } });
    expect(feeds.map((feed) => feed.limit)).toEqual([50, 2]);
  });
});

describe("where", () => {
  const dunia = article({ section: "Dunia", tags: ["Laut"], authors: [{ name: "Maya" }] });
  const kota = article({ section: "Kota", tags: ["laut", "kota"], language: "en" });
  const other = article();

  it.each([
    [{ section: "dunia" }, [dunia]],
    [{ tag: ["LAUT"] }, [dunia, kota]],
    [{ section: ["dunia", "kota"] }, [dunia, kota]],
    [{ tag: "laut", language: "en" }, [kota]],
    [{ author: "maya" }, [dunia]],
    [{ section: "none" }, []],
  ])("%j", (where, chosen) => {
    const feed = { where } as unknown as FeedConfig;
    expect(select([dunia, kota, other], { x: feed })[0]?.articles).toEqual(chosen);
  });
});

describe("each", () => {
  it("makes a feed of every value, in the order of their names", () => {
    const articles = [
      ...[article({ section: "Dunia" }), article({ section: "Новости" }), article()],
      ...[article({ section: "新闻" }), article({ section: "Ω mega" })],
    ];
    expect(paths(articles, { each: "section" })).toEqual([
      ...["x/dunia", "x/новости", "x/新闻", "x/ω-mega"].sort(),
    ]);
  });

  it("takes names that differ only in case, width or form for one", () => {
    const tags = ["Café", "CAFÉ", "cafe\u0301", "ｃａｆｅ\u0301"];
    const [feed, ...others] = select(
      tags.map((tag, day) => at(9 - day, { tags: [tag] })),
      { x: { each: "tag" } },
    );
    expect(others).toEqual([]);
    expect(feed).toMatchObject({ path: "x/café", title: "Situs: Café" });
    expect(feed?.articles.length).toBe(4);
  });

  it("shows an article once in a group that it names twice", () => {
    const [feed] = select([article({ tags: ["A", "a"] })], { x: { each: "tag" } });
    expect(feed?.articles.length).toBe(1);
  });

  it("tells groups apart whose slugs would be the same, and no other group changes a slug", () => {
    const tags = ["C", "C++", "c#", "🎉", "Seni & Budaya", "seni budaya", "Новости", "Новости!"];
    const alone = tags.flatMap((tag) => paths([article({ tags: [tag] })], { each: "tag" }));
    expect(new Set(alone).size).toBe(tags.length);
    expect(paths([article({ tags })], { each: "tag" })).toEqual([...alone].sort());
    expect(alone.filter((path) => !/-?[\da-f]{8}$/.test(path))).toEqual([
      ...["x/c", "x/seni-budaya", "x/новости"],
    ]);
  });

  it("takes names that differ only in what joins their words for one", () => {
    const tags = ["sepak bola", "sepak-bola", "Sepak_Bola"];
    const [feed, ...others] = select([article({ tags })], { x: { each: "tag" } });
    expect(others).toEqual([]);
    expect(feed).toMatchObject({ path: "x/sepak-bola", title: "Situs: sepak bola" });
  });

  it("gives its feeds titles, descriptions and pictures of their own", () => {
    const feed: FeedConfig = {
      ...{ each: "section", title: "{name} | Situs", description: "Kabar {name}." },
      image: "/logo/{slug}.png",
    };
    expect(select([article({ section: "Olah Raga" })], { x: feed })[0]).toMatchObject({
      ...{ title: "Olah Raga | Situs", description: "Kabar Olah Raga." },
      image: "/logo/olah-raga.png",
    });
  });

  it("never leaves its folder", () => {
    const tags = [
      "../../etc",
      "/abs",
      "..",
      "a/b",
      "a\\b",
      "\0",
      "CON",
      "x".repeat(500),
      "漢".repeat(300),
    ];
    for (const path of paths([article({ tags })], { each: "tag" })) {
      expect(path).toMatch(/^x\/[\p{L}\p{N}_-]+$/u);
      expect(Buffer.byteLength(path)).toBeLessThan(230);
    }
  });

  it("puts the group into every place of the path", () => {
    const [path] = paths([article({ section: "Dunia" })], {
      each: "section",
      path: "{slug}/x-{slug}",
    });
    expect(path).toBe("dunia/x-dunia");
  });

  it("takes one feed a language, named in the site's", () => {
    const feeds = select([article({ language: "fr" }), article()], { x: { each: "language" } });
    expect(feeds).toMatchObject([
      { path: "x/fr", language: "fr", title: "Situs: Prancis" },
      { path: "x/id", language: "id", title: "Situs: Indonesia" },
    ]);
  });

  it("makes ten thousand groups without comparing each with each", () => {
    const articles = Array.from({ length: 100 }, (_, day) =>
      at(day, { tags: Array.from({ length: 100 }, (__, tag) => `t${day}-${tag}`) }),
    );
    expect(paths(articles, { each: "tag" }).length).toBe(10_000);
  });
});

describe("titles", () => {
  it.each([
    [{ all: {} }, "Situs"],
    [{ dunia: {} }, "Situs: dunia"],
    [{ x: { title: "Sendiri" } }, "Sendiri"],
    [{ x: { each: "section", title: "Rubrik" } }, "Rubrik: Dunia"],
  ])("%j", (feeds, title) => {
    const made = select([article({ section: "Dunia" })], feeds as Record<string, FeedConfig>);
    expect(made[0]).toMatchObject({ title, description: title });
  });
});

it("makes an empty feed where nothing is chosen, and no group where there is none", () => {
  const feeds = select([], { all: {}, tags: { each: "tag" } });
  expect(feeds).toMatchObject([{ path: "all", articles: [] }]);
});
