/** schema.org ImageObjects in the text itself, as microdata or RDFa. */
import { absoluteAddress } from "../addresses.ts";
import type { Credit } from "../article.ts";
import { readCreditField } from "../credits/credit.ts";
import { plainLine } from "../plain-text.ts";
import { attributeValue, marksOf, nodesBelow, type ParsedElement } from "./attributes.ts";
import type { Marks } from "./safe-nodes.ts";

export interface ImageObject {
  /** Undefined where it names nobody and no licence. */
  readonly credit?: Credit;
  readonly element: ParsedElement;
}

const TYPE = /(?:^|[\s/:])(?:ImageObject|Photograph)(?:\s|$)/;

/** Field of a credit ← property of the ImageObject. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["creator", "creator"],
  ["author", "creator"],
  ["attributionname", "creator"],
  ["credittext", "creditText"],
  ["provider", "source"],
  ["sourceorganization", "source"],
  ["copyrightnotice", "copyrightNotice"],
  ["copyrightholder", "copyrightHolder"],
  ["license", "license"],
  ["acquirelicensepage", "acquireLicensePage"],
]);

/** Nodes of one ImageObject; real ones have some thirty. */
const MAX_NODES = 300;
/** UTF-16 units of one property. */
const MAX_TEXT = 500;

/** Undefined where the element is none. */
export function readImageObject(element: ParsedElement, base: string): ImageObject | undefined {
  if (element.attrs.length === 0) return undefined;
  const types = ["itemtype", "typeof"].map((name) => attributeValue(element, name) ?? "");
  if (!types.some((type) => TYPE.test(type))) return undefined;
  const found: Record<string, string> = {};
  const isNoField = (node: ParsedElement) => fieldOf(node) === undefined;
  for (const node of nodesBelow(element, MAX_NODES, isNoField)) {
    const field = "tagName" in node ? fieldOf(node) : undefined;
    if ("tagName" in node && field !== undefined) found[field] ??= propertyOf(node, field, base);
  }
  const credit = readCreditField(found);
  return { element, ...(credit === undefined ? {} : { credit }) };
}

function fieldOf(element: ParsedElement): string | undefined {
  const names = ["itemprop", "property"].map((name) => attributeValue(element, name) ?? "");
  for (const name of names.join(" ").toLowerCase().split(/\s+/)) {
    const field = PROPERTIES.get(name.slice(name.lastIndexOf(":") + 1));
    if (field !== undefined) return field;
  }
  return undefined;
}

/** An address where the property is one, else words; of a person, the name. */
function propertyOf(element: ParsedElement, field: string, base: string): string {
  const content = attributeValue(element, "content");
  if (content !== undefined) return content.slice(0, MAX_TEXT);
  const href = attributeValue(element, "href") ?? attributeValue(element, "resource");
  const isAddress = field === "license" || field === "acquireLicensePage";
  if (isAddress && href !== undefined) return absoluteAddress(href, base) ?? "";
  return textOf(element);
}

function textOf(element: ParsedElement): string {
  let text = "";
  let name: string | undefined;
  for (const node of nodesBelow(element, MAX_NODES)) {
    if (text.length >= MAX_TEXT) break;
    if ("value" in node) text += node.value;
    if (!("tagName" in node)) continue;
    const property = attributeValue(node, "itemprop") ?? attributeValue(node, "property") ?? "";
    if (/(?:^|:)name$/.test(property)) name ??= attributeValue(node, "content");
  }
  return plainLine(name ?? text).slice(0, MAX_TEXT);
}

/** The marks of an element in an ImageObject: its properties are the parts of a caption. */
export function objectMarks(element: ParsedElement, object: ImageObject): Marks {
  const marks = marksOf(element);
  if (element === object.element) return { ...marks, isImageObject: true };
  const field = fieldOf(element);
  if (field === undefined || field === "license" || field === "acquireLicensePage") return marks;
  return { ...marks, classes: `${marks.classes} credit` };
}
