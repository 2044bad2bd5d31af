import { describe, expect, it } from "vitest";
import { mendCredit, NO_ALIASES, readAliases } from "../../../src/articles/credits/aliases.ts";
import { creditNames, creditText } from "../../../src/articles/credits/credit.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";

const aliases = readAliases({
  "S. Belov": "Sergei Belov",
  ТАСС: "TASS",
  "Jose Pena": "José Peña",
});

function mended(line: string) {
  const credit = readCreditLine(line, "credit-element")?.credit ?? { creators: [] };
  const better = mendCredit(credit, aliases);
  return { ...creditNames(better), text: creditText(better) };
}

describe("aliases", () => {
  it.each([
    ["S. Belov/ТАСС", ["Sergei Belov"], ["TASS"], "© Sergei Belov/TASS"],
    ["Foto: PENA JOSE / AFP", ["José Peña"], ["AFP"], "© José Peña / AFP"],
    ["Courtesy of S. Belov", [], ["Sergei Belov"], "Courtesy of Sergei Belov"],
    ["Ann Lee/AP", ["Ann Lee"], ["AP"], "© Ann Lee/AP"],
  ])("mend %s for machines and readers alike", (line, creators, agencies, text) => {
    expect(mended(line)).toEqual({ creators, agencies, text });
  });

  it("keep the line as it was found, and name nobody twice", () => {
    const credit = { creators: ["S. Belov", "Sergei Belov"], raw: "S. Belov, Sergei Belov" };
    expect(mendCredit(credit, aliases)).toMatchObject({
      creators: ["Sergei Belov"],
      raw: credit.raw,
    });
    expect(mendCredit(credit, NO_ALIASES)).toBe(credit);
  });
});
