/** Namespaces: declared, once, on the root, and exactly as everybody knows them. */
import type { Rule } from "./rule.ts";
import type { XmlSubject } from "./subjects.ts";
import { faultsOf } from "./xml.ts";
import { about, NAMESPACES } from "./xml-document.ts";

export const namespaceRules: readonly Rule<XmlSubject>[] = [
  {
    name: "xml/prefix-declared",
    level: "error",
    spec: "XML Namespaces",
    section: "5",
    w3c: "MissingNamespace",
    demands: "Every prefix is declared",
    find: faultsOf("prefix", "declare the namespace on the root element"),
  },
  {
    name: "xml/namespaces-on-root",
    level: "warning",
    spec: "XML Namespaces",
    section: "6.1",
    demands: "Namespaces are declared once, on the root; XHTML, SVG and MathML may do it in place",
    *find({ document }) {
      for (const { element, prefix, uri } of document.declarations) {
        const usual = NAMESPACES.get(uri) ?? "";
        if (element.parent === undefined || ["xhtml", "svg", "mathml"].includes(usual)) continue;
        const reason = `${prefix === "" ? "a default namespace" : prefix} is declared here`;
        yield about(element, reason, "declare it on the root element, once");
      }
    },
  },
  {
    name: "xml/usual-prefixes",
    level: "warning",
    spec: "W3C validator",
    section: "ReservedPrefix",
    w3c: "ReservedPrefix",
    demands: "A prefix that everybody knows means what everybody knows",
    *find({ document }) {
      for (const { element, prefix, uri } of document.declarations) {
        const usual = USUAL.get(prefix);
        if (usual === undefined || usual === uri || isNearMedia(uri)) continue;
        yield about(element, `${prefix} is bound to another namespace`, `bind it to ${usual}`);
      }
    },
  },
  {
    name: "xml/known-namespaces",
    level: "warning",
    spec: "W3C validator",
    section: "UnknownNamespace",
    w3c: "UnknownNamespace",
    demands: "Namespaces are ones that validators know",
    *find({ document }) {
      for (const { element, prefix, uri } of document.declarations) {
        if (uri === "" || NAMESPACES.has(uri) || isNearMedia(uri)) continue;
        const reason = `no validator knows the namespace ${JSON.stringify(uri.slice(0, 80))}`;
        const remedy = "keep it out of the public feed, or give it to the partner who wants it";
        yield about(element, prefix === "" ? reason : `${prefix}: ${reason}`, remedy);
      }
    },
  },
  {
    name: "media/namespace",
    level: "error",
    spec: "Media RSS",
    section: "Namespace declaration",
    w3c: "MediaRssNamespace",
    demands: "The namespace of Media RSS is exactly `http://search.yahoo.com/mrss/`",
    *find({ document }) {
      for (const { element, uri } of document.declarations) {
        if (!isNearMedia(uri)) continue;
        const remedy = "write http://search.yahoo.com/mrss/";
        yield about(element, `${uri.slice(0, 80)} is not Media RSS to most readers`, remedy);
      }
    },
  },
];

const USUAL: ReadonlyMap<string, string> = new Map(
  [...NAMESPACES].map(([uri, prefix]) => [prefix, uri]),
);

/** `http://search.yahoo.com/mrss`, `https://search.yahoo.com/mrss/`, the address of the page, … */
function isNearMedia(uri: string): boolean {
  return (
    uri !== "http://search.yahoo.com/mrss/" &&
    /^https?:\/\/(?:(?:www\.)?search\.yahoo\.com\/mrss\b|(?:www\.)?rssboard\.org\/media-rss)/i.test(
      uri,
    )
  );
}
