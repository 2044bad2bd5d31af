/** One `img` out of whatever a page does to show a picture: lazy loading, several sizes, AMP. */
import { absoluteAddress } from "../addresses.ts";
import { plainLine, plainLineOfHtml } from "../plain-text.ts";
import { readAlt } from "./alt-credits.ts";
import {
  absoluteCandidates,
  attributeValue,
  isHidden,
  marksOf,
  type ParsedElement,
  safeAttributes,
} from "./attributes.ts";
import { makeElement, type SafeElement } from "./safe-nodes.ts";
import { type Candidate, largestOf, writeSrcset } from "./srcset.ts";

/** Where scripts of lazy loaders keep the true address, the most usual first. */
const LAZY_SOURCES = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-original-src",
  "data-actualsrc",
  "data-lazy",
  "data-echo",
  "data-hi-res-src",
  "data-lazyload",
];
const LAZY_SETS = ["data-srcset", "data-lazy-srcset", "data-original-set"];

/** Pictures of nothing, which hold the place of the true one. */
const EMPTY_PICTURE = /(?:^|[/_-])(?:blank|spacer|transparent|pixel|1x1|clear)\.(?:gif|png|svg)$/i;

export interface PictureRead {
  /** Undefined where the element shows nothing worth publishing. */
  readonly img?: SafeElement;
  /** A picture that stands for a character. */
  readonly text?: string;
  /** A script was to put the picture there; what is in `noscript` beside it is the same one. */
  readonly isLazy: boolean;
}

/**
 * @param element `img`, `amp-img`, or `picture` with both.
 * @param base the absolute address that relative addresses start from.
 */
export function readPicture(element: ParsedElement, base: string): PictureRead {
  const children = element.tagName === "picture" ? [...childElements(element)] : [];
  const img = children.find(({ tagName }) => tagName === "img" || tagName === "amp-img");
  const shown = img ?? element;
  const lazySource = firstOf(LAZY_SOURCES, (name) =>
    lazyAddress(attributeValue(shown, name), base),
  );
  const lazySet = firstOf(LAZY_SETS, (name) => attributeValue(shown, name));
  const isLazy = lazySource !== undefined || lazySet !== undefined;
  if (isTracker(shown)) return { isLazy };
  const alt = plainLine(attributeValue(shown, "alt") ?? "");
  const marks = marksOf(shown);
  if (/(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(marks.classes) && alt !== "") {
    return { text: alt, isLazy };
  }
  if (isHidden(shown) && !isLazy) return { isLazy };

  const own = candidatesOf(lazySet ?? attributeValue(shown, "srcset") ?? "", base);
  const others = children.flatMap((child) => {
    const set = firstOf([...LAZY_SETS, "srcset"], (name) => attributeValue(child, name));
    return child.tagName === "source" ? candidatesOf(set ?? "", base) : [];
  });
  const source = ownAddress(attributeValue(shown, "src"), base);
  const src = lazySource ?? source ?? largestOf(own)?.url ?? largestOf(others)?.url;
  if (src === undefined) return { isLazy };

  const title = plainLine(attributeValue(shown, "title") ?? "");
  const read = readAlt(alt, title);
  // Joomla shows the title of a picture of this class below it.
  const isShown = /(?:^|\s)caption(?:\s|$)/.test(marks.classes);
  const caption =
    plainLineOfHtml(marks.caption ?? "") || read.caption || (isShown ? title : undefined);
  const credit = marks.credit ?? read.credit;
  const attributes = pictureAttributes(shown, src, own, base);
  attributes.set("alt", read.alt);
  const all = {
    ...marks,
    ...(caption ? { caption } : {}),
    ...(credit === undefined ? {} : { credit }),
  };
  return { img: makeElement("img", [], attributes, all), isLazy };
}

function pictureAttributes(
  shown: ParsedElement,
  src: string,
  candidates: readonly Candidate[],
  base: string,
): Map<string, string> {
  const attributes = new Map([["src", src]]);
  const given = safeAttributes(shown, "img", base);
  if (candidates.length > 0) {
    attributes.set("srcset", writeSrcset(candidates));
    const sizes = given.get("sizes");
    // `auto` is for lazy loading, which feeds do not do.
    if (sizes !== undefined && !/^auto/i.test(sizes)) attributes.set("sizes", sizes);
  }
  attributes.set("alt", "");
  for (const name of ["width", "height"]) {
    const pixels = pixelsOf(attributeValue(shown, name));
    if (pixels !== undefined && pixels > 1) attributes.set(name, String(pixels));
  }
  for (const name of ["longdesc", "lang", "dir", "id"]) {
    const value = given.get(name);
    if (value !== undefined) attributes.set(name, value);
  }
  return attributes;
}

/** Candidates that can stand side by side: all with widths, or all with densities. */
function candidatesOf(set: string, base: string): readonly Candidate[] {
  const all = absoluteCandidates(set, base);
  const hasWidths = all.some(({ descriptor }) => descriptor?.endsWith("w"));
  return all.filter(({ descriptor }) => (descriptor?.endsWith("w") ?? false) === hasWidths);
}

function ownAddress(value: string | undefined, base: string): string | undefined {
  const address = value === undefined ? undefined : absoluteAddress(value, base);
  if (address === undefined) return undefined;
  return EMPTY_PICTURE.test(new URL(address).pathname) ? undefined : address;
}

/** Some loaders keep flags, settings or templates where others keep the address. */
function lazyAddress(value: string | undefined, base: string): string | undefined {
  if (value === undefined || !/[./]/.test(value) || /[{}<>\s]/.test(value.trim())) return undefined;
  return ownAddress(value, base);
}

/** Pictures that count readers: one pixel, or none. */
function isTracker(element: ParsedElement): boolean {
  const style = attributeValue(element, "style") ?? "";
  const isTiny = (name: string): boolean => {
    const pixels = pixelsOf(attributeValue(element, name));
    if (pixels !== undefined) return pixels <= 1;
    return new RegExp(`(?:^|;)\\s{0,20}${name}\\s{0,20}:\\s{0,20}[01](?:px|\\s|;|$)`, "i").test(
      style,
    );
  };
  return isTiny("width") && isTiny("height");
}

function pixelsOf(value: string | undefined): number | undefined {
  const digits = /^\s{0,20}(\d{1,5})(?:\.\d{1,9})?(?:px)?\s{0,20}$/.exec(value ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function firstOf<Found>(
  names: readonly string[],
  find: (name: string) => Found | undefined,
): Found | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function* childElements(element: ParsedElement): Generator<ParsedElement> {
  for (const child of element.childNodes) if ("tagName" in child) yield child;
}
