/** Copies of files that may be too large to be held in memory: a piece at a time. */
import { createHash } from "node:crypto";
import { closeSync, constants, fsync, read, rmSync, write } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { OperationalError } from "../errors.ts";
import { entryAt, openPatiently } from "./documents.ts";
import { type Output, refuseLinked, writePieces } from "./output.ts";

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

const PIECE_BYTES = 256 * 1024;
const SOURCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const readAsync = promisify(read);
const writeAsync = promisify(write);
const flush = promisify(fsync);

/** Tells whether it was not there yet. */
export async function placeCopy(output: Output, copy: Copy): Promise<boolean> {
  const { folder, known } = output;
  const target = path.join(folder, copy.path);
  refuseLinked(output, path.dirname(target));
  const entry = entryAt(target);
  const isThere = entry?.isFile() === true && entry.size === copy.bytes;
  if (isThere && known.get(copy.path) === copy.digest) return false;
  const write = (beside: string) => copyBeside(beside, copy);
  await writePieces(output, [{ path: copy.path, digest: copy.digest, write }]);
  known.set(copy.path, copy.digest);
  return true;
}

/** @throws OperationalError MEDIA_CHANGED where it is not what its digest says any more. */
async function copyBeside(beside: string, { source, digest }: Copy): Promise<void> {
  const from = await openPatiently(source, SOURCE);
  try {
    const to = await openPatiently(beside, "wx");
    try {
      if ((await copyPieces(from, to)) !== digest) throw changed(source);
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

/** Gives the SHA-256 of what was copied. */
async function copyPieces(from: number, to: number): Promise<string> {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await readAsync(from, piece, 0, piece.length, null);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(piece.subarray(0, bytesRead));
    for (let written = 0; written < bytesRead; ) {
      written += (await writeAsync(to, piece, written, bytesRead - written, null)).bytesWritten;
    }
  }
}

function changed(source: string): OperationalError {
  const message = `${source} was changed while it was copied. The last good feeds stay.`;
  return new OperationalError("MEDIA_CHANGED", message, "Run again once it is whole.");
}
