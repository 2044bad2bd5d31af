import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileSizeWithin } from "../../src/articles/local-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

describe("fileSizeWithin", () => {
  it("finds files beside the record and where generators keep them, and nothing outside", () => {
    const outside = temporaryFolder({ "secret.jpg": "secret" });
    const project = temporaryFolder({
      "content/a/b.jpg": "bb",
      "content/a/dua kata.jpg": "dd",
      "content/c.jpg": "ccc",
      "static/d.jpg": "dddd",
      "src/assets/e.jpg": "eeeee",
      "empty.jpg": "",
    });
    symlinkSync(path.join(outside, "secret.jpg"), path.join(project, "content/leaves.jpg"));
    const sizeOf = fileSizeWithin(project, path.join(project, "content"));
    const sizes = Object.fromEntries(
      [
        ...["b.jpg", "b.jpg?v=1#x", "dua%20kata.jpg", "../c.jpg", "/c.jpg", "/d.jpg"],
        ...["../../src/assets/e.jpg", "/empty.jpg", "/leaves.jpg", "/none.jpg", "", "/", "%zz"],
        ...[
          "https://site.example/b.jpg",
          "//site.example/b.jpg",
          "/a",
          "b.jpg%00",
          "file:///d.jpg",
        ],
        ...[`../../../${path.basename(outside)}/secret.jpg`],
      ].map((reference) => [reference, sizeOf(reference, "a/post.md")]),
    );
    const found = Object.fromEntries(
      Object.entries(sizes).filter(([, size]) => size !== undefined),
    );
    expect(found).toEqual({
      ...{ "b.jpg": 2, "b.jpg?v=1#x": 2, "dua%20kata.jpg": 2, "../c.jpg": 3, "/c.jpg": 3 },
      ...{ "/d.jpg": 4, "../../src/assets/e.jpg": 5 },
    });
  });
});
