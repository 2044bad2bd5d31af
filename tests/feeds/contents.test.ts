import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { PictureFacts } from "../../src/articles/pictures/picture-facts.ts";
import { checkConfig } from "../../src/config/config.ts";
import { type ContentSources, openContents } from "../../src/feeds/contents.ts";
import { selectFeeds } from "../../src/feeds/select.ts";
import { openShowable } from "../../src/feeds/showable.ts";
import { indexed, storiesOf } from "./indexed.ts";

const config = checkConfig(
  {
    site: { title: "Situs", url: "https://site.example/" },
    feeds: { all: { limit: 2 }, partner: { limit: 2, credits: { missing: "block" } } },
  },
  "x.yaml",
);

function article(key: string, source = `<p>Isi ${key}.</p>`, title = key): Article {
  return {
    ...{ key, recordPath: key, guid: key, url: `https://site.example/${key}/`, title },
    ...{ publishedMs: 0, updatedMs: 0, language: "id", tags: [], authors: [], images: [] },
    body: { form: "html", source },
  };
}

const PICTURE = "https://site.example/foto.jpg";
const shot = article("a", `<p>Isi.</p><img src="${PICTURE}" alt="">`);
const CREDIT: PictureFacts = { type: "image/jpeg", credit: { creators: ["Maya Hendrawan"] } };

/** One run: what it asks of stories and pictures, counted. */
function openRun(
  articles: readonly Article[],
  cache: ContentSources["cache"],
  told: { facts?: PictureFacts; state?: string; isFaulty?: boolean } = {},
) {
  const asked = { stories: 0, pictures: 0 };
  const stories = storiesOf(articles);
  const contents = openContents({
    ...{ config, cache },
    stories: {
      of: (facts) => {
        asked.stories += 1;
        return stories.of(facts);
      },
    },
    pictures: {
      factsOf: () => {
        asked.pictures += 1;
        return told.facts;
      },
      stateOf: (url) => (url === PICTURE ? (told.state ?? "") : ""),
      isFaulty: () => told.isFaulty ?? false,
    },
  });
  return { contents, asked };
}

describe("what is known of a content", () => {
  it("is found out once, and remembered for the next run", () => {
    const cache = new Map<string, unknown>();
    const first = openRun([shot], cache);
    const known = indexed(shot);
    expect(first.contents.factsOf(known).uncredited).toEqual([PICTURE]);
    first.contents.of(known, "warn");
    expect(first.asked.stories).toBe(1);
    const second = openRun([shot], cache);
    expect(second.contents.factsOf(known)).toMatchObject({ uncredited: [PICTURE] });
    expect(second.asked).toEqual({ stories: 0, pictures: 0 });
  });

  it("is found out again where the record or a picture's file has changed", () => {
    const cache = new Map<string, unknown>();
    openRun([shot], cache).contents.factsOf(indexed(shot));
    const edited = { ...shot, title: "Baru" };
    const again = openRun([edited], new Map(cache));
    again.contents.factsOf(indexed(edited));
    expect(again.asked.stories).toBe(1);
    const credited = openRun([shot], cache, { state: "9 1 1", facts: CREDIT });
    expect(credited.contents.factsOf(indexed(shot)).uncredited).toEqual([]);
    expect(credited.asked.stories).toBe(1);
    const later = openRun([shot], cache, { state: "9 1 1", facts: CREDIT });
    expect(later.contents.factsOf(indexed(shot)).uncredited).toEqual([]);
    expect(later.asked.stories).toBe(0);
  });

  it("lets a broken picture be spoken of at every run, without parsing the body", () => {
    const cache = new Map<string, unknown>();
    openRun([shot], cache, { isFaulty: true }).contents.factsOf(indexed(shot));
    const { contents, asked } = openRun([shot], cache, { isFaulty: true });
    contents.factsOf(indexed(shot));
    expect(asked).toEqual({ stories: 0, pictures: 1 });
  });

  it("is the body's fault at every run", () => {
    const cache = new Map<string, unknown>();
    const lost = indexed(article("lost"));
    for (let run = 0; run < 2; run += 1) {
      const { contents } = openRun([], cache);
      expect(contents.factsOf(lost).fault).toMatchObject({ field: "body", reason: /lost/ });
      expect(() => contents.of(lost, "warn")).toThrow();
    }
  });

  it("is asked for again where the story could not be had: the disk may have had a bad moment", () => {
    const cache = new Map<string, unknown>();
    expect(openRun([], cache).contents.factsOf(indexed(shot)).fault).toBeDefined();
    expect(openRun([shot], cache).contents.factsOf(indexed(shot))).toMatchObject({
      uncredited: [PICTURE],
    });
    expect(openRun([shot], cache).contents.factsOf(indexed(shot)).fault).toBeUndefined();
  });

  it.each([
    [null],
    [7],
    ["text"],
    [{}],
    [{ digest: "x" }],
    [{ digest: indexed(shot).digest, asked: [7], faulty: [], uncredited: [], outside: "" }],
    [{ digest: indexed(shot).digest, asked: [], faulty: [], uncredited: {}, outside: "" }],
  ])("is not taken from a memory that somebody edited: %j", (entry) => {
    const cache = new Map<string, unknown>([["a", entry]]);
    expect(openRun([shot], cache).contents.factsOf(indexed(shot)).uncredited).toEqual([PICTURE]);
  });

  it("is the same whatever is asked for first", () => {
    for (const missing of ["withhold", "placeholder", "block"] as const) {
      const cache = new Map<string, unknown>();
      const { contents } = openRun([shot], cache);
      contents.of(indexed(shot), missing);
      expect(contents.factsOf(indexed(shot)).uncredited).toEqual([PICTURE]);
      expect(openRun([shot], cache).contents.factsOf(indexed(shot)).uncredited).toEqual([PICTURE]);
    }
  });

  it("can be let go of, and is made again", () => {
    const { contents, asked } = openRun([shot], new Map());
    const before = contents.of(indexed(shot), "warn");
    contents.drop(indexed(shot));
    expect(contents.of(indexed(shot), "warn")).toEqual(before);
    expect(asked.stories).toBe(2);
  });
});

describe("what a feed can show", () => {
  const articles = [shot, article("b"), article("c")];
  const [all, partner] = selectFeeds(articles.map(indexed), config, 0);
  if (all === undefined || partner === undefined) throw new Error("no feeds");
  const keysOf = (feed: typeof all) => feed.articles.map(({ key }) => key);

  it("has room for the next where an article is kept back", () => {
    const { contents } = openRun(articles, new Map());
    const showable = openShowable(contents, (key) => `articles/${key}`);
    expect(keysOf(showable.cut(all))).toEqual(["a", "b"]);
    expect(showable.blocked()).toEqual([]);
    expect(keysOf(showable.cut(partner))).toEqual(["b", "c"]);
    expect(showable.blocked()).toMatchObject([{ file: "articles/a", field: "image" }]);
    expect(showable.unreadable()).toEqual([]);
  });

  it("is not kept back any more once its picture names somebody", () => {
    const told: { facts?: PictureFacts; state?: string } = {};
    const { contents } = openRun(articles, new Map(), told);
    const showable = openShowable(contents, (key) => key);
    expect(showable.cut(partner).articles).toHaveLength(2);
    expect(showable.blocked()).toHaveLength(1);
    Object.assign(told, { facts: CREDIT, state: "told" });
    contents.reset();
    expect(keysOf(showable.cut(partner))).toEqual(["a", "b"]);
    expect(showable.blocked()).toEqual([]);
  });

  it("leaves out what cannot be read, and reports it once", () => {
    const { contents } = openRun(articles.slice(0, 2), new Map());
    const showable = openShowable(contents, (key) => key);
    const wide = { ...all, limit: 9 };
    expect([keysOf(showable.cut(wide)), keysOf(showable.cut(wide))]).toEqual([
      ...[
        ["a", "b"],
        ["a", "b"],
      ],
    ]);
    expect(showable.unreadable()).toMatchObject([{ file: "c", field: "body" }]);
  });

  it("is everything where archive documents take what is older", () => {
    const { contents } = openRun(articles, new Map());
    const showable = openShowable(contents, (key) => key);
    expect(keysOf(showable.cut({ ...all, isArchived: true }))).toEqual(["a", "b", "c"]);
  });
});
