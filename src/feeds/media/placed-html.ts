/**
 * Addresses in HTML of our own writing (`writeMarkup`): no `<` or `>` stands in a text or value,
 * and every value is in double quotes.
 */
import { escapeMarkup } from "../../articles/content/markup.ts";
import { readSrcset, writeSrcset } from "../../articles/content/srcset.ts";

const TAG = /<(?:a|audio|img|source|video) [^>]*>/g;
const ADDRESS = / (src|href|poster|srcset)="([^"]*)"/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/** @param placeOf the address in place of one; undefined leaves it. A link may lead to a paper. */
export function placeInHtml(
  html: string,
  placeOf: (url: string, isLink: boolean) => string | undefined,
): string {
  return html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (whole, name: string, escaped: string) => {
      const value = escaped.replace(/&(?:amp|lt|gt|quot);/g, (one) => REFERENCES[one] ?? one);
      const placed =
        name === "srcset"
          ? placeInSrcset(value, (url) => placeOf(url, false))
          : placeOf(value, name === "href");
      return placed === undefined ? whole : ` ${name}="${escapeMarkup(placed)}"`;
    }),
  );
}

function placeInSrcset(
  value: string,
  placeOf: (url: string) => string | undefined,
): string | undefined {
  let isPlaced = false;
  const candidates = readSrcset(value).map((candidate) => {
    const url = placeOf(candidate.url);
    isPlaced ||= url !== undefined;
    return url === undefined ? candidate : { ...candidate, url };
  });
  return isPlaced ? writeSrcset(candidates) : undefined;
}
