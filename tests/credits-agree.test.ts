/**
 * What a reader sees and what a machine reads always name the same people: in every published
 * document, every golden document, and every golden body as each format renders it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Body, Image } from "../src/articles/article.ts";
import { readContent } from "../src/articles/content/content.ts";
import { readPhrase } from "../src/articles/credits/credit-phrases.ts";
import { formats } from "../src/formats/formats.ts";
import { feedOf, itemOf } from "./formats/documents.ts";
import {
  readFigures,
  readItems,
  type SeenFigure,
  type ToldItem,
  type ToldPicture,
} from "./told-pictures.ts";

const root = path.resolve(import.meta.dirname, "..");
/** Those that readers of feeds show; what pages show is in `formats/page/html-page.test.ts`. */
const readable = formats.filter(({ name, takes }) => name !== "html" && takes === undefined);

const baseUrl = "https://kabar.example/2024/05/berita/";

/** Words between names that name nobody. */
const BETWEEN =
  /\b(?:and|for|via|by|on|und|y|e|et|dan|from|courtesy|of|divulgação|handout|file|photos?)\b|\(CC [^)]*\)|记者|[^\p{L}]/giu;

/** Names that a machine reads and no reader sees. */
function unseenNames(figures: readonly SeenFigure[], pictures: readonly ToldPicture[]) {
  return pictures.flatMap(({ url, names }) => {
    const own = figures.filter(({ urls }) => url !== undefined && urls.includes(url));
    const captions = (own.length === 0 ? figures : own).map(({ caption }) => caption).join();
    const unseen = names.filter((name) => !captions.includes(name.replace(/\s+/g, " ")));
    return unseen.map((name) => `no reader of ${url ?? "a lost picture"} sees "${name}"`);
  });
}

/** Credits that a reader sees and no machine is told of. */
function untoldCredits(figures: readonly SeenFigure[], pictures: readonly ToldPicture[]) {
  const shown = new Set(figures.flatMap(({ urls }) => urls));
  const unshown = pictures.filter(({ url }) => url === undefined || !shown.has(url));
  return figures.flatMap(({ urls, credits }) => {
    const own = pictures.filter(({ url }) => url !== undefined && urls.includes(url));
    // A figure may show a smaller copy of the picture, or have lost it.
    const told = (own.length > 0 ? own : unshown).flatMap(({ names, words }) => [
      ...names,
      ...words,
    ]);
    const rest = credits.filter((credit) => unexplained(credit, told) !== "");
    return rest.map((credit) => `no machine is told all of "${credit}" (${told.join(" | ")})`);
  });
}

/**
 * Where reader and machine are told different things, in words; empty where they agree.
 *
 * @param isWhole whether the content must show every picture.
 */
function disagreements({ html, pictures }: ToldItem, isWhole: boolean): readonly string[] {
  if (html === undefined) return [];
  const figures = readFigures(html);
  const urls = new Set(figures.flatMap((figure) => figure.urls));
  const expected = pictures.filter(({ url }) => isWhole || (url !== undefined && urls.has(url)));
  return [...unseenNames(figures, expected), ...untoldCredits(figures, pictures)];
}

/** What is left of a credit without its label and everything that is told. */
function unexplained(credit: string, told: readonly string[]): string {
  if (told.includes(credit)) return "";
  let { body } = readPhrase(credit);
  const longestFirst = [...told].sort((one, other) => other.length - one.length);
  for (const words of longestFirst) body = body.replaceAll(words, " ");
  return body.replace(BETWEEN, "");
}

interface Document {
  readonly name: string;
  readonly text: string;
  readonly ending: string;
}

function documentsBelow(folder: string): readonly Document[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^.].*\.(?:rss|atom|(?<!chapters\.)json)$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, folder, file), "utf8");
      return { name: file, text, ending: path.extname(file).slice(1) };
    });
}

function findDisagreements({ text, ending }: Document, isWhole: boolean): readonly string[] {
  return readItems(text, ending).flatMap((item) =>
    disagreements(item, isWhole).map((words) => `${item.id}: ${words}`),
  );
}

function countNames(documents: readonly Document[]): number {
  const items = documents.flatMap(({ text, ending }) => readItems(text, ending));
  return items.flatMap(({ pictures }) => pictures.flatMap(({ names }) => names)).length;
}

describe("published feeds", () => {
  const documents = documentsBelow("feeds");

  it("are many, and name many", () => {
    expect(documents.length).toBeGreaterThan(60);
    expect(countNames(documents)).toBeGreaterThan(200);
  });

  it.each(documents)("$name", (document) => {
    expect(findDisagreements(document, true)).toEqual([]);
  });
});

describe("golden documents of the formats", () => {
  const documents = documentsBelow("tests").filter(
    ({ ending, text }) => ending !== "json" || /"version":\s*"https:\/\/jsonfeed/.test(text),
  );

  it("are there, and name somebody", () => {
    expect(documents.length).toBeGreaterThan(20);
    expect(countNames(documents)).toBeGreaterThan(10);
  });

  // Their items are made by hand: the content need not show every picture, as composed items do.
  it.each(documents)("$name", (document) => {
    expect(findDisagreements(document, false)).toEqual([]);
  });
});

describe("golden bodies", () => {
  const bodies = [...contentBodies(), ...scrapedBodies()];

  it("are many", () => {
    expect(bodies.length).toBeGreaterThan(50);
  });

  it.each(bodies)("$name", ({ body, images }) => {
    const content = readContent(body, { baseUrl, images });
    const feed = feedOf([itemOf({ content: content.html, images: content.images })]);
    for (const { extension, render } of readable) {
      const document = { name: extension, text: render(feed), ending: extension };
      expect(findDisagreements(document, true), extension).toEqual([]);
    }
  });
});

describe("credit lines of every kind", () => {
  const corpus = readFileSync(path.join(root, "tests/articles/credits/cases/credits.txt"), "utf8");
  const lines = [...corpus.matchAll(/^[LCE] (.*?) => /gm)].map(([, line = ""]) => line);

  it("name nobody to machines whom readers do not see", () => {
    expect(lines.length).toBeGreaterThan(300);
    for (const line of lines) {
      const caption = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      const source = `<figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure>`;
      const { html, images } = readContent({ form: "html", source }, { baseUrl, images: [] });
      const feed = feedOf([itemOf({ content: html, images })]);
      for (const { extension, render } of readable) {
        for (const { pictures } of readItems(render(feed), extension)) {
          expect(unseenNames(readFigures(html), pictures), line).toEqual([]);
        }
      }
    }
  });
});

interface GoldenBody {
  readonly name: string;
  readonly body: Body;
  readonly images: readonly Image[];
}

function contentBodies(): readonly GoldenBody[] {
  const cases = path.join(root, "tests/articles/content/cases");
  return readdirSync(cases).map((name) => {
    const form = existsSync(path.join(cases, name, "input.md")) ? "markdown" : "html";
    const file = form === "html" ? "input.html" : "input.md";
    const source = readFileSync(path.join(cases, name, file), "utf8");
    const { images = [] } = JSON.parse(readFileSync(path.join(cases, name, "case.json"), "utf8"));
    return { name, body: { form, source }, images };
  });
}

function scrapedBodies(): readonly GoldenBody[] {
  const cases = path.join(root, "tests/articles/scrape/cases");
  return readdirSync(cases).flatMap((name) => {
    const file = path.join(cases, name, "expected.json");
    if (!existsSync(file)) return [];
    const { html = [] } = JSON.parse(readFileSync(file, "utf8"));
    return [{ name, body: { form: "html" as const, source: html.join("\n") }, images: [] }];
  });
}

describe("this test", () => {
  const text = readFileSync(path.join(root, "feeds/section/dunia.rss"), "utf8");

  it.each<[string, RegExp, string]>([
    ["a name that machines lose", /<media:credit [^>]*photographer[^>]*>[^<]*<\/media:credit>/, ""],
    ["a name that machines spell otherwise", /(<media:credit [^>]*>)[^<]*</, "$1Otto Blende<"],
    [
      "a name that only machines read",
      /<media:credit /,
      '<media:credit role="photographer" scheme="urn:ebu">Otto Blende</media:credit>$&',
    ],
    ["a credit that readers lose", /<small>.*?<\/small>/, ""],
    ["a name that only readers see", /<\/small>/, ", Otto Blende</small>"],
  ])("sees %s", (_, found, broken) => {
    const document = { name: "", text: text.replace(found, broken), ending: "rss" };
    expect(document.text).not.toBe(text);
    expect(findDisagreements(document, true)).not.toEqual([]);
  });

  it("sees two pictures whose credits have changed places, in JSON as well", () => {
    const figure = (at: number, name: string) =>
      `<figure><img src="https://a.example/${at}.jpg"><figcaption><small>© ${name}</small></figcaption></figure>`;
    const image = (at: number, name: string) => ({
      url: `https://a.example/${at}.jpg`,
      credit: { creators: [name] },
    });
    const item = (...names: readonly string[]) => ({
      id: "a",
      content_html: figure(1, "Ann Lee") + figure(2, "Bo Ek"),
      _images: names.map((name, at) => image(at + 1, name)),
    });
    const documentOf = (one: object) => JSON.stringify({ items: [one] });
    const found = [item("Ann Lee", "Bo Ek"), item("Bo Ek", "Ann Lee")].map((one) =>
      findDisagreements({ name: "", text: documentOf(one), ending: "json" }, true),
    );
    expect(found.map((list) => list.length)).toEqual([0, 4]);
  });
});
