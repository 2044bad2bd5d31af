import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findFilesWithin } from "../../src/articles/local-files.ts";
import { sharedFolder } from "../temporary-folder.ts";

const outside = sharedFolder({ "secret.jpg": "secret" });
const archive = sharedFolder({ "2014/f.jpg": "ffffff" });
const project = sharedFolder({
  "content/a/b.jpg": "bb",
  "content/a/dua kata.jpg": "dd",
  "content/c.jpg": "ccc",
  "static/d.jpg": "dddd",
  "src/assets/e.jpg": "eeeee",
  "empty.jpg": "",
});
symlinkSync(path.join(outside, "secret.jpg"), path.join(project, "content/leaves.jpg"));
symlinkSync(path.join(project, "content/c.jpg"), path.join(project, "content/stays.jpg"));

const findFile = findFilesWithin({
  project,
  articles: path.join(project, "content"),
  siteUrl: "https://site.example/",
  folders: { "https://old.example/uploads/": archive, "https://cdn.example/": "static" },
});
const article = { url: "https://site.example/2022/post/", recordPath: "a/post.md" };

/** The file of a reference that stands in the article. */
function found(reference: string): string | undefined {
  const file = findFile(new URL(reference, article.url).href, article)?.file;
  return file === undefined ? undefined : path.relative(project, file);
}

describe("the file behind an address", () => {
  it.each([
    ["b.jpg", "content/a/b.jpg"],
    ["b.jpg?v=1#x", "content/a/b.jpg"],
    ["dua%20kata.jpg", "content/a/dua kata.jpg"],
    ["../c.jpg", "content/c.jpg"],
    ["/c.jpg", "content/c.jpg"],
    ["/d.jpg", "static/d.jpg"],
    ["http://site.example/d.jpg", "static/d.jpg"],
    ["../../assets/e.jpg", "src/assets/e.jpg"],
    ["https://cdn.example/d.jpg", "static/d.jpg"],
    ["/stays.jpg", "content/c.jpg"],
  ])("%s is %s", (reference, file) => {
    expect(found(reference)).toBe(file);
  });

  it.each([
    ...["/empty.jpg", "/leaves.jpg", "/none.jpg", "/", "/a", "/%zz", "b.jpg%00", "%2e%2e%2f%2e%2e"],
    ...["https://other.example/d.jpg", "https://site.example.evil.example/d.jpg"],
    ...[
      `../../../${path.basename(outside)}/secret.jpg`,
      `/..%2f${path.basename(outside)}/secret.jpg`,
    ],
    ...[`https://old.example/uploads/..%2f${path.basename(outside)}/secret.jpg`],
  ])("%s leads to none", (reference) => {
    expect(found(reference)).toBeUndefined();
  });

  it("may lie in a folder elsewhere that the configuration names", () => {
    const file = findFile("https://old.example/uploads/2014/f.jpg", article);
    expect(file).toMatchObject({ file: path.join(archive, "2014/f.jpg"), bytes: 6 });
  });

  it("is another version once it was written again", () => {
    const version = () => findFile("https://site.example/d.jpg", article)?.version;
    const before = version();
    expect(version()).toBe(before);
    writeFileSync(path.join(project, "static/d.jpg"), "dddde");
    expect(version()).not.toBe(before);
  });
});
