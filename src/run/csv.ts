/** Comma-separated values (RFC 4180) that are safe to open in a spreadsheet. */
import { cleanCharacters } from "../articles/plain-text.ts";

/** One value, or several, which share a field: `Name; Name`. */
export type CsvField = string | readonly string[];

/** Spreadsheets take these for the beginning of a formula, the full-width forms too. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The headings and a line for each row, every line ended by CRLF, without a byte order mark.
 *
 * A value that begins with = + - @ or a TAB, CR or LF is preceded by an apostrophe, so that no
 * spreadsheet calculates what a stranger wrote into a caption; each value of a list is guarded.
 * Characters that no text holds (escape sequences) are dropped.
 */
export function csvText(
  headings: readonly string[],
  rows: readonly (readonly CsvField[])[],
): string {
  return [headings, ...rows].map((row) => `${row.map(fieldText).join(",")}\r\n`).join("");
}

function fieldText(field: CsvField): string {
  const values = typeof field === "string" ? [field] : field;
  const text = values.map(guarded).join("; ");
  // Section 2, rules 5 to 7; some readers also strip the space at either end.
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Before the clean-up as well as after it: that may drop what hid the sign. */
function guarded(value: string): string {
  const clean = cleanCharacters(value);
  return FORMULA_START.test(value) || FORMULA_START.test(clean) ? `'${clean}` : clean;
}
