import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LedgerLine,
  readLedgerLines,
  writeLedgerLines,
} from "../../../src/articles/ledger/ledger-lines.ts";
import { anyText } from "../../any-text.ts";

const flood: LedgerLine = {
  guid: "https://post.example/flood/",
  publishedMs: Date.UTC(2026, 4, 5, 6, 7, 8),
  key: "news/flood.md",
  url: "https://post.example/flood/",
  titleDigest: "0123456789abcdef",
  bodyDigest: "fedcba9876543210",
  further: [],
};
const ferry: LedgerLine = { ...flood, guid: "4711", key: "news/ferry.md" };

/** The lines as text, without the first, which says what the file is. */
function rowsOf(lines: readonly LedgerLine[], kept: readonly string[] = []): readonly string[] {
  return writeLedgerLines(lines, kept).trimEnd().split("\n").slice(1);
}

const [floodRow = "", ferryRow = ""] = [flood, ferry].flatMap((line) => rowsOf([line]));

describe("a line of the ledger", () => {
  it("has guid, date, record, address and digests, with tabs between", () => {
    expect(floodRow.split("\t")).toEqual([
      "https://post.example/flood/",
      "2026-05-05T06:07:08Z",
      "news/flood.md",
      "https://post.example/flood/",
      "0123456789abcdef",
      "fedcba9876543210",
    ]);
  });

  it("stands in order of its guid, once, below a line that says what the file is", () => {
    const text = writeLedgerLines([flood, ferry, flood]);
    expect(text.startsWith("# feedwright ledger: ")).toBe(true);
    expect(text.endsWith("\n")).toBe(true);
    expect(rowsOf([flood, ferry, flood])).toEqual([ferryRow, floodRow]);
    expect(writeLedgerLines([ferry, flood])).toBe(text);
  });

  const line: fc.Arbitrary<LedgerLine> = fc.record({
    guid: fc
      .oneof(anyText, fc.constantFrom("#", "=======", "<<<<<<< x", "\ufeff", " ", "-", "\\u0041"))
      .filter((guid) => guid !== ""),
    publishedMs: fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }), { nil: undefined }),
    key: anyText,
    url: anyText,
    titleDigest: anyText,
    bodyDigest: anyText,
    further: fc.array(anyText, { maxLength: 3 }).filter((fields) => fields.at(-1) !== ""),
  });

  it("is read as it was written, whatever it holds", () => {
    const byGuid = { selector: ({ guid }: LedgerLine) => guid, maxLength: 8 };
    fc.assert(
      fc.property(fc.uniqueArray(line, byGuid), (lines) => {
        const text = writeLedgerLines(lines);
        const read = readLedgerLines(text);
        expect(read.faults).toEqual([]);
        expect(read.kept).toEqual([]);
        const ofGuid = (list: readonly LedgerLine[]) => new Map(list.map((one) => [one.guid, one]));
        expect(ofGuid(read.lines)).toEqual(ofGuid(lines));
        expect(writeLedgerLines(read.lines)).toBe(text);
        // UTF-8 can carry it, and nothing that editors cut or turn stands in it.
        expect(Buffer.from(text).toString("utf8")).toBe(text);
        expect(text).not.toMatch(/\s\n|\r|\u2028/);
      }),
    );
  });

  it.each([
    ["a guid and a date", "a\t2026-05-05T06:07:08Z", Date.UTC(2026, 4, 5, 6, 7, 8)],
    ["a day", "a\t2026-05-05\tflood.md", Date.UTC(2026, 4, 5)],
    ["an offset", "a\t2026-05-05T06:07+07:00", Date.UTC(2026, 4, 4, 23, 7)],
    ["no date", "a\t-\tflood.md", undefined],
  ])("may be written by hand with %s", (_what, row, publishedMs) => {
    expect(readLedgerLines(row)).toMatchObject({ lines: [{ guid: "a", publishedMs }], faults: [] });
  });

  it.each([
    ["blanks for tabs", floodRow.replaceAll("\t", " ")],
    ["no guid", floodRow.slice(flood.guid.length)],
    ["no date", "https://post.example/flood/"],
    ["a date of no day", "a\t2026-02-31T25:00:00Z\tflood.md"],
    ["a date without a zone", "a\t2026-05-05T06:07:08\tflood.md"],
  ])("with %s is reported, and kept as it is", (_what, row) => {
    const read = readLedgerLines(`${ferryRow}\n${row}\n${floodRow}\n`);
    expect(read.faults).toEqual([
      { line: 2, reason: "is no line of a ledger", remedy: expect.stringContaining("tabs") },
    ]);
    expect(read.lines).toEqual([ferry, flood]);
    expect(rowsOf(read.lines, read.kept)).toEqual([ferryRow, floodRow, row]);
  });
});

describe("a ledger", () => {
  it("may have a byte order mark, other line ends, and empty lines", () => {
    const text = `\ufeff${writeLedgerLines([ferry, flood])}\n \n`.replaceAll("\n", "\r\n");
    expect(readLedgerLines(text)).toEqual({
      ...{ lines: [ferry, flood], kept: [], faults: [], hasConflict: false },
    });
  });

  it("keeps the comments that people write into it", () => {
    const read = readLedgerLines(`# moved in 2025\n${floodRow}\n`);
    expect(rowsOf(read.lines, read.kept)).toEqual(["# moved in 2025", floodRow]);
    expect(read.faults).toEqual([]);
  });

  it("does not report more broken lines than anybody reads", () => {
    const { faults, kept } = readLedgerLines("broken\n".repeat(5000));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)?.reason).toBe("holds 4980 more lines that are none of a ledger");
    expect(kept).toHaveLength(5000);
  });
});

describe("a merge conflict", () => {
  const theirs = { ...flood, key: "town/flood.md" };
  const theirRow = rowsOf([theirs])[0] ?? "";

  it.each([
    ["merge", ["<<<<<<< HEAD", floodRow, "=======", theirRow, ">>>>>>> branch"]],
    [
      "diff3",
      ["<<<<<<< HEAD", floodRow, "||||||| 1a2b3c", "old\t-", "=======", theirRow, ">>>>>>> branch"],
    ],
    ["a mark without an end", [floodRow, "||||||| 1a2b3c", theirRow]],
  ])("of style %s gives the lines of both sides", (_style, rows) => {
    const read = readLedgerLines([ferryRow, ...rows].join("\r\n"));
    expect(read.lines).toEqual([ferry, flood, theirs]);
    expect(read.kept).toEqual([]);
    expect(read.hasConflict).toBe(true);
    expect(read.faults).toEqual([
      {
        line: rows.findIndex((row) => /^[<|]/.test(row)) + 2,
        reason: "holds a merge conflict; the lines of both sides are taken",
        remedy: "commit the ledger as this run writes it",
      },
    ]);
    expect(rowsOf(read.lines)).toEqual([ferryRow, floodRow, theirRow]);
  });

  it("loses no line of either side, wherever the marks stand", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(numbers, numbers, numbers, (both, ours, others) => {
        const rows = (side: readonly number[]) => side.map((number) => `guid-${number}\t-\ta.md`);
        const marked = ["<<<<<<< a", ...rows(ours), "=======", ...rows(others), ">>>>>>> b"];
        const { lines } = readLedgerLines([...rows(both), ...marked].join("\n"));
        const guids = new Set(lines.map(({ guid }) => guid));
        const all = [...both, ...ours, ...others].map((number) => `guid-${number}`);
        expect(guids).toEqual(new Set(all));
      }),
    );
  });
});
