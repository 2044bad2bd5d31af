/** What is remembered of a published feed: enough to leave it alone while nothing changes. */
import path from "node:path";
import type { CacheFile } from "../articles/pictures/cache-file.ts";
import { isPlainObject } from "../articles/record.ts";
import type { Problem } from "../errors.ts";
import type { Question } from "../feeds/questions.ts";
import type { Folder } from "./folder.ts";
import type { FeedReport } from "./publish-feed.ts";

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
}

/** As it is kept between runs. */
interface Remembered extends Omit<PublishedFeed, "failed" | "files"> {
  /** From every file to what tells that nobody has touched it since. */
  readonly stamps: Readonly<Record<string, string>>;
}

export interface FeedMemory {
  /** The feed as it was published, where its documents still lie there as they were. */
  readonly of: (feedPath: string, fingerprint: string) => PublishedFeed | undefined;
  /** Once every file is in its place. */
  readonly remember: (feed: PublishedFeed) => void;
}

/**
 * @param answersTo a digest of what the disk tells now.
 * @param shownAs how messages name a file; the next run may be called from another folder.
 */
export function openFeedMemory(
  cache: Pick<CacheFile, "get" | "set">,
  folder: Pick<Folder, "stampOf" | "keep">,
  answersTo: (questions: readonly Question[]) => string,
  shownAs: (absolute: string) => string,
): FeedMemory {
  const isAsItWas = (known: unknown, fingerprint: string): known is Remembered => {
    if (!isRemembered(known) || known.fingerprint !== fingerprint) return false;
    const stamps = Object.entries(known.stamps);
    if (!stamps.every(([file, stamp]) => folder.stampOf(file) === stamp)) return false;
    return answersTo(known.questions) === known.answers;
  };
  const asItWas = new WeakSet<PublishedFeed>();
  return {
    of: (feedPath, fingerprint) => {
      const known = cache.get(feedPath);
      if (!isAsItWas(known, fingerprint)) return undefined;
      const { stamps, ...feed } = known;
      const files = Object.keys(stamps);
      for (const file of files) folder.keep(file);
      const problems = feed.problems.map((one) => ({ ...one, file: shownAs(one.file) }));
      const published: PublishedFeed = { ...feed, problems, failed: [], files };
      asItWas.add(published);
      return published;
    },
    remember: (published) => {
      const { failed, files, ...feed } = published;
      if (asItWas.has(published) || failed.length > 0) return;
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

/** A cache may have been edited, or be of another time. */
function isRemembered(value: unknown): value is Remembered {
  if (!isPlainObject(value)) return false;
  const { fingerprint, answers, questions, problems, report, stamps } = value;
  const areTexts = typeof fingerprint === "string" && typeof answers === "string";
  const areLists = Array.isArray(questions) && Array.isArray(problems);
  if (!areTexts || !areLists || !isPlainObject(stamps) || !isPlainObject(report)) return false;
  return Array.isArray(report["files"]) && typeof report["path"] === "string";
}
