import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOfText } from "../../../src/articles/ledger/digest.ts";
import { anyText } from "../../any-text.ts";

describe("digestOfText", () => {
  it("is the same on every machine", () => {
    // printf 'The river rose' | sha256sum
    expect(digestOfText("The river rose")).toBe("aec8df61df4f34fd");
  });

  it("is empty where there is nothing to see", () => {
    expect(digestOfText(" \r\n\t\u00a0")).toBe("");
  });

  it.each([
    ["line ends", "a\nb c", "a\r\nb c"],
    ["indents", "a\n  b", "a\n\tb"],
    ["blanks at the ends", "  a b\n", "a b"],
    ["another form of the letters", "caf\u00e9", "cafe\u0301"],
  ])("does not mind %s", (_what, one, other) => {
    expect(digestOfText(one)).toBe(digestOfText(other));
  });

  it("minds a word, a letter's case, and where words end", () => {
    const texts = ["a b", "a B", "ab", "a b c"];
    expect(new Set(texts.map(digestOfText)).size).toBe(texts.length);
  });

  it("folds as one would expect", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = text.normalize("NFC").replace(/\s+/g, " ").trim();
        expect(digestOfText(text)).toBe(digestOfText(folded));
      }),
    );
  });
});
