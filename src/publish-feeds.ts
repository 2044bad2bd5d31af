/**
 * The whole pipeline on one screen. Stored records are read (articles/), chosen and composed into
 * documents (feeds/), rendered (formats/), checked and published (publish/). What is wrong with one
 * record or one document is reported, and the rest goes on.
 */
import path from "node:path";
import type { HeldArticle } from "./articles/status.ts";
import type { Config } from "./config/config.ts";
import { OperationalError, type Problem, problemText } from "./errors.ts";
import { archiveFeeds } from "./feeds/archives.ts";
import { composeFeed, itemOnce } from "./feeds/compose.ts";
import { type ContentOf, contentAlways, contentOnce } from "./feeds/contents.ts";
import type { Feed } from "./feeds/feed.ts";
import { composePodcast, expectPodcast } from "./feeds/podcast.ts";
import { type Selection, selectFeeds } from "./feeds/select.ts";
import { separatePaths } from "./feeds/separate-paths.ts";
import { keepShowable, type Showable } from "./feeds/showable.ts";
import { findUncredited } from "./feeds/uncredited.ts";
import { formats, siteFormats } from "./formats/formats.ts";
import { openFolder } from "./publish/folder.ts";
import { type FeedReport, publishFeed, publishSite } from "./publish/publish-feed.ts";
import { openSite, type Site, shownPath } from "./site.ts";

/** What a run did, for people and programs (`--json`). */
export interface PublishReport {
  readonly feeds: readonly FeedReport[];
  /** How many may be seen, whether or not a feed shows them. */
  readonly articles: number;
  readonly held: readonly HeldArticle[];
  readonly setAside: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Documents that failed their check. */
  readonly failed: readonly Problem[];
  /** Documents of feeds that are no more. */
  readonly removed: readonly string[];
}

const endings = new Map(formats.map((format) => [format.name, format.extension]));

/**
 * Runs the job once.
 *
 * @param now decides what is embargoed or expired; it never stands in a document.
 * @throws OperationalError where nothing can be read or written; the last good feeds stay.
 */
export async function publishFeeds(config: Config, now: Date): Promise<PublishReport> {
  const documentAt = (file: string) => path.join(shownPath(config.output), file);

  const site = openSite(config, now);
  const { articles, held, pictures, recordings, recordAt } = site;
  if (articles.length === 0 && site.setAside.length > 0) throw nothingToPublish(site.setAside);

  const selected = selectFeeds(articles, config, now.getTime(), site.withdrawn);
  const { content, ...showable } = await settle(selected, site, config);
  const folder = openFolder(config.output);
  const apart = separatePaths(showable.selections, documentAt);
  const archived = archiveFeeds(apart.selections, folder.archives);
  const { selections, clashes } = separatePaths(archived.selections, documentAt);
  await recordings.read(selections.flatMap((selection) => selection.articles));
  const item = itemOnce(content, recordings.recordingOf);

  const destination = { folder, shownAs: documentAt, nowMs: now.getTime() };
  const listed: (readonly [Selection, Feed])[] = [];
  const podcastProblems: Problem[] = [];
  const published = selections.map((selection) => {
    const composed = composeFeed(selection, config, endings, item);
    const shown = documentAt(`${selection.path}.rss`);
    const { feed, files, problems } = composePodcast(selection, composed, {
      ...site,
      config,
      shown,
    });
    podcastProblems.push(...problems);
    for (const file of files) folder.publish(file);
    // A list of feeds wants no items, and many are too many to keep.
    if (!selection.archive?.isArchive) listed.push([selection, { ...feed, items: [] }]);
    return publishFeed(selection, feed, destination);
  });
  for (const format of siteFormats) {
    const feeds = listed.filter(([{ formats: names }]) => names.includes(format.name));
    if (feeds.length === 0) continue;
    const all = feeds.map(([, feed]) => feed);
    published.push(publishSite(format, all, config.site.title, destination));
  }
  const removed = folder.finish(archived.archives);

  pictures.save();
  recordings.save();

  const uncredited = findUncredited(selections, content, recordAt);
  return {
    feeds: published.map(({ report }) => report),
    articles: articles.length - showable.unreadable.length,
    held,
    setAside: [...site.setAside, ...showable.unreadable, ...showable.blocked],
    warnings: [
      ...site.warnings,
      ...published.flatMap(({ cut }) => cut),
      ...pictures.problems(),
      ...recordings.problems(),
      ...podcastProblems,
      ...uncredited,
    ],
    failed: [...apart.clashes, ...clashes, ...published.flatMap(({ failed }) => failed)],
    removed,
  };
}

/** A credit may be in a picture on the web: whoever waits for one is asked again once it is there. */
async function settle(
  selections: readonly Selection[],
  { pictures, recordAt }: Site,
  config: Config,
): Promise<Showable & { readonly content: ContentOf }> {
  for (;;) {
    const content = contentOnce(contentAlways(config, pictures.factsOf));
    const showable = keepShowable(selections, content, recordAt);
    for (const selection of showable.selections) {
      expectPodcast(selection, { config, pictures });
    }
    if (!(await pictures.fetch())) return { ...showable, content };
  }
}

function nothingToPublish(setAside: readonly Problem[]): OperationalError {
  const reasons = setAside.slice(0, 20).map(problemText).join("\n");
  const message = `Not one of the records can be published:\n${reasons}`;
  return new OperationalError("NOTHING_TO_PUBLISH", message, "Mend the records and run again.");
}
