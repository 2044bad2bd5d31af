/** Sites that live for some builds: whatever editors do, readers are told the same guids. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignGuids, type LedgerSubject } from "../../../src/articles/ledger/assign-guids.ts";
import { type LedgerLine, writeLedgerLines } from "../../../src/articles/ledger/ledger-lines.ts";
import { articleOf, run } from "./folders.ts";

/** An article in a model of a site: what it says, and where it is. */
interface Article {
  readonly title: string;
  readonly body: string;
  /** Days since April 2026, of each article another one; 0 where it states none. */
  readonly day: number;
  readonly file: string;
  readonly slug: string;
  readonly id: string | undefined;
}

/** What an editor does between two builds; numbers choose among what is there. */
interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly where: number;
}

const KINDS = [
  ...["add", "add undated", "add with id", "remove", "bring back", "rename", "move", "rename"],
  ...["edit title", "edit body", "edit body", "add id", "take id out", "change the domain"],
] as const;

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat(20),
  where: fc.nat(6),
});

/** Few places, so that they are used again and again. */
const PLACES = ["a", "b", "c", "news/a", "news/b", "old/a", "old/b"];

interface Site {
  readonly domain: string;
  /** By a number that is the article's for ever. */
  readonly here: ReadonlyMap<number, Article>;
  readonly gone: ReadonlyMap<number, Article>;
  /** How many things have been written: each title, body and id is one that never was before. */
  readonly count: number;
}

function freePlace(site: Site, where: number, of: (article: Article) => string): string {
  const taken = new Set([...site.here.values()].map(of));
  const places = [...PLACES.slice(where), ...PLACES, `further/${site.count}`];
  return places.find((place) => !taken.has(place)) ?? "";
}

function after(site: Site, { kind, which, where }: Edit): Site {
  const count = site.count + 1;
  const here = new Map(site.here);
  const gone = new Map(site.gone);
  const [number, article] = [...here][which % Math.max(1, here.size)] ?? [];
  const [goneNumber, goneArticle] = [...gone][which % Math.max(1, gone.size)] ?? [];
  const file = freePlace(site, where, (one) => one.file);
  const slug = freePlace(site, where, (one) => one.slug);
  const fresh = { title: `Title ${count}`, body: `Body ${count}`, file, slug, id: undefined };
  if (kind === "add") here.set(count, { ...fresh, day: count });
  if (kind === "add undated") here.set(count, { ...fresh, day: 0 });
  if (kind === "add with id") here.set(count, { ...fresh, day: 0, id: `id-${count}` });
  if (kind === "change the domain") return { ...site, count, domain: `https://d${where}.example` };
  if (kind === "bring back" && goneNumber !== undefined && goneArticle !== undefined) {
    gone.delete(goneNumber);
    here.set(goneNumber, { ...goneArticle, file, slug });
  }
  if (number === undefined || article === undefined) return { ...site, count, here, gone };
  if (kind === "remove") {
    here.delete(number);
    gone.set(number, article);
  }
  const edited: Partial<Record<string, Article>> = {
    rename: { ...article, file, slug },
    move: { ...article, slug },
    "edit title": { ...article, title: `Title ${count}` },
    "edit body": { ...article, body: `Body ${count}` },
    "add id": { ...article, id: `id-${count}` },
    "take id out": { ...article, id: undefined },
  };
  const now = edited[kind];
  if (now !== undefined) here.set(number, now);
  return { ...site, count, here, gone };
}

function subjectsOf({ domain, here }: Site): ReadonlyMap<number, LedgerSubject> {
  const subjects = [...here].map(([number, article]): [number, LedgerSubject] => {
    const { file, slug, title, day, body, id } = article;
    const row = `${file}.md | ${domain}/${slug}/ | ${title} | ${day || "-900"} | ${body}`;
    return [number, articleOf(id === undefined ? row : `${row} | id ${id}`)];
  });
  return new Map(subjects);
}

/** Two builds show the same article if this is true; otherwise nobody could tell. */
function isRecognisable(before: Article | undefined, now: Article): boolean {
  if (before === undefined) return false;
  const isDated = before.day !== 0;
  return before.body === now.body || (isDated && before.title === now.title);
}

const EMPTY: Site = { domain: "https://d0.example", here: new Map(), gone: new Map(), count: 0 };

describe("through all that editors do between builds", () => {
  it("no guid is held twice, and whoever keeps a body, or title and date, keeps the guid", () => {
    const builds = fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 10 });
    fc.assert(
      fc.property(builds, (edits) => {
        let site = EMPTY;
        let lines: readonly LedgerLine[] = [];
        let known = new Map<number, string>();
        for (const between of edits) {
          const before = site;
          site = between.reduce(after, before);
          const subjects = subjectsOf(site);
          const { identities, setAside, lines: next } = run(lines, [...subjects.values()]);
          lines = next;
          expect(setAside).toEqual([]);
          const guids = [...identities.values()].map(({ guid }) => guid);
          expect(new Set(guids).size).toBe(subjects.size);
          expect(new Set(lines.map(({ guid }) => guid)).size).toBe(lines.length);
          const now = new Map<number, string>();
          for (const [number, { key }] of subjects) {
            now.set(number, identities.get(key)?.guid ?? "");
            const article = site.here.get(number);
            if (article === undefined) continue;
            if (!isRecognisable(before.here.get(number), article)) continue;
            expect(now.get(number), article.title).toBe(known.get(number));
          }
          known = now;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("what is new is new to readers, as long as the old articles stay recognisable", () => {
    const first = fc.array(edit, { maxLength: 20 });
    const additions = fc.array(fc.constantFrom("add", "rename", "move", "edit title" as const));
    fc.assert(
      fc.property(first, additions, fc.nat(20), (edits, kinds, which) => {
        const before = edits.reduce(after, EMPTY);
        const { lines } = run([], [...subjectsOf(before).values()]);
        const old = new Set(lines.map(({ guid }) => guid));
        const site = kinds.reduce((now, kind, at) => {
          return after(now, { kind, which: which + at, where: at % 7 });
        }, before);
        const subjects = subjectsOf(site);
        const { identities } = run(lines, [...subjects.values()]);
        for (const [number, { key }] of subjects) {
          expect(old.has(identities.get(key)?.guid ?? "")).toBe(before.here.has(number));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("for whatever lines and articles", () => {
  const word = fc.constantFrom("", "a", "b", "c", "d");
  const url = fc.constantFrom(
    "",
    "https://x.example/a",
    "http://www.x.example/a/",
    "https://y.example/a",
    "https://x.example/b?c",
    "x",
  );
  const line: fc.Arbitrary<LedgerLine> = fc.record({
    guid: fc.oneof(word, url).filter((guid) => guid !== ""),
    publishedMs: fc.constantFrom(undefined, 0, 1000),
    key: word,
    url,
    titleDigest: word,
    bodyDigest: word,
    further: fc.constant([]),
  });
  const place = fc.constantFrom("a", "b", "c", "d", "e#1", "e#2", "e#10");
  const subject: fc.Arbitrary<LedgerSubject> = fc.record({
    key: place,
    recordPath: fc.constantFrom("a", "b", "c", "d", "e"),
    id: fc.option(fc.constantFrom("a", "b", "https://x.example/a"), { nil: undefined }),
    url: url.filter((one) => one.startsWith("http")),
    publishedMs: fc.constantFrom(0, 1000, 2000),
    isDated: fc.boolean(),
    titleDigest: word,
    bodyDigest: word,
  });
  const lines = fc.array(line, { maxLength: 8 });
  const subjects = fc.uniqueArray(subject, { selector: ({ key }) => key });

  it("every article has a guid of its own or is set aside, in whatever order they come", () => {
    fc.assert(
      fc.property(lines, subjects, (ledger, articles) => {
        const { identities, setAside } = assignGuids(ledger, articles);
        const keys = [...identities.keys(), ...setAside.map(({ key }) => key)];
        expect(keys.sort()).toEqual(articles.map(({ key }) => key).sort());
        const guids = [...identities.values()].map(({ guid }) => guid);
        expect(new Set(guids).size).toBe(guids.length);
        for (const { key, holder } of setAside) {
          expect(identities.has(holder)).toBe(true);
          expect(holder).not.toBe(key);
        }
        const turned = assignGuids(ledger.toReversed(), articles.toReversed());
        expect(turned.setAside).toEqual(setAside);
        expect([...turned.identities].sort()).toEqual([...identities].sort());
      }),
      { numRuns: 1000 },
    );
  });

  it("a second run finds what the first one has written, where nobody claims what is another's", () => {
    fc.assert(
      fc.property(lines, subjects, (ledger, all) => {
        const articles = all.filter(({ url, id }, at) => {
          const before = all.slice(0, at);
          return !before.some((one) => one.url === url || (id !== undefined && one.id === id));
        });
        const first = run(ledger, articles);
        const second = run(first.lines, articles);
        const shown = (lines: readonly LedgerLine[]) => writeLedgerLines(lines).split("\n");
        expect(shown(second.lines)).toEqual(shown(first.lines));
        expect([...second.identities].sort()).toEqual([...first.identities].sort());
      }),
      { numRuns: 500 },
    );
  });

  it("no line of an article that is away is lost", () => {
    fc.assert(
      fc.property(lines, subjects, (ledger, articles) => {
        const after = run(ledger, articles);
        const guids = new Set(after.lines.map(({ guid }) => guid));
        for (const { guid } of ledger) expect(guids.has(guid)).toBe(true);
      }),
    );
  });
});
