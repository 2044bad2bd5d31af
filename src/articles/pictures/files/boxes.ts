/** Boxes of ISO/IEC 14496-12, from which AVIF and HEIC are built. */
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
    const type = bytes.toString("latin1", at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const headerBytes = isLong ? 16 : 8;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const end = short === 0 ? bytes.length : at + size;
    if (end < at + headerBytes) break;
    const data = bytes.subarray(at + headerBytes, Math.min(end, bytes.length));
    boxes.push({ type, data, at: at + headerBytes, isWhole: end <= bytes.length });
    at = end;
  }
  return boxes;
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
