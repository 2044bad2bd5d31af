/** Picture files for tests: right containers around metadata, with hardly any picture in them. */
import { crc32, deflateSync } from "node:zlib";

export interface Parts {
  readonly exif?: Buffer;
  readonly xmp?: Buffer;
  /** Photoshop resources, each in a segment of its own. */
  readonly photoshop?: readonly Buffer[];
  readonly width?: number;
  readonly height?: number;
}

export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function writeJpeg(parts: Parts, further: readonly Buffer[] = []): Buffer {
  const { width = 640, height = 480 } = parts;
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const app = (marker: number, name: string, data: Buffer) =>
    segment(marker, Buffer.concat([Buffer.from(name, "latin1"), data]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(parts.exif ? [app(0xe1, "Exif\0\0", parts.exif)] : []),
    ...(parts.xmp ? [app(0xe1, "http://ns.adobe.com/xap/1.0/\0", parts.xmp)] : []),
    ...(parts.photoshop ?? []).map((data) => app(0xed, "Photoshop 3.0\0", data)),
    ...further,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ]);
}

/** GUID, whole length and offset before each part (ISO 16684-3, 5.3.2). */
export function extendedXmp(whole: Buffer, start: number, end: number): Buffer {
  const head = Buffer.alloc(40, "A");
  head.writeUInt32BE(whole.length, 32);
  head.writeUInt32BE(start, 36);
  const name = Buffer.from("http://ns.adobe.com/xmp/extension/\0", "latin1");
  return segment(0xe1, Buffer.concat([name, head, whole.subarray(start, end)]));
}

export function chunk(type: string, data: Buffer, length = data.length): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(length);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

export function writePng(chunks: readonly Buffer[], width = 640, height = 480): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...[chunk("IHDR", header), ...chunks, chunk("IDAT", deflateSync(Buffer.alloc(9)))],
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function pngText(keyword: string, text: Buffer, isCompressed = false): Buffer {
  const head = Buffer.from(`${keyword}\0${isCompressed ? "\x01" : "\0"}\0en\0\0`, "latin1");
  return chunk("iTXt", Buffer.concat([head, isCompressed ? deflateSync(text) : text]));
}

export function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function writeWebp(parts: Parts): Buffer {
  const { width = 640, height = 480 } = parts;
  const header = Buffer.alloc(10);
  header[0] = (parts.exif ? 8 : 0) + (parts.xmp ? 4 : 0);
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const chunks = [riffChunk("VP8X", header), riffChunk("VP8L", Buffer.alloc(11))];
  if (parts.exif) chunks.push(riffChunk("EXIF", parts.exif));
  if (parts.xmp) chunks.push(riffChunk("XMP ", parts.xmp));
  return riffChunk("RIFF", Buffer.concat([Buffer.from("WEBP"), ...chunks]));
}

export function writeGif(xmp: Buffer | undefined, width = 640, height = 480): Buffer {
  const head = Buffer.from("GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const trailer = [1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0];
  const extension = xmp
    ? [Buffer.from("!\xff\x0bXMP DataXMP", "latin1"), xmp, Buffer.from(trailer)]
    : [];
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...extension, image, Buffer.from([0x3b])]);
}

export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0));
  head.write(type, 4, "latin1");
  return Buffer.concat([head, ...parts]);
}

const numbers = (...values: readonly (readonly [value: number, bytes: number])[]) =>
  Buffer.concat(
    values.map(([value, bytes]) => {
      const data = Buffer.alloc(bytes);
      data.writeUIntBE(value, 0, bytes);
      return data;
    }),
  );

/** Item 1 is the picture and 2 a tile, both with a size; 3 is EXIF, 4 XMP. */
export function writeAvif(parts: Parts, { turns = 0 } = {}): Buffer {
  const { width = 640, height = 480 } = parts;
  const exif = Buffer.concat([Buffer.alloc(4), parts.exif ?? Buffer.alloc(0)]);
  const xmp = parts.xmp ?? Buffer.alloc(0);
  const entry = (id: number, type: string, rest = "") =>
    box("infe", numbers([2, 1], [0, 3], [id, 2], [0, 2]), Buffer.from(`${type}\0${rest}`));
  const size = (one: number, other: number) => box("ispe", numbers([0, 4], [one, 4], [other, 4]));
  const items = [
    ...[entry(1, "av01"), entry(2, "av01"), entry(3, "Exif")],
    entry(4, "mime", "application/rdf+xml\0"),
  ];
  const place = (id: number, start: number, length: number) =>
    numbers([id, 2], [0, 2], [1, 2], [start, 4], [length, 4]);
  const meta = (start: number) =>
    box(
      "meta",
      numbers([0, 4]),
      box("pitm", numbers([0, 4], [1, 2])),
      box("iinf", numbers([0, 4], [items.length, 2]), ...items),
      box(
        "iloc",
        numbers([0, 4], [0x4400, 2], [2, 2]),
        place(3, start, exif.length),
        place(4, start + exif.length, xmp.length),
      ),
      box(
        "iprp",
        box("ipco", size(64, 64), size(width, height), box("irot", numbers([turns, 1]))),
        // Item 2 has property 1; item 1 has properties 2 and 3.
        box(
          "ipma",
          numbers([0, 4], [2, 4], [2, 2], [1, 1], [1, 1]),
          numbers([1, 2], [2, 1], [2, 1], [3, 1]),
        ),
      ),
    );
  const type = box("ftyp", Buffer.from("avif\0\0\0\0avifmif1"));
  const start = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(start), box("mdat", exif, xmp)]);
}
