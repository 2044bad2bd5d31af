import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPicture } from "../../../src/articles/pictures/files/picture-file.ts";
import {
  ARTIST,
  ascii,
  IMAGE_DESCRIPTION,
  writeExif,
  writeIptc,
  writeResource,
  writeXmp,
  xmpCreators,
} from "./write-metadata.ts";
import {
  box,
  chunk,
  pngText,
  riffChunk,
  segment,
  writeAvif,
  writeGif,
  writeJpeg,
  writePng,
  writeWebp,
} from "./write-picture.ts";

const NAME = "Inge Sørensen";
const exif = writeExif([ascii(ARTIST, NAME), ascii(IMAGE_DESCRIPTION, "Snow")]);
const xmp = writeXmp(xmpCreators(NAME));
const photoshop = [writeResource(0x0404, writeIptc([[80, NAME]]))];
const PICTURES: readonly Buffer[] = [
  writeJpeg({ exif, xmp, photoshop }),
  writePng([
    chunk("eXIf", exif),
    pngText("XML:com.adobe.xmp", xmp, true),
    pngText("Author", Buffer.from(NAME)),
  ]),
  writeWebp({ exif, xmp }),
  writeGif(xmp),
  writeAvif({ exif, xmp }),
];
const MB = 1024 * 1024;
const many = (text: string, bytes: number) =>
  Buffer.from(text.repeat(Math.ceil(bytes / text.length)), "latin1");
const names = (bytes: Buffer) => readPicture(bytes, bytes.length).facts?.credit?.creators ?? [];

describe("truncated", () => {
  it.each(PICTURES.map((bytes) => [bytes.toString("latin1", 0, 12), bytes] as const))(
    "every beginning of %j: no name that is not whole",
    (_, bytes) => {
      const told = new Set<string>();
      const faults = new Set<string>();
      for (let end = 0; end < bytes.length; end += 1) {
        const { facts, fault } = readPicture(bytes.subarray(0, end), bytes.length);
        for (const name of facts?.credit?.creators ?? []) told.add(name);
        faults.add(fault?.reason ?? "");
      }
      expect([...told]).toEqual([NAME]);
      expect([...faults].join()).not.toContain("ends early");
      const cut = readPicture(bytes.subarray(0, -13), bytes.length - 13);
      expect(cut.fault?.reason).toMatch(/ends early/);
    },
  );
});

describe("bytes flipped", () => {
  it("never throws, and sizes stay sizes", () => {
    const flips = fc.array(fc.tuple(fc.nat(6_000), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...PICTURES), flips, (picture, changes) => {
        const bytes = Buffer.from(picture);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const { facts, fault } = readPicture(bytes, bytes.length);
        expect(facts ?? fault).toBeDefined();
        expect(facts?.width ?? 1).toBeGreaterThan(0);
        expect(facts?.height ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});

describe("lies and loops", () => {
  const overlapping = Buffer.alloc(MB, 0x41);
  overlapping.write("II*\0\b\0\0\0", "latin1");
  overlapping.writeUInt16LE(5_000, 8);
  for (let at = 10; at < 60_000; at += 12) {
    overlapping.set([0x3b, 1, 2, 0, 0, 0, 1, 0, 0, 0xee, 0, 0], at);
  }
  const start = Buffer.from([0xff, 0xd8]);
  const gif = writeGif(undefined).subarray(0, 19);
  const packet = (properties: string) => writeWebp({ xmp: writeXmp(properties) });
  const cases: Readonly<Record<string, Buffer>> = {
    "JPEG of fill bytes": Buffer.concat([start, Buffer.alloc(4 * MB, 0xff)]),
    "JPEG of empty segments": Buffer.concat([start, many("\xff\xe1\0\x02", 4 * MB)]),
    "JPEG segment of length 0": Buffer.concat([start, Buffer.from([0xff, 0xe1, 0, 0])]),
    "JPEG segment behind the end": Buffer.concat([start, segment(0xe1, exif).subarray(0, 30)]),
    "EXIF whose next IFD is itself": writeJpeg({ exif: writeExif([], { nextIfd: 8 }) }),
    "EXIF of overlapping values": writeWebp({ exif: overlapping }),
    "PNG chunk of 2 GB": writePng([chunk("eXIf", exif, 2 ** 31)]),
    "PNG of empty texts": writePng([many("\0\0\0\0tEXtABCD", 4 * MB)]),
    "PNG that inflates without end": writePng(
      Array(60).fill(pngText("XML:com.adobe.xmp", Buffer.alloc(4 * MB), true)),
    ),
    "RIFF of 4 GB": Buffer.concat([
      Buffer.from("RIFF\xff\xff\xff\xffWEBPVP8X\xff\xff\xff\xff", "latin1"),
    ]),
    "RIFF of empty chunks": riffChunk(
      "RIFF",
      Buffer.concat([Buffer.from("WEBP"), many("EXIF\0\0\0\0", 4 * MB)]),
    ),
    "GIF of tiny sub-blocks": Buffer.concat([
      gif,
      Buffer.from("!\xff", "latin1"),
      Buffer.alloc(4 * MB, 1),
    ]),
    "GIF of XMP extensions": Buffer.concat([gif, many("!\xff\x0bXMP DataXMP\0", 4 * MB)]),
    "AVIF of empty boxes": Buffer.concat([
      box("ftyp", Buffer.from("avif\0\0\0\0")),
      many("\0\0\0\x08free", 4 * MB),
    ]),
    "AVIF box of length 1": Buffer.concat([
      box("ftyp", Buffer.from("avif\0\0\0\0")),
      Buffer.alloc(32, 1),
    ]),
    "XMP of 20 MB": packet(`<dc:rights>${"x".repeat(20 * MB)}</dc:rights>`),
    "XMP of elements": packet("<dc:a/>".repeat(MB)),
    "XMP, deep": packet("<dc:creator>".repeat(200_000)),
    "XMP of attributes": packet(`<dc:a ${'b="" '.repeat(300_000)}/>`),
    "XMP of starts": packet("<a b = ".repeat(200_000)),
    "SVG of starts": many("<svg ", 4 * MB),
  };
  it.each(Object.entries(cases))("%s: soon done", (_, bytes) => {
    const began = performance.now();
    for (const name of names(bytes)) expect(name).toBe(NAME);
    // 100 ms is meant; a loaded machine may take longer, an endless loop never ends.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
