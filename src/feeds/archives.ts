/**
 * RFC 5005, section 4: a subscription document, and archive documents that hold what is older. An
 * article that has come into an archive document stays there, so that the document never changes
 * once it is full, unless one of its own articles is changed or withdrawn.
 */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { ArchivePlace, Selection } from "./select.ts";

/** Which guids each archive document has been given, the oldest document first. */
export type Archives = readonly (readonly string[])[];

export interface ArchivedFeed {
  /** The subscription document first, then the archive documents, the oldest first. */
  readonly selections: readonly Selection[];
  readonly archives: Archives;
}

/**
 * The last archive document is open: behind a full one there is always the next, be it empty, so
 * that the full one need never be written again to link to it.
 *
 * @param feed with all of its articles; `limit` is the size of the documents.
 * @param earlier what was given to the archive documents in the runs before.
 */
export function archiveFeed(feed: Selection, earlier: Archives): ArchivedFeed {
  if (!feed.isArchived) return { selections: [feed], archives: [] };
  const given = new Set(earlier.flat());
  const ungiven = feed.articles.filter(({ guid }) => !given.has(guid));
  const older = ungiven.slice(feed.limit).toReversed();
  const archives = giveOut(older, earlier, feed.limit);
  const places = new Map(archives.flatMap((guids, at) => guids.map((guid) => [guid, at] as const)));
  const held = archives.map((): IndexedArticle[] => []);
  for (const article of feed.articles) held[places.get(article.guid) ?? -1]?.push(article);
  const selections = held.map((articles, at): Selection => {
    return {
      ...feed,
      path: archivePath(feed, at),
      articles,
      // The subscription document tells what was withdrawn.
      withdrawn: [],
      archive: placeOf(feed, at, archives.length),
    };
  });
  const newest = ungiven.slice(0, feed.limit);
  if (archives.length === 0) return { selections: [{ ...feed, articles: newest }], archives };
  const archive = {
    isArchive: false,
    current: feed.path,
    previous: archivePath(feed, archives.length - 1),
  };
  return { selections: [{ ...feed, articles: newest, archive }, ...selections], archives };
}

/** A withdrawn article leaves its place empty: what is full stays full. */
function giveOut(older: readonly IndexedArticle[], earlier: Archives, size: number): Archives {
  const archives = earlier.map((guids) => [...guids]);
  for (const { guid } of older) {
    const open = archives.at(-1);
    if (open === undefined || open.length >= size) archives.push([guid]);
    else open.push(guid);
  }
  const last = archives.at(-1);
  if (last !== undefined && last.length >= size) archives.push([]);
  return archives;
}

/** @param at how many archive documents are older. */
export function archivePath(feed: Pick<Selection, "path">, at: number): string {
  return `${feed.path}/archive/${at + 1}`;
}

function placeOf(feed: Selection, at: number, count: number): ArchivePlace {
  return {
    ...{ isArchive: true, current: feed.path },
    ...(at === 0 ? {} : { previous: archivePath(feed, at - 1) }),
    ...(at === count - 1 ? {} : { next: archivePath(feed, at + 1) }),
  };
}
