/** Slugs: the part of an address or file name that is made of words. */
import { createHash } from "node:crypto";

const MAX_CODE_POINTS = 80;
/** File systems take 255 for a name; the ending and a name beside it while writing need some. */
const MAX_BYTES = 200;

/**
 * Letters, digits and marks of any script in lower case, everything else a single "-": stable,
 * readable, and safe as a file name. Text without a letter or digit gives a short digest.
 */
export function slugOf(text: string): string {
  return wordsJoined(text.normalize("NFKC").toLowerCase().replace(/['’]/g, ""), text, "");
}

/**
 * The slug that generators give to a file: its dots stay (`v1.2-notes`), and so does its case where
 * `keepsCase` says so (Jekyll).
 */
export function slugOfFileName(name: string, keepsCase: boolean): string {
  const cased = keepsCase ? name : name.toLowerCase();
  return wordsJoined(cased.replace(/['’]/g, ""), name, ".");
}

function wordsJoined(text: string, source: string, alsoKept: "" | "."): string {
  const unfit = alsoKept === "." ? /[^\p{L}\p{N}\p{M}_.]+/gu : /[^\p{L}\p{N}\p{M}_]+/gu;
  const slug = text
    .normalize("NFC")
    .replace(unfit, "-")
    .replace(/^[-.]+/, "");
  const points = [...slug.slice(0, 2 * MAX_CODE_POINTS)].slice(0, MAX_CODE_POINTS);
  while (Buffer.byteLength(points.join("")) > MAX_BYTES) points.pop();
  const short = points.join("").replace(/[-.]+$/, "");
  return short === "" ? shortDigest(source) : short;
}

/** Eight hexadecimal digits that stand for a text. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
