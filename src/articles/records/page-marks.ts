/**
 * What page templates mark by class, itemprop or rel (microformats, microdata, WordPress, Blogger):
 * title, date, people and tags of a post, and the furniture around its story.
 */
import { readDate } from "../dates/dates.ts";
import { plainLine } from "../plain-text.ts";
import type { RawFields } from "../record.ts";
import {
  attributeOf,
  type Element,
  elementsOf,
  findElement,
  type Parent,
  textOf,
} from "./html-tree.ts";
import { type Weight, weighTexts } from "./text-weights.ts";

/** The facts that the marks of a post tell, and the elements that hold nothing else. */
export interface PageMarks {
  readonly found: RawFields;
  readonly spent: readonly Element[];
}

const TITLES = /^(?:entry-title|post-title|p-name|article-title|article__title)$/;
const DATES =
  /^(?:published|dt-published|entry-date|post-date|posted-on|date|date-header|article-date|article__date|post-timestamp|publish-date|pubdate|tanggal)$/;
const BYLINES = /^(?:byline|author|vcard|post-author|entry-author|article-author|p-author)$/;
const NAMES = /^(?:fn|p-author|author)$/;
const FRAMES = /^(?:(?:site-|page-)?(?:header|footer)|sidebar|menu|navigation)$/;
const COMMENTS =
  /^(?:comment(?:s|-list|s-area|-respond|-body|-author)?|wp-caption|image-caption|credit|pull-?quote)$/;
const OTHERS = new Set(["figure", "figcaption", "blockquote"]);
const AROUND_POSTS = /^(?:hentry|h-entry|post|blog-post)$/;

/** Boxes that no template uses for the story. A class that could also be an author's is not here. */
const FURNITURE = new Set([
  ...["share", "sharing", "share-buttons", "share-bar", "share-links", "social-share"],
  ...["social-sharing", "social-links", "sharedaddy", "addtoany_share_save_container"],
  ...["a2a_kit", "addthis_toolbox", "jp-relatedposts", "related", "related-posts"],
  ...["related-articles", "related-links", "yarpp-related", "read-more-links", "baca-juga"],
  ...["ad", "ads", "ad-slot", "ad-container", "advertisement", "adsbygoogle", "parallax-ads"],
  ...["newsletter", "newsletter-signup", "newsletter-form", "subscribe-box", "comments"],
  ...["comments-area", "comment-list", "comment-respond", "breadcrumb", "breadcrumbs"],
  ...["post-navigation", "nav-links", "post-footer", "entry-footer", "entry-meta"],
  ...["post-meta", "tags-links", "cat-links", "post-tags", "post-labels", "author-box"],
  ...["screen-reader-text", "skip-link", "skip-links"],
]);

/** UTF-16 units: longer than any date or byline, shorter than a paragraph. */
const MAX_LINE = 120;
const ZONES_MS = 36 * 3_600_000;
const MAX_TAGS = 100;

const classesOf = (element: Element) => (attributeOf(element, "class") ?? "").split(/\s+/);
const marked = (element: Element, marks: RegExp) =>
  classesOf(element).some((name) => marks.test(name));
const isItem = (element: Element, name: string) =>
  (attributeOf(element, "itemprop") ?? "").split(/\s+/).includes(name);

/** The post whose story it is: other posts of the page have dates and people of their own. */
export function postAround(story: Element): Element {
  for (let at: Parent | null = story; at !== null && "tagName" in at; at = at.parentNode) {
    if (at.tagName === "article" || marked(at, AROUND_POSTS)) return at;
  }
  return story;
}

/**
 * @param language of the page, for its dates in words
 * @param known the date that the head of the page gives: another one belongs to the story
 */
export function readPageMarks(
  post: Element,
  story: Element,
  language = "en-GB",
  known?: string,
): PageMarks {
  const elements = [...elementsOf(post)];
  const weigh = weighTexts(post);
  const others = othersIn(elements);
  const lines = elements.filter((element) => {
    return weigh(element).characters <= MAX_LINE && !others.has(element);
  });
  const heading =
    elements.find(({ tagName }) => tagName === "h1") ??
    elements.find((element) => marked(element, TITLES) || isItem(element, "headline"));
  const date = firstRead(lines, (element) => dateOf(element, language));
  const author = firstRead(lines, authorOf);
  const found = {
    ...(heading === undefined ? {} : { title: lineOf(heading) }),
    ...(date === undefined ? {} : { date: date.value }),
    ...(author === undefined ? {} : { author: author.value }),
    ...termsOf(lines),
  };
  const bylines = lines.filter((element) => isByline(element, weigh(element)));
  const isPage = story.tagName === "body";
  // A class that is the mark of most of the story says too much.
  const half = weigh(story).characters / 2;
  const furniture = [...elementsOf(story)].filter(
    (element) =>
      (isFurniture(element) || (isPage && isFrame(element, story))) &&
      weigh(element).characters < half,
  );
  const isOwnDate = date !== undefined && isSameDay(date.value, known ?? date.value, language);
  const spent = [heading, isOwnDate ? date.element : undefined, ...bylines, ...furniture];
  return { found, spent: spent.filter((element) => element !== undefined) };
}

/** Everything in comments, pictures and quotations, whose people and dates are others. */
function othersIn(elements: readonly Element[]): ReadonlySet<Element> {
  const within = new Set<Element>();
  for (const element of elements) {
    if (within.has(element)) continue;
    const isBox =
      OTHERS.has(element.tagName) ||
      marked(element, COMMENTS) ||
      isNamed(element, /^comments$/) ||
      /ImageObject$/.test(attributeOf(element, "itemtype") ?? "");
    if (isBox) for (const part of elementsOf(element)) within.add(part);
  }
  return within;
}

interface Read {
  readonly element: Element;
  readonly value: string;
}

function firstRead(
  elements: readonly Element[],
  read: (element: Element) => string | undefined,
): Read | undefined {
  for (const element of elements) {
    const value = read(element);
    if (value !== undefined) return { element, value };
  }
  return undefined;
}

/** A text counts only where all of it is a date: "date" is also the class of other things. */
function dateOf(element: Element, language: string): string | undefined {
  const isDate = isItem(element, "datePublished") || marked(element, DATES);
  if (!isDate) return undefined;
  const attributes = ["datetime", "content", "title"].map((name) => attributeOf(element, name));
  return [...attributes, lineOf(element)].find((text) => msOf(text, language) !== undefined);
}

function msOf(text: string | undefined, language: string): number | undefined {
  if (text === undefined || text.length > MAX_LINE || !/\d/.test(text)) return undefined;
  const read = readDate(text, { languages: [language], timeZone: "UTC" });
  return "ms" in read ? read.ms : undefined;
}

/** Near enough in any two zones. */
function isSameDay(one: string, other: string, language: string): boolean {
  const [first, second] = [msOf(one, language), msOf(other, language)];
  return first !== undefined && second !== undefined && Math.abs(first - second) <= ZONES_MS;
}

function authorOf(element: Element): string | undefined {
  const isAuthor =
    marked(element, NAMES) ||
    isItem(element, "author") ||
    (attributeOf(element, "rel") ?? "").split(/\s+/).includes("author");
  if (!isAuthor) return undefined;
  const line = lineOf(element)?.replace(/^\p{L}[\p{L} ]{0,30}[:：]\s*/u, "");
  return line !== undefined && line.length <= 60 && !/[.!?:]$/.test(line) ? line : undefined;
}

function isByline(element: Element, weight: Weight): boolean {
  const isBox = /^(?:p|div|span|address)$/.test(element.tagName);
  return isBox && weight.pictures === 0 && marked(element, BYLINES);
}

function isFurniture(element: Element): boolean {
  return classesOf(element).some((name) => FURNITURE.has(name.toLowerCase()));
}

/** Head, foot and sides of a page that does not say where its story is; not the story's own head. */
function isFrame(element: Element, page: Element): boolean {
  const above = element.parentNode;
  const isOuter =
    above === page || (above !== null && "tagName" in above && above.parentNode === page);
  if (!isOuter || findElement(element, ({ tagName }) => tagName === "h1")) return false;
  if (/^(?:header|footer)$/.test(element.tagName)) return true;
  return element.tagName === "div" && (marked(element, FRAMES) || isNamed(element, FRAMES));
}

function isNamed(element: Element, names: RegExp): boolean {
  return names.test(attributeOf(element, "id") ?? "");
}

/** Links with `rel="tag"`; WordPress writes `rel="category tag"` for its sections. */
function termsOf(elements: readonly Element[]): RawFields {
  const links = elements.filter(({ tagName }) => tagName === "a").slice(0, 20 * MAX_TAGS);
  const terms = (isSought: (rel: readonly string[]) => boolean) =>
    links
      .filter((link) => isSought((attributeOf(link, "rel") ?? "").toLowerCase().split(/\s+/)))
      .flatMap((link) => lineOf(link) ?? [])
      .slice(0, MAX_TAGS);
  const section = terms((rel) => rel.includes("category"));
  const tags = terms((rel) => rel.includes("tag") && !rel.includes("category"));
  return { ...(section.length > 0 ? { section } : {}), ...(tags.length > 0 ? { tags } : {}) };
}

function lineOf(element: Element): string | undefined {
  const text = plainLine(textOf(element));
  return text === "" ? undefined : text;
}
