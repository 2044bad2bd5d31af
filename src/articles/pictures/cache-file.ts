/** A disposable memory between runs: deleting it costs time, never a credit. */
import { appendFileSync, readFileSync } from "node:fs";
import { writeCache } from "../cache-folder.ts";
import { identityAt } from "../looked.ts";
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

/** One that can be looked through. */
export interface OpenCacheFile extends CacheFile {
  /** Everything that is remembered; looking at it is no asking for it. */
  readonly entries: () => readonly (readonly [key: string, entry: unknown])[];
  readonly drop: (key: string) => void;
}

/** What one process holds of such files between its runs, by their paths. */
export type HeldCaches = Map<string, HeldCache>;

interface HeldCache {
  readonly version: string;
  /** Of the file as it holds these entries. */
  readonly stamp: string;
  /** Without what dropped entries leave. */
  readonly entries: Map<string, unknown>;
  /** Characters of what was written whole, and of what was added to it. */
  readonly whole: number;
  readonly added: number;
}

/** A run may look at one feed only, and the next at all: so much that is not asked for is kept. */
const MOST_UNASKED = 20_000;
/** A run that sets more than this writes the file anew, and the next one reads it. */
const MOST_HELD_CHANGES = 1_000;
/** A file that is smaller is written anew whenever it changes. Characters. */
const SMALL_FILE = 64 * 1024;

/**
 * @param file written whole or not at all; one that is broken, foreign or of another version counts
 *   as empty. Few changes of a large one are added behind it, a line for those of a run.
 * @param version changes whenever entries of old would be read wrongly.
 * @param held spares the reading of a file that is as an earlier run has left it.
 */
export function openCacheFile(file: string, version: string, held?: HeldCaches): OpenCacheFile {
  let read: HeldCache | undefined;
  // A run that finds nothing changed asks for nothing.
  const opened = () => {
    read ??= asHeld(file, version, held) ?? readCache(file, version);
    return read;
  };
  const known = () => opened().entries;
  const current = new Map<string, unknown>();
  const changed = new Set<string>();
  return {
    get: (key) => {
      const entry = current.get(key) ?? known().get(key);
      if (entry !== undefined) current.set(key, entry);
      return entry;
    },
    set: (key, entry) => {
      current.set(key, entry);
      changed.add(key);
    },
    entries: () => [...new Map([...known(), ...current])],
    drop: (key) => {
      const [wasSet, wasKnown] = [current.delete(key), known().delete(key)];
      if (wasSet || wasKnown) changed.add(key);
    },
    save: () => {
      if (changed.size === 0) {
        if (read !== undefined) held?.set(file, read);
        return true;
      }
      const last = opened();
      held?.delete(file);
      const after = addChanges(file, last, current, changed) ?? writeAnew(file, last, current);
      if (after !== undefined && changed.size <= MOST_HELD_CHANGES) {
        for (const key of changed) {
          if (current.has(key)) after.entries.set(key, asRead(current.get(key)));
        }
        held?.set(file, after);
      }
      return after !== undefined;
    },
  };
}

function asHeld(file: string, version: string, held?: HeldCaches): HeldCache | undefined {
  const last = held?.get(file);
  return last?.version === version && last.stamp === identityAt(file) ? last : undefined;
}

/** Undefined where the file had better be written anew. */
function addChanges(
  file: string,
  read: HeldCache,
  current: ReadonlyMap<string, unknown>,
  changed: ReadonlySet<string>,
): HeldCache | undefined {
  const { entries, whole, added, stamp } = read;
  if (changed.size > MOST_HELD_CHANGES || entries.size > MOST_UNASKED) return undefined;
  if (whole < SMALL_FILE || identityAt(file) !== stamp) return undefined;
  const changes = [...changed].map((key) => [key, current.get(key) ?? null] as const);
  const line = `\n${JSON.stringify(Object.fromEntries(changes))}`;
  // What is read again and again should hold little that has been overtaken.
  if (added + line.length > whole / 4) return undefined;
  try {
    appendFileSync(file, line);
  } catch {
    return undefined;
  }
  return { ...read, stamp: identityAt(file), added: added + line.length };
}

/** Undefined where it cannot be written. */
function writeAnew(
  file: string,
  { version, entries: known }: HeldCache,
  current: ReadonlyMap<string, unknown>,
): HeldCache | undefined {
  // What was asked for last comes first, and goes last.
  const unasked = [...known].filter(([key]) => !current.has(key)).slice(0, MOST_UNASKED);
  const entries = new Map([...current, ...unasked]);
  let whole = 0;
  const pieces = function* (): Generator<Buffer> {
    for (const piece of jsonOf({ version, entries: Object.fromEntries(entries) })) {
      whole += piece.length;
      yield piece;
    }
  };
  if (!writeCache(file, pieces())) return undefined;
  return { version, stamp: identityAt(file), entries, whole, added: 0 };
}

/** An entry as the next process reads it. */
function asRead(entry: unknown): unknown {
  return JSON.parse(JSON.stringify(entry));
}

function readCache(file: string, version: string): HeldCache {
  const stamp = identityAt(file);
  const nothing = { version, stamp, entries: new Map(), whole: 0, added: 0 };
  try {
    const [whole = "", ...lines] = readFileSync(file, "utf8").split("\n");
    const read: unknown = JSON.parse(whole);
    if (!isPlainObject(read) || read["version"] !== version) return nothing;
    const first = read["entries"];
    const entries = new Map(isPlainObject(first) ? Object.entries(first) : []);
    for (const line of lines) {
      for (const [key, entry] of Object.entries(JSON.parse(line))) {
        if (entry === null) entries.delete(key);
        else entries.set(key, entry);
      }
    }
    const added = lines.reduce((sum, line) => sum + line.length + 1, 0);
    return { version, stamp, entries, whole: whole.length, added };
  } catch {
    return nothing;
  }
}

/** Made while it is written: what cannot be written down leaves the old file in its place. */
function* jsonOf(content: unknown): Generator<Buffer> {
  yield Buffer.from(JSON.stringify(content));
}
