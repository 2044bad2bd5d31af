/** What pages call the words beside a picture, and what an element holds of pictures and words. */
import { plainLine } from "../plain-text.ts";
import { BLOCKS } from "./allowed-html.ts";
import { isBlankText, type SafeElement } from "./safe-nodes.ts";

/** Class names, `itemprop`s, `property`s and parts of them. */
const CREDIT_CLASS =
  /credit|copyright|photograph(?:er|ed)|courtesy|attribution|(?:^|[\s_-])(?:source|byline|agency|rights|(?:photo|foto|image|img|picture)[_-]{0,2}(?:by|author|source)|author[_-]{1,2}(?:photo|foto))(?:$|[\s_-])/;
const CAPTION_CLASS = /caption|cutline|(?:^|[\s_-])(?:legend|description|desc)(?:$|[\s_-])/;

/** A `figcaption` by its nature, a credit by its name. */
const ONLY_CREDIT_CLASS = /(?:^|[\s_-])(?:credits?|copyright)(?:\s|$)/;

/** Read aloud or shown to nobody else: "Image caption,"; buttons that open and close a caption. */
const UNSEEN_CLASS =
  /(?:^|\s)(?:(?:visually|screen)-?hidden|sr-only|screen-reader(?:-text)?|(?:hide|toggle)-caption)(?:\s|$)/;

/** What a page offers to do with a picture. */
const CONTROLS = new Set([
  ...["lihat foto", "perbesar", "zoom", "enlarge", "enlarge this image", "enlarge image"],
  ...[
    "buy photo",
    "hide caption",
    "toggle caption",
    "view image in fullscreen",
    "purchase licensing rights",
  ],
  ...["purchase licensing rights, opens new tab", "open image in gallery", "view gallery"],
  ...["agrandir l'image", "bild vergrößern", "ampliar foto", "ampliar", "купить фото"],
]);
const LONGEST_CONTROL = 50;

export function isCreditElement({ name, marks }: SafeElement): boolean {
  return (name !== "figcaption" && CREDIT_CLASS.test(marks.classes)) || marks.credit !== undefined;
}

export function isCaptionElement({ name, marks }: SafeElement): boolean {
  return name === "figcaption" || CAPTION_CLASS.test(marks.classes);
}

export function isCreditFigcaption({ name, marks }: SafeElement): boolean {
  if (name !== "figcaption" || CAPTION_CLASS.test(marks.classes)) return false;
  return ONLY_CREDIT_CLASS.test(marks.classes);
}

/** No words of the picture's: not meant for the eye, or a button. */
export function isUnseen(element: SafeElement): boolean {
  return UNSEEN_CLASS.test(element.marks.classes) || isControl(element);
}

/** A button, by its words. */
export function isControl(element: SafeElement): boolean {
  if (element.name === "img" || element.children.length > 4) return false;
  const line = shortLineOf(element);
  return line !== undefined && CONTROLS.has(line.toLowerCase());
}

/** Only a few nodes are looked at: this is asked of every element. */
function shortLineOf({ children }: SafeElement): string | undefined {
  let text = "";
  for (const child of children) {
    if (typeof child === "string") text += child;
    else if (child.name === "img" || child.children.length > 1) return undefined;
    else if (typeof child.children[0] === "object") return undefined;
    else text += child.children[0] ?? "";
    if (text.length > LONGEST_CONTROL) return undefined;
  }
  return plainLine(text);
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
  /** UTF-16 units of all text. */
  characters: number;
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
    characters: 0,
  };
  for (const child of element.children) {
    if (typeof child === "string") {
      if (!isBlankText(child)) sum.hasWords = true;
      sum.characters += child.length;
      continue;
    }
    const inner = holdingOf(child, holdings);
    sum.characters += inner.characters;
    sum.images += inner.images + (child.name === "img" ? 1 : 0);
    sum.figures += inner.figures + (child.name === "figure" ? 1 : 0);
    sum.hasBlocks ||= inner.hasBlocks || BLOCKS.has(child.name);
    if (inner.images === 0 && isUnseen(child)) continue;
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
