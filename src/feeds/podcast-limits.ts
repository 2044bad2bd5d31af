/** Texts as directories take them: no longer than so many bytes, cut between characters. */
import { cutCharacters } from "../articles/plain-text.ts";

/** Apple: description and summary, in bytes of UTF-8. */
export const MOST_SUMMARY_BYTES = 4_000;
/** Apple: author, subtitle, name of the owner; in characters. */
const MOST_NAME_LENGTH = 255;

/** The text, or as much of its beginning as fits with "…" behind it. */
export function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const mark = "…";
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let bytes = Buffer.byteLength(mark);
  let end = 0;
  // No character has less than a byte: what lies behind is cut anyhow.
  for (const { segment, index } of segmenter.segment(text.slice(0, most))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd() + mark;
}

/** Names are not marked where they are cut. */
export function cutName(name: string): string {
  return cutCharacters(name, MOST_NAME_LENGTH);
}
