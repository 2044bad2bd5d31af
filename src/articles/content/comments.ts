/** Words that authors keep from readers: the comments of Liquid, Nunjucks, Hugo, MDX, HTML. */
import { type CodeOpening, isCodeEnd, openingOf, sparingCode } from "./markdown-code.ts";

/** What opens a comment; `{#id}` is a kramdown list. */
const OPENING = sparingCode(
  /<!--|\{%-?\s{0,9}comment\b[^%\n]{0,100}%\}|\{\{[<%]\s{0,9}comment\b[^{}\n]{0,100}[>%]\}\}|\{#(?=[-\s]|[^{}\n]{0,500}#\})|\{\/\*/g,
);

/** How a comment begins, how it ends, and what stands in its place. */
const KINDS: readonly (readonly [RegExp, RegExp, string])[] = [
  // An empty comment still parts two lists, and ends a block as the long one did.
  [/^<!--/, /-->/g, "<!-- -->"],
  [/^\{%/, /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/g, ""],
  [/^\{\{/, /\{\{[<%]\s{0,9}\/\s{0,9}comment\s{0,9}[>%]\}\}/g, ""],
  [/^\{#/, /#\}/g, ""],
  [/^\{\/\*/, /\*\/\}/g, ""],
];

/** What is in code stays. A comment that nobody ended goes on to the end, as generators read it. */
export function dropComments(source: string): string {
  if (!source.includes("<!--") && !/\{[#%{]|\{\/\*/.test(source)) return source;
  let kept = "";
  let at = 0;
  // These two may stand in prose; they are comments only where they end.
  const lastEnds = new Map([
    ["{#", source.lastIndexOf("#}")],
    ["{/*", source.lastIndexOf("*/}")],
  ]);
  for (const [start, end] of proseOf(source, () => at)) {
    if (end <= at) continue;
    OPENING.lastIndex = Math.max(start, at);
    for (let found = OPENING.exec(source); found !== null; found = OPENING.exec(source)) {
      if (found.index >= end) break;
      if (found[1] !== undefined) continue;
      const [, ending, instead] = KINDS.find(([opens]) => opens.test(found?.[0] ?? "")) ?? [];
      if (ending === undefined || (lastEnds.get(found[0]) ?? found.index) < found.index) continue;
      ending.lastIndex = found.index + found[0].length;
      const last = ending.exec(source);
      kept += source.slice(at, found.index) + (instead ?? "");
      at = last === null ? source.length : last.index + last[0].length;
      OPENING.lastIndex = at;
    }
  }
  return kept + source.slice(at);
}

/**
 * Where each run of lines outside code starts and ends.
 *
 * @param keptTo the end of the last comment found so far: a fence in a comment opens nothing.
 */
function* proseOf(source: string, keptTo: () => number): Generator<readonly [number, number]> {
  let start = 0;
  let code: CodeOpening | undefined;
  let wasBlank = true;
  for (let at = 0; at < source.length; ) {
    const next = source.indexOf("\n", at) + 1 || source.length;
    const line = source.slice(at, next);
    const opening = code === undefined ? openingOf(line) : undefined;
    const isIndented: boolean = wasBlank && /^(?: {4}|\t)/.test(line);
    if (code !== undefined) {
      if (isCodeEnd(line, code)) code = undefined;
      start = next;
    } else if (opening !== undefined || isIndented) {
      yield [start, at];
      if (keptTo() > at) {
        at = keptTo();
        start = at;
        wasBlank = false;
        continue;
      }
      code = opening;
      start = next;
    }
    wasBlank = isIndented || line.trim() === "";
    at = next;
  }
  if (code === undefined) yield [start, source.length];
}
