/** A few words about an article that has no summary: how its story begins. */
import { plainLine } from "../plain-text.ts";
import { BLOCKS, HEADINGS } from "./allowed-html.ts";
import { isItalic } from "./picture-lines.ts";
import { isBlankText, lineOf, type SafeElement, type SafeNode } from "./safe-nodes.ts";

const MAX_LENGTH = 300;

/** What is not the story's own prose. */
const ASIDES = new Set([
  "aside",
  "blockquote",
  "details",
  "dl",
  "footer",
  "nav",
  "ol",
  "table",
  "ul",
]);

/** Plain text, one line of at most 300 UTF-16 units; empty where the story has no prose. */
export function summaryOf(root: SafeElement): string {
  const prose = { paragraph: "", words: "", quoted: "" };
  searchProse(root, prose, false);
  return shorten(prose.paragraph || prose.words || prose.quoted);
}

interface Prose {
  paragraph: string;
  words: string;
  quoted: string;
}

/** Fills what is empty; a found paragraph ends the search. */
function searchProse(parent: SafeElement, prose: Prose, isAside: boolean): void {
  let line: SafeNode[] = [];
  let before: SafeElement | undefined;
  const endLine = (): void => {
    if (isAside) prose.quoted ||= wordsOf(line);
    else prose.words ||= wordsOf(line);
    line = [];
  };
  for (const child of parent.children) {
    if (prose.paragraph !== "") return;
    if (typeof child === "string" || !BLOCKS.has(child.name)) {
      const isBreak = typeof child !== "string" && child.name === "br";
      // Two line breaks are how old pages part their paragraphs.
      if (isBreak && isLineBreak(line.at(-1))) endLine();
      line.push(child);
      if (typeof child !== "string" || !isBlankText(child)) before = undefined;
      continue;
    }
    endLine();
    if (HEADINGS.has(child.name) || child.name === "figure" || child.name === "pre") {
      before = child;
    } else if (child.name === "p") {
      if (!isAside && !isLinks(child) && !isCaptionOf(child, before)) {
        prose.paragraph ||= wordsOf(withoutNotes(child.children));
      } else prose.quoted ||= isLinks(child) ? "" : wordsOf(child.children);
      before = undefined;
    } else {
      searchProse(child, prose, isAside || ASIDES.has(child.name));
      before = undefined;
    }
  }
  endLine();
}

/** Empty where there are only signs: three asterisks, a line of dashes. */
function wordsOf(nodes: readonly SafeNode[]): string {
  const line = lineOf(nodes);
  return /[\p{L}\p{N}]/u.test(line) ? line : "";
}

/** The raised numbers that lead to footnotes are no words of the story. */
function withoutNotes(nodes: readonly SafeNode[]): SafeNode[] {
  return nodes.filter((node) => {
    if (typeof node === "string" || node.name !== "sup") return true;
    return !node.children.every((child) => typeof child !== "string" && child.name === "a");
  });
}

function isLineBreak(node: SafeNode | undefined): boolean {
  return typeof node === "object" && node.name === "br";
}

/** Italics right under a picture without a caption may be its caption. */
function isCaptionOf(paragraph: SafeElement, before: SafeElement | undefined): boolean {
  if (before?.name !== "figure" || !isItalic(paragraph)) return false;
  return !before.children.some((child) => typeof child !== "string" && child.name === "figcaption");
}

/** Nothing but links, perhaps with signs between them. */
function isLinks(paragraph: SafeElement): boolean {
  const others = paragraph.children.filter(
    (child) => typeof child === "string" || child.name !== "a",
  );
  return others.length < paragraph.children.length && !/[\p{L}\p{N}]/u.test(lineOf(others));
}

let segmenter: Intl.Segmenter | undefined;

/** Whole words, and "…" where something is left out. */
function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const window = text.slice(0, MAX_LENGTH);
  const blank = window.lastIndexOf(" ");
  const cut = blank > MAX_LENGTH - 80 ? blank : wordStart(window);
  return `${plainLine(window.slice(0, cut)).replace(/[\s,;:–—(-]{1,20}$/, "")}…`;
}

/** Where the last word starts, in scripts that set no blanks between words. */
function wordStart(window: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  let start = 0;
  for (const { index } of segmenter.segment(window)) if (index < MAX_LENGTH - 1) start = index;
  return start > 0 ? start : MAX_LENGTH - 1;
}
