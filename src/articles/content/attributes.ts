/** The attributes of an element that may be published, cleaned and absolute. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { absoluteAddress } from "../addresses.ts";
import { cleanCharacters } from "../plain-text.ts";
import { ADDRESSES, ALLOWED, FLAGS, VALUES } from "./allowed-html.ts";
import { type Marks, NO_MARKS } from "./safe-nodes.ts";
import { type Candidate, readSrcset } from "./srcset.ts";

export type ParsedElement = DefaultTreeAdapterTypes.Element;

const MAX_VALUE = 10_000;
const CREDITS = [
  "data-credit",
  "data-portal-copyright",
  "data-copyright",
  "data-photographer",
  "data-image-credit",
  "data-photo-credit",
  "data-caption-credit",
  "data-img-credit",
  "data-media-credit",
  "data-credits",
  "data-credit-line",
  "data-creditline",
  "data-attribution",
  "data-image-copyright",
  "data-rights",
];
/** Of a picture they name its maker; elsewhere that of the page. */
const PICTURE_CREDITS = ["data-author", "data-byline", "data-source"];

/** The value of an attribute without characters that no document can carry. */
export function attributeValue(element: ParsedElement, name: string): string | undefined {
  for (const attribute of element.attrs) {
    if (attribute.name === name && attribute.prefix === undefined) {
      return cleanCharacters(attribute.value);
    }
  }
  return undefined;
}

/**
 * What is below an element, in document order.
 *
 * @param limit nodes that are looked at.
 * @param isOpen whether to go on below an element.
 */
export function* nodesBelow(
  element: ParsedElement,
  limit: number,
  isOpen: (element: ParsedElement) => boolean = () => true,
): Generator<DefaultTreeAdapterTypes.ChildNode> {
  const waiting = element.childNodes.slice(0, limit).reverse();
  for (let seen = 0; seen < limit; seen += 1) {
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    if (!("tagName" in node) || !isOpen(node)) continue;
    waiting.push(...node.childNodes.slice(0, limit).reverse());
  }
}

/**
 * @param name the element's name in feeds.
 * @param base the absolute address that relative addresses start from.
 */
export function safeAttributes(
  element: ParsedElement,
  name: string,
  base: string,
): Map<string, string> {
  const safe = new Map<string, string>();
  const own = ALLOWED.get(name) ?? [];
  for (const { name: attribute, value } of element.attrs) {
    const isOwn = own.includes(attribute);
    if (!isOwn && attribute !== "lang" && attribute !== "dir" && attribute !== "id") continue;
    const clean = safeValue(attribute, cleanCharacters(value), base);
    if (clean !== undefined) safe.set(attribute, clean);
  }
  return safe;
}

function safeValue(name: string, value: string, base: string): string | undefined {
  if (FLAGS.has(name)) return "";
  if (name === "href") return linkAddress(value, base);
  if (ADDRESSES.has(name)) return absoluteAddress(value, base);
  if (value.length > MAX_VALUE) return undefined;
  if (name === "id") return value === "" || /\s/.test(value) ? undefined : value;
  const shape = VALUES.get(name);
  return shape === undefined || shape.test(value) ? value : undefined;
}

/** Where a link may lead: a web page, a place in this one, a mailbox, a telephone. */
function linkAddress(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  // A script's handle; in a feed it would lead to the article itself.
  if (trimmed === "#") return undefined;
  if (/^(?:mailto|tel):[^\s]/i.test(trimmed)) return asciiOf(trimmed.slice(0, MAX_VALUE));
  return absoluteAddress(trimmed, base);
}

/** RFC 3986: whatever is not reserved, unreserved or an escape is percent-encoded. */
function asciiOf(address: string): string {
  return address
    .replace(/%(?![0-9a-f]{2})/gi, "%25")
    .replace(/[^\w.~!*'();:@&=+$,/?#%-]/gu, (character) => encodeURIComponent(character));
}

/** The candidates of a `srcset`, absolute; those without a usable address are left out. */
export function absoluteCandidates(value: string, base: string): readonly Candidate[] {
  return readSrcset(value.slice(0, MAX_VALUE)).flatMap((candidate) => {
    const url = absoluteAddress(candidate.url, base);
    return url === undefined ? [] : [{ ...candidate, url }];
  });
}

export function marksOf(element: ParsedElement): Marks {
  if (element.attrs.length === 0) return NO_MARKS;
  const names = ["class", "itemprop", "property"].map((name) => attributeValue(element, name));
  const credit = creditOf(element);
  const caption =
    attributeValue(element, "data-caption") ?? attributeValue(element, "data-image-caption");
  return {
    classes: names.join(" ").slice(0, MAX_VALUE).replaceAll(":", " ").trim().toLowerCase(),
    ...(credit === undefined ? {} : { credit: credit.slice(0, MAX_VALUE) }),
    ...(caption === undefined ? {} : { caption: caption.slice(0, MAX_VALUE) }),
  };
}

function creditOf(element: ParsedElement): string | undefined {
  const isPicture = element.tagName === "img" || element.tagName === "amp-img";
  const names = isPicture ? [...CREDITS, ...PICTURE_CREDITS] : CREDITS;
  const found = names.map((name) => attributeValue(element, name)).find(isWords);
  const agency = isPicture ? attributeValue(element, "data-agency") : undefined;
  if (agency === undefined || !isWords(agency) || found?.includes(agency)) return found;
  return found === undefined ? agency : `${found}/${agency}`;
}

/** Loaders keep addresses, numbers and settings under the same names. */
export function isWords(value: string | undefined): boolean {
  if (value === undefined || !/\p{L}/u.test(value) || /^\s*[{[]/.test(value)) return false;
  return !/^\s*(?:https?:|\.{0,2}\/|data:|\S+\.(?:jpe?g|png|gif|webp|avif)\b)/i.test(value);
}

/** What every address of such a licence holds, before it is parsed. */
const LICENCE_PATH = /licenses|publicdomain/i;
const LICENCE_ADDRESS = /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\//i;

/** The licence that a link leads to: `rel="license"`, or Creative Commons. */
export function licenceOf(element: ParsedElement, base: string): string | undefined {
  const address = attributeValue(element, "href");
  if (address === undefined) return undefined;
  const names = ["rel", "itemprop", "property"].map((name) => attributeValue(element, name) ?? "");
  const isLicence = /(?:^|[\s:])license(?:\s|$)/i.test(names.join(" "));
  if (!isLicence && !LICENCE_PATH.test(address)) return undefined;
  const license = absoluteAddress(address, base);
  if (license === undefined) return undefined;
  return isLicence || LICENCE_ADDRESS.test(license) ? license : undefined;
}

/** Its author does not want it seen. */
export function isHidden(element: ParsedElement): boolean {
  if (element.attrs.length === 0) return false;
  const hidden = attributeValue(element, "hidden");
  if (hidden !== undefined && hidden.toLowerCase() !== "until-found") return true;
  return /(?:^|;)\s{0,20}display\s{0,20}:\s{0,20}none/i.test(
    attributeValue(element, "style") ?? "",
  );
}
