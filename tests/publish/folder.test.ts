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
import { OperationalError } from "../../src/errors.ts";
import { openFolder } from "../../src/publish/folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** One run that publishes these documents; gives what it wrote and what it took away. */
function publish(folder: string, documents: Record<string, string>, kept: readonly string[] = []) {
  const publisher = openFolder(folder);
  const written = Object.entries(documents)
    .filter(([name, text]) => publisher.publish({ path: name, bytes: Buffer.from(text) }))
    .map(([name]) => name);
  for (const name of kept) publisher.keep(name);
  return { written, removed: publisher.finish(new Map()) };
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");
const all = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !statSync(path.join(folder, name)).isDirectory())
    .sort();

describe("publishing into a folder", () => {
  it("writes documents where they belong, and leaves nothing beside them", () => {
    const folder = path.join(temporaryFolder(), "deep/feeds");
    const { written } = publish(folder, { "all.rss": "a", "section/дунья.rss": "b" });
    expect(written).toEqual(["all.rss", "section/дунья.rss"]);
    expect(all(folder)).toEqual([".feedwright.json", "all.rss", "section/дунья.rss"]);
    expect(statSync(path.join(folder, "all.rss")).mode & 0o777).toBe(0o644);
  });

  it("touches only what changed", () => {
    const folder = temporaryFolder();
    publish(folder, { "a.rss": "1", "b.rss": "1" });
    const past = new Date("2020-01-01");
    for (const name of all(folder)) utimesSync(path.join(folder, name), past, past);
    expect(publish(folder, { "a.rss": "1", "b.rss": "2" }).written).toEqual(["b.rss"]);
    const old = (name: string) => statSync(path.join(folder, name)).mtimeMs === past.getTime();
    expect(["a.rss", "b.rss"].map(old)).toEqual([true, false]);
    publish(folder, { "a.rss": "1", "b.rss": "2" });
    expect(read(folder, "a.rss")).toBe("1");
  });

  it("takes away its own stale documents and empty folders, and no others", () => {
    const folder = temporaryFolder({ "index.html": "mine", "tag/mine.rss": "mine" });
    publish(folder, { "a.rss": "1", "b/c/d.rss": "1", "tag/x.rss": "1", "e.rss": "1" });
    writeFileSync(path.join(folder, "e.rss"), "edited by hand");
    const { removed } = publish(folder, { "a.rss": "1" });
    expect(removed).toEqual(["b/c/d.rss", "tag/x.rss"]);
    expect(all(folder)).toEqual([
      ...[".feedwright.json", "a.rss", "e.rss", "index.html", "tag/mine.rss"],
    ]);
    expect(existsSync(path.join(folder, "b"))).toBe(false);
  });

  it("keeps the last good document of a feed that failed, and still knows it later", () => {
    const folder = temporaryFolder();
    publish(folder, { "a.rss": "1", "b.rss": "1" });
    expect(publish(folder, { "a.rss": "2" }, ["b.rss"]).removed).toEqual([]);
    expect(read(folder, "b.rss")).toBe("1");
    expect(publish(folder, { "a.rss": "2" }).removed).toEqual(["b.rss"]);
  });

  it("puts a document in the place of a link or a pipe, and follows neither", () => {
    const outside = temporaryFolder({ "mine.txt": "mine" });
    const folder = temporaryFolder();
    symlinkSync(path.join(outside, "mine.txt"), path.join(folder, "a.rss"));
    execFileSync("mkfifo", [path.join(folder, "b.rss")]);
    publish(folder, { "a.rss": "1", "b.rss": "1" });
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
  ])("%s does no harm", (manifest) => {
    const folder = temporaryFolder({ ".feedwright.json": manifest, "mine.txt": "mine" });
    expect(publish(folder, { "a.rss": "1" }).removed).toEqual([]);
    expect(all(folder)).toEqual([".feedwright.json", "a.rss", "mine.txt"]);
    expect(publish(folder, {}).removed).toEqual(["a.rss"]);
  });

  it.each(["../mine.txt", "folder", "/etc/hostname", "link/mine.txt", ".hidden", "a\\b", "", "."])(
    "never leads to %s",
    (name) => {
      const outside = temporaryFolder({ "mine.txt": "mine", "out/.feedwright.json": listed(name) });
      const folder = path.join(outside, "out");
      mkdirSync(path.join(folder, "folder"));
      writeFileSync(path.join(folder, ".hidden"), "mine");
      symlinkSync(outside, path.join(folder, "link"));
      expect(publish(folder, {}).removed).toEqual([]);
      expect(read(outside, "mine.txt")).toBe("mine");
      expect(read(folder, ".hidden")).toBe("mine");
    },
  );

  it("is replaced where it is a pipe", () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [path.join(folder, ".feedwright.json")]);
    publish(folder, { "a.rss": "1" });
    expect(read(folder, ".feedwright.json")).toContain("a.rss");
  });
});

describe("an output that cannot be written", () => {
  function refusal(act: () => unknown): unknown {
    try {
      return act();
    } catch (error) {
      expect(error).toBeInstanceOf(OperationalError);
      return error instanceof OperationalError ? error.code : undefined;
    }
  }

  it("is refused where a file has its place", () => {
    const folder = temporaryFolder({ feeds: "x", "a/b.rss/": "" });
    expect(refusal(() => openFolder(path.join(folder, "feeds")))).toBe("OUTPUT_NOT_WRITABLE");
    expect(refusal(() => publish(folder, { "feeds/a.rss": "1" }))).toBe("OUTPUT_NOT_WRITABLE");
    expect(refusal(() => publish(folder, { "a/b.rss": "1" }))).toBe("OUTPUT_NOT_WRITABLE");
    expect(all(folder)).toEqual(["feeds"]);
  });

  it("leaves the old documents as they are, and nothing beside them", () => {
    const folder = temporaryFolder();
    publish(folder, { "a.rss": "old" });
    const tooLong = `${"x".repeat(300)}.rss`;
    expect(refusal(() => publish(folder, { [tooLong]: "1" }))).toBe("OUTPUT_NOT_WRITABLE");
    expect(all(folder)).toEqual([".feedwright.json", "a.rss"]);
    expect(read(folder, "a.rss")).toBe("old");
  });

  it.skipIf(process.getuid?.() === 0)("is refused where it may only be read", () => {
    const folder = temporaryFolder();
    publish(folder, { "a.rss": "old" });
    chmodSync(folder, 0o555);
    expect(refusal(() => publish(folder, { "a.rss": "new" }))).toBe("OUTPUT_NOT_WRITABLE");
    chmodSync(folder, 0o755);
    expect(read(folder, "a.rss")).toBe("old");
  });

  it("is refused where it is no file system to write to", () => {
    expect(refusal(() => openFolder("/proc/self/feeds"))).toBe("OUTPUT_NOT_WRITABLE");
  });

  it("is refused where a link inside it leads out, before anything is made there", () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder();
    symlinkSync(outside, path.join(folder, "section"));
    expect(refusal(() => publish(folder, { "section/a/b.rss": "1" }))).toBe("OUTPUT_NOT_WRITABLE");
    expect(all(outside)).toEqual([]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("may itself be a link", () => {
    const real = temporaryFolder();
    const folder = path.join(temporaryFolder(), "feeds");
    symlinkSync(real, folder);
    publish(folder, { "a/b.rss": "1" });
    expect(read(real, "a/b.rss")).toBe("1");
    rmSync(folder);
  });
});
