/** Which line ends are only the edge of a hard-wrapped column, and how its lines join again. */
import { readLoneCredit } from "./credit-lines.ts";
import { columnsOf, endsSentence, itemText, type Line, measureText } from "./lines.ts";

/** Columns. Narrower lines are verse, addresses or lists; wider ones are whole paragraphs. */
const NARROWEST_WRAP = 55;
const WIDEST_WRAP = 140;
/** Without upper and lower case there is less to go by: wider than this is a paragraph. */
const WIDEST_UNCASED_WRAP = 100;

const LOWERCASE = /^\P{L}{0,2}\p{Ll}/u;
const UPPERCASE = /^\P{L}{0,2}[\p{Lu}\p{Lt}]/u;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uff60]/;

/** For every line: whether its text goes on in the next line. */
export function findWraps(lines: readonly Line[]): readonly boolean[] {
  const blocks = splitBlocks(lines).filter((block) => fitsColumn(lines, block));
  const widths = blocks.map((block) => columnOf(lines, block));
  const wrapped = blocks.map((block, at) => isWrapped(lines, block, widths[at] ?? 0));
  const usual = median(widths.filter((_, at) => wrapped[at]));
  const continues: boolean[] = lines.map(() => false);
  if (usual === undefined) return continues;
  for (const [at, block] of blocks.entries()) {
    const width = wrapped[at] ? (widths[at] ?? usual) : usual;
    for (let line = block.start; line < block.end - 1; line += 1) {
      const isOneText = wrapped[at] === true && isMidSentence(lines, line);
      if (!fillsColumn(lines, line, width) && !isOneText) continue;
      // A credit is the last of its lines, or has one more line below it.
      const mayBeCredit = line + 1 >= block.end - 2;
      continues[line] = !startsAnew(lines, line + 1) && !(mayBeCredit && isCredit(lines, line + 1));
    }
  }
  return continues;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function splitBlocks(lines: readonly Line[]): readonly Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && !lines[at]?.opens) continue;
    if (at - start > 1) blocks.push({ start, end: at });
    start = at;
  }
  return blocks;
}

function columnOf(lines: readonly Line[], block: Span): number {
  let widest = 0;
  for (let at = block.start; at < block.end; at += 1) {
    widest = Math.max(widest, lines[at]?.columns ?? 0);
  }
  return widest;
}

function fitsColumn(lines: readonly Line[], block: Span): boolean {
  return columnOf(lines, block) <= WIDEST_WRAP;
}

/** A block is wrapped when most lines are full, and sentences run over its line ends. */
function isWrapped(lines: readonly Line[], block: Span, width: number): boolean {
  if (width < NARROWEST_WRAP) return false;
  let full = 0;
  let lower = 0;
  let upper = 0;
  let sentences = 0;
  for (let at = block.start; at < block.end - 1; at += 1) {
    if (!fillsColumn(lines, at, width)) continue;
    const next = lines[at + 1]?.text ?? "";
    full += 1;
    if (LOWERCASE.test(next)) lower += 1;
    else if (UPPERCASE.test(next)) upper += 1;
    if (endsSentence(lines[at]?.text ?? "")) sentences += 1;
  }
  const breaks = block.end - block.start - 1;
  if (full * 2 < breaks) return false;
  if (lower + upper > 0) return lower * 3 >= lower + upper;
  return breaks > 1 && width <= WIDEST_UNCASED_WRAP && sentences * 2 < full;
}

/** Greedy filling: the next line's first word would not have fitted behind this line. */
function fillsColumn(lines: readonly Line[], at: number, width: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next) return false;
  const word = UNSPACED.test(next.text.charAt(0))
    ? 6
    : Math.min(columnsOf(/^\S+/.exec(next.text)?.[0] ?? ""), width * 0.4);
  return line.columns + 1 + word > width;
}

/** Wrapped by hand, or behind a hyphen: the line is short, but the sentence goes on. */
function isMidSentence(lines: readonly Line[], at: number): boolean {
  return LOWERCASE.test(lines[at + 1]?.text ?? "") && !endsSentence(lines[at]?.text ?? "");
}

function startsAnew(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line) return true;
  if (itemText(line.text) !== undefined) return true;
  return line.indented && !lines[at - 1]?.indented && endsSentence(lines[at - 1]?.text ?? "");
}

const CREDIT_START = /^[©(（[【]|^\p{L}{1,20}(?: \p{L}{1,20}){0,2} ?[:：=/]/u;

function isCredit(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  return CREDIT_START.test(text) && readLoneCredit(text)?.caption === "";
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

const HANGING_HYPHEN = /\p{L}[-‐]$/u;
/** "pre-" before one of these was a hyphen with its space: "pre- and post-war". */
const LINKING_WORD = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|dan|atau|és|vagy|и|или)\s/u;

/** The lines, those of a wrapped column joined into one. */
export function joinLines(lines: readonly Line[], continues: readonly boolean[]): readonly Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at];
    if (!first) break;
    const texts = [first.text];
    while (continues[at]) {
      at += 1;
      texts.push(lines[at]?.text ?? "");
    }
    if (texts.length === 1) joined.push(first);
    else joined.push({ ...first, ...measureText(joinTexts(texts)), wrapped: true });
  }
  return joined;
}

/** Hyphens at line ends stay: which of them were the text's own is unknown. */
function joinTexts(texts: readonly string[]): string {
  let joined = "";
  const parts: string[] = [];
  for (const text of texts) {
    const gapless =
      (HANGING_HYPHEN.test(joined) && !LINKING_WORD.test(text)) ||
      (UNSPACED.test(joined.slice(-1)) && UNSPACED.test(text.charAt(0)));
    if (parts.length > 0 && !gapless) parts.push(" ");
    parts.push(text);
    joined = text.slice(-3);
  }
  return parts.join("");
}
