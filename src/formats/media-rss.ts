/**
 * Pictures and their credits as Media RSS, the same in RSS and in Atom. Only elements that
 * validators know: the rights elements of Media RSS 1.5 are not among them.
 */
import { mediaTypeOf, positiveInteger } from "./enclosures.ts";
import { addressOf } from "./identifiers.ts";
import type { Picture } from "./pictures.ts";
import { fitLine } from "./text.ts";
import type { Attributes, Xml } from "./xml.ts";
import { element, textElement } from "./xml.ts";

/** The namespaces of `mediaElements`, for the root of the document. */
export const MEDIA_NAMESPACES = {
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
} as const satisfies Attributes;

const EBU = "urn:ebu";

/**
 * "agency" is no role of the EBU list, and validators refuse it. Of those that name an organisation
 * this is what a picture agency does: it distributes what others made. "publishing company" would
 * be the newspaper, "production company" whoever employed the photographer.
 */
const AGENCY_ROLE = "distribution company";

/**
 * A `media:content` for each picture; then a `media:credit` for each name that has lost its
 * picture, directly in the item.
 */
export function mediaElements(pictures: readonly Picture[]): readonly (Xml | undefined)[] {
  if (pictures.length === 0) return [];
  const contents: Xml[] = [];
  const lostCredits = new Set<Xml>();
  const lostNotices = new Set<string>();
  for (const image of pictures) {
    if (image.url !== undefined) contents.push(contentElement(image, image.url));
    else {
      for (const credit of creditElements(image)) lostCredits.add(credit);
      const notice = fitLine(image.credit?.copyrightNotice);
      if (notice !== undefined) lostNotices.add(notice);
    }
  }
  // A notice directly in the item holds for all its pictures, and there can be only one.
  const notice = contents.length === 0 && lostNotices.size === 1 ? [...lostNotices][0] : undefined;
  return [...contents, ...lostCredits, textElement("media:copyright", notice)];
}

function contentElement(image: Picture, url: string): Xml {
  const { credit } = image;
  return element(
    "media:content",
    [
      textElement("media:description", fitLine(image.caption), { type: "plain" }),
      ...creditElements(image),
      textElement("media:copyright", fitLine(credit?.copyrightNotice)),
      textElement("dcterms:license", addressOf(credit?.license)),
    ],
    {
      url,
      fileSize: positiveInteger(image.bytes),
      type: mediaTypeOf(image.type, url, ["image"]),
      medium: "image",
      width: positiveInteger(image.width),
      height: positiveInteger(image.height),
    },
  );
}

function creditElements({ names, credit }: Picture): readonly Xml[] {
  if (names === undefined) return [];
  const role = credit?.role ?? "photographer";
  return [
    ...names.creators.map((name) => creditElement(name, role)),
    ...names.agencies.map((name) => creditElement(name, AGENCY_ROLE)),
  ].filter((xml) => xml !== undefined);
}

function creditElement(name: string, role: string): Xml | undefined {
  return textElement("media:credit", fitLine(name), { role, scheme: EBU });
}
