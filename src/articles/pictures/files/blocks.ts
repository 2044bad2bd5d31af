/** The parts of a picture file that tell of it, as the containers hold them. */
import type { PictureFacts } from "../picture-facts.ts";

/** The same for every container; nothing in it has been read yet. */
export interface PictureBlocks {
  /** Pixels as stored, where the container's walk comes by them. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: PictureFacts["colours"];
  /** The container itself turns the picture by 90° or 270°, and its EXIF does not count. */
  readonly isTurned?: boolean;
  /** TIFF structures: EXIF. */
  readonly exif: readonly Buffer[];
  /** IPTC-IIM records (IPTC 4.2, chapter 3), one after the other. */
  readonly iptc?: Buffer;
  /** MD5 of the IIM records when XMP was last brought into line with them. */
  readonly iptcDigest?: Buffer;
  /** XMP packets, the main one first. */
  readonly xmp: readonly Buffer[];
  /** Keyword and text of PNG, in the order of the file. */
  readonly texts?: readonly (readonly [keyword: string, text: string])[];
  /** The bytes end before the structure of the file does. */
  readonly isCut: boolean;
}

/** Larger parts are read up to here: no honest EXIF or IPTC comes near. */
export const MOST_BLOCK_BYTES = 128 * 1024;
/** Photoshop's history can swell XMP; what is behind this is not read. */
export const MOST_XMP_BYTES = 2 * 1024 * 1024;
/** Chunks, segments or boxes of one file. */
export const MOST_PARTS = 20_000;

export function beginsWith(bytes: Buffer, at: number, text: string): boolean {
  return bytes.toString("latin1", at, at + text.length) === text;
}

/** EXIF as some writers store it outside JPEG: with the marker that only JPEG needs. */
export function withoutExifMarker(bytes: Buffer): Buffer {
  return beginsWith(bytes, 0, "Exif\0") ? bytes.subarray(6) : bytes;
}
