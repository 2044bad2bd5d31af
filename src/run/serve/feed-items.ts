/** A feed taken apart at its items: for deltas, and for what stands before the first of them. */
import { createHash } from "node:crypto";

/** Where an item stands in the document, with the white space behind it, and a digest of it. */
export interface FeedItem {
  readonly start: number;
  readonly end: number;
  readonly digest: string;
}

const NAMES: Readonly<Record<string, string>> = {
  "application/rss+xml": "item",
  "application/atom+xml": "entry",
};

/** More items than any feed of ours may hold. */
const MAX_ITEMS = 20_000;

/**
 * @returns undefined where the document is no RSS or Atom feed that can be cut surely: its items
 * follow one another, with nothing but white space between them.
 */
export function readFeedItems(bytes: Buffer, mediaType: string): readonly FeedItem[] | undefined {
  const name = Object.hasOwn(NAMES, mediaType) ? NAMES[mediaType] : undefined;
  if (name === undefined) return undefined;
  // One character a byte: places in the text are places in the document.
  const text = bytes.toString("latin1");
  const places = placesOf(text, name);
  if (places === undefined || places.length > MAX_ITEMS) return undefined;
  return places.map(([start, end], at) => {
    const next = places[at + 1]?.[0] ?? end;
    const digest = createHash("sha256").update(bytes.subarray(start, end)).digest("base64url");
    return { start, end: next, digest: digest.slice(0, 16) };
  });
}

type Place = readonly [start: number, end: number];

function placesOf(text: string, name: string): readonly Place[] | undefined {
  const marks = new RegExp(`<!\\[CDATA\\[|<!--|<${name}(?=[\\s>])|</${name}\\s*>`, "g");
  const places: Place[] = [];
  let start: number | undefined;
  let lastEnd: number | undefined;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [written] = mark;
    if (written.startsWith("<!")) {
      const closing = written === "<!--" ? "-->" : "]]>";
      const end = text.indexOf(closing, marks.lastIndex);
      if (end === -1) return undefined;
      marks.lastIndex = end + closing.length;
    } else if (!written.startsWith("</")) {
      if (start !== undefined) return undefined;
      if (lastEnd !== undefined && text.slice(lastEnd, mark.index).trim() !== "") return undefined;
      start = mark.index;
    } else {
      if (start === undefined) return undefined;
      places.push([start, marks.lastIndex]);
      [start, lastEnd] = [undefined, marks.lastIndex];
    }
  }
  return start === undefined ? places : undefined;
}

/**
 * The same document with those items only that are not among the digests.
 *
 * @returns undefined where none of them is known: that is the whole document.
 */
export function documentWithout(
  bytes: Buffer,
  items: readonly FeedItem[],
  known: ReadonlySet<string>,
): Buffer | undefined {
  const [first] = items;
  const last = items.at(-1);
  const fresh = items.filter(({ digest }) => !known.has(digest));
  if (first === undefined || last === undefined || fresh.length === items.length) return undefined;
  return Buffer.concat([
    bytes.subarray(0, first.start),
    ...fresh.map(({ start, end }) => bytes.subarray(start, end)),
    bytes.subarray(last.end),
  ]);
}
