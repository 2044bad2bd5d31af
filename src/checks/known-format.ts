/** Which format an XML document is in, by its root. */
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject, XmlSubject } from "./subjects.ts";
import { about, childOf, childrenOf } from "./xml-document.ts";

/** The document as a feed; undefined where its root is none. */
export function feedOf(subject: XmlSubject): FeedSubject | undefined {
  const { root } = subject.document;
  if (root?.key === "rss") {
    const feed = childOf(root, "channel") ?? root;
    return { ...subject, format: "rss", root, feed, items: childrenOf(feed, "item") };
  }
  if (root?.key === "atom:feed") {
    return { ...subject, format: "atom", root, feed: root, items: childrenOf(root, "atom:entry") };
  }
  return undefined;
}

const OTHERS: Readonly<Record<string, string>> = {
  "rdf:RDF": "RSS 1.0",
  "{http://purl.org/atom/ns#}feed": "Atom 0.3",
  feed: "Atom without its namespace",
  "atom:entry": "a single Atom entry",
  html: "a web page",
  "xhtml:html": "a web page",
  opml: "OPML",
};

export const formatRules: readonly Rule<XmlSubject>[] = [
  {
    name: "feed/known-format",
    level: "error",
    spec: "W3C validator",
    section: "UndefinedElement",
    w3c: "UndefinedElement",
    demands: "A document is RSS 2.0, Atom 1.0 or JSON Feed 1.1",
    *find(subject) {
      const { root } = subject.document;
      if (root === undefined || feedOf(subject) !== undefined) return;
      const what = Object.hasOwn(OTHERS, root.key) ? OTHERS[root.key] : quoted(root.name);
      yield about(root, `the root is ${what}`, "publish RSS 2.0, Atom 1.0 or JSON Feed 1.1");
    },
  },
];
