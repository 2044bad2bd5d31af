import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/articles/records/front-matter.ts";

describe("readFrontMatter", () => {
  it.each([
    ["YAML", "---\ntitle: A\n---\nIsi\n", { title: "A" }, "Isi\n"],
    ["YAML closed by dots", "---\ntitle: A\n...\nIsi", { title: "A" }, "Isi"],
    [
      "TOML",
      '+++\ntitle = "A"\n[params]\nx = 1\n+++\nIsi',
      { title: "A", params: { x: 1 } },
      "Isi",
    ],
    ["JSON, as Hugo", '{\n  "title": "A"\n}\n\nIsi', { title: "A" }, "\nIsi"],
    [
      "JSON on one line",
      '{"title": "A", "b": {"c": "}"}}\nIsi',
      { title: "A", b: { c: "}" } },
      "Isi",
    ],
    ["JSON in a fence", '---json\n{"title": "A"}\n---\nIsi', { title: "A" }, "Isi"],
    ["an empty block", "---\n---\nIsi", {}, "Isi"],
    ["comments only", "---\n# nanti\n\n---\nIsi", {}, "Isi"],
    ["blank lines above", "\n \n---\ndraft: true\n---\nIsi", { draft: true }, "Isi"],
    ["a file that ends with it", "---\ntitle: A\n---", { title: "A" }, ""],
    ["blanks behind the fence", "--- \ntitle: A\n---\t\nIsi", { title: "A" }, "Isi"],
    [
      "numbers as they are written",
      "---\na: 2.10\nb: 007\nc: 1_0\n---\n",
      { a: "2.10", b: "007", c: "1_0" },
      "",
    ],
    ["dates as they are written", "---\nd: 2022-09-16 10:00\n---\n", { d: "2022-09-16 10:00" }, ""],
    ["what says nothing", "---\na: ~\nb:\nc: null\n---\n", { a: null, b: null, c: null }, ""],
    [
      "long texts",
      "---\na: >-\n  satu\n  dua\nb: |\n  x\n  y\n---\n",
      { a: "satu dua", b: "x\ny\n" },
      "",
    ],
    [
      "merge keys",
      "---\nx: &x { a: b }\ny: { <<: *x }\n---\n",
      { x: { a: "b" }, y: { a: "b" } },
      "",
    ],
    ["a rule inside a text", "---\na: |\n  ---\n---\nIsi", { a: "---\n" }, "Isi"],
  ])("reads %s", (_, text, fields, body) => {
    expect(readFrontMatter(text)).toMatchObject({ fields, body });
  });

  it.each([
    ["a story alone", "Isi\n---\n"],
    ["a rule at the top", "---\n\nIsi cerita.\n"],
    ["prose between rules", "---\nSebuah pengantar\n---\nIsi"],
    ["a template at the top", "{{ toc }}\n\nIsi"],
    ["a brace at the top", "{.kelas}\nIsi"],
    ["nothing", ""],
  ])("takes %s for the story", (_, text) => {
    expect(readFrontMatter(text)).toMatchObject({ fields: {}, body: text });
  });

  it.each([
    ["YAML", "---\ntitle: A\nb: [1\n---\n", 4, /YAML/],
    ["a tab", "---\ntitle: A\n\tb: c\n---\n", 3, /tab/],
    ["two of one key", "---\ntitle: A\ntitle: B\n---\n", 3, /duplicated/],
    ["a colon", "---\n\ntitle: A: B\n---\n", 3, /YAML/],
    ["a foreign tag", "---\ntitle: !ruby/object:X {}\n---\n", 2, /tag/],
    ["NUL", '---\ntitle: "a\u0000"\n---\n', 2, /null byte/],
    ["TOML", '+++\ntitle = "A"\nb = \n+++\n', 3, /TOML/],
    ["JSON", '{\n  "title": "A",\n  "b": }\n}\nIsi', 3, /JSON/],
    ["JSON never closed", '{ "draft": true,\n\nIsi', 3, /JSON/],
    ["blank lines above", "\n\n---\nb: [1\n---\n", 5, /YAML/],
    ["no end", "---\ndraft: true\n\nIsi", 1, /not closed/],
    ["no end, and a comment first", "---\n# x\n\ndraft: true\nIsi", 1, /not closed/],
    ["a list", "---\n- a\n- b\n---\n", 2, /list of fields/],
    ["a program", "---js\nmodule.exports = {}\n---\n", 1, /never executed/],
    ["too deep", `---\na: ${"[".repeat(300)}\n---\n`, 2, /nesting/],
  ])("names the line of bad front matter: %s", (_, text, line, reason) => {
    expect(readFrontMatter(text)).toMatchObject({ line, reason: expect.stringMatching(reason) });
  });

  it("survives aliases that grow without end", () => {
    const lines = Array.from(
      { length: 60 },
      (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`,
    );
    const read = readFrontMatter(`---\na0: &a0 [x, x]\n${lines.join("\n")}\n---\nIsi`);
    expect(Object.keys("fields" in read ? read.fields : {}).length).toBe(61);
  });

  it("leaves prototypes alone", () => {
    for (const text of ["---\n__proto__: { draft: false }\n---\n", '{"__proto__": {"x": 1}}\n']) {
      const read = readFrontMatter(text);
      expect("fields" in read ? Object.keys(read.fields) : []).toEqual(["__proto__"]);
    }
    expect(Object.hasOwn(Object.prototype, "draft")).toBe(false);
  });

  it("knows the line of a field", () => {
    const read = readFrontMatter('---\n"title": A\n\nlast.mod : x\n---\n');
    expect("lineOf" in read ? ["title", "last.mod", "x"].map(read.lineOf) : []).toEqual([
      2,
      4,
      undefined,
    ]);
  });
});
