/** Feeds to render, and documents read back as a program would read them. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect } from "vitest";
import type { Feed, FeedOptions, Item } from "../../src/feeds/feed.ts";

export const home = "https://site.example/";

export function feedOf(items: readonly Item[], options: Partial<FeedOptions> = {}): Feed {
  return {
    options: {
      title: "Site",
      link: home,
      language: "en",
      feedLinks: { rss: `${home}all.rss`, atom: `${home}all.atom`, json: `${home}all.json` },
      ...options,
    },
    items,
    categories: [],
    contributors: [],
    extensions: [],
  };
}

export function itemOf(fields: Partial<Item> = {}): Item {
  const link = `${home}article`;
  return { title: "Article", id: link, link, date: new Date("2026-06-01T10:00:00Z"), ...fields };
}

/** An element of a parsed document: attributes begin with `@`, text is `#`. */
export interface Element {
  readonly [name: string]: readonly Element[] | string | undefined;
}

const parser = new XMLParser({
  alwaysCreateTextNode: true,
  attributeNamePrefix: "@",
  htmlEntities: true,
  ignoreAttributes: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  parseAttributeValue: false,
  parseTagValue: false,
  textNodeName: "#",
});

/** The root's first child (`channel`) or the root itself (`feed`), after proof that it is XML. */
export function readXml(document: string): Element {
  expect(XMLValidator.validate(document)).toBe(true);
  const parsed = parser.parse(document) as Element;
  const rss = childrenOf(parsed, "rss")[0];
  const root = rss ?? childrenOf(parsed, "feed")[0];
  for (const prefix of new Set(document.match(/(?<=<)[a-z]+(?=:)/g))) {
    expect(root).toHaveProperty([`@xmlns:${prefix}`]);
  }
  return childrenOf(rss ?? {}, "channel")[0] ?? root ?? {};
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  const children = element?.[name];
  return Array.isArray(children) ? children : [];
}

export function textsOf(element: Element | undefined, name: string): readonly string[] {
  return childrenOf(element, name).map((child) => String(child["#"] ?? ""));
}

/** The lines of the document that begin with this start of a tag. */
export function linesOf(document: string, start: string): readonly string[] {
  return document.split("\n").filter((line) => line.startsWith(start));
}
