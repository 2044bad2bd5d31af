/** The pictures of an item, wherever the item names them, with every field fit for all formats. */
import type { Credit, CreditRole, Image } from "../articles/article.ts";
import { creditNames } from "../articles/credits/credit.ts";
import type { Item } from "../feeds/feed.ts";
import { mediaTypeOf, positiveInteger } from "./enclosures.ts";
import { addressOf } from "./identifiers.ts";
import { fitLine } from "./text.ts";

export interface Picture {
  /** Absolute, ASCII; a picture without it only carries a credit. */
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly bytes: number | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string | undefined;
  readonly caption: string | undefined;
  readonly credit: PictureCredit | undefined;
}

/** A credit's fields as lines and addresses, and the names in it as Media RSS lists them. */
export interface PictureCredit {
  readonly creators: readonly string[];
  readonly role: CreditRole | undefined;
  readonly creditLine: string | undefined;
  readonly source: string | undefined;
  readonly copyrightNotice: string | undefined;
  readonly license: string | undefined;
  readonly acquireLicensePage: string | undefined;
  readonly names: ReturnType<typeof creditNames>;
}

/**
 * Each address once, the lead first. A picture without a usable address stays, behind the others,
 * if it has a credit: whoever made it must still be named.
 */
export function picturesOf(item: Item, base: string | undefined): readonly Picture[] {
  const byUrl = new Map<string, GivenPicture>();
  const lost = new Map<string, GivenPicture>();
  const add = (image: GivenPicture): void => {
    const url = addressOf(image.url, base);
    if (url !== undefined) {
      const known = byUrl.get(url);
      // Of one picture named twice, all that is known; what was said first counts.
      byUrl.set(url, known === undefined ? image : joined(known, image));
    } else if (image.credit !== undefined) {
      const { url: _unusable, ...rest } = image;
      lost.set(JSON.stringify(rest), rest);
    }
  };
  const lead = leadOf(item);
  if (lead !== undefined) add(lead);
  for (const image of item.images ?? []) add(image);
  const pictures: Picture[] = [];
  for (const [url, image] of byUrl) pictures.push(pictureOf(image, url));
  for (const image of lost.values()) pictures.push(pictureOf(image, undefined));
  return pictures;
}

/** What is read of an image here; spread, it would take the engine longer than all else. */
type GivenPicture = {
  readonly [Field in Exclude<keyof Image, "found">]?: Image[Field] | undefined;
};

function joined(first: GivenPicture, other: GivenPicture): GivenPicture {
  return {
    type: first.type ?? other.type,
    bytes: first.bytes ?? other.bytes,
    width: first.width ?? other.width,
    height: first.height ?? other.height,
    alt: first.alt ?? other.alt,
    caption: first.caption ?? other.caption,
    credit: first.credit ?? other.credit,
  };
}

/** `image` as the `feed` package has it: an address, or what it calls an enclosure. */
function leadOf(item: Item): GivenPicture | undefined {
  if (item.image === undefined || item.image === null) return undefined;
  if (typeof item.image === "string") return { url: item.image };
  const { url, type, length } = item.image;
  return { url, type: type || undefined, bytes: length || undefined };
}

function pictureOf(image: GivenPicture, url: string | undefined): Picture {
  return {
    url,
    type: url === undefined ? undefined : mediaTypeOf(image.type, url, ["image"]),
    bytes: positiveInteger(image.bytes),
    width: positiveInteger(image.width),
    height: positiveInteger(image.height),
    alt: fitLine(image.alt),
    caption: fitLine(image.caption),
    credit: image.credit === undefined ? undefined : pictureCreditOf(image.credit),
  };
}

function pictureCreditOf(credit: Credit): PictureCredit {
  // Programs without types may leave them out.
  const given = Array.isArray(credit.creators) ? credit.creators : [];
  const creators = given.map(fitLine).filter((name) => name !== undefined);
  const creditLine = fitLine(credit.creditLine);
  const source = fitLine(credit.source);
  return {
    creators,
    role: credit.role,
    creditLine,
    source,
    copyrightNotice: fitLine(credit.copyrightNotice),
    license: addressOf(credit.license),
    acquireLicensePage: addressOf(credit.acquireLicensePage),
    names: plainNamesOf(creators, source, creditLine) ?? creditNames({ ...credit, creators }),
  };
}

/** A name that nothing can be read into: no slash, no bracket, no "via". */
const PLAIN_PERSON = /^\p{Lu}[\p{L}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{N}.'’-]*){1,3}$/u;
const PLAIN_HOUSE = /^[\p{L}\p{N}.]+$/u;

/** What `creditNames` finds in "Name Surname/HOUSE", the form of most credits, without reading it. */
function plainNamesOf(
  creators: readonly string[],
  source: string | undefined,
  line: string | undefined,
): PictureCredit["names"] | undefined {
  const [person] = creators;
  if (creators.length !== 1 || person === undefined || !PLAIN_PERSON.test(person)) return undefined;
  if (source === undefined) {
    return line === undefined || line === person ? { creators, agencies: [] } : undefined;
  }
  const isPlain =
    PLAIN_HOUSE.test(source) && (line === undefined || line === `${person}/${source}`);
  return isPlain && source !== person ? { creators, agencies: [source] } : undefined;
}
