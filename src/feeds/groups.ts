/** The groups that `each` makes of articles: their names, and slugs that stay as they are. */
import type { ArticleFacts } from "../articles/article.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import { shortDigest, slugOf } from "../articles/slugs.ts";
import type { FeedConfig } from "../config/config.ts";

export type GroupKind = NonNullable<FeedConfig["each"]>;

export interface Group {
  /** The same for all names of the group. */
  readonly key: string;
  /** As the record spells it that is met first. */
  readonly name: string;
  readonly slug: string;
  readonly articles: readonly IndexedArticle[];
}

/** Sorted by their slugs. Names that differ only in case, width or what joins words are one. */
export function groupsOf(articles: readonly IndexedArticle[], each: GroupKind): readonly Group[] {
  const groups = new Map<string, { name: string; articles: IndexedArticle[] }>();
  for (const article of articles) {
    for (const name of namesIn(article, each)) {
      const key = groupKey(name);
      const group = groups.get(key) ?? { name, articles: [] };
      if (group.articles.at(-1) !== article) group.articles.push(article);
      groups.set(key, group);
    }
  }
  return [...groups]
    .map(([key, group]) => ({ ...group, key, slug: slugOfKey(key) }))
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

/** The values of an article by which it can be chosen or grouped. */
export function namesIn(article: ArticleFacts, each: GroupKind): readonly string[] {
  if (each === "section") return article.section === undefined ? [] : [article.section];
  if (each === "tag") return article.tags;
  if (each === "author") return article.authors.map((author) => author.name);
  return [article.language];
}

export function groupKey(name: string): string {
  const known = keysOfNames.get(name);
  if (known !== undefined) return known;
  const folded = name.normalize("NFKC").toLowerCase().normalize("NFC");
  const key = folded.replace(/[\s_-]+/g, "-").replace(/^-(?=.)|(?<=.)-$/gu, "");
  if (keysOfNames.size >= MOST_NAMES) keysOfNames.clear();
  keysOfNames.set(name, key);
  return key;
}

/** A site has few names, and asks for each of them very often. */
const keysOfNames = new Map<string, string>();
const MOST_NAMES = 10_000;

/**
 * A slug that only the key decides, so that no other group's coming or going can change it: where
 * letters or signs had to be left out ("C++", "Seni & Budaya"), a digest stands for them.
 */
function slugOfKey(key: string): string {
  const slug = slugOf(key);
  const digest = shortDigest(key);
  return slug === key || slug === digest ? slug : `${slug}-${digest}`;
}
