/**
 * Reads a credit from a line of text: recognises where it begins and what introduces it, reads the
 * names, and accepts it only where nothing else can be meant. When in doubt it is a caption.
 */
import type { Credit } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { hasSmallWords, type NamesReading, readNames } from "./credit-names.ts";
import { type Phrase, readLabel, readPhrase } from "./credit-phrases.ts";
import { type CreditPlace, creditPlaces } from "./credit-places.ts";
import { isSureCredit } from "./credit-sureness.ts";
import { LABELS } from "./labels.ts";
import { licenceTail, readLicence } from "./licences.ts";
import { PROVENANCES, STATUSES } from "./name-words.ts";
import { isOnlyRights } from "./rights-words.ts";
import { labelKey } from "./spelling.ts";
import { isUnknownMaker } from "./unknown-maker.ts";

export interface CreditReading {
  readonly credit: Credit;
  /** What stands before the credit on the same line: the caption, plain. */
  readonly caption?: string;
}

/**
 * What is known of the line from its place in the page.
 * - `lone-line`: a line of running text, perhaps a paragraph of the story.
 * - `caption`: the text of a figcaption.
 * - `credit-element`: an element whose class says that it holds a credit.
 */
export type CreditWhere = "lone-line" | "caption" | "credit-element";

/** UTF-16 units; longer lines are paragraphs. */
const LONGEST_LINE: Readonly<Record<CreditWhere, number>> = {
  "lone-line": 1_000,
  caption: 3_000,
  "credit-element": 1_000,
};
const LONGEST_INPUT = 10_000;
const LONGEST_UNREAD = 300;
/** Longer than any label with words for an owner, and with more small words: running text. */
const LONGEST_WORDS = 130;
const MOST_SMALL_WORDS = 14;

/** Decoded once too few. */
const ENTITY_LEFT = /&(?:nbsp|copy|#160|#169|#xa9);|©\ufe0f/giu;
/** "(PTI05_06_2024_000123B)" behind the credit. */
const PICTURE_NUMBER = / ?\([A-Z]{2,5}\d{2}[\dA-Z_]{6,24}\)$/u;

function entityText(entity: string): string {
  return /nbsp|160/i.test(entity) ? " " : "©";
}

/** `undefined` where the line is not surely a credit: prose must never become one. */
export function readCreditLine(line: string, where: CreditWhere): CreditReading | undefined {
  if (line.length > LONGEST_INPUT) return undefined;
  const text = plainLine(line.replace(ENTITY_LEFT, entityText)).replace(PICTURE_NUMBER, "");
  if (text === "" || text.length > LONGEST_LINE[where]) return undefined;
  const found = readPlaces(text, where);
  const reading = found !== undefined && isRightsForName(found.credit) ? undefined : found;
  if (reading !== undefined && isNamed(reading.credit)) return withoutRepeat(reading, where);
  const licensed = readBeforeLicence(text, where) ?? reading;
  if (licensed !== undefined) return withoutRepeat(licensed, where);
  return where === "credit-element" ? readUnnamed(text) : undefined;
}

/** "Name on Flickr (CC BY 2.0)", "Photo by Name is licensed under CC BY 2.0". */
function readBeforeLicence(text: string, where: CreditWhere): CreditReading | undefined {
  const tail = licenceTail(text);
  const reading = tail === undefined ? undefined : readPlaces(tail.before, where);
  if (tail === undefined || reading === undefined) return undefined;
  const { creators, copyrightNotice, raw = "" } = reading.credit;
  if (!isNamed(reading.credit) || isRightsForName(reading.credit)) return undefined;
  // "© Name. Licensed under CC BY 4.0", "Wikipedia is licensed under …": of a site as likely.
  const isOfSite = creators.length === 0 || copyrightNotice !== undefined;
  if (where === "lone-line" && tail.isSaid && isOfSite) return undefined;
  const { before, license } = tail;
  const rights = license === undefined ? {} : { license };
  const whole = text.slice(before.length - raw.length);
  return { ...reading, credit: { ...reading.credit, ...rights, raw: whole } };
}

/** It names somebody, and not only a licence or words. */
export function isNamed({ creators, source }: Credit): boolean {
  return creators.length > 0 || source !== undefined;
}

/** "Copyright", "כל הזכויות שמורות": in words of many scripts as good a name as any other. */
function isRightsForName(credit: Credit): boolean {
  return isNamed(credit) && isOnlyRights(credit.raw ?? "");
}

function readPlaces(text: string, where: CreditWhere): CreditReading | undefined {
  for (const place of creditPlaces(text, where)) {
    const reading = readPlace(text, place, where);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** "(Photo by Name/AFP) (Photo by Name/AFP via Getty Images)": the last one says the most. */
function withoutRepeat(reading: CreditReading, where: CreditWhere): CreditReading {
  const { credit, caption } = reading;
  if (caption === undefined) return reading;
  const repeated =
    credit.creators.length > 0 && credit.creators.every((one) => caption.includes(one));
  const before = repeated ? readPlaces(caption, where) : undefined;
  if (before === undefined) return reading;
  if (before.credit.creators.join() !== credit.creators.join()) return reading;
  return before.caption === undefined ? { credit } : { credit, caption: before.caption };
}

/** An element for credits may hold a byline's "By". */
const BY = /^(?:by|oleh|von|par|por|door) (?=\p{Lu})/iu;

function readPlace(
  text: string,
  place: CreditPlace,
  where: CreditWhere,
): CreditReading | undefined {
  const raw = text.slice(place.start);
  if (raw.length > LONGEST_WORDS && hasSmallWords(raw, MOST_SMALL_WORDS)) return undefined;
  const phrase = readPhrase(where === "credit-element" ? raw.replace(BY, "") : raw);
  const caption = captionOf(text.slice(0, place.start));
  const names = readNames(phrase.body);
  if (names === undefined) {
    return readWords(raw, phrase, place, where, caption);
  }
  // "Photo: A; Illustration: B": a second credit, no caption.
  if (where === "credit-element" && readLabel(caption) !== undefined) return undefined;
  if (!isSureCredit({ where, place, phrase, names, caption, raw })) return undefined;
  return {
    credit: creditOf(raw, phrase, names),
    ...(caption === "" ? {} : { caption }),
  };
}

function captionOf(before: string): string {
  let end = before.length;
  while (end > 0 && /[\s|｜/／–—\-•·,;:：＝(（[▲▶*]/u.test(before.charAt(end - 1))) end -= 1;
  return before.slice(0, end);
}

function creditOf(raw: string, phrase: Phrase, names: NamesReading): Credit {
  const owned = phrase.label?.kind === "owner" || names.owned;
  const creators = owned ? [] : names.creators;
  const agencies = owned ? [...names.creators, ...names.agencies] : names.agencies;
  const [source] = agencies;
  const creditLine =
    phrase.ownerWords === undefined ? names.line : `${phrase.ownerWords} ${names.line}`;
  const year = phrase.year === undefined ? "" : `${phrase.year} `;
  const role = phrase.label?.role;
  return {
    creators,
    creditLine,
    ...(source === undefined ? {} : { source }),
    ...(phrase.claimed ? { copyrightNotice: `© ${year}${creditLine}` } : {}),
    ...(names.license === undefined ? {} : { license: names.license }),
    ...(role === undefined || creators.length === 0 ? {} : { role }),
    raw,
  };
}

/** "Courtesy of the artist": surely a credit, though it names nobody. */
function readWords(
  raw: string,
  phrase: Phrase,
  place: CreditPlace,
  where: CreditWhere,
  caption: string,
): CreditReading | undefined {
  const told = phrase.label?.kind === "owner" && phrase.ownerWords !== undefined;
  const closed = place.opening === "line" || place.opening === "bracket";
  if (!told || !closed || where === "lone-line" || phrase.body.length > 80) return undefined;
  if (!/\p{L}/u.test(phrase.body)) return undefined;
  const creditLine = `${phrase.ownerWords} ${phrase.body}`;
  return { credit: { creators: [], creditLine, raw }, ...(caption === "" ? {} : { caption }) };
}

/** An element for credits holds words that no name was found in: they are shown as they are. */
function readUnnamed(text: string): CreditReading | undefined {
  const { body } = readPhrase(text);
  const key = labelKey(body);
  if (text.length > LONGEST_UNREAD || !/\p{L}{2}/u.test(body)) return undefined;
  if (readsAsNothing(key) || [text, body].some(isUnknownMaker)) return undefined;
  const license = readLicence(body);
  const rights = license === undefined ? {} : { license };
  return { credit: { creators: [], creditLine: body, ...rights, raw: text } };
}

/** "Photo", "Archive": a label or a status, and nobody. */
function readsAsNothing(key: string): boolean {
  if (PROVENANCES.has(key)) return false;
  return (
    key
      .split(/[\s/,;:|.()]+/u)
      .every((word) => word === "" || STATUSES.has(word) || LABELS.has(word)) ||
    STATUSES.has(key) ||
    LABELS.has(key)
  );
}
