/** What a file is by its bytes; its name and what a record says of it do not count. */
import { pictureKind } from "../pictures/files/kind.ts";
import type { FileBytes } from "./file-bytes.ts";
import { adtsFrameLength, findFrame, mpegFrameLength, writtenBytes } from "./mpeg-frames.ts";

export type RecordingKind =
  | {
      readonly type: string;
      /** The file ends before what it says of itself does. */
      readonly isCut: boolean;
      /** Where the frames of MPEG audio begin. */
      readonly frames?: number;
    }
  | { readonly notRecording: string };

const FRAMES_WITHIN = 64 * 1024;
const ID3_HEADER_BYTES = 10;

/** A container that holds films as well is a film's until its tracks tell otherwise. */
export function recordingKind(bytes: FileBytes): RecordingKind {
  const head = bytes.read(0, 4_096);
  if (head.length === 0) return { notRecording: "an empty file" };
  const start = head.toString("latin1", 0, 16);
  if (start.startsWith("ftyp", 4)) return kindOfBrand(start.slice(8, 12));
  // QuickTime files of old have no brand.
  if (/^(?:moov|mdat|wide|free|skip)/.test(start.slice(4))) return whole("video/quicktime");
  if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
    return { type: "audio/wav", isCut: isRiffCut(head.readUInt32LE(4), bytes.size) };
  }
  if (start.startsWith("FORM") && /^AIF[FC]/.test(start.slice(8))) {
    return { type: "audio/x-aiff", isCut: head.readUInt32BE(4) + 8 > bytes.size };
  }
  if (start.startsWith("OggS")) return whole(typeOfOgg(head));
  if (start.startsWith("fLaC")) return whole("audio/flac");
  if (start.startsWith("\x1a\x45\xdf\xa3")) {
    return whole(head.includes("webm") ? "video/webm" : "video/x-matroska");
  }
  return kindOfFrames(head, bytes) ?? { notRecording: otherKind(head) };
}

function whole(type: string): RecordingKind {
  return { type, isCut: false };
}

/** Apple's names: `audio/x-m4a`, not the `audio/mp4` of RFC 4337, is on its list. */
function kindOfBrand(brand: string): RecordingKind {
  if (/^M4[ABP] $/.test(brand)) return whole("audio/x-m4a");
  if (/^M4V/.test(brand)) return whole("video/x-m4v");
  if (brand === "qt  ") return whole("video/quicktime");
  if (/^(?:avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) {
    return { notRecording: "a picture" };
  }
  if (/^3g/.test(brand)) return whole("video/3gpp");
  return whole("video/mp4");
}

/** What streams to a pipe does not know its size: all ones, or 0. */
function isRiffCut(size: number, fileSize: number): boolean {
  return size !== 0 && size < 0xffff_0000 && size + 8 > fileSize;
}

function typeOfOgg(head: Buffer): string {
  return /\x80theora|\x01video/.test(head.toString("latin1")) ? "video/ogg" : "audio/ogg";
}

/** MPEG audio and AAC are frames after frames, behind an ID3v2 tag or without. */
function kindOfFrames(head: Buffer, bytes: FileBytes): RecordingKind | undefined {
  const start = endOfId3(head);
  const frames = bytes.read(start, FRAMES_WITHIN);
  if (frames.toString("latin1", 0, 4) === "fLaC") return whole("audio/flac");
  const mpeg = findFrame(frames, mpegFrameLength);
  const adts = findFrame(frames, adtsFrameLength);
  if (adts !== undefined && (mpeg === undefined || adts < mpeg)) return whole("audio/aac");
  if (mpeg !== undefined) {
    const written = writtenBytes(frames.subarray(mpeg));
    const isCut = written !== undefined && start + mpeg + written > bytes.size;
    return { type: "audio/mpeg", isCut, frames: start + mpeg };
  }
  return start > 0 ? { type: "audio/mpeg", isCut: true } : undefined;
}

/** ID3v2, 3.1: the size is seven bits a byte, without the header. */
function endOfId3(head: Buffer): number {
  if (head.length < ID3_HEADER_BYTES || head.toString("latin1", 0, 3) !== "ID3") return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | (head.readUInt8(at) & 0x7f), 0);
  return ID3_HEADER_BYTES + size;
}

function otherKind(head: Buffer): string {
  const kind = pictureKind(head);
  if ("type" in kind) return "a picture";
  return kind.notPicture.replace("kind of picture", "kind of recording").replace(/, which .*$/, "");
}
