import { describe, expect, it } from "vitest";
import { decodeLines, decodeText } from "../../../src/articles/records/decode.ts";

const bytes = (...parts: readonly (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );

describe("decodeText", () => {
  it.each([
    ["UTF-8", bytes("a é\r\nb\rc"), "a é\nb\nc"],
    ["a byte order mark", bytes([0xef, 0xbb, 0xbf], "---"), "---"],
    ["UTF-16LE", bytes([0xff, 0xfe, 0x61, 0, 0xe9, 0]), "aé"],
    ["UTF-16BE", bytes([0xfe, 0xff, 0, 0x61, 0, 0xe9]), "aé"],
    ["nothing", bytes(""), ""],
  ])("reads %s", (_, given, text) => {
    expect(decodeText(given, false)).toEqual({ text });
  });

  it("reads what an old page declares, and only there", () => {
    const page = bytes('<meta http-equiv="x" content="text/html; charset=windows-1251">', [0xcf]);
    expect(decodeText(page, true)).toMatchObject({ text: expect.stringMatching(/П$/) });
    expect(decodeText(page, false)).toMatchObject({ fault: { line: 1 } });
    expect(decodeText(bytes('<meta charset="utf-8">', [0xcf]), true)).toHaveProperty("fault");
    expect(decodeText(bytes('<meta charset="x-none">', [0xcf]), true)).toHaveProperty("fault");
  });

  it("names the line that is not UTF-8", () => {
    const given = bytes("a\né\n", [0xff, 0xfe, 0x0a], "b");
    expect(decodeText(given, false)).toEqual({
      fault: { line: 3, reason: "is not valid UTF-8", remedy: "save the file as UTF-8" },
    });
  });
});

describe("decodeLines", () => {
  it("loses the bad lines and no other", () => {
    const { text, faults } = decodeLines(bytes("a\n", [0xff], "\nb\n", [0xc3]));
    expect(text).toBe("a\n\nb\n");
    expect(faults.map(({ line }) => line)).toEqual([2, 4]);
  });
});
