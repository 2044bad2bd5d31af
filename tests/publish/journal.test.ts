import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/publish/folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { filesIn, publishOnce } from "./one-run.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const line = (name: string, text: string) => `\n${JSON.stringify([name, digest(text)])}`;
const HALF = ".feedwright.0123456789abcdef.7.tmp";

/** A run that ends before it is finished, as a killed one does. */
async function cutShort(folder: string, documents: Readonly<Record<string, string>>) {
  const output = openFolder(folder, { compress: ["gz"] });
  for (const [name, text] of Object.entries(documents)) {
    await output.publish({ path: name, bytes: Buffer.from(text) });
  }
  await output.close();
}

describe("a run that was cut short", () => {
  it("leaves documents that the next one still knows for its own", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" });
    await cutShort(folder, { "a.rss": "2", "tag/new.rss": "1" });
    const { removed } = await publishOnce(folder, { "b.rss": "1" });
    expect(removed).toEqual(["a.rss", "tag/new.rss"]);
    expect(filesIn(folder)).toEqual([".feedwright.json", "b.rss"]);
  });

  it("is remembered until a run is finished, however many are cut short", async () => {
    const folder = temporaryFolder();
    await cutShort(folder, { "a.rss": "1" });
    await cutShort(folder, { "a.rss": "2", "b.rss": "1" });
    await cutShort(folder, {});
    writeFileSync(path.join(folder, "b.rss"), "by hand");
    expect((await publishOnce(folder, {})).removed).toEqual(["a.rss"]);
    expect(filesIn(folder)).toEqual([".feedwright.json", "b.rss"]);
  });

  it("leaves no empty folders, where it was cut short while it took documents away", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a/b/c.rss": "1", "d/e.rss": "1", "f/g.rss": "1" });
    rmSync(path.join(folder, "a/b/c.rss"));
    rmSync(path.join(folder, "d"), { recursive: true });
    writeFileSync(path.join(folder, "d"), "mine");
    writeFileSync(path.join(folder, "f/mine"), "mine");
    expect((await publishOnce(folder, {})).removed).toEqual(["f/g.rss"]);
    rmSync(path.join(folder, "d"));
    expect(readdirSync(folder).sort()).toEqual([".feedwright.json", "f"]);
  });

  it("is swept up after where documents were being written, and nowhere else", async () => {
    const others = [".feedwright.x.tmp", ".a.rss.tmp", `mine/${HALF}`, "tag/note.tmp"];
    const folder = temporaryFolder({
      ".feedwright.journal": `${line("tag/a.rss", "1")}${line("gone/b.rss", "1")}`,
      ...Object.fromEntries([HALF, `tag/${HALF}`, ...others].map((name) => [name, "half"])),
      ".feedwright.lock.0123456789abcdef": "",
    });
    await publishOnce(folder, {});
    expect(filesIn(folder)).toEqual([...others, ".feedwright.json"].sort());
  });

  it("leaves files alone in a folder that was not cut short", async () => {
    const folder = temporaryFolder({ [HALF]: "half" });
    await publishOnce(folder, { "a.rss": "1" });
    expect(existsSync(path.join(folder, HALF))).toBe(true);
  });
});

describe("a journal", () => {
  it.each([
    ["half a line", `${line("a.rss", "1")}\n["b.rss","0123`],
    ["nonsense", `\0\n[]\n{}\nnull\n[1,2]\n["a","b","c"]\n${line("a.rss", "1")}\n`],
    ["paths that lead out", `${line("../mine.txt", "mine")}${line("a.rss", "1")}`],
    ["what is not there as noted", `${line("c.rss", "1")}${line("a.rss", "1")}`],
  ])("of %s does no harm", async (_what, text) => {
    const outside = temporaryFolder({
      ...{ "mine.txt": "mine", "out/.feedwright.journal": text },
      ...{ "out/a.rss": "1", "out/b.rss": "1", "out/c.rss": "2" },
    });
    const folder = path.join(outside, "out");
    expect((await publishOnce(folder, {})).removed).toEqual(["a.rss"]);
    expect(filesIn(outside)).toEqual([
      ...["mine.txt", "out/.feedwright.json", "out/b.rss", "out/c.rss"],
    ]);
  });

  it("is replaced where it is a pipe or a link", async () => {
    const outside = temporaryFolder({ "mine.txt": "mine" });
    const folder = temporaryFolder();
    const journal = path.join(folder, ".feedwright.journal");
    execFileSync("mkfifo", [journal]);
    await publishOnce(folder, { "a.rss": "1" });
    symlinkSync(path.join(outside, "mine.txt"), journal);
    await publishOnce(folder, { "a.rss": "2" });
    expect(readFileSync(path.join(outside, "mine.txt"), "utf8")).toBe("mine");
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss"]);
  });

  it("does not lead the sweep through a link", async () => {
    const outside = temporaryFolder({ [HALF]: "mine" });
    const folder = temporaryFolder({ ".feedwright.journal": line("tag/a.rss", "1") });
    symlinkSync(outside, path.join(folder, "tag"));
    await publishOnce(folder, {});
    expect(filesIn(outside)).toEqual([HALF]);
  });

  it("is not left by a run that wrote nothing", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "a.rss"));
    await cutShort(folder, {});
    expect(filesIn(folder)).toEqual([]);
  });
});
