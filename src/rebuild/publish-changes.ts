/**
 * A run that has something to do. What changed of the stored records is read (articles/), chosen
 * and composed into documents (feeds/), rendered (formats/), checked and published (publish/). A
 * feed that would come out as it did is left alone. What is wrong with a record or a document is
 * reported, and the rest goes on.
 */
import path from "node:path";
import { openFileDigests } from "../articles/file-digests.ts";
import type { FolderScan } from "../articles/folder.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import { linesAfter } from "../articles/ledger/ledger-after.ts";
import type { LedgerLine } from "../articles/ledger/ledger-lines.ts";
import { onDemand } from "../articles/ledger/on-demand.ts";
import type { Looked } from "../articles/looked.ts";
import type { Config } from "../config/config.ts";
import { OperationalError, type Problem, problemText } from "../errors.ts";
import { composeHead } from "../feeds/compose.ts";
import { openFeedMedia } from "../feeds/media/feed-media.ts";
import { pageLook } from "../feeds/page-settings.ts";
import { composePodcast } from "../feeds/podcast.ts";
import { answersTo } from "../feeds/questions.ts";
import { type Selection, selectFeeds } from "../feeds/select.ts";
import { wanted } from "../feeds/uses.ts";
import { siteFormats } from "../formats/formats.ts";
import { type FeedMemory, openFeedMemory, type PublishedFeed } from "../publish/feed-memory.ts";
import { type Folder, openFolder } from "../publish/folder.ts";
import { isPathTaken, keepAssets, publishAssets } from "../publish/page-assets.ts";
import {
  afterWriting,
  type Destination,
  type FeedPublished,
  nextDeparture,
  publishSite,
} from "../publish/publish-feed.ts";
import { readPublished } from "../publish/published-documents.ts";
import { openSite, type Site } from "../site.ts";
import { shownPath } from "../site-scan.ts";
import { endings, type FeedsPublished, publishSelections } from "./feed-run.ts";
import { NO_CHANGES, openItemNotes } from "./item-changes.ts";
import { rememberRun } from "./last-run.ts";
import { openMemoryBound } from "./memory-bound.ts";
import type { PublishReport } from "./publish-report.ts";
import { readAhead } from "./read-ahead.ts";
import { openRunMemory } from "./run-memory.ts";
import type { Held } from "./warm.ts";

export interface ChangesContext {
  readonly config: Config;
  readonly now: Date;
  readonly scan: FolderScan;
  readonly acceptsShrink: boolean;
  /** Tells other runs that this one goes on. */
  readonly refresh: () => void;
  /** The feeds that the run is for, by name; left out: all. */
  readonly feeds?: ReadonlySet<string> | undefined;
  /** What an earlier run of this process left. */
  readonly held?: Held | undefined;
  /** Told what was looked at besides the records. */
  readonly onLooked?: ((looked: Looked) => void) | undefined;
}

/** @throws OperationalError where nothing can be read or written; the last good feeds stay. */
export async function publishChanges(context: ChangesContext): Promise<PublishReport> {
  const { output, compress, goneFeeds: gone } = context.config;
  const folder = openFolder(output, { compress, gone });
  try {
    return await publishInto(folder, context);
  } finally {
    await folder.close();
  }
}

async function publishInto(folder: Folder, context: ChangesContext): Promise<PublishReport> {
  const { config, now, scan, refresh, held } = context;
  const keepWithinBound = openMemoryBound();
  const site = await openSite(config, now, scan, {
    published: () => linesOfPublished(config),
    readAhead: (opened) => readAhead(opened, config, keepWithinBound),
    afterEach: () => {
      keepWithinBound();
      refresh();
    },
    held,
  });
  const shown = site.articles.length + site.held.length;
  if (site.articles.length === 0 && site.setAside.length > 0) throw nothingToPublish(site.setAside);
  if (!context.acceptsShrink) refuseShrunk(folder.articles, shown);

  const nowMs = now.getTime();
  const documentAt = (file: string) => path.join(shownPath(config.output), file);
  const destination: Destination = { folder, shownAs: documentAt, nowMs };
  const memory = openRunMemory(config, held?.caches);
  const feeds = openFeedMemory(
    memory.feeds,
    folder,
    (questions) => answersTo(questions, site.pictures.seenOf),
    shownPath,
  );

  const digests = openFileDigests(config.cache, scan.startedMs);
  const media = openFeedMedia(config, digests.of);
  const selections = selectFeeds(site.articles, config, nowMs, site.withdrawn);
  const isDue = (name: string) => context.feeds === undefined || context.feeds.has(name);
  const due = selections.filter(({ name }) => isDue(name));
  const note = openLedgerNotes(site, due);
  const notes = openItemNotes(site.lines, feeds.before);
  await publishAssets(selections, pageLook(config), folder);
  const published = await publishSelections(selections, {
    ...{ config, site, memory, feeds, destination, media, keepWithinBound, notes, isDue },
    ...{ archives: folder.archives, heldItems: held?.items },
    note: (articles) => {
      refresh();
      note(articles);
    },
  });
  const lists = await publishLists(selections, site, config, destination);
  if (published.left.size > 0) keepAssets(folder);
  // What follows takes documents away: it must still be ours to do.
  refresh();
  const { written, removed, emptied } = await folder.finish({
    ...{ archives: published.archives, articles: shown },
  });

  rememberFeeds(feeds, published.feeds);
  memory.save();
  site.save();
  site.pictures.save();
  site.recordings.save();
  digests.save();

  const untilMs = Math.min(site.nextMs, nextDeparture(selections, nowMs));
  const report = {
    ...reportOf(published, lists, site, written),
    ...{ removed, emptied },
    changes: notes.changes({ feeds: published.feeds, written, maySee: openSight(site, published) }),
    ...(Number.isFinite(untilMs) ? { next: new Date(untilMs).toISOString() } : {}),
  };
  const isWhole = site.isSettled && !published.hasLost;
  context.onLooked?.(site.looked);
  rememberRun(config, {
    ...{ scan, looked: site.looked, nowMs, untilMs, isWhole, left: published.left },
    report: asRepeated(report, site),
  });
  return report;
}

function rememberFeeds(memory: FeedMemory, feeds: readonly PublishedFeed[]): void {
  for (const feed of feeds) memory.remember(feed);
  const paths = new Set(feeds.map((feed) => feed.report.path));
  for (const path of memory.before.keys()) if (!paths.has(path)) memory.forget(path);
}

function reportOf(
  published: FeedsPublished,
  lists: readonly FeedPublished[],
  site: Site,
  written: ReadonlySet<string>,
) {
  const { unreadable, blocked, clashes, uncredited } = published;
  const all = [...published.feeds, ...lists];
  return {
    feeds: all.map(({ report }) => afterWriting(report, written)),
    articles: site.articles.length - unreadable.length,
    held: site.held,
    setAside: [...site.setAside, ...unreadable, ...blocked],
    warnings: [
      ...site.warnings,
      ...site.pictures.problems(),
      ...site.recordings.problems(),
      ...published.feeds.flatMap(({ problems }) => problems),
      ...uncredited,
    ],
    failed: [...clashes, ...all.flatMap(({ failed }) => failed)],
  };
}

/** The report of a run that finds nothing to do after this one. */
function asRepeated(report: PublishReport, { passing }: Site): PublishReport {
  const nothing: ReadonlySet<string> = new Set();
  const feeds = report.feeds.map((feed) => afterWriting(feed, nothing));
  const warnings = report.warnings.filter((one) => !passing.includes(one));
  return { ...report, warnings, feeds, removed: [], emptied: [], changes: NO_CHANGES };
}

/** Tells of a guid whether it is that of an article that some feed may show. */
function openSight(site: Site, { isRefused }: FeedsPublished): (guid: string) => boolean {
  const guids = onDemand(() => {
    return new Set(site.articles.filter((one) => !isRefused(one)).map(({ guid }) => guid));
  });
  return (guid) => guids().has(guid);
}

/** What readers know, where the ledger was lost; the parser it takes is loaded for nothing else. */
async function linesOfPublished({ output }: Config): Promise<readonly LedgerLine[]> {
  const { linesOfFeeds } = await import("../articles/ledger/published-feeds.ts");
  return linesOfFeeds(readPublished(output));
}

/** Many articles are noted at once; of a few, each feed notes those that it really shows. */
const FEW_ARTICLES = 20;

/**
 * The ledger knows what readers see before they see it.
 *
 * @param due the feeds that the run is for.
 * @returns what is to be told what a feed shows.
 */
function openLedgerNotes(
  site: Site,
  due: readonly Selection[],
): (articles: readonly IndexedArticle[]) => void {
  const { ledger, lines, subjects, identities } = site;
  const known = new Set(lines.map(({ guid }) => guid));
  const noted = new Set<string>();
  const save = (): void => {
    ledger.save(linesAfter(lines, subjects, identities, noted));
  };
  const unknown = due.flatMap((feed) => wanted(feed).filter(({ guid }) => !known.has(guid)));
  if (new Set(unknown).size > FEW_ARTICLES) for (const { guid } of unknown) noted.add(guid);
  save();
  return (articles) => {
    const before = noted.size;
    for (const { guid } of articles) if (!known.has(guid)) noted.add(guid);
    if (noted.size > before) save();
  };
}

/** Documents about all feeds together. */
async function publishLists(
  selections: readonly Selection[],
  site: Site,
  config: Config,
  destination: Destination,
): Promise<readonly FeedPublished[]> {
  const published: FeedPublished[] = [];
  for (const format of siteFormats) {
    const listed = selections.filter(({ formats: names }) => names.includes(format.name));
    if (listed.length === 0 || isPathTaken(format, listed)) continue;
    const heads = listed.map((feed) => {
      // A list of feeds wants no items, and many are too many to keep.
      const selection = { ...feed, articles: [], withdrawn: [] };
      const head = composeHead(selection, config, endings);
      return composePodcast(selection, head, { ...site, config, shown: "" }).feed;
    });
    published.push(await publishSite(format, heads, config.site.title, destination));
  }
  return published;
}

/** Far fewer articles than before: a folder that is not mounted, a query gone wrong. */
function refuseShrunk(before: number | undefined, now: number): void {
  if (before === undefined || before - now < 5 || now * 2 > before) return;
  const counts = `${now} articles; at the last run there were ${before}`;
  const message = `The source shows only ${counts}. Nothing is published.`;
  const remedy =
    "Check that everything is there. If it is meant to be so, run once with --accept-shrink.";
  throw new OperationalError("SOURCE_SHRUNK", message, remedy);
}

function nothingToPublish(setAside: readonly Problem[]): OperationalError {
  const reasons = setAside.slice(0, 20).map(problemText).join("\n");
  const message = `Not one of the records can be published:\n${reasons}`;
  return new OperationalError("NOTHING_TO_PUBLISH", message, "Mend the records and run again.");
}
