/** When two lines are one title, and which of them is the title. */
import { columnsOf, endsWithFullStop, itemText, type Line, lineKey } from "./lines.ts";

/** Columns. */
const LONGEST_TITLE = 200;
const LONGEST_SITE_NAME = 50;

/** Case, quotes, spaces and punctuation are where copies of a title differ. */
export function titleKey(text: string): string {
  return text.length > 600 ? "" : lineKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

const SUFFIX_MARK = /\s[-–—|·•»:~]{1,2}\s|\s?[|｜»]\s?|＿|_/gu;
const SITE_MARK = /\s*[-–—|｜·•»:：~_]{1,2}\s*/gu;
const CUT_OFF = /(?:…|\.{3}|\[…\]|\[\.\.\.\])$/u;

/** Whether both say one title, one of them perhaps cut off or with the name of the site. */
export function isSameTitle(left: string, right: string): boolean {
  if (left.length > 600 || right.length > 600) return false;
  const leftKey = titleKey(left);
  const rightKey = titleKey(right);
  if (leftKey === "" || rightKey === "") return false;
  if (leftKey === rightKey) return true;
  return (
    isCutOff(left, rightKey) ||
    isCutOff(right, leftKey) ||
    siteNameBehind(left, rightKey) !== undefined ||
    siteNameBehind(right, leftKey) !== undefined
  );
}

function isCutOff(text: string, whole: string): boolean {
  if (!CUT_OFF.test(text)) return false;
  const key = titleKey(text);
  return columnsOf(key) >= 8 && key.length * 3 >= whole.length && whole.startsWith(key);
}

/**
 * The name in `text` where it is the title of that key, a mark and a name. Not the name first:
 * "Rain - The Post" is no copy of the line "The Post".
 */
export function siteNameBehind(text: string, title: string): string | undefined {
  if (text.length > 600 || columnsOf(title) < 4) return undefined;
  if (!titleKey(text).startsWith(title)) return undefined;
  for (const mark of text.matchAll(SUFFIX_MARK)) {
    const name = text.slice(mark.index + mark[0].length);
    if (titleKey(text.slice(0, mark.index)) !== title) continue;
    if (columnsOf(name) <= LONGEST_SITE_NAME && name.split(" ").length <= 5) return name;
  }
  return undefined;
}

/** A headline by its shape alone: one short line, one thought, no full stop behind it. */
export function looksLikeTitle(line: Line): boolean {
  if (line.columns > LONGEST_TITLE || columnsOf(titleKey(line.text)) < 2) return false;
  if (itemText(line.text) !== undefined) return false;
  if (line.columns > 120 && /[.。।۔]["”»]?\s/u.test(line.text.slice(20))) return false;
  if (endsWithFullStop(line.text)) return CUT_OFF.test(line.text);
  return /\p{L}/u.test(line.text) && !/^[([]?©/u.test(line.text);
}

/** Of the copies of one title the whole one, without the name of the site, not shouted. */
export function bestTitle(copies: readonly Line[]): Line | undefined {
  const whole = copies.filter((copy) => !CUT_OFF.test(copy.text));
  const candidates = whole.length > 0 ? whole : copies;
  const lengths = candidates.map((copy) => titleKey(copy.text).length);
  const shortest = lengths.reduce((least, length) => Math.min(least, length), LONGEST_TITLE * 2);
  const bare = candidates.filter((_, at) => lengths[at] === shortest);
  return bare.find((copy) => /\p{Ll}/u.test(copy.text)) ?? bare[0];
}

/** "Title - Site name" and "Site name: Title" without the name of this site. */
export function stripSiteName(text: string, siteTitle?: string): string {
  const site = titleKey(siteTitle ?? "");
  if (site === "" || text.length > 600 || !titleKey(text).includes(site)) return text;
  for (const mark of text.matchAll(SITE_MARK)) {
    const before = text.slice(0, mark.index).trim();
    const after = text.slice(mark.index + mark[0].length).trim();
    if (before !== "" && titleKey(after) === site) return before;
    if (after !== "" && titleKey(before) === site) return after;
  }
  return text;
}
