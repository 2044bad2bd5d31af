/** Where JSON goes wrong, and where the records of a list begin; `JSON.parse` tells neither. */

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

type Expectation = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "end";
type Bracket = "{" | "[";

/** The first place where a text that `JSON.parse` refused breaks the grammar of RFC 8259. */
export function jsonFault(text: string): JsonFault {
  const at = scan(text, () => {}, false);
  const line = lineAt(text, at.offset);
  const found =
    at.offset >= text.length ? "the end" : JSON.stringify(text.slice(at.offset, at.offset + 12));
  return { line, reason: `expected ${at.expected}, found ${found}` };
}

/** Where the value that a text begins with ends; undefined where it is broken or left open. */
export function endOfValue(text: string): number | undefined {
  const { offset, expected } = scan(text, () => {}, true);
  return expected === "end" ? offset : undefined;
}

/**
 * The lines (from 1) on which the elements of a list begin: of the array that the text is, or of
 * the one under `key` of the object that the text is.
 */
export function linesOfElements(text: string, key?: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let nextBreak = text.indexOf("\n");
  const quoted = key === undefined ? undefined : JSON.stringify(key);
  scan(
    text,
    (offset, open, topKey) => {
      const isElement =
        quoted === undefined
          ? open.length === 1 && open[0] === "["
          : open.length === 2 && open[1] === "[" && open[0] === "{" && topKey === quoted;
      if (!isElement) return;
      while (nextBreak >= 0 && nextBreak < offset) {
        line += 1;
        nextBreak = text.indexOf("\n", nextBreak + 1);
      }
      lines.push(line);
    },
    false,
  );
  return lines;
}

type Visit = (offset: number, open: readonly Bracket[], topKey: string) => void;

/** Walks the tokens; calls `onValue` where a value begins, with the brackets open around it. */
function scan(
  text: string,
  onValue: Visit,
  stopsBehindValue: boolean,
): { readonly offset: number; readonly expected: Expectation } {
  const open: Bracket[] = [];
  let expected: Expectation = "value";
  let offset = 0;
  let topKey = "";
  while (!(stopsBehindValue && expected === "end")) {
    BLANK.lastIndex = offset;
    offset += BLANK.exec(text)?.[0].length ?? 0;
    const end = tokenEnd(text, offset);
    if (end === undefined) break;
    // A long string is no token to compare: its first character tells what it is.
    const token = text.charAt(offset);
    if (expected.startsWith("value") && token !== "]") onValue(offset, open, topKey);
    if (expected.startsWith("key") && open.length === 1) topKey = text.slice(offset, end);
    const next = follow(token, expected, open);
    if (next === undefined) break;
    expected = next;
    offset = end;
  }
  return { offset, expected };
}

function tokenEnd(text: string, offset: number): number | undefined {
  const first = text.charAt(offset);
  if (first === '"') return stringEnd(text, offset);
  if (first !== "" && "{}[],:".includes(first)) return offset + 1;
  SCALAR.lastIndex = offset;
  const scalar = SCALAR.exec(text);
  return scalar === null ? undefined : offset + scalar[0].length;
}

// A loop and no expression: those run out of stack in a string of some megabytes.
function stringEnd(text: string, offset: number): number | undefined {
  for (let at = offset + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return undefined;
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(text);
    if (escaped === null) return undefined;
    at += escaped[0].length - 1;
  }
  return undefined;
}

/** What may stand behind a token; undefined where the token itself may not stand. */
function follow(token: string, expected: Expectation, open: Bracket[]): Expectation | undefined {
  const inObject = open.at(-1) === "{";
  const closes =
    (token === "}" && inObject && (expected === "key or }" || expected === "comma or end")) ||
    (token === "]" &&
      !inObject &&
      open.length > 0 &&
      (expected === "value or ]" || expected === "comma or end"));
  if (closes) {
    open.pop();
    return open.length === 0 ? "end" : "comma or end";
  }
  if (token === ":") return expected === "colon" ? "value" : undefined;
  if (token === ",") {
    if (expected !== "comma or end") return undefined;
    return inObject ? "key" : "value";
  }
  if (expected.startsWith("key")) return token === '"' ? "colon" : undefined;
  if (!expected.startsWith("value") || token === "}" || token === "]") return undefined;
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "key or }" : "value or ]";
  }
  return open.length === 0 ? "end" : "comma or end";
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1))
    line += 1;
  return line;
}
