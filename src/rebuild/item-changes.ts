/** What readers see of a run: which items are new, which have changed, and which had to go. */
import { digestOf } from "../articles/digests.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { LedgerLine } from "../articles/ledger/ledger-lines.ts";
import { onDemand } from "../articles/ledger/on-demand.ts";
import type { Item } from "../feeds/feed.ts";
import type { FeedMemory, PublishedFeed, ShownItem } from "../publish/feed-memory.ts";
import type { ItemChange, ItemChanges } from "./publish-report.ts";

/** Of each list: who is told of more reads the feeds. */
const MOST_CHANGES = 1_000;

export const NO_CHANGES: ItemChanges = { new: [], updated: [], withdrawn: [] };

/** Enough to tell two versions of one article apart. Characters. */
const DIGEST_LENGTH = 8;

/**
 * What a feed is about to show.
 *
 * @param outsideOf changes whenever something may have that an article's item depends on besides
 *   its record.
 */
export function shownItems(
  items: readonly Item[],
  articles: readonly IndexedArticle[],
  outsideOf: (article: IndexedArticle) => string,
): readonly ShownItem[] {
  const byGuid = new Map(articles.map((article) => [article.guid, article]));
  return items.flatMap((item): readonly ShownItem[] => {
    const article = byGuid.get(item.id ?? "");
    if (article === undefined) return [];
    return [[article.guid, digestOfShown(item, `${article.bodyDigest} ${outsideOf(article)}`)]];
  });
}

/** Most items are shown by several feeds, and by the next run. */
const digests = new WeakMap<Item, { readonly story: string; readonly digest: string }>();

/** @param story changes whenever the content does, which is most of an item. */
function digestOfShown(item: Item, story: string): string {
  const known = digests.get(item);
  if (known?.story === story) return known.digest;
  const { content: _, ...rest } = item;
  const digest = digestOf([rest, story]).slice(0, DIGEST_LENGTH);
  if (Object.isFrozen(item)) digests.set(item, { story, digest });
  return digest;
}

/** Notes of the items of a run that may be news. */
export interface ItemNotes {
  /** To be told of every feed that is composed. */
  readonly note: (feedPath: string, items: readonly Item[], shows: readonly ShownItem[]) => void;
  /** Once all documents are in their places. */
  readonly changes: (facts: RunFacts) => ItemChanges;
}

interface RunFacts {
  readonly feeds: readonly PublishedFeed[];
  /** The documents that differed from what was there. */
  readonly written: ReadonlySet<string>;
  /** Whether a guid is that of an article that may be seen. */
  readonly maySee: (guid: string) => boolean;
}

type Facts = Pick<ItemChange, "title" | "url">;
type Noted = Map<string, Facts>;

/**
 * @param lines the ledger before the run: it has every article that any reader has met.
 * @param before what feeds showed then; what is not remembered of them is no news.
 */
export function openItemNotes(
  lines: readonly LedgerLine[],
  before: FeedMemory["before"],
): ItemNotes {
  const showedOnce = onDemand(() => guidsOf([...before.values()]));
  const urls = onDemand(() => new Map(lines.map(({ guid, url }) => [guid, url])));
  const fresh: Noted = new Map();
  const updated: Noted = new Map();
  const updatedIn = new Map<string, ReadonlySet<string>>();
  return {
    note: (feedPath, items, shows) => {
      const last = new Map(before.get(feedPath)?.shows ?? []);
      const isChanged = ([guid, digest]: ShownItem) => (last.get(guid) ?? digest) !== digest;
      const changed = new Set(shows.filter(isChanged).map(([guid]) => guid));
      if (changed.size > 0) updatedIn.set(feedPath, changed);
      for (const item of items) {
        const guid = item.id ?? "";
        if (changed.has(guid)) noteItem(updated, guid, item);
        else if (last.has(guid) || urls().has(guid) || showedOnce().has(guid)) continue;
        else noteItem(fresh, guid, item);
      }
    },
    changes: ({ feeds, written, maySee }) => {
      // Where a document failed its check, readers have the last good one.
      const whole = feeds.filter(({ failed }) => failed.length === 0);
      const isWritten = ({ files }: PublishedFeed) => files.some((file) => written.has(file));
      const told = whole.filter(isWritten).flatMap((feed) => updatedIn.get(pathOf(feed)) ?? []);
      const areTold = (guid: string) => told.some((guids) => guids.has(guid));
      const gone = goneOf(before, feeds, maySee);
      const news = new Set([...fresh.keys(), ...updated.keys(), ...gone.keys()]);
      const shows = pathsOf(whole, news);
      const describe = ([guid, facts]: [string, Facts]): ItemChange => {
        return { guid, ...facts, feeds: shows.get(guid) ?? [] };
      };
      return {
        new: [...fresh].filter(([guid]) => shows.has(guid)).map(describe),
        updated: [...updated].filter(([guid]) => areTold(guid)).map(describe),
        withdrawn: [...gone]
          .filter(([guid]) => !shows.has(guid))
          .slice(0, MOST_CHANGES)
          .map(([guid, paths]) => {
            const url = urls().get(guid) || undefined;
            return { guid, ...(url === undefined ? {} : { url }), feeds: paths };
          }),
      };
    },
  };
}

/** What may not be seen any more of what feeds showed, with the paths of those feeds. */
function goneOf(
  before: FeedMemory["before"],
  feeds: readonly PublishedFeed[],
  maySee: (guid: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const now = new Map(feeds.map((feed) => [pathOf(feed), feed]));
  const gone = new Map<string, string[]>();
  const stays = new Set<string>();
  for (const [feedPath, { shows }] of before) {
    const feed = now.get(feedPath);
    // Nearly all feeds are as they were.
    if (feed?.shows === shows) continue;
    const still = new Set(feed?.shows.map(([guid]) => guid));
    for (const [guid] of shows) {
      if (still.has(guid) || maySee(guid)) continue;
      // Where a document failed its check, readers have the last good one.
      if (feed !== undefined && feed.failed.length > 0) stays.add(guid);
      gone.set(guid, [...(gone.get(guid) ?? []), feedPath]);
    }
  }
  for (const guid of stays) gone.delete(guid);
  return gone;
}

function guidsOf(feeds: readonly { readonly shows: readonly ShownItem[] }[]): ReadonlySet<string> {
  return new Set(feeds.flatMap(({ shows }) => shows.map(([guid]) => guid)));
}

/** From each of some guids to the paths of the feeds that show it. */
function pathsOf(
  feeds: readonly PublishedFeed[],
  guids: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  if (guids.size === 0) return paths;
  for (const feed of feeds) {
    for (const [guid] of feed.shows) {
      if (!guids.has(guid)) continue;
      const known = paths.get(guid);
      if (known === undefined) paths.set(guid, [pathOf(feed)]);
      else known.push(pathOf(feed));
    }
  }
  return paths;
}

function noteItem(noted: Noted, guid: string, { title, link }: Item): void {
  if (noted.size >= MOST_CHANGES || noted.has(guid)) return;
  // Texts cut out of a record would keep the whole of it in memory.
  noted.set(guid, JSON.parse(JSON.stringify({ title, url: link })));
}

function pathOf({ report }: PublishedFeed): string {
  return report.path;
}
