/** Finds the figures of a text and puts them where the page had them. */
import { BLOCKS, HEADINGS, PARENTS } from "./allowed-html.ts";
import { takeNeighbours } from "./figure-neighbours.ts";
import { addCaption, type Figure, makeFigure } from "./figures.ts";
import {
  bringsWords,
  hasOwnWords,
  isCaptioned,
  isGalleryItem,
  isGalleryList,
  isLayoutTable,
  MAX_FIGURE_PARAGRAPHS,
} from "./picture-boxes.ts";
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
    found.push(...searchLine(line, container, search));
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
  container.children = takeNeighbours(found, search.figures, container.name);
}

function searchLine(
  line: readonly SafeNode[],
  container: SafeElement,
  search: Search,
): readonly SafeNode[] {
  const isNarrow = NARROW_PLACES.has(container.name);
  const figures = figuresOfLine(line, search.holdings);
  if (figures !== undefined) {
    const isWanted = !isNarrow || figures.some(hasWordsBeside);
    return isWanted ? figures.map((figure) => place(figure, search)) : line;
  }
  if (isNarrow || !line.some(hasMarks)) return line;
  // Pictures among words that bring a credit of their own cut the line.
  return cutLine(line).flatMap((part) => {
    const told = part.length === 1 && part.some(hasMarks);
    const shown = told ? [makeFigure(part, [])] : figuresOfLine(part, search.holdings);
    return shown?.map((figure) => place(figure, search)) ?? part;
  });
}

function cutLine(line: readonly SafeNode[]): readonly (readonly SafeNode[])[] {
  const parts: SafeNode[][] = [[]];
  for (const node of line) {
    if (hasMarks(node)) parts.push([node], []);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function hasMarks(node: SafeNode): boolean {
  if (typeof node === "string") return false;
  const only = node.name === "a" && node.children.length === 1 ? node.children[0] : node;
  return typeof only === "object" && only.name === "img" && bringsWords(only);
}

function isOfLine(element: SafeElement, { holdings }: Search): boolean {
  return !BLOCKS.has(element.name) && !holdings.get(element)?.hasBlocks;
}

/** What stands in the place of a block. */
function searchBlock(block: SafeElement, search: Search): readonly SafeNode[] {
  const holding = search.holdings.get(block);
  if (holding === undefined || HEADINGS.has(block.name) || block.name === "pre") return [block];
  if (block.name === "figure") return searchFigure(block, holding, search);
  if (isCaptioned(block, holding) || isLayoutTable(block, search.holdings)) {
    const figure = place(figureOf(block, search), search);
    if (!PARENTS.has(block.name)) return [figure];
    // Lists and rows hold nothing but items and cells.
    block.children = [figure];
    return [block];
  }
  if (block.name === "p") return searchParagraph(block, search);
  if (isGalleryList(block, search.holdings)) captionItems(block, search);
  searchContainer(block, search);
  const [only, ...others] = block.children.filter((child) => !isBlankNode(child));
  const isWrapper = block.name === "div" && others.length === 0 && block.attributes.size === 0;
  return isWrapper && isFigure(only, search) ? [only] : [block];
}

/** Of a list of pictures, every item is one with its words. */
function captionItems(list: SafeElement, search: Search): void {
  for (const item of list.children) {
    if (typeof item === "string" || item.name !== "li") continue;
    const holding = search.holdings.get(item);
    if (holding === undefined || !isGalleryItem(holding)) continue;
    item.children = [place(figureOf(item, search), search)];
    holding.images = 0;
  }
}

function searchParagraph(block: SafeElement, search: Search): readonly SafeNode[] {
  if (block.children.every(isBlankNode)) return [];
  const figures = figuresOfLine(block.children, search.holdings);
  return figures?.map((figure) => place(figure, search)) ?? [block];
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
  if (images > 1 && hasOwnWords(block)) return searchGallery(block, search);
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
    if (figure === undefined || figure.credit !== undefined) continue;
    if (whole.credit !== undefined) {
      addCaption(figure, { nodes: [], credit: whole.credit }, "caption");
    }
  }
  if (whole.caption.length === 0) return block.children;
  block.children.push(makeElement("figcaption", [...whole.caption]));
  return [block];
}

function figureOf(block: SafeElement, search: Search): Figure {
  const media: SafeNode[] = [];
  const words: SafeNode[] = [];
  sortParts(block, search, media, words);
  const language = [...block.attributes].filter(([name]) => /^(?:lang|dir|id)$/.test(name));
  const attributes = PARENTS.has(block.name) ? [] : language;
  return makeFigure(media, words, { ...block, attributes: new Map(attributes) });
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
  if (element.name === "img" || holdings.get(element)?.images !== 0) return false;
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
