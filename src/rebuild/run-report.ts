/** The report of a run, put together of what became of its parts. */
import { onDemand } from "../articles/ledger/on-demand.ts";
import { type Problem, problemText } from "../errors.ts";
import { afterWriting, type FeedPublished } from "../publish/publish-feed.ts";
import type { Site } from "../site.ts";
import type { FeedsPublished } from "./feed-run.ts";
import { NO_CHANGES } from "./item-changes.ts";
import type { PublishReport } from "./publish-report.ts";

/** What became of the feeds, and of the documents about all of them. */
export interface AllPublished extends FeedsPublished {
  readonly lists: readonly FeedPublished[];
}

/** @param written the documents that differed from what was there. */
export function reportOf(published: AllPublished, site: Site, written: ReadonlySet<string>) {
  const { unreadable, blocked, clashes, uncredited } = published;
  const all = [...published.feeds, ...published.lists];
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
    failed: eachOnce([...clashes, ...all.flatMap(({ failed }) => failed)]),
  };
}

/** One file may be in the way of many feeds. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problemText(problem), problem])).values()];
}

/** The report of a run that finds nothing to do after this one. */
export function asRepeated(report: PublishReport, { passing }: Site): PublishReport {
  const nothing: ReadonlySet<string> = new Set();
  const feeds = report.feeds.map((feed) => afterWriting(feed, nothing));
  const warnings = report.warnings.filter((one) => !passing.includes(one));
  return { ...report, warnings, feeds, removed: [], emptied: [], changes: NO_CHANGES };
}

/** Tells of a guid whether it is that of an article that some feed may show. */
export function openSight(site: Site, { isRefused }: FeedsPublished): (guid: string) => boolean {
  const guids = onDemand(() => {
    return new Set(site.articles.filter((one) => !isRefused(one)).map(({ guid }) => guid));
  });
  return (guid) => guids().has(guid);
}
