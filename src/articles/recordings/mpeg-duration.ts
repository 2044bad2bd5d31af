/**
 * How long MPEG audio lasts where its beginning does not tell the truth: files of changing bitrate
 * that have lost their header in an editor, and several files behind each other.
 */
import type { FileBytes } from "./file-bytes.ts";
import { findFrame, mpegFrameLength, readMpegFrame, writtenBytes } from "./mpeg-frames.ts";

const PROBES = 16;
const WINDOW_BYTES = 4_096;
/** Places where no frame follows a frame: tags between the parts of a file. */
const MOST_GAPS = 100;
/** What may stand behind the last frame without being sound: tags, lyrics, a cover. */
const MOST_BEHIND = 0.1;

/**
 * @param start where the first frame begins.
 * @param told seconds, by the beginning of the file; they stand where it can be believed.
 */
export function mpegSeconds(bytes: FileBytes, start: number, told: number | undefined): number {
  if (told === undefined || !isConstant(bytes, start)) return countFrames(bytes, start);
  return told;
}

function isConstant(bytes: FileBytes, start: number): boolean {
  const beginning = bytes.read(start, WINDOW_BYTES);
  const first = readMpegFrame(beginning, 0);
  if (first === undefined) return true;
  const written = writtenBytes(beginning);
  if (written !== undefined) {
    return bytes.size - start - written <= bytes.size * MOST_BEHIND;
  }
  for (let probe = 1; probe < PROBES; probe += 1) {
    const position = start + Math.floor(((bytes.size - start) * probe) / PROBES);
    const piece = bytes.read(position, WINDOW_BYTES);
    if (!hasOneBitrate(piece, first.bitrate)) return false;
  }
  return true;
}

function hasOneBitrate(piece: Buffer, bitrate: number): boolean {
  let at = findFrame(piece, mpegFrameLength);
  while (at !== undefined) {
    const frame = readMpegFrame(piece, at);
    if (frame === undefined) return true;
    if (frame.bitrate !== bitrate) return false;
    at += frame.length;
  }
  return true;
}

/** Seconds, by every frame of the file. */
function countFrames(bytes: FileBytes, start: number): number {
  let seconds = 0;
  let position = start;
  for (let gaps = 0; position < bytes.size && gaps <= MOST_GAPS; ) {
    const frame = readMpegFrame(bytes.read(position, 4), 0);
    if (frame !== undefined) {
      seconds += frame.seconds;
      position += frame.length;
      continue;
    }
    gaps += 1;
    const next = findFrame(bytes.read(position, 16 * WINDOW_BYTES), mpegFrameLength);
    position += next ?? 16 * WINDOW_BYTES;
  }
  return seconds;
}
