/** Houses that nothing but their place tells: "REUTERS Name Surname", "Name Surname/nordpress". */
import { agencyKind } from "./agencies.ts";
import { type Part, type PartSense, readAgency } from "./credit-parts.ts";
import { hasOrganisationWord, nameShape } from "./name-shapes.ts";
import {
  DOUBTFUL_PARTICLES,
  HEADLINE_WORDS,
  KOREAN_ORGANISATION_ENDING,
  PARTICLES,
  RUNNING_WORDS,
} from "./name-words.ts";
import { labelKey } from "./spelling.ts";

const SMALL_HOUSE = /^[\p{Ll}\p{N}][\p{L}\p{N}.&_-]{1,24}(?: [\p{L}\p{N}.&_-]{2,20}){0,2}$/u;
const TEXT_WORD = /^(?:te?xto?|texte|teks|testo|words|story|von|by|oleh|par|por|di|text)$/iu;
const LONGEST_AGENCY = 3;

/** Behind "Name Surname/" or before "/Name Surname"; only a label before it makes it sure. */
export function isSmallHouse(
  part: Part,
  before: PartSense | undefined,
  next: Part | undefined,
): boolean {
  if (!SMALL_HOUSE.test(part.text)) return false;
  const words = part.text.split(" ");
  if (words.some((word) => isRunningWord(labelKey(word)))) return false;
  if (part.joint === "slash" && before?.kind === "people") {
    // Behind a dash as many words may be the rest of a sentence.
    return words.length === 1 || /[/／|｜]/u.test(part.separator);
  }
  if (part.joint !== "start" || words.length > 1 || next?.joint !== "slash") return false;
  const shape = nameShape(next.text);
  return shape?.kind === "person" && !shape.doubtful;
}

function isRunningWord(key: string): boolean {
  return (
    [PARTICLES, DOUBTFUL_PARTICLES, HEADLINE_WORDS, RUNNING_WORDS].some((words) =>
      words.has(key),
    ) || TEXT_WORD.test(key)
  );
}

const MAY_HOLD_HOUSE =
  /\p{Lu}{2}|@|[\uac00-\ud7a3]|\b(?:dpa|epd|[Pp]hoto|[Ff]oto|Images|images)\b/u;

/** An agency and a full name with nothing but a space between them are two parts. */
export function splitAtSpace(part: Part): readonly Part[] {
  if (!MAY_HOLD_HOUSE.test(part.text)) return [part];
  const words = part.text.split(" ");
  if (words.length < 2 || words.length > 7 || agencyKind(part.text) !== undefined) return [part];
  const most = Math.min(LONGEST_AGENCY, words.length - 1);
  for (let count = most; count > 0; count -= 1) {
    const head = words.slice(0, count).join(" ");
    const rest = words.slice(count).join(" ");
    if (isHouseBefore(head, rest)) return twoParts(part, head, rest);
    const start = words.slice(0, -count).join(" ");
    const tail = words.slice(-count).join(" ");
    if (isSupplier(tail) && isFullName(start)) return twoParts(part, start, tail);
  }
  return [part];
}

function twoParts(part: Part, one: string, other: string): readonly Part[] {
  return [
    { ...part, text: one },
    { text: other, joint: "comma", separator: " " },
  ];
}

function isHouseBefore(head: string, rest: string): boolean {
  if (rest.startsWith("@")) return agencyKind(head) !== undefined && !rest.includes(" ");
  if (/^\p{Script=Hangul}{3}$/u.test(rest)) {
    const house = head.length > 2 && KOREAN_ORGANISATION_ENDING.test(head);
    return house && nameShape(rest)?.kind === "person";
  }
  if (!isSupplier(head)) return false;
  return isFullName(rest) || (readAgency(head)?.marked === true && isFullNameInCapitals(rest));
}

/** In capitals, or with a word for pictures: "Hina" is a first name as well. */
function isSupplier(text: string): boolean {
  const agency = readAgency(text);
  if (agency === undefined || agency.kind === "owner") return false;
  return agency.marked || /^(?:\p{Lu}{2,}|dpa|epd)\b|\bImages$/u.test(text);
}

/** Only "AGENCY PHOTO" tells such a name from more of a house's. */
function isFullNameInCapitals(text: string): boolean {
  if (!/^\p{Lu}{2,} /u.test(text) || /\p{Ll}/u.test(text) || hasOrganisationWord(text))
    return false;
  return nameShape(text)?.kind === "person";
}

function isFullName(text: string): boolean {
  if (!/ /.test(text) || !/\p{Ll}{2}/u.test(text) || hasOrganisationWord(text)) return false;
  const shape = nameShape(text);
  return shape?.kind === "person" && !shape.doubtful;
}
