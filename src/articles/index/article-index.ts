/**
 * The index: what is known of every file of records, so that only what changed is opened. A
 * disposable cache; deleting it costs time, never identity.
 */
import path from "node:path";
import type { Problem } from "../../errors.ts";
import { cacheVersion } from "../cache-folder.ts";
import type { SourceFile } from "../folder.ts";
import { identityAt } from "../looked.ts";
import type { IndexedFile } from "./indexed-record.ts";
import { openSharedTexts, type ShareTexts, withoutRepeats } from "./shared-texts.ts";
import { continueSnapshot, readSnapshot, type SnapshotRead, writeSnapshot } from "./snapshot.ts";

/** Whatever changes what is remembered of a record makes the index start anew. */
const VERSION = 1;

export interface ArticleIndex {
  readonly fileAt: (path: string) => IndexedFile | undefined;
  /** Remembers these files and no others, where they differ from what is known. */
  readonly save: (files: readonly IndexedFile[]) => void;
  /** Where it had to be made anew although there was one. */
  readonly problem?: Problem;
}

export interface IndexOptions {
  /** The folder of what is remembered between runs; nothing is where there is none. */
  readonly cache?: string;
  /** How messages name a file. */
  readonly shownAs: (file: string) => string;
  /** Everything but the record itself that its reading depends on. */
  readonly context: string;
  /** What the scan has met at a path. */
  readonly sourceAt?: (path: string) => SourceFile | undefined;
  /** Spares the reading of a file that is as an earlier run of this process has left it. */
  readonly held?: HeldIndex | undefined;
}

/** What one process holds of the index between its runs. */
export interface HeldIndex {
  last?: {
    readonly version: string;
    /** Of the file as it holds these entries. */
    readonly stamp: string;
    readonly read: SnapshotRead;
    readonly known: Map<string, IndexedFile>;
  };
}

export function openIndex(options: IndexOptions): ArticleIndex {
  const { cache, shownAs, context, sourceAt, held } = options;
  if (cache === undefined) return { fileAt: () => undefined, save: () => {} };
  const file = path.join(cache, "articles.index");
  const version = `${cacheVersion(VERSION)} ${context}`;
  const before = identityAt(file);
  const last = held?.last;
  const isHeld = last?.version === version && last.stamp === before && before !== "";
  const { read, known } = isHeld ? last : readIndex(file, version, openSharedTexts(sourceAt));
  return {
    fileAt: (inner) => known.get(inner),
    save: (files) => {
      // Another run with another configuration may have written its own meanwhile.
      if (identityAt(file) !== before) return;
      const changed = changesSince(known, files);
      // What is read again and again should hold little that has been overtaken.
      const written = read.kind === "read" ? read.entries : 0;
      const overtaken = written - known.size + changed.length;
      const isSmall = overtaken <= MOST_OVERTAKEN + known.size / 8;
      const isAnew = read.kind !== "read" || !isSmall;
      if (isAnew) writeSnapshot(file, version, files, asWritten);
      else if (changed.length > 0) continueSnapshot(file, changed.map(asWritten));
      if (held === undefined) return;
      for (const entry of changed) {
        if ("isGone" in entry) known.delete(entry.path);
        else known.set(entry.path, entry);
      }
      const entries = isAnew ? files.length : written + changed.length;
      held.last = { version, stamp: identityAt(file), read: { kind: "read", entries }, known };
    },
    ...(read.kind === "broken" ? { problem: { file: shownAs(file), ...MADE_ANEW } } : {}),
  };
}

function readIndex(file: string, version: string, share: ShareTexts) {
  const known = new Map<string, IndexedFile>();
  const read = readSnapshot<IndexedFile | GoneFile>(file, version, (entry) => {
    if ("isGone" in entry) known.delete(entry.path);
    else {
      const shared = share(entry);
      known.set(shared.path, shared);
    }
  });
  if (read.kind !== "read") known.clear();
  return { read, known };
}

function asWritten(entry: IndexedFile | GoneFile): unknown {
  return "isGone" in entry ? entry : withoutRepeats(entry);
}

/** An entry that takes back an earlier one. */
interface GoneFile {
  readonly path: string;
  readonly isGone: true;
}

const MOST_OVERTAKEN = 64;

function changesSince(
  known: ReadonlyMap<string, IndexedFile>,
  files: readonly IndexedFile[],
): readonly (IndexedFile | GoneFile)[] {
  const changed = files.filter((one) => known.get(one.path) !== one);
  const fresh = changed.filter((one) => !known.has(one.path));
  // Nearly always nothing is gone.
  const isComplete = files.length - fresh.length === known.size;
  const present = new Set(isComplete ? [] : files.map((one) => one.path));
  const gone = isComplete ? [] : [...known.keys()].filter((inner) => !present.has(inner));
  return [...changed, ...gone.map((inner): GoneFile => ({ path: inner, isGone: true }))];
}

const MADE_ANEW = {
  reason: "is not as it was written; every record was read again",
  remedy: "nothing: it is made anew by itself",
};
