/** Frames of MPEG audio (ISO/IEC 11172-3, 13818-3) and of AAC in ADTS (ISO/IEC 13818-7). */

/** Kilobits a second, by layer and the four bits of the header. */
const BITRATES_V1: Readonly<Record<number, readonly number[]>> = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const BITRATES_V2: Readonly<Record<number, readonly number[]>> = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES = [44_100, 48_000, 32_000];

type FrameLength = (bytes: Buffer, at: number) => number | undefined;

export interface MpegFrame {
  /** Bytes, with its header. */
  readonly length: number;
  readonly seconds: number;
  /** Kilobits a second. */
  readonly bitrate: number;
}

/** The MPEG audio frame that begins here; undefined where none does. */
export function readMpegFrame(bytes: Buffer, at: number): MpegFrame | undefined {
  if (at + 4 > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  // Eleven bits of synchronisation.
  if (header >>> 21 !== 0x7ff) return undefined;
  const version = (header >>> 19) & 3;
  const layer = 4 - ((header >>> 17) & 3);
  const isFirst = version === 3;
  const bitrate = (isFirst ? BITRATES_V1 : BITRATES_V2)[layer]?.[(header >>> 12) & 15] ?? 0;
  const rate = SAMPLE_RATES[(header >>> 10) & 3];
  if (version === 1 || bitrate === 0 || rate === undefined) return undefined;
  const hertz = rate / (isFirst ? 1 : version === 2 ? 2 : 4);
  const padding = (header >>> 9) & 1;
  const samples = layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1_152;
  const slots = Math.floor(((samples / (layer === 1 ? 32 : 8)) * 1_000 * bitrate) / hertz);
  const length = (slots + padding) * (layer === 1 ? 4 : 1);
  return { length, seconds: samples / hertz, bitrate };
}

export const mpegFrameLength: FrameLength = (bytes, at) => readMpegFrame(bytes, at)?.length;

/** Bytes of the ADTS frame that begins here; undefined where none does. */
export const adtsFrameLength: FrameLength = (bytes, at) => {
  if (at + 6 > bytes.length) return undefined;
  // Twelve bits of synchronisation, and a layer of 0, which MPEG audio does not have.
  if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined;
  const length = ((bytes.readUInt32BE(at + 2) >>> 5) & 0x1fff) >>> 0;
  return length < 7 ? undefined : length;
};

/**
 * Where the first frame begins: one that another follows, or that is all there is. Noise has many
 * words that look like the beginning of a frame, but no chain of them.
 */
export function findFrame(bytes: Buffer, lengthOf: FrameLength): number | undefined {
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return undefined;
    const length = lengthOf(bytes, at);
    if (length === undefined) continue;
    const next = lengthOf(bytes, at + length);
    if (next !== undefined && lengthOf(bytes, at + length + next) !== undefined) return at;
    if (at === 0 && at + length >= bytes.length - 128) return at;
  }
  return undefined;
}

const XING_REACH = 200;

/**
 * How many bytes of frames the encoder wrote, by the Xing or Info header in the first frame;
 * undefined where it does not say.
 */
export function writtenBytes(frame: Buffer): number | undefined {
  const start = frame.subarray(0, XING_REACH);
  const at = Math.max(start.indexOf("Xing", 0, "latin1"), start.indexOf("Info", 0, "latin1"));
  if (at < 0 || at + 16 > frame.length) return undefined;
  const flags = frame.readUInt32BE(at + 4);
  if ((flags & 2) === 0) return undefined;
  const place = at + 8 + ((flags & 1) === 0 ? 0 : 4);
  return frame.readUInt32BE(place);
}
