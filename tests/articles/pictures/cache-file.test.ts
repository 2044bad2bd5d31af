import { chmodSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeldCaches, openCacheFile } from "../../../src/articles/pictures/cache-file.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const VERSION = "3";
const FILE = "cache.json";

function folderWith(entries: unknown, version: unknown = VERSION): string {
  return temporaryFolder({ [FILE]: JSON.stringify({ version, entries }) });
}

describe("openCacheFile", () => {
  it("remembers from run to run", () => {
    const file = path.join(temporaryFolder(), "deep", "below", FILE);
    const first = openCacheFile(file, VERSION);
    expect(first.get("a")).toBeUndefined();
    first.set("a", { width: 3 });
    first.set("b", ["x"]);
    expect(first.get("a")).toEqual({ width: 3 });
    expect(first.save()).toBe(true);
    const second = openCacheFile(file, VERSION);
    expect([second.get("a"), second.get("b")]).toEqual([{ width: 3 }, ["x"]]);
  });

  it.each([
    ["broken", '{"version":"3","entries":{"a":1'],
    ["empty", ""],
    ["no JSON", "\u0000\u0001"],
    ["a list", "[1, 2]"],
    ["null", "null"],
    ["foreign", '{"name":"cache"}'],
    ["without entries", '{"version":"3"}'],
    ["of entries in a list", '{"version":"3","entries":["a"]}'],
    ["of another version", '{"version":"2","entries":{"a":1}}'],
    ["of a version as a number", '{"version":3,"entries":{"a":1}}'],
  ])("counts a file that is %s as empty, and writes it anew", (_, content) => {
    const file = path.join(temporaryFolder({ [FILE]: content }), FILE);
    const cache = openCacheFile(file, VERSION);
    expect(cache.get("a")).toBeUndefined();
    expect(cache.get("0")).toBeUndefined();
    cache.set("b", 2);
    expect(cache.save()).toBe(true);
    expect(openCacheFile(file, VERSION).get("b")).toBe(2);
  });

  it("keeps what a run did not ask for, behind what it did, as far as there is room", () => {
    const file = path.join(folderWith({ a: 1, b: 2, c: 3 }), FILE);
    const cache = openCacheFile(file, VERSION);
    cache.get("a");
    cache.get("unknown");
    cache.set("d", 4);
    expect(cache.save()).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8")).entries).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    const many = Object.fromEntries(Array.from({ length: 20_002 }, (_, at) => [`k${at}`, at]));
    const full = path.join(folderWith(many), FILE);
    const other = openCacheFile(full, VERSION);
    other.get("k20001");
    other.set("new", 1);
    other.save();
    const left = openCacheFile(full, VERSION);
    expect(["k20001", "new", "k0", "k19999", "k20000"].map(left.get)).toEqual([
      ...[20_001, 1, 0, 19_999, undefined],
    ]);
  });

  it("leaves a file alone that would not change", () => {
    const file = path.join(folderWith({ a: 1, b: 2 }), FILE);
    utimesSync(file, 1, 1);
    const cache = openCacheFile(file, VERSION);
    cache.get("b");
    cache.get("a");
    expect(cache.save()).toBe(true);
    expect(statSync(file).mtimeMs).toBe(1000);
    cache.set("a", 5);
    cache.save();
    expect(statSync(file).mtimeMs).toBeGreaterThan(1000);
  });

  it("writes nothing where nothing is remembered", () => {
    const folder = temporaryFolder();
    expect(openCacheFile(path.join(folder, FILE), VERSION).save()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves nothing beside the file, and tells git to look away", () => {
    const folder = temporaryFolder();
    const cache = openCacheFile(path.join(folder, FILE), VERSION);
    cache.set("a", 1);
    cache.save();
    expect(readdirSync(folder).sort()).toEqual([".gitignore", FILE]);
    expect(readFileSync(path.join(folder, ".gitignore"), "utf8")).toBe("*\n");
  });

  it("keeps a .gitignore that is there", () => {
    const folder = temporaryFolder({ ".gitignore": "mine\n" });
    const cache = openCacheFile(path.join(folder, FILE), VERSION);
    cache.set("a", 1);
    cache.save();
    expect(readFileSync(path.join(folder, ".gitignore"), "utf8")).toBe("mine\n");
  });

  it.each([
    ["its folder is a file", { place: "" }, `place/${FILE}`],
    ["a folder above is a file", { place: "" }, `place/below/${FILE}`],
    ["it is a folder itself", { [`${FILE}/full.txt`]: "" }, FILE],
    ["its name is too long", {}, `${"n".repeat(300)}.json`],
  ])("says so where %s, and goes on", (_, files: Record<string, string>, name) => {
    const folder = temporaryFolder(files);
    const cache = openCacheFile(path.join(folder, name), VERSION);
    cache.set("a", 1);
    expect(cache.save()).toBe(false);
    expect(cache.get("a")).toBe(1);
    expect(readdirSync(folder).filter((one) => one.endsWith(".tmp"))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("says so where the folder is read-only", () => {
    const folder = folderWith({ a: 1 });
    chmodSync(folder, 0o500);
    const cache = openCacheFile(path.join(folder, FILE), VERSION);
    cache.set("a", 2);
    expect(cache.save()).toBe(false);
    chmodSync(folder, 0o700);
    expect(openCacheFile(path.join(folder, FILE), VERSION).get("a")).toBe(1);
  });

  it("keeps the old file where an entry cannot be written", () => {
    const folder = folderWith({ a: 1 });
    const cache = openCacheFile(path.join(folder, FILE), VERSION);
    cache.set("a", 10n);
    expect(cache.save()).toBe(false);
    expect(openCacheFile(path.join(folder, FILE), VERSION).get("a")).toBe(1);
    expect(readdirSync(folder).filter((one) => one.endsWith(".tmp"))).toEqual([]);
  });

  it("knows no entry that objects are born with", () => {
    const cache = openCacheFile(path.join(folderWith({}), FILE), VERSION);
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect(cache.get(key)).toBeUndefined();
    }
  });

  it("remembers every key and every JSON value", () => {
    const folder = temporaryFolder();
    const keys = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString"));
    // JSON writes -0 as 0; an entry is never null.
    const values = fc.jsonValue().filter((value) => value !== null);
    fc.assert(
      fc.property(fc.dictionary(keys, values), fc.nat(), (entries, number) => {
        const file = path.join(folder, `${number}.json`);
        const wanted = JSON.parse(JSON.stringify(Object.entries(entries)));
        const cache = openCacheFile(file, VERSION);
        for (const [key, value] of wanted) cache.set(key, value);
        expect(cache.save()).toBe(true);
        const read = openCacheFile(file, VERSION);
        for (const [key, value] of wanted) expect(read.get(key)).toEqual(value);
      }),
      { numRuns: 30 },
    );
    expect(Object.hasOwn(Object.prototype, "width")).toBe(false);
  });
});

describe("a large cache", () => {
  const LARGE = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, at) => [`k${at}`, { at, text: "x".repeat(80) }]),
  );
  const opened = (file: string, held?: HeldCaches) => openCacheFile(file, VERSION, held);
  const linesOf = (file: string) => readFileSync(file, "utf8").split("\n");

  it("has few changes added behind it, and reads as if it was written anew", () => {
    const file = path.join(folderWith(LARGE), FILE);
    const [before] = linesOf(file);
    for (const text of ["one", "two"]) {
      const cache = opened(file);
      cache.set("k1", { text });
      cache.set(`new ${text}`, 1);
      cache.drop("k2");
      expect(cache.save()).toBe(true);
    }
    expect(linesOf(file)).toHaveLength(3);
    expect(linesOf(file)[0]).toBe(before);
    const { get, entries } = opened(file);
    expect(["k1", "new one", "new two", "k2", "k3"].map(get)).toEqual([
      ...[{ text: "two" }, 1, 1, undefined, LARGE["k3"]],
    ]);
    expect(entries()).toHaveLength(1_001);
  });

  it("is written anew once much of it has been overtaken", () => {
    const file = path.join(folderWith(LARGE), FILE);
    for (let times = 0; times < 40; times += 1) {
      const cache = opened(file);
      cache.set("k1", times.toString().repeat(1_000));
      cache.save();
      expect(statSync(file).size).toBeLessThan(160_000);
      expect(opened(file).get("k1")).toBe(times.toString().repeat(1_000));
    }
  });

  it("counts as empty where a line was cut short", () => {
    const file = path.join(folderWith(LARGE), FILE);
    const cache = opened(file);
    cache.set("k1", 1);
    cache.save();
    truncateSync(file, statSync(file).size - 1);
    expect(opened(file).get("k0")).toBeUndefined();
  });

  it("is not read again by a process that holds it, unless somebody has touched it", () => {
    const file = path.join(folderWith(LARGE), FILE);
    const held: HeldCaches = new Map();
    const first = opened(file, held);
    first.set("k1", { text: undefined, other: 1 });
    first.drop("k2");
    first.save();
    const second = opened(file, held);
    expect(second.get("k1")).toStrictEqual({ other: 1 });
    expect(second.entries()).toEqual(expect.arrayContaining([...opened(file).entries()]));
    expect(second.entries()).toHaveLength(999);
    second.set("lost", 1);
    const other = opened(file);
    other.set("k1", 2);
    other.save();
    expect(opened(file, held).get("k1")).toBe(2);
    expect(openCacheFile(file, "4", held).get("k1")).toBeUndefined();
  });
});
