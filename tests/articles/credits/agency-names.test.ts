import { describe, expect, it } from "vitest";
import { agencyKey, nameOthers } from "../../../src/articles/credits/agency-names.ts";
import {
  creditNames,
  creditText,
  fillCredit,
  readCreditField,
} from "../../../src/articles/credits/credit.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";
import { AMBIGUOUS, HOUSES } from "../../../src/articles/credits/houses.ts";
import { nameKey } from "../../../src/articles/credits/name-key.ts";

describe("agencyKey", () => {
  it.each([
    ["AP", "The Associated Press", "AP Photo", "Associated Press", "Foto AP", "美联社"],
    ["AFP", "Agence France-Presse", "AFP Photo", "法新社"],
    ["Getty", "Getty Images", "GETTY IMAGES"],
    ["Reuters", "Thomson Reuters", "REUTERS", "Рейтерс"],
    ["dpa", "picture alliance/dpa", "Deutsche Presse-Agentur", "DPA"],
    ["EPA", "EPA-EFE", "European Pressphoto Agency"],
    ["TASS", "ТАСС", "ITAR-TASS"],
    ["RIA Novosti", "РИА Новости", "RIA"],
    ["Xinhua", "新华社", "新華社", "Xinhua News Agency"],
    ["Kyodo", "共同通信", "Kyodo News"],
    ["Yonhap", "연합뉴스"],
    ["Antara", "ANTARA FOTO", "LKBN Antara", "Foto ANTARA"],
    ["PA", "PA Wire", "Press Association", "PA Media"],
    ["AA", "Anadolu", "Anadolu Agency", "Anadolu Ajansı"],
    ["PTI", "Press Trust of India"],
    ["Ritzau", "Ritzau Scanpix"],
  ])("is the same for %s, %s …", (...names) => {
    expect(new Set(names.map(agencyKey)).size).toBe(1);
  });

  it("keeps houses apart, and leaves other names to nameKey", () => {
    const houses = ["AP", "AFP", "EPA", "EFE", "PA", "AAP", "RIA", "Sputnik", "TASS", "APA", "PAP"];
    expect(new Set(houses.map(agencyKey)).size).toBe(houses.length);
    for (const name of ["Ann Lee", "The Gazette", "", "x".repeat(5_000)]) {
      expect(agencyKey(name)).toBe(nameKey(name));
    }
  });
});

describe("a house", () => {
  const spellings = HOUSES.flatMap((names) => names.map((name) => [name, names[0] ?? ""] as const));
  const clear = spellings.filter(([name]) => !AMBIGUOUS.has(name));

  it("is an agency to the reader in every spelling", () => {
    const unread = clear.filter(([name, house]) => {
      const lines = [`© ${name}`, `Ann Lee/${name}`, `Photo: Ann Lee / ${name}`];
      return lines.some((line) => {
        const credit = readCreditLine(line, "caption")?.credit;
        const creators = line.includes("Ann Lee") ? "Ann Lee" : "";
        const isRead = agencyKey(credit?.source ?? "") === agencyKey(house);
        return credit?.creators.join() !== creators || !isRead;
      });
    });
    expect(unread).toEqual([]);
    expect(clear.length).toBeGreaterThan(350);
  });

  it.each([...AMBIGUOUS])("keeps the key of %s, and gives it no kind that it had not", (name) => {
    expect(spellings.map(([spelling]) => spelling)).toContain(name);
    expect(readCreditLine(`Boats. ${name}`, "caption")).toBeUndefined();
  });

  it("has no spelling of another", () => {
    const houses = new Map<string, string>();
    const double = spellings.filter(([name, house]) => {
      const key = nameKey(name);
      const other = houses.get(key) ?? house;
      houses.set(key, house);
      return other !== house;
    });
    expect(double).toEqual([]);
  });
});

describe("nameOthers", () => {
  it.each([
    [["Ann Lee"], ["Bo Ek"], true],
    [["AFP"], ["Reuters", "AP"], true],
    [["Ann Lee"], [], false],
    [[], ["Ann Lee"], false],
    [[], [], false],
    [["Ann Lee", "Bo Ek"], ["BO EK"], false],
    [["Thomson Reuters"], ["Рейтерс"], false],
  ])("%j, %j: %j", (some, others, expected) => {
    expect(nameOthers(some, others)).toBe(expected);
    expect(nameOthers(others, some)).toBe(expected);
  });
});

describe("one picture, its agency written in two ways", () => {
  const shown = (...values: readonly unknown[]) => {
    const credit = values.map((value) => readCreditField(value)).reduce(fillCredit, undefined);
    if (credit === undefined) return undefined;
    const { creators, agencies } = creditNames(credit);
    return [creditText(credit), creators.join(" + "), agencies.join(" + ")];
  };
  it.each([
    ["AP", "The Associated Press", ["© Ann Lee/AP", "Ann Lee", "AP"]],
    ["ТАСС", "TASS", ["© Ann Lee/ТАСС", "Ann Lee", "ТАСС"]],
    [
      "Agence France-Presse",
      "AFP",
      ["© Ann Lee/Agence France-Presse", "Ann Lee", "Agence France-Presse"],
    ],
    ["新华社", "Xinhua", ["© Ann Lee/新华社", "Ann Lee", "新华社"]],
  ])("keeps the photographer, and the name as it is written first: %s, %s", (one, other, all) => {
    expect(shown(one, { creator: "Ann Lee", creditLine: other })).toEqual(all);
  });

  it("is another picture where the agency is another", () => {
    expect(shown("AP", { creator: "Ann Lee", creditLine: "AFP" })).toEqual(["© AP", "", "AP"]);
  });

  it("names each agency once", () => {
    expect(shown({ agency: "Getty", credit: "Ann Lee/Getty Images" })?.[2]).toBe("Getty Images");
  });
});
