/** Captions and credits that stand behind a picture as blocks of their own. */
import { readCreditLine } from "../credits/credit-line.ts";
import { MAX_CREDIT_LINE } from "./caption-credits.ts";
import { readCaption } from "./captions.ts";
import { addCaption, type Figure } from "./figures.ts";
import { isItalic } from "./picture-lines.ts";
import { isCaptionElement, isCreditElement, isUnseen } from "./picture-marks.ts";
import {
  elementsBelow,
  isBlankText,
  lineOf,
  type SafeElement,
  type SafeNode,
} from "./safe-nodes.ts";

const MAX_ITALIC_CAPTION = 300;

/**
 * The nodes without those that became a figure's words.
 *
 * @param container name of the element that holds the nodes; empty for the story itself.
 */
export function takeNeighbours(
  nodes: readonly SafeNode[],
  figures: ReadonlyMap<SafeElement, Figure>,
  container: string,
): SafeNode[] {
  // The caption of a figure is that of all its pictures.
  if (container === "figure") return [...nodes];
  const kept: SafeNode[] = [];
  let figure: Figure | undefined;
  let isFirst = container === "";
  let isLead = false;
  for (const node of nodes) {
    if (typeof node === "string") {
      kept.push(node);
      if (isBlankText(node)) continue;
      figure = undefined;
    } else if (figure !== undefined && takeWords(node, figure, isLead)) {
      continue;
    } else {
      kept.push(node);
      figure = figures.get(node);
      isLead = isFirst;
    }
    isFirst = false;
  }
  return kept;
}

/**
 * Whether a block is about the picture before it; if so, the figure has its words now.
 *
 * @param isLead the picture is the first thing of the story.
 */
export function takeWords(node: SafeElement, figure: Figure, isLead: boolean): boolean {
  if (figure.images.length === 0 || (figure.caption.length > 0 && figure.credit)) return false;
  if (figure.caption.length === 0 && isCaptionBlock(node, isLead && figure.credit === undefined)) {
    addCaption(figure, readCaption([node]), "text");
    return true;
  }
  if (isUnseen(node) && figure.caption.length === 0) return true;
  if (figure.credit !== undefined || !isPlainBlock(node)) return false;
  if (figure.caption.length === 0 && isWordsBox(node)) {
    const words = readCaption([node]);
    if (words.credit !== undefined) addCaption(figure, words, "text");
    if (words.credit !== undefined) return true;
  }
  const line = lineOf(node.children);
  if (line === "" || line.length > MAX_CREDIT_LINE) return false;
  const read = readCreditLine(line, isCreditElement(node) ? "credit-element" : "lone-line");
  if (read === undefined || (read.caption && figure.caption.length > 0)) return false;
  const nodes = read.caption ? [read.caption] : [];
  addCaption(figure, { nodes, credit: read.credit }, "text");
  return true;
}

/** @param isUnsure under the first picture of a story, italics may be the editor's note. */
function isCaptionBlock(node: SafeElement, isUnsure: boolean): boolean {
  if (!isPlainBlock(node)) return false;
  if (isCaptionElement(node)) return lineOf(node.children) !== "";
  if (node.name !== "p" || !isItalic(node)) return false;
  const line = lineOf(node.children);
  if (line.length > MAX_ITALIC_CAPTION) return false;
  return !isUnsure || readCreditLine(line, "caption") !== undefined;
}

/** A short box with an element for credits in it: `div.info > p.text + p.credit`. */
function isWordsBox(node: SafeElement): boolean {
  if (node.name !== "div") return false;
  let paragraphs = 0;
  let credits = 0;
  for (const inner of elementsBelow(node)) {
    if (isCreditElement(inner) && inner.name !== "a") credits += 1;
    if (inner.name === "p") paragraphs += 1;
  }
  return credits > 0 && paragraphs <= 2 && lineOf(node.children).length <= MAX_CREDIT_LINE;
}

/** A paragraph, or a box of text, without pictures or further blocks. */
function isPlainBlock(node: SafeElement): boolean {
  if (!["p", "div", "span", "small", "aside", "em", "i", "cite", "figcaption"].includes(node.name))
    return false;
  for (const inner of elementsBelow(node)) {
    if (inner.name === "img" || inner.name === "figure" || inner.name === "ul") return false;
    if (inner.name === "table" || inner.name === "pre" || inner.name === "blockquote") return false;
  }
  return true;
}
