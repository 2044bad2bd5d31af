/** What is wrong with the pattern of addresses, told before every record suffers from it. */
import { type AddressFacts, fillPattern } from "../articles/permalinks.ts";

/** Two articles that have nothing in common. */
const EXAMPLES: readonly AddressFacts[] = ["one", "two"].map((word, at) => ({
  path: { folders: [word], name: word, isJekyllPost: false, isDraft: false },
  slug: word,
  titleSlug: () => word,
  section: word,
  categories: [word],
  day: () => `200${at}-0${at + 1}-1${at}`,
  language: at === 0 ? "id" : "en",
}));

/** What `fillPattern` could not fill stays as it was, its braces encoded. */
const UNFILLED = /(?:\{|%7B).*?(?:\}|%7D)+|(?<=[/.-]|^):[a-z]\w*/i;

/** Reason and remedy, or undefined where the pattern gives every article an address. */
export function faultOfPermalink(
  pattern: string,
  siteUrl: string,
): { readonly reason: string; readonly remedy: string } | undefined {
  const [one, other] = EXAMPLES.map((facts) => fillPattern(pattern, facts, siteUrl));
  if (one === undefined || other === undefined) {
    return {
      reason: `"${pattern}" makes no address`,
      remedy: 'write it like "/{section}/{slug}/"',
    };
  }
  const unfilled = UNFILLED.exec(one.slice(siteUrl.length))?.[0];
  if (unfilled !== undefined) {
    const token = unfilled.replace(/%7B/gi, "{").replace(/%7D/gi, "}").replace(/%20/g, " ");
    const remedy =
      "known are {slug} {section} {folder} {categories} {year} {month} {day} {language}";
    return { reason: `nothing is known as ${token}`, remedy };
  }
  if (one !== other) return undefined;
  return { reason: "is one address for all articles", remedy: "put {slug} into it" };
}
