/** Where in a line a credit may begin. */
import { readAgency } from "./credit-parts.ts";
import { endsInSuffix, openingOf, readLabel, withoutFullStop } from "./credit-phrases.ts";
import { labelStarts } from "./label-starts.ts";

type Opening = "line" | "bracket" | "sign" | "label" | "agency" | "rule" | "sentence";

export interface CreditPlace {
  readonly start: number;
  readonly opening: Opening;
  /** A sentence, a rule or a bracket ends right before it. */
  readonly apart: boolean;
}

/** UTF-16 units at the end of a line in which a credit may begin. */
const TAIL = 240;
const MOST_OF_A_KIND = 8;
const APART = /(?:^|[.!?…。．！？।”"»’'）)\]】」』|｜/／–—\-•·*:：,;、]|\b\d{4}) ?$/u;

const SIGN = /©|ⓒ|Ⓒ|\([cC]\)(?= ?\p{Lu})|\bCopyright(?=[ :])/gu;
const RULE = /(?:[|｜] ?| [–—-] | [•·] | \/ ?|＝)(?=[^\s|｜/–—-])/gu;
const SENTENCE_END = /[.!?…。！？]["”’»）)]? ?(?=[\p{Lu}\p{Lo}\d])/gu;
const BEFORE_SENTENCE_END = /[\p{L}\p{N})）”"’»%]{2}$/u;

/** The whole line first, then from left to right, so that the longest credit wins. */
export function creditPlaces(
  text: string,
  where: "lone-line" | "caption" | "credit-element",
): readonly CreditPlace[] {
  const from = Math.max(0, text.length - TAIL);
  const tail = text.slice(from);
  // In running text nothing counts behind a rule, and behind a sentence only "…。王明 摄".
  const running = where === "lone-line";
  const places = [
    ...bracketPlaces(text),
    ...startsOf(text, from, SIGN, "sign", 0),
    ...labelPlaces(text, from),
    ...(/[/／]/.test(tail) ? agencyPlaces(text, from) : []),
    ...(running ? [] : startsOf(text, from, RULE, "rule", 1)),
    ...(running && !endsInSuffix(text) ? [] : sentencePlaces(text, from)),
  ].filter(({ start }) => start > 0);
  const whole: readonly CreditPlace[] =
    text.length > TAIL ? [] : [{ start: 0, opening: "line", apart: true }];
  return [...whole, ...places.sort((one, other) => one.start - other.start)];
}

function place(text: string, start: number, opening: Opening): CreditPlace {
  return { start, opening, apart: APART.test(text.slice(Math.max(0, start - 6), start)) };
}

/** Before what the pattern matches, or `behind` it. */
function startsOf(
  text: string,
  from: number,
  pattern: RegExp,
  opening: Opening,
  behind: 0 | 1,
): readonly CreditPlace[] {
  return [...text.slice(from).matchAll(pattern)]
    .slice(-MOST_OF_A_KIND)
    .map((found) => place(text, from + found.index + behind * found[0].length, opening));
}

function sentencePlaces(text: string, from: number): readonly CreditPlace[] {
  return startsOf(text, from, SENTENCE_END, "sentence", 1).filter(({ start }) => {
    const end = text
      .slice(Math.max(from, start - 6), start)
      .replace(/[.!?…。！？]["”’»）)]? ?$/u, "");
    return BEFORE_SENTENCE_END.test(end);
  });
}

function bracketPlaces(text: string): readonly CreditPlace[] {
  const opened = openingOf(withoutFullStop(text));
  return opened === undefined ? [] : [place(text, opened, "bracket")];
}

/** UTF-16 units. */
const LONGEST_LABELLED = 80;

function labelPlaces(text: string, from: number): readonly CreditPlace[] {
  return labelStarts(text, from)
    .filter((start) => readLabel(text.slice(start, start + LONGEST_LABELLED)) !== undefined)
    .slice(-MOST_OF_A_KIND)
    .map((start) => place(text, startOfAgency(text, start), "label"));
}

/** "MTI Fotó: Name": the agency before the label belongs to it. */
function startOfAgency(text: string, start: number): number {
  const before = text.lastIndexOf(" ", start - 2) + 1;
  const word = text.slice(before, start).trim();
  return before < start && readAgency(word)?.kind === "wire" && /^\p{Lu}{3}/u.test(word)
    ? before
    : start;
}

/** "REUTERS/…", "AP Photo/…": one to three words before a "/". */
function agencyPlaces(text: string, from: number): readonly CreditPlace[] {
  const places: CreditPlace[] = [];
  for (const slash of [...text.slice(from).matchAll(/ ?[/／]/gu)].slice(-MOST_OF_A_KIND)) {
    const end = from + slash.index;
    let start = end;
    for (let words = 0; words < 3 && start > 0; words += 1) {
      start = text.lastIndexOf(" ", start - 2) + 1;
      if (readAgency(text.slice(start, end)) !== undefined)
        places.push(place(text, start, "agency"));
    }
  }
  return places;
}
