import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isFresh,
  isRemoteEntry,
  readOfEntry,
} from "../../../src/articles/pictures/remote/entries.ts";

const times = { fetchedAtMs: 1000, freshUntilMs: 2000 };
const credit = { creators: ["Ana Lima"], role: "photographer", license: "https://a.example/" };
const facts = { type: "image/png", bytes: 12, width: 3, height: 4, caption: "Sea", credit };

describe("isRemoteEntry", () => {
  it.each([
    ["nothing but times", times],
    ["facts", { ...times, read: { facts } }],
    ["facts without a size", { ...times, read: { facts: { type: "image/png" } } }],
    ["a fault", { ...times, read: { fault: { reason: "a", remedy: "b" } } }],
    ["a failure", { ...times, failure: { reason: "a", remedy: "b" } }],
    ["validators", { ...times, validators: { address: "https://a.example/", etag: 'W/"1"' } }],
  ])("takes %s", (_, entry) => {
    expect(isRemoteEntry(JSON.parse(JSON.stringify(entry)))).toBe(true);
  });

  it.each([
    ["null", null],
    ["a text", "entry"],
    ["a list", [times]],
    ["no times", { read: { facts } }],
    ["a time as text", { ...times, freshUntilMs: "2000" }],
    ["a time beyond all bounds", { ...times, freshUntilMs: 1e300 }],
    ["facts without a type", { ...times, read: { facts: { bytes: 12 } } }],
    ["facts as text", { ...times, read: { facts: "image/png" } }],
    ["a size below nothing", { ...times, read: { facts: { ...facts, bytes: -1 } } }],
    ["half a pixel", { ...times, read: { facts: { ...facts, width: 0.5 } } }],
    ["no pixels", { ...times, read: { facts: { ...facts, width: 0 } } }],
    ["a caption of numbers", { ...times, read: { facts: { ...facts, caption: 3 } } }],
    ["one creator", { ...times, read: { facts: { ...facts, credit: { creators: "Ana Lima" } } } }],
    ["no creators", { ...times, read: { facts: { ...facts, credit: { source: "A" } } } }],
    [
      "another role",
      { ...times, read: { facts: { ...facts, credit: { ...credit, role: "cook" } } } },
    ],
    ["a fault without words", { ...times, failure: {} }],
    ["a header in a header", { ...times, validators: { address: "a", etag: '"1"\r\nX: y' } }],
    ["an endless header", { ...times, validators: { address: "a", etag: "e".repeat(257) } }],
    ["validators of nobody", { ...times, validators: { etag: '"1"' } }],
  ])("refuses %s", (_, entry) => {
    expect(isRemoteEntry(JSON.parse(JSON.stringify(entry)))).toBe(false);
  });

  it("answers for every value", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof isRemoteEntry(value) === "boolean"));
  });
});

describe("isFresh", () => {
  const weekMs = 7 * 24 * 3_600_000;
  it.each([
    ["before", 999, true],
    ["at the end", 1000, false],
    ["within a week", 1000 - weekMs, true],
    ["a week and more ahead", 999 - weekMs, false],
  ])("%s", (_, nowMs, isStillFresh) => {
    expect(isFresh({ fetchedAtMs: 0, freshUntilMs: 1000 }, nowMs)).toBe(isStillFresh);
  });
});

describe("readOfEntry", () => {
  it("tells the failure before the fault of an earlier reading, and keeps the facts", () => {
    const old = { facts: { type: "image/png" }, fault: { reason: "old", remedy: "old" } };
    const failure = { reason: "new", remedy: "new" };
    expect(readOfEntry({ ...times, read: old, failure })).toEqual({ ...old, fault: failure });
    expect(readOfEntry({ ...times, read: old })).toEqual(old);
    expect(readOfEntry(times)).toEqual({});
  });
});
