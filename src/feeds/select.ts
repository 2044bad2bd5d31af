/** Which articles stand in which feed, and in what order. */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import { type Config, type FeedConfig, feedPath } from "../config/config.ts";
import { isPodcast, type PodcastConfig, podcastOf } from "../config/podcast.ts";
import type { MissingPolicy } from "./article-content.ts";
import { type Group, groupKey, groupsOf, namesIn } from "./groups.ts";

/** Where a document stands in the chain; paths as in `Selection.path`. */
export interface ArchivePlace {
  readonly isArchive: boolean;
  readonly current: string;
  /** The document with what is older, if any. */
  readonly previous?: string;
  /** The document with what is newer; never of the subscription document. */
  readonly next?: string;
}

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
  /** A path on the site, or an address. */
  readonly image?: string;
  readonly formats: readonly string[];
  readonly content: "full" | "summary";
  readonly missing: MissingPolicy;
  /** How many articles there is room for. */
  readonly limit: number;
  /** How long an article stays, where it does not stay until others take its room. */
  readonly days?: number;
  readonly articles: readonly IndexedArticle[];
  /** Articles that it must not show any more, where it is to say so; the last withdrawn first. */
  readonly withdrawn: readonly IndexedArticle[];
  /** Whether what is older stands in archive documents. */
  readonly isArchived: boolean;
  /** What makes it a podcast. */
  readonly podcast?: PodcastConfig;
  /** Where this document stands among those. */
  readonly archive?: ArchivePlace;
}

const DEFAULT_LIMIT = 50;
/** Apps show what the feed shows: an old episode that falls out of it is gone. */
const PODCAST_LIMIT = 1_000;
const DAY_MS = 86_400_000;
const MOST_TOMBSTONES = 50;

/**
 * Every feed of the configuration; a feed with `each` becomes one for every value there is.
 *
 * @param nowMs where a feed shows only the last `days`.
 */
export function selectFeeds(
  articles: readonly IndexedArticle[],
  config: Config,
  nowMs: number,
  withdrawn: readonly IndexedArticle[] = [],
): readonly Selection[] {
  const byPublished = articles.toSorted(newestFirst);
  const isByUpdated = Object.values(config.feeds).some(({ sort }) => sort === "updated");
  const byUpdated = isByUpdated ? articles.toSorted(lastChangedFirst) : [];
  return Object.entries(config.feeds).flatMap(([name, feed]) => {
    const sorted = feed.sort === "updated" ? byUpdated : byPublished;
    const chosen = sorted.filter((article) => isWanted(article, feed, nowMs));
    const gone = feed.tombstones === true ? withdrawn.filter((one) => isWanted(one, feed, 0)) : [];
    const lastGone = gone.toSorted(lastChangedFirst).slice(0, MOST_TOMBSTONES);
    const { each } = feed;
    if (each === undefined) return [selectionOf(name, feed, chosen, lastGone, config)];
    return groupsOf(chosen, each).map((group) => {
      const isOfGroup = (article: IndexedArticle) =>
        namesIn(article, each).map(groupKey).includes(group.key);
      return selectionOf(name, feed, group.articles, lastGone.filter(isOfGroup), config, group);
    });
  });
}

/** By date of publication; the guid decides between equals, so that the order never wavers. */
function newestFirst(one: IndexedArticle, other: IndexedArticle): number {
  return other.publishedMs - one.publishedMs || (one.guid < other.guid ? -1 : 1);
}

function lastChangedFirst(one: IndexedArticle, other: IndexedArticle): number {
  return other.updatedMs - one.updatedMs || newestFirst(one, other);
}

function selectionOf(
  name: string,
  feed: FeedConfig,
  articles: readonly IndexedArticle[],
  withdrawn: readonly IndexedArticle[],
  config: Config,
  group?: Group,
): Selection {
  const { site } = config;
  const groupName = group === undefined ? "" : shownName(group, feed, config);
  const fill = (text: string): string =>
    text.replace(/\{(name|slug)\}/g, (_, key) =>
      key === "name" ? groupName : (group?.slug ?? ""),
    );
  const own =
    feed.title ?? (name === "all" || group !== undefined ? site.title : `${site.title}: ${name}`);
  const isNamed = group === undefined || own.includes("{name}");
  const title = isNamed ? fill(own) : `${own}: ${groupName}`;
  const image = feed.image ?? site.image;
  const podcast = podcastOf(feed);
  const isByLanguage = feed.each === "language" && group !== undefined;
  return {
    path: fill(feedPath(name, feed)),
    name,
    isGroup: group !== undefined,
    title,
    description: fill(
      feed.description ?? (group === undefined ? (site.description ?? title) : title),
    ),
    language: feed.language ?? (isByLanguage ? group.name : site.language),
    ...(image === undefined ? {} : { image: fill(image) }),
    formats: feed.formats ?? config.formats,
    content: feed.content ?? config.content,
    missing: feed.credits?.missing ?? config.credits.missing,
    limit: feed.limit ?? (podcast === undefined ? DEFAULT_LIMIT : PODCAST_LIMIT),
    ...(feed.days === undefined ? {} : { days: feed.days }),
    articles,
    withdrawn,
    isArchived: feed.archive ?? false,
    ...(podcast === undefined ? {} : { podcast }),
  };
}

function shownName(group: Group, feed: FeedConfig, config: Config): string {
  if (feed.each !== "language") return group.name;
  const names = new Intl.DisplayNames([config.site.language, "en"], { type: "language" });
  return names.of(group.name) ?? group.name;
}

function isWanted(article: IndexedArticle, feed: FeedConfig, nowMs: number): boolean {
  const { where, days } = feed;
  if (isPodcast(feed) && article.recording === undefined) return false;
  if (days !== undefined && article.publishedMs <= nowMs - days * DAY_MS) return false;
  if (where === undefined) return true;
  return (["section", "tag", "author", "language"] as const).every((each) => {
    const wanted = where[each]?.map(groupKey);
    return (
      wanted === undefined ||
      namesIn(article, each).some((value) => wanted.includes(groupKey(value)))
    );
  });
}
