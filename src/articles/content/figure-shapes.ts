/** Finds the figures of a text and puts them where the page had them. */
import { BLOCKS, HEADINGS } from "./allowed-html.ts";
import { takeNeighbours } from "./figure-neighbours.ts";
import { type Figure, makeFigure } from "./figures.ts";
import { figuresOfLine } from "./picture-lines.ts";
import {
  type Holding,
  type Holdings,
  isCaptionElement,
  isCreditElement,
  readHoldings,
} from "./picture-marks.ts";
import {
  elementsBelow,
  isBlankNode,
  isBlankText,
  makeElement,
  type SafeElement,
  type SafeNode,
} from "./safe-nodes.ts";

export type Figures = ReadonlyMap<SafeElement, Figure>;

interface Search {
  readonly holdings: Holdings;
  readonly figures: Map<SafeElement, Figure>;
}

/** Where a picture between the words is an icon, unless it has a caption. */
const NARROW_PLACES = new Set(["li", "td", "th", "dd", "dt", "caption", "summary", "address"]);

/** A figure that holds more paragraphs than this was never closed. */
const MAX_FIGURE_PARAGRAPHS = 2;

/** The figures by their elements, which stand in the tree with nothing in them yet. */
export function findFigures(root: SafeElement): Figures {
  const search = { holdings: readHoldings(root), figures: new Map<SafeElement, Figure>() };
  searchContainer(root, search);
  return search.figures;
}

function searchContainer(container: SafeElement, search: Search): void {
  const found: SafeNode[] = [];
  let line: SafeNode[] = [];
  const endLine = (): void => {
    const figures = figuresOfLine(line, search.holdings);
    const isWanted = !NARROW_PLACES.has(container.name) || figures?.some(hasWordsBeside);
    found.push(...(figures && isWanted ? figures.map((figure) => place(figure, search)) : line));
    line = [];
  };
  for (const child of container.children) {
    if (typeof child === "string" || isOfLine(child, search)) line.push(child);
    else {
      endLine();
      found.push(...searchBlock(child, search));
    }
  }
  endLine();
  container.children = takeNeighbours(found, search.figures, container.name === "");
}

function isOfLine(element: SafeElement, { holdings }: Search): boolean {
  return !BLOCKS.has(element.name) && !holdings.get(element)?.hasBlocks;
}

/** What stands in the place of a block. */
function searchBlock(block: SafeElement, search: Search): readonly SafeNode[] {
  const holding = search.holdings.get(block);
  if (holding === undefined || HEADINGS.has(block.name) || block.name === "pre") return [block];
  if (block.name === "figure") return searchFigure(block, holding, search);
  if (isCaptioned(block, holding)) return [place(figureOf(block, search), search)];
  if (block.name === "p") return searchParagraph(block, search);
  searchContainer(block, search);
  const [only, ...others] = block.children.filter((child) => !isBlankNode(child));
  const isWrapper = block.name === "div" && others.length === 0 && block.attributes.size === 0;
  return isWrapper && isFigure(only, search) ? [only] : [block];
}

function searchParagraph(block: SafeElement, search: Search): readonly SafeNode[] {
  if (block.children.every(isBlankNode)) return [];
  const figures = figuresOfLine(block.children, search.holdings);
  return figures?.map((figure) => place(figure, search)) ?? [block];
}

/** One picture, words only where captions and credits go: `div.wp-caption` and its kin. */
function isCaptioned(
  block: SafeElement,
  { images, captions, hasWords, figures }: Holding,
): boolean {
  if (images === 0 || captions === 0 || hasWords || figures > 0) return false;
  return (images === 1 || captions === 1) && block.name !== "ul" && block.name !== "ol";
}

function searchFigure(block: SafeElement, holding: Holding, search: Search): readonly SafeNode[] {
  const { images, figures, captions, hasWords, paragraphs, exhibits } = holding;
  if (paragraphs > MAX_FIGURE_PARAGRAPHS || (images === 0 && captions === 0 && exhibits === 0)) {
    return searchContents(block, search);
  }
  if (exhibits > 0 || (images === 0 && hasWords)) {
    if (exhibits === 0 && !holdsCaption(block)) return searchContents(block, search);
    searchContainer(block, search);
    return [block];
  }
  if (figures > 0 && hasCaptionedFigure(block, search)) return searchGallery(block, search);
  const figure = figureOf(block, search);
  return images > 0 || hasWordsBeside(figure) ? [place(figure, search)] : [];
}

function holdsCaption(block: SafeElement): boolean {
  for (const inner of elementsBelow(block)) if (inner.name === "figcaption") return true;
  return false;
}

/** A figure that is none: what it holds takes its place. */
function searchContents(block: SafeElement, search: Search): readonly SafeNode[] {
  const holding = search.holdings.get(block);
  if (holding?.hasWords === false && holding.images + holding.exhibits === 0) return [];
  searchContainer(block, search);
  return block.children;
}

function hasCaptionedFigure(block: SafeElement, search: Search): boolean {
  return block.children.some((child) => {
    if (typeof child === "string") return false;
    const holding = search.holdings.get(child);
    if (holding === undefined || holding.images === 0) return false;
    return (child.name === "figure" && holding.captions > 0) || hasCaptionedFigure(child, search);
  });
}

/** Pictures with captions of their own; the credit of the whole is the credit of each. */
function searchGallery(block: SafeElement, search: Search): readonly SafeNode[] {
  const own = block.children.filter((child) => typeof child !== "string" && isWords(child, search));
  const whole = makeFigure([], own, block);
  block.children = block.children.filter((child) => !own.includes(child));
  searchContainer(block, search);
  const placed = block.children.filter((child) => isFigure(child, search));
  for (const element of placed) {
    const figure = typeof element === "string" ? undefined : search.figures.get(element);
    if (figure !== undefined) figure.credit ??= whole.credit;
  }
  if (whole.caption.length === 0) return block.children;
  block.children.push(makeElement("figcaption", [...whole.caption]));
  return [block];
}

function figureOf(block: SafeElement, search: Search): Figure {
  const media: SafeNode[] = [];
  const words: SafeNode[] = [];
  sortParts(block, search, media, words);
  return makeFigure(media, words, block);
}

/** Pictures to the one side, whatever else is shown with them to the other. */
function sortParts(
  parent: SafeElement,
  search: Search,
  media: SafeNode[],
  words: SafeNode[],
): void {
  for (const child of parent.children) {
    if (typeof child === "string") {
      if (!isBlankText(child)) words.push(child);
      continue;
    }
    const holding = search.holdings.get(child);
    if (child.name === "img") media.push(child);
    else if (holding === undefined || holding.images === 0) words.push(child);
    else if (child.name === "a" && !holding.hasWords && !holding.hasBlocks) {
      media.push({ ...child, children: picturesBelow(child) });
    } else sortParts(child, search, media, words);
  }
}

function picturesBelow(parent: SafeElement): SafeNode[] {
  return parent.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === "img" ? [child] : picturesBelow(child);
  });
}

function isWords(element: SafeElement, { holdings }: Search): boolean {
  if (holdings.get(element)?.images !== 0) return false;
  return isCaptionElement(element) || isCreditElement(element);
}

function place(figure: Figure, search: Search): SafeElement {
  search.figures.set(figure.element, figure);
  return figure.element;
}

function hasWordsBeside({ caption, credit }: Figure): boolean {
  return caption.length > 0 || credit !== undefined;
}

function isFigure(node: SafeNode | undefined, search: Search): node is SafeElement {
  return node !== undefined && typeof node !== "string" && search.figures.has(node);
}
