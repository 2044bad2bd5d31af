/** Boxes, cells and tables that are there for one picture and its words. */
import { readCaption } from "./captions.ts";
import type { Holding, Holdings } from "./picture-marks.ts";
import { elementsBelow, isBlankText, type SafeElement, textOf } from "./safe-nodes.ts";

/** A figure that holds more paragraphs than this was never closed. */
export const MAX_FIGURE_PARAGRAPHS = 2;

/** One picture, words only where captions and credits go: `div.wp-caption` and its kin. */
export function isCaptioned(block: SafeElement, holding: Holding): boolean {
  const { images, captions, hasWords, figures } = holding;
  if (images === 0 || figures > 0 || NEVER_CAPTIONED.has(block.name)) return false;
  if (hasWords || captions === 0) return images === 1 && isPictureBox(block, holding);
  return images === 1 || (captions === 1 && !hasOwnWords(block));
}

/** Their parts each are one thing; the tags between would be lost. */
const NEVER_CAPTIONED = new Set(["ul", "ol", "tr", "tbody", "thead", "tfoot", "colgroup"]);

/** UTF-16 units: more than a caption and a credit, less than two paragraphs. */
const MAX_BOX_WORDS = 500;

/** A box for one picture: all of its few words are about that, if a credit is among them. */
function isPictureBox(block: SafeElement, { hasWords, paragraphs, characters }: Holding): boolean {
  const { marks } = block;
  if (!hasWords || paragraphs > MAX_FIGURE_PARAGRAPHS || block.name === "p") return false;
  const isBox = marks.isImageObject || (BOXES.has(block.name) && BOX_CLASS.test(marks.classes));
  if (!isBox || characters > MAX_BOX_WORDS) return false;
  return marks.isImageObject || readCaption(block.children).credit !== undefined;
}

const BOXES = new Set(["div", "li", "td", "dd", "aside", "section"]);
const BOX_CLASS =
  /(?:^|[\s_-])(?:photos?|pics?|pictures?|img|images?|thumb|slide|foto|gambar|bild)(?:$|[\s_-])/;

/** A table of one picture and, in a row below it, its caption. */
export function isLayoutTable(block: SafeElement, holdings: Holdings): boolean {
  const holding = holdings.get(block);
  if (block.name !== "table" || holding?.images !== 1 || !holding.hasWords) return false;
  if (holding.characters > MAX_BOX_WORDS) return false;
  const rows = [...elementsBelow(block)].filter(({ name }) => name === "tr");
  const cells = rows.flatMap(({ children }) =>
    children.filter((cell) => typeof cell !== "string" && !isBlankCell(cell, holdings)),
  );
  const [picture, words] = cells;
  if (rows.length > 3 || cells.length !== 2 || typeof picture !== "object") return false;
  if (rows.some(({ children }) => children.includes(picture) && children.includes(words ?? ""))) {
    return false;
  }
  return holdings.get(picture)?.images === 1 && isBlankText(textOf([picture]));
}

function isBlankCell(cell: SafeElement, holdings: Holdings): boolean {
  return holdings.get(cell)?.images === 0 && isBlankText(textOf([cell]));
}

/** Pictures that bring captions or credits of their own, each another. */
export function hasOwnWords(block: SafeElement): boolean {
  for (const element of elementsBelow(block)) {
    if (element.name === "img" && bringsWords(element)) return true;
  }
  return false;
}

/** A credit or caption in the attributes of a picture, or of the ImageObject around it. */
export function bringsWords({ marks }: SafeElement): boolean {
  return Boolean(marks.credit ?? marks.told ?? marks.caption);
}

const GALLERY_CLASS =
  /(?:^|[\s_-])(?:gallery|galeri|slides|slideshow|carousel|photos|images|pictures|album)(?:$|[\s_-])/;

/** A list that is named a gallery, with a picture in every item. */
export function isGalleryList(block: SafeElement, holdings: Holdings): boolean {
  if (block.name !== "ul" && block.name !== "ol") return false;
  if (!GALLERY_CLASS.test(block.marks.classes)) return false;
  return block.children.every((item) => {
    return typeof item === "string" || holdings.get(item)?.images === 1;
  });
}

/** Words that are no more than a caption and a credit. */
export function isGalleryItem({ images, figures, exhibits, paragraphs, characters }: Holding) {
  const isOne = images === 1 && figures === 0 && exhibits === 0;
  return isOne && paragraphs <= MAX_FIGURE_PARAGRAPHS && characters <= MAX_BOX_WORDS;
}
