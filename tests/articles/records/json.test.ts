import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfValue, jsonFault, linesOfElements } from "../../../src/articles/records/json-text.ts";
import { recordsOf } from "../reading.ts";

const titles = (path: string, text: string) =>
  recordsOf(path, text).records.map(({ fields }) => fields["title"]);

describe("JSON records", () => {
  it.each([
    ["one article", '{"title": "A", "date": "2022"}', ["A"], ["a.json"]],
    ["an array", '[{"title": "A"}, {"title": "B"}]', ["A", "B"], ["a.json#1", "a.json#2"]],
    ["an empty array", "[]", [], []],
    ["a wrapped list", '{"ok": 1, "posts": [{"title": "A"}]}', ["A"], ["a.json#1"]],
    ["an API's answer", '{"data": [{"attributes": {"title": "A"}}]}', ["A"], ["a.json#1"]],
    ["an empty feed", '{"version": "x", "title": "F", "items": []}', [], []],
    [
      "an article with a list of its own",
      '{"title": "A", "pubDate": "2022", "items": [{"x": 1}]}',
      ["A"],
      ["a.json"],
    ],
  ])("%s", (_, text, expected, keys) => {
    expect(titles("a.json", text)).toEqual(expected);
    expect(recordsOf("a.json", text).records.map(({ key }) => key)).toEqual(keys);
  });

  it("knows the line of each element, and sets aside what is no object", () => {
    const text = '{"x": [{}],\n "items": [\n  {"title": "A"},\n  7,\n\n  {"title": "B"}\n]}';
    const { records, problems } = recordsOf("a.json", text);
    expect(records.map(({ place }) => place.line)).toEqual([3, 6]);
    expect(problems).toMatchObject([
      { file: "a.json", line: 4, reason: "element #2 is no article" },
    ]);
  });

  it.each(["7", '"x"', "null", "true"])("%s is no article", (text) => {
    expect(recordsOf("a.json", text).problems).toMatchObject([{ line: 1 }]);
  });

  it("reads NDJSON a line at a time; a bad line costs no other", () => {
    const text = '{"title": "A"}\n\n{"title": \n7\n{"title": "B"}\n';
    const { records, problems } = recordsOf("a.ndjson", text);
    expect(records.map(({ place }) => place.line)).toEqual([1, 5]);
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
    expect(titles("a.jsonl", text)).toEqual(["A", "B"]);
  });

  it("hands a JSON Feed's authors and language to items that name none", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      language: "fr",
      authors: [{ name: "Semua" }],
      items: [{ id: "1" }, { id: "2", language: "id", authors: [{ name: "Satu" }] }],
    };
    expect(recordsOf("a.json", JSON.stringify(feed)).records.map(({ fields }) => fields)).toEqual([
      { id: "1", language: "fr", authors: [{ name: "Semua" }] },
      { id: "2", language: "id", authors: [{ name: "Satu" }] },
    ]);
  });
});

describe("jsonFault", () => {
  it.each([
    ['{"a": 1,\n "b": 2,\n}', 3],
    ["[1,\n2", 2],
    ['{"a": "x\ny"}', 1],
    ["{'a': 1}", 1],
    ['{"a": 1}\n x', 2],
    ["", 1],
    ['[\n"\\x"]', 2],
    ["[01]", 1],
  ])("%j goes wrong on line %d", (text, line) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text).line).toBe(line);
  });

  it("finds no fault in what JSON.parse takes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(jsonFault(text).reason).toMatch(/^expected end, found the end/);
        expect(endOfValue(`${text} x`)).toBe(text.length);
      }),
    );
  });

  it("reads strings and lists longer than any stack", () => {
    const long = JSON.stringify(["x".repeat(3_000_000), '\\"'.repeat(500_000)]);
    expect(jsonFault(`${long}]`).reason).toContain("expected end");
    expect(jsonFault("[".repeat(500_000)).line).toBe(1);
  });
});

describe("linesOfElements", () => {
  it("counts every element of a list on one line", () => {
    const values = Array.from({ length: 50_000 }, (_, at) => ({ at }));
    const lines = linesOfElements(JSON.stringify(values));
    expect(lines.length).toBe(50_000);
    expect(new Set(lines)).toEqual(new Set([1]));
  });
});
