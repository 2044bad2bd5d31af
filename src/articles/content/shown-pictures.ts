/**
 * Every picture of an article, once: what the record's fields tell and what its figures show are
 * brought together, so that readers and machines are told the same names.
 */
import { CREDIT_ORIGINS, type Credit, type FoundCredit, type Image } from "../article.ts";
import { type Aliases, mendCredit } from "../credits/aliases.ts";
import { creditText, fillCredit } from "../credits/credit.ts";
import type { PictureFacts } from "../pictures/picture-facts.ts";
import type { Figures } from "./figure-shapes.ts";
import { type Figure, makeFigure } from "./figures.ts";
import { bringsWords } from "./picture-boxes.ts";
import { lineOf, makeElement, type SafeElement, type SafeNode } from "./safe-nodes.ts";
import { pictureKey } from "./same-picture.ts";

/** One picture, wherever the article shows it. */
export interface Picture {
  image: Image;
  /** The record's fields name it. */
  readonly isOfRecord: boolean;
  readonly figures: Figure[];
  /** Between the words of a paragraph. */
  readonly inline: SafeElement[];
}

/** The pictures of fields and text, the record's lead first, then as the text has them. */
export function readPictures(
  root: SafeElement,
  figures: Figures,
  records: readonly Image[],
): readonly Picture[] {
  const known = new Map<string, Picture>();
  const pictureOf = (key: string): Picture => {
    const record = recordsByKey.get(key);
    const picture = known.get(key) ?? {
      ...{ image: record ?? {}, isOfRecord: record !== undefined, figures: [], inline: [] },
    };
    known.set(key, picture);
    return picture;
  };
  const recordsByKey = new Map<string, Image>();
  const lost: Image[] = [];
  for (const record of records) {
    if (record.url === undefined) lost.push(ofRecord(record));
    else {
      const key = pictureKey(record.url);
      recordsByKey.set(key, fillImage(recordsByKey.get(key) ?? {}, ofRecord(record)));
    }
  }
  const lead = records[0];
  if (lead?.url !== undefined) pictureOf(pictureKey(lead.url));
  for (const element of shownBelow(root, figures)) {
    const figure = figures.get(element);
    if (figure === undefined) addInline(pictureOf(keyOf(element)), element);
    else if (figure.images.length > 0) {
      for (const img of figure.images) addFigure(pictureOf(keyOf(img)), figure, img);
    } else {
      const image = imageOfWords(figure);
      const at = lost.findIndex((record) => isSameLost(record, image));
      const record = lost.splice(at, at < 0 ? 0 : 1)[0];
      const picture = { isOfRecord: record !== undefined, figures: [figure], inline: [] };
      known.set(`lost ${known.size}`, { ...picture, image: fillImage(record ?? {}, image) });
    }
  }
  for (const key of recordsByKey.keys()) pictureOf(key);
  const unseen = lost.map((image) => ({ image, isOfRecord: true, figures: [], inline: [] }));
  return placeLost([...known.values()], unseen, lead);
}

/** A lead without a picture stays the lead; other lost pictures come behind the lead. */
function placeLost(
  pictures: readonly Picture[],
  lost: readonly Picture[],
  lead: Image | undefined,
): readonly Picture[] {
  const places = lead?.url === undefined ? 0 : 1;
  return [...pictures.slice(0, places), ...lost, ...pictures.slice(places)];
}

/** Figures, and pictures outside of them, in document order. */
function* shownBelow(parent: SafeElement, figures: Figures): Generator<SafeElement> {
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    if (child.name === "img" || figures.has(child)) yield child;
    else yield* shownBelow(child, figures);
  }
}

function keyOf(img: SafeElement): string {
  return pictureKey(img.attributes.get("src") ?? "");
}

function addInline(picture: Picture, img: SafeElement): void {
  const words = bringsWords(img) ? imageOfWords(makeFigure([img], [])) : {};
  picture.inline.push(img);
  picture.image = fillImage(picture.image, { ...imageOfElement(img), ...words });
}

function addFigure(picture: Picture, figure: Figure, img: SafeElement): void {
  picture.figures.push(figure);
  picture.image = fillImage(picture.image, { ...imageOfElement(img), ...imageOfWords(figure) });
}

/** Whatever the record says itself is found in its fields. */
function ofRecord(image: Image): Image {
  const { credit, found } = image;
  if (credit === undefined || found !== undefined) return image;
  return { ...image, found: [{ origin: "record", credit }] };
}

export function imageOfWords({ caption, credit, found }: Figure): Image {
  const text = lineOf(caption);
  return {
    ...(text === "" ? {} : { caption: text }),
    ...(credit === undefined ? {} : { credit, found }),
  };
}

function imageOfElement({ attributes }: SafeElement): Image {
  const url = attributes.get("src");
  const alt = attributes.get("alt");
  const width = Number(attributes.get("width") ?? 0);
  const height = Number(attributes.get("height") ?? 0);
  return {
    ...(url === undefined ? {} : { url }),
    ...(alt ? { alt } : {}),
    ...(width > 0 ? { width } : {}),
    ...(height > 0 ? { height } : {}),
  };
}

/** What is known first counts; the pixels of two editions of a picture are not mixed. */
export function fillImage(known: Image, found: Image): Image {
  const { width, height, ...told } = found;
  const isSameFile = known.url === undefined || known.url === found.url;
  const hasSize = known.width !== undefined || known.height !== undefined;
  const size = isSameFile && !hasSize ? found : known;
  const credit = fillCredit(known.credit, found.credit);
  const places = [...(known.found ?? []), ...(found.found ?? [])];
  return {
    ...told,
    ...known,
    ...(credit === undefined ? {} : { credit }),
    ...(places.length === 0 ? {} : { found: places }),
    ...(size.width === undefined ? {} : { width: size.width }),
    ...(size.height === undefined ? {} : { height: size.height }),
  };
}

/** The text may show a picture twice, and have its caption under the second. */
function byPrecedence(one: FoundCredit, other: FoundCredit): number {
  return CREDIT_ORIGINS.indexOf(one.origin) - CREDIT_ORIGINS.indexOf(other.origin);
}

/**
 * All that is known of a picture once its own file has been asked: its facts are true, its words
 * fill gaps, and names are spelled as the house spells them.
 */
export function completeImage(
  image: Image,
  file: PictureFacts | undefined,
  aliases: Aliases,
): Image {
  const told = file?.credit;
  const found: readonly FoundCredit[] = [
    ...(image.found ?? []),
    ...(told === undefined ? [] : [{ origin: "file", credit: told } as const]),
  ];
  const mended = found.toSorted(byPrecedence).map(({ origin, credit }) => ({
    origin,
    credit: mendCredit(credit, aliases),
  }));
  const credit = mended.reduce<Credit | undefined>(
    (known, next) => fillCredit(known, next.credit),
    undefined,
  );
  const { credit: _told, colours: _shades, caption, alt, ...measured } = file ?? {};
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(alt === undefined ? {} : { alt }),
    ...image,
    ...measured,
    ...(credit === undefined ? {} : { credit, found: mended }),
  };
}

/** A figure without a picture and a field without an address speak of the same lost picture. */
function isSameLost(record: Image, shown: Image): boolean {
  const agrees = <Fact>(one: Fact | undefined, other: Fact | undefined): boolean => {
    return one === undefined || other === undefined || one === other;
  };
  const names = ({ credit }: Image): string | undefined => {
    return credit === undefined ? undefined : creditText(credit);
  };
  const hasCommon =
    (record.caption !== undefined && shown.caption !== undefined) ||
    (record.credit !== undefined && shown.credit !== undefined);
  return hasCommon && agrees(record.caption, shown.caption) && agrees(names(record), names(shown));
}

/** A figure for a picture that the text does not show. */
export function figureOfImage(image: Image): Figure {
  const attributes = new Map<string, string>();
  if (image.url !== undefined) attributes.set("src", image.url);
  attributes.set("alt", image.alt ?? "");
  for (const name of ["width", "height"] as const) {
    const pixels = image[name];
    if (pixels !== undefined) attributes.set(name, String(pixels));
  }
  const media: SafeNode[] = image.url === undefined ? [] : [makeElement("img", [], attributes)];
  return makeFigure(media, []);
}
