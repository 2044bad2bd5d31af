import { describe, expect, it } from "vitest";
import { mendCredit, NO_ALIASES, readAliases } from "../../../src/articles/credits/aliases.ts";
import { creditNames, creditText, readCreditField } from "../../../src/articles/credits/credit.ts";
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

  it.each([
    [
      "Kim/AFP, courtesy of Kimbell Art Museum",
      { Kim: "Kim Min-ji" },
      "Kim Min-ji/AFP, courtesy of Kimbell Art Museum",
    ],
    [
      "Ann Lee Roth, Ann Lee/AFP",
      { "Ann Lee": "Ann Lee Roth" },
      "© Ann Lee Roth, Ann Lee Roth/AFP",
    ],
    [
      "S. Belov/AP, JAPAN POOL",
      { AP: "Associated Press" },
      "© S. Belov/Associated Press, JAPAN POOL",
    ],
    ["© S. Belov/ТАСС", { ТАСС: "TASS" }, "© S. Belov/TASS"],
    ["Handout", { Handout: "Ministry of Defence" }, "© Ministry of Defence"],
  ])("replace whole names only: %s", (line, spellings, text) => {
    const credit = readCreditField(line) ?? { creators: [] };
    const better = mendCredit(credit, readAliases(spellings));
    expect(creditText(better)).toBe(text);
    const { creators, agencies } = creditNames(better);
    for (const name of [...creators, ...agencies]) expect(text).toContain(name);
    expect(better.copyrightNotice ?? "").not.toContain("ТАСС");
  });

  it("name nobody twice, and leave a credit alone that holds none of the spellings", () => {
    const credit = { creators: ["S. Belov", "Sergei Belov"] };
    expect(mendCredit(credit, aliases).creators).toEqual(["Sergei Belov"]);
    expect(mendCredit(credit, NO_ALIASES)).toBe(credit);
    const other = { creators: ["Ann Lee"], raw: "Ann Lee" };
    expect(mendCredit(other, aliases)).toBe(other);
  });
});
