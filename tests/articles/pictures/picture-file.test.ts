import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPicture, readPictureOnce } from "../../../src/articles/pictures/files/picture-file.ts";
import { ARTIST, ascii, writeExif, writeXmp, xmpCreators } from "./write-metadata.ts";
import {
  chunk,
  extendedXmp,
  pngText,
  writeAvif,
  writeGif,
  writeJpeg,
  writePng,
  writeWebp,
} from "./write-picture.ts";

const read = (bytes: Buffer) => readPicture(bytes, bytes.length);
const exif = writeExif([ascii(ARTIST, "Inge Sørensen")]);
const xmp = writeXmp(xmpCreators("Inge Sørensen"));
const asHex = (name: string, data: Buffer) =>
  Buffer.from(`\n${name}\n      ${data.length}\n${data.toString("hex")}\n`);

const PICTURES: Readonly<Record<string, readonly [Buffer, string]>> = {
  "JPEG, EXIF": [writeJpeg({ exif }), "image/jpeg"],
  "JPEG, XMP": [writeJpeg({ xmp }), "image/jpeg"],
  "JPEG, extended XMP out of order": [
    writeJpeg({ xmp: writeXmp("") }, [extendedXmp(xmp, 300, xmp.length), extendedXmp(xmp, 0, 300)]),
    "image/jpeg",
  ],
  "PNG, eXIf": [writePng([chunk("eXIf", exif)]), "image/png"],
  "PNG, XMP": [writePng([pngText("XML:com.adobe.xmp", xmp)]), "image/png"],
  "PNG, XMP compressed": [writePng([pngText("XML:com.adobe.xmp", xmp, true)]), "image/png"],
  "PNG, Author": [writePng([pngText("Author", Buffer.from("Inge Sørensen"))]), "image/png"],
  "PNG, profile as ImageMagick writes it": [
    writePng([
      chunk(
        "tEXt",
        Buffer.concat([
          Buffer.from("Raw profile type exif\0"),
          asHex("exif", Buffer.concat([Buffer.from("Exif\0\0"), exif])),
        ]),
      ),
    ]),
    "image/png",
  ],
  "WebP, EXIF": [writeWebp({ exif }), "image/webp"],
  "WebP, EXIF behind JPEG's marker": [
    writeWebp({ exif: Buffer.concat([Buffer.from("Exif\0\0"), exif]) }),
    "image/webp",
  ],
  "WebP, XMP": [writeWebp({ xmp }), "image/webp"],
  "GIF, XMP": [writeGif(xmp), "image/gif"],
  "AVIF, EXIF": [writeAvif({ exif }), "image/avif"],
  "AVIF, XMP": [writeAvif({ xmp }), "image/avif"],
};

describe("every container", () => {
  it.each(Object.entries(PICTURES))("%s", (_, [bytes, type]) => {
    const { facts, fault } = read(bytes);
    expect(fault).toBeUndefined();
    expect(facts).toMatchObject({ type, bytes: bytes.length, width: 640, height: 480 });
    expect(facts?.credit?.creators).toEqual(["Inge Sørensen"]);
  });

  it("HEIC, by its brand or by a compatible one", () => {
    const avif = writeAvif({ exif });
    const heic = Buffer.concat([avif]);
    heic.write("heic", 8);
    heic.write("mif1heic", 16);
    expect(read(heic).facts).toMatchObject({ type: "image/heic", width: 640 });
    heic.write("mif1", 8);
    expect(read(heic).facts?.type).toBe("image/heic");
  });

  it("SVG: a type, a size where it has one, and nothing else", () => {
    const svg = (tag: string) => read(Buffer.from(`<?xml version="1.0"?>\n<!-- a -->\n${tag}`));
    expect(svg('<svg width="30" height="20px"/>').facts).toMatchObject({
      type: "image/svg+xml",
      width: 30,
      height: 20,
    });
    expect(svg('<svg\n viewBox="0,0,\n300 200"></svg>').facts).toMatchObject({ width: 300 });
    expect(svg("<svg></svg>")).toEqual({ facts: { type: "image/svg+xml", bytes: 44 } });
  });
});

describe("size", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i", (orientation) => {
    const isTurned = orientation > 4;
    const turned = { width: isTurned ? 480 : 640, height: isTurned ? 640 : 480 };
    for (const isBigEndian of [true, false]) {
      const exif = writeExif([ascii(ARTIST, "A B")], { orientation, isBigEndian });
      expect(read(writeJpeg({ exif })).facts).toMatchObject(turned);
      expect(read(writeWebp({ exif })).facts).toMatchObject(turned);
    }
  });

  it("AVIF turns by irot, and its EXIF does not count", () => {
    const exif = writeExif([], { orientation: 6 });
    expect(read(writeAvif({ exif })).facts).toMatchObject({ width: 640, height: 480 });
    expect(read(writeAvif({}, { turns: 3 })).facts).toMatchObject({ width: 480, height: 640 });
  });

  it.each([
    ["JPEG", writeJpeg({ width: 60_000, height: 60_000 })],
    ["PNG", writePng([], 2 ** 31 - 1, 2 ** 31 - 1)],
    ["GIF", writeGif(undefined, 65_535, 65_535)],
  ])("gigantic %s: a fault, and no size to trust", (_, bytes) => {
    const { facts, fault } = read(bytes);
    expect(facts?.width).toBeUndefined();
    expect(fault?.reason).toMatch(/^says that it is \d+ × \d+ pixels/);
  });

  it.each([
    ["JPEG", writeJpeg({ width: 0, height: 0 })],
    ["PNG", writePng([], 0, 0)],
    ["GIF", writeGif(undefined, 0, 0)],
    ["AVIF", writeAvif({ width: 0, height: 0 })],
  ])("%s of 0 × 0", (_, bytes) => {
    expect(read(bytes).facts?.width).toBeUndefined();
    expect(read(bytes).fault?.reason).toBe("is a broken picture (it tells no size)");
  });
});

describe("no picture", () => {
  it.each([
    ["", "an empty file"],
    ["PK\x03\x04 and so on", "a zip archive"],
    ["%PDF-1.7", "a PDF"],
    ["<!DOCTYPE html><title>404</title>", "an HTML page"],
    ["<html><body>Not found", "an HTML page"],
    ["<rss version='2.0'>", "an XML or HTML file"],
    ['{"error": 404}', "a JSON file"],
    ["version https://git-lfs.github.com/spec/v1\noid", "a Git LFS pointer"],
    ["Not found", "a text"],
    ["II*\0\b\0\0\0", "a TIFF file, which browsers do not show"],
    ["\0\0\0\x18ftypmp42\0\0\0\0isomiso2", "a video"],
    ["\0\x01\x02\x03", "no kind of picture that is known"],
  ])("%j is %s", (text, what) => {
    const { facts, fault } = read(Buffer.from(text, "latin1"));
    expect(facts).toBeUndefined();
    expect(fault).toEqual({
      reason: `is no picture (${what})`,
      remedy: "replace it with a JPEG, PNG or WebP",
    });
  });
});

describe("readPictureOnce", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "picture-file-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string) => path.join(folder, name);
  const readFile = (path: string) => readPictureOnce(path, () => undefined).read;

  it("goes by the bytes, whatever the name says", () => {
    writeFileSync(file("a.png"), writeJpeg({ exif }));
    expect(readFile(file("a.png")).facts?.type).toBe("image/jpeg");
  });

  it("says what it cannot read", () => {
    expect(readFile(file("none.jpg")).fault?.reason).toBe("is not there");
    expect(readFile(folder).fault?.reason).toBe("is a folder");
    expect(readFile("\0").fault?.reason).toMatch(/^cannot be read/);
  });

  it("has one digest for the same bytes, and none for what is no file", () => {
    writeFileSync(file("one.jpg"), writeJpeg({ exif }));
    writeFileSync(file("two.jpg"), writeJpeg({ exif }));
    writeFileSync(file("three.jpg"), writeJpeg({ xmp }));
    const digestOf = (name: string) => readPictureOnce(file(name), () => undefined).digest;
    expect(digestOf("one.jpg")).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf("two.jpg")).toBe(digestOf("one.jpg"));
    expect(digestOf("three.jpg")).not.toBe(digestOf("one.jpg"));
    expect(digestOf(".")).toBeUndefined();
    const known = { facts: { type: "image/x-known" } };
    expect(readPictureOnce(file("one.jpg"), () => known).read).toBe(known);
  });

  it.skipIf(process.platform === "win32")("does not wait for a FIFO", () => {
    execFileSync("mkfifo", [file("fifo.jpg")]);
    expect(readFile(file("fifo.jpg")).fault?.reason).toBe("is no regular file");
  });

  it("reads the beginning of a gigantic file", () => {
    writeFileSync(file("large.jpg"), writeJpeg({ exif }));
    truncateSync(file("large.jpg"), 3 * 1024 ** 3);
    const { facts, fault } = readFile(file("large.jpg"));
    expect(facts).toMatchObject({ bytes: 3 * 1024 ** 3, width: 640 });
    expect(facts?.credit?.creators).toEqual(["Inge Sørensen"]);
    expect(fault?.reason).toBe("is larger than 64 MB, and only its beginning was read");
  });
});
