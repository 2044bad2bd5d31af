/** A disposable memory between runs: deleting it costs time, never a credit. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { version as programVersion } from "../../version.ts";
import { isPlainObject } from "../record.ts";

export interface CacheFile {
  /** What an earlier run or this one remembered; the caller checks its shape. */
  readonly get: (key: string) => unknown;
  readonly set: (key: string, entry: unknown) => void;
  /**
   * Writes what this run has set; where it has set nothing, the file is left alone. What no run has
   * asked for lately is forgotten once there is too much of it. False where it cannot be written:
   * the next run then starts anew.
   */
  readonly save: () => boolean;
}

/** A run may look at one feed only, and the next at all: so much that is not asked for is kept. */
const MOST_UNASKED = 20_000;

let program: string | undefined;

/**
 * The version of a cache of what files tell: that is weighed and worded by the whole program, so
 * each release starts anew.
 *
 * @param own changes whenever entries of old would be read wrongly before the next release.
 */
export function cacheVersion(own: number): string {
  program ??= programVersion();
  return `${program} ${own}`;
}

/**
 * @param file written whole or not at all; one that is broken, foreign or of another version counts
 *   as empty.
 * @param version changes whenever entries of old would be read wrongly.
 */
export function openCacheFile(file: string, version: string): CacheFile {
  const known = readEntries(file, version);
  const current = new Map<string, unknown>();
  let isChanged = false;
  return {
    get: (key) => {
      const entry = current.get(key) ?? known.get(key);
      if (entry !== undefined) current.set(key, entry);
      return entry;
    },
    set: (key, entry) => {
      current.set(key, entry);
      isChanged = true;
    },
    save: () => {
      if (!isChanged) return true;
      // What was asked for last comes first, and goes last.
      const unasked = [...known].filter(([key]) => !current.has(key)).slice(0, MOST_UNASKED);
      const entries = Object.fromEntries([...current, ...unasked]);
      return writeEntries(file, { version, entries });
    },
  };
}

function readEntries(file: string, version: string): ReadonlyMap<string, unknown> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isPlainObject(read) || read["version"] !== version) return new Map();
    const entries = read["entries"];
    return new Map(isPlainObject(entries) ? Object.entries(entries) : []);
  } catch {
    return new Map();
  }
}

/** Git is told to look away: a cache belongs to a machine, not to a repository. */
function writeEntries(file: string, content: unknown): boolean {
  const folder = path.dirname(file);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const ignored = path.join(folder, ".gitignore");
    if (!existsSync(ignored)) writeFileSync(ignored, "*\n");
    writeFileSync(beside, JSON.stringify(content));
    renameSync(beside, file);
    return true;
  } catch {
    dropFile(beside);
    return false;
  }
}

/** Where nothing can be written, nothing may be removable either. */
function dropFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What is left is one small file beside a cache that does not work anyway.
  }
}
