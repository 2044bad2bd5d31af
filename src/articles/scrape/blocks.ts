/** The story as blocks: paragraphs, verse, subheadings, lists, and figures with their credit. */
import { type LoneCredit, mayHoldCredit, readLoneCredit } from "./credit-lines.ts";
import { columnsOf, endsSentence, endsWithFullStop, itemText, type Line } from "./lines.ts";
import type { Page } from "./page.ts";

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly text: string }
  | { readonly kind: "verse" | "list"; readonly lines: readonly string[] }
  | { readonly kind: "figure"; readonly caption: string; readonly credit: string };

/** Columns. */
const LONGEST_VERSE = 80;
const LONGEST_CAPTION_IN_TEXT = 110;
const LONGEST_CAPTION = 300;
const LONGEST_HEADING = 100;
const SHORTEST_PARAGRAPH = 40;

/** Lines asked for a credit; a text with more that may hold one is no article. */
const MOST_CREDIT_LINES = 1000;

export function readBlocks(page: Page, taken: readonly boolean[]): readonly Block[] {
  const groups = groupLines(page, taken);
  const blocks: Block[] = [];
  let asked = 0;
  for (const group of groups) {
    const isPair =
      group.length === 2 && asked < MOST_CREDIT_LINES && mayHoldCredit(group[0]?.text ?? "");
    if (isPair) asked += 1;
    const below = isPair ? captionBelow(group) : undefined;
    if (below !== undefined) {
      blocks.push(below);
      continue;
    }
    let rest: Line[] = [];
    for (const line of group) {
      const isAsked = asked < MOST_CREDIT_LINES && mayHoldCredit(line.text);
      const isBelowLine = group.length === 2 && line === group[1];
      const credit = isAsked ? readLoneCredit(line.text, isBelowLine) : undefined;
      if (isAsked) asked += 1;
      if (!credit) {
        rest.push(line);
        continue;
      }
      const caption = credit.caption === "" ? takeCaption(rest, group) : [];
      shapeText(rest, blocks);
      blocks.push(figureOf(credit, caption));
      rest = [];
    }
    shapeText(rest, blocks);
  }
  return markHeadings(mergeLists(blocks));
}

/** The lines of the story that stand together: no blank line and no furniture between them. */
function groupLines(page: Page, taken: readonly boolean[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const [at, line] of page.lines.entries()) {
    if (taken[at]) continue;
    if (line.opens || taken[at - 1] || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(line);
  }
  return groups;
}

/** The line right above the credit, unless it is a paragraph of the story. */
function takeCaption(rest: Line[], group: readonly Line[]): readonly string[] {
  const line = rest.at(-1);
  if (!line || line.columns > LONGEST_CAPTION || itemText(line.text) !== undefined) return [];
  // Alone with its credit it may be a sentence; in a text without blank lines, only a short line.
  if (group.length > 2 && (endsWithFullStop(line.text) || line.columns > LONGEST_CAPTION_IN_TEXT)) {
    return [];
  }
  rest.pop();
  return [line.text];
}

/** A credit with its caption below it, and nothing else beside the two. */
function captionBelow(group: readonly Line[]): Block | undefined {
  const [line, caption] = group;
  if (line === undefined || caption === undefined) return undefined;
  if (caption.columns > LONGEST_CAPTION_IN_TEXT || endsSentence(caption.text)) return undefined;
  const credit = readLoneCredit(line.text);
  if (credit === undefined || credit.caption !== "") return undefined;
  return readLoneCredit(caption.text) === undefined ? figureOf(credit, [caption.text]) : undefined;
}

function figureOf(credit: LoneCredit, caption: readonly string[]): Block {
  return { kind: "figure", caption: credit.caption || caption.join(" "), credit: credit.raw };
}

/** Adjacent lines: each a paragraph where they are long, one verse where all are short. */
function shapeText(lines: readonly Line[], blocks: Block[]): void {
  let verse: string[] = [];
  const isVerse = lines.every((line) => line.columns <= LONGEST_VERSE);
  const endVerse = () => {
    if (verse.length > 1) blocks.push({ kind: "verse", lines: verse });
    else for (const text of verse) blocks.push({ kind: "paragraph", text });
    verse = [];
  };
  for (const line of lines) {
    const item = itemText(line.text);
    if (item !== undefined) {
      endVerse();
      blocks.push({ kind: "list", lines: [line.text] });
    } else if (isVerse) {
      verse.push(line.text);
    } else {
      blocks.push({ kind: "paragraph", text: line.text });
    }
  }
  endVerse();
}

/** Neighbouring items are one list; a single one is a paragraph that begins with a bullet. */
function mergeLists(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "list") {
      if (block) merged.push(block);
      continue;
    }
    const items: string[] = [];
    for (let next = blocks[at]; next?.kind === "list"; next = blocks[at + items.length]) {
      items.push(next.lines[0] ?? "");
    }
    at += items.length - 1;
    if (items.length === 1) merged.push({ kind: "paragraph", text: items[0] ?? "" });
    else merged.push({ kind: "list", lines: items.map((item) => itemText(item) ?? item) });
  }
  return merged;
}

/** A short lone line with a paragraph below it, something above it, and no sentence in it. */
function markHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    // A picture may stand between a subheading and its paragraph.
    const isPictured = blocks[at + 1]?.kind === "figure";
    const next = blocks[isPictured ? at + 2 : at + 1];
    if (at === 0 || block.kind !== "paragraph" || next?.kind !== "paragraph") return block;
    if (!isHeadingText(block.text) || !isParagraph(next.text)) return block;
    return { kind: "heading", text: block.text };
  });
}

const NO_HEADING =
  /^[\s\p{Cf}]*(?:["“”„«»‹›「『‘'*#@…•·\-–—―−([【（]|\p{Nd}{1,3}[.)、．]|[a-z][.)])/u;

function isHeadingText(text: string): boolean {
  if (columnsOf(text) > LONGEST_HEADING || !/\p{L}/u.test(text)) return false;
  if (endsSentence(text) || NO_HEADING.test(text)) return false;
  return !/[:：,，、;；،"”»」』]$/u.test(text);
}

function isParagraph(text: string): boolean {
  const columns = columnsOf(text);
  return columns > LONGEST_HEADING || (columns >= SHORTEST_PARAGRAPH && endsSentence(text));
}
