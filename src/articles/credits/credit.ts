/** Credits as data: from a record's field, to the text a reader sees, and to the names in it. */
import type { Credit } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { agencyKey, nameOthers } from "./agency-names.ts";
import { readNames } from "./credit-names.ts";
import {
  readPhrase,
  withinBrackets,
  withoutFullStop,
  withoutLeadingMarks,
} from "./credit-phrases.ts";
import { isPublicDomain, isPublicDomainText } from "./licences.ts";
import { isOnlyRights } from "./rights-words.ts";

export { readCreditField } from "./credit-fields.ts";

/** Every format of every feed asks for the same ones. */
const composed = new WeakMap<Credit, string>();

/**
 * What a reader sees under a picture, never empty: `© Name/AGENCY`. The line as it was found where
 * it holds every name; else it is composed.
 */
export function creditText(credit: Credit): string {
  const known = composed.get(credit);
  if (known !== undefined) return known;
  const text = composeText(credit);
  composed.set(credit, text);
  return text;
}

function composeText(credit: Credit): string {
  const creators = tidyNames(credit.creators);
  const [source] = tidyNames([credit.source ?? ""]);
  const named = source === undefined ? creators : [...creators, source];
  const raw = tidyRaw(credit.raw ?? "");
  if (raw !== "" && named.every((name) => raw.includes(name))) {
    return named.length === 0 ? raw : withSign(raw, credit);
  }
  const line = plainLine(credit.creditLine ?? "");
  if (line !== "" && named.every((name) => line.includes(name))) return withSign(line, credit);
  if (named.length > 0) return withSign(composeNames(creators, source, line), credit);
  const rest = [credit.copyrightNotice, credit.license, credit.acquireLicensePage, credit.role];
  return rest.map((text) => plainLine(text ?? "")).find((text) => text !== "") ?? "©";
}

/** `Name, Name/AGENCY`; the credit line stands for the agency where it names that. */
function composeNames(creators: readonly string[], source: string | undefined, line: string) {
  const house = houseOf(line, source);
  const missing = creators.filter((name) => !house.includes(name));
  return [missing.join(", "), house].filter((part) => part !== "").join("/");
}

const SEPARATORS_AROUND = /^[\s/／|,;:–—-]+|[\s/／|,;:–—-]+$/gu;

/** "AFP/ via Getty Images", "AFP//Getty Images". */
const SEPARATORS_BETWEEN = /\s?[/／|,;]\s?(\s(?:via|for|on)\s|[/／|,;])/giu;

/** Of the line, what names no people: they are named before it. */
function houseOf(line: string, source: string | undefined): string {
  if (source !== undefined && !line.includes(source)) return source;
  const phrase = readPhrase(line);
  const names = phrase.label?.kind === "owner" ? undefined : readNames(phrase.body);
  if (names === undefined || names.owned || names.creators.length === 0) return line;
  let rest = phrase.body;
  for (const name of names.creators) rest = rest.replace(name, () => "");
  rest = rest.replace(SEPARATORS_BETWEEN, "$1").replace(SEPARATORS_AROUND, "");
  const houses = readNames(rest);
  const isWhole = houses?.creators.length === 0 && (source === undefined || rest.includes(source));
  return isWhole ? rest : (source ?? "");
}

/** Nobody claims a right in these, or the text says by itself what it is. */
const SPEAKS_FOR_ITSELF =
  /©|ⓒ|\(c\)|copyright|^courtesy\b|\bcourtesy of\b|\bhandout\b|^(?:divulgação|reprodução|cortesía|gentileza|cortesia|cedida|dok\b|dokumentasi|provided by|supplied)|\bCC0\b|public domain|gemeinfrei/iu;
const PICTURE_WORD = /\b(?:photos?|fotos?|pics?)\b|^(?:by|oleh|von|par|por|door) /iu;

function withSign(text: string, credit: Credit): string {
  if (SPEAKS_FOR_ITSELF.test(text) || PICTURE_WORD.test(text)) return text;
  if (credit.license !== undefined && isPublicDomain(credit.license)) return text;
  const phrase = readPhrase(text);
  return phrase.claimed || phrase.label !== undefined ? text : `© ${text}`;
}

/** Spacing as a house would set it, without the brackets around the whole. */
function tidyRaw(raw: string): string {
  let text = plainLine(raw);
  for (let depth = 0; depth < 3; depth += 1) text = withinBrackets(text) ?? text;
  return withoutFullStop(withoutLeadingMarks(text))
    .replace(/^(?:©|ⓒ|\(c\)) ?(?=\S)/iu, "© ")
    .trim();
}

function tidyNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(plainLine))].filter((name) => name !== "");
}

/** Who is named, for machines. Every name occurs in `creditText` of the same credit. */
export function creditNames(credit: Credit): {
  readonly creators: readonly string[];
  readonly agencies: readonly string[];
} {
  const creators = tidyNames(credit.creators);
  const shown = creditText(credit);
  const line = plainLine(credit.creditLine ?? "");
  const further = line === "" ? undefined : readNames(readPhrase(line).body);
  const agencies = tidyNames([credit.source ?? "", ...(further?.agencies ?? [])]);
  const seen = agencies.filter((name) => shown.includes(name) && !creators.includes(name));
  return { creators, agencies: withoutShorter(seen) };
}

/** "Getty" and "Getty Images" are one: what the reader sees is the longer. */
function withoutShorter(names: readonly string[]): readonly string[] {
  return names.filter(
    (name) =>
      !names.some(
        (other) => other !== name && other.includes(name) && agencyKey(other) === agencyKey(name),
      ),
  );
}

/** Whether anybody is named. A licence alone names nobody, but nobody need be where all is free. */
export function isCredited(credit: Credit | undefined): boolean {
  if (credit === undefined) return false;
  if (credit.creators.length > 0 || credit.source !== undefined) return true;
  if (credit.license !== undefined && isPublicDomain(credit.license)) return true;
  const lines = [credit.creditLine, credit.raw, credit.copyrightNotice];
  return lines.some(
    (line) => line !== undefined && (isPublicDomainText(line) || !isOnlyRights(line)),
  );
}

/**
 * What is known of one picture from two places: the first wins, the second fills its gaps. Where
 * they name different people or agencies, the second speaks of another picture and is left out.
 */
export function fillCredit(
  first: Credit | undefined,
  second: Credit | undefined,
): Credit | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (nameOthers(first.creators, second.creators)) return first;
  if (first.source !== undefined && second.source !== undefined) {
    if (nameOthers(creditNames(first).agencies, creditNames(second).agencies)) return first;
  }
  const makers = first.creators.length > 0 ? first : second;
  const { role: _first, ...known } = first;
  const { role: _second, ...more } = second;
  return {
    ...more,
    ...known,
    creators: makers.creators,
    ...(makers.role === undefined ? {} : { role: makers.role }),
  };
}
