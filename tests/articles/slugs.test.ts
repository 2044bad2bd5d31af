import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf, slugOfFileName } from "../../src/articles/slugs.ts";
import { anyText } from "../any-text.ts";

describe("slugOf", () => {
  it.each([
    ["Dua Kata", "dua-kata"],
    ["  C++ & C# ", "c-c"],
    ["L’été d'Or", "lété-dor"],
    ["Новости дня", "новости-дня"],
    ["देव दीपावली", "देव-दीपावली"],
    ["新闻：今日", "新闻-今日"],
    ["ＦＵＬＬ Ｗｉｄｔｈ", "full-width"],
    ["../../etc/passwd", "etc-passwd"],
    ["a_b", "a_b"],
  ])("%s → %s", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it.each(["", "!!!", "..", "🎉"])("%s, without a letter, becomes a digest", (text) => {
    expect(slugOf(text)).toMatch(/^[\da-f]{8}$/);
  });

  it("is safe as a file name, whatever it is made of", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const slug of [slugOf(text), slugOfFileName(text, true)]) {
          expect(slug).toMatch(/^[\p{L}\p{N}\p{M}_.-]+$/u);
          expect(slug).not.toMatch(/^[.-]|[.-]$/);
          expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  it("leaves room for an ending even in scripts of four bytes a letter", () => {
    expect(Buffer.byteLength(slugOf("𐍈".repeat(300)))).toBe(200);
  });
});

describe("slugOfFileName", () => {
  it.each([
    ["v1.2-Notes", false, "v1.2-notes"],
    ["v1.2-Notes", true, "v1.2-Notes"],
    ["My Post!", false, "my-post"],
  ])("%s → %s", (name, keepsCase, slug) => {
    expect(slugOfFileName(name, keepsCase)).toBe(slug);
  });
});
