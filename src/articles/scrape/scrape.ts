/** A page saved as plain text: its title, dates, authors and tags, and its story as HTML. */
import type { MomentRead } from "../dates/dates.ts";
import { readBlocks } from "./blocks.ts";
import { readHead } from "./head.ts";
import { readLines } from "./lines.ts";
import { findFurniture, readPage } from "./page.ts";
import { renderBlocks } from "./story-html.ts";

export interface ScrapeContext {
  /** BCP 47: the record's own, then the site's. */
  readonly languages: readonly string[];
  /** IANA: the zone of dates that name none. */
  readonly timeZone: string;
  readonly siteTitle?: string;
  /** The title, where the record gives it elsewhere: copies of it in the text go. */
  readonly title?: string;
}

export interface Scrape {
  /** One line of plain text; absent where no line is surely the title. */
  readonly title?: string;
  /** Counted from 1. */
  readonly titleLine?: number;
  readonly published?: MomentRead;
  readonly updated?: MomentRead;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Of `p`, `h2`, `br`, `ul`, `li`, and `figure > figcaption > small` for a picture's credit. */
  readonly html: string;
}

/**
 * Page furniture goes, the story stays: a line is left out only where it is surely a menu, a
 * button, an advert, a copy of the title, a date line or a byline. Linear in the length of `text`.
 */
export function readScrape(text: string, context: ScrapeContext): Scrape {
  const page = readPage(readLines(text), context);
  const { taken, tags } = findFurniture(page);
  const read = [...taken];
  const head = readHead(page, context, read);
  return { ...head, tags, html: renderBlocks(readBlocks(page, read)) };
}
