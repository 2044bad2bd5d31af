import { describe, expect, it } from "vitest";
import { readBoxes, readBoxHeader } from "../../../src/articles/pictures/files/boxes.ts";
import { box } from "./write-picture.ts";

const named = (bytes: Buffer) =>
  readBoxes(bytes).map(({ type, data, isWhole }) => [type, data.toString("latin1"), isWhole]);

/** A size in eight bytes (ISO/IEC 14496-12, 4.2). */
function longBox(type: string, size: bigint, content = ""): Buffer {
  const header = Buffer.from(`\0\0\0\x01${type}\0\0\0\0\0\0\0\0`, "latin1");
  header.writeBigUInt64BE(size, 8);
  return Buffer.concat([header, Buffer.from(content)]);
}

describe("readBoxes", () => {
  const free = box("free", Buffer.from("ab"));
  it.each([
    [
      "one after the other",
      [free, box("skip")],
      [
        ["free", "ab", true],
        ["skip", "", true],
      ],
    ],
    [
      "one whose size takes eight bytes",
      [longBox("mdat", 18n, "cd"), free],
      [
        ["mdat", "cd", true],
        ["free", "ab", true],
      ],
    ],
    ["one that goes to the end", [Buffer.from("\0\0\0\0mdatcdef")], [["mdat", "cdef", true]]],
    [
      "one that is cut off",
      [free, free.subarray(0, 9)],
      [
        ["free", "ab", true],
        ["free", "a", false],
      ],
    ],
    ["one of 4 GB", [longBox("mdat", 2n ** 32n, "cd")], [["mdat", "cd", false]]],
  ])("reads %s", (_name, parts, boxes) => {
    expect(named(Buffer.concat(parts))).toEqual(boxes);
  });

  it.each([
    ["smaller than its header", Buffer.from("\0\0\0\x07free")],
    ["of eight bytes, smaller than its header", longBox("free", 15n)],
    ["of eight bytes that are not there", Buffer.from("\0\0\0\x01free\0\0\0")],
    ["of more bytes than can be counted", longBox("mdat", 2n ** 53n, "cd")],
    ["of all bytes there could be", longBox("mdat", 2n ** 64n - 1n, "cd")],
    ["of which nothing is there", Buffer.from("\0\0\0\x09fre")],
  ])("ends before a size %s", (_name, bytes) => {
    expect(named(Buffer.concat([free, bytes]))).toEqual([["free", "ab", true]]);
    expect(readBoxHeader(bytes.subarray(0, 16), bytes.length)).toBeUndefined();
  });
});
