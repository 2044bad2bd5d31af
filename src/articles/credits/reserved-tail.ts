/** The words at the end of a text by which rights are reserved. */
import { RESERVED, RESERVED_OPENINGS } from "./reserved-words.ts";

/** Scripts that set no space before the words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Thai}]/u;

const oneOf = (phrases: readonly string[]) =>
  phrases.map((one) => (UNSPACED.test(one) ? one : `(?<![\\p{L}\\p{N}])${one}`)).join("|");
/** "版权所有 禁止转载": two of them are said as one. */
const TAIL = new RegExp(
  `(?:[.,;|–—-]? ?(?:${oneOf(RESERVED)}|(?:${oneOf(RESERVED_OPENINGS)}).{0,24})){1,3}\\.?$`,
  "iu",
);
/** UTF-16 units. */
const LONGEST = 80;

/** To look at the end of a text costs a tenth of what the search for every phrase does. */
const endOf = (text: string) => text.slice(-2).toLowerCase();
const ENDS: ReadonlySet<string> = new Set(RESERVED.map(endOf));
const OPENING = new RegExp(RESERVED_OPENINGS.join("|"), "iu");
const MAY_BE_OPENING = /[無무]|hak cipta/i;

/** "All rights reserved.", with the mark before it; empty where the text ends otherwise. */
export function reservedTail(text: string): string {
  const end = text.slice(-LONGEST);
  const isEnd = ENDS.has(endOf(end.endsWith(".") ? end.slice(0, -1) : end));
  if (!isEnd && !(MAY_BE_OPENING.test(end) && OPENING.test(end))) return "";
  return TAIL.exec(end)?.[0] ?? "";
}
