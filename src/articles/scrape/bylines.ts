/** Who wrote it, where a line says so beyond doubt: "By Jane Doe", "記者 山田太郎", "Автор: …". */
import {
  BARE_BYLINES,
  LABELLED_BYLINES,
  NAME_LINKS,
  NAME_PARTICLES,
  OFFICES,
} from "./byline-words.ts";
import { splitPhrases } from "./furniture-lexicon.ts";
import { columnsOf, endsWithFullStop, lineKey } from "./lines.ts";

export interface Byline {
  readonly names: readonly string[];
  /** The word before the names is followed by a colon: no title is written so. */
  readonly labelled: boolean;
}

const bare = new Set(splitPhrases(BARE_BYLINES));
const labels = new Set(splitPhrases(LABELLED_BYLINES));
const particles = new Set(splitPhrases(NAME_PARTICLES));
const offices = new Set(splitPhrases(OFFICES));
const LINKS = new RegExp(`[,;、，；،·]|\\s+(?:${splitPhrases(NAME_LINKS).join("|")})\\s+`, "iu");

const BRACKETED = /^[(（[【]([^()（）[\]【】]{3,100})[)）\]】]$/u;
const CHARACTERS = 120;
/** "文/王小明", "文｜王小明", "記者王小明／台北報導". */
const EAST_ASIAN_LABEL = /^([\p{Script=Han}・]{1,6})[\s]*[/／|｜:：=＝]\s*(\S.*)$/u;
const TAIWANESE =
  /^(?:記者|记者)\s?([\p{Script=Han}·・、]{2,12})\s?[/／]\s?\p{Script=Han}{2,12}(?:報導|报道|報道)$/u;
const JAPANESE = /^([\p{Script=Han}々]{2,6})\s?記者$/u;
const KOREAN =
  /^(\p{Script=Hangul}{2,4}(?:[,·]\s?\p{Script=Hangul}{2,4}){0,3})\s?(?:선임|수습|객원)?(?:기자|특파원)$/u;
/** "(서울=한국통신)" before a Korean name, and the address behind it. */
const AROUND_KOREAN = /^[[(][^\])]{1,20}[\])]\s?|\s[\w.+-]{1,40}@[\w.-]{1,60}$/gu;

export function readByline(given: string): Byline | undefined {
  const text = BRACKETED.exec(given)?.[1] ?? given;
  if (text.length > CHARACTERS || endsWithFullStop(text)) return undefined;
  const korean = KOREAN.exec(text.replace(AROUND_KOREAN, ""));
  const stated = TAIWANESE.exec(text) ?? JAPANESE.exec(text) ?? korean;
  if (stated?.[1]) return { names: stated[1].split(/[,、·・]\s?/u), labelled: true };
  return readLabelled(text) ?? readBare(text);
}

function readLabelled(text: string): Byline | undefined {
  const eastAsian = EAST_ASIAN_LABEL.exec(text);
  const colon = text.search(/[:：]/u);
  const label = eastAsian?.[1] ?? (colon > 0 ? text.slice(0, colon) : "");
  const rest = eastAsian?.[2] ?? (colon > 0 ? text.slice(colon + 1) : "");
  if (label === "" || !labels.has(lineKey(label.trim()))) return undefined;
  const names = readNames(rest, 1);
  return names && { names, labelled: true };
}

/** The longest known opening counts: "written by Jane Doe". */
function readBare(text: string): Byline | undefined {
  const words = text.split(/\s+/);
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    if (!bare.has(lineKey(words.slice(0, count).join(" ")))) continue;
    const names = readNames(words.slice(count).join(" "), 2);
    return names && { names, labelled: false };
  }
  return undefined;
}

function readNames(text: string, fewestWords: number): readonly string[] | undefined {
  const names: string[] = [];
  for (const part of text.split(LINKS)) {
    const name = part.trim().replace(/^\((.*)\)$/u, "$1");
    if (name === "") continue;
    if (names.length > 0 && isOffice(name)) continue;
    if (!isName(name, fewestWords)) return undefined;
    names.push(name);
  }
  return names.length > 0 && names.length <= 6 ? names : undefined;
}

function isOffice(text: string): boolean {
  return (
    text.length <= 60 &&
    lineKey(text)
      .split(/[\s-]/)
      .some((word) => offices.has(word))
  );
}

const WORD = /^[\p{Lu}\p{Lt}\p{Lo}\p{Lm}](?:[\p{L}\p{M}\u200c.'’‘ʼ·・-]{0,30})$/u;
const CAPITALS = /^[\p{Lu}\p{Nd}-]{2,12}$/u;
const UNCASED = /^[\p{Lo}\p{Lm}\p{M}\s\u200c·・.]+$/u;

/** One to five words that each could be part of a name; scripts without capitals get less room. */
function isName(text: string, fewestWords: number): boolean {
  const words = text.split(/\s+/);
  if (words.length > 5 || columnsOf(text) > 50) return false;
  if (UNCASED.test(text)) return words.length <= 4 && columnsOf(text) <= 30;
  if (words.length < fewestWords && !CAPITALS.test(text)) return false;
  if (!words.every((word) => WORD.test(word) || particles.has(lineKey(word)))) return false;
  return WORD.test(words[0] ?? "") && WORD.test(words.at(-1) ?? "");
}
