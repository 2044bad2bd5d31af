/** What a frame or a player shows, as an address that a reader can open. */
import { absoluteAddress } from "../addresses.ts";
import { attributeValue, type ParsedElement } from "./attributes.ts";

/** Players that have no page of their own ← the page of what they play. */
const PLAYERS: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})(?=[/?#]|$).*$/,
    "https://www.youtube.com/watch?v=$1",
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d{1,20})(?=[/?#]|$).*$/, "https://vimeo.com/$1"],
  [
    /^https?:\/\/www\.dailymotion\.com\/embed\/video\/(\w{1,20})(?=[/?#]|$).*$/,
    "https://www.dailymotion.com/video/$1",
  ],
];

/** Frames that are there for the publisher, not for readers. */
const COUNTERS = /^https?:\/\/(?:www\.googletagmanager\.com|[\w-]{1,60}\.doubleclick\.net)\//;

/**
 * Elements that become a link. Sound is among them: without `controls`, which validators take for
 * a risk, a browser shows nothing of it.
 */
export function isEmbed(tagName: string): boolean {
  return /^(?:amp-)?(?:iframe|audio)$/.test(tagName);
}

/** Undefined for a frame that shows nothing or cannot be opened. */
export function embedAddress(element: ParsedElement, base: string): string | undefined {
  const isInvisible = ["width", "height"].some((name) => {
    return /^\s{0,9}[01](?:px)?\s{0,9}$/.test(attributeValue(element, name) ?? "");
  });
  if (isInvisible) return undefined;
  for (const holder of [element, ...sourcesOf(element)]) {
    for (const name of ["src", "data-src", "data-lazy-src"]) {
      const value = attributeValue(holder, name);
      const address = value === undefined ? undefined : absoluteAddress(value, base);
      if (address === undefined || COUNTERS.test(address)) continue;
      return pageOf(address);
    }
  }
  return undefined;
}

function sourcesOf(element: ParsedElement): readonly ParsedElement[] {
  return element.childNodes
    .filter((node) => "tagName" in node)
    .filter((node) => node.tagName === "source");
}

function pageOf(address: string): string {
  for (const [player, page] of PLAYERS) {
    if (player.test(address)) return address.replace(player, page);
  }
  return address;
}
