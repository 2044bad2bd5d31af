/** What is remembered of a published feed: enough to leave it alone while nothing changes. */
import path from "node:path";
import { onDemand } from "../articles/ledger/on-demand.ts";
import type { OpenCacheFile } from "../articles/pictures/cache-file.ts";
import { isPlainObject } from "../articles/record.ts";
import type { Problem } from "../errors.ts";
import type { Question } from "../feeds/questions.ts";
import type { Folder } from "./folder.ts";
import type { FeedReport } from "./publish-feed.ts";

/** An item of a feed: its guid, and a digest of what readers see of it. */
export type ShownItem = readonly [guid: string, digest: string];

/** A feed as it was published, or left as it is. */
export interface PublishedFeed {
  /** Of all that its documents were made of. */
  readonly fingerprint: string;
  /** What was asked of the disk while it was composed, and a digest of the answers. */
  readonly questions: readonly Question[];
  readonly answers: string;
  readonly report: FeedReport;
  /** What was said of it; it is said at every run. */
  readonly problems: readonly Problem[];
  /** Documents that failed their check: such a feed is composed at every run. */
  readonly failed: readonly Problem[];
  /** Below the output folder: its documents, and what goes with them. */
  readonly files: readonly string[];
  readonly shows: readonly ShownItem[];
}

/** As it is kept between runs. */
interface Remembered extends Omit<PublishedFeed, "failed" | "files"> {
  /** From every file to what tells that nobody has touched it since. */
  readonly stamps: Readonly<Record<string, string>>;
}

export interface FeedMemory {
  /** The feed as it was published, where its documents still lie there as they were. */
  readonly of: (feedPath: string, fingerprint: string) => PublishedFeed | undefined;
  /** The same whatever it would be by now; its files are kept only where the caller does so. */
  readonly lastOf: (feedPath: string) => PublishedFeed | undefined;
  /** Whether a file of any feed lies there as that feed left it. */
  readonly isUntouched: (file: string) => boolean;
  /** What the feeds of this folder showed when it was opened, by their paths. */
  readonly before: ReadonlyMap<string, FeedBefore>;
  /** Once every file is in its place. */
  readonly remember: (feed: PublishedFeed) => void;
  /** A feed that is no more. */
  readonly forget: (feedPath: string) => void;
}

interface FeedBefore {
  /** The feed's name in the configuration. */
  readonly name: string;
  readonly shows: readonly ShownItem[];
}

/**
 * @param answersTo a digest of what the disk tells now.
 * @param shownAs how messages name a file; the next run may be called from another folder.
 */
export function openFeedMemory(
  cache: Pick<OpenCacheFile, "get" | "set" | "entries" | "drop">,
  folder: Pick<Folder, "stampOf" | "keep" | "isOurs">,
  answersTo: (questions: readonly Question[]) => string,
  shownAs: (absolute: string) => string,
): FeedMemory {
  const lieAsTheyWere = ({ stamps }: Remembered): boolean =>
    Object.entries(stamps).every(([file, stamp]) => folder.stampOf(file) === stamp);
  const asItWas = new WeakSet<PublishedFeed>();
  const published = ({ stamps, ...feed }: Remembered): PublishedFeed => {
    const problems = feed.problems.map((one) => ({ ...one, file: shownAs(one.file) }));
    const files = Object.keys(stamps);
    const made: PublishedFeed = { ...feed, problems, failed: [], files };
    asItWas.add(made);
    return made;
  };
  const stampsOnce = onDemand(() => stampsOf(cache));
  return {
    before: feedsBefore(cache, folder),
    isUntouched: (file) => {
      const stamp = stampsOnce().get(file);
      return stamp !== undefined && folder.stampOf(file) === stamp;
    },
    of: (feedPath, fingerprint) => {
      const known = cache.get(feedPath);
      if (!isRemembered(known) || known.fingerprint !== fingerprint) return undefined;
      if (!lieAsTheyWere(known) || answersTo(known.questions) !== known.answers) return undefined;
      const feed = published(known);
      for (const file of feed.files) folder.keep(file);
      return feed;
    },
    lastOf: (feedPath) => {
      const known = cache.get(feedPath);
      return isRemembered(known) && lieAsTheyWere(known) ? published(known) : undefined;
    },
    forget: cache.drop,
    remember: (made) => {
      const { failed, files, ...feed } = made;
      if (asItWas.has(made) || failed.length > 0) return;
      const stamps: Record<string, string> = {};
      for (const file of files) {
        const stamp = folder.stampOf(file);
        if (stamp === undefined) return;
        stamps[file] = stamp;
      }
      const problems = feed.problems.map((one) => ({ ...one, file: path.resolve(one.file) }));
      cache.set(feed.report.path, { ...feed, problems, stamps });
    },
  };
}

function stampsOf(cache: Pick<OpenCacheFile, "entries">): ReadonlyMap<string, string> {
  const feeds = cache.entries().flatMap(([, known]) => (isRemembered(known) ? [known] : []));
  return new Map(feeds.flatMap(({ stamps }) => Object.entries(stamps)));
}

/** A cache may be shared by configurations that publish into folders of their own. */
function feedsBefore(
  cache: Pick<OpenCacheFile, "entries">,
  folder: Pick<Folder, "isOurs">,
): ReadonlyMap<string, FeedBefore> {
  const before = new Map<string, FeedBefore>();
  for (const [feedPath, known] of cache.entries()) {
    if (!isRemembered(known)) continue;
    const isHere = Object.keys(known.stamps).some(folder.isOurs);
    if (isHere) before.set(feedPath, { name: known.report.name, shows: known.shows });
  }
  return before;
}

/** Entries that have been looked at: a process that runs again and again meets the same ones. */
const sound = new WeakSet<object>();

/** A cache may have been edited, or be of another time. */
function isRemembered(value: unknown): value is Remembered {
  if (!isPlainObject(value)) return false;
  if (sound.has(value)) return true;
  const isSound = isSoundFeed(value);
  if (isSound) sound.add(value);
  return isSound;
}

function isSoundFeed(value: Readonly<Record<string, unknown>>): boolean {
  const { fingerprint, answers, questions, problems, report, stamps } = value;
  const areTexts = typeof fingerprint === "string" && typeof answers === "string";
  const areLists = Array.isArray(questions) && Array.isArray(problems) && areShown(value["shows"]);
  if (!areTexts || !areLists || !isPlainObject(stamps) || !isPlainObject(report)) return false;
  return Array.isArray(report["files"]) && typeof report["path"] === "string";
}

function areShown(value: unknown): boolean {
  const isShown = (one: unknown) =>
    Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "string";
  return Array.isArray(value) && value.every(isShown);
}
