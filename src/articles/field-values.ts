/** Values of fields, whatever shape the record gives them: text, lists, people, yes and no. */
import { absoluteAddress } from "./addresses.ts";
import type { Person } from "./article.ts";
import type { Field } from "./fields.ts";
import { plainLine, plainLineOfHtml } from "./plain-text.ts";
import { isPlainObject } from "./record.ts";

/** No record of a real article has more; a hostile one may. */
const MAX_LIST = 200;

/** UTF-16 units. No title, summary or address is longer; the story itself is no such field. */
const MAX_TEXT = 10_000;
/** Longer than any name with its address; an expression must not meet a whole book. */
const MAX_PERSON = 300;

/**
 * A scalar as one plain line, or the first of a list; undefined where there is none, or nothing in
 * it can be seen.
 */
export function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : textOfScalar(value[0]);
  return textOfScalar(value);
}

function textOfScalar(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value instanceof Date) return textOfDate(value);
  if (typeof value !== "string") return undefined;
  const text = plainLineOfHtml(value.slice(0, MAX_TEXT));
  return /[^\p{C}\p{Z}\p{M}]/u.test(text) ? text : undefined;
}

/** A title or tag may look like a date to TOML: `tags = [2022-09-16]`. */
function textOfDate(value: Date): string | undefined {
  if (Number.isNaN(value.getTime())) return undefined;
  return value.toISOString().replace(/T00:00:00(?:\.000)?Z?$/, "");
}

/** Yes or no, as YAML 1.1, spreadsheets and databases write them; undefined for anything else. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const word = String(value).trim().toLowerCase();
  if (/^(?:true|yes|y|on|1)$/.test(word)) return true;
  if (/^(?:false|no|n|off|0)$/.test(word)) return false;
  return undefined;
}

/**
 * Names in a list: an array, a comma-separated string, or objects with a name. Each name once.
 *
 * @param splitsBlanks Jekyll's rule: a string without commas is a list of words.
 */
export function namesOf(value: unknown, splitsBlanks = false): readonly string[] {
  const parts = typeof value === "string" ? splitNames(value, splitsBlanks) : [value].flat();
  const names = parts
    .slice(0, MAX_LIST)
    .map((part) => textOf(isPlainObject(part) ? firstOf(part, TAG_NAMES) : part));
  return [...new Set(names.filter((name) => name !== undefined))];
}

const TAG_NAMES = ["name", "title", "label", "term", "tag", "slug"];

function firstOf(object: Record<string, unknown>, names: readonly string[]): unknown {
  return names.map((name) => object[name]).find((value) => textOf(value) !== undefined);
}

function splitNames(value: string, splitsBlanks: boolean): string[] {
  if (/[,;،、，；\n]/.test(value)) return value.split(/[,;،、，；\n]/);
  return splitsBlanks ? value.split(/\s+/) : [value];
}

/** The people of an author field: `Name`, `Name <mail>`, `mail (Name)`, an object, or a list. */
export function peopleOf(field: Field | undefined, siteUrl: string): readonly Person[] {
  if (field === undefined) return [];
  const { name, value } = field;
  const isList = typeof value === "string" && /s$/i.test(name);
  const parts = isList ? value.split(/[,;]/) : [value].flat();
  const people = parts.slice(0, MAX_LIST).flatMap((part) => personOf(part, siteUrl) ?? []);
  return people.filter(
    (person, at) => people.findIndex((other) => other.name === person.name) === at,
  );
}

const PERSON_NAMES = ["name", "title", "display_name", "displayName", "full_name", "fullName"];
const GIVEN_NAMES = ["first_name", "firstName", "givenName", "given"];
const FAMILY_NAMES = ["last_name", "lastName", "familyName", "family"];
const ADDRESSES = ["url", "link", "website", "uri", "homepage", "href"];

/** The address in `Name <mail>`, `mail (Name)` or a mail alone. */
const MAIL = /[^\s<>()@,;:]{1,64}@[^\s<>()@,;:]+/;

function personOf(value: unknown, siteUrl: string): Person | undefined {
  if (isPlainObject(value)) return personOfObject(value, siteUrl);
  if (typeof value !== "string" || value.length > MAX_PERSON) return undefined;
  const line = plainLine(value);
  // Angle brackets around an address would be taken for a tag.
  const found = MAIL.exec(line);
  const email = mailOf(found?.[0]);
  if (found !== null && email !== undefined) {
    const before = line.slice(0, found.index).replace(/[<(\s]+$/, "");
    const after = line.slice(found.index + email.length).replace(/^[>)\s]+|[()]/g, "");
    return { name: bareName(before) ?? bareName(after) ?? email, email };
  }
  const name = bareName(value);
  return name === undefined ? undefined : { name };
}

function personOfObject(value: Record<string, unknown>, siteUrl: string): Person | undefined {
  const parts = [GIVEN_NAMES, FAMILY_NAMES].map((names) => textOf(firstOf(value, names)) ?? "");
  const name = textOf(firstOf(value, PERSON_NAMES)) ?? textOf(parts.join(" "));
  if (name === undefined) return undefined;
  const email = mailOf(value["email"]);
  const address = textOf(firstOf(value, ADDRESSES));
  const url = address === undefined ? undefined : absoluteAddress(address, siteUrl);
  return { name, ...(email ? { email } : {}), ...(url ? { url } : {}) };
}

const BYLINE_START =
  /^(?:by:?\s+|oleh\s+|(?:oleh|penulis|reporter|author|por|par|von|autor|автор|作者|كتب)\s?[:：]\s*)(?=\p{Lu}|\p{Lo})/iu;

/** The name without the "By" of a byline. */
function bareName(text: string): string | undefined {
  return textOf(textOf(text)?.replace(BYLINE_START, ""));
}

function mailOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const mail = value.trim();
  return /^[^\s<>()@,;]+@[^\s<>()@,;]+\.[^\s<>()@,;.]+$/.test(mail) ? mail : undefined;
}

/** Whole seconds of what `exactSecondsOf` reads, and not of 0. */
export function secondsOf(value: unknown): number | undefined {
  const seconds = Math.round(exactSecondsOf(value) ?? 0);
  return seconds > 0 ? seconds : undefined;
}

const CLOCK = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{1,6})?)$/;
const ISO_DURATION = /^PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:[.,]\d{1,6})?)S)?$/i;

/**
 * Seconds from 0, with thousandths, of `95`, `"1:35"`, `"01:01:35.5"` or ISO 8601 `PT1M35S`;
 * undefined for anything else.
 */
export function exactSecondsOf(value: unknown): number | undefined {
  if (typeof value === "number") {
    return Number.isFinite(value) && value >= 0 ? thousandths(value) : undefined;
  }
  if (typeof value !== "string") return undefined;
  const parts = CLOCK.exec(value.trim()) ?? ISO_DURATION.exec(value.trim());
  if (parts === null) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  const whole = Number(hours) * 3600 + Number(minutes) * 60;
  return thousandths(whole + Number(seconds.replace(",", ".")));
}

export function thousandths(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

const REFERENCE = /^(?:https?:)?\/\/|^\S*\/\S*$|\.[a-z\d]{2,5}(?:[?#]\S*)?$/i;

/**
 * The first of the fields that refers to a file: an address, a path, or a name with an ending;
 * words are none.
 */
export function referenceIn(
  object: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const source = object[name];
    if (typeof source === "string" && REFERENCE.test(source.trim())) return source.trim();
  }
  return undefined;
}
