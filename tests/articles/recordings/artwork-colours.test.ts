import path from "node:path";
import { describe, expect, it } from "vitest";
import { oddColours, oddColoursOf } from "../../../src/articles/recordings/artwork-colours.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { chunk, segment, writeJpeg, writePng } from "../pictures/write-picture.ts";

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

  it("reads no file that is not there", () => {
    const folder = temporaryFolder({ "a.png": pngOf(6) });
    expect(oddColoursOf(path.join(folder, "a.png"))).toBe("transparent");
    expect(oddColoursOf(path.join(folder, "b.png"))).toBeUndefined();
    expect(oddColoursOf(folder)).toBeUndefined();
  });
});
