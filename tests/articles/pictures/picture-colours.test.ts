import { describe, expect, it } from "vitest";
import { readPicture } from "../../../src/articles/pictures/files/picture-file.ts";
import { chunk, segment, writeJpeg, writePng } from "./write-picture.ts";

function pngOf(colourType: number): Buffer {
  const png = Buffer.from(writePng([]));
  png[25] = colourType;
  return png;
}

function jpegOf(components: number, before = [segment(0xe1, Buffer.alloc(5_000))]): Buffer {
  const frame = Buffer.from([8, 0, 9, 0, 9, components]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...before, segment(0xc2, frame)]);
}

/** A colour profile of 557 KB, as CMYK of a press has them: in segments of 64 KB. */
const PROFILE = Array.from({ length: 9 }, () => segment(0xe2, Buffer.alloc(61_900)));
const TRANSPARENT = chunk("tRNS", Buffer.alloc(6));

describe("the colours of a picture", () => {
  it.each([
    ["a PNG", writePng([]), undefined],
    ["a PNG with alpha", pngOf(6), "transparent"],
    ["a grey PNG with alpha", pngOf(4), "transparent"],
    ["a PNG with a transparent colour", writePng([TRANSPARENT]), "transparent"],
    [
      "a PNG with a transparent colour behind a long text",
      writePng([chunk("iTXt", Buffer.alloc(300_000)), TRANSPARENT]),
      "transparent",
    ],
    [
      "a PNG with such a chunk behind its image",
      writePng([chunk("IDAT", Buffer.alloc(9)), TRANSPARENT]),
      undefined,
    ],
    ["a JPEG", writeJpeg({}), undefined],
    ["a JPEG of three components", jpegOf(3), undefined],
    ["a JPEG of four", jpegOf(4), "CMYK"],
    ["a JPEG of four behind a large profile", jpegOf(4, PROFILE), "CMYK"],
    ["a JPEG of three behind one", jpegOf(3, PROFILE), undefined],
    ["a JPEG cut off", jpegOf(4).subarray(0, 300), undefined],
    ["a text", Buffer.from("teks"), undefined],
    ["nothing", Buffer.alloc(0), undefined],
  ])("%s", (_name, bytes, colours) => {
    const { facts } = readPicture(bytes, bytes.length);
    expect(facts?.colours).toBe(colours);
    if (colours === undefined) expect(facts ?? {}).not.toHaveProperty("colours");
  });

  it("stand beside the other facts", () => {
    const { facts } = readPicture(pngOf(6), pngOf(6).length);
    expect(facts).toMatchObject({ type: "image/png", colours: "transparent", width: 640 });
  });
});
