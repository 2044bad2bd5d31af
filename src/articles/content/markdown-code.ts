/** Where Markdown holds code, which is shown as it is written: spans, fenced and tagged blocks. */

/**
 * The source of a pattern for a span of code, as CommonMark 6.1 has it: as many backticks at its
 * end as at its start, within one paragraph. It must stand first in a pattern: its group is `\1`.
 */
const CODE_SPAN =
  /(?<!`)(`{1,20})(?!`)(?:[^\n]|\n(?![ \t>]{0,40}(?:\n|<|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]))){1,500}?(?<!`)\1(?!`)/
    .source;

/**
 * A pattern that matches spans of code too, so that nothing is found inside them. The first group
 * is set in a span of code, which stays; those of `pattern` follow.
 *
 * @param pattern without references to its own groups.
 */
export function sparingCode(pattern: RegExp): RegExp {
  return new RegExp(`${CODE_SPAN}|${pattern.source}`, pattern.flags);
}

const FENCE = /^[\s>*+-]{0,40}(`{3,99}(?!.*`)|~{3,})/;
const HIGHLIGHT = /^\s{0,40}\{(?:\{[<%]|%-?)\s{0,9}highlight\s+([\w+#-]{1,30})/;
const END_HIGHLIGHT = /^\s{0,40}\{(?:\{[<%]\s{0,9}\/\s{0,9}|%-?\s{0,9}end)highlight\b/;

/** How a block of code begins: its fence, or the tag of a generator in place of one. */
export interface CodeOpening {
  /** Empty for the tag. */
  readonly fence: string;
  /** Only where the tag names it. */
  readonly language?: string;
}

/** Undefined where no block of code begins in the line. */
export function openingOf(line: string): CodeOpening | undefined {
  const language = HIGHLIGHT.exec(line)?.[1];
  if (language !== undefined) return { fence: "", language };
  const fence = FENCE.exec(line)?.[1];
  return fence === undefined ? undefined : { fence };
}

/** Only a fence without words ends a block (CommonMark 4.5); `js` behind it is code. */
export function isCodeEnd(line: string, { fence }: CodeOpening): boolean {
  if (fence === "") return END_HIGHLIGHT.test(line);
  const mark = line.replace(/^[\s>]{0,40}/, "").trimEnd();
  return mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length);
}
