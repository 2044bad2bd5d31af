/**
 * What music-metadata 11 leaves out of MP4 and QuickTime files: chapters, and the duration where
 * the first track has none. Chapters stand in a text track (QuickTime File Format, "Chapter
 * lists"), or in a `chpl` box, as Nero invented it.
 */
import type { Chapter } from "../episode.ts";
import { readBoxes } from "../pictures/files/boxes.ts";
import { plainLine } from "../plain-text.ts";
import type { FileBytes } from "./file-bytes.ts";
import { boxAt, readMovie, uint32, uint64 } from "./mp4-boxes.ts";

export interface Mp4Facts {
  readonly hasVideo: boolean;
  readonly isCut: boolean;
  readonly durationSeconds?: number;
  readonly chapters: readonly Chapter[];
}

const MOST_CHAPTERS = 1_000;
const MOST_TRACKS = 100;

export function readMp4(bytes: FileBytes): Mp4Facts {
  const { movie, isCut } = readMovie(bytes);
  if (movie === undefined) return { hasVideo: false, isCut, chapters: [] };
  const header = boxAt(movie, "mvhd");
  const durationSeconds = header === undefined ? 0 : secondsOfHeader(header);
  const boxes = readBoxes(movie).filter((box) => box.type === "trak");
  const tracks = boxes.slice(0, MOST_TRACKS).map((box) => readTrack(box.data));
  const referred = tracks.flatMap((track) => track.chapterTracks);
  const chapterTrack = tracks.find(({ id, kind }) => kind === "text" && referred.includes(id));
  const fromTrack = chapterTrack === undefined ? [] : chaptersOfTrack(chapterTrack, bytes);
  return {
    // Pictures of chapters are a video track, too.
    hasVideo: tracks.some(({ id, kind }) => kind === "vide" && !referred.includes(id)),
    isCut,
    ...(durationSeconds > 0 ? { durationSeconds } : {}),
    chapters: fromTrack.length > 0 ? fromTrack : chaptersOfList(boxAt(movie, "udta", "chpl")),
  };
}

interface Track {
  readonly id: number;
  /** `soun`, `vide`, `text` … */
  readonly kind: string;
  readonly timeScale: number;
  /** The tracks that hold this one's chapters. */
  readonly chapterTracks: readonly number[];
  readonly samples: Buffer | undefined;
}

function readTrack(content: Buffer): Track {
  const header = boxAt(content, "tkhd");
  const media = boxAt(content, "mdia", "mdhd");
  const handler = boxAt(content, "mdia", "hdlr");
  const references = boxAt(content, "tref", "chap") ?? Buffer.alloc(0);
  const ids = Math.min(MOST_TRACKS, Math.floor(references.length / 4));
  const kind = handler?.toString("latin1", 8, 12) ?? "";
  return {
    id: header === undefined ? 0 : uint32(header, isLong(header) ? 20 : 12),
    // Apple calls it "text", ISO "sbtl".
    kind: kind === "sbtl" ? "text" : kind,
    timeScale: media === undefined ? 0 : uint32(media, isLong(media) ? 20 : 12),
    chapterTracks: Array.from({ length: ids }, (_, at) => uint32(references, at * 4)),
    samples: boxAt(content, "mdia", "minf", "stbl"),
  };
}

/** Version 1 writes times in eight bytes. */
function isLong(header: Buffer): boolean {
  return header[0] === 1;
}

function secondsOfHeader(header: Buffer): number {
  const scale = uint32(header, isLong(header) ? 20 : 12);
  const duration = isLong(header) ? uint64(header, 24) : uint32(header, 16);
  return scale === 0 || duration === 0xffff_ffff ? 0 : duration / scale;
}

/** A sample a chapter: when it begins, where it lies, and its text behind two bytes of length. */
function chaptersOfTrack({ samples, timeScale }: Track, bytes: FileBytes): readonly Chapter[] {
  if (samples === undefined || timeScale === 0) return [];
  const times = timesOf(boxAt(samples, "stts"));
  const places = placesOf(samples, times.length);
  return places.flatMap(({ position, size }, at) => {
    const startSeconds = (times[at] ?? 0) / timeScale;
    const title = titleOf(bytes.read(position, Math.min(size, 1_024)));
    return title === "" ? [] : [{ startSeconds, title }];
  });
}

/** `stts`: runs of samples of one duration. */
function timesOf(content: Buffer | undefined): readonly number[] {
  if (content === undefined) return [];
  const times: number[] = [];
  let time = 0;
  for (let run = 0; run < uint32(content, 4) && 16 + run * 8 <= content.length; run += 1) {
    const duration = uint32(content, 12 + run * 8);
    for (let left = uint32(content, 8 + run * 8); left > 0; left -= 1) {
      if (times.length >= MOST_CHAPTERS) return times;
      times.push(time);
      time += duration;
    }
  }
  return times;
}

/** `stsz`, `stsc`, `stco`: sizes of samples, samples of chunks, places of chunks. */
function placesOf(
  samples: Buffer,
  count: number,
): readonly { readonly position: number; readonly size: number }[] {
  const sizes = boxAt(samples, "stsz");
  const runs = boxAt(samples, "stsc");
  const short = boxAt(samples, "stco");
  const chunks = short ?? boxAt(samples, "co64");
  if (sizes === undefined || runs === undefined || chunks === undefined) return [];
  const places: { position: number; size: number }[] = [];
  // A count may claim more than its box holds.
  const lastChunk = Math.min(uint32(chunks, 4), chunks.length / (short === undefined ? 8 : 4));
  const lastRun = Math.min(uint32(runs, 4), runs.length / 12) - 1;
  let run = 0;
  for (let chunk = 1; chunk <= lastChunk && places.length < count; chunk += 1) {
    while (run < lastRun && uint32(runs, 20 + run * 12) <= chunk) run += 1;
    let position = short === undefined ? uint64(chunks, chunk * 8) : uint32(chunks, 4 + chunk * 4);
    const inChunk = Math.min(uint32(runs, 12 + run * 12), count - places.length);
    for (let left = inChunk; left > 0; left -= 1) {
      const size = uint32(sizes, 4) || uint32(sizes, 12 + places.length * 4);
      places.push({ position, size });
      position += size;
    }
  }
  return places;
}

function titleOf(sample: Buffer): string {
  if (sample.length < 2) return "";
  const text = sample.subarray(2, 2 + sample.readUInt16BE(0));
  const mark = text.length < 2 ? 0 : text.readUInt16BE(0);
  const encoding = mark === 0xfeff ? "utf-16be" : mark === 0xfffe ? "utf-16le" : "utf-8";
  return plainLine(new TextDecoder(encoding).decode(text));
}

/** `chpl`: version, flags, four unknown bytes in version 1, a count, then time, length, title. */
function chaptersOfList(content: Buffer | undefined): readonly Chapter[] {
  if (content === undefined) return [];
  let at = isLong(content) ? 8 : 4;
  const count = content[at] ?? 0;
  at += 1;
  const chapters: Chapter[] = [];
  while (chapters.length < count && at + 9 <= content.length) {
    const end = at + 9 + (content[at + 8] ?? 0);
    const title = plainLine(content.toString("utf8", at + 9, end));
    // In units of 100 nanoseconds.
    if (title !== "") chapters.push({ startSeconds: uint64(content, at) / 10_000_000, title });
    at = end;
  }
  return chapters;
}
