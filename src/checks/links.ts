/** Links of a feed to itself and to others, as Atom has them and RSS borrows them. */
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isWebAddress } from "./values.ts";
import { about, allOf, childrenOf, type XmlElement } from "./xml-document.ts";

/** Those of the given relations; a link without one is an alternate (RFC 4287, 4.2.7.2). */
export function linksOf(element: XmlElement, ...rels: readonly string[]): readonly XmlElement[] {
  return childrenOf(element, "atom:link").filter((link) =>
    rels.includes(link.attributes.get("rel") ?? "alternate"),
  );
}

export function selfLinks(feed: XmlElement): readonly XmlElement[] {
  return linksOf(feed, "self");
}

export const linkRules: readonly Rule<FeedSubject>[] = [
  {
    name: "xml/link-href",
    level: "error",
    spec: "RFC 4287",
    section: "4.2.7.1",
    w3c: "MissingHref",
    demands: "Every `atom:link` has an `href`",
    *find({ document }) {
      for (const link of allOf(document, "atom:link")) {
        if (!link.attributes.get("href")) yield about(link, "there is no href", "add one");
      }
    },
  },
  {
    name: "xml/self-matches-address",
    level: "warning",
    spec: "W3C validator",
    section: "SelfDoesntMatchLocation",
    w3c: "SelfDoesntMatchLocation",
    demands: "The link to itself is the address the document is fetched from, where that is known",
    *find({ feed, address }) {
      if (address === undefined) return;
      for (const link of selfLinks(feed)) {
        const href = link.attributes.get("href") ?? "";
        if (href === address || !isWebAddress(href)) continue;
        yield about(link, `it is fetched from ${quoted(address)}`, `write href="${address}"`);
      }
    },
  },
  {
    name: "xml/links-differ",
    level: "warning",
    spec: "RFC 4287",
    section: "4.2.7",
    w3c: "DuplicateAtomLink",
    demands: "No link of the feed is there twice",
    *find({ feed }) {
      const seen = new Set<string>();
      for (const link of childrenOf(feed, "atom:link")) {
        const key = JSON.stringify(
          ["rel", "href", "type", "hreflang"].map((name) => link.attributes.get(name)),
        );
        if (seen.has(key)) yield about(link, "the same link a second time", "keep one");
        seen.add(key);
      }
    },
  },
];

export const rssLinkRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/self-link",
    level: "warning",
    spec: "RSS Profile",
    section: "atom:link",
    w3c: "MissingAtomSelfLink",
    demands: 'A channel names its own address: one `atom:link` with `rel="self"`',
    *find({ feed }) {
      const selves = selfLinks(feed);
      const remedy = 'write one <atom:link rel="self" type="application/rss+xml" href="…"/>';
      if (selves.length !== 1) yield about(feed, `${selves.length} links to itself`, remedy);
    },
  },
  {
    name: "rss/self-type",
    level: "warning",
    spec: "RSS Profile",
    section: "atom:link",
    w3c: "SelfNotAtom",
    demands: "The link to itself is of the type `application/rss+xml`",
    *find({ feed }) {
      for (const link of selfLinks(feed)) {
        const type = link.attributes.get("type") ?? "";
        if (type.startsWith("application/rss+xml")) continue;
        yield about(link, `its type is ${quoted(type)}`, 'write type="application/rss+xml"');
      }
    },
  },
];
