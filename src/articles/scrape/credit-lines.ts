/** Picture credits among the lines of a scrape. The picture is lost; its credit is not. */
import { readCreditLine } from "../credits/credit-line.ts";
import { LONG_LINE } from "./lines.ts";

export interface LoneCredit {
  /** As found, for `<small>`. */
  readonly raw: string;
  /** Empty where the line is a credit and nothing else. */
  readonly caption: string;
}

/** UTF-16 units: a longer line is asked only where it ends as a caption with its credit does. */
const PROSE_LENGTH = 120;
const CREDIT_MARK = /[©()（）[\]【】/／|:：=–—-]/u;

/** By its shape: prose is not worth the reading. */
export function mayHoldCredit(text: string): boolean {
  if (text.length > LONG_LINE) return false;
  return text.length <= PROSE_LENGTH || CREDIT_MARK.test(text.slice(-100));
}

/** UTF-16 units: names and a house need no more. */
const LONGEST_LABELLED = 80;
/** A label with its colon, or a sign: behind it only names are looked for. */
const LABELLED = /^[([（]?\s?(?:©|[\p{L}\p{M} .]{2,30}\s?[:：＝=])/u;

/** @param isBelowLine one other line stands right above it, and nothing else beside the two. */
export function readLoneCredit(text: string, isBelowLine = false): LoneCredit | undefined {
  if (!mayHoldCredit(text)) return undefined;
  const read = readCreditLine(text, "lone-line") ?? (isBelowLine ? readBelow(text) : undefined);
  if (!read) return undefined;
  const caption = read.caption ?? "";
  const raw = text.startsWith(caption) ? text.slice(caption.length).trim() : read.credit.raw;
  return raw ? { raw, caption } : undefined;
}

/** Under its caption a label is surer of a name than alone: "Foto: Rani", "Quelle: dpa". */
function readBelow(text: string): ReturnType<typeof readCreditLine> {
  if (text.length > LONGEST_LABELLED || !LABELLED.test(text)) return undefined;
  const read = readCreditLine(text, "caption");
  return read?.caption === undefined ? read : undefined;
}
