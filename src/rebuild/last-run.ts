/**
 * The whole of the last run, where all that it depended on is still so: then the next one has
 * nothing to do, and needs no parser to say so.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { cacheVersion, writeCache } from "../articles/cache-folder.ts";
import { digestOf } from "../articles/digests.ts";
import { isSettled } from "../articles/file-versions.ts";
import { digestOfScan, type FolderScan } from "../articles/folder.ts";
import { hasDigest, holdingAt, isAsSeen, type Looked } from "../articles/looked.ts";
import { isPlainObject } from "../articles/record.ts";
import type { Config } from "../config/config.ts";
import { stampOfFile } from "../publish/documents.ts";
import { JOURNAL } from "../publish/journal.ts";
import { MANIFEST, readManifest } from "../publish/manifest.ts";
import type { PublishReport } from "./publish-report.ts";

/** Whatever changes what a report is makes it start anew. */
const VERSION = 3;

interface Stored {
  readonly version: string;
  /** Digests of the configuration, and of what lies in the articles folder once it is settled. */
  readonly config: string;
  readonly scan: string;
  /** When it began, by the clock of this machine. */
  readonly startedMs: number;
  /** From all else that was looked at to what it was like. */
  readonly looked: Readonly<Record<string, string>>;
  /** From the files of the output folder to what tells that nobody has touched them. */
  readonly output: Readonly<Record<string, string>>;
  /** The time that the run was for, and when the clock changes something next, if ever. */
  readonly nowMs: number;
  readonly untilMs?: number;
  /** Feeds, by name, that the run was not for and that would come out otherwise. */
  readonly left: readonly string[];
  readonly report: PublishReport;
}

/**
 * The report of the last run, where a run now could give no other.
 *
 * @param feeds that it is for; undefined: all.
 * @param onLooked told what the last run had looked at, where its report is given.
 */
export function recallRun(
  config: Config,
  scan: FolderScan,
  nowMs: number,
  feeds?: ReadonlySet<string>,
  onLooked?: (looked: Looked) => void,
): PublishReport | undefined {
  const last = readLast(fileOf(config));
  if (last === undefined || last.version !== versionHere() || last.config !== digestOf(config)) {
    return undefined;
  }
  if (nowMs < last.nowMs || nowMs >= (last.untilMs ?? Number.POSITIVE_INFINITY)) return undefined;
  if (last.left.some((name) => feeds === undefined || feeds.has(name))) return undefined;
  if (last.scan !== digestOfScan(scan)) return undefined;
  const looked = Object.entries(last.looked);
  if (!looked.every(([place, seen]) => isAsSeen(place, seen, last.startedMs))) return undefined;
  const stamps = Object.entries(last.output);
  if (!stamps.every(([name, stamp]) => stampAt(config, name) === stamp)) return undefined;
  if (stampAt(config, JOURNAL) !== "") return undefined;
  onLooked?.(new Map(looked));
  return last.report;
}

export interface RunFacts {
  readonly scan: FolderScan;
  readonly looked: Looked;
  readonly nowMs: number;
  /** When the clock changes something next; may be infinite. */
  readonly untilMs: number;
  /** Whether everything could be read: what could not, may be by now. */
  readonly isWhole: boolean;
  /** Feeds, by name, that were left as they are, and would come out otherwise. */
  readonly left: ReadonlySet<string>;
  readonly report: PublishReport;
}

/** Once everything is in its place. */
export function rememberRun(config: Config, facts: RunFacts): void {
  const { nowMs, untilMs, left, report } = facts;
  const { startedMs } = facts.scan;
  // Pictures on the web are asked in their own time, and what failed is tried again.
  const isFinal = facts.isWhole && !config.images.probe && report.failed.length === 0;
  const scan = isFinal ? digestOfScan(facts.scan) : undefined;
  const looked = [...facts.looked, [config.ledger, holdingAt(config.ledger)] as const];
  const isSure = looked.every(([, seen]) => hasDigest(seen) || isSettled(seen, startedMs));
  if (scan === undefined || !isSure) return;
  const manifest = readManifest(readText(path.join(config.output, MANIFEST)));
  const names = [MANIFEST, ...manifest.documents.keys()];
  const last: Stored = {
    ...{ version: versionHere(), config: digestOf(config), scan, startedMs },
    looked: Object.fromEntries(looked),
    output: Object.fromEntries(names.map((name) => [name, stampAt(config, name)])),
    ...{ nowMs, ...(Number.isFinite(untilMs) ? { untilMs } : {}), left: [...left], report },
  };
  writeCache(fileOf(config), [Buffer.from(JSON.stringify(last))]);
}

function fileOf({ cache }: Config): string {
  return path.join(cache, "last-run.json");
}

/** Messages name files as they are seen from where the command runs. */
function versionHere(): string {
  return `${cacheVersion(VERSION)} ${process.cwd()}`;
}

function stampAt({ output }: Config, name: string): string {
  try {
    return stampOfFile(path.join(output, name)) ?? "";
  } catch {
    // Whoever has to write there will say what is wrong.
    return "";
  }
}

function readLast(file: string): Stored | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isPlainObject(read) || !isPlainObject(read["report"])) return undefined;
    const hasFiles = isPlainObject(read["output"]) && isPlainObject(read["looked"]);
    return hasFiles && Array.isArray(read["left"]) ? (read as unknown as Stored) : undefined;
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
