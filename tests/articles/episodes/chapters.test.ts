import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChapters } from "../../../src/articles/episodes/chapters.ts";

const read = (value: unknown) => readChapters(value, "https://site.example/a/");
const TWO = [
  { startSeconds: 0, title: "Satu" },
  { startSeconds: 90.5, title: "Dua: tiga" },
];

describe("readChapters", () => {
  it.each([
    [
      "objects",
      [
        { start: 0, title: "Satu" },
        { startTime: "1:30.5", title: "Dua: tiga" },
      ],
    ],
    ["lines", ["00:00 Satu", "[00:01:30.500] – Dua: tiga"]],
    ["a block of lines", "Isi:\n0:00 Satu\r\n(1:30.5) Dua: tiga\n\nSelesai"],
    ["a map", { "0:00": "Satu", "1:30,5": "Dua: tiga" }],
    ["maps of one key", [{ "0:00": "Satu" }, { "1:30.5": "Dua: tiga" }]],
    [
      "a document",
      {
        version: "1.2.0",
        chapters: [
          { startTime: 90.5, title: "Dua: tiga" },
          { startTime: 0, title: "Satu" },
        ],
      },
    ],
    ["one time twice", ["0:00 Satu", "1:30.5 Dua: tiga", "1:30.5 Tiga"]],
  ])("takes %s", (_name, value) => {
    expect(read(value)).toEqual(TWO);
  });

  it("keeps what else a chapter has, with whole addresses", () => {
    const full = { start: 5, end: "0:09", title: "T", img: "k.png", url: "/x", toc: false };
    const broken = { start: 20, end: 3, title: "T", url: "javascript:x" };
    expect(read([full, broken, { start: 30 }, { start: 40, img: "k.png" }])).toEqual([
      {
        ...{ startSeconds: 5, endSeconds: 9, title: "T", isHidden: true },
        ...{ imageUrl: "https://site.example/a/k.png", url: "https://site.example/x" },
      },
      { startSeconds: 20, title: "T" },
      { startSeconds: 40, imageUrl: "https://site.example/a/k.png" },
    ]);
  });

  it.each([undefined, null, "", "kata", 7, true, [], {}, [{}], ["kata"], { chapters: "x" }])(
    "finds none in %j",
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );

  it("gives them in order, each time once, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ start: fc.anything(), title: fc.string() })), (value) => {
        const times = (read(value) ?? []).map((chapter) => chapter.startSeconds);
        expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
      }),
    );
  });
});
