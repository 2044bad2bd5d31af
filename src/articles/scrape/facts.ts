/** What one line says about the article and nothing else: its dates, its authors. */
import { type MomentRead, readDateLine } from "../dates/dates.ts";
import { type Byline, readByline } from "./bylines.ts";
import { columnsOf } from "./lines.ts";
import type { Page } from "./page.ts";
import { isSameTitle } from "./titles.ts";

export interface FactsContext {
  /** BCP 47, the record's own first. */
  readonly languages: readonly string[];
  /** IANA. */
  readonly timeZone: string;
  readonly siteTitle?: string;
}

export interface Facts {
  readonly published?: MomentRead;
  readonly updated?: MomentRead;
  readonly byline?: Byline;
  /** The line says something else too, and has to stay. */
  readonly isPartial?: boolean;
}

/** UTF-16 units; a longer line is no date line. */
const LONGEST_FACTS = 200;
const MOST_PARTS = 5;
/** Columns. */
const LONGEST_PARTIAL = 80;

const PART_MARK =
  /\s*[|｜•·]\s*|\s+[-–—/]\s+|\s+(?=(?:来源|來源|作者|记者|記者|编辑|編輯|责任编辑|責任編輯)[:：])/u;
/** The paper that a Chinese page took its story from. */
const SOURCE = /^(?:来源|來源)[:：]\s?\S{1,20}$/u;
/** "Posted on 4 May 2019 by admin": an account need not have the shape of a name. */
const DATED_BY =
  /^(\D{0,40}\d[^|]{3,60}?)\s+(?:by|oleh|por|par|von)\s+(\S{2,30}(?: \S{1,30}){0,3})$/iu;
/** The time alone, behind the date that has a part of its own. */
const LONE_TIME = /^\d{1,2}[:.]\d{2}(?:\s?[ap]m)?(?:\s[A-Z]{2,5})?$/iu;
const MOST_CUTS = 12;
/** A comma or a space, and the little word before a date. */
const CUT = /(?:[,،，]\s*|\s+)(?:(?:on|at|pada|el|le|em|am|den|il|в|о|vào|tarihinde)\s+)?/gu;
const ACCOUNT = /^[a-z][a-z\d._-]{1,29}$/;
const PLACE = /^\p{L}[\p{L}\p{M} .'’-]{1,30}$/u;
const AGENCY = /^\p{Lu}{2,8}$/u;

export function readFacts(page: Page, at: number, context: FactsContext): Facts | undefined {
  const line = page.lines[at];
  if (!line || line.wrapped) return undefined;
  return line.text.length > LONGEST_FACTS ? undefined : readFactsOf(line.text, context);
}

function readFactsOf(text: string, context: FactsContext): Facts | undefined {
  const whole = readPart(text, context) ?? readTwoParts(text, context);
  if (whole) return whole;
  const signed = readDatedBy(text, context);
  if (signed) return signed;
  const parts = text.split(PART_MARK).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  let merged: Facts = {};
  for (const part of parts) {
    const found = readPart(part, context);
    if (found) merged = mergeFacts(merged, found);
    else if (!isAside(part, context)) merged = { ...merged, isPartial: true };
  }
  const isDated = merged.published !== undefined || merged.updated !== undefined;
  // "Ada Flint - 3 May 2024": whether Ada Flint is a person or a paper is not said.
  if (merged.isPartial) return isDated && columnsOf(text) <= LONGEST_PARTIAL ? merged : undefined;
  return isDated || merged.byline ? merged : undefined;
}

function mergeFacts(known: Facts, found: Facts): Facts {
  if (!known.byline || !found.byline) return { ...known, ...found };
  const names = [...known.byline.names, ...found.byline.names];
  return { ...known, ...found, byline: { ...known.byline, names } };
}

/** "By Ada Flint on 3 May 2024"; of "Jakarta, 3 May 2024" only the date is known. */
function readTwoParts(text: string, context: FactsContext): Facts | undefined {
  for (const cut of [...text.matchAll(CUT)].slice(0, MOST_CUTS)) {
    const before = text.slice(0, cut.index);
    const byline = readByline(before);
    const isPlace = /^[,،，]/u.test(cut[0]) && PLACE.test(before);
    if (!byline && !isPlace) continue;
    const date = readDateLine(text.slice(cut.index + cut[0].length), context);
    if (date) return byline ? { ...date, byline } : { ...date, isPartial: true };
  }
  return undefined;
}

function readDatedBy(text: string, context: FactsContext): Facts | undefined {
  const [, before = "", name = ""] = DATED_BY.exec(text) ?? [];
  const date = before === "" ? undefined : readDateLine(before, context);
  const byline = readByline(`by: ${name}`);
  if (!date || !(byline || ACCOUNT.test(name))) return undefined;
  return { ...date, ...(byline && { byline }) };
}

function readPart(text: string, context: FactsContext): Facts | undefined {
  const date = readDateLine(text, context);
  if (date) return date;
  const byline = readByline(text);
  return byline && { byline };
}

function isAside(part: string, context: FactsContext): boolean {
  if (LONE_TIME.test(part) || SOURCE.test(part) || AGENCY.test(part)) return true;
  return context.siteTitle !== undefined && isSameTitle(part, context.siteTitle);
}
