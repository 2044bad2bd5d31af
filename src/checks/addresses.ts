/** Addresses in XML feeds: ASCII, absolute, and the feed's own the one it is fetched from. */

import { type Complaint, quoted, type Rule } from "./rule.ts";
import type { XmlSubject } from "./subjects.ts";
import { characterFault, isAbsolute } from "./values.ts";
import { about, allOf, textOf, type XmlDocument, type XmlElement } from "./xml-document.ts";

interface Address {
  readonly element: XmlElement;
  readonly value: string;
}

const RSS_ELEMENTS = ["link", "url", "docs", "comments"];
const RSS_ATTRIBUTES = [
  ["enclosure", "url"],
  ["source", "url"],
  ["media:content", "url"],
  ["media:thumbnail", "url"],
  ["media:player", "url"],
  ["media:copyright", "url"],
] as const;
const ATOM_ELEMENTS = ["atom:uri", "atom:icon", "atom:logo"];
const ATOM_ATTRIBUTES = [
  ["atom:link", "href"],
  ["atom:content", "src"],
  ["atom:generator", "uri"],
] as const;

function* addresses(
  document: XmlDocument,
  elements: readonly string[],
  attributes: readonly (readonly [string, string])[],
): Generator<Address> {
  for (const key of elements) {
    for (const element of allOf(document, key)) yield { element, value: textOf(element) };
  }
  for (const [key, name] of attributes) {
    for (const element of allOf(document, key)) {
      const value = element.attributes.get(name);
      if (value !== undefined) yield { element, value: value.trim() };
    }
  }
}

/** RSS knows no base, and neither does Media RSS; what is empty is another rule's. */
const rssAddresses = ({ document }: XmlSubject) =>
  addresses(document, RSS_ELEMENTS, RSS_ATTRIBUTES);
const atomAddresses = ({ document }: XmlSubject) =>
  addresses(document, ATOM_ELEMENTS, ATOM_ATTRIBUTES);

function asciiOf(list: (subject: XmlSubject) => Iterable<Address>) {
  return function* (subject: XmlSubject): Generator<Complaint> {
    for (const { element, value } of list(subject)) {
      const fault = characterFault(value);
      if (fault === undefined) continue;
      yield about(element, `${quoted(value)} ${fault}`, "percent-encode it; punycode for a host");
    }
  };
}

function absoluteOf(list: (subject: XmlSubject) => Iterable<Address>) {
  return function* (subject: XmlSubject): Generator<Complaint> {
    for (const { element, value } of list(subject)) {
      if (value === "" || isAbsolute(value)) continue;
      yield about(element, `${quoted(value)} is not absolute`, "write the whole address");
    }
  };
}

export const addressRules: readonly Rule<XmlSubject>[] = [
  {
    name: "xml/addresses-are-ascii",
    level: "error",
    spec: "RFC 3986",
    section: "2",
    w3c: "UriNotIri",
    demands: "Addresses in RSS and Media RSS are ASCII, without spaces and stray brackets",
    find: asciiOf(rssAddresses),
  },
  {
    name: "xml/addresses-are-absolute",
    level: "error",
    spec: "RFC 3986",
    section: "4.3",
    w3c: "InvalidFullLink",
    demands: "Addresses in RSS and Media RSS are absolute",
    find: absoluteOf(rssAddresses),
  },
  {
    name: "atom/addresses-are-ascii",
    level: "warning",
    spec: "RFC 3986",
    section: "2",
    w3c: "InvalidIRI",
    demands: "Addresses in Atom elements are ASCII: RFC 4287 allows IRIs, many readers do not",
    find: asciiOf(atomAddresses),
  },
  {
    name: "atom/addresses-are-absolute",
    level: "warning",
    spec: "RFC 3986",
    section: "4.3",
    w3c: "RelativeSelf",
    demands: "Addresses in Atom elements are absolute: few readers mind `xml:base`",
    find: absoluteOf(atomAddresses),
  },
];
