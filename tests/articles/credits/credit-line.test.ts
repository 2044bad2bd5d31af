import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditNames, creditText } from "../../../src/articles/credits/credit.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";
import { plainLine } from "../../../src/articles/plain-text.ts";
import { captionCases, creditCases, proseCases, readCase, WHERES } from "./cases.ts";

describe("a credit line", () => {
  it("has cases enough, in languages enough", () => {
    expect(creditCases.length).toBeGreaterThan(900);
    expect(new Set(creditCases.map(({ language }) => language)).size).toBeGreaterThan(40);
    expect(proseCases.length + captionCases.length).toBeGreaterThan(800);
  });

  it.each(creditCases)("$language $where: $line", (one) => {
    expect(readCase(one)).toEqual(one.expected);
  });

  it.each(proseCases)("prose, $language: $text", ({ text }) => {
    expect(readCreditLine(text, "lone-line")).toBeUndefined();
  });

  it.each(captionCases)("a caption without a credit, $language: $text", ({ text }) => {
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

  it("takes a paragraph for a caption only up to a length, a longer one behind an agency's mark", () => {
    const words = (length: number) =>
      "The ferry waits. ".repeat(length / 17 + 1).slice(0, length - 1);
    const read = (length: number, credit: string) =>
      readCreditLine(`${words(length)}. ${credit}`, "lone-line")?.credit.creators;
    expect(read(299, "(Foto: Ann Lee/dpa)")).toEqual(["Ann Lee"]);
    expect(read(302, "(Foto: Ann Lee/dpa)")).toBeUndefined();
    expect(read(302, "(AP Photo/Ann Lee)")).toEqual(["Ann Lee"]);
    expect(read(699, "(AP Photo/Ann Lee)")).toEqual(["Ann Lee"]);
    expect(read(702, "(AP Photo/Ann Lee)")).toBeUndefined();
  });

  it("reads what was decoded once too few, and drops an agency's number of the picture", () => {
    const read = (line: string) => readCreditLine(line, "caption")?.credit.creditLine;
    expect(read("&copy;&nbsp;Ann Lee/EPA")).toBe("Ann Lee/EPA");
    expect(read("&#169;&#160;Ann Lee/EPA")).toBe("Ann Lee/EPA");
    expect(read("©\ufe0f Ann Lee/EPA")).toBe("Ann Lee/EPA");
    expect(read("A boat. (PTI Photo/Ann Lee)(PTI05_06_2024_000123B)")).toBe("PTI Photo/Ann Lee");
  });

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
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
