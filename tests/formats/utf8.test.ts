import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanCharacters } from "../../src/articles/plain-text.ts";
import { formats, renderBytes } from "../../src/formats/formats.ts";
import { fitText } from "../../src/formats/text.ts";
import { encodePieces, isDoubtful } from "../../src/formats/utf8.ts";
import { caseNames, freezeDeep, readCase } from "./cases.ts";

/** Everything that a look at bytes could miss: at the edges of its windows, and between them. */
const odd = ["\u0000", "\u000b", "\r", "\r\n", "\u001f", "\u007f", "\u0085", "\u009f", "\ufdd0"];
const halves = ["\ud800", "\udc00", "\ufffd", "\ufffe", "\uffff", "\ud83f\udfff"];
const fine = ["\t", "\n", "~", " ", "é", "’", "п", "石", "\u8fff", "🚢", "\u00a0"];

const long = fc
  .array(fc.tuple(fc.constantFrom(...odd, ...halves, ...fine), fc.nat({ max: 1300 })), {
    maxLength: 8,
  })
  .map((parts) => parts.map(([one, room]) => "x".repeat(room) + one).join(""));

describe("a long text", () => {
  it("is cleaned exactly where it has to be", () => {
    fc.assert(
      fc.property(long, (text) => {
        expect(fitText(text)).toBe(cleanCharacters(text));
      }),
    );
  });

  it.each([...odd, ...halves])("is cleaned of %j wherever it stands", (one) => {
    for (const before of [0, 1, 2, 3, 1021, 1022, 1023, 1024, 1025, 8191, 8192, 8193, 16_384]) {
      const text = `${"x".repeat(before)}${one}${"y".repeat(600)}`;
      expect(fitText(text)).toBe(cleanCharacters(text));
      const foreign = `${"石".repeat(before)}${text}`;
      expect(fitText(foreign)).toBe(cleanCharacters(foreign));
    }
  });
});

describe("the look at a long text", () => {
  const doubtful =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

  it("knows every character, as the first of a pair, the second, and alone", () => {
    const mistaken: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const one = String.fromCharCode(unit);
      for (const text of [one, `a${one}`, `${one}a`, `石${one}`, `${one}石`]) {
        if (isDoubtful(text) !== doubtful.test(text)) mistaken.push(text);
      }
    }
    expect(mistaken).toEqual([]);
  });

  it("sees nothing of the text before", () => {
    expect(isDoubtful("\u0000".repeat(9))).toBe(true);
    expect(isDoubtful("x".repeat(5))).toBe(false);
  });
});

describe("pieces", () => {
  it("become the bytes of the text that they make", () => {
    const pieces = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), long), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (list) => {
        expect(encodePieces(list).equals(Buffer.concat(list.map((one) => Buffer.from(one))))).toBe(
          true,
        );
      }),
    );
    expect(encodePieces([]).length).toBe(0);
    expect(encodePieces(["石".repeat(10_000), "", "x"]).toString()).toBe(`${"石".repeat(10_000)}x`);
  });
});

describe.each(formats)("bytes of $name", (format) => {
  it.each(caseNames)("are those of the text, also when items are shared: %s", (name) => {
    const feed = freezeDeep(readCase(name));
    const expected = format.render(readCase(name));
    for (const _ of ["first", "again"]) {
      expect(renderBytes(format, feed).toString()).toBe(expected);
    }
    const other = { ...feed, options: { ...feed.options, language: "fy", podcast: true } };
    const alone = { ...readCase(name), options: other.options };
    expect(renderBytes(format, other).toString()).toBe(format.render(alone));
    expect(renderBytes(format, feed).toString()).toBe(expected);
  });
});

const inPieces = formats.filter(({ renderPieces }) => renderPieces !== undefined);

describe.each(inPieces)("bytes of a feed too great to be kept, as $name", (format) => {
  it("are those of the text, and so are those of a small one after it", () => {
    const [name = ""] = caseNames;
    const feed = readCase(name);
    const [item] = feed.items;
    if (item === undefined) throw new Error(`no item in ${name}`);
    const items = Array.from({ length: 1001 }, (_, i) =>
      Object.freeze({ ...item, id: `tag:example.org,2026:${i}`, guid: `${i}` }),
    );
    const many = { ...feed, items };
    expect(renderBytes(format, many).toString() === format.render(many)).toBe(true);
    const few = { ...feed, items: items.slice(0, 2) };
    const alone = { ...few, items: few.items.map((one) => ({ ...one })) };
    expect(renderBytes(format, few).toString()).toBe(format.render(alone));
  });
});
