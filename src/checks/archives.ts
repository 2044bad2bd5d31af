/** Paged and archived feeds (RFC 5005), and entries that were deleted (RFC 6721). */
import { readRfc3339 } from "./dates.ts";
import { linksOf, selfLinks } from "./links.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { about, allOf, childOf, textOf } from "./xml-document.ts";

const PAGES = ["first", "last", "previous", "next"];
const ARCHIVES = ["prev-archive", "next-archive", "current"];
const HISTORY = [...PAGES, ...ARCHIVES];

const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

export const archiveRules: readonly Rule<FeedSubject>[] = [
  {
    name: "archive/current",
    level: "warning",
    spec: "RFC 5005",
    section: "4",
    w3c: "MissingCurrentInArchive",
    demands: "An archive document (`fh:archive`) links to the `current` one",
    *find({ feed }) {
      const archive = childOf(feed, "fh:archive");
      if (archive === undefined || linksOf(feed, "current").length > 0) return;
      yield about(archive, "there is no current link", 'add <link rel="current" href="…"/>');
    },
  },
  {
    name: "archive/linked",
    level: "warning",
    spec: "RFC 5005",
    section: "4",
    w3c: "ArchiveIncomplete",
    demands: "An archive document has `prev-archive`, `next-archive` or both",
    *find({ feed }) {
      const archive = childOf(feed, "fh:archive");
      if (archive === undefined) return;
      if (linksOf(feed, "prev-archive", "next-archive").length > 0) return;
      yield about(archive, "no other document is linked", "add prev-archive and next-archive");
    },
  },
  {
    name: "archive/marked",
    level: "warning",
    spec: "RFC 5005",
    section: "4",
    demands: "A document with `next-archive` is an archive document, and says so: `fh:archive`",
    *find({ feed }) {
      if (childOf(feed, "fh:archive") !== undefined) return;
      for (const link of linksOf(feed, "next-archive")) {
        yield about(link, "the document does not say that it is an archive", "add <fh:archive/>");
      }
    },
  },
  {
    name: "archive/one-link-each",
    level: "error",
    spec: "RFC 5005",
    section: "3",
    w3c: "DuplicateAtomLink",
    demands: "A feed has one link each of the relations of RFC 5005",
    *find({ feed }) {
      const seen = new Set<string>();
      for (const link of linksOf(feed, ...HISTORY)) {
        const rel = link.attributes.get("rel") ?? "";
        if (seen.has(rel)) yield about(link, `a second ${rel}`, "keep one");
        seen.add(rel);
      }
    },
  },
  {
    name: "archive/points-elsewhere",
    level: "error",
    spec: "RFC 5005",
    section: "4",
    w3c: "LinkPastEnd",
    demands: "No document is its own previous or next one: readers would run in a circle",
    *find({ feed }) {
      const self = selfLinks(feed)[0]?.attributes.get("href");
      for (const link of linksOf(feed, "previous", "next", "prev-archive", "next-archive")) {
        if (self === undefined || link.attributes.get("href") !== self) continue;
        yield about(link, "points at the document itself", "point at the other one, or drop it");
      }
    },
  },
  {
    name: "archive/complete",
    level: "error",
    spec: "RFC 5005",
    section: "2",
    w3c: "FeedRelInCompleteFeed",
    demands: "A complete feed (`fh:complete`) is neither paged nor archived",
    *find({ feed }) {
      const complete = childOf(feed, "fh:complete");
      if (complete === undefined) return;
      const archive = childOf(feed, "fh:archive");
      if (archive !== undefined) yield about(archive, "the feed says it is complete", "drop one");
      for (const link of linksOf(feed, ...PAGES, "prev-archive", "next-archive")) {
        yield about(link, "the feed says it is complete", "drop the link, or fh:complete");
      }
    },
  },
  {
    name: "archive/links-in-feed",
    level: "warning",
    spec: "RFC 5005",
    section: "3",
    w3c: "FeedHistoryRelInEntry",
    demands: "Links of RFC 5005 stand in the feed, not in an entry",
    *find({ items }) {
      for (const item of items) {
        for (const link of linksOf(item, ...HISTORY)) {
          yield about(link, "stands in an entry", "move it into the feed");
        }
      }
    },
  },
  {
    name: "atom/tombstone",
    level: "error",
    spec: "RFC 6721",
    section: "3",
    demands: "A deleted entry says what (`ref`) and when (`when`)",
    *find({ document }) {
      for (const entry of allOf(document, "at:deleted-entry")) {
        const when = entry.attributes.get("when") ?? "";
        if (!entry.attributes.get("ref")) yield about(entry, "there is no ref", "give its id");
        if (readRfc3339(when) !== undefined) continue;
        yield about(entry, `when is ${quoted(when)}`, 'write it as "2026-06-01T10:00:00Z"');
      }
    },
  },
  {
    name: "atom/tombstone-namespace",
    level: "warning",
    spec: "W3C validator",
    section: "UnknownNamespace",
    w3c: "UnknownNamespace",
    demands: "Validators do not know deleted entries: keep them out of the public feed",
    *find({ document }) {
      for (const { element, uri } of document.declarations) {
        if (uri !== TOMBSTONES) continue;
        yield about(element, "declares the namespace of RFC 6721", "switch tombstones off");
      }
    },
  },
  {
    name: "atom/tombstone-or-entry",
    level: "error",
    spec: "RFC 6721",
    section: "3",
    demands: "What is deleted is not among the entries, unless it came back later",
    *find({ document, items }) {
      const deleted = new Map(
        allOf(document, "at:deleted-entry").map((entry) => [
          entry.attributes.get("ref") ?? "",
          readRfc3339(entry.attributes.get("when") ?? "") ?? Number.POSITIVE_INFINITY,
        ]),
      );
      if (deleted.size === 0) return;
      for (const entry of items) {
        const whenMs = deleted.get(textOf(childOf(entry, "atom:id")));
        const updatedMs = readRfc3339(textOf(childOf(entry, "atom:updated"))) ?? 0;
        if (whenMs === undefined || updatedMs > whenMs) continue;
        yield about(entry, "is deleted in the same document", "drop the entry or the tombstone");
      }
    },
  },
];
