import { describe, expect, it } from "vitest";
import { groupSpellings } from "../../../src/articles/credits/spellings.ts";

describe("groupSpellings", () => {
  it.each<[string, string[], string[][]]>([
    ["no names", [], []],
    ["one spelling, however often", ["Mia Fern", "Mia Fern"], []],
    ["different people", ["Mia Fern", "Mia Farn"], []],
    ["the most frequent first", ["MIA FERN", "Mia Fern", "Mia Fern"], [["Mia Fern", "MIA FERN"]]],
    [
      "equally frequent ones as they came",
      ["Fern, Mia", "Mia Férn", "MIA FERN"],
      [["Fern, Mia", "Mia Férn", "MIA FERN"]],
    ],
    [
      "a group each, in order of their keys",
      ["山田 太郎", "Zoë Ash", "Bo Oak", "山田太郎", "Zoe Ash", "BO OAK", "Una Elm"],
      [
        ["Zoë Ash", "Zoe Ash"],
        ["Bo Oak", "BO OAK"],
        ["山田 太郎", "山田太郎"],
      ],
    ],
    ["empty names are nobody's", ["", " ", "  "], []],
  ])("%s", (_, names, groups) => {
    expect(groupSpellings(names)).toEqual(groups);
  });

  it("leaves its input as it was", () => {
    const names = Object.freeze(["Bo Oak", "BO OAK", "BO OAK"]);
    expect(groupSpellings(names)).toEqual([["BO OAK", "Bo Oak"]]);
  });
});
