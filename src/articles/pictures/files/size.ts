/** Width and height in pixels, by image-size where a container's walk has not come by them. */
import { createRequire } from "node:module";
import type * as ImageSize from "image-size";
import type { PictureBlocks } from "./blocks.ts";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Loaded with the first picture: a run that finds nothing new has none to open. */
const require = createRequire(import.meta.url);
const imageSize = (): typeof ImageSize => require("image-size");

/** As much as PNG, GIF and WebP need; image-size is never handed a body to search through. */
const HEADER_BYTES = 64;
const SVG_BYTES = 16 * 1024;
const LONGEST_SVG_TAG = 4_096;

export function pictureSize(
  type: string,
  bytes: Buffer,
  blocks: PictureBlocks,
): PictureSize | undefined {
  if (type === "image/svg+xml") return sizeBy(svgTag(bytes));
  if (/^image\/(?:png|gif|webp)$/.test(type)) return sizeBy(bytes.subarray(0, HEADER_BYTES));
  return plausible(blocks.width, blocks.height);
}

/** A copy: image-size keeps views of the buffer below. */
function sizeBy(header: Buffer): PictureSize | undefined {
  try {
    const { width, height } = imageSize().imageSize(new Uint8Array(header));
    return plausible(width, height);
  } catch {
    return undefined;
  }
}

function plausible(width: number | undefined, height: number | undefined) {
  if (width === undefined || height === undefined) return undefined;
  const isSize = [width, height].every((one) => Number.isInteger(one) && one > 0);
  return isSize ? { width, height } : undefined;
}

/** The root's start tag alone, with the viewBox as image-size wants it: single spaces. */
function svgTag(bytes: Buffer): Buffer {
  const text = bytes.toString("utf8", 0, SVG_BYTES);
  const start = text.search(/<svg[\s>/]/i);
  const tag = text.slice(start, start + LONGEST_SVG_TAG);
  const end = tag.indexOf(">");
  if (start < 0 || end < 0) return Buffer.alloc(0);
  const attributes = tag.slice(4, end).replace(/[\s,]+/g, " ");
  return Buffer.from(`<svg ${attributes.trim()}>`);
}
