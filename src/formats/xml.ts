/**
 * The one module that escapes. Every piece of XML is made here and has the type `Xml`, which
 * nothing else can make: a raw string cannot slip into a document.
 */
import type { FitText } from "./text.ts";
import { fitText } from "./text.ts";

declare const markup: unique symbol;

/** Well-formed XML: one element. */
export type Xml = string & { readonly [markup]: true };

/** Attributes by name, in order; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Hexadecimal references, as the RSS Best Practices Profile has them for plain text: some readers
 * decode text twice and take `&lt;` for mark-up, but leave `&#x3C;` alone.
 */
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&#x3E;",
  '"': "&#x22;",
  // A parser turns literal ones into spaces inside an attribute (XML 1.0, 3.3.3).
  "\t": "&#x9;",
  "\n": "&#xA;",
};

const reference = (character: string): string => REFERENCES[character] ?? character;

/** One look for all that may be wrong: what must be escaped, and what `fitText` must see. */
const NOT_TEXT =
  /[&<>\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;
const NOT_ATTRIBUTE = /[&<>"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

function escapeText(text: string): string {
  return NOT_TEXT.test(text) ? fitText(text).replace(/[&<>]/g, reference) : text;
}

function escapeAttribute(text: string): string {
  return NOT_ATTRIBUTE.test(text) ? fitText(text).replace(/[&<>"\t\n]/g, reference) : text;
}

function startOfTag(name: string, attributes: Attributes | undefined): string {
  let tag = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) tag += ` ${attribute}="${escapeAttribute(String(value))}"`;
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
  const data = html.includes("]]>") ? html.replaceAll("]]>", "]]]]><![CDATA[>") : html;
  return `${startOfTag(name, attributes)}><![CDATA[${data}]]></${name}>` as Xml;
}

/** `<name attribute="…"/>` */
export function emptyElement(name: string, attributes: Attributes): Xml {
  return `${startOfTag(name, attributes)}/>` as Xml;
}

/** An element of elements, one a line; undefined children are left out. */
export function element(
  name: string,
  children: readonly (Xml | undefined)[],
  attributes?: Attributes,
): Xml {
  let lines = "";
  for (const child of children) {
    if (child !== undefined) lines += `${child}\n`;
  }
  const start = startOfTag(name, attributes);
  return (lines === "" ? `${start}/>` : `${start}>\n${lines}</${name}>`) as Xml;
}

/** The document: UTF-8, nothing before the declaration, a line end at the end. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
