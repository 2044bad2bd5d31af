/** The last look at a document before it replaces the one that readers have. */
import { isUtf8 } from "node:buffer";
import { checkText } from "../checks/check-document.ts";
import { faultOfPage } from "../checks/html-pages.ts";
import { areCharactersLegal } from "../checks/legal-bytes.ts";
import { MAX_DOCUMENT_BYTES } from "../checks/rule.ts";
import { isSoundAtom, isSoundRss, isSoundXml } from "../checks/sound-feeds.ts";
import { isJsonSound } from "../checks/sound-json.ts";

export { MAX_DOCUMENT_BYTES };

/** Broken, one of these leaves readers without the whole document. */
const UNREADABLE = [
  "xml/size",
  "xml/well-formed",
  "xml/legal-characters",
  "xml/no-doctype",
  "xml/five-entities",
  "xml/cdata-end",
  "xml/prefix-declared",
  "json/size",
  "json/well-formed",
  "json/is-feed",
];

/**
 * Those that depend on what the articles say and on each other, and that readers answer by dropping
 * items or taking one for another. The rest of the rules our writers keep by their construction:
 * `feedwright check` looks at all of them.
 */
const MISREAD = [
  "feed/known-format",
  "rss/channel-title",
  "rss/channel-link",
  "rss/channel-description",
  "rss/item-title-or-description",
  "rss/guid-unique",
  "rss/guid-permalink",
  "rss/enclosure-url",
  "rss/enclosure-length",
  "atom/feed-required",
  "atom/entry-required",
  "atom/author",
  "atom/id-absolute",
  "atom/content-or-alternate",
  "json/version",
  "json/title",
  "json/items",
  "json/item-id",
  "json/item-id-unique",
  "json/content",
];

const OF_XML: ReadonlySet<string> = new Set(UNREADABLE);
const OF_FEEDS: ReadonlySet<string> = new Set([...UNREADABLE, ...MISREAD]);
const FEEDS = /^application\/(?:(?:rss|atom)\+xml|feed\+json)$/;

/** The rules without which no document of a type is published. */
export function rulesOf(mediaType: string): ReadonlySet<string> {
  return FEEDS.test(mediaType) ? OF_FEEDS : OF_XML;
}

/**
 * Why a document may not be published, or undefined where it may.
 *
 * @param bytes what is going to be written.
 */
export function faultOfDocument(bytes: Buffer, mediaType: string): string | undefined {
  if (bytes.length > MAX_DOCUMENT_BYTES) return `is larger than ${MAX_DOCUMENT_BYTES} bytes`;
  if (!isUtf8(bytes)) return "is not UTF-8";
  if (mediaType === "text/html") return faultOfPage(bytes);
  const isXml = /xml|opml/.test(mediaType);
  const isLegal = areCharactersLegal(bytes);
  if (!isXml && !isLegal) return "holds a character that no reader takes";
  if (!isXml && !mediaType.endsWith("json")) return undefined;
  // Nearly every document passes at a glance; of the others, the rules tell what is wrong.
  return isLegal && isSound(bytes, mediaType) ? undefined : faultOfText(bytes, mediaType);
}

/** Whether a quick look finds nothing doubtful: then none of `rulesOf` finds anything either. */
export function isSound(bytes: Buffer, mediaType: string): boolean {
  if (mediaType.endsWith("json")) return isJsonSound(bytes, FEEDS.test(mediaType));
  if (!FEEDS.test(mediaType)) return isSoundXml(bytes);
  return mediaType === "application/rss+xml" ? isSoundRss(bytes) : isSoundAtom(bytes);
}

function faultOfText(bytes: Buffer, mediaType: string): string | undefined {
  const text = bytes.toString();
  const isJson = mediaType.endsWith("json");
  if (isJson !== /^[\s]*[[{]/.test(text)) return `is not well-formed ${isJson ? "JSON" : "XML"}`;
  // No rule of these looks at a clock.
  const [first] = checkText(text, bytes.length, { nowMs: 0, only: rulesOf(mediaType) });
  if (first === undefined) return undefined;
  const { rule, line, path, reason } = first;
  const place = line === undefined ? (path ?? "the document") : `line ${line}`;
  return `breaks ${rule}: ${place}: ${reason}`;
}
