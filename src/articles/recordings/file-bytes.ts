/** The bytes of a file, a piece at a time and never too many of them, however large it is. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** The largest piece: no cover picture, and no table of a day of sound, is larger. */
const MOST_BYTES = 32 * 1024 * 1024;
/** A day of sound has three million frames, and a hostile file may have as many as it likes. */
const MOST_READS = 4_000_000;
const BLOCK_BYTES = 64 * 1024;

export interface FileBytes {
  readonly size: number;
  /**
   * The bytes from a place on; fewer where the file ends.
   *
   * @throws RangeError where a file asks for more than any real one does.
   */
  readonly read: (position: number, length: number) => Buffer;
  readonly close: () => void;
}

/** @throws what `node:fs` throws; RangeError where it is no regular file. */
export function openFileBytes(file: string): FileBytes {
  // A FIFO or a device would block or never end.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new RangeError("no regular file");
    return { ...bytesOf(handle, stats.size), close: () => closeSync(handle) };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

/** Parsers ask for four bytes here and ten there: blocks spare them the way to the disk. */
function bytesOf(handle: number, size: number): Omit<FileBytes, "close"> {
  let block: Buffer = Buffer.alloc(0);
  let blockStart = 0;
  let reads = 0;
  const read = (position: number, length: number): Buffer => {
    reads += 1;
    if (length > MOST_BYTES || reads > MOST_READS || position < 0) {
      throw new RangeError("it asks for more than a recording holds");
    }
    const wanted = Math.max(0, Math.min(length, size - position));
    if (wanted === 0) return Buffer.alloc(0);
    if (wanted > BLOCK_BYTES) return readPiece(handle, position, wanted);
    if (position < blockStart || position + wanted > blockStart + block.length) {
      block = readPiece(handle, position, Math.min(BLOCK_BYTES, size - position));
      blockStart = position;
    }
    const from = position - blockStart;
    return block.subarray(from, from + wanted);
  };
  return { size, read };
}

function readPiece(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(handle, bytes, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** A file as music-metadata takes it; of a `Blob` it uses no more than this. */
export function blobOf(bytes: FileBytes, type: string): Blob {
  const blob = {
    size: bytes.size,
    type,
    slice: (start: number, end: number) => ({
      arrayBuffer: async () => bytes.read(start, end - start),
    }),
  };
  return blob as unknown as Blob;
}
