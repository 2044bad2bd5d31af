import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/publish/folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { filesIn, publishOnce, refusalOf } from "./one-run.ts";

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");
describe("publishing into a folder", () => {
  it("writes documents where they belong, and leaves nothing beside them", async () => {
    const folder = path.join(temporaryFolder(), "deep/feeds");
    const { written } = await publishOnce(folder, { "all.rss": "a", "section/дунья.rss": "b" });
    expect(written).toEqual(["all.rss", "section/дунья.rss"]);
    expect(filesIn(folder)).toEqual([".feedwright.json", "all.rss", "section/дунья.rss"]);
    expect(statSync(path.join(folder, "all.rss")).mode & 0o777).toBe(0o644);
  });

  it("touches only what changed", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" });
    const past = new Date("2020-01-01");
    for (const name of filesIn(folder)) utimesSync(path.join(folder, name), past, past);
    expect((await publishOnce(folder, { "a.rss": "1", "b.rss": "2" })).written).toEqual(["b.rss"]);
    const old = (name: string) => statSync(path.join(folder, name)).mtimeMs === past.getTime();
    expect(["a.rss", "b.rss"].map(old)).toEqual([true, false]);
    await publishOnce(folder, { "a.rss": "1", "b.rss": "2" });
    expect(read(folder, "a.rss")).toBe("1");
  });

  it("takes away its own stale documents and empty folders, and no others", async () => {
    const folder = temporaryFolder({ "index.html": "mine", "tag/mine.rss": "mine" });
    await publishOnce(folder, { "a.rss": "1", "b/c/d.rss": "1", "tag/x.rss": "1", "e.rss": "1" });
    writeFileSync(path.join(folder, "e.rss"), "edited by hand");
    const { removed } = await publishOnce(folder, { "a.rss": "1" });
    expect(removed).toEqual(["b/c/d.rss", "tag/x.rss"]);
    expect(filesIn(folder)).toEqual([
      ...[".feedwright.json", "a.rss", "e.rss", "index.html", "tag/mine.rss"],
    ]);
    expect(existsSync(path.join(folder, "b"))).toBe(false);
  });

  it("keeps the last good document of a feed that failed, and still knows it later", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" });
    expect((await publishOnce(folder, { "a.rss": "2" }, { kept: ["b.rss"] })).removed).toEqual([]);
    expect(read(folder, "b.rss")).toBe("1");
    expect((await publishOnce(folder, { "a.rss": "2" })).removed).toEqual(["b.rss"]);
  });

  it("puts a document in the place of a link or a pipe, and follows neither", async () => {
    const outside = temporaryFolder({ "mine.txt": "mine" });
    const folder = temporaryFolder();
    symlinkSync(path.join(outside, "mine.txt"), path.join(folder, "a.rss"));
    execFileSync("mkfifo", [path.join(folder, "b.rss")]);
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" });
    expect([read(folder, "a.rss"), read(folder, "b.rss")]).toEqual(["1", "1"]);
    expect(read(outside, "mine.txt")).toBe("mine");
  });
});

describe("a list of documents that is not ours", () => {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const listed = (name: string) => JSON.stringify({ documents: { [name]: digest("mine") } });

  it.each([
    ...["", "{", "null", "[]", '{"documents": null}', '{"documents": [["a"]]}'],
    '{"documents": ["mine.txt"]}',
    '{"documents": {"mine.txt": 7}}',
    '{"documents": {"mine.txt": "x"}}',
    `{"documents": {"mine.txt": "${"0".repeat(64)}"}}`,
    '{"documents": {"__proto__": {"mine.txt": "x"}}}',
  ])("%s does no harm", async (manifest) => {
    const folder = temporaryFolder({ ".feedwright.json": manifest, "mine.txt": "mine" });
    expect((await publishOnce(folder, { "a.rss": "1" })).removed).toEqual([]);
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss", "mine.txt"]);
    expect((await publishOnce(folder, {})).removed).toEqual(["a.rss"]);
  });

  it.each(["../mine.txt", "folder", "/etc/hostname", "link/mine.txt", ".hidden", "a\\b", "", "."])(
    "never leads to %s",
    async (name) => {
      const outside = temporaryFolder({ "mine.txt": "mine", "out/.feedwright.json": listed(name) });
      const folder = path.join(outside, "out");
      mkdirSync(path.join(folder, "folder"));
      writeFileSync(path.join(folder, ".hidden"), "mine");
      symlinkSync(outside, path.join(folder, "link"));
      expect((await publishOnce(folder, {})).removed).toEqual([]);
      expect(read(outside, "mine.txt")).toBe("mine");
      expect(read(folder, ".hidden")).toBe("mine");
    },
  );

  it("is replaced where it is a pipe", async () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [path.join(folder, ".feedwright.json")]);
    await publishOnce(folder, { "a.rss": "1" });
    expect(read(folder, ".feedwright.json")).toContain("a.rss");
  });
});

describe("an output that cannot be written", () => {
  it("is refused where a file has its place", async () => {
    const folder = temporaryFolder({ feeds: "x", "a/b.rss/": "" });
    expect(await refusalOf(() => openFolder(path.join(folder, "feeds")))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    expect(await refusalOf(() => publishOnce(folder, { "feeds/a.rss": "1" }))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    expect(await refusalOf(() => publishOnce(folder, { "a/b.rss": "1" }))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    // What the run had begun, for the next one.
    expect(filesIn(folder)).toEqual([".feedwright.journal", "feeds"]);
  });

  it("leaves the old documents as they are, and nothing beside them", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "old" });
    const tooLong = `${"x".repeat(300)}.rss`;
    expect(await refusalOf(() => publishOnce(folder, { [tooLong]: "1" }))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss"]);
    expect(read(folder, "a.rss")).toBe("old");
  });

  it.skipIf(process.getuid?.() === 0)("is refused where it may only be read", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "old" });
    chmodSync(folder, 0o555);
    expect(await refusalOf(() => publishOnce(folder, { "a.rss": "new" }))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    chmodSync(folder, 0o755);
    expect(read(folder, "a.rss")).toBe("old");
  });

  it("is refused where it is no file system to write to", async () => {
    expect(await refusalOf(() => openFolder("/proc/self/feeds"))).toBe("OUTPUT_NOT_WRITABLE");
  });

  it("is refused where a link inside it leads out, before anything is made there", async () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder();
    symlinkSync(outside, path.join(folder, "section"));
    expect(await refusalOf(() => publishOnce(folder, { "section/a/b.rss": "1" }))).toBe(
      "OUTPUT_NOT_WRITABLE",
    );
    expect(filesIn(outside)).toEqual([]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("may itself be a link", async () => {
    const real = temporaryFolder();
    const folder = path.join(temporaryFolder(), "feeds");
    symlinkSync(real, folder);
    await publishOnce(folder, { "a/b.rss": "1" });
    expect(read(real, "a/b.rss")).toBe("1");
    rmSync(folder);
  });
});
