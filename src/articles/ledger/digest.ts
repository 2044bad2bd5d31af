/** What a title or a body is recognised by, years later, in a few characters. */
import { hash } from "node:crypto";

/** Enough that a million texts hardly ever meet, and short enough for a line. */
const DIGITS = 16;

/** White space that folding changes: whatever is not one space. */
const ODD_SPACE = /[^\S ]\s*|\s{2,}/g;

/**
 * The first hexadecimal digits of the SHA-256 of a text. Line ends, indents and the Unicode form do
 * not count: editors and checkouts change them without a word.
 *
 * @returns the empty string where there is nothing but white space.
 */
export function digestOfText(text: string): string {
  const folded = text.normalize("NFC").replace(ODD_SPACE, " ").trim();
  return folded === "" ? "" : hash("sha256", folded, "buffer").toString("hex", 0, DIGITS / 2);
}
