/** The lines of a text scrape, and what can be said of one line without knowing its language. */
import { cleanCharacters } from "../plain-text.ts";

/** One line that is not blank. */
export interface Line {
  /** Counted from 1, in the text as it was given. */
  readonly number: number;
  /** Without white space at its ends; nothing else is changed. */
  readonly text: string;
  /** For comparison only; empty where the line is too long to be anything but prose. */
  readonly key: string;
  /** Width in terminal columns: wide characters count 2, marks 0. */
  readonly columns: number;
  /** A blank line, or the start of the text, is above it. */
  readonly opens: boolean;
  readonly indented: boolean;
  /** Joined from the lines of a hard-wrapped column. */
  readonly wrapped: boolean;
}

/** UTF-16 units; a longer line is a paragraph and needs no closer look. */
export const LONG_LINE = 400;

// A byte order mark, zero width space or word joiner at an end carries nothing.
const LEADING_SPACE = /^[\s\u200b\u2060]+/;
const TRAILING_SPACE = /[\s\u200b\u2060]/;
const VISIBLE = /[^\s\p{Cf}\p{M}\u115f\u1160\u2800\u3164]/u;

/** `text` as lines; LF, CR, CRLF, form feed, vertical tab and the Unicode separators end one. */
export function readLines(text: string): readonly Line[] {
  const unified = text
    .replace(/\r\r\n/g, "\n")
    .replace(/[\u000b\u000c\u2028]/g, "\n")
    .replace(/\u2029/g, "\n\n");
  const lines: Line[] = [];
  let opens = true;
  let number = 0;
  for (const whole of cleanCharacters(unified).split("\n")) {
    number += 1;
    const line = trimLine(whole);
    if (!VISIBLE.test(line)) {
      opens = true;
      continue;
    }
    lines.push({
      number,
      ...measureText(line),
      opens,
      indented: /^[ \t\u3000]/.test(whole),
      wrapped: false,
    });
    opens = false;
  }
  return lines;
}

/** What follows from a line's text alone. */
export function measureText(text: string): Pick<Line, "text" | "key" | "columns"> {
  return { text, key: text.length > LONG_LINE ? "" : lineKey(text), columns: columnsOf(text) };
}

/** By hand: a pattern with `+$` takes quadratic time where a long line holds much white space. */
function trimLine(whole: string): string {
  let end = whole.length;
  while (end > 0 && TRAILING_SPACE.test(whole.charAt(end - 1))) end -= 1;
  return whole.slice(0, end).replace(LEADING_SPACE, "");
}

/**
 * Case, invisible marks and the spelling variants that keyboards differ in are folded: Turkish
 * dotted and dotless i, Arabic alef and yeh, Persian yeh and kaf, ё, full-width colons.
 */
export function lineKey(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFC")
    .replace(/[\p{Cf}\u064b-\u0652\u0640]/gu, "")
    .toLowerCase()
    .replace(/i\u0307/g, "i")
    .replace(/[ıёأإآٱىیکۀ’‘ʼ：／｜＞！？（）]/g, (variant) => FOLDED[variant] ?? variant)
    .replace(/\s+/g, " ");
}

/** Nearly every line of most languages: nothing to fold but case. */
const PLAIN_ASCII = /^(?:[!-~]| (?! ))*$/;

const FOLDED: Readonly<Record<string, string>> = {
  ı: "i",
  ё: "е",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ۀ: "ه",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "：": ":",
  "／": "/",
  "｜": "|",
  "＞": ">",
  "！": "!",
  "？": "?",
  "（": "(",
  "）": ")",
};

const NARROW = /^[ -~\u00a0-\u02ff\u0370-\u052f]*$/;
/** East Asian wide and full-width characters (Unicode Standard Annex 11), and emoji. */
const WIDE = new RegExp(
  "[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60" +
    "\\uffe0-\\uffe6\\u{1f300}-\\u{1f9ff}\\u{20000}-\\u{3fffd}]",
  "u",
);
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Width of a line in columns; of a very long one only a lower bound. */
export function columnsOf(text: string): number {
  if (text.length > LONG_LINE || NARROW.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (WIDE.test(character)) columns += 2;
    else if (!NO_WIDTH.test(character)) columns += 1;
  }
  return columns;
}

const CLOSERS = "[\"'”’»›」』）)\\]】\\u200e\\u200f]{0,4}$";
const FULL_STOP = new RegExp(`[.。．｡।॥۔]${CLOSERS}`, "u");
const SENTENCE_END = new RegExp(`[.!?。．｡！？।॥۔؟…‥]${CLOSERS}`, "u");

/** Ends with a full stop of any script, closing quotes and brackets aside. */
export function endsWithFullStop(text: string): boolean {
  return FULL_STOP.test(text.slice(-8));
}

/** Ends with a full stop, question mark, exclamation mark or ellipsis. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

const BULLET = /^[•◦‣⁃▪▫■□●○◆◇►▸✓✔]\s*(?=\S)|^[*·]\s+(?=\S)/u;

/** The item's text behind its bullet; undefined for a line that is no list item. */
export function itemText(text: string): string | undefined {
  const bullet = BULLET.exec(text)?.[0];
  return bullet === undefined ? undefined : text.slice(bullet.length);
}
