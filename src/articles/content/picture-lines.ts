/** Lines of text that are nothing but pictures, each perhaps followed by its caption. */
import { readCreditLine } from "../credits/credit-line.ts";
import { MAX_CREDIT_LINE } from "./caption-credits.ts";
import { type Figure, makeFigure } from "./figures.ts";
import { type Holdings, isCaptionElement, isCreditElement } from "./picture-marks.ts";
import { isBlankNode, isBlankText, lineOf, type SafeElement, type SafeNode } from "./safe-nodes.ts";

const ITALICS = new Set(["em", "i"]);

/**
 * The figures that a run of texts and inline elements is, or undefined where pictures stand among
 * words, or there are none.
 */
export function figuresOfLine(
  line: readonly SafeNode[],
  holdings: Holdings,
): readonly Figure[] | undefined {
  const shown: { readonly media: SafeNode[]; readonly words: SafeNode[] }[] = [];
  for (const node of withoutWrappers(line, holdings)) {
    if (isBlankNode(node)) {
      shown.at(-1)?.words.push(" ");
      continue;
    }
    const media = typeof node === "string" ? undefined : mediaOf(node, holdings);
    if (media !== undefined) for (const medium of media) shown.push({ media: [medium], words: [] });
    else if (shown.length === 0 || holdsPicture(node, holdings)) return undefined;
    else shown.at(-1)?.words.push(node);
  }
  if (shown.length === 0) return undefined;
  const isUnder = shown.length === 1 && isLineUnder(line);
  if (!shown.every(({ words }) => areCaption(words, isUnder))) return undefined;
  return shown.map(({ media, words }) => makeFigure(media, lineOf(words) === "" ? [] : words));
}

function holdsPicture(node: SafeNode, holdings: Holdings): boolean {
  return typeof node !== "string" && (holdings.get(node)?.images ?? 0) > 0;
}

/** Spans that leave no trace in what is published do not hold things together. */
function withoutWrappers(line: readonly SafeNode[], holdings: Holdings): readonly SafeNode[] {
  const isWrapper = (node: SafeNode): node is SafeElement => {
    if (typeof node === "string" || node.name !== "span" || node.attributes.size > 0) return false;
    return holdsPicture(node, holdings);
  };
  if (!line.some(isWrapper)) return line;
  return line.flatMap((node) => {
    return isWrapper(node) ? withoutWrappers(node.children, holdings) : [node];
  });
}

/** Pictures and links of pictures, out of whatever wraps them. */
function mediaOf(element: SafeElement, holdings: Holdings): readonly SafeNode[] | undefined {
  if (element.name === "img") return [element];
  const holding = holdings.get(element);
  if (holding === undefined || holding.images === 0 || holding.hasWords || holding.captions > 0) {
    return undefined;
  }
  const media: SafeNode[] = [];
  for (const child of element.children) {
    if (typeof child !== "string") media.push(...(mediaOf(child, holdings) ?? []));
  }
  return element.name === "a" ? [{ ...element, children: media }] : media;
}

/** Words behind a picture that are there for it: set in italics, named so, or a credit. */
function areCaption(words: readonly SafeNode[], isUnder: boolean): boolean {
  const written = words.filter((node) => typeof node !== "string" || !isBlankText(node));
  if (written.length === 0) return true;
  if (written.every((node) => typeof node !== "string" && isCaptionLike(node))) return true;
  const text = lineOf(written);
  if (text.length > MAX_CREDIT_LINE) return false;
  if (readCreditLine(text, "lone-line") !== undefined) return true;
  const creators = isUnder ? readCreditLine(text, "caption")?.credit.creators : undefined;
  return creators !== undefined && creators.length > 0;
}

/** One line break, and that between the picture and the words: a line set under it. */
function isLineUnder(line: readonly SafeNode[]): boolean {
  const shown = line.filter((node) => typeof node !== "string" || !isBlankText(node));
  const [picture, lineBreak, ...words] = shown;
  if (typeof picture !== "object" || typeof lineBreak !== "object") return false;
  if (lineBreak.name !== "br" || words.length === 0) return false;
  return words.every((node) => typeof node === "string" || node.name !== "br");
}

function isCaptionLike(element: SafeElement): boolean {
  if (ITALICS.has(element.name) || element.name === "small" || element.name === "cite") return true;
  if (isCaptionElement(element) || isCreditElement(element)) return true;
  return element.name === "span" && element.attributes.size === 0 && isItalic(element);
}

/** All of its words are in italics. */
export function isItalic(element: SafeElement): boolean {
  let hasItalics = false;
  for (const child of element.children) {
    if (typeof child === "string") {
      if (!isBlankText(child)) return false;
    } else if (ITALICS.has(child.name)) hasItalics ||= lineOf(child.children) !== "";
    else if (child.name === "br") continue;
    else if (!isItalic(child)) return false;
    else hasItalics = true;
  }
  return hasItalics;
}
