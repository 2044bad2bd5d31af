import { describe, expect, it } from "vitest";
import { largestOf, readSrcset, writeSrcset } from "../../../src/articles/content/srcset.ts";

describe("readSrcset", () => {
  it.each([
    ["", ""],
    [" , ,", ""],
    ["a.jpg", "a.jpg"],
    ["a.jpg 1x, b.jpg 2x", "a.jpg 1x, b.jpg 2x"],
    ["a.jpg 1x,b.jpg 1.5x", "a.jpg 1x, b.jpg 1.5x"],
    ["a.jpg, b.jpg 2x", "a.jpg, b.jpg 2x"],
    ["/w_1,h_2/a.jpg 600w, /w_3,h_4/a.jpg 1200w", "/w_1,h_2/a.jpg 600w, /w_3,h_4/a.jpg 1200w"],
    ["a.jpg\n 600w\t,\n\tb.jpg 1200w,", "a.jpg 600w, b.jpg 1200w"],
    ["a.jpg 600w 400h, b.jpg", "a.jpg 600w, b.jpg"],
    ["a.jpg 600q, b.jpg 0w, c.jpg -1x, d.jpg 2x", "d.jpg 2x"],
    ["a.jpg foo(1, 2) 3x, b.jpg 1x", "a.jpg 3x, b.jpg 1x"],
  ])("%j", (value, list) => expect(writeSrcset(readSrcset(value))).toBe(list));

  it("finds the largest", () => {
    expect(largestOf(readSrcset("a 300w, b 1200w, c 600w"))?.url).toBe("b");
    expect(largestOf(readSrcset("a, b 2x"))?.url).toBe("b");
    expect(largestOf([])).toBeUndefined();
  });

  it("does not let an address end in the list's comma", () => {
    expect(writeSrcset([{ url: "https://a.example/x," }, { url: "https://a.example/y" }])).toBe(
      "https://a.example/x%2C, https://a.example/y",
    );
  });
});
