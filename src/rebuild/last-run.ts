/**
 * The whole of the last run, where all that it depended on is still so: then the next one has
 * nothing to do, and needs no parser to say so.
 */
import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { cacheVersion, writeCache } from "../articles/cache-folder.ts";
import { digestOf } from "../articles/digests.ts";
import { digestOfScan, type FolderScan, isSettled } from "../articles/folder.ts";
import { type Looked, versionAt } from "../articles/local-files.ts";
import { isPlainObject } from "../articles/record.ts";
import type { Config } from "../config/config.ts";
import { JOURNAL } from "../publish/journal.ts";
import { MANIFEST, readManifest } from "../publish/manifest.ts";
import type { PublishReport } from "./publish-report.ts";
import { contentsFile } from "./run-memory.ts";

/** Whatever changes what a report is makes it start anew. */
const VERSION = 1;

interface Stored {
  readonly version: string;
  /** Digests of the configuration, and of what lies in the articles folder once it is settled. */
  readonly config: string;
  readonly scan?: string;
  /** From all else that was looked at to its version, once all of it is settled. */
  readonly looked?: Readonly<Record<string, string>>;
  /** Of the memory of contents: the files were looked at for it. */
  readonly contents: string;
  /** From the files of the output folder to what tells that nobody has touched them. */
  readonly output: Readonly<Record<string, string>>;
  /** The time that the run was for, and when the clock changes something next, if ever. */
  readonly nowMs: number;
  readonly untilMs?: number;
  readonly report: PublishReport;
}

export interface LastRun {
  /** Its report, where a run now could give no other. */
  readonly report?: PublishReport;
  /** What it looked at besides the records, where all of that is as it was. */
  readonly looked?: Looked;
}

export function recallRun(config: Config, scan: FolderScan, nowMs: number): LastRun {
  const last = readLast(fileOf(config));
  if (last?.looked === undefined || last.version !== versionOf()) return {};
  if (last.contents !== versionAt(contentsFile(config))) return {};
  const looked = Object.entries(last.looked);
  if (!looked.every(([place, version]) => versionAt(place) === version)) return {};
  const isSame = isStillSo(last, config, scan, nowMs);
  return { looked: new Map(looked), ...(isSame ? { report: last.report } : {}) };
}

function isStillSo(last: Stored, config: Config, scan: FolderScan, nowMs: number): boolean {
  if (last.config !== digestOf(config)) return false;
  if (nowMs < last.nowMs || nowMs >= (last.untilMs ?? Number.POSITIVE_INFINITY)) return false;
  if (last.scan === undefined || last.scan !== digestOfScan(scan)) return false;
  const stamps = Object.entries(last.output);
  if (!stamps.every(([name, stamp]) => stampAt(config, name) === stamp)) return false;
  return stampAt(config, JOURNAL) === "";
}

export interface RunFacts {
  readonly scan: FolderScan;
  readonly looked: Looked;
  readonly nowMs: number;
  /** When the clock changes something next; may be infinite. */
  readonly untilMs: number;
  /** Whether everything could be read: what could not, may be by now. */
  readonly isWhole: boolean;
  readonly report: PublishReport;
}

/** Once everything is in its place. */
export function rememberRun(config: Config, facts: RunFacts): void {
  const { nowMs, untilMs, report } = facts;
  // Pictures on the web are asked in their own time, and what failed is tried again.
  const isFinal = facts.isWhole && !config.images.probe && report.failed.length === 0;
  const scan = isFinal ? digestOfScan(facts.scan) : undefined;
  const looked = [...facts.looked, [config.ledger, versionAt(config.ledger)] as const];
  const isSettledAll = looked.every(([, version]) => isSettled(version, facts.scan.startedMs));
  const manifest = readManifest(readText(path.join(config.output, MANIFEST)));
  const names = [MANIFEST, ...manifest.documents.keys()];
  const last: Stored = {
    ...{
      version: versionOf(),
      config: digestOf(config),
      contents: versionAt(contentsFile(config)),
    },
    ...(scan === undefined ? {} : { scan }),
    ...(isSettledAll ? { looked: Object.fromEntries(looked) } : {}),
    output: Object.fromEntries(names.map((name) => [name, stampAt(config, name)])),
    ...{ nowMs, ...(Number.isFinite(untilMs) ? { untilMs } : {}), report },
  };
  writeCache(fileOf(config), [Buffer.from(JSON.stringify(last))]);
}

function fileOf({ cache }: Config): string {
  return path.join(cache, "last-run.json");
}

/** Messages name files as they are seen from where the command runs. */
function versionOf(): string {
  return `${cacheVersion(VERSION)} ${process.cwd()}`;
}

function stampAt({ output }: Config, name: string): string {
  const stat = lstatSync(path.join(output, name), { throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : "";
}

function readLast(file: string): Stored | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isPlainObject(read) || !isPlainObject(read["output"])) return undefined;
    return isPlainObject(read["looked"] ?? {}) ? (read as unknown as Stored) : undefined;
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
