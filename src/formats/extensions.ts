/**
 * The extensions of the npm package `feed` as XML. Their objects are those of `xml-js` in its
 * compact form: `_attributes`, `_text`, `_cdata`, and elements by name, one or a list.
 */
import type { Extension } from "../feeds/feed.ts";
import type { Attributes, Xml } from "./xml.ts";
import { element, textElement } from "./xml.ts";

/** The namespaces that the prefixes of extensions stand for, by wide agreement. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["atom", "http://www.w3.org/2005/Atom"],
  ["cc", "http://web.resource.org/cc/"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["fh", "http://purl.org/syndication/history/1.0"],
  ["geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"],
  ["georss", "http://www.georss.org/georss"],
  ["googleplay", "http://www.google.com/schemas/play-podcasts/1.0"],
  ["itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["podcast", "https://podcastindex.org/namespace/1.0"],
  ["psc", "http://podlove.org/simple-chapters"],
  ["rawvoice", "http://www.rawvoice.com/rawvoiceRssModule/"],
  ["slash", "http://purl.org/rss/1.0/modules/slash/"],
  ["snf", "http://www.smartnews.be/snf"],
  ["source", "http://source.scripting.com/"],
  ["spotify", "http://www.spotify.com/ns/rss"],
  ["sy", "http://purl.org/rss/1.0/modules/syndication/"],
  ["thr", "http://purl.org/syndication/thread/1.0"],
  ["wfw", "http://wellformedweb.org/CommentAPI/"],
]);

const NAME = /^([A-Za-z][\w-]{0,40}):([A-Za-z_][\w.-]{0,60})$/;
const PLAIN_NAME = /^[A-Za-z_][\w.-]{0,60}$/;

/** Levels below the extension itself, and elements of one: whatever else would be an attack. */
const DEEPEST = 16;

/** The namespaces of these extensions, for the root of the document. */
export function namespacesOf(extensions: readonly Extension[]): Attributes {
  const found: Record<string, string> = {};
  for (const prefix of extensions.flatMap(({ name, objects }) => prefixesIn(name, objects, 0))) {
    const uri = NAMESPACES.get(prefix);
    if (uri !== undefined) found[`xmlns:${prefix}`] = uri;
  }
  return found;
}

function prefixesIn(name: string, value: unknown, depth: number): readonly string[] {
  const prefix = NAME.exec(name)?.[1];
  const own = prefix === undefined ? [] : [prefix];
  if (typeof value !== "object" || value === null || depth > DEEPEST) return own;
  const parts = Array.isArray(value)
    ? value.map((part): [string, unknown] => [name, part])
    : [...Object.entries(value), ...attributeNames(value)];
  return [...own, ...parts.flatMap(([key, part]) => prefixesIn(key, part, depth + 1))];
}

function attributeNames(value: object): readonly [string, unknown][] {
  const attributes = "_attributes" in value ? value._attributes : undefined;
  return Object.keys(attributes ?? {}).map((name) => [name, undefined]);
}

/**
 * The elements, and behind them the extensions that have a namespace; RSS allows no others
 * ("Extending RSS"). What the elements say already is not said again.
 */
export function withExtensions(
  elements: readonly (Xml | undefined)[],
  extensions: readonly Extension[],
): readonly (Xml | undefined)[] {
  if (extensions.length === 0) return elements;
  const taken = new Set(elements.map((xml) => /^<([\w:]+)/.exec(xml ?? "")?.[1]));
  const more = extensions.filter(({ name }) => !taken.has(name));
  return [...elements, ...more.flatMap(({ name, objects }) => elementsOf(name, objects, 0))];
}

function isBound(name: string): boolean {
  return NAMESPACES.has(NAME.exec(name)?.[1] ?? "");
}

function elementsOf(name: string, value: unknown, depth: number): readonly Xml[] {
  if (!isBound(name) || depth > DEEPEST || value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part) => elementsOf(name, part, depth + 1));
  if (typeof value !== "object") {
    const written = textElement(name, textOf(value));
    return written === undefined ? [] : [written];
  }
  const { _attributes, _text, _cdata, ...parts } = value as Readonly<Record<string, unknown>>;
  const attributes = attributesOf(_attributes);
  const text = [_text, _cdata].flat().map(textOf);
  const written = textElement(name, text.join(""), attributes);
  if (written !== undefined) return [written];
  const children = Object.entries(parts).flatMap(([key, part]) => elementsOf(key, part, depth + 1));
  return [element(name, children, attributes)];
}

/** Of what is text by nature; a symbol or an object is none. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

function attributesOf(given: unknown): Attributes {
  const attributes: Record<string, string> = {};
  if (typeof given !== "object" || given === null) return attributes;
  for (const [name, value] of Object.entries(given)) {
    const isName = PLAIN_NAME.test(name) || isBound(name) || name === "xml:lang";
    const text = textOf(value);
    if (isName && !name.startsWith("xmlns") && text !== "") attributes[name] = text;
  }
  return attributes;
}
