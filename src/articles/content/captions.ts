/** The words beside a picture: what it shows, and whom it is credited to. */
import type { Credit } from "../article.ts";
import { fillCredit } from "../credits/credit.ts";
import { readCreditLine } from "../credits/credit-line.ts";
import { BLOCKS } from "./allowed-html.ts";
import { isCaptionElement, isCreditElement, isUnseen } from "./picture-marks.ts";
import {
  append,
  elementsBelow,
  isBlankText,
  lineOf,
  makeElement,
  type SafeElement,
  type SafeNode,
  textOf,
} from "./safe-nodes.ts";

export interface Caption {
  /** Text and inline elements only, without white space at the ends; empty where there is none. */
  readonly nodes: readonly SafeNode[];
  readonly credit?: Credit;
}

/** A longer line is prose, and no credit. */
export const MAX_CREDIT_LINE = 400;
const MAX_CAPTION = 3000;

/** What a caption keeps of its mark-up. */
const INLINE = new Set(
  "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
);

/** @param parts the elements and texts that a page shows with a picture, in document order. */
export function readCaption(parts: readonly SafeNode[]): Caption {
  const lines: string[] = [];
  const rest = withoutCredits(parts, lines, true);
  const credited = readCreditElements(lines);
  const words = credited.words === "" ? [] : [" ", credited.words];
  const nodes = trimJoint(plainCaption([...inlineNodes(rest), ...words]));
  if (credited.credit !== undefined) return { nodes, credit: credited.credit };
  const text = lineOf(nodes);
  if (text === "" || text.length > MAX_CAPTION) return { nodes };
  const tail = readCreditLine(text, "caption");
  if (tail === undefined) return { nodes };
  return { nodes: headOf(nodes, tail.caption ?? ""), credit: tail.credit };
}

/** The nodes as far as the caption goes, with their mark-up; only the words, where it is unclear. */
function headOf(nodes: readonly SafeNode[], caption: string): SafeNode[] {
  if (caption === "") return [];
  if (!textOf(nodes).startsWith(caption)) return [caption];
  return trimNodes(cutNodes(nodes, caption.length));
}

function cutNodes(nodes: readonly SafeNode[], length: number): SafeNode[] {
  const kept: SafeNode[] = [];
  let left = length;
  for (const node of nodes) {
    if (left <= 0) break;
    if (typeof node === "string") kept.push(node.slice(0, left));
    else kept.push({ ...node, children: cutNodes(node.children, left) });
    left -= textOf([node]).length;
  }
  return kept;
}

/** The nodes without their credit elements, whose texts are added to `lines`. */
function withoutCredits(
  parts: readonly SafeNode[],
  lines: string[],
  isOutermost: boolean,
): SafeNode[] {
  const rest: SafeNode[] = [];
  parts.forEach((part, at) => {
    if (typeof part === "string") {
      append(rest, part);
      return;
    }
    if (isUnseen(part)) return;
    const isLast = parts
      .slice(at + 1)
      .every((next) => typeof next === "string" && isBlankText(next));
    const marked = part.marks.credit;
    if (isCreditPart(part, isLast && isOutermost)) {
      const line = marked ?? lineOf(part.children);
      if (line.length <= MAX_CREDIT_LINE && readCreditLine(line, "credit-element") !== undefined) {
        lines.push(line);
        if (marked === undefined) return;
      } else if (/:\s*$/.test(line) || lines.at(-1)?.endsWith(":")) {
        lines.push(line);
        return;
      }
    }
    const children = withoutCredits(part.children, lines, isLast && isOutermost);
    append(rest, { ...part, children });
  });
  return rest;
}

function isCreditPart(part: SafeElement, isLast: boolean): boolean {
  if (part.marks.credit !== undefined) return true;
  if (isCreditElement(part)) {
    // A wrapper named after one of its parts: "caption-and-credit".
    for (const inner of elementsBelow(part)) {
      if (isCreditElement(inner) || isCaptionElement(inner)) return false;
    }
    return (
      !isCaptionElement(part) || readCreditLine(lineOf(part.children), "caption") === undefined
    );
  }
  return isLast && (part.name === "small" || part.name === "cite");
}

/** Credit elements one by one; a label in an element of its own belongs to the next. */
function readCreditElements(lines: readonly string[]): { credit?: Credit; words: string } {
  let credit: Credit | undefined;
  const words: string[] = [];
  let label = "";
  for (const line of lines) {
    const whole = label === "" ? line : `${label} ${line}`;
    label = "";
    if (/:\s*$/.test(whole)) {
      label = whole.trim();
      continue;
    }
    const read = readCreditLine(whole, "credit-element");
    if (read === undefined) words.push(whole);
    else {
      credit = fillCredit(credit, read.credit);
      if (read.caption) words.push(read.caption);
    }
  }
  if (label !== "") words.push(label);
  return { ...(credit === undefined ? {} : { credit }), words: words.join(" ") };
}

/** Blocks become words set off by a space; white space is one blank. */
function inlineNodes(nodes: readonly SafeNode[]): SafeNode[] {
  const inline: SafeNode[] = [];
  for (const node of nodes) {
    if (typeof node === "string") {
      append(inline, node);
    } else if (INLINE.has(node.name) && node.name !== "span") {
      append(inline, makeElement(node.name, inlineNodes(node.children), node.attributes));
    } else if (node.name === "span" && node.attributes.size > 0) {
      append(inline, makeElement("span", inlineNodes(node.children), node.attributes));
    } else {
      const isApart = node.name === "br" || BLOCKS.has(node.name);
      if (isApart) append(inline, " ");
      for (const child of inlineNodes(node.children)) append(inline, child);
      if (isApart) append(inline, " ");
    }
  }
  return inline.map((node) => (typeof node === "string" ? node.replace(/\s+/g, " ") : node));
}

/** Without white space and empty elements at both ends. */
function trimNodes(nodes: readonly SafeNode[]): SafeNode[] {
  const trimmed = nodes.map((node) =>
    typeof node === "string" ? node.replace(/\s+/g, " ") : node,
  );
  while (isEmptyNode(trimmed.at(-1))) trimmed.pop();
  while (isEmptyNode(trimmed[0])) trimmed.shift();
  const first = trimmed[0];
  if (typeof first === "string") trimmed[0] = first.trimStart();
  const last = trimmed.at(-1);
  if (typeof last === "string") trimmed[trimmed.length - 1] = last.trimEnd();
  return trimmed;
}

/** Captions set in italics as a whole are so to be told from the text, which figures see to. */
function plainCaption(nodes: readonly SafeNode[]): SafeNode[] {
  const trimmed = trimNodes(nodes);
  const [only, ...others] = trimmed;
  if (others.length > 0 || typeof only !== "object" || !["em", "i"].includes(only.name)) {
    return trimmed;
  }
  return plainCaption(only.children);
}

function isEmptyNode(node: SafeNode | undefined): boolean {
  if (node === undefined) return false;
  return typeof node === "string" ? isBlankText(node) : isBlankText(lineOf(node.children));
}

/** What joined caption and credit is left over when the credit is taken out: "|", "–", "(". */
function trimJoint(nodes: readonly SafeNode[]): SafeNode[] {
  const rest = [...nodes];
  const last = rest.at(-1);
  if (typeof last === "string") {
    let end = last.length;
    while (end > 0 && /[\s|·•–—/([]/.test(last.charAt(end - 1))) end -= 1;
    rest[rest.length - 1] = last.slice(0, end);
  }
  return trimNodes(rest);
}
