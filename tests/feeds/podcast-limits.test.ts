import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutName, cutToBytes } from "../../src/feeds/podcast-limits.ts";

describe("cutToBytes", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcdef", 5, "ab…"],
    ["日本語です", 10, "日本…"],
    ["a👨‍👩‍👧b", 10, "a…"],
    ["é".normalize("NFD").repeat(4), 8, `${"é".normalize("NFD")}…`],
  ])("%s to %d bytes", (text, most, cut) => {
    expect(cutToBytes(text, most)).toBe(cut);
  });

  it("never gives more bytes, nor half a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 3, max: 90 }),
        (text, most) => {
          const cut = cutToBytes(text, most);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(most, 3));
          expect(() => encodeURIComponent(cut)).not.toThrow();
          if (Buffer.byteLength(text) <= most) expect(cut).toBe(text);
          else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

it("cutName keeps 255 characters, and pairs together", () => {
  expect(cutName("a".repeat(255))).toHaveLength(255);
  expect(cutName(`${"a".repeat(254)}😀😀`)).toBe(`${"a".repeat(254)}😀`);
});
