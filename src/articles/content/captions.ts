/** The words beside a picture: what it shows, and whom it is credited to. */
import type { Credit } from "../article.ts";
import { readCreditLine } from "../credits/credit-line.ts";
import { BLOCKS } from "./allowed-html.ts";
import { isLabelText, takeCreditElements } from "./caption-credits.ts";
import { append, isBlankText, lineOf, makeElement, type SafeNode, textOf } from "./safe-nodes.ts";

export interface Caption {
  /** Text and inline elements only, without white space at the ends; empty where there is none. */
  readonly nodes: readonly SafeNode[];
  readonly credit?: Credit;
}

const MAX_CAPTION = 3000;

/** What a caption keeps of its mark-up. */
const INLINE = new Set(
  "a abbr b bdi cite code del dfn em i ins kbd mark q s samp span strong sub sup time u var".split(
    " ",
  ),
);

const SET_APART = new Set(["em", "i", "sub", "sup"]);

/** @param parts the elements and texts that a page shows with a picture, in document order. */
export function readCaption(parts: readonly SafeNode[]): Caption {
  const { rest, credit, words } = takeCreditElements(parts);
  const shown = inlineNodes(rest);
  for (const text of words === "" ? [] : [" ", words]) append(shown, text);
  const trimmed = trimJoint(plainCaption(shown));
  const text = lineOf(trimmed);
  // A label whose names are elsewhere says nothing.
  const nodes = /[:：]$/.test(text) && isLabelText(text) ? [] : trimmed;
  if (credit !== undefined) {
    return { nodes: withoutRepeat(nodes, text, credit), credit: withLicence(credit, parts) };
  }
  if (text === "" || text.length > MAX_CAPTION) return { nodes };
  const tail = readCreditLine(text, "caption");
  if (tail === undefined) return { nodes };
  return {
    nodes: headOf(nodes, tail.caption ?? ""),
    credit: withLicence(tail.credit, parts),
  };
}

/** "Boats. Photo: Name" before an element that credits the same name. */
function withoutRepeat(nodes: readonly SafeNode[], text: string, { creators }: Credit): SafeNode[] {
  const isShort = text !== "" && text.length <= MAX_CAPTION && creators.length > 0;
  const tail = isShort ? readCreditLine(text, "caption") : undefined;
  if (tail === undefined || tail.credit.creators.join() !== creators.join()) return [...nodes];
  return headOf(nodes, tail.caption ?? "");
}

/** A link to the licence says more than its name. */
function withLicence(credit: Credit, parts: readonly SafeNode[]): Credit {
  const license = credit.license ?? licenceBelow(parts);
  return license === undefined ? credit : { ...credit, license };
}

function licenceBelow(parts: readonly SafeNode[]): string | undefined {
  for (const part of parts) {
    if (typeof part === "string") continue;
    const license = part.marks.license ?? licenceBelow(part.children);
    if (license !== undefined) return license;
  }
  return undefined;
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

/** Captions set in italics as a whole are so to be told from the text; figures do that. */
function plainCaption(nodes: readonly SafeNode[]): SafeNode[] {
  const trimmed = trimNodes(nodes);
  const [only, ...others] = trimmed;
  if (others.length > 0 || typeof only !== "object" || !SET_APART.has(only.name)) return trimmed;
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
