/**
 * Publishing into a folder. A document is written beside its place, flushed, and renamed over the
 * last one, so that a reader meets the old document or the new one and never a half.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { OperationalError } from "../errors.ts";
import type { Archives } from "../feeds/archives.ts";
import { MANIFEST, manifestBytes, readManifest } from "./manifest.ts";

interface Document {
  /** Below the output folder, with "/". */
  readonly path: string;
  readonly bytes: Buffer;
}

/** An open output folder: documents go in one at a time, so that none waits in memory. */
export interface FolderPublisher {
  /** Writes a document where it differs from what is there; tells whether it did. */
  readonly publish: (document: Document) => boolean;
  /** Leaves a document as it is: the last good one of a feed that failed. */
  readonly keep: (name: string) => void;
  /** What earlier runs gave to the archive documents of each feed, by the feed's path. */
  readonly archives: ReadonlyMap<string, Archives>;
  /**
   * Takes away what earlier runs published and this one neither published nor kept.
   *
   * @param archives what the archive documents have been given by now.
   */
  readonly finish: (archives: ReadonlyMap<string, Archives>) => readonly string[];
}

/** @throws OperationalError OUTPUT_NOT_WRITABLE, here and in publishing; the last feeds stay. */
export function openFolder(folder: string): FolderPublisher {
  const current = new Map<string, string>();
  const kept = new Set<string>();
  const earlier = orRefuse(folder, () => {
    makeFolder(folder);
    return readManifest(path.join(folder, MANIFEST));
  });
  return {
    archives: earlier.archives,
    publish: (document) => {
      current.set(document.path, digestOf(document.bytes));
      return orRefuse(folder, () => writeDocument(folder, document));
    },
    keep: (name) => kept.add(name),
    finish: (archives) =>
      orRefuse(folder, () => {
        const rest = [...earlier.documents].filter(([name]) => !current.has(name));
        const stale = rest.filter(([name]) => !kept.has(name));
        const removed = stale.filter((entry) => removeDocument(folder, ...entry));
        const stays = rest.filter(([name]) => kept.has(name));
        const documents = new Map([...current, ...stays]);
        writeDocument(folder, { path: MANIFEST, bytes: manifestBytes({ documents, archives }) });
        return removed.map(([name]) => name);
      }),
  };
}

function orRefuse<Result>(folder: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof OperationalError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Check that the folder is writable and has room, then run again.";
    const message = `Nothing more can be published into ${folder}: ${reason}`;
    throw new OperationalError("OUTPUT_NOT_WRITABLE", message, remedy, cause);
  }
}

/** Node's own `recursive` never ends where the system makes no folders, as below /proc. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  let nearest = folder;
  while (statSync(nearest, { throwIfNoEntry: false }) === undefined) {
    missing.push(nearest);
    nearest = path.dirname(nearest);
  }
  for (const name of missing.reverse()) makeOneFolder(name);
  // Where a file has its place, this says so.
  readdirSync(folder);
}

function makeOneFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have been quicker.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

/** A pipe in the place of a document would never end, and a large file is not worth reading. */
function isSame(target: string, bytes: Buffer): boolean {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size !== bytes.length) return false;
  try {
    return readFileSync(target).equals(bytes);
  } catch {
    // Not readable: writing it will tell.
    return false;
  }
}

/** Tells whether anything had to be written. */
function writeDocument(folder: string, document: Document): boolean {
  const target = path.join(folder, document.path);
  const parent = path.dirname(target);
  refuseOutside(folder, parent);
  if (isSame(target, document.bytes)) return false;
  makeFolder(parent);
  const beside = path.join(parent, `.${path.basename(target)}.${process.pid}.tmp`);
  // A killed run with the same process id (containers have few) may have left one.
  rmSync(beside, { force: true });
  try {
    const descriptor = openSync(beside, "wx", 0o644);
    try {
      writeWhole(descriptor, document.bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(parent);
  return true;
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}

/** A rename is only safe from a power cut once the folder that holds the name is flushed too. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link inside the output folder must not lead our documents somewhere else. */
function refuseOutside(folder: string, parent: string): void {
  if (isInside(folder, parent)) return;
  const message = `${parent} is a link that leaves the output folder.`;
  throw new OperationalError("OUTPUT_NOT_WRITABLE", message, "Take the link away.");
}

/** Asked before anything is made: of the folders that are there, the innermost decides. */
function isInside(folder: string, parent: string): boolean {
  const root = realpathSync(folder);
  let nearest = parent;
  while (lstatSync(nearest, { throwIfNoEntry: false }) === undefined) {
    nearest = path.dirname(nearest);
  }
  const real = realpathSync(nearest);
  return real === root || real.startsWith(root + path.sep);
}

/** Takes away a document that is still as we wrote it, and the folders it leaves empty. */
function removeDocument(folder: string, name: string, digest: string): boolean {
  const target = path.join(folder, name);
  if (!isInside(folder, path.dirname(target))) return false;
  if (!lstatSync(target, { throwIfNoEntry: false })?.isFile()) return false;
  if (digestOf(readFileSync(target)) !== digest) return false;
  rmSync(target);
  let parent = path.dirname(target);
  while (parent !== folder && readdirSync(parent).length === 0) {
    rmdirSync(parent);
    parent = path.dirname(parent);
  }
  return true;
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
