/** A scrape as a page: where its head, story and tail are, and which lines are its furniture. */
import { judgeLine, readTags, type Verdict } from "./furniture.ts";
import { endsWithFullStop, type Line } from "./lines.ts";
import { isSameTitle } from "./titles.ts";
import { findWraps, joinLines } from "./wrapping.ts";

export interface Page {
  readonly lines: readonly Line[];
  readonly verdicts: readonly (Verdict | undefined)[];
  /** Index of the first line of prose; above it is the head. */
  readonly headEnd: number;
  /** Index behind the last line of prose. */
  readonly tailStart: number;
}

interface PageContext {
  readonly siteTitle?: string;
  readonly title?: string;
}

/** Lines. No page puts more above its article. */
const LONGEST_HEAD = 60;

/** Columns. */
const PARAGRAPH = 160;
const SHORT_SENTENCE = 30;
const LONGEST_REPEATED = 120;

export function readPage(given: readonly Line[], context: PageContext): Page {
  const lines = joinLines(given, separateFurniture(given, findWraps(given)));
  const verdicts = lines.map((line) => {
    const isTitle = context.title !== undefined && isSameTitle(line.text, context.title);
    return line.wrapped || isTitle ? undefined : judgeLine(line, context.siteTitle);
  });
  const isProse = (_: Line, at: number) => isProseLine(lines, verdicts, at);
  let start = lines.findIndex(isProse);
  let end = lines.findLastIndex(isProse) + 1;
  if (start < 0) [start, end] = findVerse(lines, verdicts);
  return { lines, verdicts, headEnd: Math.min(start, LONGEST_HEAD), tailStart: end };
}

/** A wrapped paragraph that ends at the full width may have furniture right below it. */
function separateFurniture(lines: readonly Line[], wraps: readonly boolean[]): readonly boolean[] {
  return wraps.map((wrap, at) => {
    const next = lines[at + 1];
    if (!wrap || !next || !endsWithFullStop(lines[at]?.text ?? "") || wraps[at + 1]) return wrap;
    return judgeLine(next)?.sure !== true;
  });
}

function isProseLine(
  lines: readonly Line[],
  verdicts: readonly (Verdict | undefined)[],
  at: number,
): boolean {
  const line = lines[at];
  if (!line || verdicts[at]) return false;
  if (line.key === "") return true;
  if (isRepeatedTitle(lines, verdicts, at)) return false;
  if (line.columns >= PARAGRAPH) return true;
  return line.columns >= SHORT_SENTENCE && endsWithFullStop(line.text);
}

/** At the very top, below a date at most, what the page says twice is no prose. */
function isRepeatedTitle(
  lines: readonly Line[],
  verdicts: readonly (Verdict | undefined)[],
  at: number,
): boolean {
  const line = lines[at];
  if (!line || at > 6 || line.columns > LONGEST_REPEATED) return false;
  const start = lines.findIndex((_, index) => !verdicts[index] && !hasDigit(lines[index]));
  if (start < 0 || lines[start]?.key !== line.key) return false;
  return line.key === lines[start + 1]?.key;
}

function hasDigit(line: Line | undefined): boolean {
  return line !== undefined && line.columns <= 60 && /\p{Nd}/u.test(line.text);
}

/** Where no line is prose, the story is what stands in blocks of three lines and more. */
function findVerse(
  lines: readonly Line[],
  verdicts: readonly (Verdict | undefined)[],
): [number, number] {
  let start = -1;
  let end = -1;
  for (let at = 0, opened = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !lines[at]?.opens) continue;
    const story = verdicts.slice(opened, at).filter((verdict) => !verdict).length;
    if (opened > 0 && at - opened > 2 && story * 3 >= (at - opened) * 2) {
      if (start < 0) start = opened;
      end = at;
    }
    opened = at;
  }
  return start < 0 ? [lines.length, lines.length] : [start, end];
}

/** For every line: it is furniture, here where it stands. Tags are what those lines named. */
export function findFurniture(page: Page): {
  readonly taken: readonly boolean[];
  readonly tags: readonly string[];
} {
  const taken: boolean[] = page.lines.map(() => false);
  const tags: string[] = [];
  for (let from = 0; from < page.lines.length; from += 1) {
    if (!page.verdicts[from]) continue;
    let to = from;
    while (page.verdicts[to + 1]) to += 1;
    takeRun(page, from, to, taken);
    for (let at = from; at <= to; at += 1) {
      if (!taken[at]) continue;
      tags.push(...(page.verdicts[at]?.tags ?? []));
      takeFollowers(page, at, taken, tags);
    }
    from = to;
  }
  return { taken, tags: [...new Set(tags)] };
}

function takeRun(page: Page, from: number, to: number, taken: boolean[]): void {
  const run = page.verdicts.slice(from, to + 1);
  const isShareBar = run.some((verdict) => verdict?.kind === "share" && verdict.sure);
  const hasButton = run.some((verdict) => verdict?.kind === "button");
  const isRun = isShareBar || (hasButton && run.length > 2);
  const isList = !isShareBar && !hasButton && /[:：]$/u.test(page.lines[from - 1]?.text ?? "");
  for (let at = from; at <= to; at += 1) {
    const verdict = page.verdicts[at];
    const isAbove = at < page.headEnd && verdict?.kind !== "stamp";
    const atEdge = (isAbove || at >= page.tailStart) && !isList;
    taken[at] = verdict?.sure === true || isRun || atEdge;
  }
}

/** Lines. */
const LONGEST_SHELF = 20;

/** Below "Related articles" or "Tags:" alone on a line: the links, the tags. */
function takeFollowers(page: Page, label: number, taken: boolean[], tags: string[]): void {
  const { lines, verdicts } = page;
  const kind = verdicts[label]?.kind;
  const isTagLabel = verdicts[label]?.tags?.length === 0;
  if (kind !== "more" && kind !== "shelf" && !isTagLabel) return;
  const inTail = label >= page.tailStart;
  if (isTagLabel && !inTail) return;
  const shelf = kind === "shelf" && inTail;
  let end = label + 1;
  while (end < lines.length && end - label <= LONGEST_SHELF) {
    const line = lines[end];
    if (!line || verdicts[end] || (line.opens && !shelf) || !isLink(line, isTagLabel)) break;
    end += 1;
  }
  // In a text without blank lines nothing tells the last link from the next line of the story.
  if (end < lines.length && !lines[end]?.opens && !verdicts[end]) return;
  for (let at = label + 1; at < end; at += 1) {
    taken[at] = true;
    if (isTagLabel) tags.push(...(readTags(lines[at]?.text ?? "") ?? []));
  }
}

function isLink(line: Line, isTag: boolean): boolean {
  return (
    line.columns <= 140 &&
    (!isTag || readTags(line.text) !== undefined) &&
    !endsWithFullStop(line.text)
  );
}
