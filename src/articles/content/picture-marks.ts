/** What pages call the words beside a picture, and what an element holds of pictures and words. */
import { BLOCKS } from "./allowed-html.ts";
import { isBlankText, type SafeElement } from "./safe-nodes.ts";

/** Class names, `itemprop`s and parts of both. */
const CREDIT_CLASS =
  /credit|copyright|photograph(?:er|ed)|courtesy|attribution|(?:^|[\s_-])(?:source|byline|agency|rights|(?:photo|image)-?(?:by|author|source))(?:$|[\s_-])/;
const CAPTION_CLASS = /caption|cutline|(?:^|[\s_-])(?:legend|description|desc)(?:$|[\s_-])/;

/** Read aloud or shown to nobody else: "Image caption," */
const UNSEEN_CLASS =
  /(?:^|\s)(?:(?:visually|screen)-?hidden|sr-only|screen-reader(?:-text)?)(?:\s|$)/;

export function isCreditElement({ name, marks }: SafeElement): boolean {
  return (name !== "figcaption" && CREDIT_CLASS.test(marks.classes)) || marks.credit !== undefined;
}

export function isCaptionElement({ name, marks }: SafeElement): boolean {
  return name === "figcaption" || CAPTION_CLASS.test(marks.classes);
}

export function isUnseen({ marks }: SafeElement): boolean {
  return UNSEEN_CLASS.test(marks.classes);
}

/** What is in an element, as far as pictures care. */
export interface Holding {
  images: number;
  figures: number;
  /** Elements for captions and credits, without a picture in them. */
  captions: number;
  /** There is text outside of those. */
  hasWords: boolean;
  /** Paragraphs of such text. */
  paragraphs: number;
  /** Tables, lists, code, recordings: what a figure may show besides pictures. */
  exhibits: number;
  hasBlocks: boolean;
}

const EXHIBITS = new Set(["table", "pre", "blockquote", "ul", "ol", "dl", "hr", "details"]);
const WORDLESS_EXHIBITS = new Set(["video"]);

export type Holdings = ReadonlyMap<SafeElement, Holding>;

/** Of every element below a root, in one pass. */
export function readHoldings(root: SafeElement): Holdings {
  const holdings = new Map<SafeElement, Holding>();
  holdingOf(root, holdings);
  return holdings;
}

function holdingOf(element: SafeElement, holdings: Map<SafeElement, Holding>): Holding {
  const sum: Holding = {
    images: 0,
    figures: 0,
    captions: 0,
    hasWords: false,
    paragraphs: 0,
    exhibits: 0,
    hasBlocks: false,
  };
  for (const child of element.children) {
    if (typeof child === "string") {
      if (!isBlankText(child)) sum.hasWords = true;
      continue;
    }
    const inner = holdingOf(child, holdings);
    sum.images += inner.images + (child.name === "img" ? 1 : 0);
    sum.figures += inner.figures + (child.name === "figure" ? 1 : 0);
    sum.hasBlocks ||= inner.hasBlocks || BLOCKS.has(child.name);
    if (isCaption(child, inner)) {
      sum.captions += 1;
      continue;
    }
    sum.captions += inner.captions;
    sum.hasWords ||= inner.hasWords;
    sum.paragraphs += inner.paragraphs + (child.name === "p" && inner.hasWords ? 1 : 0);
    const isExhibit = EXHIBITS.has(child.name) ? inner.hasWords : WORDLESS_EXHIBITS.has(child.name);
    sum.exhibits += inner.exhibits + (isExhibit ? 1 : 0);
  }
  holdings.set(element, sum);
  return sum;
}

function isCaption(element: SafeElement, { images, hasWords, captions }: Holding): boolean {
  if (images > 0 || (!hasWords && captions === 0)) return false;
  if (element.name === "a" || element.name === "figure") return false;
  return isCaptionElement(element) || isCreditElement(element);
}
