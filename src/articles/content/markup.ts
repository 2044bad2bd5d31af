/** The one place that writes HTML: every text and value escaped, every element closed. */
import { VOID } from "./allowed-html.ts";
import type { SafeElement, SafeNode } from "./safe-nodes.ts";

const SPECIAL = /[&<>"]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export function escapeMarkup(text: string): string {
  return text.replace(SPECIAL, (character) => REFERENCES[character] ?? "");
}

export function writeMarkup(nodes: readonly SafeNode[]): string {
  let markup = "";
  for (const node of nodes) {
    markup += typeof node === "string" ? writeText(node) : writeElement(node);
  }
  return markup;
}

/** Quotation marks need no escape outside attributes, and prose is full of them. */
function writeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => REFERENCES[character] ?? "");
}

function writeElement(element: SafeElement): string {
  const { name, attributes } = element;
  const content = writeMarkup(element.children);
  if (name === "span" && attributes.size === 0) return content;
  let tag = `<${name}`;
  for (const [attribute, value] of attributes) tag += ` ${attribute}="${escapeMarkup(value)}"`;
  if (VOID.has(name)) return `${tag}>`;
  // A parser drops a line end right behind <pre> (HTML standard, 13.2.6.4.7).
  const guard = name === "pre" && content.startsWith("\n") ? "\n" : "";
  return `${tag}>${guard}${content}</${name}>`;
}
