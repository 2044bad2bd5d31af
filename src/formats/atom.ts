/** Atom 1.0 (RFC 4287). */
import type { Feed } from "../feeds/feed.ts";
import type { Channel } from "./channel.ts";
import { readChannel } from "./channel.ts";
import type { Enclosure } from "./enclosures.ts";
import type { Entry, Person, Tag } from "./entry.ts";
import { readEntries } from "./entry.ts";
import { addressOf, firstOfEachId, uriOfId } from "./identifiers.ts";
import { distinctInstants, rfc3339Date, UNKNOWN_INSTANT_MS } from "./instants.ts";
import { MEDIA_NAMESPACES, mediaElements } from "./media-rss.ts";
import type { FitText } from "./text.ts";
import type { Xml } from "./xml.ts";
import { element, emptyElement, htmlElement, textElement, xmlDocument } from "./xml.ts";

export function renderAtom(feed: Feed): string {
  const identified = readEntries(feed).map((entry) => ({ ...entry, id: uriOfId(entry.id) }));
  const entries = firstOfEachId(identified, (entry) => entry.id);
  const channel = readChannel(feed, entries, "atom");
  const instants = distinctInstants(
    entries.map(({ id, updatedMs }) => ({ id, timeMs: updatedMs ?? UNKNOWN_INSTANT_MS })),
  );
  const children = [
    ...feedElements({ ...channel, updatedMs: newestOf(channel.updatedMs, instants) }, entries),
    ...entries.map((entry, i) => entryElement(entry, instants[i] ?? UNKNOWN_INSTANT_MS, channel)),
  ];
  const root = element("feed", children, {
    xmlns: "http://www.w3.org/2005/Atom",
    ...MEDIA_NAMESPACES,
    "xml:lang": channel.language,
  });
  return xmlDocument(root);
}

/** A tie-break moves an entry on; the feed is as new as its newest entry. */
function newestOf(updatedMs: number | undefined, instants: readonly number[]): number {
  return instants.reduce((newest, ms) => Math.max(newest, ms), updatedMs ?? UNKNOWN_INSTANT_MS);
}

function feedElements(channel: Channel, entries: readonly Entry[]): readonly (Xml | undefined)[] {
  const { title, self, home, hub } = channel;
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
    hub === undefined ? undefined : emptyElement("link", { rel: "hub", href: hub }),
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

function entryElement(entry: Entry, updatedMs: number, channel: Channel): Xml {
  const { link, publishedMs } = entry;
  return element(
    "entry",
    [
      textElement("title", entry.title, { type: "text" }),
      textElement("id", entry.id),
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
      ...textElements(entry),
      ...mediaElements(entry.pictures),
    ],
    { "xml:lang": entry.language === channel.language ? undefined : entry.language },
  );
}

/** An entry without content needs an alternate link, and without both some text of its own. */
function textElements(entry: Entry): readonly (Xml | undefined)[] {
  const { summary, description, content, title } = entry;
  if (content !== undefined) {
    return [
      summaryElement(summary, description),
      htmlElement("content", content, { type: "html" }),
    ];
  }
  if (entry.link === undefined && summary === undefined && description !== undefined) {
    return [htmlElement("content", description, { type: "html" })];
  }
  const fallback = description === undefined ? title : undefined;
  return [
    summaryElement(summary ?? fallback, description),
    entry.link === undefined
      ? textElement("content", summary ?? title, { type: "text" })
      : undefined,
  ];
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
