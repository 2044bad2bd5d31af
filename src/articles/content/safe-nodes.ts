/**
 * The tree between parser and text: only what feeds may hold, so shallow that recursion is safe.
 * It is built, rearranged and written within one call of `readContent`; nobody else sees it.
 */
import type { Credit } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { BLOCKS } from "./allowed-html.ts";

export type SafeNode = string | SafeElement;

export interface SafeElement {
  readonly name: string;
  /** Exactly what is published, in this order. */
  readonly attributes: Map<string, string>;
  children: SafeNode[];
  readonly marks: Marks;
}

/** What an element's unpublished attributes tell of pictures. */
export interface Marks {
  /** `class`, `itemprop` and `property`, lower case. */
  readonly classes: string;
  /** `data-credit` and its like, as written. */
  readonly credit?: string;
  /** `title` or `data-caption`, as written. */
  readonly caption?: string;
  /** Absolute address of a licence that the element links to. */
  readonly license?: string;
  /** A schema.org ImageObject: all it holds is about its picture. */
  readonly isImageObject?: true;
  /** What the ImageObject around a picture tells of it. */
  readonly told?: Credit;
}

export const NO_MARKS: Marks = { classes: "" };

/** The deepest nesting that is kept; below it only the text remains. */
export const MAX_DEPTH = 200;

export function makeElement(
  name: string,
  children: SafeNode[] = [],
  attributes: Map<string, string> = new Map(),
  marks: Marks = NO_MARKS,
): SafeElement {
  return { name, attributes, children, marks };
}

/** Text of nodes with white space as written; blocks and line breaks are set off by a space. */
export function textOf(nodes: readonly SafeNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (typeof node === "string") text += node;
    else if (node.name === "br" || BLOCKS.has(node.name)) text += ` ${textOf(node.children)} `;
    else text += textOf(node.children);
  }
  return text;
}

export function lineOf(nodes: readonly SafeNode[]): string {
  return plainLine(textOf(nodes));
}

/** No letter is shown: white space (also the kind that does not break) and invisible marks. */
export function isBlankText(text: string): boolean {
  return /^[\s\u200b-\u200f\u2060\ufeff]*$/.test(text);
}

/** White space, a line break, or an element that shows nothing. */
export function isBlankNode(node: SafeNode): boolean {
  if (typeof node === "string") return isBlankText(node);
  if (node.attributes.size > 0 || node.name === "hr" || node.name === "figure") return false;
  return node.children.every(isBlankNode);
}

/** Below a node, in document order. */
export function* elementsBelow(parent: SafeElement): Generator<SafeElement> {
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elementsBelow(child);
  }
}

/** Adds a node; texts that touch become one, as a parser would read them. */
export function append(nodes: SafeNode[], node: SafeNode): void {
  const last = nodes.at(-1);
  if (typeof node === "string" && typeof last === "string") nodes[nodes.length - 1] = last + node;
  else if (node !== "") nodes.push(node);
}
