/** Pictures that a page's JSON-LD credits, and that its story shows. */
import { absoluteAddress, parseUrl } from "../addresses.ts";
import { readPicture } from "../content/picture-elements.ts";
import { pictureKey } from "../content/same-picture.ts";
import { isPlainObject, type RawFields } from "../record.ts";
import { attributeOf, type Element, elementsOf, type Parent, textOf } from "./html-tree.ts";
import { type LinkedImage, readLinkedImages } from "./linked-data.ts";

const MAX_IMAGES = 100;
const MAX_SHOWN = 1000;
const MAX_ORIGINS = 5;
const PICTURES = new Set(["img", "amp-img", "picture"]);
/** Stands for the page's own site while that is unknown. */
const OWN_SITE = "https://site.invalid";

/** The texts of a page's blocks of JSON-LD. */
export function* linkedBlocks(tree: Parent): Generator<string> {
  for (const element of elementsOf(tree)) {
    if (element.tagName !== "script") continue;
    if (attributeOf(element, "type")?.toLowerCase() !== "application/ld+json") continue;
    yield textOf(element);
  }
}

export function linkedImages(tree: Parent): readonly LinkedImage[] {
  const images: LinkedImage[] = [];
  for (const block of linkedBlocks(tree)) {
    images.push(...readLinkedImages(block));
    if (images.length >= MAX_IMAGES) break;
  }
  return images.slice(0, MAX_IMAGES);
}

interface PageImages {
  /** The field `image`, with what the page tells of it elsewhere. */
  readonly lead: unknown;
  /** Of the field `images`: each picture once, and only those that the story shows. */
  readonly others: readonly RawFields[];
}

/** A picture that is shown nowhere would be added to the story, and stays out. */
export function shownImages(
  images: readonly LinkedImage[],
  story: Element,
  lead: unknown,
): PageImages {
  if (images.length === 0) return { lead, others: [] };
  const own = isPlainObject(lead) ? (lead["contentUrl"] ?? lead["url"]) : lead;
  const sources = typeof own === "string" ? [absoluteAddress(own, OWN_SITE) ?? own] : [];
  for (const element of elementsOf(story)) {
    if (!PICTURES.has(element.tagName)) continue;
    // What a reader is shown, of all that loaders and sizes name: only that can be told of.
    const source = readPicture(element, OWN_SITE).img?.attributes.get("src");
    if (source !== undefined) sources.push(source);
    if (sources.length >= MAX_SHOWN) break;
  }
  const keysAt = new Map<string, readonly string[]>();
  const found = new Map<string, RawFields>();
  let known = lead;
  for (const { url, fields } of images) {
    const address = parseUrl(url);
    if (address === undefined) continue;
    const { origin, href } = address;
    const keys = keysAt.get(origin) ?? keysOf(sources, origin);
    if (keysAt.size < MAX_ORIGINS) keysAt.set(origin, keys);
    const key = pictureKey(href);
    if (typeof own === "string" && key === keys[0]) known = withFields(known, fields);
    else if (keys.includes(key)) found.set(key, { ...fields, ...found.get(key) });
  }
  return { lead: known, others: [...found.values()] };
}

/** What an image object tells by itself comes first. */
function withFields(lead: unknown, fields: RawFields): unknown {
  const { contentUrl: _, ...told } = fields;
  return isPlainObject(lead) ? { ...told, ...lead } : { ...told, contentUrl: lead };
}

/** Relative addresses are of the site that the picture is on. */
function keysOf(sources: readonly string[], origin: string): readonly string[] {
  return sources.map((source) => {
    const isOwn = source.startsWith(`${OWN_SITE}/`);
    return pictureKey(isOwn ? origin + source.slice(OWN_SITE.length) : source);
  });
}
