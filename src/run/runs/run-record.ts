/** What a run came to, small enough to be kept, logged and asked for. */
import { inspect } from "node:util";
import { OperationalError, type Problem } from "../../errors.ts";
import type { PublishReport } from "../../rebuild/publish-report.ts";

/** Why a run was made. */
export type RunReason = "command" | "start" | "slot" | "due" | "change" | "reload" | "retry";

/** `partial`: published, but records were set aside or documents failed their check. */
type RunOutcome = "published" | "unchanged" | "partial" | "failed";

/** Problems of one kind: how many there are, and the first of them. */
interface ProblemList {
  readonly count: number;
  readonly first: readonly Problem[];
}

/** One run; all times are RFC 3339. Where it failed, its counts are those of nothing. */
export interface RunRecord {
  readonly started: string;
  readonly finished: string;
  readonly durationMs: number;
  readonly reason: RunReason;
  /** Names of the feeds that it was for; left out: all. */
  readonly only?: readonly string[];
  readonly result: RunOutcome;
  /** Only of a failed run. */
  readonly error?: RunError;
  /** When the clock releases, changes or ends something next, if ever. */
  readonly next?: string;
  /** How many may be seen, whether or not a feed shows them. */
  readonly articles: number;
  readonly feeds: FeedCounts;
  readonly held: HeldCounts;
  readonly setAside: ProblemList;
  /** Documents that failed their check. */
  readonly failed: ProblemList;
  /** How many items are new, updated, withdrawn. */
  readonly items: ItemCounts;
  readonly warnings: number;
  readonly host: string;
  readonly pid: number;
}

interface RunError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

interface FeedCounts {
  readonly count: number;
  /** Of all feeds together. */
  readonly items: number;
  /** How many files were written; and of feeds that are no more, taken away or left empty. */
  readonly filesWritten: number;
  readonly filesRemoved: number;
  readonly filesEmptied: number;
  /** How many feeds had a file written, and the paths of the first of them. */
  readonly changed: number;
  readonly changedPaths: readonly string[];
}

interface HeldCounts {
  /** From a reason to how many articles are held back for it. */
  readonly counts: Readonly<Record<string, number>>;
  readonly nextEmbargo?: string;
}

interface ItemCounts {
  readonly new: number;
  readonly updated: number;
  readonly withdrawn: number;
}

/** A run that was made: what it reported, or why it failed. */
export type MadeRun =
  | { readonly record: RunRecord; readonly report: PublishReport; readonly error?: never }
  | { readonly record: RunRecord; readonly error: OperationalError; readonly report?: never };

/** What a record is made of besides what the run itself tells. */
export interface RunFacts {
  readonly started: Date;
  readonly durationMs: number;
  readonly reason: RunReason;
  /** The feeds that it was for, by name; left out: all. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly host: string;
  readonly pid: number;
}

const MOST_PROBLEMS = 50;
const MOST_PATHS = 200;
/** Nobody reads a longer message, and it is kept. */
const MOST_CHARACTERS = 8_000;

/** How many of them are feeds, and not lists of these. */
export function countFeeds(feeds: PublishReport["feeds"]): number {
  return feeds.filter(({ isList }) => isList !== true).length;
}

export function recordOfReport(report: PublishReport, facts: RunFacts): RunRecord {
  const { articles, feeds, held, changes, next, setAside, failed } = report;
  const files = feeds.map((feed) => feed.files.filter(({ outcome }) => outcome === "written"));
  const changed = feeds.filter((_, at) => (files[at]?.length ?? 0) > 0);
  return {
    ...recordOfFacts(facts, outcomeOf(report)),
    ...(next === undefined ? {} : { next }),
    articles,
    feeds: {
      count: countFeeds(feeds),
      items: feeds.reduce((sum, { items, isList }) => sum + (isList ? 0 : items), 0),
      filesWritten: files.reduce((sum, written) => sum + written.length, 0),
      filesRemoved: report.removed.length,
      filesEmptied: report.emptied.length,
      changed: changed.length,
      changedPaths: changed.slice(0, MOST_PATHS).map(({ path }) => path),
    },
    held: heldCounts(held),
    setAside: problemList(setAside),
    failed: problemList(failed),
    items: {
      new: changes.new.length,
      updated: changes.updated.length,
      withdrawn: changes.withdrawn.length,
    },
    warnings: report.warnings.length,
  };
}

/** @param error thrown by the run. */
export function recordOfFailure(error: OperationalError, facts: RunFacts): RunRecord {
  const { code, message, remedy } = error;
  return {
    ...recordOfFacts(facts, "failed"),
    error: { code, message: message.slice(0, MOST_CHARACTERS), remedy },
    articles: 0,
    feeds: {
      ...{ count: 0, items: 0, filesWritten: 0, filesRemoved: 0, filesEmptied: 0 },
      ...{ changed: 0, changedPaths: [] },
    },
    held: { counts: {} },
    setAside: { count: 0, first: [] },
    failed: { count: 0, first: [] },
    items: { new: 0, updated: 0, withdrawn: 0 },
    warnings: 0,
  };
}

function recordOfFacts(facts: RunFacts, result: RunOutcome) {
  const { started, durationMs, reason, only, host, pid } = facts;
  return {
    started: started.toISOString(),
    finished: new Date(started.getTime() + durationMs).toISOString(),
    ...{ durationMs: Math.round(durationMs), reason },
    ...(only === undefined ? {} : { only: [...only] }),
    ...{ result, host, pid },
  };
}

/** Whether readers can see that there was a run. */
export function hasChanged({ feeds, removed, emptied }: PublishReport): boolean {
  const isWritten = feeds.some(({ files }) => files.some(({ outcome }) => outcome === "written"));
  return isWritten || removed.length + emptied.length > 0;
}

/** A fault of ours is told with its place. */
export function failureOf(error: unknown): OperationalError {
  if (error instanceof OperationalError) return error;
  const message = `Something went wrong that feedwright did not foresee:\n${inspect(error)}`;
  const remedy =
    "Run again; if it fails again, report this, with the record or setting that causes it.";
  return new OperationalError("UNEXPECTED", message, remedy, error);
}

function outcomeOf(report: PublishReport): RunOutcome {
  if (report.setAside.length + report.failed.length > 0) return "partial";
  return hasChanged(report) ? "published" : "unchanged";
}

function problemList(problems: readonly Problem[]): ProblemList {
  return { count: problems.length, first: problems.slice(0, MOST_PROBLEMS) };
}

function heldCounts(held: PublishReport["held"]): HeldCounts {
  const counts = new Map<string, number>();
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { reason, untilMs = Number.POSITIVE_INFINITY } of held) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    nextMs = Math.min(nextMs, untilMs);
  }
  const hasNext = Number.isFinite(nextMs);
  return {
    counts: Object.fromEntries(counts),
    ...(hasNext ? { nextEmbargo: new Date(nextMs).toISOString() } : {}),
  };
}
