/** The bytes of a file, a piece at a time and never too many of them, however large it is. */
import type { RegularFile } from "../regular-files.ts";

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
   * @throws RangeError where a file asks for more than any real one does; what `node:fs` throws.
   */
  readonly read: (position: number, length: number) => Buffer;
}

/** Parsers ask for four bytes here and ten there: blocks spare them the way to the disk. */
export function readInBlocks(file: RegularFile): FileBytes {
  const { size } = file;
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
    if (wanted > BLOCK_BYTES) return file.read(position, wanted);
    if (position < blockStart || position + wanted > blockStart + block.length) {
      block = file.read(position, Math.min(BLOCK_BYTES, size - position));
      blockStart = position;
    }
    const from = position - blockStart;
    return block.subarray(from, from + wanted);
  };
  return { size, read };
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
