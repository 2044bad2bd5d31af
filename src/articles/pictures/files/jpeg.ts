/** JPEG: ITU-T T.81 annex B (markers), JEITA CP-3451 (EXIF), ISO 16684-3 (XMP, Photoshop). */
import {
  beginsWith,
  MOST_BLOCK_BYTES,
  MOST_PARTS,
  MOST_XMP_BYTES,
  type PictureBlocks,
} from "./blocks.ts";
import { readPhotoshopResources } from "./photoshop.ts";

const EXIF = "Exif\0";
const XMP = "http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP = "Photoshop 3.0\0";
/** GUID, length of the whole and offset in it stand before every part of an extended XMP. */
const EXTENDED_HEADER_BYTES = 32 + 4 + 4;

interface Segment {
  readonly marker: number;
  readonly data: Buffer;
}

export function readJpegBlocks(bytes: Buffer): PictureBlocks {
  const { segments, imageAt } = segmentsOf(bytes);
  const app1 = segments.filter((segment) => segment.marker === 0xe1).map(({ data }) => data);
  const resources = segments
    .filter(({ marker, data }) => marker === 0xed && beginsWith(data, 0, PHOTOSHOP))
    .map(({ data }) => data.subarray(PHOTOSHOP.length));
  const frame = segments.find(({ marker, data }) => isFrame(marker) && data.length >= 5)?.data;
  return {
    ...(frame && { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) }),
    // B.2.2: the number of components; four are CMYK, or YCCK, which apps show as badly.
    ...(frame?.[5] === 4 && { colours: "CMYK" as const }),
    exif: app1.filter((data) => beginsWith(data, 0, EXIF)).map((data) => data.subarray(6)),
    xmp: xmpOf(app1),
    // Resources longer than a segment go on in the next one (ISO 16684-3, 5.2.3).
    ...readPhotoshopResources(joined(resources, MOST_BLOCK_BYTES * 4)),
    isCut: imageAt === undefined || bytes.lastIndexOf("\xff\xd9", undefined, "latin1") < imageAt,
  };
}

/** The segments that tell of the picture, up to the image data; image-size steps byte by byte. */
function segmentsOf(bytes: Buffer): { segments: readonly Segment[]; imageAt?: number } {
  const segments: Segment[] = [];
  let at = 2;
  for (let count = 0; count < MOST_PARTS && at + 4 <= bytes.length; count += 1) {
    if (bytes[at] !== 0xff) return { segments };
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xda) return { segments, imageAt: at };
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return { segments };
    if (marker === 0xe1 || marker === 0xed || isFrame(marker)) {
      segments.push({ marker, data: bytes.subarray(at + 4, at + 2 + length) });
    }
    at += 2 + length;
  }
  return { segments };
}

/** SOF0–SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Parts of an extended XMP are put in their order (ISO 16684-3, 5.3.2). */
function xmpOf(app1: readonly Buffer[]): readonly Buffer[] {
  const main = app1.filter((data) => beginsWith(data, 0, XMP));
  const parts = app1
    .filter((data) => beginsWith(data, 0, EXTENDED_XMP))
    .map((data) => data.subarray(EXTENDED_XMP.length))
    .filter((data) => data.length > EXTENDED_HEADER_BYTES)
    .sort((one, other) => one.readUInt32BE(36) - other.readUInt32BE(36))
    .map((data) => data.subarray(EXTENDED_HEADER_BYTES));
  const extended = joined(parts, MOST_XMP_BYTES);
  return [
    ...main.slice(0, 4).map((data) => data.subarray(XMP.length)),
    ...(extended.length > 0 ? [extended] : []),
  ];
}

function joined(parts: readonly Buffer[], mostBytes: number): Buffer {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat(parts, Math.min(bytes, mostBytes));
}
