import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compress } from "../../src/publish/compressed.ts";
import { openFolder } from "../../src/publish/folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { filesIn, publishOnce } from "./one-run.ts";

const BOTH = { compress: ["gz", "br"] } as const;

const unpacked = (folder: string, name: string) => {
  const bytes = readFileSync(path.join(folder, name));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : brotliDecompressSync(bytes)).toString();
};
const timeOf = (folder: string, name: string) => statSync(path.join(folder, name)).mtimeMs;

describe("compressing", () => {
  it("loses nothing, and gives the same bytes again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300_000 }), async (array) => {
        const bytes = Buffer.from(array);
        const packed = await compress(bytes, "gz");
        expect(gunzipSync(packed).equals(bytes)).toBe(true);
        expect(packed.equals(await compress(bytes, "gz"))).toBe(true);
        expect(brotliDecompressSync(await compress(bytes, "br")).equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("tells neither the time nor the system", async () => {
    const header = (await compress(Buffer.from("a"), "gz")).subarray(0, 10);
    expect([...header.subarray(4, 8), header[9]]).toEqual([0, 0, 0, 0, 255]);
  });
});

describe("documents with compressed copies", () => {
  it("has them beside each document, and takes them for its own", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "one", "b/c.json": "two" }, BOTH);
    expect(filesIn(folder)).toEqual([
      ...[".feedwright.json", "a.rss", "a.rss.br", "a.rss.gz"],
      ...["b/c.json", "b/c.json.br", "b/c.json.gz"],
    ]);
    expect(["a.rss.gz", "b/c.json.br"].map((name) => unpacked(folder, name))).toEqual([
      ...["one", "two"],
    ]);
    const { removed } = await publishOnce(folder, { "a.rss": "one" }, BOTH);
    expect(removed).toEqual(["b/c.json"]);
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss", "a.rss.br", "a.rss.gz"]);
  });

  it("makes them anew only for what changed", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" }, BOTH);
    const past = new Date("2020-01-01");
    for (const name of filesIn(folder)) utimesSync(path.join(folder, name), past, past);
    await publishOnce(folder, { "a.rss": "1", "b.rss": "2" }, BOTH);
    const isOld = (name: string) => timeOf(folder, name) === past.getTime();
    expect(filesIn(folder).filter(isOld)).toEqual(["a.rss", "a.rss.br", "a.rss.gz"]);
    expect(unpacked(folder, "b.rss.gz")).toBe("2");
  });

  it.each([
    ["missing", (file: string) => rmSync(file)],
    ["of another text", (file: string) => writeFileSync(file, "x")],
  ])("makes one anew that is %s", async (_what, spoil) => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1" }, BOTH);
    spoil(path.join(folder, "a.rss.gz"));
    expect((await publishOnce(folder, { "a.rss": "1" }, BOTH)).written).toEqual([]);
    expect(unpacked(folder, "a.rss.gz")).toBe("1");
  });

  it("makes them anew where nobody knows what they were made of", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1" }, BOTH);
    rmSync(path.join(folder, ".feedwright.json"));
    writeFileSync(path.join(folder, "a.rss.br"), "of another site");
    await publishOnce(folder, { "a.rss": "1" }, BOTH);
    expect(unpacked(folder, "a.rss.br")).toBe("1");
  });

  it("takes them away once they are switched off, also beside a document that is kept", async () => {
    const folder = temporaryFolder({ "b.rss.gz": "mine" });
    await publishOnce(folder, { "a.rss": "1", "k.rss": "1" }, BOTH);
    const run = await publishOnce(folder, { "a.rss": "2" }, { compress: ["br"], kept: ["k.rss"] });
    expect(run.removed).toEqual([]);
    expect(filesIn(folder)).toEqual([
      ...[".feedwright.json", "a.rss", "a.rss.br", "b.rss.gz", "k.rss", "k.rss.br"],
    ]);
    await publishOnce(folder, { "a.rss": "2", "b.rss": "1" });
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss", "b.rss", "b.rss.gz"]);
  });

  it("has no stamp while one of them is missing", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1" });
    const stamp = openFolder(folder).stampOf("a.rss");
    expect(stamp).toBeDefined();
    expect(openFolder(folder, BOTH).stampOf("a.rss")).toBeUndefined();
    await publishOnce(folder, { "a.rss": "1" }, BOTH);
    expect(openFolder(folder, BOTH).stampOf("a.rss")).toContain(stamp);
    rmSync(path.join(folder, "a.rss.br"));
    expect(openFolder(folder, BOTH).stampOf("a.rss")).toBeUndefined();
  });
});
