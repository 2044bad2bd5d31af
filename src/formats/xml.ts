/**
 * The one module that escapes. Every piece of XML is made here and has the type `Xml`, which
 * nothing else can make: a raw string cannot slip into a document.
 */
import type { FitText } from "./text.ts";
import { fitText } from "./text.ts";
import type { Pieces } from "./utf8.ts";
import type { InTurn } from "./written.ts";

declare const markup: unique symbol;

/** Well-formed XML: one element. */
export type Xml = string & { readonly [markup]: true };

/** Attributes by name, in order; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Hexadecimal references, as the RSS Best Practices Profile has them for plain text: some readers
 * decode text twice and take `&lt;` for mark-up, but leave `&#x3C;` alone.
 */
const TEXT_REFERENCES: Readonly<Record<string, string>> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&#x3E;",
};

/** Named ones in attributes, which nobody decodes twice: some podcast apps know no others there. */
const ATTRIBUTE_REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser turns literal ones into spaces inside an attribute (XML 1.0, 3.3.3).
  "\t": "&#x9;",
  "\n": "&#xA;",
};

const inText = (character: string): string => TEXT_REFERENCES[character] ?? character;
const inAttribute = (character: string): string => ATTRIBUTE_REFERENCES[character] ?? character;

/** One look for all that may be wrong: what must be escaped, and what `fitText` must see. */
const NOT_TEXT =
  /[&<>\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;
const NOT_ATTRIBUTE = /[&<>"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

function escapeText(text: string): string {
  return NOT_TEXT.test(text) ? fitText(text).replace(/[&<>]/g, inText) : text;
}

function escapeAttribute(text: string): string {
  return NOT_ATTRIBUTE.test(text) ? fitText(text).replace(/[&<>"\t\n]/g, inAttribute) : text;
}

function startOfTag(name: string, attributes: Attributes | undefined): string {
  let tag = `<${name}`;
  if (attributes === undefined) return tag;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (typeof value === "number") tag += ` ${attribute}="${value}"`;
    else if (value !== undefined) tag += ` ${attribute}="${escapeAttribute(value)}"`;
  }
  return tag;
}

/** `<name>text</name>` with the text escaped; undefined where there is no text. */
export function textElement(
  name: string,
  text: string | undefined,
  attributes?: Attributes,
): Xml | undefined {
  if (text === undefined || text === "") return undefined;
  return `${startOfTag(name, attributes)}>${escapeText(text)}</${name}>` as Xml;
}

/** `<name><![CDATA[html]]></name>`; every `]]>` in the HTML is split (XML 1.0, 2.7). */
export function htmlElement(
  name: string,
  html: FitText | undefined,
  attributes?: Attributes,
): Xml | undefined {
  if (html === undefined || html.length === 0) return undefined;
  return `${startOfTag(name, attributes)}><![CDATA[${splitData(html)}]]></${name}>` as Xml;
}

function splitData(html: FitText): string {
  return html.includes("]]>") ? html.replaceAll("]]>", "]]]]><![CDATA[>") : html;
}

/** `<name attribute="…"/>` */
export function emptyElement(name: string, attributes: Attributes): Xml {
  return `${startOfTag(name, attributes)}/>` as Xml;
}

function linesOf(children: readonly (Xml | undefined)[]): string {
  let lines = "";
  for (const child of children) {
    if (child !== undefined) lines += `${child}\n`;
  }
  return lines;
}

/** An element of elements, one a line; undefined children are left out. */
export function element(
  name: string,
  children: readonly (Xml | undefined)[],
  attributes?: Attributes,
): Xml {
  const lines = linesOf(children);
  const start = startOfTag(name, attributes);
  return (lines === "" ? `${start}/>` : `${start}>\n${lines}</${name}>`) as Xml;
}

/** An element that stands on lines of its own, in pieces. */
export type XmlPieces = Pieces & { readonly [markup]: true };

/** An element of elements of which one may hold long HTML; that is a piece of its own. */
export interface LongElement {
  readonly name: string;
  readonly attributes?: Attributes;
  readonly before: readonly (Xml | undefined)[];
  /** As `htmlElement` writes it. */
  readonly long: readonly [name: string, html: FitText | undefined, attributes?: Attributes];
  readonly after: readonly (Xml | undefined)[];
}

/**
 * The element as `element` writes it, with a line end behind it. Joined, not added: what is added
 * stays a tree of small objects, and a great feed would have millions of them.
 */
export function longElement({ name, attributes, before, long, after }: LongElement): XmlPieces {
  const [child, html, childAttributes] = long;
  const head = [startOfTag(name, attributes), ">\n", ...before.map(lineOf)];
  const tail = [...after.map(lineOf), `</${name}>\n`];
  if (html === undefined || html.length === 0) {
    return [[...head, ...tail].join("")] as Pieces as XmlPieces;
  }
  const start = [...head, startOfTag(child, childAttributes), "><![CDATA["].join("");
  const end = [`]]></${child}>\n`, ...tail].join("");
  return [start, splitData(html), end] as Pieces as XmlPieces;
}

function lineOf(child: Xml | undefined): string {
  return child === undefined ? "" : `${child}\n`;
}

/**
 * The document that `xmlDocument` makes of the parents, each the only child of the one before.
 *
 * @param stylesheet the address of one for browsers (https://www.w3.org/TR/xml-stylesheet/).
 */
export function xmlDocumentPieces(
  parents: readonly { readonly name: string; readonly attributes?: Attributes }[],
  head: readonly (Xml | undefined)[],
  items: InTurn<XmlPieces>,
  stylesheet?: string,
): Pieces {
  const starts = parents.map(({ name, attributes }) => `${startOfTag(name, attributes)}>\n`);
  const ends = parents.map(({ name }) => `</${name}>\n`).reverse();
  const start = `${DECLARATION}${instruction(stylesheet)}${starts.join("")}${linesOf(head)}`;
  return {
    expectedUnits: items.expectedUnits,
    *[Symbol.iterator]() {
      yield start;
      for (const item of items) yield* item;
      yield ends.join("");
    },
  };
}

/** Browsers know XSLT by `text/xsl` alone, which nobody ever registered. */
function instruction(stylesheet: string | undefined): string {
  if (stylesheet === undefined) return "";
  const type = /\.css(?:$|[?#])/i.test(stylesheet) ? "text/css" : "text/xsl";
  return `<?xml-stylesheet href="${escapeAttribute(stylesheet)}" type="${type}"?>\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The document: UTF-8, nothing before the declaration, a line end at the end. */
export function xmlDocument(root: Xml): string {
  return `${DECLARATION}${root}\n`;
}
