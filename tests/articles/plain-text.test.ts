import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanCharacters,
  htmlOfText,
  plainLine,
  plainLineOfHtml,
} from "../../src/articles/plain-text.ts";
import { anyText } from "../any-text.ts";

describe("plainLineOfHtml", () => {
  it.each([
    ["tags stripped, entities decoded once", 'AT&T <b>x</b> &amp;amp; "q"', 'AT&T x &amp; "q"'],
    ["entities of every kind", "&quot;a&#39;s&#x2019; &nbsp;b&hellip;", "\"a's’ b…"],
    ["no mark-up, no loss", "List<String> is < 3 > 2", "List<String> is < 3 > 2"],
    ["a tag that was written out", "The &lt;b&gt; element", "The <b> element"],
    ["words of two lines", "Satu<br>dua<br/>tiga", "Satu dua tiga"],
    ["words of two blocks", "<p>Satu</p><p>dua</p>", "Satu dua"],
    ["attributes", '<a href="x" title=\'y\'>tautan</a> <img src="a.jpg">', "tautan"],
    ["comments", "a<!-- rahasia -->b", "ab"],
    ["white space of any script", " a\u00a0\u3000\n\tb ", "a b"],
    ["bidi marks and zero width spaces", "a\u202e\u2066b\u200b\u00ad\ufeffc", "abc"],
    ["joiners that Persian and emoji need", "می‌خواهم 👩‍🚀", "می‌خواهم 👩‍🚀"],
    ["control characters", "a\u0000\u0008\u001bb\u007f", "ab"],
    ["Windows-1252 leftovers", "\u0093a\u0094 \u0096 &#146;", "“a” – ’"],
    ["lone surrogates and noncharacters", "a\ud800b\ufffe\ufdd0\u{1ffff}c", "abc"],
    ["NFC", "e\u0301", "é"],
  ])("%s", (_, html, line) => {
    expect(plainLineOfHtml(html)).toBe(line);
  });

  it("is one clean line, whatever it is given, and cleaning again changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]|^\s|\s$|\s\s/u);
        expect(line).toBe(line.normalize("NFC"));
        expect(plainLine(line)).toBe(line);
      }),
    );
  });

  it("takes no quadratic time over tags and comments left open", () => {
    for (const part of ["<!--", "<b ", "<a href='", "&amp"]) {
      expect(plainLineOfHtml(part.repeat(5_000)).length).toBeGreaterThan(0);
    }
  });
});

describe("cleanCharacters", () => {
  it("keeps lines, as LF", () => {
    expect(cleanCharacters("a\r\nb\rc\td")).toBe("a\nb\nc\td");
  });
});

describe("plain text as HTML", () => {
  it("shows the same characters", () => {
    expect(htmlOfText('<b> & "c" &amp;')).toBe('&lt;b&gt; &amp; "c" &amp;amp;');
  });
});

describe("texts that need no work", () => {
  /** As the words of `plainLine` and `cleanCharacters` have it, in full. */
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it("hold no character that would have to be changed", () => {
    const changed = characters.filter((character) => {
      const line = `a${character}b`;
      if (plainLine(line) !== line) return false;
      const isShown = !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?! )\s|[\u200b\u200e\u200f\ufffd]/u.test(line);
      return !isShown || line.normalize("NFC") !== line;
    });
    expect(changed).toEqual([]);
  });

  it("are the same beside any other character", () => {
    const kept = characters.filter((character) => plainLine(`${character}.`) === `${character}.`);
    const marks = ["\u0301", "\u0653", "\u3099", "\u11a8"];
    for (const mark of marks) {
      const wrong = kept.filter((character) => {
        const line = `${character}${mark}`;
        return plainLine(line) !== line.normalize("NFC");
      });
      expect(wrong).toEqual([]);
    }
  });
});
