/** The boxes of MP4 and QuickTime files (ISO/IEC 14496-12): each a size, a type, and its content. */
import type { FileBytes } from "./file-bytes.ts";

export interface Box {
  readonly type: string;
  /** Its content, or the beginning of it where the file ends early. */
  readonly content: Buffer;
}

/** No real file has more at one level. */
const MOST_BOXES = 10_000;
const MOST_MOVIE_BYTES = 32 * 1024 * 1024;

/** The content of the `moov` box, and whether the file ends within a box. */
export function readMovie(bytes: FileBytes): {
  readonly movie: Buffer | undefined;
  readonly isCut: boolean;
} {
  let movie: Buffer | undefined;
  let position = 0;
  for (let count = 0; position < bytes.size && count < MOST_BOXES; count += 1) {
    const header = bytes.read(position, 16);
    const box = boxHeader(header, bytes.size - position);
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

/** The boxes that stand in the content of one. */
export function boxesIn(content: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= content.length && boxes.length < MOST_BOXES) {
    const box = boxHeader(content.subarray(at, at + 16), content.length - at);
    if (box === undefined) break;
    const { type, headerBytes, size } = box;
    boxes.push({ type, content: content.subarray(at + headerBytes, at + size) });
    at += size;
  }
  return boxes;
}

/** The content of the first box at the end of this way of types. */
export function boxAt(content: Buffer, ...types: readonly string[]): Buffer | undefined {
  let found: Buffer | undefined = content;
  for (const type of types) {
    if (found === undefined) return undefined;
    found = boxesIn(found).find((box) => box.type === type)?.content;
  }
  return found;
}

function boxHeader(
  header: Buffer,
  room: number,
): { readonly type: string; readonly headerBytes: number; readonly size: number } | undefined {
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const short = header.readUInt32BE(0);
  // 0: to the end of the file; 1: the size follows in eight bytes.
  if (short === 0) return { type, headerBytes: 8, size: room };
  if (short !== 1) return short < 8 ? undefined : { type, headerBytes: 8, size: short };
  if (header.length < 16) return undefined;
  const size = Number(header.readBigUInt64BE(8));
  return size < 16 || !Number.isSafeInteger(size) ? undefined : { type, headerBytes: 16, size };
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
