/** RSS 2.0 (https://www.rssboard.org/rss-specification), after the Best Practices Profile. */
import { htmlOfText } from "../articles/plain-text.ts";
import type { Feed } from "../feeds/feed.ts";
import { archiveElements, archiveNamespaces } from "./archive-links.ts";
import type { Channel } from "./channel.ts";
import { readChannel } from "./channel.ts";
import type { Enclosure } from "./enclosures.ts";
import { mediaTypeOf } from "./enclosures.ts";
import type { Entry, Person } from "./entry.ts";
import { readEntries, summaryOf } from "./entry.ts";
import { namespacesOf, withExtensions } from "./extensions.ts";
import { firstOfEachId } from "./identifiers.ts";
import { rfc822Date } from "./instants.ts";
import { ITUNES_NAMESPACE, itunesDuration, itunesElements } from "./itunes.ts";
import { MEDIA_NAMESPACES, mediaElements } from "./media-rss.ts";
import { episodeElements, PODCAST_NAMESPACES, showElements } from "./podcast.ts";
import type { FitText } from "./text.ts";
import { joinPieces, type Pieces } from "./utf8.ts";
import { writtenInTurn, writtenOnce } from "./written.ts";
import type { Xml, XmlPieces } from "./xml.ts";
import {
  element,
  emptyElement,
  htmlElement,
  longElement,
  textElement,
  xmlDocumentPieces,
} from "./xml.ts";

/** Always all of them, so that the first picture of a feed does not change its first line. */
const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  ...MEDIA_NAMESPACES,
};

const IMAGE_TYPES: readonly (string | undefined)[] = ["image/png", "image/jpeg", "image/gif"];

export function renderRss(feed: Feed): string {
  return joinPieces(rssPieces(feed));
}

/** The document in pieces, of which `renderRss` makes one string. */
export function rssPieces(feed: Feed): Pieces {
  const entries = firstOfEachId(readEntries(feed), (entry) => entry.guid);
  const channel = readChannel(feed, entries, "rss");
  const link = channel.home ?? channel.self ?? entries[0]?.link;
  const { extensions, options } = feed;
  const isPodcast = options.podcast === true;
  const attributes = {
    version: "2.0",
    ...NAMESPACES,
    ...(isPodcast ? { "xmlns:itunes": ITUNES_NAMESPACE } : {}),
    ...(options.show === undefined ? {} : PODCAST_NAMESPACES),
    ...archiveNamespaces(options.archive),
    ...namespacesOf([...extensions, ...entries.flatMap((entry) => entry.extensions)]),
  };
  const elements = [
    ...channelElements(channel, link),
    ...archiveElements(options.archive, "rss", "atom:link"),
    ...itunesElements(options, channel),
    ...showElements(options.show),
  ];
  return xmlDocumentPieces(
    [{ name: "rss", attributes }, { name: "channel" }],
    withExtensions(elements, extensions),
    writtenInTurn(entries, (entry) => itemPieces(entry, channel, isPodcast)),
    channel.stylesheet,
  );
}

function channelElements(channel: Channel, link: string | undefined): readonly (Xml | undefined)[] {
  const { title, self, hubs, updatedMs } = channel;
  return [
    textElement("title", title),
    textElement("link", link),
    textElement("description", channel.description ?? title),
    self === undefined
      ? undefined
      : emptyElement("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
    ...hubs.map((href) => emptyElement("atom:link", { href, rel: "hub" })),
    textElement("language", channel.language),
    textElement("copyright", channel.rights),
    textElement("managingEditor", mailbox(channel.author)),
    textElement("lastBuildDate", updatedMs === undefined ? undefined : rfc822Date(updatedMs)),
    ...channel.categories.map((category) => textElement("category", category)),
    textElement("generator", channel.generator),
    textElement("docs", "http://www.rssboard.org/rss-specification"),
    textElement("ttl", channel.ttl?.toString()),
    imageElement(channel.image, title, link),
  ];
}

function imageElement(url: string | undefined, title: string, link: string | undefined) {
  if (url === undefined || !IMAGE_TYPES.includes(mediaTypeOf(undefined, url, ["image"]))) {
    return undefined;
  }
  return element("image", [
    textElement("url", url),
    textElement("title", title),
    textElement("link", link),
  ]);
}

const once = writtenOnce<XmlPieces>();

/** Whatever of the feed an item depends on is in its key. */
function itemPieces(entry: Entry, channel: Channel, isPodcast: boolean): XmlPieces {
  const language = entry.language === channel.language ? undefined : entry.language;
  return once(entry, `${isPodcast} ${language}`, () => writeItem(entry, language, isPodcast));
}

function writeItem(entry: Entry, language: string | undefined, isPodcast: boolean): XmlPieces {
  const { guid, link, publishedMs, episode } = entry;
  const [description, content] = textsOf(entry);
  return longElement({
    name: "item",
    before: [textElement("title", entry.title), textElement("link", link), description],
    long: ["content:encoded", content],
    after: withExtensions(
      [
        ...authorElements(entry.authors),
        ...entry.tags.map((tag) => textElement("category", tag.name, { domain: tag.domain })),
        // Directories keep an episode's guid for ever, wherever its page may go.
        textElement("guid", guid, { isPermaLink: String(guid === link && episode === undefined) }),
        textElement("pubDate", publishedMs === undefined ? undefined : rfc822Date(publishedMs)),
        enclosureElement(entry.enclosures[0]),
        textElement("dc:language", language),
        textElement("dc:rights", entry.rights),
        isPodcast ? itunesDuration(entry) : undefined,
        ...episodeElements(episode),
        ...mediaElements(entry.pictures),
      ],
      entry.extensions,
    ),
  });
}

/** The profile wants a description before every `content:encoded`, and both are HTML. */
function textsOf(entry: Entry): readonly [Xml | undefined, FitText | undefined] {
  const { description, content } = entry;
  if (description !== undefined) return [htmlElement("description", description), content];
  const summary = summaryOf(entry);
  // Content of pictures alone has no words to describe it with.
  if (summary === undefined) return [htmlElement("description", content), undefined];
  return [textElement("description", htmlOfText(summary)), content];
}

/**
 * `author` takes e-mail addresses, one an item; names go into `dc:creator`. Never both. Addresses
 * of people whose name is known are not published.
 */
function authorElements(authors: readonly Person[]): readonly (Xml | undefined)[] {
  const [first] = authors;
  if (authors.length === 1 && first?.name === undefined) {
    return [textElement("author", mailbox(first))];
  }
  return authors.map((author) => textElement("dc:creator", author.name ?? author.email));
}

/** `mail@host (Name)`; the address again where there is no name, since one is asked for. */
function mailbox(person: Person | undefined): string | undefined {
  if (person?.email === undefined) return undefined;
  const name = person.name
    ?.replace(/[()\\]/g, " ")
    .replace(/ +/g, " ")
    .trim();
  return `${person.email} (${name || person.email})`;
}

function enclosureElement(enclosure: Enclosure | undefined): Xml | undefined {
  if (enclosure === undefined) return undefined;
  const { url, length, type } = enclosure;
  return emptyElement("enclosure", { url, length, type });
}
