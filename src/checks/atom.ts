/** What RFC 4287 demands of feeds and entries. */
import { linksOf, selfLinks } from "./links.ts";
import { repeated } from "./rss-channel.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isMimeType } from "./values.ts";
import { about, allOf, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const FEED_SINGLES = "title subtitle id updated rights icon logo generator";
const ENTRY_SINGLES = "title id updated published summary content rights source";
const singles = (names: string) => names.split(" ").map((name) => `atom:${name}`);

/** IANA's, and those that feeds have of their own. */
const RELATIONS = new Set(
  "alternate current describedby edit edit-media enclosure first hub last license next next-archive payment prev prev-archive previous related replies search self service up via author canonical collection".split(
    " ",
  ),
);

function* required(element: XmlElement) {
  for (const name of ["id", "title", "updated"]) {
    const child = childOf(element, `atom:${name}`);
    const isEmpty = name !== "title" && textOf(child) === "";
    if (child !== undefined && !isEmpty) continue;
    yield about(element, `there is no ${name}`, `add an <${name}>`);
  }
}

export const atomRules: readonly Rule<FeedSubject>[] = [
  {
    name: "atom/feed-required",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "MissingElement",
    demands: "A feed has an id, a title and `updated`",
    find: ({ feed }) => required(feed),
  },
  {
    name: "atom/entry-required",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.2",
    w3c: "MissingElement",
    demands: "An entry has an id, a title and `updated`",
    *find({ items }) {
      for (const entry of items) yield* required(entry);
    },
  },
  {
    name: "atom/one-of-each",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "DuplicateElement",
    demands: "Feed and entries have one id, title, updated, … each",
    *find({ feed, items }) {
      yield* repeated(feed, singles(FEED_SINGLES));
      const names = singles(ENTRY_SINGLES);
      for (const entry of items) yield* repeated(entry, names);
    },
  },
  {
    name: "atom/entry-published",
    level: "warning",
    spec: "RFC 4287",
    section: "4.2.9",
    demands: "An entry says when it was published: `updated` moves with every correction",
    *find({ items }) {
      for (const entry of items) {
        if (childOf(entry, "atom:published") !== undefined) continue;
        yield about(entry, "there is no published", "add a <published>");
      }
    },
  },
  {
    name: "atom/metadata-first",
    level: "error",
    spec: "W3C validator",
    section: "MisplacedMetadata",
    w3c: "MisplacedMetadata",
    demands: "What a feed says about itself stands before its first entry",
    *find({ feed }) {
      let hasEntry = false;
      for (const child of childrenOf(feed)) {
        if (child.key === "atom:entry") hasEntry = true;
        else if (hasEntry && child.key.startsWith("atom:")) {
          yield about(child, `${child.name} stands behind an entry`, "move it before the entries");
        }
      }
    },
  },
  {
    name: "atom/self-link",
    level: "warning",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "MissingSelf",
    demands: 'A feed names its own address: one link with `rel="self"`',
    *find({ feed }) {
      const count = selfLinks(feed).length;
      const remedy = 'write one <link rel="self" type="application/atom+xml" href="…"/>';
      if (count !== 1) yield about(feed, `${count} links to itself`, remedy);
    },
  },
  {
    name: "atom/self-type",
    level: "warning",
    spec: "RFC 4287",
    section: "4.2.7.3",
    w3c: "SelfNotAtom",
    demands: "The link to itself is of the type `application/atom+xml`, where it has one",
    *find({ feed }) {
      for (const link of selfLinks(feed)) {
        const type = link.attributes.get("type") ?? "application/atom+xml";
        if (type.startsWith("application/atom+xml")) continue;
        yield about(link, `its type is ${quoted(type)}`, 'write type="application/atom+xml"');
      }
    },
  },
  {
    name: "atom/author",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "MissingElement",
    demands: "The feed has an author, or else every entry has one",
    *find({ feed, items }) {
      if (childOf(feed, "atom:author") !== undefined) return;
      if (items.length === 0) yield about(feed, "there is no author", "add an <author>");
      for (const entry of items) {
        const source = childOf(entry, "atom:source");
        const own = childOf(entry, "atom:author") ?? (source && childOf(source, "atom:author"));
        if (own === undefined) yield about(entry, "nobody is its author", "add an <author>");
      }
    },
  },
  {
    name: "atom/person-name",
    level: "error",
    spec: "RFC 4287",
    section: "3.2.1",
    w3c: "MissingElement",
    demands: "An author or contributor has one name",
    *find({ document }) {
      for (const key of ["atom:author", "atom:contributor"]) {
        for (const person of allOf(document, key)) {
          yield* repeated(person, ["atom:name", "atom:uri", "atom:email"]);
          if (textOf(childOf(person, "atom:name")) !== "") continue;
          yield about(person, "there is no name", "add a <name>");
        }
      }
    },
  },
  {
    name: "atom/one-alternate",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "DuplicateAtomLink",
    demands: "Feed and entries have one alternate link of each type and hreflang",
    *find({ feed, items }) {
      for (const parent of [feed, ...items]) {
        const seen = new Set<string>();
        for (const link of linksOf(parent, "alternate")) {
          const { attributes } = link;
          const key = JSON.stringify([attributes.get("type"), attributes.get("hreflang")]);
          if (seen.has(key)) yield about(link, "a second alternate of its type", "keep one");
          seen.add(key);
        }
      }
    },
  },
  {
    name: "atom/link-type",
    level: "error",
    spec: "RFC 4287",
    section: "4.2.7.3",
    w3c: "InvalidMIMEType",
    demands: "The type of a link is a MIME type, its length a number of bytes",
    *find({ document }) {
      for (const link of allOf(document, "atom:link")) {
        const type = link.attributes.get("type");
        const length = link.attributes.get("length");
        if (type !== undefined && !isMimeType(type)) {
          yield about(link, `${quoted(type)} is no MIME type`, "write text/html, for example");
        }
        if (length !== undefined && !/^\d{1,16}$/.test(length)) {
          yield about(link, `its length is ${quoted(length)}`, "write its bytes, or leave it out");
        }
      }
    },
  },
  {
    name: "atom/link-relation",
    level: "warning",
    spec: "RFC 4287",
    section: "4.2.7.2",
    w3c: "UnregisteredAtomLinkRel",
    demands: "The relation of a link is registered, or an address",
    *find({ document }) {
      for (const link of allOf(document, "atom:link")) {
        const rel = link.attributes.get("rel") ?? "alternate";
        if (RELATIONS.has(rel) || /^[a-z][a-z0-9+.-]*:./i.test(rel)) continue;
        yield about(link, `${quoted(rel)} is not registered`, "write a registered relation");
      }
    },
  },
  {
    name: "atom/category-term",
    level: "error",
    spec: "RFC 4287",
    section: "4.2.2.1",
    w3c: "MissingAttribute",
    demands: "A category has a term",
    *find({ document }) {
      for (const category of allOf(document, "atom:category")) {
        if (category.attributes.get("term")) continue;
        yield about(category, "there is no term", "add one");
      }
    },
  },
  {
    name: "atom/language",
    level: "warning",
    spec: "RFC 4287",
    section: "2",
    w3c: "MissingDCLanguage",
    demands: "A feed says its language: `xml:lang`",
    *find({ feed }) {
      if (feed.attributes.get("xml:lang")) return;
      yield about(feed, "there is no xml:lang", 'add xml:lang="id", for example');
    },
  },
];
