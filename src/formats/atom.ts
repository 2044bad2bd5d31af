/** Atom 1.0 (RFC 4287). */
import type { DeletedItem, Feed } from "../feeds/feed.ts";
import { archiveElements, archiveNamespaces } from "./archive-links.ts";
import type { Channel } from "./channel.ts";
import { readChannel } from "./channel.ts";
import type { Enclosure } from "./enclosures.ts";
import type { Entry, Person, Tag } from "./entry.ts";
import { readEntries } from "./entry.ts";
import { addressOf, firstOfEachId, uriOfId } from "./identifiers.ts";
import { distinctInstants, rfc3339Date, UNKNOWN_INSTANT_MS } from "./instants.ts";
import { MEDIA_NAMESPACES, mediaElements } from "./media-rss.ts";
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

export function renderAtom(feed: Feed): string {
  return joinPieces(atomPieces(feed));
}

/** The document in pieces, of which `renderAtom` makes one string. */
export function atomPieces(feed: Feed): Pieces {
  const entries = firstOfEachId(readEntries(feed), (entry) => entry.uri);
  const channel = readChannel(feed, entries, "atom");
  const { archive } = feed.options;
  const deleted = feed.deleted ?? [];
  const instants = distinctInstants(
    entries.map(({ uri, updatedMs }) => ({ id: uri, timeMs: updatedMs ?? UNKNOWN_INSTANT_MS })),
  );
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    ...MEDIA_NAMESPACES,
    ...archiveNamespaces(archive),
    ...(deleted.length === 0 ? {} : { "xmlns:at": "http://purl.org/atompub/tombstones/1.0" }),
    "xml:lang": channel.language,
  };
  // All documents of a chain are one feed (RFC 5005, section 4).
  const id = channel.id ?? archive?.current["atom"];
  const newestMs = newestOf(channel.updatedMs, instants);
  const head = [
    ...feedElements({ ...channel, id, updatedMs: newestMs }, entries),
    ...archiveElements(archive, "atom", "link"),
    ...deleted.map(deletedElement),
  ];
  return xmlDocumentPieces(
    [{ name: "feed", attributes }],
    head,
    writtenInTurn(entries, (entry, index) =>
      entryPieces(entry, instants[index] ?? UNKNOWN_INSTANT_MS, channel),
    ),
    channel.stylesheet,
  );
}

/** RFC 6721: whoever has shown the entry is asked to take it away. */
function deletedElement({ id, when }: DeletedItem): Xml {
  return emptyElement("at:deleted-entry", { ref: uriOfId(id), when: rfc3339Date(when.getTime()) });
}

/** A tie-break moves an entry on; the feed is as new as its newest entry. */
function newestOf(updatedMs: number | undefined, instants: readonly number[]): number {
  return instants.reduce((newest, ms) => Math.max(newest, ms), updatedMs ?? UNKNOWN_INSTANT_MS);
}

function feedElements(channel: Channel, entries: readonly Entry[]): readonly (Xml | undefined)[] {
  const { title, self, home, hubs } = channel;
  return [
    textElement("title", title, { type: "text" }),
    textElement("subtitle", channel.description, { type: "text" }),
    textElement("id", uriOfId(channel.id ?? self ?? home ?? title)),
    self === undefined
      ? undefined
      : emptyElement("link", { rel: "self", type: "application/atom+xml", href: self }),
    home === undefined
      ? undefined
      : emptyElement("link", { rel: "alternate", type: "text/html", href: home }),
    ...hubs.map((href) => emptyElement("link", { rel: "hub", href })),
    textElement("updated", rfc3339Date(channel.updatedMs ?? UNKNOWN_INSTANT_MS)),
    authorOfFeed(channel, entries),
    ...channel.contributors.map((person) => personElement("contributor", person)),
    ...channel.categories.map((term) => emptyElement("category", { term })),
    textElement("rights", channel.rights, { type: "text" }),
    textElement("icon", channel.favicon),
    textElement("logo", channel.image),
    textElement("generator", channel.generator),
  ];
}

/** Required unless every entry has one (RFC 4287, 4.1.1). Whoever publishes signs with the title. */
function authorOfFeed(channel: Channel, entries: readonly Entry[]): Xml | undefined {
  if (channel.author !== undefined) return personElement("author", channel.author);
  if (entries.length > 0 && entries.every((entry) => entry.authors.length > 0)) return undefined;
  return element("author", [textElement("name", channel.title)]);
}

function personElement(name: "author" | "contributor", person: Person): Xml {
  return element(name, [
    textElement("name", person.name ?? person.email),
    textElement("uri", person.url),
    textElement("email", person.email),
  ]);
}

const once = writtenOnce<XmlPieces>();

/** Whatever of the feed an entry depends on is in its key. */
function entryPieces(entry: Entry, updatedMs: number, channel: Channel): XmlPieces {
  const language = entry.language === channel.language ? undefined : entry.language;
  return once(entry, `${updatedMs} ${language}`, () => writeEntry(entry, updatedMs, language));
}

function writeEntry(entry: Entry, updatedMs: number, language: string | undefined): XmlPieces {
  const { link, publishedMs } = entry;
  const { summary, long, text } = textsOf(entry);
  return longElement({
    name: "entry",
    attributes: { "xml:lang": language },
    before: [
      textElement("title", entry.title, { type: "text" }),
      textElement("id", entry.uri),
      link === undefined
        ? undefined
        : emptyElement("link", { rel: "alternate", type: "text/html", href: link }),
      ...entry.enclosures.map(enclosureElement),
      textElement("published", publishedMs === undefined ? undefined : rfc3339Date(publishedMs)),
      textElement("updated", rfc3339Date(updatedMs)),
      ...entry.authors.map((author) => personElement("author", author)),
      ...entry.contributors.map((person) => personElement("contributor", person)),
      ...entry.tags.map(categoryElement),
      textElement("rights", entry.rights, { type: "text" }),
      summary,
    ],
    long: ["content", long, { type: "html" }],
    after: [text, ...mediaElements(entry.pictures)],
  });
}

interface Texts {
  readonly summary?: Xml | undefined;
  /** The content as HTML, or else as text. */
  readonly long?: FitText;
  readonly text?: Xml | undefined;
}

/** An entry without content needs an alternate link, and without both some text of its own. */
function textsOf({ summary, description, content, title, link }: Entry): Texts {
  if (content !== undefined)
    return { summary: summaryElement(summary, description), long: content };
  if (link === undefined && summary === undefined && description !== undefined) {
    return { long: description };
  }
  const words = summary ?? (description === undefined ? title : undefined);
  const element = summaryElement(words, description);
  if (link !== undefined) return { summary: element };
  return { summary: element, text: textElement("content", summary ?? title, { type: "text" }) };
}

function summaryElement(text: string | undefined, html: FitText | undefined): Xml | undefined {
  return text === undefined
    ? htmlElement("summary", html, { type: "html" })
    : textElement("summary", text, { type: "text" });
}

function categoryElement({ name, term, domain }: Tag): Xml {
  const label = name === term ? undefined : name;
  return emptyElement("category", { term, scheme: addressOf(domain), label });
}

/** `length` is a hint (RFC 4287, 4.2.7.6): better none than 0. */
function enclosureElement({ url, type, length, title }: Enclosure): Xml {
  const known = length > 0 ? length : undefined;
  return emptyElement("link", { rel: "enclosure", type, length: known, title, href: url });
}
