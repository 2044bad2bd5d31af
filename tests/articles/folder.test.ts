import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes, scanFolder } from "../../src/articles/folder.ts";
import { OperationalError } from "../../src/errors.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function scan(folder: string, ignore: readonly string[] = [], excluded: readonly string[] = []) {
  const { files, problems } = scanFolder({ folder, ignore, excluded, shownAs: (inner) => inner });
  return {
    files: files.map((file) => file.path),
    problems: problems.map(({ file, reason }) => `${file} ${reason}`),
  };
}

describe("scanFolder", () => {
  it("finds records of every form, in one order, and passes over all else", () => {
    const folder = temporaryFolder(
      Object.fromEntries(
        [
          ...["b.md", "a.txt", "c/d.HTML", "c/e.json", "f.ndjson", "g.mdx", "_posts/h.markdown"],
          ...["foto.jpg", "_index.md", "c/_draft.md", ".hidden.md", "_layouts/x.html", ".git/x.md"],
          ...["node_modules/x/README.md", "_data/x.json", "feedwright.config.json", "Makefile"],
        ].map((name) => [name, "x"]),
      ),
    );
    expect(scan(folder)).toEqual({
      files: ["_posts/h.markdown", "a.txt", "b.md", "c/d.HTML", "c/e.json", "f.ndjson", "g.mdx"],
      problems: [],
    });
  });

  it("ignores what the configuration names, and our own output", () => {
    const folder = temporaryFolder({
      "a.md": "",
      "b/c.md": "",
      "b/d/e.md": "",
      "feeds/all.json": "",
    });
    expect(scan(folder, ["b/d/**"], [path.join(folder, "feeds")]).files).toEqual([
      "a.md",
      "b/c.md",
    ]);
    expect(scan(folder, ["b", "feeds/*.json"]).files).toEqual(["a.md"]);
  });

  it("reports what is no file that it can read, and goes on", () => {
    const folder = temporaryFolder({ "ok.md": "x", "map.md/": "", "map.md/in.md": "x" });
    const outside = temporaryFolder({ "secret.md": "x" });
    execFileSync("mkfifo", [path.join(folder, "pipe.md")]);
    symlinkSync(path.join(outside, "secret.md"), path.join(folder, "leaves.md"));
    symlinkSync(outside, path.join(folder, "outside"));
    symlinkSync("nothing.md", path.join(folder, "dangling.md"));
    symlinkSync("self.md", path.join(folder, "self.md"));
    symlinkSync(".", path.join(folder, "loop"));
    symlinkSync("maya@host.123", path.join(folder, ".#ok.md"));
    symlinkSync("/nowhere/a.jpg", path.join(folder, "foto.jpg"));
    expect(scan(folder)).toEqual({
      files: ["map.md/in.md", "ok.md"],
      problems: [
        "dangling.md is a link to nothing",
        "leaves.md is a link that leaves the articles folder",
        "loop is a link in a loop",
        "map.md is a folder, not a record",
        "outside is a link that leaves the articles folder",
        "pipe.md is no regular file",
        "self.md is a link in a loop",
      ],
    });
  });

  it("reads what several links lead to once, by its own name where it has one", () => {
    const folder = temporaryFolder({ "z/a.md": "x", ".store/b.md": "x", ".store/c/d.md": "x" });
    symlinkSync("z", path.join(folder, "a-link"));
    symlinkSync("z/a.md", path.join(folder, "a.md"));
    symlinkSync(".store/b.md", path.join(folder, "b.md"));
    symlinkSync(".store/c", path.join(folder, "c"));
    symlinkSync(".store/c", path.join(folder, "e"));
    expect(scan(folder)).toEqual({ files: ["b.md", "c/d.md", "z/a.md"], problems: [] });
  });

  it("ends where links double at every step", () => {
    const folder = temporaryFolder({ "d0/a.md": "x" });
    for (let at = 0; at < 35; at += 1) {
      mkdirSync(path.join(folder, `d${at + 1}`), { recursive: true });
      for (const name of ["x", "y"])
        symlinkSync(`../d${at + 1}`, path.join(folder, `d${at}`, name));
    }
    expect(scan(folder).files).toEqual(["d0/a.md"]);
  });

  it("ends where folders are nested without end", () => {
    const folder = temporaryFolder({ [`${"x/".repeat(60)}a.md`]: "x", "b.md": "x" });
    const { files, problems } = scan(folder);
    expect(files).toEqual(["b.md"]);
    expect(problems[0]).toContain("is nested too deeply");
  });

  it("refuses a folder that is not there", () => {
    const missing = path.join(temporaryFolder(), "none");
    expect(() => scan(missing)).toThrow(OperationalError);
    expect(() => scan(missing)).toThrow(/ENOENT/);
  });
});

describe("readBytes", () => {
  it("reads a file, and none that is larger than its form may be", () => {
    const folder = temporaryFolder({ "a.md": "isi" });
    truncateSync(writeSparse(path.join(folder, "b.md")), 50 * 1024 * 1024);
    const { files } = scanFolder({ folder, ignore: [], shownAs: (inner) => inner });
    const read = files.map((file) => readBytes(file, 4 * 1024 * 1024));
    expect(read[0]).toEqual(Buffer.from("isi"));
    expect(read[1]).toMatchObject({ reason: "is larger than 4 MiB" });
  });

  it("does not wait for a pipe that has taken a file's place", () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [path.join(folder, "a.md")]);
    const file = { path: "a.md", root: folder, version: "1 0 0" };
    expect(readBytes(file, 10)).toEqual(Buffer.alloc(0));
    expect(readdirSync(folder)).toEqual(["a.md"]);
  });
});

function writeSparse(file: string): string {
  writeFileSync(file, "");
  return file;
}
