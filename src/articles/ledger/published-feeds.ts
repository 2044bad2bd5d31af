/**
 * A ledger that was lost, rebuilt from the feeds that readers know. They tell less than it did:
 * neither records nor bodies; addresses, titles and dates have to do.
 */
import { decodeXML } from "entities";
import { XMLParser } from "fast-xml-parser";
import { plainLine } from "../plain-text.ts";
import { isPlainObject } from "../record.ts";
import { digestOfText } from "./digest.ts";
import type { LedgerLine } from "./ledger-lines.ts";

/** A document of the output folder. */
export interface PublishedDocument {
  /** Below that folder: `section/world.rss`. */
  readonly path: string;
  readonly text: string;
}

/** What a feed tells of an article. */
interface Shown {
  readonly guid: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
}

/**
 * A line for each article that feeds show, in the words that tell most of it: JSON Feed and RSS
 * carry the guid itself, Atom a URI that was made of it. What is no feed is passed over.
 */
export function linesOfFeeds(documents: readonly PublishedDocument[]): readonly LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  const addresses = new Set<string>();
  for (const { ending, read } of READERS) {
    const feeds = documents.filter(({ path }) => path.endsWith(ending));
    // By path, so that the same feeds give the same ledger.
    for (const { text } of feeds.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      for (const shown of readSafely(read, text)) {
        const line = lineOf(shown);
        // The URI that Atom has for an article is not another article.
        if (line === undefined || lines.has(line.guid) || addresses.has(line.url)) continue;
        lines.set(line.guid, line);
      }
    }
    for (const { url } of lines.values()) if (url !== "") addresses.add(url);
  }
  return [...lines.values()];
}

type Reader = (text: string) => readonly Shown[];

const READERS: readonly { readonly ending: string; readonly read: Reader }[] = [
  { ending: ".json", read: readJsonFeed },
  { ending: ".rss", read: readRss },
  { ending: ".atom", read: readAtom },
];

/** Validators refuse feeds of 5 MB; this is no feed of ours. UTF-16 units. */
const MAX_LENGTH = 32 * 1024 * 1024;

/** A feed that is broken tells nothing; the others do. */
function readSafely(read: Reader, text: string): readonly Shown[] {
  if (text.length > MAX_LENGTH) return [];
  try {
    return read(text);
  } catch {
    return [];
  }
}

function lineOf({ guid, url, title, date }: Shown): LedgerLine | undefined {
  if (guid === "") return undefined;
  const timeMs = Date.parse(date);
  return {
    guid,
    // Atom tells entries of one instant apart by parts of a second; articles have whole ones.
    publishedMs: Number.isNaN(timeMs) ? undefined : Math.floor(timeMs / 1000) * 1000,
    url,
    titleDigest: digestOfText(plainLine(title)),
    ...{ key: "", bodyDigest: "", further: [] },
  };
}

function readJsonFeed(text: string): readonly Shown[] {
  const feed: unknown = JSON.parse(text);
  if (!isPlainObject(feed) || !textIn(feed, "version").includes("jsonfeed.org")) return [];
  return listOf(feed["items"]).map((item) => ({
    guid: textIn(item, "id"),
    url: textIn(item, "url"),
    title: textIn(item, "title"),
    date: textIn(item, "date_published"),
  }));
}

function textIn(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The objects of a list, or nothing. */
function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isPlainObject) : [];
}

/**
 * Entities are not expanded, least of all those that a document declares for itself: what is looked
 * at here is decoded here. Bodies are left as they are.
 */
const parser = new XMLParser({
  alwaysCreateTextNode: true,
  attributeNamePrefix: "@",
  cdataPropName: "cdata",
  ignoreAttributes: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  stopNodes: ["rss.channel.item.content:encoded", "feed.entry.content"],
  textNodeName: "text",
});

type Element = Readonly<Record<string, unknown>>;

function parseXml(text: string): Element {
  const parsed: unknown = parser.parse(text);
  return isPlainObject(parsed) ? parsed : {};
}

function childrenOf(elements: readonly Element[], name: string): readonly Element[] {
  return elements.flatMap((element) => listOf(element[name]));
}

/** Of the first child of a name; empty where there is none. */
function wordsOf(element: Element, name: string): string {
  const [child] = childrenOf([element], name);
  if (child === undefined) return "";
  const literal = listOf(child["cdata"]).map((part) => textIn(part, "text"));
  return `${decodeXML(textIn(child, "text"))}${literal.join("")}`.trim();
}

function attributeOf(element: Element, name: string): string {
  return decodeXML(textIn(element, `@${name}`));
}

function readRss(text: string): readonly Shown[] {
  const channels = childrenOf(childrenOf([parseXml(text)], "rss"), "channel");
  return childrenOf(channels, "item").map((item) => {
    const [guid] = childrenOf([item], "guid");
    const isAddress = guid !== undefined && attributeOf(guid, "isPermaLink") !== "false";
    return {
      guid: wordsOf(item, "guid"),
      url: wordsOf(item, "link") || (isAddress ? wordsOf(item, "guid") : ""),
      title: wordsOf(item, "title"),
      date: wordsOf(item, "pubDate"),
    };
  });
}

function readAtom(text: string): readonly Shown[] {
  const feeds = childrenOf([parseXml(text)], "feed");
  return childrenOf(feeds, "entry").map((entry) => {
    const alternate = childrenOf([entry], "link").find(
      (link) => (attributeOf(link, "rel") || "alternate") === "alternate",
    );
    return {
      guid: wordsOf(entry, "id"),
      url: alternate === undefined ? "" : attributeOf(alternate, "href"),
      title: wordsOf(entry, "title"),
      date: wordsOf(entry, "published"),
    };
  });
}
