/** A scan that is brought up to date: the same as a new one, or none. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type ScanOptions, scanFolder } from "../../src/articles/folder.ts";
import { holdScan, patchScan } from "../../src/articles/patched-scan.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const FILES = { "a.md": "A", "posts/b.md": "B", "posts/c.html": "C", "posts/foto.jpg": "x" };

function optionsOf(folder: string): ScanOptions {
  const excluded = [path.join(folder, "feeds")];
  return { folder, ignore: ["old/**"], excluded, shownAs: (inner) => inner };
}

interface Change {
  readonly make: (at: (inner: string) => string) => void;
  /** What a watcher tells of it. */
  readonly told: readonly string[];
}

const write = (inner: string, text = "changed"): Change => ({
  make: (at) => {
    mkdirSync(path.dirname(at(inner)), { recursive: true });
    writeFileSync(at(inner), text);
  },
  told: [inner],
});
const remove = (inner: string, ...more: readonly string[]): Change => ({
  make: (at) => rmSync(at(inner), { recursive: true }),
  told: [inner, ...more],
});

const PLAIN: Readonly<Record<string, Change>> = {
  "an edit": write("posts/b.md"),
  "a new record": write("posts/d.json", "{}"),
  "a new record of the root": write("0.md"),
  "a record that is gone": remove("posts/b.md"),
  "a record that is renamed": {
    make: (at) => renameSync(at("posts/b.md"), at("posts/z.md")),
    told: ["posts/b.md", "posts/z.md"],
  },
  "a record that came and went": { make: () => {}, told: ["posts/nothing.md"] },
  "another picture": write("posts/foto.jpg"),
  "what an editor keeps": write("posts/.b.md.swp"),
  "what is ignored": write("old/x.md"),
  "our own output": write("feeds/all.html"),
  "a file elsewhere": { make: () => {}, told: ["../elsewhere.md"] },
};

const DOUBTFUL: Readonly<Record<string, Change>> = {
  "a record in a new folder": write("new/d.md"),
  "a folder": { make: (at) => mkdirSync(at("posts/more")), told: ["posts/more"] },
  "the folder itself": { make: () => {}, told: ["."] },
  "a folder that is gone": remove("posts", "posts/b.md"),
  "a link": { make: (at) => symlinkSync("a.md", at("l.md")), told: ["l.md"] },
  "very many files": {
    make: () => {},
    told: Array.from({ length: 1_001 }, (_, number) => `posts/${number}.md`),
  },
};

function patched(change: Change, files: Readonly<Record<string, string>> = FILES) {
  const folder = temporaryFolder(files);
  const options = optionsOf(folder);
  const held = holdScan(scanFolder(options), options);
  if (held === undefined) return { options };
  change.make((inner) => path.join(folder, inner));
  const told = new Set(change.told.map((inner) => path.join(folder, inner)));
  return { options, after: patchScan(held, told, options) };
}

describe("patchScan", () => {
  it.each(Object.entries(PLAIN))("gives what a new scan gives: %s", (_, change) => {
    const { options, after } = patched(change);
    const anew = scanFolder(options);
    expect(after?.scan).toEqual({ ...anew, startedMs: expect.any(Number) });
  });

  it.each(Object.entries(DOUBTFUL))("leaves it to a new scan: %s", (_, change) => {
    expect(patched(change).after).toBeUndefined();
  });

  it("looks again at what was written so lately that its times do not tell", () => {
    const options = optionsOf(temporaryFolder(FILES));
    const held = holdScan(scanFolder(options), options);
    expect(held?.unsettled).toEqual(["a.md", "posts/b.md", "posts/c.html"]);
    writeFileSync(path.join(options.folder, "a.md"), "longer than before");
    const after = held === undefined ? undefined : patchScan(held, new Set(), options);
    expect(after?.scan.files).toEqual(scanFolder(options).files);
  });

  it("takes no scan that met a link or a fault", () => {
    const folder = temporaryFolder(FILES);
    const options = optionsOf(folder);
    symlinkSync("posts", path.join(folder, "linked"));
    symlinkSync("nothing.md", path.join(folder, "broken.md"));
    expect(holdScan(scanFolder(options), options)).toBeUndefined();
    rmSync(path.join(folder, "broken.md"));
    writeFileSync(path.join(folder, "posts/d.md"), "D");
    rmSync(path.join(folder, "linked"));
    symlinkSync("../a.md", path.join(folder, "posts/l.md"));
    expect(scanFolder(options)).toMatchObject({ problems: [], hasLinks: true });
    expect(holdScan(scanFolder(options), options)).toBeUndefined();
  });

  it("takes paths through a link to the folder", () => {
    const folder = temporaryFolder(FILES);
    const linked = `${folder}-link`;
    symlinkSync(folder, linked);
    const options = optionsOf(linked);
    const held = holdScan(scanFolder(options), options);
    writeFileSync(path.join(folder, "a.md"), "longer than before");
    const told = new Set([path.join(linked, "a.md")]);
    const after = held === undefined ? undefined : patchScan(held, told, options);
    expect(after?.scan.files).toEqual(scanFolder(options).files);
    rmSync(linked);
  });
});
