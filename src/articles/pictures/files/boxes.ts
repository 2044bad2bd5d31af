/** Boxes of ISO/IEC 14496-12, from which AVIF, HEIC, MP4 and QuickTime files are built. */
import { MOST_PARTS } from "./blocks.ts";

export interface Box {
  readonly type: string;
  /** What is inside, as far as it is there. */
  readonly data: Buffer;
  /** Where `data` begins in the bytes that were read. */
  readonly at: number;
  /** It ends within these bytes. */
  readonly isWhole: boolean;
}

/** The boxes that stand one after the other; ends at the first that makes no sense. */
export function readBoxes(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length && boxes.length < MOST_PARTS) {
    const header = readBoxHeader(bytes.subarray(at, at + MOST_HEADER_BYTES), bytes.length - at);
    if (header === undefined) break;
    const { type, headerBytes, size } = header;
    const end = at + size;
    const data = bytes.subarray(at + headerBytes, Math.min(end, bytes.length));
    boxes.push({ type, data, at: at + headerBytes, isWhole: end <= bytes.length });
    at = end;
  }
  return boxes;
}

export const MOST_HEADER_BYTES = 16;

export interface BoxHeader {
  readonly type: string;
  readonly headerBytes: number;
  /** Bytes, with the header; what the box claims, whether they are there or not. */
  readonly size: number;
}

/**
 * @param header `MOST_HEADER_BYTES`, or what there is of them.
 * @param room bytes from its beginning to the end of what it stands in.
 * @returns undefined where it makes no sense.
 */
export function readBoxHeader(header: Buffer, room: number): BoxHeader | undefined {
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const short = header.readUInt32BE(0);
  // 4.2: 0 is to the end of the file; 1, that the size follows in eight bytes.
  if (short === 0) return { type, headerBytes: 8, size: room };
  if (short !== 1) return short < 8 ? undefined : { type, headerBytes: 8, size: short };
  if (header.length < MOST_HEADER_BYTES) return undefined;
  const size = Number(header.readBigUInt64BE(8));
  return size < 16 || !Number.isSafeInteger(size) ? undefined : { type, headerBytes: 16, size };
}

export function boxNamed(boxes: readonly Box[], type: string): Box | undefined {
  return boxes.find((box) => box.type === type);
}

/** Numbers one after the other, of which a header tells how many bytes they have. */
export interface NumberReader {
  /** Of 0 to 8 bytes; 0 behind the end. */
  readonly next: (bytes: number) => number;
  readonly isAtEnd: () => boolean;
  readonly text: () => string;
}

export function readNumbers(data: Buffer): NumberReader {
  let at = 0;
  return {
    next: (bytes) => {
      let value = 0;
      for (const end = at + bytes; at < end; at += 1) value = value * 256 + (data[at] ?? 0);
      return value;
    },
    isAtEnd: () => at >= data.length,
    text: () => {
      const end = data.indexOf(0, at);
      const text = data.toString("latin1", at, end < 0 ? data.length : end);
      at = end < 0 ? data.length : end + 1;
      return text;
    },
  };
}
