/** The story of a record: its body in one of the two forms that become content. */
import type { Body } from "./article.ts";
import type { MomentRead } from "./dates/dates.ts";
import { textOf } from "./field-values.ts";
import type { Fields } from "./fields.ts";
import type { ArticleRecord, RawBody } from "./record.ts";
import { readScrape } from "./scrape/scrape.ts";

export interface Story {
  readonly body: Body;
  /** What a plain text page tells besides: title, dates, authors and tags in its head and foot. */
  readonly title?: string;
  readonly published?: MomentRead;
  readonly updated?: MomentRead;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

interface StoryContext {
  readonly siteTitle: string;
  readonly timeZone: string;
  /** The record's own first. */
  readonly languages: readonly string[];
}

const HTML =
  /<(?:p|div|br|h[1-6]|ul|ol|li|figure|img|blockquote|table|a|strong|em|b|i|span)[\s/>]/i;
const MARKDOWN = /^(?:#{1,6} |[*-] |\d+\. |> |```)|\*\*\S|!?\[[^\]\n]*\]\([^)\n]+\)/m;

export function readStory(record: ArticleRecord, fields: Fields, context: StoryContext): Story {
  const { form, source } = record.body ?? bodyOfFields(fields);
  if (form !== "text") return { body: { form, source }, authors: [], tags: [] };
  const title = textOf(fields.get("title")?.value);
  const scrape = readScrape(source, { ...context, ...(title === undefined ? {} : { title }) });
  const { html, titleLine, ...told } = scrape;
  return { ...told, body: { form: "html", source: html } };
}

/** The body among the fields of a JSON record; its name or its look tells the form. */
function bodyOfFields(fields: Fields): RawBody {
  for (const form of ["markdown", "html", "text"] as const) {
    const source = proseOf(fields.get(form)?.value);
    if (source !== undefined) return { form, source };
  }
  const source = proseOf(fields.get("body")?.value) ?? "";
  if (HTML.test(source)) return { form: "html", source };
  return { form: MARKDOWN.test(source) ? "markdown" : "text", source };
}

/** A text, or a list of paragraphs. */
function proseOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  return value.filter((part) => typeof part === "string").join("\n\n");
}
