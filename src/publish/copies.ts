/** Copies of files that may be too large to be held in memory: a piece at a time. */
import { createHash } from "node:crypto";
import { closeSync, constants, fsync, read, rmSync, write } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { errorCode } from "../errors.ts";
import { digestOfFile, entryAt, openPatiently } from "./documents.ts";
import { type Output, refuseLinked, writePieces } from "./output.ts";
import { outputGone, outputRefused } from "./refusals.ts";

/** A file to be copied into the output folder. */
export interface Copy {
  /** Below the output folder, with "/"; holds the digest: what stands there never changes. */
  readonly path: string;
  /** Absolute. */
  readonly source: string;
  /** The SHA-256 of what it holds, in hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

/** A file that was being written while it was copied. */
class ChangedCopy extends Error {
  override readonly name = "ChangedCopy";
}

const PIECE_BYTES = 256 * 1024;
const SOURCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Most of the time of a copy is waiting for the disk. */
const AT_ONCE = 8;

const readAsync = promisify(read);
const writeAsync = promisify(write);
const flush = promisify(fsync);

/** Tells of a copy in its place whether nobody has touched it, as far as is known without reading. */
export type IsUntouched = (path: string) => boolean;

/**
 * Gives those that are not what they should be, since somebody writes their files right now: of
 * them, nothing is copied. Nothing is under way when it resolves or throws.
 *
 * @param onPlaced told of each that was not there yet.
 */
export async function placeCopies(
  output: Output,
  copies: readonly Copy[],
  isUntouched: IsUntouched,
  onPlaced: (copy: Copy) => void,
): Promise<readonly Copy[]> {
  const changed: Copy[] = [];
  const waiting = copies.toReversed();
  const work = async (): Promise<void> => {
    for (let copy = waiting.pop(); copy !== undefined; copy = waiting.pop()) {
      try {
        if (await placeCopy(output, copy, isUntouched)) onPlaced(copy);
      } catch (error) {
        if (error instanceof ChangedCopy) changed.push(copy);
        else {
          waiting.length = 0;
          throw refusalOf(output, copy, error);
        }
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return changed;
}

function refusalOf({ folder, isThere }: Output, { path: name }: Copy, cause: unknown): Error {
  return isThere() ? outputRefused(path.join(folder, name), cause) : outputGone(folder);
}

/** Tells whether it was not there yet. */
async function placeCopy(output: Output, copy: Copy, isUntouched: IsUntouched): Promise<boolean> {
  const { folder, known } = output;
  const target = path.join(folder, copy.path);
  refuseLinked(output, path.dirname(target));
  if (entryAt(target)?.size === copy.bytes) {
    const isOurs = known.get(copy.path) === copy.digest;
    if ((isOurs && isUntouched(copy.path)) || digestOfFile(target) === copy.digest) {
      known.set(copy.path, copy.digest);
      return false;
    }
  }
  const write = (beside: string) => copyBeside(beside, copy);
  await writePieces(output, [{ path: copy.path, digest: copy.digest, write }]);
  known.set(copy.path, copy.digest);
  return true;
}

/** @throws ChangedCopy where it is not what its digest says any more. */
async function copyBeside(beside: string, copy: Copy): Promise<void> {
  const from = await openSource(copy);
  try {
    const to = await openPatiently(beside, "wx");
    try {
      await copyPieces(from, to, copy);
      await flush(to);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

/** What is gone or may not be read any more has changed. */
async function openSource({ source }: Copy): Promise<number> {
  try {
    return await openPatiently(source, SOURCE);
  } catch (error) {
    if (/^E(?:NOENT|ACCES|PERM|NOTDIR)$/.test(errorCode(error) ?? ""))
      throw new ChangedCopy(source);
    throw error;
  }
}

async function copyPieces(from: number, to: number, { source, ...copy }: Copy): Promise<void> {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  for (let copied = 0; copied <= copy.bytes; ) {
    const { bytesRead } = await readAsync(from, piece, 0, piece.length, null);
    if (bytesRead === 0) {
      if (hash.digest("hex") !== copy.digest) break;
      return;
    }
    copied += bytesRead;
    hash.update(piece.subarray(0, bytesRead));
    for (let written = 0; written < bytesRead; ) {
      written += (await writeAsync(to, piece, written, bytesRead - written, null)).bytesWritten;
    }
  }
  throw new ChangedCopy(source);
}
