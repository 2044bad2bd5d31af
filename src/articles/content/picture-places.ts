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
import { isUncredited } from "./uncredited-pictures.ts";

/**
 * Completes the figures below `root`, adds those that are missing, and lists the pictures.
 *
 * @param placeholder shown where a picture that names nobody would have its credit.
 */
export function placePictures(
  root: SafeElement,
  pictures: readonly Picture[],
  placeholder?: string,
): readonly Image[] {
  const lead = pictures[0];
  const before: SafeElement[] = [];
  const after: SafeElement[] = [];
  for (const picture of pictures) {
    if (picture.figures.length + picture.inline.length > 0) continue;
    const figure = figureOfImage(picture.image);
    picture.figures.push(figure);
    const isAbove = picture === lead || picture.image.url === undefined;
    (isAbove ? before : after).push(figure.element);
  }
  const apart = (elements: readonly SafeElement[]) =>
    elements.flatMap((element) => [element, "\n"]);
  root.children = [...apart(before), ...root.children, ...after];
  const wantsWords = (picture: Picture) => placeholder !== undefined && isUncredited(picture);
  moveOut(
    root,
    pictures.filter((picture) => isUntold(picture, wantsWords(picture))),
  );
  const shownBy = new Map<Figure, Picture[]>();
  for (const picture of pictures) {
    for (const img of picture.inline) tellAlt(img, picture.image);
    for (const figure of picture.figures) {
      const shown = shownBy.get(figure) ?? [];
      shown.push(picture);
      shownBy.set(figure, shown);
    }
  }
  for (const [figure, shown] of shownBy) {
    tellFigure(figure, shown, shown.some(wantsWords) ? placeholder : undefined);
  }
  return pictures.map(({ image }) => image);
}

/** A picture between words cannot show its caption and credit there; no figure does it instead. */
function isUntold({ inline, figures, image }: Picture, hasWords: boolean): boolean {
  if (inline.length === 0 || figures.length > 0) return false;
  return hasWords || image.caption !== undefined || image.credit !== undefined;
}

/**
 * The picture of the record's field has no credit, and the story begins with one whose picture is
 * lost, or with the credit alone: they belong together.
 *
 * @returns the pictures without the one that is now part of the lead.
 */
export function takeLeadWords(
  root: SafeElement,
  figures: Figures,
  pictures: readonly Picture[],
): readonly Picture[] {
  const [lead] = pictures;
  if (!lead?.isOfRecord || lead.image.url === undefined || lead.image.credit !== undefined) {
    return pictures;
  }
  const at = root.children.findIndex((node) => {
    return typeof node === "string" ? !isBlankText(node) : !HEADINGS.has(node.name);
  });
  const node = root.children[at];
  if (node === undefined || typeof node === "string") return pictures;
  const figure = figures.get(node);
  const words = figure ?? figureOfImage(lead.image);
  const isTaken =
    figure === undefined
      ? lead.figures.length === 0 && takeWords(node, words, true)
      : figure.images.length === 0 && figure.credit !== undefined;
  if (!isTaken) return pictures;
  lead.image = fillImage(lead.image, imageOfWords(words));
  root.children.splice(at, 1);
  if (figure === undefined) return pictures;
  return pictures.filter(({ figures: shown }) => !shown.includes(figure));
}

/** The content of a figure's element, now that all is known about its pictures. */
function tellFigure(figure: Figure, pictures: readonly Picture[], placeholder?: string): void {
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
  for (const credit of new Set([...credits, ...(placeholder === undefined ? [] : [placeholder])])) {
    if (words.length > 0) words.push(" ");
    words.push(makeElement("small", [credit]));
  }
  const told = words.length === 0 ? [] : [makeElement("figcaption", words)];
  figure.element.children = [...figure.media, ...told];
}

function tellAlt(img: SafeElement, { alt }: Image): void {
  if (alt !== undefined) img.attributes.set("alt", alt);
}
