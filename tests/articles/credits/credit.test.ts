import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Credit } from "../../../src/articles/article.ts";
import {
  creditNames,
  creditText,
  fillCredit,
  readCreditField,
} from "../../../src/articles/credits/credit.ts";
import { plainLine } from "../../../src/articles/plain-text.ts";

const CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";

describe("creditText", () => {
  const table: readonly (readonly [string, Partial<Credit>])[] = [
    ["© Ann Lee/TASS", { creators: ["Ann Lee"], source: "TASS", raw: "©Ann Lee/TASS" }],
    ["© Ann Lee/TASS", { creators: ["Ann Lee"], source: "TASS", raw: "Ann Lee/TASS" }],
    ["© Ann Lee/TASS", { creators: ["Ann Lee"], source: "TASS" }],
    ["© Ann Lee, Bo Ek/TASS", { creators: ["Ann Lee", "Bo Ek"], source: "TASS" }],
    ["© Ann Lee", { creators: ["Ann Lee"] }],
    ["© TASS", { source: "TASS" }],
    ["Foto: Ann Lee/dpa", { creators: ["Ann Lee"], source: "dpa", raw: "Foto:  Ann Lee/dpa" }],
    ["Foto: Ann Lee", { creators: ["Ann Lee"], raw: "(Foto: Ann Lee)" }],
    [
      "AP Photo/Ann Lee, File",
      { creators: ["Ann Lee"], source: "AP", raw: "(AP Photo/Ann Lee, File)" },
    ],
    ["© 2022 Ann Lee", { creators: ["Ann Lee"], raw: "(c) 2022 Ann Lee" }],
    [
      "© Ann Lee/AFP via Getty Images",
      { creators: ["Ann Lee"], creditLine: "Ann Lee/AFP via Getty Images" },
    ],
    [
      "© Ann Lee/AFP via Getty Images",
      { creators: ["Ann Lee"], creditLine: "AFP via Getty Images", source: "AFP" },
    ],
    ["© Ann Lee/AFP", { creators: ["Ann Lee"], source: "AFP", raw: "somebody else" }],
    [
      "Courtesy of Harbor Museum",
      { source: "Harbor Museum", creditLine: "Courtesy of Harbor Museum" },
    ],
    ["Handout via REUTERS", { source: "REUTERS", creditLine: "Handout via REUTERS" }],
    ["Divulgação/Navios", { source: "Navios", creditLine: "Divulgação/Navios" }],
    ["Ann Lee", { creators: ["Ann Lee"], license: CC0 }],
    ["Public domain", { creditLine: "Public domain", raw: "Public domain" }],
    ["© 2022 Harbor Media", { copyrightNotice: "© 2022 Harbor Media" }],
    ["Copyright 2022 Harbor Media", { copyrightNotice: "Copyright 2022 Harbor Media" }],
    [CC0, { license: CC0 }],
    ["Foto: Ann Lee", { creators: ["Ann Lee"], raw: "| Foto: Ann Lee" }],
    ["Foto: Ann Lee", { creators: ["Ann Lee"], raw: "Foto: Ann Lee." }],
  ];
  it.each(table)("%s", (text, credit) => {
    expect(creditText({ creators: [], ...credit })).toBe(text);
  });
});

describe("a record's text with a licence behind the names", () => {
  it.each([
    "Photo by Ann Lee is licensed under CC BY 2.0",
    "Photo by Ann Lee, licensed under CC BY 2.0",
    "Foto: Ann Lee – Lizenz: CC BY 2.0",
  ])("%s", (line) => {
    expect(readCreditField(line)).toEqual({
      creators: ["Ann Lee"],
      creditLine: "Ann Lee",
      license: "https://creativecommons.org/licenses/by/2.0/",
      raw: line,
    });
  });
});

describe("creditNames", () => {
  it("names every agency of the line", () => {
    const credit = readCreditField("Ann Lee/AFP via Getty Images");
    expect(credit && creditNames(credit)).toEqual({
      creators: ["Ann Lee"],
      agencies: ["AFP", "Getty Images"],
    });
  });

  it("and the text name the same, whatever the fields hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom(
        "Ann Lee",
        "AFP",
        "Ann Lee/AFP",
        "Courtesy of X",
        "© A B/TASS",
        " ",
        "a\nb",
        "( A )",
      ),
    );
    const credit = fc.record(
      {
        creators: fc.array(text, { maxLength: 3 }),
        creditLine: text,
        source: text,
        raw: text,
        copyrightNotice: text,
      },
      { requiredKeys: ["creators"] },
    );
    fc.assert(
      fc.property(credit, (any) => {
        const shown = creditText(any);
        expect(shown.trim()).not.toBe("");
        const { creators, agencies } = creditNames(any);
        for (const name of [...creators, ...agencies]) expect(shown).toContain(name);
        for (const name of any.creators.map(plainLine)) {
          if (name !== "") expect(creators).toContain(name);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("readCreditField", () => {
  const read = (value: unknown, rest?: { copyright?: unknown; license?: unknown }) => {
    const credit = readCreditField(value, rest);
    return (
      credit && [credit.creators.join(" + "), credit.source ?? "", credit.copyrightNotice ?? ""]
    );
  };
  it.each([
    ["Ann Lee/AFP", ["Ann Lee", "AFP", ""]],
    ["&copy; Ann Lee/TASS", ["Ann Lee", "TASS", "© Ann Lee/TASS"]],
    [
      'Photo by <a href="https://a.example/">Ann Lee</a> on <a href="/">Unsplash</a>',
      ["Ann Lee", "Unsplash", ""],
    ],
    ["Photo by [Ann Lee](https://a.example/ann) on Unsplash", ["Ann Lee", "Unsplash", ""]],
    [
      { creator: "Ann Lee", source: "TASS", copyright: "2022 TASS" },
      ["Ann Lee", "TASS", "© 2022 TASS"],
    ],
    [{ photographer: { name: "Ann Lee" } }, ["Ann Lee", "", ""]],
    [{ creators: [{ name: "Ann Lee" }, "Bo Ek"], agency: "AFP" }, ["Ann Lee + Bo Ek", "AFP", ""]],
    [{ credit: "Ann Lee/AFP", src: "a.jpg", name: "The harbor" }, ["Ann Lee", "AFP", ""]],
    [{ name: "Ann Lee", url: "https://a.example/" }, ["Ann Lee", "", ""]],
    [{ credit: { name: "Ann Lee" } }, ["Ann Lee", "", ""]],
    [{ creator: "Ann Lee", creditLine: "AFP via Getty Images" }, ["Ann Lee", "AFP", ""]],
    [{ photographer: "NASA" }, ["", "NASA", ""]],
    [{ photographer: "SUPARNO" }, ["SUPARNO", "", ""]],
    [{ copyright: "© Ann Lee/TASS" }, ["Ann Lee", "TASS", "© Ann Lee/TASS"]],
    [{ copyrightNotice: "© 2022 Harbor Media" }, ["", "", "© 2022 Harbor Media"]],
    [{ creditText: "Courtesy of Harbor Museum" }, ["", "Harbor Museum", ""]],
    [
      ["Ann Lee", "Bo Ek/AFP"],
      ["Ann Lee + Bo Ek", "AFP", ""],
    ],
    [
      { credits: { by: [{ name: "Ann Lee" }, { name: "Bo Ek" }], affiliation: [{ name: "AFP" }] } },
      ["Ann Lee + Bo Ek", "AFP", ""],
    ],
    [{ media_details: { image_meta: { credit: "Ann Lee/AFP" } } }, ["Ann Lee", "AFP", ""]],
    [{ fields: { photographer: "Ann Lee" } }, ["Ann Lee", "", ""]],
    [{ "dc:creator": ["Ann Lee"], "photoshop:Credit": "AFP" }, ["Ann Lee", "AFP", ""]],
    [{ "By-line": "ANN LEE", Credit: "AFP" }, ["ANN LEE", "AFP", ""]],
    [{ byline: "By Ann Lee", "copyright-holder": "AFP" }, ["Ann Lee", "", "© AFP"]],
    [{ PhotoCredit: "Foto: Ann Lee/dpa" }, ["Ann Lee", "dpa", ""]],
    [{ credit: "", photographer: null, agency: { title: { rendered: "TASS" } } }, ["", "TASS", ""]],
    ["Ann Lee <ann@a.example>", ["Ann Lee", "", ""]],
    [{ meta: { meta: { meta: { credit: "Ann Lee" } } } }, undefined],
    [{ title: { rendered: "The harbor" }, url: "https://a.example/a.jpg" }, undefined],
    [{ source: "https://a.example/" }, undefined],
    [{ alt: "x", src: "a.jpg" }, undefined],
    ["Archive", undefined],
    ["", undefined],
    [42, undefined],
    [null, undefined],
    [{}, undefined],
  ])("%j", (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it("knows an illustrator by the field's name", () => {
    expect(readCreditField({ illustrator: "Ruth Penn" })).toMatchObject({
      creators: ["Ruth Penn"],
      role: "illustrator",
    });
    expect(
      readCreditField({ photographer: "Ann Lee", illustrator: "Ruth Penn" }),
    ).not.toHaveProperty("role");
  });

  it("takes rights from beside the field", () => {
    const credit = readCreditField("Ann Lee", { copyright: "2022 Harbor", license: "CC BY 4.0" });
    expect(credit).toEqual({
      creators: ["Ann Lee"],
      creditLine: "Ann Lee",
      copyrightNotice: "© 2022 Harbor",
      license: "https://creativecommons.org/licenses/by/4.0/",
      raw: "Ann Lee",
    });
    expect(
      readCreditField({ creator: "Ann Lee", acquireLicensePage: "https://a.example/buy" }),
    ).toMatchObject({
      acquireLicensePage: "https://a.example/buy",
    });
  });

  it("looks into fields only so deep", () => {
    let name: unknown = "Ann Lee";
    for (let depth = 0; depth < 20_000; depth += 1) name = depth % 2 === 0 ? { name } : [name];
    expect(readCreditField({ creator: name })).toBeUndefined();
    expect(readCreditField({ creator: [{ name: { "@value": "Ann Lee" } }] })?.creators).toEqual([
      "Ann Lee",
    ]);
  });

  it("never throws, and every text it reads is kept", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 3 }), (value) => {
        const credit = readCreditField(value);
        if (credit !== undefined) expect(creditText(credit)).not.toBe("");
      }),
      { numRuns: 200 },
    );
    const words = "All pictures were kindly lent to us by the families of the crew.";
    expect(readCreditField(words)).toEqual({
      creators: [],
      creditLine: words.slice(0, -1),
      raw: words,
    });
  });
});

describe("makers and a line that names some of them", () => {
  it.each([
    ["Jane Doe/AP", "© Jane Doe, John Roe/AP"],
    ["Jane Doe", "© Jane Doe, John Roe"],
    ["AP/Jane Doe", "© Jane Doe, John Roe/AP"],
    ["AFP/Jane Doe via Getty Images", "© Jane Doe, John Roe/AFP via Getty Images"],
    ["JANE DOE/AFP via Getty Images", "© Jane Doe, John Roe/AFP via Getty Images"],
    ["AFP or licensors", "© Jane Doe, John Roe/AFP"],
    ["Jane Doe and John Roe/AP", "© Jane Doe and John Roe/AP"],
  ])("%s", (creditLine, expected) => {
    const credit = readCreditField({ creators: ["Jane Doe", "John Roe"], creditLine });
    expect(credit && creditText(credit)).toBe(expected);
  });

  it("licensors are nobody", () => {
    expect(readCreditField({ creditLine: "AFP or licensors" })).toMatchObject({
      ...{ creators: [], source: "AFP" },
    });
  });
});

describe("fillCredit", () => {
  const ann: Credit = { creators: ["Ann Lee"], raw: "Ann Lee" };
  it.each<readonly [string, Credit | undefined, Credit | undefined, Credit | undefined]>([
    ["gaps are filled", ann, { creators: ["ANN LEE"], source: "AFP" }, { ...ann, source: "AFP" }],
    ["other people are another picture", ann, { creators: ["Bo Ek"], source: "AFP" }, ann],
    [
      "another agency is another picture",
      { creators: [], source: "TASS" },
      { creators: ["Bo Ek"], source: "AFP" },
      { creators: [], source: "TASS" },
    ],
    [
      "the makers bring their role",
      { creators: [], source: "AFP" },
      { creators: ["Bo Ek"], role: "illustrator" },
      { creators: ["Bo Ek"], source: "AFP", role: "illustrator" },
    ],
    [
      "a role without its makers is left",
      ann,
      { creators: [], role: "illustrator", license: CC0 },
      { ...ann, license: CC0 },
    ],
    ["only a first", ann, undefined, ann],
    ["only a second", undefined, ann, ann],
    ["none", undefined, undefined, undefined],
  ])("%s", (_why, first, second, expected) => {
    expect(fillCredit(first, second)).toEqual(expected);
  });
});
