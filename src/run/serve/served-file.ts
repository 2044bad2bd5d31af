/** A file as it is served: read once a version, with everything that its answers are made of. */
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress, gunzip } from "node:zlib";
import { type Compression, compress } from "../../publish/compressed.ts";
import type { Coding } from "./accept.ts";
import type { Prepared } from "./answer.ts";
import { type FeedItem, readFeedItems } from "./feed-items.ts";
import { type Link, readFeedLinks } from "./feed-links.ts";
import { contentType, isFeed, isText, mediaTypeOf, mediaTypeOfBytes } from "./media-types.ts";
import { type FileVersion, openInside, versionOfOpen } from "./open-file.ts";

export interface ServedFile {
  /** Below the output folder. */
  readonly path: string;
  readonly version: FileVersion;
  readonly mediaType: string;
  readonly contentType: string;
  readonly isFeed: boolean;
  readonly isCompressible: boolean;
  /** Where the page about a feed would be. */
  readonly pagePath: string;
  /** The entity tag of the file as it lies there, without quotes. */
  readonly tag: string;
  /** Somebody may be writing it this moment: its tag is no promise. */
  readonly isWeak: boolean;
  /** In whole seconds, as HTTP tells time. */
  readonly modifiedMs: number;
  /** All of it; undefined where it is too large to be kept: it is read from the disk each time. */
  readonly bytes: Buffer | undefined;
  /** RSS and Atom only. */
  readonly items: readonly FeedItem[] | undefined;
  readonly links: readonly Link[];
  /** What was compressed so far; null where that gains nothing. */
  readonly encoded: Map<Coding, Buffer | null>;
  /** Headers that were put together so far, by what they depend on. */
  readonly prepared: (Prepared | undefined)[];
}

/** The largest document that is ever published, and the largest picture that is worth keeping. */
const MAX_TEXT_BYTES = 5_000_000;
const MAX_OTHER_BYTES = 512 * 1024;
/** Smaller ones fit into one packet as they are. */
const MIN_COMPRESSED_BYTES = 512;
/** Disks tell the time of a change in steps of up to two seconds. */
const UNSURE_MS = 2_000;
const ATTEMPTS = 3;

/** @returns undefined where nothing may be served under that name. */
export async function loadFile(
  root: string,
  inner: string,
  nowMs: number,
): Promise<ServedFile | undefined> {
  for (let attempt = 1; ; attempt++) {
    const opened = await openInside(root, inner);
    if (opened === undefined) return undefined;
    try {
      const { handle, version } = opened;
      const type = mediaTypeOf(inner);
      const fits = version.size <= (isText(type) ? MAX_TEXT_BYTES : MAX_OTHER_BYTES);
      const bytes = fits ? await readWhole(handle, version.size) : undefined;
      const after = await versionOfOpen(handle);
      if (after.stamp === version.stamp && (!fits || bytes !== undefined)) {
        return served(inner, version, bytes, nowMs);
      }
      // Written in place, again and again: what there is, is read when it is asked for.
      if (attempt === ATTEMPTS) return served(inner, after, undefined, nowMs);
    } finally {
      await opened.handle.close();
    }
  }
}

/** Whether a file could have been written after we looked without its stamp telling. */
export function isUnsure({ version }: Pick<ServedFile, "version">, nowMs: number): boolean {
  // A time that lies far ahead is another clock's: the next change has another one.
  const timesMs = [version.modifiedMs, version.changedMs];
  return timesMs.some((timeMs) => Math.abs(nowMs - timeMs) < UNSURE_MS);
}

function served(
  inner: string,
  version: FileVersion,
  bytes: Buffer | undefined,
  nowMs: number,
): ServedFile {
  const mediaType = bytes === undefined ? mediaTypeOf(inner) : mediaTypeOfBytes(inner, bytes);
  const hash = createHash("sha256").update(bytes ?? version.stamp);
  return {
    ...{ path: inner, version, mediaType, bytes },
    isFeed: isFeed(mediaType),
    isCompressible: isText(mediaType) && (bytes?.length ?? 0) >= MIN_COMPRESSED_BYTES,
    pagePath: inner.replace(/\.[^./]*$/, ".html"),
    contentType: contentType(mediaType, bytes),
    tag: hash.digest("hex").slice(0, 32),
    isWeak: bytes === undefined && isUnsure({ version }, nowMs),
    // A date ahead of the clock is no date (RFC 9110, section 8.8.2.1).
    modifiedMs: Math.floor(Math.min(version.modifiedMs, nowMs) / 1_000) * 1_000,
    items: bytes && readFeedItems(bytes, mediaType),
    links: bytes && isFeed(mediaType) ? readFeedLinks(bytes, mediaType) : [],
    encoded: new Map(),
    prepared: [],
  };
}

/** What a file holds in memory. */
export function heldBytes({ bytes, encoded, items }: ServedFile): number {
  const held = [...encoded.values()].reduce((sum, one) => sum + (one?.length ?? 0), 0);
  return 2_048 + (bytes?.length ?? 0) + held + 128 * (items?.length ?? 0);
}

const ENDINGS = { gzip: "gz", br: "br" } as const satisfies Record<string, Compression>;
const decompress = { gzip: promisify(gunzip), br: promisify(brotliDecompress) };

/**
 * Compresses a document, or takes the copy that lies beside it. Times do not tell whether a copy
 * is one of this very version: it is unpacked and compared, which costs a tenth of packing.
 */
export async function encodeFile(root: string, file: ServedFile, coding: "gzip" | "br") {
  if (file.bytes === undefined || file.encoded.has(coding)) return;
  const twin = await readTwin(root, `${file.path}.${ENDINGS[coding]}`, file.bytes.length);
  const isTwin = twin !== undefined && (await holds(twin, coding, file.bytes));
  const encoded = isTwin ? twin : await compress(file.bytes, ENDINGS[coding]);
  file.encoded.set(coding, encoded.length < file.bytes.length ? encoded : null);
}

async function readTwin(root: string, inner: string, most: number): Promise<Buffer | undefined> {
  const opened = await openInside(root, inner).catch(() => undefined);
  if (opened === undefined) return undefined;
  try {
    if (opened.version.size > most) return undefined;
    return await readWhole(opened.handle, opened.version.size);
  } catch {
    return undefined;
  } finally {
    await opened.handle.close();
  }
}

async function holds(twin: Buffer, coding: "gzip" | "br", bytes: Buffer): Promise<boolean> {
  try {
    return bytes.equals(await decompress[coding](twin, { maxOutputLength: bytes.length + 1 }));
  } catch {
    return false;
  }
}

/** Undefined where the file has become shorter meanwhile. */
async function readWhole(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  const bytes = Buffer.allocUnsafeSlow(size);
  for (let filled = 0; filled < size; ) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return bytes;
}
