import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, firstOfEachId, uriOfId } from "../../src/formats/identifiers.ts";

describe("addresses", () => {
  it.each([
    ["https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"],
    ["https://A.example", "https://a.example/"],
    ['https://a.example/b c|d"<é>', "https://a.example/b%20c%7Cd%22%3C%C3%A9%3E"],
    ["https://порт.example/", "https://xn--n1abei.example/"],
    ["/b", "https://base.example/b"],
    ["//c.example/d", "https://c.example/d"],
    ["javascript:alert(1)", undefined],
    ["mailto:a@b.example", undefined],
    ["https://", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s is %s", (reference, expected) => {
    expect(addressOf(reference, "https://base.example/a/")).toBe(expected);
  });

  it("have no base to invent", () => {
    expect(addressOf("/b")).toBeUndefined();
    expect(addressOf("b")).toBeUndefined();
  });
});

describe("Atom ids", () => {
  it.each([
    "https://a.example/?p=1",
    "tag:a.example,2026-01-01:x/1",
    "tag:me@a.example,2026:1",
    "urn:uuid:0f6a2c1e-7d3b-4b52-9c0e-2a1f5e6d7c8b",
    "urn:isbn:9780140328721",
  ])("stay what they are: %s", (id) => {
    expect(uriOfId(id)).toBe(id);
  });

  it.each(["123", "a b", "note: x", "urn:uuid:1", "tag:x", "urn:x:ü", "#1", "/a", "🚢"])(
    "become a UUID of their name: %s",
    (id) => {
      const uri = uriOfId(id);
      expect(uri).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(uriOfId(id)).toBe(uri);
      expect(uriOfId(uri)).toBe(uri);
    },
  );

  it("are made of the hash that others compute", () => {
    // As every other program that makes version 5 UUIDs in the URL namespace has it.
    expect(uriOfId("a")).toBe("urn:uuid:e1407479-3136-56c0-9908-bb02fb0339e2");
  });

  it("are URIs whatever they were, and differ where the ids differ", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(ids, ([a = "", b = ""]) => {
        expect(uriOfId(a)).toMatch(/^[a-z]+:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i);
        expect(uriOfId(a)).not.toBe(uriOfId(b));
      }),
    );
  });
});

describe("items of one id", () => {
  it("are the first of them", () => {
    const items = ["a1", "b1", "a2", "c1", "b2"];
    expect(firstOfEachId(items, (item) => item.charAt(0))).toEqual(["a1", "b1", "c1"]);
  });
});
