/** PNG (third edition): eXIf, XMP in iTXt, texts, and the hexadecimal profiles of ImageMagick. */
import { constants, inflateSync } from "node:zlib";
import {
  beginsWith,
  MOST_BLOCK_BYTES,
  MOST_PARTS,
  MOST_XMP_BYTES,
  type PictureBlocks,
  withoutExifMarker,
} from "./blocks.ts";
import { LONGEST_TEXT } from "./claims.ts";
import { decodeText } from "./mended-text.ts";
import { readPhotoshopResources } from "./photoshop.ts";

const SIGNATURE_BYTES = 8;
/** In IHDR, which is the first chunk. */
const COLOUR_TYPE_AT = 25;
/** Length, type and checksum. */
const FRAME_BYTES = 12;
const MOST_TEXTS = 64;
const XMP_KEYWORD = "XML:com.adobe.xmp";

interface TextChunk {
  readonly keyword: string;
  readonly text: Buffer;
}

export function readPngBlocks(bytes: Buffer): PictureBlocks {
  const { chunks, isTransparent, isCut } = chunksOf(bytes);
  let inflatable = 2 * MOST_XMP_BYTES;
  const texts: TextChunk[] = [];
  for (const { type, data, isWhole } of chunks) {
    if (type === "eXIf" || texts.length >= MOST_TEXTS) continue;
    const read = readText(type, data, inflatable);
    if (type !== "tEXt") inflatable -= read?.text.length ?? MOST_XMP_BYTES / 4;
    // Half a name is no name; of an XMP packet, what is whole will be read.
    if (read === undefined || (!isWhole && read.keyword !== XMP_KEYWORD)) continue;
    texts.push(read);
  }
  const exif = chunks.filter(({ type }) => type === "eXIf").map(({ data }) => data);
  const profiles = (name: RegExp) =>
    texts.filter(({ keyword }) => name.test(keyword)).map(({ text }) => profileOf(text));
  const xmp = texts.filter(({ keyword }) => keyword === XMP_KEYWORD).map(({ text }) => text);
  const [iptc] = profiles(/^raw profile type iptc$/i);
  return {
    ...(isTransparent && { colours: "transparent" as const }),
    exif: [...exif, ...profiles(/^raw profile type (?:exif|app1)$/i)].map(withoutExifMarker),
    xmp: [...xmp, ...profiles(/^raw profile type xmp$/i)],
    ...(iptc && (beginsWith(iptc, 0, "8BIM") ? readPhotoshopResources(iptc) : { iptc })),
    texts: texts
      .filter(({ keyword, text }) => text.length <= LONGEST_TEXT && keyword !== XMP_KEYWORD)
      .map(({ keyword, text }) => [keyword, decodeText(text) ?? ""] as const),
    isCut,
  };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly isWhole: boolean;
}

interface Chunks {
  /** Those that tell of the picture. */
  readonly chunks: readonly Chunk[];
  readonly isTransparent: boolean;
  readonly isCut: boolean;
}

function chunksOf(bytes: Buffer): Chunks {
  const chunks: Chunk[] = [];
  let hasImage = false;
  // 11.2.1: colour types 4 and 6 have an alpha channel; others may have a tRNS chunk.
  let isTransparent = bytes[COLOUR_TYPE_AT] === 4 || bytes[COLOUR_TYPE_AT] === 6;
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MOST_PARTS && at + 8 <= bytes.length; count += 1) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IEND") return { chunks, isTransparent, isCut: false };
    hasImage ||= type === "IDAT";
    // 5.6: behind the image it does not count.
    isTransparent ||= type === "tRNS" && !hasImage;
    if (/^(?:eXIf|iTXt|zTXt|tEXt)$/.test(type)) {
      const data = bytes.subarray(at + 8, at + 8 + length);
      chunks.push({ type, data, isWhole: data.length === length });
    }
    at += FRAME_BYTES + length;
  }
  return { chunks, isTransparent, isCut: true };
}

function readText(type: string, data: Buffer, mostBytes: number): TextChunk | undefined {
  const end = data.subarray(0, 80).indexOf(0);
  if (end < 1) return undefined;
  const keyword = data.toString("latin1", 0, end);
  if (type === "tEXt") return { keyword, text: data.subarray(end + 1) };
  if (type === "zTXt") return inflated(keyword, data.subarray(end + 2), mostBytes);
  const languageEnd = data.indexOf(0, end + 3);
  const keywordEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (keywordEnd < 0) return undefined;
  const text = data.subarray(keywordEnd + 1);
  return data[end + 1] === 1 ? inflated(keyword, text, mostBytes) : { keyword, text };
}

/** What is cut off is read as far as it is; what would grow beyond the bound, not at all. */
function inflated(keyword: string, packed: Buffer, mostBytes: number): TextChunk | undefined {
  if (mostBytes < 1) return undefined;
  try {
    const text = inflateSync(packed, {
      maxOutputLength: Math.min(mostBytes, MOST_XMP_BYTES),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return { keyword, text };
  } catch {
    return undefined;
  }
}

/** ImageMagick's way before eXIf: a line with the kind, one with the length, hexadecimal lines. */
function profileOf(text: Buffer): Buffer {
  const source = text.toString("latin1", 0, 2 * MOST_BLOCK_BYTES);
  const header = /^\n[^\n]{0,20}\n\s{0,20}\d{1,10}\n/.exec(source)?.[0] ?? "";
  return Buffer.from(source.slice(header.length).replace(/\s+/g, ""), "hex");
}
