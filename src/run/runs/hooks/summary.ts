/** What hooks are told of a run: a JSON document of bounded size. */
import { encodedPath } from "../../../articles/addresses.ts";
import type { Config } from "../../../config/config.ts";
import type { ItemChange, PublishReport } from "../../../rebuild/publish-report.ts";
import type { RunRecord } from "../run-record.ts";
import { runWords } from "../run-words.ts";

export interface RunSummary {
  readonly site: { readonly title: string; readonly url: string };
  readonly feedsUrl: string;
  /** RFC 3339. */
  readonly started: string;
  readonly finished: string;
  /** A line for people. */
  readonly text: string;
  /** Those of which documents were written. */
  readonly feeds: readonly ChangedFeed[];
  readonly items: Readonly<Record<"new" | "updated" | "withdrawn", readonly ItemChange[]>>;
  /** Addresses of documents that are gone, and of those left without items. */
  readonly removed: readonly string[];
  readonly emptied: readonly string[];
  /** How many there are of each, also where a list is cut short. */
  readonly counts: Readonly<Record<string, number>>;
}

interface ChangedFeed {
  readonly path: string;
  readonly title: string;
  /** Of the documents that were written. */
  readonly urls: readonly string[];
  /** How many it shows. */
  readonly items: number;
}

/** Of each list; the counts tell of the rest. */
const MOST_ENTRIES = 500;
const MOST_FEEDS_OF_ITEM = 20;
const MOST_CHARACTERS = 300;

export function summaryOf(
  { site, feedsUrl }: Pick<Config, "site" | "feedsUrl">,
  report: PublishReport,
  record: RunRecord,
): RunSummary {
  const urlOf = (file: string) => new URL(encodedPath(file), feedsUrl).href;
  const changed = report.feeds.flatMap(({ path, title, items, files }): ChangedFeed[] => {
    const written = files.filter(({ outcome }) => outcome === "written");
    const urls = written.map((file) => urlOf(file.path));
    return urls.length === 0 ? [] : [{ path, title: title.slice(0, MOST_CHARACTERS), urls, items }];
  });
  const { changes, removed, emptied } = report;
  return {
    site: { title: site.title, url: site.url },
    ...{ feedsUrl, started: record.started, finished: record.finished },
    text: `${site.title}: ${runWords(record)}`,
    feeds: changed.slice(0, MOST_ENTRIES),
    items: {
      new: changes.new.slice(0, MOST_ENTRIES).map(boundedItem),
      updated: changes.updated.slice(0, MOST_ENTRIES).map(boundedItem),
      withdrawn: changes.withdrawn.slice(0, MOST_ENTRIES).map(boundedItem),
    },
    removed: removed.slice(0, MOST_ENTRIES).map(urlOf),
    emptied: emptied.slice(0, MOST_ENTRIES).map(urlOf),
    counts: {
      ...{ feeds: changed.length, files: record.feeds.filesWritten },
      ...record.items,
      ...{ removed: removed.length, emptied: emptied.length },
    },
  };
}

function boundedItem({ title, feeds, ...item }: ItemChange): ItemChange {
  const short = title === undefined ? {} : { title: title.slice(0, MOST_CHARACTERS) };
  return { ...item, ...short, feeds: feeds.slice(0, MOST_FEEDS_OF_ITEM) };
}
