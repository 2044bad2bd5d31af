/** Files of our own on a page: named from the page, so that they show wherever the folder lies. */
import { escapeMarkup } from "../../articles/content/markup.ts";
import type { Html } from "./markup.ts";
import type { PageContext } from "./page-context.ts";

/** Written by our own serialiser: no "<" or ">" stands in a value. */
const TAG = /<(?:a|img|audio|video|source|track) [^<>]*>/g;
const ADDRESS = / (?:src|srcset|poster|href)="[^"]*"/g;

/** The HTML with what lies below the folder of all pages named by relative links. */
export function withOwnFiles(html: Html, { root, self, linkTo }: PageContext): Html {
  if (root === undefined || self === undefined) return html;
  const written = escapeMarkup(root);
  const way = linkTo(root);
  if (way === root || !html.includes(written)) return html;
  const named = (attribute: string) => attribute.replaceAll(written, escapeMarkup(way));
  return html.replace(TAG, (tag) => tag.replace(ADDRESS, named)) as Html;
}
