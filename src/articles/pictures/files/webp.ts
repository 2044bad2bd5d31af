/** WebP (RFC 9649): a RIFF file with chunks EXIF and XMP. */
import { MOST_PARTS, type PictureBlocks, withoutExifMarker } from "./blocks.ts";

export function readWebpBlocks(bytes: Buffer): PictureBlocks {
  const exif: Buffer[] = [];
  const xmp: Buffer[] = [];
  const end = bytes.length < 8 ? 0 : 8 + bytes.readUInt32LE(4);
  let at = 12;
  for (let count = 0; count < MOST_PARTS && at + 8 <= bytes.length; count += 1) {
    const type = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === "EXIF") exif.push(withoutExifMarker(data));
    if (type === "XMP ") xmp.push(data);
    at += 8 + size + (size % 2);
  }
  return { exif: exif.slice(0, 4), xmp: xmp.slice(0, 4), isCut: end > bytes.length };
}
