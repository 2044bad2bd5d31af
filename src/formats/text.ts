/** Text made fit for every output, quickly: most of it is fit already, and one look tells. */
import { decodeHTML } from "entities";
import { cleanCharacters, plainLine } from "../articles/plain-text.ts";
import { isDoubtful } from "./utf8.ts";

/** Whatever `cleanCharacters` may have to touch; surrogates may be pairs, so they only raise doubt. */
const DOUBTFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

/**
 * Words with single spaces between them, in characters that `plainLine` leaves alone and that
 * nothing here can compose with: most of what is written in Latin, Greek, Cyrillic, Arabic, Han,
 * Kana and Hangul.
 */
const LETTERS =
  "!-~\u00a1-\u00ac\u00ae-\u02ff\u0388-\u0481\u048a-\u052f\u0621-\u064a\u1ea0-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3001-\u3029\u3041-\u3094\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3";
const PLAIN_LINE = new RegExp(`^[${LETTERS}]+(?: [${LETTERS}]+)*$`);

declare const fitness: unique symbol;

/** Text that has been looked through: long texts should be looked through once. */
export type FitText = string & { readonly [fitness]: true };

/** From here on a regex is the slower way to look. UTF-16 units. */
const LONG_TEXT = 256;

/** The text without the characters no output can carry; see `cleanCharacters`. */
export function fitText(text: string): FitText {
  const mayBeUnfit = text.length < LONG_TEXT ? DOUBTFUL.test(text) : isDoubtful(text);
  return (mayBeUnfit ? cleanCharacters(text) : text) as FitText;
}

/** A field as one line of plain text, or undefined where nothing is left of it. */
export function fitLine(text: string | undefined): FitText | undefined {
  if (text === undefined || text === null) return undefined;
  if (PLAIN_LINE.test(text)) return text as FitText;
  return (plainLine(text) || undefined) as FitText | undefined;
}

/** Elements within a line of text; all others part words. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b/i;

/** How much HTML is read for each character of an excerpt: mark-up takes room. */
const HTML_PER_CHARACTER = 20;

/** The words at the beginning of some HTML, as one line of at most `limit` characters. */
export function excerptOfHtml(html: string, limit: number): string | undefined {
  const text = html
    .slice(0, limit * HTML_PER_CHARACTER)
    .replace(/<(script|style)\b.*?(?:<\/\1\s*>|$)/gis, " ")
    .replace(/<[a-z!/?][^>]*(?:>|$)/gi, (tag) => (INLINE.test(tag) ? "" : " "));
  const line = fitLine(decodeHTML(text));
  return line === undefined ? undefined : shorten(line, limit);
}

/** Cut between words where there are words, otherwise between characters, and marked as cut. */
export function shorten(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${fitText(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
