/** One sound or video file taken apart: by its own bytes, and through music-metadata. */
import { createHash } from "node:crypto";
import type { IAudioMetadata, IPicture } from "music-metadata";
import type { Fault } from "../../errors.ts";
import { parseUrl } from "../addresses.ts";
import type { Chapter } from "../episode.ts";
import { readPicture } from "../pictures/files/picture-file.ts";
import { plainLine } from "../plain-text.ts";
import { fileFault, openRegularFile } from "../regular-files.ts";
import { blobOf, type FileBytes, readInBlocks } from "./file-bytes.ts";
import { type Mp4Facts, readMp4 } from "./mp4-file.ts";
import { mpegSeconds } from "./mpeg-duration.ts";
import type { EmbeddedArt, RecordingFacts, RecordingRead } from "./recording-facts.ts";
import { recordingKind } from "./recording-kind.ts";

/** What was read, and the bytes of the cover where there is one. */
interface RecordingFile extends RecordingRead {
  readonly artBytes?: Buffer;
}

const MOST_CHAPTERS = 1_000;
/** What the parser is told; it knows containers by these names. */
const PARSED_AS: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "video/x-m4v": "video/mp4",
  "video/quicktime": "video/mp4",
  "video/3gpp": "video/mp4",
  "audio/x-aiff": "audio/aiff",
};
const MP4_TYPES = ["audio/x-m4a", "video/mp4", "video/x-m4v", "video/quicktime", "video/3gpp"];

/**
 * Never throws, never waits; of a file of any size only what is needed is read. A recording that is
 * remembered is not taken apart again.
 *
 * @param recall what an earlier run read from the same bytes, if anything.
 * @returns with a digest that is the same for the same bytes; without one where the file cannot be
 *   read.
 */
export async function readRecordingOnce(
  file: string,
  recall: (digest: string) => RecordingRead | undefined,
): Promise<{ readonly read: RecordingRead; readonly artBytes?: Buffer; readonly digest?: string }> {
  const opened = openRegularFile(file, "recording");
  if ("fault" in opened) return { read: opened };
  try {
    const bytes = readInBlocks(opened);
    const digest = digestOf(bytes);
    const known = recall(digest);
    if (known !== undefined) return { read: known, digest };
    const { artBytes, ...read } = await readRecording(bytes);
    return { read, digest, ...(artBytes && { artBytes }) };
  } catch (error) {
    // Of a disk that fails now nothing is remembered.
    return { read: { fault: fileFault(error, "recording") } };
  } finally {
    opened.close();
  }
}

const ENDS = 512 * 1024;

/**
 * SHA-256 in hexadecimal of the size, the beginning and the end: tags and tables stand there, and a
 * film of two gigabytes is not read for the sake of a cache.
 */
function digestOf(bytes: FileBytes): string {
  const hash = createHash("sha256").update(`${bytes.size} `);
  const end = bytes.read(Math.max(0, bytes.size - ENDS), ENDS);
  return hash.update(bytes.read(0, ENDS)).update(end).digest("hex");
}

/** @throws what `node:fs` throws; what the bytes themselves make impossible is a fault. */
export async function readRecording(bytes: FileBytes): Promise<RecordingFile> {
  try {
    return await readBytes(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { fault: { reason: `cannot be read (${error.message})`, remedy: "check the file" } };
  }
}

async function readBytes(bytes: FileBytes): Promise<RecordingFile> {
  const kind = recordingKind(bytes);
  if ("notRecording" in kind) {
    const reason = `is no recording (${kind.notRecording})`;
    return { fault: { reason, remedy: "replace it with an MP3, M4A or MP4" } };
  }
  const mp4 = MP4_TYPES.includes(kind.type) ? readMp4(bytes) : undefined;
  const { frames } = kind;
  // Frames of MPEG audio are counted here, where need be: the parser would walk them all as well.
  const parsed = await parse(bytes, PARSED_AS[kind.type] ?? kind.type, frames === undefined);
  const told = mp4?.durationSeconds ?? parsed?.format.duration;
  const seconds = frames === undefined ? (told ?? 0) : mpegSeconds(bytes, frames, told);
  const hasDuration = Number.isFinite(seconds) && seconds > 0;
  const art = artOf(parsed?.common.picture);
  const facts: RecordingFacts = {
    type: typeByTracks(kind.type, mp4, parsed),
    bytes: bytes.size,
    ...(hasDuration ? { durationSeconds: Math.max(1, Math.round(seconds)) } : {}),
    chapters: mp4?.chapters ?? chaptersOf(parsed),
    ...(art === undefined ? {} : { art: art.facts }),
  };
  const fault = kind.isCut || mp4?.isCut === true ? CUT_OFF : hasDuration ? undefined : NO_DURATION;
  return {
    facts,
    ...(fault === undefined ? {} : { fault }),
    ...(art === undefined ? {} : { artBytes: art.bytes }),
  };
}

const CUT_OFF: Fault = {
  reason: "is a broken recording (it ends early)",
  remedy: "upload it again: part of it is missing",
};
const NO_DURATION: Fault = {
  reason: "does not tell how long it lasts",
  remedy: "export it again, or add duration to the record",
};

/** Undefined where it cannot make sense of the file: the bytes have told what they are. */
async function parse(
  bytes: FileBytes,
  type: string,
  duration: boolean,
): Promise<IAudioMetadata | undefined> {
  // Only sites with recordings wait for it.
  const { parseBlob } = await import("music-metadata");
  try {
    // Without chapters: it throws on most MP4 files that have them (11.16). ID3 has them anyway.
    return await parseBlob(blobOf(bytes, type), { duration });
  } catch {
    return undefined;
  }
}

/** Containers of film may hold sound alone. */
function typeByTracks(
  type: string,
  mp4: Mp4Facts | undefined,
  parsed: IAudioMetadata | undefined,
): string {
  if (type === "video/mp4") return mp4?.hasVideo === false && !mp4.isCut ? "audio/x-m4a" : type;
  const isMatroska = type === "video/webm" || type === "video/x-matroska";
  return isMatroska && parsed?.format.hasVideo === false ? type.replace("video", "audio") : type;
}

/** The chapters of ID3v2 (`CHAP`), in seconds or in parts of one. */
function chaptersOf(parsed: IAudioMetadata | undefined): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const chapter of (parsed?.format.chapters ?? []).slice(0, MOST_CHAPTERS)) {
    const startSeconds = chapter.start / (chapter.timeScale ?? 1);
    const title = plainLine(String(chapter.title ?? ""));
    if (!Number.isFinite(startSeconds) || startSeconds < 0 || title === "") continue;
    const written = chapter.url?.url ?? "";
    const page = /^https?:\/\//i.test(written) ? parseUrl(written) : undefined;
    chapters.push({ startSeconds, title, ...(page === undefined ? {} : { url: page.href }) });
  }
  return chapters;
}

/** The front cover, or the first picture that podcast apps can show. */
function artOf(
  pictures: readonly IPicture[] | undefined,
): { readonly facts: EmbeddedArt; readonly bytes: Buffer } | undefined {
  const isFront = ({ type }: IPicture) => type === "Cover (front)";
  const sorted = (pictures ?? []).toSorted((one, other) => +isFront(other) - +isFront(one));
  for (const { data } of sorted) {
    const bytes = Buffer.from(data);
    const { facts } = readPicture(bytes, bytes.length);
    if (facts === undefined || !/^image\/(?:jpeg|png)$/.test(facts.type)) continue;
    const { type, width, height } = facts;
    const size = width === undefined || height === undefined ? {} : { width, height };
    const digest = createHash("sha256").update(bytes).digest("hex");
    return { facts: { type, ...size, digest }, bytes };
  }
  return undefined;
}
