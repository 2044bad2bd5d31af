import path from "node:path";
import { expect, it } from "vitest";
import { isPassing, isPassingFolder, openUnfinished } from "../../../src/run/watch/passing.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

it.each([
  [".post.md.swp", true],
  [".#post.md", true],
  [".DS_Store", true],
  [".post.md.Xy12Qz", true],
  ["#post.md#", true],
  ["4913", true],
  ["post.md~", true],
  ["post.md.tmp", true],
  ["post.md.bak", true],
  ["post.md___jb_tmp___", true],
  ["picture.jpg.crdownload", true],
  ["~$photo.docx", true],
  ["post.md", false],
  ["4913.md", false],
  ["#1.md", false],
  ["photo.jpg", false],
  ["talk.MP3", false],
  ["data", false],
])("%s comes and goes: %s", (name, expected) => {
  expect(isPassing(name)).toBe(expected);
});

it.each([
  ["node_modules", true],
  [".git", true],
  ["_layouts", true],
  ["_posts", false],
  ["2026", false],
])("the folder %s holds nothing: %s", (name, expected) => {
  expect(isPassingFolder(name)).toBe(expected);
});

it("waits two seconds for the text of an empty record, and for no other file", () => {
  const folder = temporaryFolder({ "a.md": "", "b.md": "text", "c.jpg": "", "d.md/": "" });
  const isUnfinished = openUnfinished(folder);
  const isWaitedFor = (name: string, ageMs: number) =>
    isUnfinished(new Set([path.join(folder, name)]), ageMs);
  expect(isWaitedFor("a.md", 100)).toBe(true);
  expect(isWaitedFor("a.md", 2_000)).toBe(false);
  for (const name of ["b.md", "c.jpg", "d.md", "gone.md"])
    expect(isWaitedFor(name, 100)).toBe(false);
  expect(isUnfinished(undefined, 100)).toBe(false);
});

it("waits half a minute while git holds the repository", () => {
  const folder = temporaryFolder({ ".git/index.lock": "", "content/posts/a.md": "text" });
  const isUnfinished = openUnfinished(path.join(folder, "content/posts"));
  expect(isUnfinished(undefined, 10_000)).toBe(true);
  expect(isUnfinished(undefined, 30_000)).toBe(false);
});
