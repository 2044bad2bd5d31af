/** The words of a page, in the language of the site; each language has all of them or none. */
import { pageWords } from "./words-table.ts";

export interface Words {
  /** BCP 47, of the words themselves. */
  readonly language: string;
  /** "Skip to the stories". */
  readonly skip: string;
  readonly subscribe: string;
  /** What to do with the addresses below. */
  readonly hint: string;
  readonly copy: string;
  readonly copied: string;
  /** Before the names of readers. */
  readonly openIn: string;
  /** Opens a story on the page itself. */
  readonly more: string;
  readonly updated: string;
  readonly allFeeds: string;
  readonly search: string;
  readonly noMatch: string;
  /** In place of stories. */
  readonly empty: string;
  readonly newer: string;
  readonly older: string;
  readonly latest: string;
  readonly transcript: string;
  readonly chapters: string;
  readonly license: string;
  readonly feeds: string;
  readonly sections: string;
  readonly topics: string;
  readonly authors: string;
  readonly languages: string;
  readonly podcasts: string;
}

const ENGLISH = pageWords.get("en") ?? new Map<never, never>();

/** @param language BCP 47; English where there are no words for it. */
export function wordsFor(language: string): Words {
  const tag = tagOf(language);
  const known = pageWords.get(tag);
  return Object.fromEntries([
    ["language", known === undefined ? "en" : tag],
    ...(known ?? ENGLISH),
  ]) as unknown as Words;
}

function tagOf(language: string): string {
  try {
    const { language: base, script } = new Intl.Locale(language).maximize();
    return base === "zh" && script === "Hant" ? "zh-Hant" : base;
  } catch {
    return "en";
  }
}
