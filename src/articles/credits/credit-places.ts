/** Where in a line a credit may begin. */
import { readAgency } from "./credit-parts.ts";
import { openingOf, readLabel, withoutFullStop } from "./credit-phrases.ts";

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

/** The whole line first, then from left to right, so that the longest credit wins. */
export function creditPlaces(text: string): readonly CreditPlace[] {
  const from = Math.max(0, text.length - TAIL);
  const places = [
    ...bracketPlaces(text),
    ...startsOf(text, from, /©|ⓒ|Ⓒ|\([cC]\)(?= ?\p{Lu})|\bCopyright(?=[ :])/gu, "sign"),
    ...labelPlaces(text, from),
    ...agencyPlaces(text, from),
    ...startsOf(text, from, /(?<=[|｜] ?| [–—-] | [•·] |＝)(?=[^\s|｜–—-])/gu, "rule"),
    ...startsOf(
      text,
      from,
      /(?<=[\p{L}\p{N})）”"’»%]{2}[.!?…。！？]["”’»）)]?) ?(?=[\p{Lu}\p{Lo}\d])/gu,
      "sentence",
    ),
  ].filter(({ start }) => start > 0);
  const whole: readonly CreditPlace[] =
    text.length > TAIL ? [] : [{ start: 0, opening: "line", apart: true }];
  return [...whole, ...places.sort((one, other) => one.start - other.start)];
}

function place(text: string, start: number, opening: Opening): CreditPlace {
  return { start, opening, apart: APART.test(text.slice(Math.max(0, start - 6), start)) };
}

function startsOf(
  text: string,
  from: number,
  pattern: RegExp,
  opening: Opening,
): readonly CreditPlace[] {
  const found = [...text.slice(from).matchAll(pattern)];
  return found.slice(-MOST_OF_A_KIND).map((match) => {
    const blank = match[0] === " " ? 1 : 0;
    return place(text, from + match.index + blank, opening);
  });
}

function bracketPlaces(text: string): readonly CreditPlace[] {
  const opened = openingOf(withoutFullStop(text));
  return opened === undefined ? [] : [place(text, opened, "bracket")];
}

const WORD_START =
  /(?<=^|[\s（([［【〔<＜。．！？.!?…」』”"/／|｜·•–—▲])[^\s（([［【〔<＜/／|｜]/gu;

function labelPlaces(text: string, from: number): readonly CreditPlace[] {
  return [...text.slice(from).matchAll(WORD_START)]
    .map((match) => from + match.index)
    .filter((start) => readLabel(text.slice(start, start + 80)) !== undefined)
    .slice(-MOST_OF_A_KIND)
    .map((start) => place(text, start, "label"));
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
