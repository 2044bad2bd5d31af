/** The pictures that a record's fields name, with whatever the fields tell of them. */
import mime from "mime";
import { absoluteAddress } from "./addresses.ts";
import {
  CREDIT_ORIGINS,
  type Credit,
  type CreditOrigin,
  type FoundCredit,
  type Image,
} from "./article.ts";
import { readAlt } from "./content/alt-credits.ts";
import { fillCredit, readCreditField } from "./credits/credit.ts";
import { readCreditLine } from "./credits/credit-line.ts";
import { referenceIn, textOf } from "./field-values.ts";
import type { Field, Fields } from "./fields.ts";
import { plainLine } from "./plain-text.ts";
import { isPlainObject } from "./record.ts";
import { remembering } from "./remembered.ts";

interface MediaContext {
  /** The article's own address. */
  readonly articleUrl: string;
}

const MAX_IMAGES = 100;
const LISTS = /^(?:images|photos|pictures)$/i;
const SOURCES = [
  ...["src", "url", "path", "image", "file", "href", "contentUrl", "source_url", "filename"],
  ...["feature", "overlay_image", "og_image", "teaser"],
];
/** With one of these, an object tells whom its picture is credited to. */
const CREDITS = [
  ...["credit", "creator", "creators", "photographer", "photographers", "artist", "author"],
  ...["creditText", "creditLine", "credit_text", "credit_line", "attribution", "agency", "source"],
  ...["copyright", "copyrightNotice", "copyright_notice", "license", "acquireLicensePage"],
];

/** The lead first, each address once. A credit or caption whose picture is missing is kept. */
export function readFieldImages(fields: Fields, context: MediaContext): readonly Image[] {
  const images: Image[] = [];
  let lead: Field | undefined;
  for (const field of fields.all("images")) {
    // One picture under several names (`cover`, `thumbnail`) is one lead; lists add to it.
    if (lead !== undefined && !LISTS.test(field.name)) continue;
    const values = [field.value].flat(2).slice(0, MAX_IMAGES);
    const read = values.flatMap((value) => readImage(value, context) ?? []);
    // `featured: true` and `banner: false` name no picture.
    if (read.length > 0) lead ??= field;
    images.push(...read);
  }
  const flat = flatFields(fields, [...(lead === undefined ? [] : [lead.name]), ...PREFIXES]);
  const told: Image = flat === undefined ? {} : readFacts(flat);
  const [first] = images;
  if (first !== undefined || told.caption !== undefined || told.credit !== undefined) {
    images[0] = fillFacts(first ?? {}, told);
  }
  return images.filter(
    ({ url }, at) => url === undefined || images.findIndex((other) => other.url === url) === at,
  );
}

const FLAT_NAMES = [
  ...["alt", "caption", "credit", "photographer", "creator", "source", "copyright", "license"],
  ...["creditLine", "acquireLicensePage", "width", "height"],
];

const PREFIXES = ["image", "photo", "cover", "featured_image"];

/** What fields beside the one called `prefix` are called, by what they tell. */
const namesBeside = remembering((prefix) =>
  FLAT_NAMES.map((name) => [name, `${prefix}_${name}`] as const),
);

/**
 * `image_credit`, `heroImageAlt`, `photo_caption` … beside the picture, as one object; undefined
 * where there are none.
 */
function flatFields(
  fields: Fields,
  prefixes: readonly string[],
): Record<string, unknown> | undefined {
  let flat: Record<string, unknown> | undefined;
  for (const prefix of new Set(prefixes)) {
    for (const [name, own] of namesBeside(prefix)) {
      const field = fields.named(own);
      if (field === undefined) continue;
      flat ??= {};
      flat[name] ??= field.value;
    }
  }
  return flat;
}

function readImage(value: unknown, context: MediaContext): Image | undefined {
  const object = isPlainObject(value) ? value : { src: value };
  const facts = readFacts(object);
  const source = referenceIn(object, SOURCES);
  const url = source === undefined ? undefined : absoluteAddress(source, context.articleUrl);
  if (url === undefined || source === undefined) {
    return facts.caption === undefined && facts.credit === undefined ? undefined : facts;
  }
  const type = imageTypeOf(url);
  return { url, ...facts, ...(type === undefined ? {} : { type }) };
}

/** What is told of a picture besides where it is; its words hold no credit. */
function readFacts(object: Record<string, unknown>): Image {
  const isCredited = CREDITS.some((name) => object[name] !== undefined && object[name] !== "");
  const caption = readCaption(
    textOf(object["caption"] ?? object["description"] ?? object["title"]),
  );
  const alt = readAltText(textOf(object["alt"] ?? object["alternateName"] ?? object["alt_text"]));
  const width = pixelsOf(object["width"]);
  const height = pixelsOf(object["height"]);
  return {
    ...(alt.words === undefined ? {} : { alt: alt.words }),
    ...(caption.words === undefined ? {} : { caption: caption.words }),
    ...creditedIn([
      { origin: "record", credit: isCredited ? readCreditField(object) : undefined },
      { origin: "caption", credit: caption.credit },
      { origin: "attribute", credit: alt.credit },
    ]),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

interface WordsRead {
  /** Without the credit. */
  readonly words?: string;
  readonly credit?: Credit;
}

function readCaption(text: string | undefined): WordsRead {
  if (text === undefined) return {};
  const read = readCreditLine(text, "caption");
  if (read === undefined) return { words: text };
  const { caption, credit } = read;
  return { ...(caption === undefined ? {} : { words: caption }), credit };
}

function readAltText(text: string | undefined): WordsRead {
  if (text === undefined) return {};
  const { alt, credit: line } = readAlt(text, "");
  const credit = line === undefined ? undefined : readCreditLine(line, "credit-element")?.credit;
  if (credit === undefined) return { words: text };
  return { ...(alt === "" ? {} : { words: alt }), credit };
}

interface MaybeFound {
  readonly origin: CreditOrigin;
  readonly credit: Credit | undefined;
}

/** The fields for credits count first; what the words say besides is kept, to be compared. */
function creditedIn(places: readonly MaybeFound[]): Pick<Image, "credit" | "found"> {
  const found = places
    .flatMap(({ origin, credit }): FoundCredit[] =>
      credit === undefined ? [] : [{ origin, credit }],
    )
    .toSorted((one, other) => {
      return CREDIT_ORIGINS.indexOf(one.origin) - CREDIT_ORIGINS.indexOf(other.origin);
    });
  const credit = found.map((place) => place.credit).reduce(fillCredit, undefined);
  if (credit === undefined) return {};
  return found.every(({ origin }) => origin === "record") ? { credit } : { credit, found };
}

/** What is known first counts. */
function fillFacts(known: Image, more: Image): Image {
  const all = { ...more, ...known };
  if (known.found === undefined && more.found === undefined) return all;
  return { ...all, ...creditedIn([known, more].flatMap(placesOf)) };
}

function placesOf({ credit, found }: Image): readonly MaybeFound[] {
  return found ?? [{ origin: "record", credit }];
}

/** The picture that the record names for its recording, if not for the article. */
export function readArtwork(fields: Fields, context: MediaContext): Image | undefined {
  const field = fields.get("episode_image");
  if (field === undefined) return undefined;
  const image = readImage([field.value].flat()[0], context);
  if (image?.url === undefined) return undefined;
  const flat = flatFields(fields, [field.name]);
  return flat === undefined ? image : fillFacts(image, readFacts(flat));
}

/** The MIME type that the ending of an address stands for, where it is a picture's. */
function imageTypeOf(url: string): string | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const type = mime.getType(plainLine(path));
  return type?.startsWith("image/") ? type : undefined;
}

function pixelsOf(value: unknown): number | undefined {
  const pixels = Number(value);
  return Number.isSafeInteger(pixels) && pixels > 0 && pixels < 100_000 ? pixels : undefined;
}
