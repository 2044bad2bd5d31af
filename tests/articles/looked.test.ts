/** What was looked at for a file: as long as all of it stays as it is, so does every answer. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFilesWithin } from "../../src/articles/local-files.ts";
import { isAsSeen, type Looked, versionAt } from "../../src/articles/looked.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ADDRESSES = ["/foto.jpg", "/img/a.jpg", "/img/b/c.jpg", "/2022/post/d.jpg", "/2022/c.jpg"];
const article = { url: "https://site.example/2022/post/", recordPath: "a/post.md" };

/** Every place where one of them may lie. */
const PLACES = ["content", "content/a", "static", "public", "src", "."].flatMap((folder) =>
  ["foto.jpg", "img/a.jpg", "img/b/c.jpg", "d.jpg", "2022/post/d.jpg", "c.jpg"].map((name) =>
    path.posix.join(folder, name),
  ),
);

const place = fc.constantFrom(...PLACES);
const change = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), place, text: fc.constantFrom("x", "yy", "") }),
  fc.record({ kind: fc.constant("remove" as const), place }),
  fc.record({ kind: fc.constant("clear" as const), place }),
  fc.record({ kind: fc.constant("link" as const), place, to: place }),
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

function apply(project: string, made: Change): void {
  const target = path.join(project, made.place);
  // A folder may be where a file is to be, and the other way round: then there is no change.
  try {
    if (made.kind === "clear") {
      const folder = path.dirname(target);
      if (folder !== project) rmSync(folder, { recursive: true, force: true });
    } else if (made.kind === "remove") rmSync(target, { force: true });
    else {
      mkdirSync(path.dirname(target), { recursive: true });
      rmSync(target, { force: true });
      if (made.kind === "write") writeFileSync(target, made.text);
      else symlinkSync(path.join(project, made.to), target);
    }
  } catch {
    return;
  }
}

/** Times of long ago, so that whatever is written now has another. */
function settle(project: string): void {
  const past = new Date("2026-01-01");
  for (const name of readdirSync(project, { recursive: true, encoding: "utf8" })) {
    const file = path.join(project, name);
    if (!lstatSync(file).isSymbolicLink()) utimesSync(file, past, past);
  }
}

function answersIn(project: string, looked: Looked = new Map()) {
  const findFile = findFilesWithin({
    ...{ project, articles: path.join(project, "content"), looked },
    siteUrl: "https://site.example/",
  });
  return ADDRESSES.map((address) => {
    const found = findFile(new URL(address, article.url).href, article);
    return found === undefined ? "" : `${found.file} ${found.version}`;
  });
}

describe("the version of a place", () => {
  it("is empty where there is nothing, whatever the disk says about it", () => {
    const folder = temporaryFolder({ "a.jpg": "x" });
    symlinkSync("loop", path.join(folder, "loop"));
    symlinkSync("none", path.join(folder, "dangling"));
    for (const name of ["none", "loop", "dangling", "a.jpg/b", "x".repeat(300), "loop/a"]) {
      expect(versionAt(path.join(folder, name)), name).toBe("");
    }
    expect(versionAt(path.join(folder, "a.jpg"))).toMatch(/^1 /);
  });
});

describe("what was looked at", () => {
  it("tells of every change that changes an answer", () => {
    let changes = 0;
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (before, after) => {
          const project = path.join(temporaryFolder(), "project");
          mkdirSync(path.join(project, "content"), { recursive: true });
          for (const made of before) apply(project, made);
          settle(project);
          const looked: Looked = new Map();
          const answers = answersIn(project, looked);
          for (const made of after) apply(project, made);
          const isStill = [...looked].every(([file, seen]) => isAsSeen(file, seen, Date.now()));
          if (isStill) expect(answersIn(project)).toEqual(answers);
          else changes += 1;
        },
      ),
      { numRuns: 150 },
    );
    // Both kinds of change must have been met.
    expect(changes).toBeGreaterThan(20);
    expect(changes).toBeLessThan(150);
  });
});
