import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditNames, creditText } from "../../../src/articles/credits/credit.ts";
import { type CreditWhere, readCreditLine } from "../../../src/articles/credits/credit-line.ts";
import { plainLine } from "../../../src/articles/plain-text.ts";
import { readCaseLines, readFields } from "./cases.ts";

const PLACES: Readonly<Record<string, CreditWhere>> = {
  L: "lone-line",
  C: "caption",
  E: "credit-element",
};
const WHERES = Object.values(PLACES);

const credits = readCaseLines("credits.txt").map(({ language, text }) => {
  const at = text.lastIndexOf(" => ");
  const where = PLACES[text.charAt(0)] ?? "lone-line";
  return { language, where, line: text.slice(2, at), expected: readFields(text.slice(at + 4)) };
});
const prose = readCaseLines("prose.txt");
const captions = readCaseLines("captions.txt");

/** What was read, in the words of the table; `notice` and `line` only where a case gives them. */
function read(line: string, where: CreditWhere, expected: Readonly<Record<string, string>>) {
  const reading = readCreditLine(line, where);
  if (reading === undefined) return { none: "" };
  const { credit, caption } = reading;
  return {
    ...(credit.creators.length === 0 ? {} : { by: credit.creators.join(" + ") }),
    ...(credit.source === undefined ? {} : { from: credit.source }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit.role === undefined ? {} : { role: credit.role }),
    ...(expected["notice"] === undefined ? {} : { notice: credit.copyrightNotice }),
    ...(expected["line"] === undefined ? {} : { line: credit.creditLine }),
  };
}

describe("a credit line", () => {
  it("has cases enough, in languages enough", () => {
    expect(credits.length).toBeGreaterThan(300);
    expect(new Set(credits.map(({ language }) => language)).size).toBeGreaterThan(18);
    expect(prose.length).toBeGreaterThan(150);
  });

  it.each(credits)("$language $where: $line", ({ where, line, expected }) => {
    expect(read(line, where, expected)).toEqual(expected);
  });

  it.each(prose)("prose, $language: $text", ({ text }) => {
    expect(readCreditLine(text, "lone-line")).toBeUndefined();
  });

  it.each(captions)("a caption without a credit, $language: $text", ({ text }) => {
    expect(readCreditLine(text, "caption")).toBeUndefined();
  });

  it("keeps the line as found, without the caption", () => {
    expect(readCreditLine("©Sergei Belov/TASS", "lone-line")?.credit.raw).toBe(
      "©Sergei Belov/TASS",
    );
    expect(readCreditLine("A boat. (AP Photo/Ann Lee, File)", "caption")?.credit.raw).toBe(
      "(AP Photo/Ann Lee, File)",
    );
  });

  it.each(["", " ", "Photo", "Foto:", "Archive", "архив", "資料写真", "Istimewa", "(File)", "-"])(
    "an element for credits that holds only %j names nobody",
    (text) => {
      expect(readCreditLine(text, "credit-element")).toBeUndefined();
    },
  );

  it("drops the same credit given twice, and reads a licence's address", () => {
    const twice = "A boat. (Photo by ANN LEE / AFP) (Photo by ANN LEE/AFP via Getty Images)";
    expect(readCreditLine(twice, "caption")?.caption).toBe("A boat.");
    expect(readCreditLine("Ann Lee, CC BY-SA 4.0", "credit-element")?.credit.license).toBe(
      "https://creativecommons.org/licenses/by-sa/4.0/",
    );
  });
});

describe("of any line", () => {
  const pieces = fc.constantFrom(
    ..."Photo:|Foto:|©|(|)|/|via|AFP|Getty Images|Ann Lee|Иван Ветров|山川太一|사진=|撮影|,|and|by".split(
      "|",
    ),
    ..."Courtesy of|the|ministry said|.||Handout|file|2024|REUTERS|—|: |…|ANTARA FOTO|xx|@ann|X".split(
      "|",
    ),
  );
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map((found) => found.join(" ")),
    fc.array(pieces, { maxLength: 14 }).map((found) => found.join("")),
  );

  it("invents no name: each stands in the line, and in what the reader sees", () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...WHERES), (text, where) => {
        const reading = readCreditLine(text, where);
        if (reading === undefined) return;
        const { credit, caption } = reading;
        const plain = plainLine(text);
        const { creators, agencies } = creditNames(credit);
        const shown = creditText(credit);
        expect(shown).not.toBe("");
        for (const name of [...credit.creators, ...agencies]) expect(plain).toContain(name);
        for (const name of [...creators, ...agencies]) expect(shown).toContain(name);
        expect(creators).toEqual(credit.creators);
        if (caption !== undefined) expect(plain.startsWith(caption)).toBe(true);
        expect(caption).not.toBe("");
      }),
      { numRuns: 400 },
    );
  });

  it("takes time in proportion to its length, at most", () => {
    const hostile = [
      "((((",
      "/ / /",
      "Photo: ",
      "©",
      "(a",
      "a)",
      "by and ",
      " via ",
      "A. ",
      "　",
      "AP/",
    ];
    const started = performance.now();
    for (const piece of hostile) {
      for (const length of [990, 2_990, 9_990, 100_000]) {
        const text = piece.repeat(length / piece.length);
        for (const where of WHERES) readCreditLine(`Ann ${text}`.slice(0, length), where);
      }
    }
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
