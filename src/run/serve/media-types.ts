/** What a file is, for `Content-Type`: by its name, and where that leaves a choice, by its bytes. */
import { isUtf8 } from "node:buffer";
import mime from "mime";

/** Where the table of the package `mime` says less, or other than enclosures say. */
const TYPES: Readonly<Record<string, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  opml: "text/x-opml",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  m4a: "audio/x-m4a",
  m4b: "audio/x-m4a",
  flac: "audio/flac",
  ico: "image/x-icon",
  gz: "application/gzip",
  br: "application/octet-stream",
};

/** A type without parameters. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith(".chapters.json")) return "application/json+chapters";
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const own = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  return own ?? mime.getType(ending) ?? "application/octet-stream";
}

/** JSON Feed 1.1 names its version among the first members, whichever way slashes are escaped. */
const JSON_FEED = /https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\\?\/version\\?\/1/;

/** What a document of that name and these bytes is. */
export function mediaTypeOfBytes(name: string, bytes: Buffer): string {
  const type = mediaTypeOf(name);
  if (type !== "application/json") return type;
  return JSON_FEED.test(bytes.toString("latin1", 0, 1_024)) ? "application/feed+json" : type;
}

/** Types whose bytes shrink when they are compressed. */
export function isText(mediaType: string): boolean {
  return /^text\/|[/+](?:xml|json|json\+chapters|javascript|x-subrip|wasm|svg)\b/.test(mediaType);
}

export function isFeed(mediaType: string): boolean {
  return /^application\/(?:(?:rss|atom)\+xml|feed\+json)$/.test(mediaType);
}

/**
 * The value of `Content-Type`. JSON knows no charset parameter (RFC 8259, section 11); text that is
 * no UTF-8 tells its encoding itself, and the header must not overrule it.
 */
export function contentType(mediaType: string, bytes: Buffer | undefined): string {
  const hasCharset = isText(mediaType) && !mediaType.includes("json");
  if (!hasCharset || mediaType === "application/wasm") return mediaType;
  return bytes === undefined || isUtf8(bytes) ? `${mediaType}; charset=utf-8` : mediaType;
}
