/** One phrase that may be a credit: its brackets, its sign, its label, and the rest. */
import { agencyKind } from "./agencies.ts";
import { readInnerLabel, withoutLabelBrackets } from "./inner-labels.ts";
import type { Label } from "./labels.ts";
import {
  FIRST_WORD,
  LABEL_STARTS,
  LABELS,
  OPEN_LABELS,
  SUFFIX_LABELS,
  SURE_SUFFIXES,
} from "./labels.ts";
import { PROVENANCES } from "./name-words.ts";
import { reservedTail } from "./reserved-tail.ts";
import { labelKey } from "./spelling.ts";

export interface Phrase {
  /** What is left: the names. */
  readonly body: string;
  readonly label?: Label;
  /** The words of an owner's label that belong to the credit line: "Courtesy of". */
  readonly ownerWords?: string;
  /** "©", "(c)", "Copyright". */
  readonly claimed: boolean;
  /** By the sign itself, not by the word "Copyright". */
  readonly signed: boolean;
  /** `2022`, `2019–2022`, behind the sign. */
  readonly year?: string;
  readonly bracketed: boolean;
  /** "All rights reserved": the foot of a page as likely as a credit. */
  readonly reserved: boolean;
}

const BRACKETS: Readonly<Record<string, string>> = {
  "(": ")",
  "（": "）",
  "[": "]",
  "［": "］",
  "【": "】",
  "〔": "〕",
  "{": "}",
  "<": ">",
  "〈": "〉",
  "《": "》",
  "＜": "＞",
};
const CLOSERS = new Map(Object.entries(BRACKETS).map(([open, close]) => [close, open]));
const SIGN =
  /^(?:©️?|ⓒ|Ⓒ|\([cC]\)|（[cC]）|&copy;|copyright(?: ?(?:©|\([cC]\)))?(?= ?[:©\p{L}\p{N}])) ?:? ?/iu;
const YEAR = /^((?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?),? (?:by )?(?=\S)/u;
const LEADING_MARKS = /^[\s/／|｜ㅣ│:：=＝\-–—•·▲△▶◀■□●※☞☛📷📸📝*~_"“]+(?=\S)/u;

/** "© Name 2021", "山川太一撮影、2024年5月6日". */
const YEAR_AT_END = /(?<=\p{L}\.?),? ((?:19|20)\d\d)(?:(?:, | ?[-–] ?)(?:19|20)\d\d){0,9}$/u;
const DAY_AT_END = /[、，, ] ?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/u;

export function readPhrase(text: string): Phrase {
  const start = withoutLeadingMarks(text);
  const reserved = reservedTail(start);
  let rest = start.slice(0, start.length - reserved.length).trim();
  let label: Label | undefined;
  let ownerWords: string | undefined;
  let claimed = false;
  let signed = false;
  let year: string | undefined;
  let bracketed = false;
  for (let round = 0; round < 6; round += 1) {
    const before = rest;
    const sign = SIGN.exec(rest)?.[0];
    if (sign !== undefined) {
      claimed = true;
      signed = !/^copyright/iu.test(sign);
      rest = rest.slice(sign.length);
      year = YEAR.exec(rest)?.[1] ?? year;
      rest = rest.replace(YEAR, "");
    }
    rest = withoutFullStop(rest);
    const inner = withinBrackets(rest);
    if (inner !== undefined) {
      bracketed = true;
      rest = inner;
    }
    const found = readLabel(withoutLabelBrackets(rest));
    if (found !== undefined) {
      label = strongerLabel(label, found.label);
      if (found.ownerWords !== undefined) ownerWords = found.ownerWords;
      rest = found.rest;
    }
    rest = rest.replace(LEADING_MARKS, "").trim();
    if (rest === before) break;
  }
  const dated = claimed && year === undefined ? YEAR_AT_END.exec(rest) : null;
  if (dated !== null) {
    rest = rest.slice(0, dated.index);
    year = dated[1];
  }
  if (rest.includes("年")) rest = rest.replace(DAY_AT_END, "");
  const said = readInnerLabel(rest);
  if (said !== undefined) {
    rest = said.body;
    if (said.label !== undefined) label = strongerLabel(label, said.label);
  }
  const suffix = readSuffix(rest);
  if (suffix !== undefined && !PROVENANCES.has(labelKey(rest))) {
    label = strongerLabel(label, suffix.label);
    rest = suffix.rest;
  }
  return {
    body: rest,
    ...(label === undefined ? {} : { label }),
    ...(ownerWords === undefined ? {} : { ownerWords }),
    claimed,
    signed,
    ...(year === undefined ? {} : { year }),
    bracketed,
    reserved: reserved !== "",
  };
}

/** "Foto: Dok. X": what says more counts; the role of either is kept. */
function strongerLabel(one: Label | undefined, other: Label): Label {
  if (one === undefined) return other;
  const rank = { owner: 3, maker: 2, picture: 1, source: 0 };
  const stronger = rank[other.kind] >= rank[one.kind] ? withoutWeakness(one, other) : one;
  const role = one.role ?? other.role;
  return role === undefined ? stronger : { ...stronger, role };
}

/** "Foto: Cortesía X": behind a colon the second label is sure. */
function withoutWeakness(one: Label, other: Label): Label {
  if (one.weak) return other;
  const { weak: _weak, ...sure } = other;
  return sure;
}

/** What stands between brackets that enclose the whole text. */
export function withinBrackets(text: string): string | undefined {
  const close = BRACKETS[text.charAt(0)];
  if (close === undefined || !text.endsWith(close) || text.length < 3) return undefined;
  return openingOf(text) === 0 ? text.slice(1, -1).trim() : undefined;
}

/** Where the bracket that closes at the end of the text was opened; looks back a bounded way. */
export function openingOf(text: string): number | undefined {
  const close = text.at(-1) ?? "";
  const open = CLOSERS.get(close);
  if (open === undefined) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && at > text.length - 240; at -= 1) {
    if (text.charAt(at) === close) depth += 1;
    if (text.charAt(at) === open) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Without the rule, slash or bullet that parts it from a caption. */
export function withoutLeadingMarks(text: string): string {
  return text.replace(LEADING_MARKS, "").trim();
}

const STOP_OF_SENTENCE = /(?:[\p{L}\p{N})\]）"”»]{3}|[\p{Lo})\]）"”])[.。]$/u;

/** The full stop of a sentence; that of an initial or of "Jr." stays. */
export function withoutFullStop(text: string): string {
  if (!/[.。]$/.test(text)) return text;
  return STOP_OF_SENTENCE.test(text.slice(-7)) ? text.slice(0, -1) : text;
}

interface LabelReading {
  readonly label: Label;
  readonly rest: string;
  readonly ownerWords?: string;
  /** With a colon or what stands for one. */
  readonly colon: boolean;
}

/** UTF-16 units. */
const LONGEST_LABEL = 36;
/** What may part a label from the names. */
const LABEL_SIGN = /\.{3}|…|(?=©|ⓒ|\([cC]\))|[:：∶﹕=＝|｜ㅣ│/／,，،、・\-–—－]/gu;
/** These only follow words that can hardly stand in running text. */
const WEAK_SIGN = /[|｜ㅣ│/／,，،、・\-–—－]/u;

export function readLabel(text: string): LabelReading | undefined {
  const word = FIRST_WORD.exec(text.slice(0, LONGEST_LABEL))?.[0];
  if (word === undefined || !LABEL_STARTS.has(labelKey(word))) return undefined;
  // "picture-alliance", "Photo News".
  if (agencyKind(firstPart(text.slice(0, LONGEST_LABEL))) !== undefined) return undefined;
  let tries = 0;
  for (const sign of text.slice(0, LONGEST_LABEL + 2).matchAll(LABEL_SIGN)) {
    const label = LABELS.get(labelKey(text.slice(0, sign.index).replace(/[([（【]$/u, "")));
    const rest = text.slice(sign.index + sign[0].length).trim();
    if (label !== undefined && signFits(sign[0], label, text)) {
      return { label, rest, colon: true };
    }
    tries += 1;
    if (tries === 4) break;
  }
  return readOpenLabel(text);
}

function signFits(sign: string, label: Label, text: string): boolean {
  if (!WEAK_SIGN.test(sign)) return true;
  if (sign === "・") return /^\p{Script=Han}/u.test(text);
  if (/[,，،、]/u.test(sign)) return label.kind !== "picture" && label.weak !== true;
  // "Handout/Reuters", "Divulgação/X": there the word is a part of the credit line.
  return /^\p{Lo}/u.test(text) || label.kind === "maker" || label.kind === "picture";
}

const OPEN_STARTS: ReadonlySet<string> = new Set(
  [...OPEN_LABELS.keys()].map((label) => label.split(" ", 1)[0] ?? ""),
);

function readOpenLabel(text: string): LabelReading | undefined {
  if (!OPEN_STARTS.has(labelKey(/^\S+/.exec(text.slice(0, 60))?.[0] ?? ""))) return undefined;
  const words = text.slice(0, 60).split(" ");
  for (let count = Math.min(5, words.length - 1); count > 0; count -= 1) {
    const start = words.slice(0, count).join(" ");
    const label = OPEN_LABELS.get(labelKey(start));
    if (label === undefined) continue;
    const rest = text.slice(start.length).trim();
    // "FOTO ANTARA/…" is how the agency signs its pictures.
    if (label.weak && label.kind === "picture" && agencyKind(firstPart(rest)) !== undefined) {
      return undefined;
    }
    if (label.kind !== "owner") return { label, rest, colon: false };
    return { label, rest, ownerWords: ownerWordsOf(start), colon: false };
  }
  return undefined;
}

function firstPart(text: string): string {
  return text.split(/[/／|,(]/u, 1)[0]?.trim() ?? "";
}

/** "Photo courtesy of" without the word for the picture, with a capital. */
function ownerWordsOf(start: string): string {
  const words = start.replace(/^(?:photos?|images?|pictures?|foto|fotos|фото|imagen) /iu, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const SUFFIX_ENDS: ReadonlySet<string> = new Set(SUFFIX_LABELS.map(([suffix]) => suffix.slice(-1)));

/** The line ends as one with its label behind the names does. */
export function endsInSuffix(text: string): boolean {
  return SUFFIX_ENDS.has(/.[)）\]。.]{0,2}$/u.exec(text.slice(-4))?.[0].charAt(0) ?? "");
}

function readSuffix(text: string): { readonly label: Label; readonly rest: string } | undefined {
  if (!SUFFIX_ENDS.has(text.slice(-1))) return undefined;
  for (const [suffix, label] of SUFFIX_LABELS) {
    if (!text.endsWith(suffix) || text.length <= suffix.length) continue;
    const rest = text.slice(0, -suffix.length).replace(/[\s/／・=＝:：]+$/u, "");
    if (rest.length < 2) return undefined;
    // "山田太郎撮影", but "記念撮影" as well.
    const apart = rest.length < text.length - suffix.length;
    if (/^[图圖]$/u.test(suffix))
      return apart ? { label: { ...label, weak: true }, rest } : undefined;
    return { label: apart || SURE_SUFFIXES.has(suffix) ? label : { ...label, weak: true }, rest };
  }
  return undefined;
}
