/** Puts every picture with its words where readers see it. */
import type { Image } from "../article.ts";
import { creditText } from "../credits/credit.ts";
import { HEADINGS } from "./allowed-html.ts";
import { takeWords } from "./figure-neighbours.ts";
import type { Figures } from "./figure-shapes.ts";
import type { Figure } from "./figures.ts";
import { moveOut } from "./inline-pictures.ts";
import { isBlankText, lineOf, makeElement, type SafeElement, type SafeNode } from "./safe-nodes.ts";
import { figureOfImage, fillImage, imageOfWords, type Picture } from "./shown-pictures.ts";

/** Completes the figures below `root`, adds those that are missing, and lists the pictures. */
export function placePictures(
  root: SafeElement,
  figures: Figures,
  pictures: readonly Picture[],
): readonly Image[] {
  const lead = pictures[0];
  const taken = lead === undefined ? undefined : takeLeadWords(root, figures, lead);
  const left = pictures.filter(({ figures: shown }) => !taken || !shown.includes(taken));
  const before: SafeElement[] = [];
  const after: SafeElement[] = [];
  for (const picture of left) {
    if (picture.figures.length + picture.inline.length > 0) continue;
    const figure = figureOfImage(picture.image);
    picture.figures.push(figure);
    const isAbove = picture === lead || picture.image.url === undefined;
    (isAbove ? before : after).push(figure.element);
  }
  const apart = (elements: readonly SafeElement[]) =>
    elements.flatMap((element) => [element, "\n"]);
  root.children = [...apart(before), ...root.children, ...after];
  moveOut(root, left.filter(isUntold));
  const shownBy = new Map<Figure, Picture[]>();
  for (const picture of left) {
    for (const img of picture.inline) tellAlt(img, picture.image);
    for (const figure of picture.figures) {
      shownBy.set(figure, [...(shownBy.get(figure) ?? []), picture]);
    }
  }
  for (const [figure, shown] of shownBy) tellFigure(figure, shown);
  return left.map(({ image }) => image);
}

/** A picture between words cannot show its caption and credit there; no figure does it instead. */
function isUntold({ inline, figures, image }: Picture): boolean {
  if (inline.length === 0 || figures.length > 0) return false;
  return image.caption !== undefined || image.credit !== undefined;
}

/**
 * The picture of the record's field has no credit, and the story begins with one whose picture is
 * lost, or with the credit alone: they belong together.
 *
 * @returns the figure that is now part of the lead.
 */
function takeLeadWords(root: SafeElement, figures: Figures, lead: Picture): Figure | undefined {
  if (!lead.isOfRecord || lead.image.url === undefined || lead.image.credit !== undefined) {
    return undefined;
  }
  const at = root.children.findIndex((node) => {
    return typeof node === "string" ? !isBlankText(node) : !HEADINGS.has(node.name);
  });
  const node = root.children[at];
  if (node === undefined || typeof node === "string") return undefined;
  const figure = figures.get(node);
  const words = figure ?? figureOfImage(lead.image);
  const isTaken =
    figure === undefined
      ? lead.figures.length === 0 && takeWords(node, words, true)
      : figure.images.length === 0 && figure.credit !== undefined;
  if (!isTaken) return undefined;
  lead.image = fillImage(lead.image, imageOfWords(words));
  root.children.splice(at, 1);
  return figure;
}

/** The content of a figure's element, now that all is known about its pictures. */
function tellFigure(figure: Figure, pictures: readonly Picture[]): void {
  const [picture, ...others] = pictures;
  const caption: string | undefined = picture?.image.caption;
  const isOwn = others.length === 0 && picture?.isOfRecord;
  const isSaid = caption === undefined || caption === lineOf(figure.caption);
  if (!isSaid && (isOwn || figure.caption.length === 0)) figure.caption = [caption];
  const credits = pictures.flatMap(({ image }) => image.credit ?? []).map(creditText);
  for (const img of others.length === 0 ? figure.images : []) {
    if (picture !== undefined) tellAlt(img, picture.image);
  }
  const words: SafeNode[] = [...figure.caption];
  for (const credit of new Set(credits)) {
    if (words.length > 0) words.push(" ");
    words.push(makeElement("small", [credit]));
  }
  const told = words.length === 0 ? [] : [makeElement("figcaption", words)];
  figure.element.children = [...figure.media, ...told];
}

function tellAlt(img: SafeElement, { alt }: Image): void {
  if (alt !== undefined) img.attributes.set("alt", alt);
}
