/** GIF89a: XMP in an application extension (ISO 16684-3, 6.2). */
import { beginsWith, MOST_XMP_BYTES, type PictureBlocks } from "./blocks.ts";

const XMP_EXTENSION = "!\xff\x0bXMP DataXMP";
/** Bytes that lead a walk of sub-blocks through the raw packet to an end. */
const MAGIC_TRAILER = Buffer.from([0x01, 0xff, 0xfe, 0xfd, 0xfc]);
const MOST_SUB_BLOCKS = 500_000;
const MOST_PACKETS = 4;

export function readGifBlocks(bytes: Buffer): PictureBlocks {
  const xmp: Buffer[] = [];
  const flags = bytes[10] ?? 0;
  let at = 13 + colourTableBytes(flags);
  let steps = 0;
  while (at < bytes.length && steps < MOST_SUB_BLOCKS) {
    const introducer = bytes[at];
    if (introducer === 0x3b) return { exif: [], xmp, isCut: false };
    if (introducer !== 0x21 && introducer !== 0x2c) break;
    if (xmp.length < MOST_PACKETS && beginsWith(bytes, at, XMP_EXTENSION)) {
      xmp.push(packetAt(bytes, at + XMP_EXTENSION.length));
    }
    steps += 1;
    // An image descriptor, its colour table and the code size stand before its sub-blocks.
    at += introducer === 0x21 ? 2 : 11 + colourTableBytes(bytes[at + 9] ?? 0);
    for (let size = bytes[at]; size !== undefined && steps < MOST_SUB_BLOCKS; size = bytes[at]) {
      at += 1 + size;
      steps += 1;
      if (size === 0) break;
    }
  }
  return { exif: [], xmp, isCut: true };
}

function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function packetAt(bytes: Buffer, start: number): Buffer {
  const near = bytes.subarray(start, start + MOST_XMP_BYTES);
  const end = near.indexOf(MAGIC_TRAILER);
  return end < 0 ? near : near.subarray(0, end);
}
