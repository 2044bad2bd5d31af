import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openPublished } from "../../../src/run/serve/gone.ts";
import { openHotFiles } from "../../../src/run/serve/hot-files.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const LIMITS = { freshMs: 60_000, bytes: 10_000_000, files: 3 };

describe("openHotFiles", () => {
  it("keeps what was last looked at, within its bounds", async () => {
    const folder = temporaryFolder({ a: "a", b: "b", c: "c", d: "d" });
    const files = openHotFiles(folder, () => undefined, LIMITS);
    for (const name of ["a", "b", "c"]) await files.load(name);
    await files.load("a");
    await files.load("d");
    const isKept = (name: string) => files.at(name, Date.now()) !== undefined;
    expect(["a", "b", "c", "d"].map(isKept)).toEqual([true, false, true, true]);
  });

  it("keeps a file however many others are asked for that are not there", async () => {
    const folder = temporaryFolder({ a: "a" });
    const files = openHotFiles(folder, () => undefined, LIMITS);
    await files.load("a");
    await Promise.all(Array.from({ length: 4_100 }, (_, at) => files.load(`x${at}`)));
    expect(files.at("a", Date.now())).toBeTruthy();
    expect(files.at("x0", Date.now())).toBeUndefined();
    expect(files.at("x4099", Date.now())).toBeNull();
  });

  it("tells of each version once, and drops what would not fit", async () => {
    const folder = temporaryFolder({ "a.txt": "1" });
    const told: string[] = [];
    const limits = { ...LIMITS, freshMs: 0, bytes: 5_000 };
    const files = openHotFiles(folder, ({ bytes }) => told.push(`${bytes}`), limits);
    await Promise.all([files.load("a.txt"), files.load("a.txt")]);
    await files.load("a.txt");
    writeFileSync(path.join(folder, "a.txt"), "22");
    await files.load("a.txt");
    rmSync(path.join(folder, "a.txt"));
    await files.load("a.txt");
    expect(told).toEqual(["1", "22"]);
    expect(files.at("a.txt", 0)).toBeNull();
  });
});

describe("openPublished", () => {
  it("remembers what is gone over processes, and forgets it with its cache", async () => {
    const manifest = (...names: readonly string[]) =>
      JSON.stringify({
        documents: Object.fromEntries(names.map((name) => [name, "0".repeat(64)])),
      });
    const folder = temporaryFolder({ "out/.feedwright.json": manifest("a.rss", "b.rss") });
    const [output, cache] = [path.join(folder, "out"), path.join(folder, "cache/served.json")];
    const opened = async () => {
      const published = openPublished(output, cache);
      await published.refresh();
      return published;
    };
    expect((await opened()).documents()).toEqual(["a.rss", "b.rss"]);
    writeFileSync(path.join(output, ".feedwright.json"), manifest("b.rss"));
    // Nobody served while it went.
    expect((await opened()).isGone("a.rss")).toBe(true);
    expect((await opened()).isGone("a")).toBe(true);
    // A manifest that is lost or empty says nothing.
    writeFileSync(path.join(output, ".feedwright.json"), manifest());
    expect((await opened()).isGone("b.rss")).toBe(false);
    rmSync(path.join(output, ".feedwright.json"));
    expect((await opened()).isGone("a.rss")).toBe(true);
    writeFileSync(cache, readFileSync(cache, "utf8").slice(5));
    expect((await opened()).isGone("a.rss")).toBe(false);
  });
});
