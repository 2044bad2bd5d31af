import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Credit } from "../../src/articles/article.ts";
import { creditNames } from "../../src/articles/credits/credit.ts";
import { picturesOf } from "../../src/formats/pictures.ts";
import { home, itemOf } from "./documents.ts";

const namesOf = (credit: Credit) =>
  picturesOf(itemOf({ images: [{ url: `${home}a.jpg`, credit }] }), home)[0]?.credit?.names;

describe("the names in a credit", () => {
  // Most credits are read without the reader of credits: it must find the same in them.
  const people = ["Ann Lee", "Mali Prys", "José Ramírez", "Олег Ким", "J. D. Ó Briain", "Siti"];
  const houses = ["AFP", "REUTERS", "ANTARA", "TASS", "AP", "Getty", "Kompas.com", "Getty Images"];
  const forms = [
    (person: string, house: string): Credit => ({ creators: [person], source: house }),
    (person: string, house: string): Credit => ({
      ...{ creators: [person], source: house, creditLine: `${person}/${house}` },
    }),
    (person: string, house: string): Credit => ({
      ...{ creators: [person], creditLine: `${person} via ${house}` },
    }),
    (person: string, house: string): Credit => ({
      ...{ creators: [person], source: house, creditLine: `${person}/X/${house}`, raw: person },
    }),
    (person: string): Credit => ({ creators: [person] }),
    (person: string): Credit => ({ creators: [person], creditLine: person, role: "illustrator" }),
  ];

  it("are those that the reader of credits finds", () => {
    const credit = fc
      .tuple(fc.constantFrom(...forms), fc.constantFrom(...people), fc.constantFrom(...houses))
      .map(([form, person, house]) => form(person, house));
    fc.assert(
      fc.property(credit, (one) => {
        expect(namesOf(one)).toEqual(creditNames(one));
      }),
      { numRuns: 300 },
    );
  });

  it("are none where a program without types gives a credit without them", () => {
    const credit = { source: "AFP" } as unknown as Credit;
    expect(namesOf(credit)).toEqual({ creators: [], agencies: ["AFP"] });
  });
});
