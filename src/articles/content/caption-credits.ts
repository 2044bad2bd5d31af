/** The credits among the words beside a picture: elements that hold one, and what labels them. */
import type { Credit } from "../article.ts";
import { creditText, fillCredit } from "../credits/credit.ts";
import { isNamed, readCreditLine } from "../credits/credit-line.ts";
import { LABELS } from "../credits/labels.ts";
import { labelKey } from "../credits/spelling.ts";
import { plainLine } from "../plain-text.ts";
import { BLOCKS } from "./allowed-html.ts";
import {
  isCaptionElement,
  isControl,
  isCreditElement,
  isCreditFigcaption,
  isUnseen,
} from "./picture-marks.ts";
import {
  append,
  elementsBelow,
  isBlankText,
  lineOf,
  type SafeElement,
  type SafeNode,
  textOf,
} from "./safe-nodes.ts";

/** A longer line is prose, and no credit. */
export const MAX_CREDIT_LINE = 400;
/** UTF-16 units. */
const LONGEST_LABEL = 60;
/** A word that is no name's, or a full stop. */
const SENTENCE = /(?:^|\s)\p{Ll}{4,}|[.!?。]$/u;

export interface CreditsTaken {
  /** What is left. */
  readonly rest: readonly SafeNode[];
  readonly credit?: Credit;
  /** Of the credit elements: what turned out to be none of the credit's. */
  readonly words: string;
}

/** @param parts the elements and texts that a page shows with a picture, in document order. */
export function takeCreditElements(parts: readonly SafeNode[]): CreditsTaken {
  const lines: string[] = [];
  const rest = withoutCredits(parts, lines, true);
  return { rest, ...readCreditElements(lines) };
}

/** The nodes without their credit elements, whose texts are added to `lines`. */
function withoutCredits(
  parts: readonly SafeNode[],
  lines: string[],
  isOutermost: boolean,
): SafeNode[] {
  const rest: SafeNode[] = [];
  const last = parts.findLastIndex((part) => typeof part !== "string" || !isBlankText(part));
  parts.forEach((part, at) => {
    if (typeof part === "string") {
      append(rest, part);
      return;
    }
    if (isUnseen(part)) return;
    const isLast = at === last && isOutermost;
    const marked = part.marks.credit;
    if (isCreditPart(part, isLast)) {
      const line = marked ?? creditLineOf(part);
      if (isCreditOf(part, line, rest)) {
        const isInSentence = startsLower(parts[at + 1]);
        lines.push(isInSentence ? line : takeLabel(rest) + line);
        if (marked === undefined && !isInSentence) return;
      } else if (/:\s*$/.test(line) || lines.at(-1)?.endsWith(":")) {
        lines.push(line);
        return;
      }
    }
    if (part.name === "span" && part.children.length === 0) return;
    setApart(rest, part);
    append(rest, { ...part, children: withoutCredits(part.children, lines, isLast) });
  });
  return rest;
}

/** "by <a>Name</a> is licensed under …": a name that a sentence goes on behind stays in it. */
function startsLower(next: SafeNode | undefined): boolean {
  return typeof next === "string" && /^\s*\p{Ll}{2}/u.test(next);
}

function isCreditPart(part: SafeElement, isLast: boolean): boolean {
  if (part.marks.credit !== undefined || isCreditFigcaption(part)) return true;
  if (isCreditElement(part)) {
    // A wrapper named after one of its parts: "caption-and-credit".
    for (const inner of elementsBelow(part)) {
      if (isCaptionElement(inner)) return false;
      if (isCreditElement(inner) && !isLabelText(lineOf(inner.children))) return false;
    }
    return (
      !isCaptionElement(part) || readCreditLine(lineOf(part.children), "caption") === undefined
    );
  }
  return isLast && (part.name === "small" || part.name === "cite");
}

/** Whether the text of an element for credits is one. */
function isCreditOf(part: SafeElement, line: string, before: readonly SafeNode[]): boolean {
  const read = line.length > MAX_CREDIT_LINE ? undefined : readCreditLine(line, "credit-element");
  if (read === undefined) return false;
  const isSmall = part.name === "small" || part.name === "cite";
  if (isCreditElement(part) && !isCaptionElement(part)) return true;
  if (!isSmall) return isNamed(read.credit) && readCreditLine(line, "caption") === undefined;
  // Captions are set small too. What this project writes there, it must read there again.
  if (readCreditLine(line, "caption") !== undefined) return true;
  if (!isNamed(read.credit)) return !SENTENCE.test(line);
  return creditText(read.credit) === line || !isBlankText(textOf(before));
}

/** The text of a credit element, with a colon behind a label that is set apart from the names. */
function creditLineOf(part: SafeElement): string {
  let text = "";
  for (const child of part.children) {
    // Words that only screen readers tell may be the label of what follows.
    if (typeof child !== "string" && isControl(child)) continue;
    const inner = typeof child === "string" ? child : creditLineOf(child);
    if (isBlankText(inner)) text += " ";
    else if (isLabelText(text) && !/^\s*[:：/,]/.test(inner)) text = `${bareLabel(text)}: ${inner}`;
    else text += typeof child !== "string" && isBox(child) ? ` ${inner} ` : inner;
  }
  return plainLine(text);
}

function isBox({ name }: SafeElement): boolean {
  return name === "span" || BLOCKS.has(name);
}

/** Nothing but a label, without the colon that labels usually have: `<b>Photo</b>`. */
export function isLabelText(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const key = labelKey(bareLabel(text));
  return key !== "" && LABELS.has(key);
}

function bareLabel(text: string): string {
  return plainLine(text).replace(/\s*(?:[:：]|\.{3}|…)$/, "");
}

/** A label in front of a credit element goes with it: "Photo: <span>Name</span>". */
function takeLabel(rest: SafeNode[]): string {
  const last = rest.at(-1);
  if (typeof last !== "string") return "";
  const found = /[\p{L} .]{1,40}[:：]\s*$/u.exec(last.slice(-LONGEST_LABEL))?.[0] ?? "";
  const label = found.slice(found.lastIndexOf(".", found.length - 3) + 1);
  if (!isLabelText(label)) return "";
  rest[rest.length - 1] = last.slice(0, last.length - label.length);
  return `${label.trim()} `;
}

/** Elements set side by side are apart on the page, though no space is between them. */
function setApart(rest: SafeNode[], part: SafeElement): void {
  const last = rest.at(-1);
  const isLicence = part.marks.license !== undefined;
  if (last === undefined || (!isBox(part) && !isLicence)) return;
  const before = (typeof last === "string" ? last : textOf([last])).slice(-LONGEST_LABEL - 2);
  const next = textOf([part]);
  if (isLabelText(before) && !/[:：]\s*$/.test(before) && /^[\p{L}\p{N}]/u.test(next)) {
    append(rest, /[.…]\s*$/.test(before) ? " " : ": ");
  } else if (/[.!?…:,;)\]»”"]$/.test(before) && /^[\p{L}(©[]/u.test(next)) append(rest, " ");
  else if (isLicence && /\p{L}$/u.test(before)) append(rest, " ");
}

/** Credit elements one by one; a label in an element of its own belongs to the next. */
function readCreditElements(lines: readonly string[]): { credit?: Credit; words: string } {
  let credit: Credit | undefined;
  const words: string[] = [];
  let label = "";
  for (const line of lines) {
    const whole = label === "" ? line : `${label} ${line}`;
    label = "";
    if (/:\s*$/.test(whole)) {
      label = whole.trim();
      continue;
    }
    const read = readCreditLine(whole, "credit-element");
    if (read === undefined) words.push(whole);
    else {
      credit = fillCredit(credit, read.credit);
      if (read.caption) words.push(read.caption);
    }
  }
  if (label !== "") words.push(label);
  return { ...(credit === undefined ? {} : { credit }), words: words.join(" ") };
}
