/** Recordings by hand, as small as their forms allow: silence with a name, chapters and a cover. */

export interface WrittenChapter {
  readonly startMs: number;
  readonly endMs: number;
  readonly title: string;
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** A frame of silence: MPEG 1, layer III, 32 kbit/s, 44,100 Hz, mono. 104 bytes, 26 ms. */
function mp3Frame(): Buffer {
  const frame = Buffer.alloc(104);
  frame.writeUInt32BE(0xfffb10c0);
  return frame;
}

const FRAMES_A_SECOND = 44_100 / 1_152;

/** Silence of about so many seconds, with or without the header that LAME writes. */
export function writeMp3(
  seconds: number,
  { tag = Buffer.alloc(0), hasInfo = false }: { tag?: Buffer; hasInfo?: boolean } = {},
): Buffer {
  const count = Math.round(seconds * FRAMES_A_SECOND);
  const frames = Array.from({ length: count }, mp3Frame);
  if (!hasInfo) return Buffer.concat([tag, ...frames]);
  const info = mp3Frame();
  info.write("Info", 21, "latin1");
  info.writeUInt32BE(3, 25);
  info.writeUInt32BE(count, 29);
  info.writeUInt32BE((count + 1) * info.length, 33);
  return Buffer.concat([tag, info, ...frames]);
}

/** An ID3v2.3 tag with chapters (`CHAP`) and a cover (`APIC`). */
export function id3Tag(chapters: readonly WrittenChapter[], cover?: Buffer): Buffer {
  const frame = (id: string, data: Buffer) =>
    Buffer.concat([Buffer.from(id), uint32(data.length), Buffer.alloc(2), data]);
  const title = (text: string) => {
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    return frame("TIT2", Buffer.concat([Buffer.from([1]), utf16]));
  };
  const frames = chapters.map(({ startMs, endMs, title: text }, at) => {
    const times = [startMs, endMs, 0xffff_ffff, 0xffff_ffff].map(uint32);
    return frame("CHAP", Buffer.concat([Buffer.from(`ch${at}\0`), ...times, title(text)]));
  });
  if (cover !== undefined) {
    const head = Buffer.from("\0image/png\0\x03\0", "latin1");
    frames.push(frame("APIC", Buffer.concat([head, cover])));
  }
  const body = Buffer.concat(frames);
  const size = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from("ID3\x03\0\0", "latin1"), Buffer.from(size), body]);
}

export function writeWav(seconds: number): Buffer {
  const data = Buffer.alloc(8_000 * seconds, 0x80);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(8_000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint32(8 + content.length), Buffer.from(type, "latin1"), content]);
}

const words = (...numbers: readonly number[]) => Buffer.concat(numbers.map(uint32));

function track(id: number, kind: string, ...boxes: readonly Buffer[]): Buffer {
  const handler = Buffer.concat([words(0, 0), Buffer.from(kind), Buffer.alloc(13)]);
  const media = box(
    "mdia",
    box("mdhd", words(0, 0, 0, 1_000, 0, 0)),
    box("hdlr", handler),
    box("minf", box("stbl", ...boxes)),
  );
  const references = kind === "soun" ? [box("tref", box("chap", words(2)))] : [];
  return box("trak", box("tkhd", words(0, 0, 0, id, 0)), ...references, media);
}

export interface WrittenMp4 {
  readonly brand?: string;
  readonly seconds?: number;
  /** In a text track, as QuickTime has them. */
  readonly chapters?: readonly WrittenChapter[];
  /** In a `chpl` box, as Nero has them. */
  readonly list?: readonly WrittenChapter[];
  readonly hasVideo?: boolean;
}

/** The tables of a file without a sample of sound: players need those, parsers do not. */
export function writeMp4(parts: WrittenMp4): Buffer {
  const { brand = "M4A ", seconds = 60, chapters = [], list = [], hasVideo = false } = parts;
  const titles = chapters.map(({ title }) => {
    const text = Buffer.from(title);
    return Buffer.concat([Buffer.from([text.length >> 8, text.length & 0xff]), text]);
  });
  const head = box("ftyp", Buffer.from(`${brand}\0\0\0\0${brand}`, "latin1"));
  const data = box("mdat", ...titles);
  const text = track(
    ...([2, "text"] as const),
    box("stts", words(0, titles.length), ...chapters.map((c) => words(1, c.endMs - c.startMs))),
    box("stsz", words(0, 0, titles.length, ...titles.map((title) => title.length))),
    box("stsc", words(0, 1, 1, titles.length, 1)),
    box("stco", words(0, 1, head.length + 8)),
  );
  const entries = list.map(({ startMs, title }) => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(startMs) * 10_000n);
    const name = Buffer.from(title);
    return Buffer.concat([time, Buffer.from([name.length]), name]);
  });
  const nero = box("chpl", words(0x0100_0000, 0), Buffer.from([list.length]), ...entries);
  const movie = box(
    "moov",
    box("mvhd", words(0, 0, 0, 1_000, seconds * 1_000), Buffer.alloc(80)),
    track(1, "soun"),
    ...(chapters.length > 0 ? [text] : []),
    ...(hasVideo ? [track(3, "vide")] : []),
    ...(list.length > 0 ? [box("udta", nero)] : []),
  );
  return Buffer.concat([head, data, movie]);
}
