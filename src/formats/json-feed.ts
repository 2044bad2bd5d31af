/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the credits of pictures. */
import type { Extension, Feed } from "../feeds/feed.ts";
import { readChannel } from "./channel.ts";
import type { Enclosure } from "./enclosures.ts";
import type { Entry, Person } from "./entry.ts";
import { readEntries, summaryOf } from "./entry.ts";
import { addressOf, firstOfEachId } from "./identifiers.ts";
import { rfc3339Date } from "./instants.ts";
import type { Picture } from "./pictures.ts";
import type { FitText } from "./text.ts";
import { fitText } from "./text.ts";
import { joinPieces, type Pieces } from "./utf8.ts";
import { writtenInTurn, writtenOnce } from "./written.ts";

/** Undefined members are not written. */
type Json = Readonly<Record<string, unknown>>;

/** Where the words of `_images` are explained. */
const IMAGES_ABOUT = "https://iptc.org/standards/photo-metadata/";

export function renderJsonFeed(feed: Feed): string {
  return joinPieces(jsonFeedPieces(feed));
}

/** The document in pieces, of which `renderJsonFeed` makes one string. */
export function jsonFeedPieces(feed: Feed): Pieces {
  const entries = firstOfEachId(readEntries(feed), (entry) => entry.id);
  const channel = readChannel(feed, entries, "json");
  const hasImages = entries.some((entry) => entry.pictures.length > 0);
  const document: Json = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.home,
    feed_url: channel.self,
    next_url: addressOf(feed.options.archive?.previous?.["json"]),
    description: channel.description,
    icon: channel.image,
    favicon: channel.favicon,
    authors: channel.author === undefined ? undefined : [authorOf(channel.author)],
    language: channel.language,
    hubs: channel.hubs.length === 0 ? undefined : channel.hubs.map(hubOf),
    _images: hasImages ? { about: IMAGES_ABOUT } : undefined,
    ...extensionsOf(feed.extensions),
    items: [],
  };
  const text = JSON.stringify(document, null, 2);
  if (entries.length === 0) return [text, "\n"];
  const items = writtenInTurn(entries, (entry) => itemPieces(entry, channel.language));
  return {
    expectedUnits: items.expectedUnits,
    *[Symbol.iterator]() {
      let before = text.slice(0, -END.length);
      for (const item of items) {
        yield `${before}${START_OF_ITEM}`;
        yield* item;
        before = ",";
      }
      yield "\n  ]\n}\n";
    },
  };
}

/** How a document without items ends; the items stand between the brackets. */
const END = "]\n}";
const START_OF_ITEM = "\n    ";

const once = writtenOnce<Pieces>();

/** Whatever of the feed an item depends on is in its key. */
function itemPieces(entry: Entry, feedLanguage: string | undefined): Pieces {
  const language = entry.language === feedLanguage ? undefined : entry.language;
  return once(entry, `${language}`, () => writeItem(entry, language));
}

/** The content is written into its place anew for every document: kept, it would fill memory. */
function writeItem(entry: Entry, language: string | undefined): Pieces {
  const contents = contentOf(entry);
  const item = indented(membersOf(entry, contents, language));
  const html = contents.content_html;
  if (html === undefined) return [item];
  // A line end stands between members, and never in a text.
  const at = item.indexOf(EMPTY_CONTENT) + EMPTY_CONTENT.length - 1;
  return [item.slice(0, at), { write: () => escapedJson(html) }, item.slice(at)];
}

const EMPTY_CONTENT = `${START_OF_ITEM}  "content_html": ""`;

/**
 * What `JSON.stringify` makes of text that is fit, without the quotes around it, in a third of the
 * time: of all that JSON escapes (RFC 8259, section 7), such text can hold these alone.
 */
function escapedJson(text: FitText): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t");
}

/** Where an item stands in the document: two levels down. */
function indented(members: Json): string {
  return JSON.stringify([[members]], null, 2).slice(OUTSIDE.length, -OUTSIDE_END.length);
}

const OUTSIDE = "[\n  [\n    ";
const OUTSIDE_END = "\n  ]\n]";

/** With the place for the content, which is long. */
function membersOf(entry: Entry, contents: Contents, language: string | undefined): Json {
  const { id, link, title, publishedMs, updatedMs } = entry;
  return {
    ...{ id, url: link, title },
    content_html: contents.content_html === undefined ? undefined : "",
    content_text: contents.content_text,
    summary: contents.summary,
    image: entry.pictures[0]?.url,
    date_published: publishedMs === undefined ? undefined : rfc3339Date(publishedMs),
    date_modified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    authors: listed(entry.authors.map(authorOf)),
    tags: listed(entry.tags.map((tag) => tag.name)),
    language,
    attachments: listed(entry.enclosures.filter(isAttachment).map(attachmentOf)),
    _images: listed(entry.pictures.map(imageOf)),
    ...extensionsOf(entry.extensions),
  };
}

interface Contents {
  readonly content_html?: FitText;
  readonly content_text?: string;
  readonly summary?: string | undefined;
}

/** One of `content_html` and `content_text` is required; `summary` is plain text. */
function contentOf(entry: Entry): Contents {
  const { content, description, summary, title } = entry;
  if (content !== undefined) {
    const text = description === undefined ? summary : summaryOf(entry);
    return { content_html: content, summary: text };
  }
  if (description !== undefined) return { content_html: description };
  return { content_text: summary ?? title, summary };
}

function authorOf(person: Person): Json {
  const { name, email, url, avatar } = person;
  return { name: name ?? email, url, avatar };
}

/** Pictures have members of their own. */
function isAttachment(enclosure: Enclosure): boolean {
  return !enclosure.type.startsWith("image/");
}

function attachmentOf({ url, type, title, length, durationSeconds }: Enclosure): Json {
  return {
    url,
    mime_type: type,
    title,
    size_in_bytes: length > 0 ? length : undefined,
    duration_in_seconds: durationSeconds,
  };
}

function imageOf({ url, caption, alt, credit }: Picture): Json {
  return {
    ...{ url, caption, alt },
    credit: credit && {
      creators: listed(credit.creators),
      role: credit.role,
      creditLine: credit.creditLine,
      source: credit.source,
      copyrightNotice: credit.copyrightNotice,
      license: credit.license,
      acquireLicensePage: credit.acquireLicensePage,
    },
  };
}

function hubOf(url: string): Json {
  return { type: "WebSub", url };
}

function listed<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** `_` and a letter, no dots (JSON Feed 1.1, "Extensions"). */
const EXTENSION_NAME = /^_[a-z][^.]*$/i;

/** The extensions of the `feed` package, as far as their names are allowed here. */
function extensionsOf(extensions: readonly Extension[] | undefined): Json {
  const members: Record<string, unknown> = {};
  for (const { name, objects } of extensions ?? []) {
    if (!EXTENSION_NAME.test(name) || name === "_images") continue;
    members[fitText(name)] = JSON.parse(JSON.stringify(objects ?? null), (_key, value) =>
      typeof value === "string" ? fitText(value) : value,
    );
  }
  return members;
}
