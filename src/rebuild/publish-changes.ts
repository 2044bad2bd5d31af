/**
 * A run that has something to do. What changed of the stored records is read (articles/), chosen
 * and composed into documents (feeds/), rendered (formats/), checked and published (publish/). A
 * feed that would come out as it did is left alone. What is wrong with a record or a document is
 * reported, and the rest goes on.
 */
import path from "node:path";
import { type FileDigests, openFileDigests } from "../articles/file-digests.ts";
import type { FolderScan } from "../articles/folder.ts";
import type { LedgerLine } from "../articles/ledger/ledger-lines.ts";
import type { Looked } from "../articles/looked.ts";
import type { Config } from "../config/config.ts";
import { OperationalError, type Problem, problemText } from "../errors.ts";
import { openFeedMedia } from "../feeds/media/feed-media.ts";
import { pageLook } from "../feeds/page-settings.ts";
import { answersTo } from "../feeds/questions.ts";
import { type Selection, selectFeeds } from "../feeds/select.ts";
import { type FeedMemory, openFeedMemory, type PublishedFeed } from "../publish/feed-memory.ts";
import { type Folder, openFolder } from "../publish/folder.ts";
import { keepAssets, publishAssets } from "../publish/page-assets.ts";
import { type Destination, nextDeparture } from "../publish/publish-feed.ts";
import { readPublished } from "../publish/published-documents.ts";
import { openSite, type Site } from "../site.ts";
import { shownPath } from "../site-scan.ts";
import { publishSelections } from "./feed-run.ts";
import { type ItemNotes, openItemNotes } from "./item-changes.ts";
import { rememberRun } from "./last-run.ts";
import { openLedgerNotes } from "./ledger-notes.ts";
import { openMediaCopies } from "./media-copies.ts";
import { type KeepWithinBound, openMemoryBound } from "./memory-bound.ts";
import type { PublishReport } from "./publish-report.ts";
import { readAhead } from "./read-ahead.ts";
import { openRunMemory, type RunMemory } from "./run-memory.ts";
import { type AllPublished, asRepeated, openSight, reportOf } from "./run-report.ts";
import { publishSiteDocuments } from "./site-documents.ts";
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
  const run = await openRun(folder, context);
  const { site, selections, notes } = run;
  const published = await publishAll(run, context);
  // What follows takes documents away: it must still be ours to do.
  context.refresh();
  const { written, removed, emptied } = await folder.finish({
    ...{ archives: published.archives, articles: shownCount(site) },
  });
  saveAll(run, published.feeds);
  const untilMs = Math.min(site.nextMs, nextDeparture(selections, context.now.getTime()));
  const report = {
    ...reportOf(published, site, written),
    ...{ removed, emptied },
    changes: notes.changes({ feeds: published.feeds, written, maySee: openSight(site, published) }),
    ...(Number.isFinite(untilMs) ? { next: new Date(untilMs).toISOString() } : {}),
  };
  context.onLooked?.(site.looked);
  rememberRun(context.config, {
    ...{ scan: context.scan, looked: site.looked, nowMs: context.now.getTime(), untilMs },
    isWhole: site.isSettled && !published.hasLost,
    ...{ left: published.left, report: asRepeated(report, site) },
  });
  return report;
}

/** What a run is made with. */
interface Run {
  readonly folder: Folder;
  readonly site: Site;
  readonly selections: readonly Selection[];
  readonly destination: Destination;
  readonly memory: RunMemory;
  readonly feeds: FeedMemory;
  readonly digests: FileDigests;
  readonly notes: ItemNotes;
  readonly keepWithinBound: KeepWithinBound;
}

/** @throws OperationalError where nothing may be published. */
async function openRun(folder: Folder, context: ChangesContext): Promise<Run> {
  const { config, now, scan, held } = context;
  const keepWithinBound = openMemoryBound();
  const site = await openSite(config, now, scan, {
    published: () => linesOfPublished(config),
    readAhead: (opened) => readAhead(opened, config, keepWithinBound),
    afterEach: () => {
      keepWithinBound();
      context.refresh();
    },
    held,
  });
  // An index that is read at one go leaves as much behind as it holds.
  keepWithinBound();
  if (site.articles.length === 0 && site.setAside.length > 0) throw nothingToPublish(site.setAside);
  if (!context.acceptsShrink) refuseShrunk(folder.articles, shownCount(site));
  const nowMs = now.getTime();
  const memory = openRunMemory(config, held?.caches);
  const feeds = openFeedMemory(
    memory.feeds,
    folder,
    (questions) => answersTo(questions, site.pictures.seenOf),
    shownPath,
  );
  const shownAs = (file: string) => path.join(shownPath(config.output), file);
  return {
    ...{ folder, site, memory, feeds, keepWithinBound },
    selections: selectFeeds(site.articles, config, nowMs, site.withdrawn),
    destination: { folder, shownAs, nowMs },
    digests: openFileDigests(config.cache, scan.startedMs, held?.caches),
    notes: openItemNotes(site.lines, feeds.before),
  };
}

/** What became of all documents; they are on their way. */
async function publishAll(run: Run, context: ChangesContext): Promise<AllPublished> {
  const { folder, site, selections } = run;
  const { config, held, refresh } = context;
  const isDue = (name: string) => context.feeds === undefined || context.feeds.has(name);
  const due = selections.filter(({ name }) => isDue(name));
  const noteShown = openLedgerNotes(site, due);
  await publishAssets(selections, pageLook(config), folder);
  const sources = {
    ...{ ...run, config, media: openFeedMedia(config, run.digests.of) },
    copyMedia: openMediaCopies(folder, run.feeds, run.digests),
  };
  const published = await publishSelections(selections, {
    ...{ ...sources, isDue, archives: folder.archives, heldItems: held?.items },
    note: (articles) => {
      refresh();
      noteShown(articles);
    },
  });
  const lists = await publishSiteDocuments(selections, sources);
  const isKept = ({ failed }: { readonly failed: readonly Problem[] }) => failed.length > 0;
  const areSomeKept = published.left.size > 0 || [...published.feeds, ...lists].some(isKept);
  if (areSomeKept) keepAssets(folder);
  return { ...published, lists };
}

/** Once every document is in its place. */
function saveAll({ feeds, memory, site, digests }: Run, made: readonly PublishedFeed[]): void {
  rememberFeeds(feeds, made);
  memory.save();
  site.save();
  site.pictures.save();
  site.recordings.save();
  digests.save();
}

/** Articles that a feed may show, now or later. */
function shownCount({ articles, held }: Site): number {
  return articles.length + held.length;
}

function rememberFeeds(memory: FeedMemory, feeds: readonly PublishedFeed[]): void {
  for (const feed of feeds) memory.remember(feed);
  const paths = new Set(feeds.map((feed) => feed.report.path));
  for (const path of memory.before.keys()) if (!paths.has(path)) memory.forget(path);
}

/** What readers know, where the ledger was lost; the parser it takes is loaded for nothing else. */
async function linesOfPublished({ output }: Config): Promise<readonly LedgerLine[]> {
  const { linesOfFeeds } = await import("../articles/ledger/published-feeds.ts");
  return linesOfFeeds(readPublished(output));
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
