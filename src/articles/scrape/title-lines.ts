/** Where on the page its title stands, and every copy of it. */
import { plainLine } from "../plain-text.ts";
import { readLoneCredit } from "./credit-lines.ts";
import { isSectionName } from "./furniture.ts";
import { columnsOf, endsWithFullStop } from "./lines.ts";
import type { Page } from "./page.ts";
import {
  bestTitle,
  isSameTitle,
  looksLikeTitle,
  siteNameBehind,
  stripSiteName,
  titleKey,
} from "./titles.ts";

interface TitleFound {
  readonly title?: string;
  /** Counted from 1. */
  readonly titleLine?: number;
  /** Indexes of the lines that say it, and of the sections' names above it. */
  readonly copies: readonly number[];
}

/** Columns: a shorter line that says the title again may be a refrain, or a subheading. */
const SURE_COPY = 12;
/** Scrapers write the address of the page above it. */
const ADDRESS = /^https?:\/\/[^\s]{4,}$/i;

export function findTitle(
  page: Page,
  context: { readonly title?: string; readonly siteTitle?: string },
  isFree: (at: number) => boolean,
): TitleFound {
  const given = context.title?.trim() || undefined;
  const named = nameLines(page, context.siteTitle);
  const start = given === undefined ? findStart(named, isFree) : undefined;
  const text = given ?? (start === undefined ? undefined : named.lines[start]?.text);
  if (text === undefined) return { copies: [] };
  const copies: number[] = [];
  for (let at = 0; at < page.lines.length; at += 1) {
    if (at === start || isCopy(named, at, text)) copies.push(at);
  }
  const best = bestTitle(copies.flatMap((at) => named.lines[at] ?? []));
  return {
    title: plainLine(given ?? best?.text ?? text),
    ...(best && { titleLine: best.number }),
    copies: [...copies, ...findNamesAbove(page, best?.text ?? text, copies, isFree)],
  };
}

/** The section above the title, and the site that a copy of the title names. */
function findNamesAbove(
  page: Page,
  title: string,
  copies: readonly number[],
  isFree: (at: number) => boolean,
): readonly number[] {
  const key = titleKey(title);
  const sites = new Set<string>();
  for (const at of copies.slice(0, page.headEnd)) {
    const name = siteNameBehind(page.lines[at]?.text ?? "", key);
    if (name !== undefined) sites.add(titleKey(name));
  }
  const first = copies[0] ?? 0;
  return headIndexes(page).filter((at) => {
    if (!isFree(at)) return false;
    const isAbove = isSectionOn(page, at) || ADDRESS.test(page.lines[at]?.text ?? "");
    return (at < first && isAbove) || sites.has(titleKey(page.lines[at]?.text ?? ""));
  });
}

function headIndexes(page: Page): readonly number[] {
  return [...page.lines.slice(0, page.headEnd).keys()];
}

/** The page with "Title - Site name" as "Title" in its head and tail. */
function nameLines(page: Page, siteTitle?: string): Page {
  if (siteTitle === undefined) return page;
  const lines = page.lines.map((line, at) => {
    if (at >= page.headEnd && at < page.tailStart) return line;
    return { ...line, text: stripSiteName(line.text, siteTitle) };
  });
  return { ...page, lines };
}

function isSectionOn(page: Page, at: number): boolean {
  const line = page.lines[at];
  return line !== undefined && isSectionName(line);
}

/** What the head says twice; else its first line that can be a title. */
function findStart(page: Page, isFree: (at: number) => boolean): number | undefined {
  const free = headIndexes(page).filter(isFree);
  const textAt = (at: number) => page.lines[at]?.text ?? "";
  const isRepeated = (at: number) =>
    free.some((other) => other !== at && isSameTitle(textAt(at), textAt(other)));
  const repeated = free.find((at) => columnsOf(textAt(at)) >= 8 && isRepeated(at));
  if (repeated !== undefined && !readLoneCredit(textAt(repeated))) return repeated;
  const fit = free.filter((at) => {
    const line = page.lines[at];
    return line && looksLikeTitle(line) && !ADDRESS.test(line.text) && !readLoneCredit(line.text);
  });
  const best =
    fit.find((at) => !isSectionOn(page, at) && !isCaption(page, at)) ??
    fit.find((at) => !isSectionOn(page, at)) ??
    fit[0];
  // The only line of a text is its story: the caller makes a title from it.
  const hasStory = page.lines.some((_, at) => at !== best && isFree(at));
  return hasStory ? best : undefined;
}

/** Right above a credit that has no caption of its own. */
function isCaption(page: Page, at: number): boolean {
  const next = page.lines[at + 1];
  return next !== undefined && !next.opens && readLoneCredit(next.text)?.caption === "";
}

function isCopy(page: Page, at: number, title: string): boolean {
  const line = page.lines[at];
  if (!line) return false;
  if (at < page.headEnd) return isSameTitle(line.text, title);
  if (Math.abs(line.text.length - title.length) > 60) return false;
  const isAlone = line.opens && (page.lines[at + 1]?.opens ?? true);
  if (at === page.headEnd) return titleKey(line.text) === titleKey(title);
  if (at >= page.tailStart) return isAlone && isSameTitle(line.text, title);
  return (
    isAlone &&
    line.columns >= SURE_COPY &&
    !endsWithFullStop(line.text) &&
    titleKey(line.text) === titleKey(title)
  );
}
