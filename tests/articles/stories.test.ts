import { openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { type SourceFile, scanFolder } from "../../src/articles/folder.ts";
import { articlesOf, bytesOfRecords, readRecordFile } from "../../src/articles/record-file.ts";
import { LostArticle, openStories } from "../../src/articles/stories.ts";
import { indexed } from "../feeds/indexed.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { site } from "./reading.ts";

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return { ...fs, openSync: vi.fn(fs.openSync) };
});

const md = (title: string, day = "16") =>
  `---\ntitle: ${title}\ndate: 2022-09-${day}\n---\nIsi ${title}.\n`;
const SECRET = "---\ntitle: A\ndate: 2022-09-16\nembargo: 2090-01-01\n---\nRAHASIA.\n";
const many = (titles: readonly string[]) =>
  JSON.stringify(titles.map((title) => ({ title, date: "2022-09-16", text: `Isi ${title}.` })));

function openFolder(contents: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(contents);
  const { files } = scanFolder({ folder, ignore: [], shownAs: (inner) => inner });
  const inheritedBy = (inner: string) => (inner.startsWith("p/") ? { section: "Pos" } : {});
  const stories = openStories(
    (inner) => files.find((one) => one.path === inner),
    inheritedBy,
    site,
  );
  const read = (file: SourceFile) => {
    const bytes = bytesOfRecords(file);
    if (!Buffer.isBuffer(bytes)) throw new Error(bytes.reason);
    return readRecordFile(file, bytes, site, inheritedBy(file.path));
  };
  const articles = files.flatMap((file): readonly Article[] => {
    const found = read(file);
    stories.keep(articlesOf(found));
    return found.records.flatMap((one) => (one.read.kind === "article" ? [one.read.article] : []));
  });
  return { folder, stories, articles, facts: articles.map(indexed) };
}

/** What is opened while something is done. */
function opensIn(act: () => void): number {
  vi.mocked(openSync).mockClear();
  act();
  return vi.mocked(openSync).mock.calls.length;
}

/** As many newer articles of large bodies as drive everything else out. */
function flood({ keep }: Pick<ReturnType<typeof openStories>, "keep">, like: Article): void {
  const source = "x".repeat(1024 * 1024);
  for (let at = 0; at < 40; at += 1) {
    const key = `flood/${at}.md`;
    const publishedMs = like.publishedMs + 86_400_000 + at;
    const article: Article = { ...like, key, publishedMs, body: { form: "html", source } };
    keep([article]);
  }
}

function firstOf(articles: readonly Article[]): Article {
  const [article] = articles;
  if (article === undefined) throw new Error("no article");
  return article;
}

describe("a story", () => {
  const files = { "a.md": md("A"), "b.json": many(["B1", "B2", "B3"]), "p/c.md": md("C") };

  it("that was just read is not read again", () => {
    const { stories, articles, facts } = openFolder(files);
    expect(articles.map(({ key }) => key)).toEqual([
      "a.md",
      "b.json#1",
      "b.json#2",
      "b.json#3",
      "p/c.md",
    ]);
    expect(opensIn(() => expect(facts.map(stories.of)).toEqual(articles))).toBe(0);
  });

  it.each<[string, (site: ReturnType<typeof openFolder>) => void]>([
    ["driven out by newer ones", ({ stories, articles }) => flood(stories, firstOf(articles))],
    ["let go of", ({ stories, facts }) => facts.forEach(stories.drop)],
  ])("that was %s is the same again, each file opened once", (_, lose) => {
    const opened = openFolder(files);
    lose(opened);
    const { stories, articles, facts } = opened;
    expect(opensIn(() => expect(facts.map(stories.of)).toEqual(articles))).toBe(3);
    expect(articles.at(-1)?.section).toBe("Pos");
  });

  it("of the newest articles stays", () => {
    const { stories, articles, facts } = openFolder({ "a.md": md("A"), "z.md": md("Z", "30") });
    flood(stories, firstOf(articles));
    const newest = facts.filter(({ key }) => key === "z.md");
    expect(opensIn(() => newest.map(stories.of))).toBe(0);
    expect(opensIn(() => facts.map(stories.of))).toBe(1);
  });

  it("is known as the ledger has it", () => {
    const { stories, articles } = openFolder(files);
    const article = firstOf(articles);
    const known = { guid: "lama", publishedMs: 5_000, updatedMs: 9_000 };
    expect(stories.of({ ...indexed(article), ...known })).toEqual({ ...article, ...known });
  });

  it.each<[string, (folder: string) => void]>([
    ["file is gone", (folder) => rmSync(path.join(folder, "a.md"))],
    ["record is gone", (folder) => writeFileSync(path.join(folder, "a.md"), "---\nb: [\n---\n")],
    [
      "file is another's",
      (folder) => writeFileSync(path.join(folder, "a.md"), "---\ndraft: yes\n---\n"),
    ],
    ["story is embargoed by now", (folder) => writeFileSync(path.join(folder, "a.md"), SECRET)],
  ])("whose %s is an error, never another story", (_, harm) => {
    const { folder, stories, articles } = openFolder({ "a.md": md("A") });
    const article = indexed(firstOf(articles));
    stories.drop(article);
    harm(folder);
    expect(() => stories.of(article)).toThrow(LostArticle);
    expect(() => stories.of({ ...article, recordPath: "none.md", key: "none.md" })).toThrow();
  });
});

describe("the head of a story", () => {
  const headOf = (article: Article) => {
    const { body: _, ...head } = article;
    return head;
  };

  it("is the story without its body, as the ledger knows it", () => {
    const { stories, articles, facts } = openFolder({ "a.md": md("A"), "b.json": many(["B1"]) });
    expect(facts.map(stories.headOf)).toEqual(articles.map(headOf));
    const known = { guid: "lama", publishedMs: 5_000, updatedMs: 9_000 };
    const [first] = facts;
    if (first === undefined) throw new Error("no article");
    expect(stories.headOf({ ...first, ...known })).toMatchObject(known);
  });

  it("lets go of the body, and stays when that is driven out", () => {
    const { stories, articles, facts } = openFolder({ "a.md": md("A") });
    expect(opensIn(() => facts.map(stories.headOf))).toBe(0);
    flood(stories, firstOf(articles));
    expect(opensIn(() => expect(facts.map(stories.headOf)).toEqual(articles.map(headOf)))).toBe(0);
    expect(opensIn(() => expect(facts.map(stories.of)).toEqual(articles))).toBe(1);
  });

  it("of a file of many leaves the bodies of the others", () => {
    const { stories, facts } = openFolder({ "b.json": many(["B1", "B2"]) });
    expect(opensIn(() => [...facts.map(stories.headOf), ...facts.map(stories.of)])).toBe(0);
  });

  it("is never that of what stands there by now", () => {
    const { folder, stories, facts } = openFolder({ "a.md": md("A") });
    facts.forEach(stories.drop);
    writeFileSync(path.join(folder, "a.md"), SECRET);
    expect(() => facts.map(stories.headOf)).toThrow(LostArticle);
  });

  it("is never that of another version of the record", () => {
    const { stories, facts } = openFolder({ "a.md": md("A") });
    facts.map(stories.headOf);
    const [first] = facts;
    if (first === undefined) throw new Error("no article");
    expect(() => stories.headOf({ ...first, digest: "another" })).toThrow(LostArticle);
  });
});
