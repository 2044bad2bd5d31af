/** What a picture file tells of itself: kind, size and who made it, by its bytes alone. */
import { createHash } from "node:crypto";
import type { Fault } from "../../../errors.ts";
import { fileFault, openRegularFile } from "../../regular-files.ts";
import type { PictureRead } from "../picture-facts.ts";
import { readAvifBlocks } from "./avif.ts";
import type { PictureBlocks } from "./blocks.ts";
import { readGifBlocks } from "./gif.ts";
import { readJpegBlocks } from "./jpeg.ts";
import { pictureKind } from "./kind.ts";
import { readMetadata } from "./metadata.ts";
import { readPngBlocks } from "./png.ts";
import { type PictureSize, pictureSize } from "./size.ts";
import { readWebpBlocks } from "./webp.ts";

/** Larger files are read up to here. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Browsers decode no larger picture: 16,384 × 16,384. */
const MOST_PIXELS = 16_384 ** 2;

const CONTAINERS: Readonly<Record<string, (bytes: Buffer) => PictureBlocks>> = {
  "image/jpeg": readJpegBlocks,
  "image/png": readPngBlocks,
  "image/webp": readWebpBlocks,
  "image/gif": readGifBlocks,
  "image/avif": readAvifBlocks,
  "image/heic": readAvifBlocks,
  "image/heif": readAvifBlocks,
};

const NO_BLOCKS: PictureBlocks = { exif: [], xmp: [], isCut: false };

/**
 * @param bytes the file, or its beginning; whatever it holds, nothing is thrown.
 * @param wholeBytes size of the whole file.
 */
export function readPicture(bytes: Buffer, wholeBytes: number): PictureRead {
  const kind = pictureKind(bytes);
  if ("notPicture" in kind) {
    const reason = `is no picture (${kind.notPicture})`;
    return { fault: { reason, remedy: "replace it with a JPEG, PNG or WebP" } };
  }
  const { type } = kind;
  try {
    const blocks = CONTAINERS[type]?.(bytes) ?? NO_BLOCKS;
    const { isTurned: isTurnedByExif, fault: metadataFault, ...told } = readMetadata(blocks);
    const stored = pictureSize(type, bytes, blocks);
    const size = isTurned(blocks, isTurnedByExif) ? turned(stored) : stored;
    const fault =
      sizeFault(size, type) ??
      (blocks.isCut && bytes.length >= wholeBytes ? CUT_OFF : undefined) ??
      metadataFault;
    const { colours } = blocks;
    const isShowable = size !== undefined && size.width * size.height <= MOST_PIXELS;
    return {
      facts: {
        type,
        bytes: wholeBytes,
        ...(isShowable && size),
        ...(colours && { colours }),
        ...told,
      },
      ...(fault !== undefined && { fault }),
    };
  } catch {
    return { facts: { type, bytes: wholeBytes }, fault: BROKEN };
  }
}

const BROKEN: Fault = {
  reason: "is a broken picture, and its metadata could not be read",
  remedy: "export or upload it again",
};
const CUT_OFF: Fault = {
  reason: "is a broken picture (it ends early)",
  remedy: "upload it again: part of it is missing",
};

/** HEIF turns pictures by itself, and EXIF is only for information there (6.5.10). */
function isTurned(blocks: PictureBlocks, isTurnedByExif: boolean): boolean {
  return blocks.isTurned ?? isTurnedByExif;
}

function turned(size: PictureSize | undefined): PictureSize | undefined {
  return size && { width: size.height, height: size.width };
}

function sizeFault(size: PictureSize | undefined, type: string): Fault | undefined {
  if (size === undefined) {
    // An SVG need not have one.
    if (type === "image/svg+xml") return undefined;
    return { reason: "is a broken picture (it tells no size)", remedy: BROKEN.remedy };
  }
  if (size.width * size.height <= MOST_PIXELS) return undefined;
  const reason = `says that it is ${size.width} × ${size.height} pixels, which no browser shows`;
  return { reason, remedy: "publish a smaller copy" };
}

/**
 * Never throws, never waits: what is no regular file is a fault. A picture that is remembered is
 * not taken apart again.
 *
 * @param recall what an earlier run read from the same bytes, if anything.
 * @returns with the SHA-256, in hexadecimal, of all that the reading depends on; without one where
 *   the file cannot be read.
 */
export function readPictureOnce(
  file: string,
  recall: (digest: string) => PictureRead | undefined,
): { readonly read: PictureRead; readonly digest?: string } {
  const opened = openRegularFile(file, "picture");
  if ("fault" in opened) return { read: opened };
  try {
    const bytes = opened.read(0, Math.min(opened.size, MOST_BYTES));
    const wholeBytes = Math.max(opened.size, bytes.length);
    const digest = createHash("sha256").update(`${wholeBytes} `).update(bytes).digest("hex");
    return { read: recall(digest) ?? readWhole(bytes, wholeBytes), digest };
  } catch (error) {
    return { read: { fault: fileFault(error, "picture") } };
  } finally {
    opened.close();
  }
}

function readWhole(bytes: Buffer, wholeBytes: number): PictureRead {
  const read = readPicture(bytes, wholeBytes);
  if (wholeBytes <= MOST_BYTES || read.facts === undefined) return read;
  return { facts: read.facts, fault: read.fault ?? TOO_LARGE };
}

const TOO_LARGE: Fault = {
  reason: `is larger than ${MOST_BYTES / 1024 / 1024} MB, and only its beginning was read`,
  remedy: "publish a smaller copy",
};
