/** Where things stand in MP4 and QuickTime files (ISO/IEC 14496-12): boxes within boxes. */
import { MOST_PARTS } from "../pictures/files/blocks.ts";
import { boxNamed, MOST_HEADER_BYTES, readBoxes, readBoxHeader } from "../pictures/files/boxes.ts";
import type { FileBytes } from "./file-bytes.ts";

const MOST_MOVIE_BYTES = 32 * 1024 * 1024;

/** The content of the `moov` box, and whether the file ends within a box. */
export function readMovie(bytes: FileBytes): {
  readonly movie: Buffer | undefined;
  readonly isCut: boolean;
} {
  let movie: Buffer | undefined;
  let position = 0;
  for (let count = 0; position < bytes.size && count < MOST_PARTS; count += 1) {
    const header = bytes.read(position, MOST_HEADER_BYTES);
    const box = readBoxHeader(header, bytes.size - position);
    if (box === undefined) break;
    const { type, headerBytes, size } = box;
    if (type === "moov" && size <= MOST_MOVIE_BYTES) {
      movie ??= Buffer.from(bytes.read(position + headerBytes, size - headerBytes));
    }
    if (position + size > bytes.size) return { movie, isCut: true };
    position += size;
  }
  return { movie, isCut: movie === undefined };
}

/** The content of the first box at the end of this way of types. */
export function boxAt(content: Buffer, ...types: readonly string[]): Buffer | undefined {
  let found: Buffer | undefined = content;
  for (const type of types) {
    if (found === undefined) return undefined;
    found = boxNamed(readBoxes(found), type)?.data;
  }
  return found;
}

/** A number of four bytes; 0 where the content ends before it. */
export function uint32(content: Buffer, at: number): number {
  return at >= 0 && at + 4 <= content.length ? content.readUInt32BE(at) : 0;
}

/** A number of eight bytes; 0 where the content ends before it, or it is no length of anything. */
export function uint64(content: Buffer, at: number): number {
  if (at < 0 || at + 8 > content.length) return 0;
  const number = Number(content.readBigUInt64BE(at));
  return Number.isSafeInteger(number) ? number : 0;
}
