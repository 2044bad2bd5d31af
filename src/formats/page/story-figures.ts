/** The picture of a story whose content does not show it, and how it is credited. */
import { creditText } from "../../articles/credits/credit.ts";
import type { Item } from "../../feeds/feed.ts";
import { addressOf } from "../identifiers.ts";
import type { Picture } from "../pictures.ts";
import { fitLine } from "../text.ts";
import { type Html, joined, tag, textTag } from "./markup.ts";
import type { Words } from "./words.ts";

/** As the figures of the content name its makers. */
export function creditLineOf(picture: Picture, item: Item, base: string | undefined) {
  const image = item.images?.find(({ url }) => addressOf(url, base) === picture.url);
  if (image?.credit === undefined || picture.credit === undefined) return undefined;
  // Programs without types may leave the names out.
  const credit = Array.isArray(image.credit.creators)
    ? image.credit
    : { ...image.credit, creators: picture.credit.creators };
  return fitLine(creditText(credit));
}

/** @param credit as `creditLineOf` gives it. */
export function storyFigure(picture: Picture, credit: string | undefined): Html | undefined {
  const { url, alt, width, height, caption } = picture;
  if (url === undefined) return undefined;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const loading = { loading: "lazy", decoding: "async" };
  const img = tag("img", { src: url, alt: alt ?? "", ...size, ...loading });
  if (caption === undefined && credit === undefined) return tag("figure", {}, [img]);
  const words = [
    caption === undefined ? undefined : { text: `${caption} ` },
    credit === undefined ? undefined : textTag("small", {}, credit),
  ];
  return tag("figure", {}, [img, tag("figcaption", {}, words)]);
}

/** Under which licences the pictures may be used: the figures themselves have no room for links. */
export function licenseLinks(
  pictures: readonly Picture[],
  { license }: Words,
  attributes: Readonly<Record<string, string>>,
): Html | undefined {
  const addresses = new Set(pictures.flatMap(({ credit }) => credit?.license ?? []));
  if (addresses.size === 0) return undefined;
  const links = [...addresses].map((href) =>
    textTag("a", { href, rel: "license" }, `${license}: ${shownLicense(href)}`),
  );
  return tag("p", { class: "license", ...attributes }, [joined(links, " · ")]);
}

/** `CC BY-SA 4.0`, or the address without what all addresses have. */
function shownLicense(href: string): string {
  const [, name = "", version = ""] =
    /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]{2,12})\/(\d\.\d)\b/.exec(href) ?? [];
  if (name !== "") return `CC ${name.toUpperCase()} ${version}`;
  if (/^https?:\/\/creativecommons\.org\/publicdomain\/zero\//.test(href)) return "CC0";
  return href.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
