/** Whether a contestant did the work: every feed, every item, the newest first. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Contestant, formats } from "./contestants.ts";
import type { ExpectedFeed } from "./corpus.ts";

const MARKS = { rss: /<item>/g, atom: /<entry>/g } as const;
const ESCAPES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

/**
 * That the main RSS feed shows the right titles in the right order, and a word of its newest body.
 *
 * @throws Error naming the contestant and the first difference.
 */
export function checkMainFeed(
  { name, fileOf, output }: Contestant,
  folder: string,
  feeds: readonly ExpectedFeed[],
  word: string,
): void {
  const main = feeds.find(({ kind }) => kind === "main");
  if (main === undefined) throw new Error("the corpus has no main feed");
  const text = readFileSync(path.join(folder, output, fileOf(main, "rss")), "utf8");
  const items = text.split(MARKS.rss).slice(1);
  const titles = items.map((item) => {
    const title = /<title>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/title>/s.exec(item)?.[1] ?? "";
    return title.replace(/&(lt|gt|quot|amp);/g, (_, entity: string) => ESCAPES[entity] ?? "");
  });
  main.titles.forEach((title, at) => {
    if (titles[at] !== title) {
      throw new Error(
        `${name}: item ${at + 1} of the main feed is "${titles[at]}", not "${title}"`,
      );
    }
  });
  if (titles.length !== main.titles.length) throw new Error(`${name}: ${titles.length} items`);
  if (!text.includes(`The last word is ${word}.`)) {
    throw new Error(`${name}: the main feed does not show the word "${word}"`);
  }
}

/**
 * That all feeds are there in all formats, with as many items as there should be.
 *
 * @throws Error naming the contestant and the document.
 */
export function checkEveryFeed(
  { name, fileOf, output }: Contestant,
  folder: string,
  feeds: readonly ExpectedFeed[],
): void {
  for (const feed of feeds) {
    for (const ending of formats) {
      const file = fileOf(feed, ending);
      const text = readFileSync(path.join(folder, output, file), "utf8");
      const count =
        ending === "json"
          ? JSON.parse(text).items.length
          : [...text.matchAll(MARKS[ending])].length;
      if (count !== feed.titles.length) {
        throw new Error(`${name}: ${file} has ${count} items, not ${feed.titles.length}`);
      }
    }
  }
}
