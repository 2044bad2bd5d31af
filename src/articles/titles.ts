/** A title for a record that has none: the first words of its story. */
import type { Body } from "./article.ts";
import { readContent } from "./content/content.ts";

const MAX_CODE_POINTS = 70;
/** Where the first words nearly always stand; a whole book need not be parsed for them. */
const HEAD_CHARACTERS = 20_000;
/** Where a picture in the text itself (a data: address) stands before them. */
const FAR_CHARACTERS = 1_000_000;

/** Whole words, at most 70 code points, "…" where something was left out; undefined without text. */
export function titleOfBody(body: Body, baseUrl: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(body.source)) return undefined;
  const text =
    summaryOf(body, baseUrl, HEAD_CHARACTERS) || summaryOf(body, baseUrl, FAR_CHARACTERS);
  const points = [...text.slice(0, 4 * MAX_CODE_POINTS)];
  if (points.length === 0) return undefined;
  if (points.length <= MAX_CODE_POINTS) return text;
  const cut = points.slice(0, MAX_CODE_POINTS).join("");
  // Languages without blanks are cut where they are.
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${atWord.replace(/[\s,;:–—-]+$/, "")}…`;
}

function summaryOf(body: Body, baseUrl: string, characters: number): string {
  // A cut within the address of an inlined picture would leave its letters as words.
  const source = body.source.replace(/\bdata:[\w/+.;=,%-]{200,}/g, "data:").slice(0, characters);
  const head = { ...body, source };
  return readContent(head, { baseUrl, images: [] }).summary;
}
