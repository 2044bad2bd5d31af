import { describe, expect, it } from "vitest";
import { oddColours } from "../../../src/articles/pictures/files/colours.ts";
import { readPicture } from "../../../src/articles/pictures/files/picture-file.ts";
import { chunk, segment, writeJpeg, writePng } from "./write-picture.ts";

function pngOf(colourType: number): Buffer {
  const png = Buffer.from(writePng([]));
  png[25] = colourType;
  return png;
}

function jpegOf(components: number): Buffer {
  const frame = Buffer.from([8, 0, 9, 0, 9, components]);
  const exif = segment(0xe1, Buffer.alloc(5_000));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, segment(0xc2, frame)]);
}

describe("oddColours", () => {
  it.each([
    ["a PNG", writePng([]), undefined],
    ["a PNG with alpha", pngOf(6), "transparent"],
    ["a grey PNG with alpha", pngOf(4), "transparent"],
    ["a PNG with a transparent colour", writePng([chunk("tRNS", Buffer.alloc(6))]), "transparent"],
    ["a JPEG", writeJpeg({}), undefined],
    ["a JPEG of three components", jpegOf(3), undefined],
    ["a JPEG of four", jpegOf(4), "CMYK"],
    ["a JPEG cut off", jpegOf(4).subarray(0, 300), undefined],
    ["a text", Buffer.from("teks"), undefined],
    ["nothing", Buffer.alloc(0), undefined],
  ])("%s", (_name, bytes, colours) => {
    expect(oddColours(bytes)).toBe(colours);
  });

  it("is one of the facts of a picture, where there is something to say", () => {
    const read = (bytes: Buffer) => readPicture(bytes, bytes.length).facts;
    expect(read(pngOf(6))).toMatchObject({ type: "image/png", colours: "transparent" });
    expect(read(writePng([]))).not.toHaveProperty("colours");
  });
});
