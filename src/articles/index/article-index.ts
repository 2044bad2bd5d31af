/**
 * The index: what is known of every file of records, so that only what changed is opened. A
 * disposable cache; deleting it costs time, never identity.
 */
import path from "node:path";
import type { Problem } from "../../errors.ts";
import { cacheVersion } from "../cache-folder.ts";
import { versionAt } from "../looked.ts";
import type { IndexedFile } from "./indexed-record.ts";
import { openSharedTexts, withoutRepeats } from "./shared-texts.ts";
import { continueSnapshot, readSnapshot, writeSnapshot } from "./snapshot.ts";

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
}

export function openIndex({ cache, shownAs, context }: IndexOptions): ArticleIndex {
  if (cache === undefined) return { fileAt: () => undefined, save: () => {} };
  const file = path.join(cache, "articles.index");
  const version = `${cacheVersion(VERSION)} ${context}`;
  const known = new Map<string, IndexedFile>();
  const share = openSharedTexts();
  const before = versionAt(file);
  const read = readSnapshot<IndexedFile | GoneFile>(file, version, (entry) => {
    if ("isGone" in entry) known.delete(entry.path);
    else known.set(entry.path, share(entry));
  });
  if (read.kind !== "read") known.clear();
  return {
    fileAt: (inner) => known.get(inner),
    save: (files) => {
      // Another run with another configuration may have written its own meanwhile.
      if (versionAt(file) !== before) return;
      const changed = changesSince(known, files);
      // What is read again and again should hold little that has been overtaken.
      const written = read.kind === "read" ? read.entries : 0;
      const overtaken = written - known.size + changed.length;
      const isSmall = overtaken <= MOST_OVERTAKEN + known.size / 8;
      if (read.kind !== "read" || !isSmall) writeSnapshot(file, version, files, asWritten);
      else if (changed.length > 0) continueSnapshot(file, changed.map(asWritten));
    },
    ...(read.kind === "broken" ? { problem: { file: shownAs(file), ...MADE_ANEW } } : {}),
  };
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
  const present = new Set(files.map((one) => one.path));
  const gone = [...known.keys()].filter((inner) => !present.has(inner));
  return [...changed, ...gone.map((inner): GoneFile => ({ path: inner, isGone: true }))];
}

const MADE_ANEW = {
  reason: "is not as it was written; every record was read again",
  remedy: "nothing: it is made anew by itself",
};
