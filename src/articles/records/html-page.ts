/**
 * An HTML record: front matter and a fragment, or a whole page as a scraper saved it. A page's
 * facts are read from JSON-LD (schema.org Article), `meta` elements and the article element.
 */
import { serialize } from "parse5";
import { textOf as textOfField } from "../field-values.ts";
import { hasField } from "../fields.ts";
import { plainLine } from "../plain-text.ts";
import {
  noRecord,
  oneRecord,
  type RawFields,
  type RecordFile,
  type RecordsRead,
} from "../record.ts";
import { readFrontMatter } from "./front-matter.ts";
import {
  attributeOf,
  detachAll,
  type Element,
  elementsOf,
  findElement,
  type Parent,
  parsePage,
  parsePart,
  textOf,
} from "./html-tree.ts";
import { readLinkedData } from "./linked-data.ts";
import { linkedBlocks, linkedImages, shownImages } from "./page-images.ts";
import { postAround, readPageMarks } from "./page-marks.ts";

/** Field of the record ← names of `meta` elements (name, property or itemprop), best first. */
const META_FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ["title", ["og:title", "twitter:title", "dc.title", "headline"]],
  [
    "date",
    [
      ...["article:published_time", "datepublished", "date", "dc.date", "pubdate"],
      ...["parsely-pub-date", "sailthru.date", "dc.date.issued", "publish-date"],
    ],
  ],
  ["updated", ["article:modified_time", "datemodified", "og:updated_time", "last-modified"]],
  ["author", ["author", "article:author:name", "dc.creator", "parsely-author", "sailthru.author"]],
  ["section", ["article:section", "articlesection", "parsely-section"]],
  ["tags", ["article:tag", "keywords", "news_keywords"]],
  ["summary", ["og:description", "description", "twitter:description"]],
  ["image", ["og:image", "og:image:url", "twitter:image", "twitter:image:src"]],
  ["image_alt", ["og:image:alt", "twitter:image:alt"]],
  ["url", ["og:url"]],
];

/** Places where page templates put the story, most exact first. */
const STORY_CLASSES =
  /(?:^|\s)(?:entry-content|post-content|article-content|article-body|article__body|post-body|story-body|e-content)(?:\s|$)/;

/** Parts of a page that are never the story. */
const FURNITURE = new Set(["nav", "form", "script", "style", "template", "dialog"]);

export function readHtmlFile(file: RecordFile): RecordsRead {
  const matter = readFrontMatter(file.text);
  if ("reason" in matter) return noRecord(file, matter);
  const { fields, lineOf } = matter;
  const isPage = /<(?:!doctype|html|head|body)[\s>]/i.test(matter.body.slice(0, 2000));
  const { found, body } = isPage ? readPage(matter.body) : readFragment(matter.body, fields);
  return oneRecord(file, { fields, found, body: { form: "html", source: body }, lineOf });
}

interface PageRead {
  readonly found: RawFields;
  readonly body: string;
}

/** The first heading is the title, unless the record gives another: then it is the story's. */
function readFragment(source: string, fields: RawFields): PageRead {
  if (!/<h1[\s>]/i.test(source)) return { found: {}, body: source };
  const tree = parsePart(source);
  const heading = findElement(tree, (element) => element.tagName === "h1");
  const title = textIn(heading);
  if (heading === undefined || title === undefined) return { found: {}, body: source };
  if (hasField(fields, "title")) {
    const given = textOfField(fields["title"] ?? fields["headline"]);
    if (given !== title) return { found: {}, body: source };
  }
  detachAll([heading]);
  return { found: { title }, body: serialize(tree) };
}

function readPage(source: string): PageRead {
  const tree = parsePage(source);
  const meta = metaFields(tree);
  const linked = linkedDataFields(tree);
  const found: Record<string, unknown> = { ...meta, ...linked };
  const story = findStory(tree);
  if (story === undefined) return { found, body: serialize(tree) };
  const html = findElement(tree, (element) => element.tagName === "html");
  found["lang"] ??= html === undefined ? undefined : attributeOf(html, "lang");
  const time = findElement(story, (element) => attributeOf(element, "datetime") !== undefined);
  found["date"] ??= time === undefined ? undefined : attributeOf(time, "datetime");
  const marks = readPageMarks(
    postAround(story),
    story,
    textOfField(found["lang"]),
    textOfField(found["date"]),
  );
  for (const [field, value] of Object.entries(marks.found)) found[field] ??= value;
  // A page's own headline; og:title and title often carry the name of the site behind it.
  const ownTitle = findElement(tree, (element) => element.tagName === "title");
  const { title: heading } = marks.found;
  const titles = [linked["title"], heading, meta["title"], textIn(ownTitle)].map(textOfField);
  found["title"] = titles.find((title) => title !== undefined);
  const images = shownImages(linkedImages(tree), story, found["image"]);
  if (images.lead !== undefined) found["image"] = images.lead;
  if (images.others.length > 0) found["images"] = images.others;
  const furniture = [...elementsOf(story)].filter((part) => FURNITURE.has(part.tagName));
  const dateLine = dateLineOf(time, found["date"]);
  detachAll(marks.spent);
  detachAll([dateLine, ...furniture].filter((part) => part !== undefined));
  return { found, body: serialize(story) };
}

/** The box that holds nothing but the date of the article; the feed has a place of its own for it. */
function dateLineOf(time: Element | undefined, date: unknown): Element | undefined {
  const day = time === undefined ? undefined : attributeOf(time, "datetime")?.slice(0, 10);
  if (time === undefined || day !== String(date).slice(0, 10)) return undefined;
  const box = time.parentNode;
  const isAlone = box !== null && "tagName" in box && textIn(box) === textIn(time);
  return isAlone && /^(?:p|div|span|header)$/.test(box.tagName) ? box : time;
}

function metaFields(tree: Parent): RawFields {
  const found = new Map<string, string[]>();
  let canonical: string | undefined;
  for (const element of elementsOf(tree)) {
    if (
      element.tagName === "link" &&
      /^\s*canonical\s*$/i.test(attributeOf(element, "rel") ?? "")
    ) {
      canonical ??= attributeOf(element, "href");
    }
    if (element.tagName !== "meta") continue;
    const content = attributeOf(element, "content") ?? "";
    const name = ["property", "name", "itemprop"]
      .map((key) => attributeOf(element, key))
      .find(Boolean);
    if (name === undefined || content.trim() === "") continue;
    const contents = found.get(name.toLowerCase()) ?? [];
    contents.push(content);
    found.set(name.toLowerCase(), contents);
  }
  const fields: Record<string, unknown> = {};
  for (const [field, names] of META_FIELDS) {
    const values = names.map((name) => found.get(name)).find((list) => list !== undefined);
    if (values !== undefined) fields[field] = field === "tags" ? values.join(",") : values[0];
  }
  return canonical === undefined ? fields : { ...fields, url: canonical };
}

/** The first schema.org Article that the page describes in JSON-LD. */
function linkedDataFields(tree: Parent): RawFields {
  for (const block of linkedBlocks(tree)) {
    const fields = readLinkedData(block);
    if (Object.keys(fields).length > 0) return fields;
  }
  return {};
}

function findStory(tree: Parent): Element | undefined {
  const all = [...elementsOf(tree)];
  const articles = all.filter((element) => element.tagName === "article");
  return (
    all.find((element) => attributeOf(element, "itemprop") === "articleBody") ??
    all.find((element) => STORY_CLASSES.test(attributeOf(element, "class") ?? "")) ??
    (articles.length === 1 ? articles[0] : undefined) ??
    all.find((element) => element.tagName === "main") ??
    all.find((element) => element.tagName === "body")
  );
}

function textIn(element: Element | undefined): string | undefined {
  const text = element === undefined ? "" : plainLine(textOf(element));
  return text === "" ? undefined : text;
}
