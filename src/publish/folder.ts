/**
 * Publishing into a folder. What it holds of ours is compared, replaced, kept or taken away, and
 * written down in its manifest; what somebody else put there is left alone.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archives } from "../feeds/archives.ts";
import { isMediaName, mediaNamedIn } from "../feeds/media/media-places.ts";
import { type Compression, originalOf } from "./compressed.ts";
import { type Copy, type IsUntouched, placeCopies } from "./copies.ts";
import { type Document, digestOf, entryAt, isSame } from "./documents.ts";
import { emptied } from "./emptied.ts";
import { flushFolder, isInside } from "./folders.ts";
import { isForeignPage } from "./foreign-pages.ts";
import { MANIFEST, manifestText } from "./manifest.ts";
import {
  compressionsOf,
  type Output,
  openOutput,
  pieceOf,
  placeDocument,
  stampOf,
  takeAway,
  writePieces,
} from "./output.ts";
import { openQueue, type Queue } from "./queue.ts";
import { outputGone, outputRefused } from "./refusals.ts";

/** What a run leaves behind for the next one. */
interface Remembered {
  /** What was given to the archive documents of each feed, by the feed's path. */
  readonly archives: ReadonlyMap<string, Archives>;
  /** How many articles the source showed; undefined in the first run. */
  readonly articles: number | undefined;
}

interface Finished {
  /** The documents that differed from what was there. */
  readonly written: ReadonlySet<string>;
  /** The documents that were taken away, sorted. */
  readonly removed: readonly string[];
  /** The documents of feeds that are no more and stay as their last version, without items. */
  readonly emptied: readonly string[];
}

/** An open output folder. One run at a time: the caller holds its lock. */
export interface Folder extends Remembered {
  /**
   * Resolves as soon as there is room for the next document; this one is written meanwhile.
   *
   * @throws OperationalError OUTPUT_NOT_WRITABLE, of this document or of one before it.
   */
  readonly publish: (document: Document) => Promise<void>;
  /**
   * Copies of files, of which there is one for all time: in their places when it resolves. Gives
   * those that could not be made, since somebody writes their files right now.
   *
   * @throws OperationalError OUTPUT_NOT_WRITABLE
   */
  readonly copy: (copies: readonly Copy[], isUntouched: IsUntouched) => Promise<readonly Copy[]>;
  /** The documents that were ours when the run began. */
  readonly documents: readonly string[];
  /** Whether somebody else's page stands in the place of one of ours. */
  readonly isForeign: (name: string) => boolean;
  /** Leaves a document as it is: it is known to be what it should be. */
  readonly keep: (name: string) => void;
  /** The same with the copies that it names, where a new one would have named others. */
  readonly keepLast: (name: string) => void;
  /**
   * Tells whether anybody touched a document of ours since the caller remembered its stamp.
   * Undefined where it is not ours, or not all of it is there: it has to be published.
   */
  readonly stampOf: (name: string) => string | undefined;
  /** Whether a document was published here, be it gone by now. */
  readonly isOurs: (name: string) => boolean;
  /**
   * Waits for all documents, takes away what earlier runs published and this one neither published
   * nor kept, and writes the manifest where it changed.
   *
   * @throws OperationalError OUTPUT_NOT_WRITABLE
   */
  readonly finish: (remembered: Remembered) => Promise<Finished>;
  /** Waits for what is being written, lets go of the folder. Never throws; needed in any case. */
  readonly close: () => Promise<void>;
}

export interface FolderOptions {
  /** Documents have such copies beside them. */
  readonly compress?: readonly Compression[];
  /** What becomes of documents that are no more. */
  readonly gone?: "remove" | "empty";
}

/** More than a disk writes at once gains nothing and costs memory. */
const LIMITS = { pieces: 8, bytes: 32 * 1024 * 1024 } as const;

/** A run in one folder. */
interface Run {
  readonly output: Output;
  readonly queue: Queue;
  /** Published by this run. */
  readonly current: Set<string>;
  readonly written: Set<string>;
  readonly kept: Set<string>;
}

/** @throws OperationalError OUTPUT_NOT_WRITABLE; the last feeds stay. */
export function openFolder(folder: string, options: FolderOptions = {}): Folder {
  const { output, manifest } = open(folder, options.compress ?? []);
  const queue = openQueue(LIMITS);
  const names = { current: new Set<string>(), written: new Set<string>(), kept: new Set<string>() };
  const run: Run = { output, queue, ...names };
  return {
    archives: manifest.archives,
    articles: manifest.articles,
    documents: [...manifest.documents.keys()],
    isForeign: (name) => isForeignPage(output, name),
    publish: (document) => {
      const { path: name, bytes } = document;
      return place(run, name, bytes.length, () => placeDocument(output, document));
    },
    copy: async (copies, isUntouched) => {
      // Another feed may have asked for it.
      const missing = copies.filter((copy) => !run.current.has(copy.path));
      const onPlaced = (copy: Copy) => run.written.add(copy.path);
      const changed = await placeCopies(output, missing, isUntouched, onPlaced);
      for (const copy of missing) if (!changed.includes(copy)) run.current.add(copy.path);
      return changed;
    },
    keep: (name) => run.kept.add(name),
    keepLast: (name) => {
      run.kept.add(name);
      keepNamed(run, ownText(output, name));
    },
    stampOf: (name) => stampOf(output, name),
    isOurs: (name) => output.known.has(name),
    finish: (remembered) => finish(run, remembered, options.gone ?? "remove"),
    close: async () => {
      await queue.settled().catch(() => undefined);
      try {
        output.close();
      } catch {
        // What ended the run has been told; the next one reads the journal.
      }
    },
  };
}

function open(folder: string, compress: readonly Compression[]) {
  try {
    return openOutput(folder, compress);
  } catch (error) {
    throw outputRefused(folder, error);
  }
}

/** @param work tells whether it wrote anything. */
async function place(
  { output, queue, current, written }: Run,
  name: string,
  bytes: number,
  work: () => Promise<boolean>,
): Promise<void> {
  current.add(name);
  await queue.enter(name, bytes, async () => {
    try {
      if (await work()) written.add(name);
    } catch (error) {
      if (!output.isThere()) throw outputGone(output.folder);
      throw outputRefused(path.join(output.folder, name), error);
    }
  });
}

async function finish(
  run: Run,
  { archives, articles }: Remembered,
  gone: "remove" | "empty",
): Promise<Finished> {
  const { output, queue } = run;
  await queue.settled();
  if (!output.isThere()) throw outputGone(output.folder);
  try {
    const last = gone === "empty" ? await emptyGone(run) : [];
    const removed = removeGone(run);
    await flushTouched(output, queue);
    const documents = output.known;
    await writeManifest(output, manifestText({ documents, archives, articles }));
    refuseLost(run);
    output.journal.remove();
    return { written: run.written, removed, emptied: last };
  } catch (error) {
    throw outputRefused(output.folder, error);
  }
}

/** Published or kept by this run, or a wanted compressed copy of what is. */
function stays({ output, current, kept }: Run, name: string): boolean {
  if (current.has(name) || kept.has(name)) return true;
  const original = originalOf(name);
  if (original === undefined || !(current.has(original) || kept.has(original))) return false;
  return compressionsOf(output, original).some((one) => name === `${original}.${one}`);
}

/** Documents that are no more and can do without their items lose those, and stay. */
async function emptyGone(run: Run): Promise<readonly string[]> {
  const { output, queue, written } = run;
  const isGone = (name: string) => !isMediaName(name) && !stays(run, name);
  const names = [...output.known.keys()].filter(isGone);
  const last: string[] = [];
  for (const name of names.sort()) {
    const text = ownText(output, name);
    const rest = text === undefined ? undefined : emptied(text, name);
    if (rest === undefined) continue;
    keepNamed(run, rest);
    const bytes = Buffer.from(rest);
    await place(run, name, bytes.length, () => placeDocument(output, { path: name, bytes }));
    last.push(name);
  }
  await queue.settled();
  return last.filter((name) => written.has(name));
}

/** Its own picture stays with a document. */
function keepNamed({ output, kept }: Run, text = ""): void {
  for (const name of mediaNamedIn(text)) if (output.known.has(name)) kept.add(name);
}

/** The text of a document that is still as we wrote it. */
function ownText({ folder, known }: Output, name: string): string | undefined {
  const file = path.join(folder, name);
  if (!entryAt(file)?.isFile()) return undefined;
  if (!isInside(folder, path.dirname(file))) return undefined;
  const bytes = readFileSync(file);
  return digestOf(bytes) === known.get(name) ? bytes.toString() : undefined;
}

/** Compressed copies go first, so that none is left without its document, and untold. */
function removeGone(run: Run): readonly string[] {
  const names = [...run.output.known.keys()].filter((name) => !stays(run, name)).sort();
  const copies = names.filter((name) => originalOf(name) !== undefined);
  const documents = names.filter((name) => originalOf(name) === undefined);
  for (const name of copies) takeAway(run.output, name);
  return documents.filter((name) => takeAway(run.output, name));
}

async function flushTouched({ touched }: Output, queue: Queue): Promise<void> {
  for (const folder of touched) await queue.enter(folder, 0, () => flushFolder(folder));
  touched.clear();
  await queue.settled();
}

async function writeManifest(output: Output, text: string): Promise<void> {
  const { folder } = output;
  const bytes = Buffer.from(text);
  if (await isSame(path.join(folder, MANIFEST), bytes)) return;
  await writePieces(output, [pieceOf(MANIFEST, bytes)]);
  await flushFolder(folder);
}

/** Whoever emptied a folder while the run went on has to be told of it. */
function refuseLost({ output, current }: Run): void {
  const isThere = (name: string) => entryAt(path.join(output.folder, name)) !== undefined;
  const lost = [...current].find((name) => !isThere(name));
  if (lost !== undefined) throw outputGone(path.join(output.folder, lost));
  if (!output.isThere()) throw outputGone(output.folder);
}
