/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the credits of pictures. */
import type { Image } from "../articles/article.ts";
import type { Extension, Feed } from "../feeds/feed.ts";
import { readChannel } from "./channel.ts";
import type { Enclosure } from "./enclosures.ts";
import type { Entry, Person } from "./entry.ts";
import { readEntries, summaryOf } from "./entry.ts";
import { addressOf, firstOfEachId } from "./identifiers.ts";
import { rfc3339Date } from "./instants.ts";
import { fitLine, fitText } from "./text.ts";

/** Undefined members are not written. */
type Json = Readonly<Record<string, unknown>>;

/** Where the words of `_images` are explained. */
const IMAGES_ABOUT = "https://iptc.org/standards/photo-metadata/";

export function renderJsonFeed(feed: Feed): string {
  const entries = firstOfEachId(readEntries(feed), (entry) => entry.id);
  const channel = readChannel(feed, entries, "json");
  const hasImages = entries.some((entry) => entry.pictures.length > 0);
  const document: Json = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.home,
    feed_url: channel.self,
    description: channel.description,
    icon: channel.image,
    favicon: channel.favicon,
    authors: channel.author === undefined ? undefined : [authorOf(channel.author)],
    language: channel.language,
    hubs: channel.hub === undefined ? undefined : [{ type: "WebSub", url: channel.hub }],
    _images: hasImages ? { about: IMAGES_ABOUT } : undefined,
    ...extensionsOf(feed.extensions),
    items: entries.map((entry) => itemOf(entry, channel.language)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function itemOf(entry: Entry, language: string | undefined): Json {
  const { publishedMs, updatedMs } = entry;
  return {
    id: entry.id,
    url: entry.link,
    title: entry.title,
    ...contentOf(entry),
    image: entry.pictures[0]?.url,
    date_published: publishedMs === undefined ? undefined : rfc3339Date(publishedMs),
    date_modified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    authors: listed(entry.authors.map(authorOf)),
    tags: listed(entry.tags.map((tag) => tag.name)),
    language: entry.language === language ? undefined : entry.language,
    attachments: listed(entry.enclosures.filter(isAttachment).map(attachmentOf)),
    _images: listed(entry.pictures.map(imageOf)),
    ...extensionsOf(entry.extensions),
  };
}

/** One of `content_html` and `content_text` is required; `summary` is plain text. */
function contentOf(entry: Entry): Json {
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

function imageOf(image: Image): Json {
  const { credit } = image;
  return {
    url: image.url,
    caption: fitLine(image.caption),
    alt: fitLine(image.alt),
    credit: credit && {
      creators: listed(credit.creators.map(fitLine).filter((name) => name !== undefined)),
      role: credit.role,
      creditLine: fitLine(credit.creditLine),
      source: fitLine(credit.source),
      copyrightNotice: fitLine(credit.copyrightNotice),
      license: addressOf(credit.license),
      acquireLicensePage: addressOf(credit.acquireLicensePage),
    },
  };
}

function listed<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** `_` and a letter, no dots (JSON Feed 1.1, "Extensions"). */
const EXTENSION_NAME = /^_[a-z][^.]*$/i;

/**
 * The extensions of the `feed` package, as far as their names are allowed here. XML cannot have
 * them: they declare no namespace.
 */
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
