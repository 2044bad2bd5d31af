/**
 * The whole pipeline on one screen. Stored records are read (articles/), chosen and composed into
 * documents (feeds/), rendered (formats/), checked and published (publish/). What is wrong with one
 * record or one document is reported, and the rest goes on.
 */
import path from "node:path";
import { fileSizeWithin } from "./articles/local-files.ts";
import { type FolderOptions, readArticles } from "./articles/read-articles.ts";
import type { HeldArticle } from "./articles/status.ts";
import type { Config } from "./config.ts";
import { OperationalError, type Problem, problemText } from "./errors.ts";
import { composeFeed, contentOnce, itemOnce } from "./feeds/compose.ts";
import { keepReadable } from "./feeds/readable.ts";
import { selectFeeds } from "./feeds/select.ts";
import { separatePaths } from "./feeds/separate-paths.ts";
import { findUncredited } from "./feeds/uncredited.ts";
import { formats } from "./formats/formats.ts";
import { openFolder } from "./publish/folder.ts";
import { type FeedReport, publishFeed } from "./publish/publish-feed.ts";

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
export function publishFeeds(config: Config, now: Date): PublishReport {
  const recordAt = (inner: string) => path.join(shownPath(config.articles), inner);
  const documentAt = (file: string) => path.join(shownPath(config.output), file);

  const { articles, held, ...read } = readArticles(folderOptions(config, now, recordAt));
  if (articles.length === 0 && read.setAside.length > 0) throw nothingToPublish(read.setAside);

  const content = contentOnce();
  const item = itemOnce(content);
  const readable = keepReadable(selectFeeds(articles, config), content, recordAt);
  const { selections, clashes } = separatePaths(readable.selections, documentAt);

  const folder = openFolder(config.output);
  const published = selections.map((selection) => {
    const feed = composeFeed(selection, config, endings, item);
    return publishFeed(selection, feed, folder, documentAt);
  });
  const removed = folder.finish();

  const minds = config.credits.missing === "warn";
  const uncredited = minds ? findUncredited(selections, content, recordAt) : [];
  return {
    feeds: published.map(({ report }) => report),
    articles: articles.length - readable.setAside.length,
    held,
    setAside: [...read.setAside, ...readable.setAside],
    warnings: [...read.warnings, ...published.flatMap(({ cut }) => cut), ...uncredited],
    failed: [...clashes, ...published.flatMap(({ failed }) => failed)],
    removed,
  };
}

function folderOptions(
  config: Config,
  now: Date,
  shownAs: (inner: string) => string,
): FolderOptions {
  const { site, articles: folder } = config;
  return {
    folder,
    ignore: config.ignore,
    excluded: [config.output],
    shownAs,
    siteTitle: site.title,
    siteUrl: site.url,
    language: site.language,
    timeZone: site.timezone,
    ...(config.permalink === undefined ? {} : { permalink: config.permalink }),
    missingDate: config.missingDate,
    nowMs: now.getTime(),
    fileSize: fileSizeWithin(config.folder, folder),
  };
}

function nothingToPublish(setAside: readonly Problem[]): OperationalError {
  const reasons = setAside.slice(0, 20).map(problemText).join("\n");
  const message = `Not one of the records can be published:\n${reasons}`;
  return new OperationalError("NOTHING_TO_PUBLISH", message, "Mend the records and run again.");
}

/** Relative to where the command runs, as people type it; absolute where that is shorter. */
function shownPath(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith("..") ? absolute : relative;
}
