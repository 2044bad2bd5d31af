import { describe, expect, it } from "vitest";
import { dataTarget, inheritedFields, isDataOnly } from "../../src/articles/folder-data.ts";

const siblings = new Set(["posts/a.md", "posts/posts.json", "b.html"]);

describe("dataTarget", () => {
  it.each([
    ["posts/posts.json", "posts/"],
    ["posts/posts.11tydata.json", "posts/"],
    ["posts/a.11tydata.json", "posts/a"],
    ["posts/a.json", "posts/a"],
    ["posts/c.json", undefined],
    ["posts/c.11tydata.json", "posts/c"],
    ["b.json", "b"],
    ["content.11tydata.json", "/"],
    ["content.json", "/"],
    ["posts/a.md", undefined],
  ])("%s → %s", (inner, target) => {
    expect(dataTarget(inner, siblings, "content")).toBe(target);
  });
});

describe("inheritedFields", () => {
  const data = new Map([
    ["/", { tags: ["all", "semua"], author: "Situs", layout: "x" }],
    ["posts/", { tags: "posts, laut", author: "Folder" }],
    ["posts/a", { title: "Sendiri" }],
  ]);

  it("takes the nearest, and the tags of all levels that name a subject", () => {
    expect(inheritedFields("posts/a.md", data)).toEqual({
      ...{ title: "Sendiri", author: "Folder", layout: "x", tags: ["semua", "laut"] },
    });
    expect(inheritedFields("lain/b.md", data)).toMatchObject({ author: "Situs" });
    expect(inheritedFields("posts/a.md", new Map())).toEqual({});
  });

  it("is not misled by a prototype", () => {
    const fields = inheritedFields("a.md", new Map([["/", JSON.parse('{"__proto__": {"x": 1}}')]]));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});

describe("isDataOnly", () => {
  it.each([
    [{ tags: ["a"], layout: "x" }, true],
    [{ content: "Isi" }, false],
    [{ body_html: "<p>Isi" }, false],
    [{ plaintext: "Isi" }, false],
  ])("%j: %s", (fields, isOnly) => {
    expect(isDataOnly(fields)).toBe(isOnly);
  });
});
