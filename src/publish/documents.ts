/**
 * One document on the disk. It is written beside its place, flushed, and renamed over the last one,
 * so that a reader meets the old document or the new one and never a half.
 */

import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fsync,
  lstatSync,
  open,
  openSync,
  read,
  readSync,
  rename,
  rmSync,
  type Stats,
  unlink,
  write,
} from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { versionOf } from "../articles/file-versions.ts";
import { errorCode } from "../errors.ts";

export interface Document {
  /** Below the output folder, with "/". */
  readonly path: string;
  /** Not to be changed any more. */
  readonly bytes: Buffer;
}

// Calls that may wait for the disk leave the main thread; promises of `node:fs` cost a third more.
// Making a file costs 100 µs, and replacing one of 300 KB 250.
const openAsync = promisify(open);
const renameAsync = promisify(rename);
const unlinkAsync = promisify(unlink);
const readAsync = promisify(read);
const writeAsync = promisify(write);
const flush = promisify(fsync);

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** @param beside does not exist yet; nothing is left there where this fails. */
export async function writeBeside(beside: string, bytes: Buffer): Promise<void> {
  const descriptor = await openPatiently(beside, "wx");
  try {
    for (let written = 0; written < bytes.length; ) {
      const rest = bytes.length - written;
      written += (await writeAsync(descriptor, bytes, written, rest, null)).bytesWritten;
    }
    await flush(descriptor);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe in the place of a document would never end, and a large file is not worth reading. */
export async function isSame(file: string, bytes: Buffer): Promise<boolean> {
  const stat = entryAt(file);
  if (!stat?.isFile() || stat.size !== bytes.length) return false;
  try {
    return bytes.equals(await readWhole(file, stat.size));
  } catch {
    // Not readable: writing it will tell.
    return false;
  }
}

/** What stands there, links not followed; nothing does where a file has the place of a folder. */
export function entryAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** The SHA-256 of a regular file in hexadecimal, undefined where there is none to be read. */
export function digestOfFile(file: string): string | undefined {
  if (!entryAt(file)?.isFile()) return undefined;
  try {
    return digestInPieces(file);
  } catch (error) {
    if (/^E(?:ACCES|PERM|NOENT)$/.test(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** Recordings are larger than any memory. */
function digestInPieces(file: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const descriptor = openSync(file, READ);
  try {
    for (;;) {
      const count = readSync(descriptor, piece, 0, piece.length, null);
      if (count === 0) return hash.digest("hex");
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(descriptor);
  }
}

const PIECE_BYTES = 256 * 1024;

export function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What was written beside, and its place. */
export type Written = readonly [beside: string, target: string];

/**
 * @param outdated compressed copies of the last document: they go before the new one comes, and its
 * own come after it, so that none ever stands beside a document that is not the one in it.
 */
export async function replaceDocument(
  pairs: readonly Written[],
  outdated: readonly string[],
): Promise<void> {
  for (const file of outdated) await removeFile(file);
  for (const pair of pairs) await renameAsync(...pair);
}

async function removeFile(file: string): Promise<void> {
  try {
    await unlinkAsync(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** The version of a document that is a file, and no link to one. */
export function stampOfFile(file: string): string | undefined {
  const stat = entryAt(file);
  return stat?.isFile() ? versionOf(stat) : undefined;
}

async function readWhole(file: string, size: number): Promise<Buffer> {
  const descriptor = await openPatiently(file, READ);
  try {
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await readAsync(descriptor, bytes, filled, size - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(descriptor);
  }
}

/** Where too many files are open, others of ours are about to be closed. */
const PAUSE_MS = 20;
const PAUSES = 150;

export async function openPatiently(file: string, flags: string | number): Promise<number> {
  for (let pauses = 0; ; pauses++) {
    try {
      return await openAsync(file, flags, 0o644);
    } catch (error) {
      if (pauses === PAUSES || !/^E[MN]FILE$/.test(errorCode(error) ?? "")) throw error;
      await delay(PAUSE_MS);
    }
  }
}
