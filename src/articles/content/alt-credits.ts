/** Credits that authors hid in the `alt` and `title` of a picture. */
import { readCreditLine } from "../credits/credit-line.ts";
import { plainLine } from "../plain-text.ts";
import { MAX_CREDIT_LINE } from "./caption-credits.ts";

export interface AltRead {
  /** The words about the picture, without the credit. */
  readonly alt: string;
  /** As written. */
  readonly credit?: string;
  readonly caption?: string;
}

/** A title that tells more than the alt and has a credit behind it was written as a caption. */
export function readAlt(written: string, title: string): AltRead {
  const line = plainLine(written);
  const inAlt = readTail(line);
  const inTitle = readTail(plainLine(title));
  const alt = inAlt === undefined ? line : inAlt.words;
  const credit = inAlt?.credit ?? inTitle?.credit;
  if (credit === undefined) return { alt };
  const caption = inTitle?.words ?? "";
  const isMore = caption !== "" && caption !== alt;
  return { alt, credit, ...(isMore ? { caption } : {}) };
}

/**
 * An alt text that is nothing but "Foto: Name" mostly tells who is in the picture; with an agency,
 * a sign or words before it, it tells who made it.
 */
function readTail(line: string): { readonly words: string; readonly credit: string } | undefined {
  if (line === "" || line.length > MAX_CREDIT_LINE) return undefined;
  const read = readCreditLine(line, "caption");
  if (read?.credit.raw === undefined) return undefined;
  const { creators, source, copyrightNotice, raw } = read.credit;
  if (creators.length === 0 && source === undefined) return undefined;
  const words = read.caption ?? "";
  const isSure = words !== "" || copyrightNotice !== undefined;
  return isSure || (source !== undefined && creators.length > 0)
    ? { words, credit: raw }
    : undefined;
}
