import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanCharacters, plainLine } from "../../src/articles/plain-text.ts";
import { excerptOfHtml, fitLine, fitText, shorten } from "../../src/formats/text.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ max: 0xffff, min: 0 }).map((code) => String.fromCharCode(code)),
    fc.string({ maxLength: 1, unit: "grapheme" }),
  ),
});

describe("the quick look", () => {
  it("finds whatever has to be cleaned", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fitText(text)).toBe(cleanCharacters(text));
        expect(fitLine(text)).toBe(plainLine(text) || undefined);
      }),
    );
  });
});

describe("the words of some HTML", () => {
  it.each([
    ["<p>One <b>tw</b>o.</p><p>Three &amp; four</p>", "One two. Three & four"],
    ["<style>p{}</style><script>x<y</script>Text", "Text"],
    ["a < b and c > d", "a < b and c > d"],
    ["<!-- note --><img src=x>", undefined],
    ["<p", undefined],
    ["", undefined],
  ])("%s: %s", (html, expected) => {
    expect(excerptOfHtml(html, 100)).toBe(expected);
  });

  it("stop in time", () => {
    expect(excerptOfHtml("<p>one two three four</p>", 12)).toBe("one two…");
    expect(excerptOfHtml("<script".repeat(200_000), 300)).toBeUndefined();
    expect(excerptOfHtml("<".repeat(200_000), 20)).toHaveLength(20);
  });
});

describe("a shortened line", () => {
  it.each([
    ["short", "short"],
    ["exactly ten", "exactly…"],
    ["一二三四五六七八九十一二", "一二三四五六七八九…"],
    ["12345678🚢🚢🚢", "12345678…"],
  ])("%s: %s", (line, expected) => {
    expect(shorten(line, 10)).toBe(expected);
  });
});
