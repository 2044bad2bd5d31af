/** How the colours of a JPEG or PNG are written, as far as those care who show them. */
import type { PictureFacts } from "../picture-facts.ts";

/** Camera notes and colour profiles stand before the frame of a JPEG. */
const HEAD_BYTES = 256 * 1024;

/** Undefined for plain RGB and grey, and where the bytes do not tell. */
export function oddColours(bytes: Buffer): PictureFacts["colours"] {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n") {
    // PNG, 11.2.2: colour types 4 and 6 have an alpha channel; others may have a tRNS chunk.
    const type = head[25];
    return type === 4 || type === 6 || hasChunk(head, "tRNS") ? "transparent" : undefined;
  }
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return undefined;
  return componentsOfJpeg(head) === 4 ? "CMYK" : undefined;
}

function hasChunk(png: Buffer, wanted: string): boolean {
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === wanted) return true;
    if (type === "IDAT") return false;
  }
  return false;
}

/** ITU-T T.81, B.2.2: the frame header tells how many components there are. */
function componentsOfJpeg(jpeg: Buffer): number | undefined {
  let at = 2;
  while (at + 10 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return jpeg[at + 9];
    at += marker === 0xff ? 1 : 2 + jpeg.readUInt16BE(at + 2);
  }
  return undefined;
}
