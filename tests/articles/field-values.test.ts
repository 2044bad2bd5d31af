import { describe, expect, it } from "vitest";
import {
  exactSecondsOf,
  flagOf,
  namesOf,
  peopleOf,
  secondsOf,
  textOf,
} from "../../src/articles/field-values.ts";

const SITE = "https://site.example/";

describe("textOf", () => {
  it.each([
    [2022, "2022"],
    [0, "0"],
    ["<i>a</i>", "a"],
    [["satu", "dua"], "satu"],
    [new Date("2022-09-16T00:00:00Z"), "2022-09-16"],
  ])("%j is %s", (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    ...[null, undefined, true, Number.NaN, {}, [], [[["x"]]], "", " ", "\u200d", "\u3164"],
    ...["\u0301", new Date(Number.NaN)],
  ])("%j is none", (value) => {
    expect(textOf(value)).toBeUndefined();
  });
});

describe("flagOf", () => {
  it.each([
    [true, true],
    ["Yes", true],
    [1, true],
    ["off", false],
    [0, false],
    ["2022", undefined],
    [[true], undefined],
    [{ toString: 1 }, undefined],
    [null, undefined],
  ])("%j is %s", (value, flag) => {
    expect(flagOf(value)).toBe(flag);
  });
});

describe("namesOf", () => {
  it.each([
    ["satu, dua,satu", ["satu", "dua"]],
    ["satu dua", ["satu dua"]],
    ["台風、地震", ["台風", "地震"]],
    [
      ["a", " b ", 3, null, "", ["x"]],
      ["a", "b", "3", "x"],
    ],
    [
      [{ name: "A" }, { title: "B" }, { label: "C" }, { id: 4 }],
      ["A", "B", "C"],
    ],
    [{ name: "A" }, ["A"]],
    [undefined, []],
    [true, []],
  ])("%j", (value, names) => {
    expect(namesOf(value)).toEqual(names);
  });

  it("splits at blanks for Jekyll", () => {
    expect(namesOf("satu dua", true)).toEqual(["satu", "dua"]);
  });

  it("bounds what a hostile record may name", () => {
    expect(namesOf(Array.from({ length: 5000 }, (_, at) => `t${at}`)).length).toBe(200);
  });
});

describe("peopleOf", () => {
  it.each([
    ["Maya Hendrawan", [{ name: "Maya Hendrawan" }]],
    ["By Maya Hendrawan", [{ name: "Maya Hendrawan" }]],
    ["Oleh: Maya Hendrawan", [{ name: "Maya Hendrawan" }]],
    ["Автор: Майя", [{ name: "Майя" }]],
    ["Von Trier", [{ name: "Von Trier" }]],
    ["Byron Sitepu", [{ name: "Byron Sitepu" }]],
    ["Maya <maya@site.example>", [{ name: "Maya", email: "maya@site.example" }]],
    ["maya@site.example (Maya)", [{ name: "Maya", email: "maya@site.example" }]],
    ["maya@site.example", [{ name: "maya@site.example", email: "maya@site.example" }]],
    ["Redaksi (Jakarta)", [{ name: "Redaksi (Jakarta)" }]],
    ["Sitorus, M.Si.", [{ name: "Sitorus, M.Si." }]],
    [
      ["A", { name: "B" }, "A", ""],
      [{ name: "A" }, { name: "B" }],
    ],
    [{ display_name: "A", link: "/a/" }, [{ name: "A", url: "https://site.example/a/" }]],
    [{ displayName: "A", url: "javascript:x" }, [{ name: "A" }]],
    [{ first_name: "A", last_name: "B" }, [{ name: "A B" }]],
    [{ givenName: "A", email: "no mail" }, [{ name: "A" }]],
    [{ slug: "a" }, []],
    [7, []],
  ])("author: %j", (value, people) => {
    expect(peopleOf({ name: "author", value }, SITE)).toEqual(people);
  });

  it("splits a string only where the name of the field is a plural", () => {
    expect(peopleOf({ name: "authors", value: "A, B; C" }, SITE).map(({ name }) => name)).toEqual([
      ...["A", "B", "C"],
    ]);
  });

  it("takes no polynomial time over a hostile name", () => {
    const value = `${"a-".repeat(60)}@${"a.".repeat(60)}<`;
    expect(peopleOf({ name: "author", value: Array(200).fill(value) }, SITE).length).toBe(1);
  });
});

describe("secondsOf", () => {
  it.each([
    [95, 95],
    ["95", 95],
    ["1:35", 95],
    ["01:01:35", 3695],
    ["PT1M35S", 95],
    ["PT1H", 3600],
    [95.4, 95],
    [0, undefined],
    [-5, undefined],
    ["soon", undefined],
    ["PT", undefined],
    [null, undefined],
  ])("%j is %s", (value, seconds) => {
    expect(secondsOf(value)).toBe(seconds);
  });
});

describe("exactSecondsOf", () => {
  it.each([
    [0, 0],
    ["0", 0],
    ["1:30", 90],
    ["01:00:01", 3_601],
    ["00:00:01,250", 1.25],
    [1.23456, 1.235],
    [-1, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ["1:2:3:4", undefined],
    ["PT1M30S", 90],
    ["PT1M30.5S", 90.5],
    ["PT", undefined],
    ["satu", undefined],
  ])("%j is %j seconds", (value, seconds) => {
    expect(exactSecondsOf(value)).toBe(seconds);
  });
});
