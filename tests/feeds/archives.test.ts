import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { checkConfig } from "../../src/config/config.ts";
import { type Archives, archiveFeed } from "../../src/feeds/archives.ts";
import { type Selection, selectFeeds } from "../../src/feeds/select.ts";
import { indexed } from "./indexed.ts";

const config = checkConfig(
  {
    site: { title: "Situs", url: "https://site.example/" },
    feeds: { all: { archive: true, limit: 3 } },
  },
  "x.yaml",
);

function article(guid: string, day: number, title = guid): Article {
  return {
    ...{ key: guid, recordPath: guid, guid, url: `https://site.example/${guid}/`, title },
    ...{ publishedMs: day * 86_400_000, updatedMs: day * 86_400_000, language: "id" },
    ...{ tags: [], authors: [], images: [], body: { form: "html", source: "" } },
  };
}

/** What a run publishes, and what it remembers. */
function run(articles: readonly Article[], earlier: Archives = []) {
  const [feed] = selectFeeds(articles.map(indexed), config, 0);
  if (feed === undefined) throw new Error("no feed");
  return archiveFeed(feed, earlier);
}

/** The guids that a reader meets who begins at the subscription document. */
function follow(selections: readonly Selection[]): readonly string[] {
  const met: string[] = [];
  for (let at: string | undefined = "all"; at !== undefined; ) {
    const document = selections.find(({ path }) => path === at);
    if (document === undefined) throw new Error(`no document at ${at}`);
    met.push(...document.articles.map(({ guid }) => guid));
    at = document.archive?.previous;
  }
  return met;
}

const days = (count: number) =>
  Array.from({ length: count }, (_, day) => article(`a${String(day).padStart(2, "0")}`, day));

describe("archive documents", () => {
  it("are none while the subscription document holds all", () => {
    const { selections } = run(days(3));
    expect(selections).toHaveLength(1);
    expect(selections[0]).not.toHaveProperty("archive");
  });

  it("stand in a chain, the last of them open", () => {
    const { selections } = run(days(8));
    expect(
      selections.map(({ path, articles }) => [path, ...articles.map(({ guid }) => guid)]),
    ).toEqual([
      ["all", "a07", "a06", "a05"],
      ["all/archive/1", "a02", "a01", "a00"],
      ["all/archive/2", "a04", "a03"],
    ]);
    expect(selections.map(({ archive }) => archive)).toEqual([
      { isArchive: false, current: "all", previous: "all/archive/2" },
      { isArchive: true, current: "all", next: "all/archive/2" },
      { isArchive: true, current: "all", previous: "all/archive/1" },
    ]);
  });

  it("link to the next from the day they are full, so that they need no further word", () => {
    const full = run(days(6));
    expect(full.selections.map(({ path }) => path)).toEqual([
      "all",
      "all/archive/1",
      "all/archive/2",
    ]);
    const later = run(days(9), full.archives);
    expect(later.selections[1]).toEqual(full.selections[1]);
  });

  it("keep the place of what is withdrawn, and take what comes back", () => {
    const first = run(days(9));
    const without = run(
      days(9).filter(({ guid }) => guid !== "a01"),
      first.archives,
    );
    expect(without.selections[1]?.articles.map(({ guid }) => guid)).toEqual(["a02", "a00"]);
    expect(run(days(9), without.archives).selections).toEqual(first.selections);
  });

  it("whatever happens between two runs: each article once, and full documents stay", () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant("add" as const), day: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ kind: fc.constant("withdraw" as const), at: fc.nat() }),
      fc.record({ kind: fc.constant("edit" as const), at: fc.nat() }),
      fc.record({ kind: fc.constant("redate" as const), at: fc.nat(), day: fc.nat(40) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }), (runs) => {
        let articles: readonly Article[] = days(7);
        let last = run(articles);
        let count = 0;
        for (const changes of runs) {
          const touched = new Set<string>();
          for (const made of changes) {
            if (made.kind === "add") {
              count += 1;
              articles = [...articles, article(`n${count}`, made.day)];
              continue;
            }
            const { guid } = articles[made.at % articles.length] ?? { guid: "" };
            touched.add(guid);
            articles = articles.flatMap((one) => {
              if (one.guid !== guid) return [one];
              if (made.kind === "withdraw") return [];
              if (made.kind === "edit") return [{ ...one, title: "Baru" }];
              return [{ ...one, publishedMs: made.day * 86_400_000 }];
            });
          }
          const next = run(articles, last.archives);
          expect([...follow(next.selections)].sort()).toEqual(
            articles.map(({ guid }) => guid).sort(),
          );
          for (const document of last.selections) {
            const isFull = document.archive?.isArchive && document.archive.next !== undefined;
            const isTouched = document.articles.some(({ guid }) => touched.has(guid));
            if (!isFull || isTouched) continue;
            expect(next.selections.find(({ path }) => path === document.path)).toEqual(document);
          }
          last = next;
        }
      }),
    );
  });
});
