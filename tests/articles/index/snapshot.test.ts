import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  continueSnapshot,
  readSnapshot as readEach,
  writeSnapshot,
} from "../../../src/articles/index/snapshot.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const file = () => path.join(temporaryFolder(), "cache/a.index");

/** The outcome, with the entries where it was read. */
function readSnapshot(target: string, version: string) {
  const entries: unknown[] = [];
  const read = readEach(target, version, (entry) => entries.push(entry));
  if (read.kind !== "read") return { kind: read.kind };
  expect(read.entries).toBe(entries.length);
  return { kind: read.kind, entries };
}

/** What a cache may hold: JSON, with every character there is. */
const entries = fc.array(
  fc.record({ path: fc.string({ unit: "binary" }), records: fc.array(fc.jsonValue()) }),
  { maxLength: 6 },
);

describe("a snapshot", () => {
  it("gives its entries back", () => {
    const target = file();
    fc.assert(
      fc.property(entries, (given) => {
        writeSnapshot(target, "1", given);
        const entriesRead = JSON.parse(JSON.stringify(given));
        expect(readSnapshot(target, "1")).toEqual({ kind: "read", entries: entriesRead });
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 255, 256, 257, 1_000])("holds %i entries", (count) => {
    const target = file();
    const given = Array.from({ length: count }, (_, at) => ({ path: `${at}.md\n` }));
    writeSnapshot(target, "1", given);
    expect(readSnapshot(target, "1")).toEqual({ kind: "read", entries: given });
  });

  it("that any byte was changed of gives nothing else than it held, if anything", () => {
    const target = file();
    const given = [{ path: "a.md", records: [{ publishedMs: 123 }] }, { path: "b.md" }];
    writeSnapshot(target, "1", given);
    const whole = readFileSync(target);
    const harm = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.option(fc.nat(whole.length), { freq: 3 }),
    });
    fc.assert(
      fc.property(harm, ({ at, byte, cut }) => {
        const harmed = Buffer.from(whole);
        harmed[at] = byte;
        writeFileSync(target, cut === null ? harmed : harmed.subarray(0, cut));
        const read = readSnapshot(target, "1");
        if ("entries" in read) expect(given.slice(0, read.entries.length)).toEqual(read.entries);
        else expect(["broken", "stale"]).toContain(read.kind);
      }),
    );
  });

  it("is stale where its version is another, and missing where it is none", () => {
    const target = file();
    expect(readSnapshot(target, "1")).toEqual({ kind: "missing" });
    writeSnapshot(target, "1", []);
    expect(readSnapshot(target, "2")).toEqual({ kind: "stale" });
    mkdirSync(`${target}.folder`);
    expect(readSnapshot(`${target}.folder`, "1")).toEqual({ kind: "missing" });
  });

  it("goes on where it ended, and is broken where it was cut off there", () => {
    const target = file();
    writeSnapshot(target, "1", [{ path: "a" }]);
    continueSnapshot(target, [{ path: "b" }, { path: "ü" }]);
    continueSnapshot(target, [{ path: "a", isGone: true }]);
    const entriesRead = [{ path: "a" }, { path: "b" }, { path: "ü" }, { path: "a", isGone: true }];
    expect(readSnapshot(target, "1")).toEqual({ kind: "read", entries: entriesRead });
    const whole = readFileSync(target);
    for (const less of [1, 2, 20]) {
      writeFileSync(target, whole.subarray(0, whole.length - less));
      expect(readSnapshot(target, "1")).toEqual({ kind: "broken" });
    }
  });

  it("is replaced whole, and tells git to look away", () => {
    const target = file();
    writeSnapshot(target, "1", [{ path: "a" }]);
    const before = statSync(target).ino;
    writeSnapshot(target, "1", [{ path: "b" }]);
    expect(statSync(target).ino).not.toBe(before);
    expect(readFileSync(path.join(path.dirname(target), ".gitignore"), "utf8")).toBe("*\n");
  });

  it("that cannot be written is missing, and no error", () => {
    const target = path.join(temporaryFolder({ cache: "a file" }), "cache/a.index");
    writeSnapshot(target, "1", []);
    expect(readSnapshot(target, "1")).toEqual({ kind: "missing" });
  });
});
