/** The last look at a document before it replaces the one that readers have. */
import { checkText } from "../checks/check-document.ts";
import { MAX_DOCUMENT_BYTES } from "../checks/rule.ts";

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

/** Control characters and halves of pairs; a surrogate may be half of a pair. */
const DOUBTFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const STRAY =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Why a document may not be published, or undefined where it may.
 *
 * @param bytes how many the text has in UTF-8.
 */
export function faultOfDocument(
  text: string,
  bytes: number,
  mediaType: string,
): string | undefined {
  if (bytes > MAX_DOCUMENT_BYTES) return `is larger than ${MAX_DOCUMENT_BYTES} bytes`;
  const isJson = mediaType.endsWith("json");
  const isXml = /xml|opml/.test(mediaType);
  if (!isXml && DOUBTFUL.test(text) && STRAY.test(text))
    return "holds a character that no reader takes";
  if (!isXml && !isJson) return undefined;
  if (isJson !== /^[\s]*[[{]/.test(text)) return `is not well-formed ${isJson ? "JSON" : "XML"}`;
  // No rule of these looks at a clock.
  const only = FEEDS.test(mediaType) ? OF_FEEDS : OF_XML;
  const [first] = checkText(text, bytes, { nowMs: 0, only });
  if (first === undefined) return undefined;
  const { rule, line, path, reason } = first;
  const place = line === undefined ? (path ?? "the document") : `line ${line}`;
  return `breaks ${rule}: ${place}: ${reason}`;
}
