/**
 * Pictures and their credits as Media RSS, the same in RSS and in Atom. Only elements that
 * validators know: the rights elements of Media RSS 1.5 are not among them.
 */
import type { Picture, PictureCredit } from "./pictures.ts";
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
  const contents: Xml[] = [];
  const lostCredits = new Set<Xml>();
  const lostNotices = new Set<string>();
  for (const picture of pictures) {
    const { url, credit } = picture;
    if (url !== undefined) contents.push(contentElement(picture, url));
    else if (credit !== undefined) {
      for (const lost of creditElements(credit)) lostCredits.add(lost);
      if (credit.copyrightNotice !== undefined) lostNotices.add(credit.copyrightNotice);
    }
  }
  // A notice directly in the item holds for all its pictures, and there can be only one.
  const notice = contents.length === 0 && lostNotices.size === 1 ? [...lostNotices][0] : undefined;
  return [...contents, ...lostCredits, textElement("media:copyright", notice)];
}

function contentElement(picture: Picture, url: string): Xml {
  const { bytes, type, width, height, credit } = picture;
  const attributes = { url, fileSize: bytes, type, medium: "image", width, height };
  const description = textElement("media:description", picture.caption, PLAIN);
  if (credit === undefined) return element("media:content", [description], attributes);
  const children = [
    description,
    ...creditElements(credit),
    textElement("media:copyright", credit.copyrightNotice),
    textElement("dcterms:license", credit.license),
  ];
  return element("media:content", children, attributes);
}

const PLAIN = { type: "plain" };

function creditElements({ names, role = "photographer" }: PictureCredit): readonly Xml[] {
  return [
    ...names.creators.map((name) => creditElement(name, role)),
    ...names.agencies.map((name) => creditElement(name, AGENCY_ROLE)),
  ].filter((xml) => xml !== undefined);
}

function creditElement(name: string, role: string): Xml | undefined {
  return textElement("media:credit", name, { role, scheme: EBU });
}
