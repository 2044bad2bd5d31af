/**
 * How the last runs went, kept in the cache for `status` and for whoever watches over them. It is
 * disposable: losing it costs the memory of one run, and a cache that cannot be written no run.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { writeCache } from "../../articles/cache-folder.ts";
import { isPlainObject } from "../../articles/record.ts";
import type { Config } from "../../config/config.ts";
import type { RunRecord } from "./run-record.ts";

/** Changes whenever entries of old would be read wrongly; a new release alone forgets nothing. */
const VERSION = 1;

/** What became of telling one `onPublished` hook of a run. */
export interface HookOutcome {
  /** Its host or program: the rest may hold secrets. */
  readonly hook: string;
  readonly ok: boolean;
  readonly attempts: number;
  readonly durationMs: number;
  /** Why it was not told. */
  readonly reason?: string;
}

/** What is known of the runs so far; empty where there was none. */
export interface RunsSoFar {
  readonly last?: RunRecord;
  /** The last that did not fail; it may be the last of all. */
  readonly lastGood?: RunRecord;
  /** Since when each run has failed, and how many; RFC 3339. */
  readonly failing?: { readonly since: string; readonly count: number };
  /** When the last run for all feeds began, and later ones for some, by name; RFC 3339. */
  readonly begun?: Begun;
  /** What became of `onPublished` the last time that it was told of a run. */
  readonly hooks?: { readonly started: string; readonly outcomes: readonly HookOutcome[] };
}

interface Begun {
  readonly all?: string;
  readonly feeds: Readonly<Record<string, string>>;
}

export function readRuns({ cache }: Pick<Config, "cache">): RunsSoFar {
  try {
    const read: unknown = JSON.parse(readFileSync(fileOf(cache), "utf8"));
    if (!isPlainObject(read) || read["version"] !== VERSION) return {};
    const { last, lastGood, failing, begun, hooks } = read;
    return {
      ...(isRecord(last) ? { last } : {}),
      ...(isRecord(lastGood) ? { lastGood } : {}),
      ...(isFailing(failing) ? { failing } : {}),
      ...(isBegun(begun) ? { begun } : {}),
      ...(isTold(hooks) ? { hooks } : {}),
    };
  } catch {
    return {};
  }
}

/** To be called after each run; where several processes run, the one that began last is the last. */
export function noteRun(config: Pick<Config, "cache">, record: RunRecord): void {
  write(config, runsAfter(readRuns(config), record));
}

/** To be called once it is known what became of the hooks of a run that was noted. */
export function noteHooks(
  config: Pick<Config, "cache">,
  { started }: Pick<RunRecord, "started">,
  outcomes: readonly HookOutcome[],
): void {
  const runs = readRuns(config);
  if (runs.hooks !== undefined && runs.hooks.started > started) return;
  write(config, { ...runs, hooks: { started, outcomes } });
}

/** What is known after one more run. Pure. */
export function runsAfter(before: RunsSoFar, record: RunRecord): RunsSoFar {
  return { ...resultsAfter(before, record), begun: begunAfter(before.begun, record) };
}

function begunAfter(before: Begun | undefined, { started, only }: RunRecord): Begun {
  const { all = "", feeds = {} } = before ?? {};
  const allNow = only === undefined && started > all ? started : all;
  const own = new Map(Object.entries(feeds));
  for (const name of only ?? []) {
    if (started > (own.get(name) ?? "")) own.set(name, started);
  }
  return {
    ...(allNow === "" ? {} : { all: allNow }),
    feeds: Object.fromEntries([...own].filter(([, begun]) => begun > allNow)),
  };
}

function resultsAfter(before: RunsSoFar, record: RunRecord): RunsSoFar {
  const isLast = !isLater(before.last, record);
  const last = isLast ? record : before.last;
  if (record.result !== "failed") {
    const lastGood = isLater(before.lastGood, record) ? before.lastGood : record;
    const { failing, ...rest } = before;
    const runs = { ...rest, ...(last && { last }), ...(lastGood && { lastGood }) };
    // One that began before the failing run, and ended after it, has mended nothing.
    return isLast || failing === undefined ? runs : { ...runs, failing };
  }
  if (!isLast) return before;
  const { since = record.started, count = 0 } = before.failing ?? {};
  return { ...before, last: record, failing: { since, count: count + 1 } };
}

function isLater(one: RunRecord | undefined, other: RunRecord): boolean {
  return one !== undefined && Date.parse(one.started) > Date.parse(other.started);
}

function write({ cache }: Pick<Config, "cache">, runs: RunsSoFar): void {
  const text = JSON.stringify({ version: VERSION, ...runs }, null, 1);
  writeCache(fileOf(cache), [Buffer.from(`${text}\n`)]);
}

function fileOf(cache: string): string {
  return path.join(cache, "status.json");
}

const RESULTS: readonly unknown[] = ["published", "unchanged", "partial", "failed"];

/** The file is our own, but anybody may have had it in hand. */
function isRecord(value: unknown): value is RunRecord {
  if (!isPlainObject(value)) return false;
  const { started, finished, durationMs, result, feeds, held, setAside, failed, error } = value;
  const isWhole =
    [started, finished].every((moment) => !Number.isNaN(Date.parse(String(moment)))) &&
    RESULTS.includes(result) &&
    [durationMs, value["articles"], value["warnings"]].every((one) => typeof one === "number");
  const isTold = result !== "failed" || isPlainObject(error);
  const hasParts = isPlainObject(feeds) && isPlainObject(held) && isPlainObject(held["counts"]);
  return isWhole && isTold && hasParts && [setAside, failed].every(isProblemList);
}

function isProblemList(value: unknown): boolean {
  return (
    isPlainObject(value) && typeof value["count"] === "number" && Array.isArray(value["first"])
  );
}

function isFailing(value: unknown): value is NonNullable<RunsSoFar["failing"]> {
  if (!isPlainObject(value)) return false;
  return typeof value["since"] === "string" && typeof value["count"] === "number";
}

function isBegun(value: unknown): value is Begun {
  if (!isPlainObject(value) || !isPlainObject(value["feeds"])) return false;
  const { all = "" } = value;
  return [all, ...Object.values(value["feeds"])].every((moment) => typeof moment === "string");
}

function isTold(value: unknown): value is NonNullable<RunsSoFar["hooks"]> {
  if (!isPlainObject(value) || !Array.isArray(value["outcomes"])) return false;
  return typeof value["started"] === "string" && value["outcomes"].every(isPlainObject);
}
