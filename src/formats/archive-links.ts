/** Archived feeds (RFC 5005, section 4): how a document of a chain names the others. */
import type { ArchiveLinks } from "../feeds/feed.ts";
import type { Publication } from "./channel.ts";
import { addressOf } from "./identifiers.ts";
import { type Attributes, emptyElement, type Xml } from "./xml.ts";

/** For the root of an archive document. */
export function archiveNamespaces(archive: ArchiveLinks | undefined): Attributes {
  return archive?.isArchive ? { "xmlns:fh": "http://purl.org/syndication/history/1.0" } : {};
}

const MEDIA_TYPES = { rss: "application/rss+xml", atom: "application/atom+xml" } as const;

/** @param name `link` in Atom, `atom:link` in RSS. */
export function archiveElements(
  archive: ArchiveLinks | undefined,
  publication: Exclude<Publication, "json">,
  name: string,
): readonly (Xml | undefined)[] {
  if (archive === undefined) return [];
  const link = (rel: string, links: Readonly<Record<string, string>> | undefined) => {
    const href = addressOf(links?.[publication]);
    if (href === undefined) return undefined;
    return emptyElement(name, { href, rel, type: MEDIA_TYPES[publication] });
  };
  return [
    archive.isArchive ? emptyElement("fh:archive", {}) : undefined,
    // The subscription document is the current one itself.
    archive.isArchive ? link("current", archive.current) : undefined,
    link("prev-archive", archive.previous),
    link("next-archive", archive.next),
  ];
}
