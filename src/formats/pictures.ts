/** The pictures of an item, wherever the item names them. */
import type { Image } from "../articles/article.ts";
import { creditNames } from "../articles/credits/credit.ts";
import type { Item } from "../feeds/feed.ts";
import { addressOf } from "./identifiers.ts";

/** A picture, and the names in its credit as Media RSS lists them. */
export interface Picture extends Image {
  readonly names?: ReturnType<typeof creditNames>;
}

/**
 * Each address once, the lead first. A picture without a usable address stays, behind the others,
 * if it has a credit: whoever made it must still be named.
 */
export function picturesOf(item: Item, base: string | undefined): readonly Picture[] {
  const byUrl = new Map<string, Image>();
  const lost = new Map<string, Image>();
  const lead = leadOf(item);
  for (const image of lead === undefined ? (item.images ?? []) : [lead, ...(item.images ?? [])]) {
    const url = addressOf(image.url, base);
    if (url !== undefined) {
      // Of one picture named twice, all that is known; what was said first counts.
      byUrl.set(url, { ...image, ...byUrl.get(url), url });
    } else if (image.credit !== undefined) {
      const { url: _unusable, ...rest } = image;
      lost.set(JSON.stringify(rest), rest);
    }
  }
  return [...byUrl.values(), ...lost.values()].map(withNames);
}

/** `image` as the `feed` package has it: an address, or what it calls an enclosure. */
function leadOf(item: Item): Image | undefined {
  if (item.image === undefined || item.image === null) return undefined;
  if (typeof item.image === "string") return { url: item.image };
  const { url, type, length } = item.image;
  return { url, ...(type ? { type } : {}), ...(length ? { bytes: length } : {}) };
}

function withNames(image: Image): Picture {
  return image.credit === undefined ? image : { ...image, names: creditNames(image.credit) };
}
