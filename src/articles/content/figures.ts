/** Pictures with the words that belong to them, out of whatever a page wraps them in. */
import type { Credit, CreditOrigin, FoundCredit } from "../article.ts";
import { fillCredit } from "../credits/credit.ts";
import { readCreditLine } from "../credits/credit-line.ts";
import { type Caption, readCaption } from "./captions.ts";
import { elementsBelow, makeElement, type SafeElement, type SafeNode } from "./safe-nodes.ts";

/** A figure of the text; its element gets its children when all is known about the picture. */
export interface Figure {
  readonly element: SafeElement;
  /** What is shown: pictures, linked or not; empty where the record has lost the picture. */
  media: readonly SafeNode[];
  images: readonly SafeElement[];
  caption: readonly SafeNode[];
  credit: Credit | undefined;
  /** The places that credit it, the first first. */
  found: readonly FoundCredit[];
}

/** @param origin the element that becomes the figure, if any: it keeps its language. */
export function makeFigure(
  media: readonly SafeNode[],
  parts: readonly SafeNode[],
  origin?: SafeElement,
): Figure {
  const images = imagesOf(media);
  const caption = parts.length > 0 ? readCaption(parts) : { nodes: [] };
  const figure: Figure = {
    element: makeElement("figure", [], new Map(origin?.attributes)),
    media,
    images,
    caption: [],
    credit: undefined,
    found: [],
  };
  addCaption(figure, caption, "caption");
  const marks = [
    ...(origin === undefined ? [] : [origin.marks]),
    ...images.map((img) => img.marks),
  ];
  for (const { told, credit, caption: text } of marks) {
    if (told !== undefined) addCaption(figure, { nodes: [], credit: told }, "attribute");
    if (credit !== undefined) addCaption(figure, readCreditAttribute(credit), "attribute");
    if (text) addCaption(figure, readCaption([text]), "attribute");
  }
  return figure;
}

/** Fills what the figure does not have yet. */
export function addCaption(figure: Figure, { nodes, credit }: Caption, origin: CreditOrigin): void {
  if (figure.caption.length === 0) figure.caption = nodes;
  if (credit === undefined) return;
  figure.credit = fillCredit(figure.credit, credit);
  figure.found = [...figure.found, { origin, credit }];
}

function readCreditAttribute(line: string): Caption {
  const read = readCreditLine(line, "credit-element");
  if (read === undefined) return { nodes: [] };
  return { nodes: read.caption ? [read.caption] : [], credit: read.credit };
}

function imagesOf(media: readonly SafeNode[]): SafeElement[] {
  const images: SafeElement[] = [];
  for (const node of media) {
    if (typeof node === "string") continue;
    if (node.name === "img") images.push(node);
    else for (const inner of elementsBelow(node)) if (inner.name === "img") images.push(inner);
  }
  return images;
}
