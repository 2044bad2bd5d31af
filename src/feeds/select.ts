/** Which articles stand in which feed, and in what order. */
import type { Article } from "../articles/article.ts";
import { shortDigest, slugOf } from "../articles/slugs.ts";
import { type Config, type FeedConfig, feedPath } from "../config.ts";
import type { MissingPolicy } from "./contents.ts";

/** A feed to be made: its facts, and the articles it may show, newest first. */
export interface Selection {
  /** Where its documents go below the output folder, without ending: `section/dunia`. */
  readonly path: string;
  /** The feed's name in the configuration. */
  readonly name: string;
  /** One of the feeds that `each` makes. */
  readonly isGroup: boolean;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly formats: readonly string[];
  readonly content: "full" | "summary";
  readonly missing: MissingPolicy;
  /** How many articles there is room for. */
  readonly limit: number;
  readonly articles: readonly Article[];
}

type Group = NonNullable<FeedConfig["each"]>;

const DEFAULT_LIMIT = 50;

/** Every feed of the configuration; a feed with `each` becomes one for every value there is. */
export function selectFeeds(articles: readonly Article[], config: Config): readonly Selection[] {
  const sorted = articles.toSorted(newestFirst);
  return Object.entries(config.feeds).flatMap(([name, feed]) => {
    const chosen = sorted.filter((article) => isWanted(article, feed));
    if (feed.each === undefined) return [selectionOf(name, feed, chosen, config)];
    return groupsOf(chosen, feed.each).map((group) =>
      selectionOf(name, feed, group.articles, config, group),
    );
  });
}

/** By date of publication; the guid decides between equals, so that the order never wavers. */
function newestFirst(one: Article, other: Article): number {
  return other.publishedMs - one.publishedMs || (one.guid < other.guid ? -1 : 1);
}

interface NamedGroup {
  readonly name: string;
  readonly slug: string;
  readonly articles: readonly Article[];
}

function selectionOf(
  name: string,
  feed: FeedConfig,
  articles: readonly Article[],
  config: Config,
  group?: NamedGroup,
): Selection {
  const { site } = config;
  const own =
    feed.title ?? (name === "all" || group !== undefined ? site.title : `${site.title}: ${name}`);
  const title = group === undefined ? own : `${own}: ${groupTitle(group, feed, config)}`;
  const isByLanguage = feed.each === "language" && group !== undefined;
  return {
    path: feedPath(name, feed).replaceAll("{slug}", group?.slug ?? ""),
    name,
    isGroup: group !== undefined,
    title,
    description: feed.description ?? (group === undefined ? (site.description ?? title) : title),
    language: feed.language ?? (isByLanguage ? group.name : site.language),
    formats: feed.formats ?? config.formats,
    content: feed.content ?? config.content,
    missing: feed.credits?.missing ?? config.credits.missing,
    limit: feed.limit ?? DEFAULT_LIMIT,
    articles,
  };
}

function groupTitle(group: NamedGroup, feed: FeedConfig, config: Config): string {
  if (feed.each !== "language") return group.name;
  const names = new Intl.DisplayNames([config.site.language, "en"], { type: "language" });
  return names.of(group.name) ?? group.name;
}

/** Names that differ only in case are one group, under the spelling met first. */
function groupsOf(articles: readonly Article[], each: Group): readonly NamedGroup[] {
  const groups = new Map<string, { name: string; articles: Article[] }>();
  for (const article of articles) {
    for (const name of valuesOf(article, each)) {
      const key = fold(name);
      const group = groups.get(key) ?? { name, articles: [] };
      if (group.articles.at(-1) !== article) group.articles.push(article);
      groups.set(key, group);
    }
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  const holders = new Map<string, number>();
  for (const [key] of sorted) holders.set(slugOf(key), (holders.get(slugOf(key)) ?? 0) + 1);
  return sorted.map(([key, group]) => {
    const slug = slugOf(key);
    // "C" and "C++": the same letters, so the names' digests tell their files apart.
    const isShared = (holders.get(slug) ?? 0) > 1;
    return { ...group, slug: isShared ? `${slug}-${shortDigest(key)}` : slug };
  });
}

function isWanted(article: Article, feed: FeedConfig): boolean {
  const { where } = feed;
  if (where === undefined) return true;
  return (["section", "tag", "author", "language"] as const).every((each) => {
    const wanted = where[each]?.map(fold);
    return (
      wanted === undefined || valuesOf(article, each).some((value) => wanted.includes(fold(value)))
    );
  });
}

function valuesOf(article: Article, each: Group): readonly string[] {
  if (each === "section") return article.section === undefined ? [] : [article.section];
  if (each === "tag") return article.tags;
  if (each === "author") return article.authors.map((author) => author.name);
  return [article.language];
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().normalize("NFC");
}
