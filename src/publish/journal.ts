/**
 * What a run has begun to write, told before it is written, so that nothing of a run that is cut
 * short is forgotten: neither documents, which stay ours, nor half-written files, which are swept.
 * A finished run leaves no journal.
 */
import {
  closeSync,
  constants,
  fdatasync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { entryAt } from "./documents.ts";
import { isInside } from "./folders.ts";
import { isDocument } from "./manifest.ts";

export const JOURNAL = ".feedwright.journal";

/** What is being written has such a name until it is whole. */
export const halfWritten = (token: string, count: number) => `.feedwright.${token}.${count}.tmp`;

/** Of documents, and of locks that were being taken away. */
const LEFT_OVER = /^\.feedwright\.(?:[\da-f]{16}\.\d+\.tmp|lock\.[\da-f]{16})$/;

export interface Journal {
  /** Notes documents, by path and SHA-256, that are about to be written; none: only that. */
  readonly note: (documents: readonly (readonly [string, string])[]) => void;
  /** Resolves once what was noted is on the disk: documents may take their places. */
  readonly flushed: () => Promise<void>;
  /** The run is done, and the manifest holds it all. */
  readonly remove: () => void;
  /** Lets go of the file. The next run reads it, unless no document took its place. */
  readonly close: () => void;
}

const flush = promisify(fdatasync);

/** @param isCutShort there is a journal already, which the next run has to read in any case. */
export function openJournal(folder: string, isCutShort: boolean): Journal {
  const file = path.join(folder, JOURNAL);
  let descriptor: number | undefined;
  let flushing: Promise<void> = Promise.resolve();
  let waiting = false;
  let isNeeded = isCutShort;
  const close = () => {
    if (descriptor === undefined) return;
    closeSync(descriptor);
    descriptor = undefined;
    if (!isNeeded) rmSync(file, { force: true });
  };
  return {
    note: (documents) => {
      descriptor ??= openSync(file, APPEND, 0o644);
      // A run that was cut short may have left half a line.
      const lines = documents.map((entry) => `\n${JSON.stringify(entry)}`).join("");
      if (lines !== "") writeSync(descriptor, lines);
    },
    flushed: () => {
      isNeeded = true;
      // Whoever comes while one flush is under way shares the next.
      if (!waiting) {
        waiting = true;
        flushing = flushing.then(async () => {
          waiting = false;
          if (descriptor !== undefined) await flush(descriptor);
        });
      }
      return flushing;
    },
    remove: () => {
      if (isNeeded) rmSync(file, { force: true });
      isNeeded = false;
      close();
    },
    close,
  };
}

const APPEND =
  constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/**
 * What runs that were cut short have noted: every path with each SHA-256 that was to stand there.
 * Undefined where the last run was not cut short. What stands in its place and is no file is taken
 * away: it would be waited for.
 */
export function readJournal(folder: string): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const file = path.join(folder, JOURNAL);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile()) {
    rmSync(file);
    return undefined;
  }
  const noted = new Map<string, Set<string>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const entry = parseLine(line);
    if (entry === undefined) continue;
    const [name, digest] = entry;
    const digests = noted.get(name) ?? new Set();
    noted.set(name, digests.add(digest));
  }
  return noted;
}

function parseLine(line: string): readonly [string, string] | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return Array.isArray(entry) && isDocument(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Takes half-written files out of the folders in which documents were being written. */
export function sweep(folder: string, documents: Iterable<string>): void {
  const parents = new Set([folder]);
  for (const name of documents) parents.add(path.dirname(path.join(folder, name)));
  for (const parent of parents) {
    if (!entryAt(parent)?.isDirectory()) continue;
    if (!isInside(folder, parent)) continue;
    for (const name of readdirSync(parent)) {
      if (LEFT_OVER.test(name)) rmSync(path.join(parent, name), { force: true });
    }
  }
}
