import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "../../src/run/csv.ts";

describe("csvText", () => {
  it.each([
    ["plain", "plain"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    [" edges ", '" edges "'],
    ["佐伯美帆; Ann", "佐伯美帆; Ann"],
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-x", "'-x"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\n=1"`],
    ["＝1", "'＝1"],
    ['=cmd|"/c calc"!A1,2', `"'=cmd|""/c calc""!A1,2"`],
    ["\u0000=1", "'=1"],
    ["\u001b[31mred\u009b", "[31mred›"],
    ["a=b", "a=b"],
  ])("writes %j as %j", (value, field) => {
    expect(csvText(["name"], [[value]])).toBe(`name\r\n${field}\r\n`);
  });

  it("joins a list, and guards each of its values", () => {
    expect(csvText(["a", "b"], [[["Ann Lee", "=Bo"], []]])).toBe("a,b\r\nAnn Lee; '=Bo,\r\n");
  });

  it("can be read again, field by field, and no field begins a formula", () => {
    const sign = fc.constantFrom(..."=+-@\t\r\n\",;' ab佐\u0000\u001b");
    const field = fc.string({ unit: sign, maxLength: 8 });
    const rows = fc.array(fc.tuple(field, field), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (all) => {
        const read = readCsv(csvText(["one", "two"], all));
        expect(read).toHaveLength(all.length + 1);
        for (const row of read) {
          expect(row).toHaveLength(2);
          for (const value of row) expect(value).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }),
    );
  });
});

/** RFC 4180 to the letter: a record ends with CRLF, quotes are doubled inside quotes. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [whole = "", quoted, plain = ""] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at)) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor CRLF at ${at} of ${JSON.stringify(text)}`);
  }
  return rows;
}
