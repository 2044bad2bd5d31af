/** The address of an article: its own field, the site's pattern, or its generator's habit. */
import { absoluteAddress } from "./addresses.ts";
import type { PathFacts } from "./record-path.ts";
import { slugOf, slugOfFileName } from "./slugs.ts";

export interface AddressFacts {
  readonly path: PathFacts;
  /** The record's own slug, or the one of its file. */
  readonly slug: string;
  /** The slug of the title, asked for by `{{ title | slugify }}`. */
  readonly titleSlug: () => string;
  readonly section?: string;
  readonly categories: readonly string[];
  /** The day of publication in the site's zone, ISO. */
  readonly day: () => string;
  /** Only where it differs from the site's. */
  readonly language?: string;
}

/** The names that Jekyll gives to its patterns. */
const JEKYLL_STYLES: ReadonlyMap<string, string> = new Map([
  ["date", "/{categories}/{year}/{month}/{day}/{slug}.html"],
  ["pretty", "/{categories}/{year}/{month}/{day}/{slug}/"],
  ["ordinal", "/{categories}/{year}/{y_day}/{slug}.html"],
  ["none", "/{categories}/{slug}.html"],
]);

/** Where nothing is configured: as Jekyll does by default, or as Hugo, Astro and Eleventy do. */
export function defaultPattern(path: PathFacts): string {
  return path.isJekyllPost && path.date !== undefined ? "date" : "/{language}/{folder}/{slug}/";
}

/** Whether Liquid or Nunjucks stand in a permalink that we cannot fill: `{{ page.lang }}`. */
export function isForeignTemplate(pattern: string): boolean {
  return /\{[{%]/.test(inOurTokens(pattern));
}

/**
 * Fills a pattern: `{slug}`, `{section}`, `{folder}`, `{categories}`, `{year}`, `{month}`, `{day}`,
 * `{language}`; also in the spelling of Hugo and Jekyll, `:slug`, and of Eleventy,
 * `{{ page.fileSlug }}`. Empty parts vanish.
 *
 * @returns an absolute ASCII address on the site, or undefined where the pattern makes none.
 */
export function fillPattern(
  pattern: string,
  facts: AddressFacts,
  siteUrl: string,
): string | undefined {
  const style = inOurTokens(JEKYLL_STYLES.get(pattern) ?? pattern);
  const filled = style.replace(/\{(\w+)\}|:([a-z]\w*)/g, (token, braced, coloned) => {
    return TOKENS.get(braced ?? coloned)?.(facts) ?? token;
  });
  const [path = "", ...query] = filled.split(/(?=[?#])/);
  const parts = path.split("/").filter((part) => part !== "" && !CLIMBING.test(part));
  const end = /(?:^|\/)$/.test(path) || parts.at(-1) === "index.html" ? "/" : "";
  if (parts.at(-1) === "index.html") parts.pop();
  const inner = `./${parts.map(escapePart).join("/")}${parts.length > 0 ? end : ""}`;
  return absoluteAddress(inner + query.join(""), siteUrl);
}

/** A part of dots only, plain or encoded, would climb out of the site's folder. */
const CLIMBING = /^(?:\.|%2e)+$/i;

/** What Eleventy's templates say most, in our words. */
const TEMPLATE_TOKENS: readonly (readonly [RegExp, string])[] = [
  [/\{\{-?\s*page\.fileSlug\s*(?:\|\s*slug(?:ify)?\s*)?-?\}\}/g, "{slug}"],
  [/\{\{-?\s*(?:page\.)?filePathStem\s*-?\}\}/g, "{folder}/{slug}"],
  [/\{\{-?\s*(?:title|slug)\s*\|\s*slug(?:ify)?\s*-?\}\}/g, "{titleslug}"],
  [/\{\{-?\s*slug\s*-?\}\}/g, "{titleslug}"],
  [
    /\{\{-?\s*(?:page\.)?date\s*\|\s*date:?\s*\(?["']%Y\/%m\/%d["']\)?\s*-?\}\}/g,
    "{year}/{month}/{day}",
  ],
];

function inOurTokens(pattern: string): string {
  if (!pattern.includes("{{")) return pattern;
  return TEMPLATE_TOKENS.reduce((text, [known, token]) => text.replace(known, token), pattern);
}

type TokenValue = (facts: AddressFacts) => string;

const bySlug: TokenValue = ({ slug }) => slug;
const byFolder: TokenValue = ({ path }) => {
  return path.folders.map((name) => slugOfFileName(name, false)).join("/");
};
const byLanguage: TokenValue = ({ language }) => language ?? "";

const TOKENS: ReadonlyMap<string, TokenValue> = new Map([
  ["slug", bySlug],
  ["title", bySlug],
  ["name", bySlug],
  ["filename", bySlug],
  ["contentbasename", bySlug],
  ["slugorfilename", bySlug],
  ["titleslug", ({ titleSlug }) => titleSlug()],
  ["section", ({ section }) => (section === undefined ? "" : slugOf(section))],
  ["categories", ({ categories }) => categories.map(slugOf).join("/")],
  ["folder", byFolder],
  ["sections", byFolder],
  ["path", byFolder],
  ["language", byLanguage],
  ["lang", byLanguage],
  ["year", ({ day }) => day().slice(0, 4)],
  ["short_year", ({ day }) => day().slice(2, 4)],
  ["month", ({ day }) => day().slice(5, 7)],
  ["i_month", ({ day }) => String(Number(day().slice(5, 7)))],
  ["day", ({ day }) => day().slice(8)],
  ["i_day", ({ day }) => String(Number(day().slice(8)))],
  ["y_day", ({ day }) => dayOfYear(day())],
  ["output_ext", () => ".html"],
]);

/** `032` for the first of February. */
function dayOfYear(day: string): string {
  const startMs = Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`);
  const days = (Date.parse(`${day}T00:00:00Z`) - startMs) / 86_400_000 + 1;
  return String(days).padStart(3, "0");
}

/** What is encoded already stays so; a lone "%" or a backslash would change its meaning. */
function escapePart(part: string): string {
  return part.replace(/%(?![\da-f]{2})|\\/gi, encodeURIComponent);
}
