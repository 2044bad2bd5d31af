/** An XML document as the rules see it: elements under their usual names, in order, with places. */

export interface XmlText {
  readonly kind: "text";
  /** With its references resolved. */
  readonly text: string;
  readonly isCdata: boolean;
  /** Written with a hexadecimal reference, as the RSS Profile wants `&` and `<` in plain text. */
  readonly hasHexReference: boolean;
}

export interface XmlElement {
  readonly kind: "element";
  /** As written: `m:content`. */
  readonly name: string;
  /** Under the usual prefix of its namespace: `media:content`; `{uri}local` where none is known. */
  readonly key: string;
  readonly namespace: string;
  /** By the names as written; values with their references resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly offset: number;
}

export type XmlNode = XmlElement | XmlText;

/** A namespace declaration. */
export interface XmlDeclaration {
  readonly prefix: string;
  readonly uri: string;
  readonly element: XmlElement;
}

/** What the reader met that XML forbids. */
export interface XmlFault {
  readonly kind: "syntax" | "character" | "entity" | "cdata-end" | "doctype" | "prefix";
  readonly offset: number;
  readonly reason: string;
}

export interface XmlDocument {
  readonly text: string;
  /** Undefined where there is none, or where reading had to stop. */
  readonly root: XmlElement | undefined;
  /** All elements by key, in document order. */
  readonly byKey: ReadonlyMap<string, readonly XmlElement[]>;
  readonly declarations: readonly XmlDeclaration[];
  readonly faults: readonly XmlFault[];
}

/** The namespaces that the W3C feed validator knows and feeds use, and those that we check. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://www.w3.org/2005/Atom", "atom"],
  ["http://search.yahoo.com/mrss/", "media"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://purl.org/syndication/history/1.0", "fh"],
  ["http://purl.org/atompub/tombstones/1.0", "at"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["https://podcastindex.org/namespace/1.0", "podcast"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/2000/svg", "svg"],
  ["http://www.w3.org/1998/Math/MathML", "mathml"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/2000/01/rdf-schema#", "rdfs"],
  ["http://purl.org/rss/1.0/modules/slash/", "slash"],
  ["http://purl.org/rss/1.0/modules/syndication/", "sy"],
  ["http://purl.org/rss/1.0/modules/taxonomy/", "taxo"],
  ["http://purl.org/syndication/thread/1.0", "thr"],
  ["http://wellformedweb.org/CommentAPI/", "wfw"],
  ["http://a9.com/-/spec/opensearch/1.1/", "opensearch"],
  ["http://a9.com/-/spec/opensearchrss/1.0/", "opensearch10"],
  ["http://backend.userland.com/creativeCommonsRssModule", "creativeCommons"],
  ["http://backend.userland.com/blogChannelModule", "blogChannel"],
  ["http://web.resource.org/cc/", "cc"],
  ["http://webns.net/mvcb/", "admin"],
  ["http://www.georss.org/georss", "georss"],
  ["http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"],
  ["http://www.opengis.net/gml", "gml"],
  ["http://rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["http://www.w3.org/2007/app", "app"],
  ["http://madskills.com/public/xml/rss/module/trackback/", "trackback"],
  ["http://xmlns.com/foaf/0.1/", "foaf"],
  ["http://base.google.com/ns/1.0", "g"],
  ["http://www.microsoft.com/schemas/rss/core/2005", "cf"],
  ["http://feedsync.org/2007/feedsync", "sx"],
]);

const NONE: readonly XmlElement[] = [];

export function allOf(document: XmlDocument, key: string): readonly XmlElement[] {
  return document.byKey.get(key) ?? NONE;
}

export function childrenOf(element: XmlElement, key?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind === "element" && (key === undefined || child.key === key)) found.push(child);
  }
  return found;
}

export function childOf(element: XmlElement, key: string): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind === "element" && child.key === key) return child;
  }
  return undefined;
}

/** The text directly inside, trimmed; empty where there is none. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const [first] = element.children;
  if (element.children.length === 1 && first?.kind === "text") return first.text.trim();
  let text = "";
  for (const child of element.children) if (child.kind === "text") text += child.text;
  return text.trim();
}

/** `/rss/channel/item[3]/guid`; a number only where there is more than one of the name. */
export function pathOf(element: XmlElement): string {
  let path = "";
  let last: XmlElement | undefined = element;
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    path = `/${at.name}${positionOf(at)}${path}`;
    last = at;
  }
  return last === element ? `/${element.name}` : path;
}

function positionOf(element: XmlElement): string {
  let before = 0;
  let all = 0;
  for (const sibling of element.parent?.children ?? []) {
    if (sibling.kind !== "element" || sibling.name !== element.name) continue;
    all += 1;
    if (sibling === element) before = all;
  }
  return all > 1 ? `[${before}]` : "";
}

/** A complaint about an element. */
export function about(element: XmlElement, reason: string, remedy: string) {
  return { offset: element.offset, path: pathOf(element), reason, remedy };
}
