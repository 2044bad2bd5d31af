/** A disposable memory between runs: deleting it costs time, never a credit. */
import { readFileSync } from "node:fs";
import { writeCache } from "../cache-folder.ts";
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

/**
 * @param file written whole or not at all; one that is broken, foreign or of another version counts
 *   as empty.
 * @param version changes whenever entries of old would be read wrongly.
 */
export function openCacheFile(file: string, version: string): CacheFile {
  let read: ReadonlyMap<string, unknown> | undefined;
  // A run that finds nothing changed asks for nothing.
  const known = () => {
    read ??= readEntries(file, version);
    return read;
  };
  const current = new Map<string, unknown>();
  let isChanged = false;
  return {
    get: (key) => {
      const entry = current.get(key) ?? known().get(key);
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
      const unasked = [...known()].filter(([key]) => !current.has(key)).slice(0, MOST_UNASKED);
      const entries = Object.fromEntries([...current, ...unasked]);
      return writeCache(file, jsonOf({ version, entries }));
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

/** Made while it is written: what cannot be written down leaves the old file in its place. */
function* jsonOf(content: unknown): Generator<Buffer> {
  yield Buffer.from(JSON.stringify(content));
}
