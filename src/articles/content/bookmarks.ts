/** Ghost's cards for another page: its pictures and people are that page's, not the story's. */
import { absoluteAddress } from "../addresses.ts";
import { plainLine } from "../plain-text.ts";
import { attributeValue, nodesBelow, type ParsedElement } from "./attributes.ts";

/** A card has some twenty elements. */
const MAX_NODES = 100;

export function isBookmark(element: ParsedElement): boolean {
  return hasClass(element, "kg-bookmark-card");
}

/** Undefined where it is no card, or leads nowhere. */
export function readBookmark(
  element: ParsedElement,
  base: string,
): { readonly address: string; readonly title: string } | undefined {
  if (!isBookmark(element)) return undefined;
  let address: string | undefined;
  let title = "";
  for (const node of nodesBelow(element, MAX_NODES)) {
    if (!("tagName" in node)) continue;
    const href = node.tagName === "a" ? attributeValue(node, "href") : undefined;
    if (href !== undefined) address ??= absoluteAddress(href, base);
    if (hasClass(node, "kg-bookmark-title")) title ||= ownText(node);
  }
  return address === undefined ? undefined : { address, title };
}

function hasClass(element: ParsedElement, name: string): boolean {
  if (element.attrs.length === 0) return false;
  return (attributeValue(element, "class") ?? "").split(/\s+/).includes(name);
}

function ownText(element: ParsedElement): string {
  const texts = element.childNodes.map((node) => ("value" in node ? node.value : ""));
  return plainLine(texts.join(""));
}
