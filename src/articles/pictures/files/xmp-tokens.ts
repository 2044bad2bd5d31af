/**
 * XML as XMP uses it, read once from front to end: namespaces, elements, texts. A document type is
 * refused, so there are no entities to expand; what is cut off or broken counts up to there.
 */
import { decodeXML } from "entities";

/** Namespace and local name, put together: `http://purl.org/dc/elements/1.1/creator`. */
export type XmlName = string;

export interface XmlHandler {
  readonly open: (name: XmlName, attributes: ReadonlyMap<XmlName, string>) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
}

const DEEPEST = 64;
/** Photoshop lists thousands of ancestors, but behind the rest. */
const MOST_ELEMENTS = 20_000;
const MOST_ATTRIBUTES = 500;
const LONGEST_VALUE = 10_000;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

const NAME = /[^\s=<>"'/]{1,200}/y;
const ATTRIBUTE = /\s*([^\s=<>"'/]{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** False where the text declares a document type: nothing of it is read any further. */
export function readXml(xml: string, handler: XmlHandler): boolean {
  const scopes: ReadonlyMap<string, string>[] = [];
  let at = 0;
  let elements = 0;
  for (
    let tag = xml.indexOf("<");
    tag >= 0 && elements < MOST_ELEMENTS;
    tag = xml.indexOf("<", at)
  ) {
    if (tag > at && scopes.length > 0) handler.text(decoded(xml.slice(at, tag)));
    if (xml.startsWith("<!--", tag)) at = behind(xml, "-->", tag + 4);
    else if (xml.startsWith("<?", tag)) at = behind(xml, "?>", tag + 2);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = behind(xml, "]]>", tag + 9);
      if (scopes.length > 0) handler.text(xml.slice(tag + 9, at - 3).slice(0, LONGEST_VALUE));
    } else if (xml.startsWith("<!", tag)) return false;
    else if (xml.startsWith("</", tag)) {
      at = behind(xml, ">", tag + 2);
      if (scopes.pop() !== undefined) handler.close();
    } else {
      const element = readElement(xml, tag + 1, scopes);
      at = element?.end ?? tag + 1;
      elements += 1;
      if (element === undefined) continue;
      if (scopes.length >= DEEPEST) return true;
      handler.open(element.name, element.attributes);
      if (element.isEmpty) handler.close();
      else scopes.push(element.scope);
    }
  }
  return true;
}

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

interface Element {
  readonly name: XmlName;
  readonly attributes: ReadonlyMap<XmlName, string>;
  /** Prefixes that it declares. */
  readonly scope: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  readonly end: number;
}

function readElement(
  xml: string,
  start: number,
  scopes: readonly ReadonlyMap<string, string>[],
): Element | undefined {
  const name = matched(NAME, xml, start)?.[0];
  if (name === undefined) return undefined;
  const scope = new Map<string, string>();
  const pairs: (readonly [string, string])[] = [];
  let at = start + name.length;
  for (let pair = matched(ATTRIBUTE, xml, at); pair; pair = matched(ATTRIBUTE, xml, at)) {
    at += pair[0].length;
    const [, attribute = "", double, single] = pair;
    const value = decoded(double ?? single ?? "");
    if (scope.size + pairs.length >= MOST_ATTRIBUTES) continue;
    if (attribute.startsWith("xmlns:")) scope.set(attribute.slice(6), value);
    else if (attribute === "xmlns") scope.set("", value);
    else pairs.push([attribute, value]);
  }
  const end = matched(TAG_END, xml, at);
  if (end === undefined) return undefined;
  const inScope = [scope, ...scopes.toReversed()];
  return {
    name: resolved(name, inScope),
    attributes: new Map(
      pairs.map(([attribute, value]) => [
        attribute.includes(":") ? resolved(attribute, inScope) : attribute,
        value,
      ]),
    ),
    scope,
    isEmpty: end[1] === "/",
    end: at + end[0].length,
  };
}

function matched(pattern: RegExp, xml: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(xml) ?? undefined;
}

/** The prefixes of XMP mean what they always mean where a careless writer declares none. */
const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["xml", XML_NAMESPACE],
  ["x", "adobe:ns:meta/"],
  ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["photoshop", "http://ns.adobe.com/photoshop/1.0/"],
  ["xmpRights", "http://ns.adobe.com/xap/1.0/rights/"],
  ["plus", "http://ns.useplus.org/ldf/xmp/1.0/"],
  ["cc", "http://creativecommons.org/ns#"],
  ["Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"],
]);

function resolved(name: string, scopes: readonly ReadonlyMap<string, string>[]): XmlName {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const scope = scopes.find((one) => one.has(prefix));
  const namespace = scope?.get(prefix) ?? USUAL_PREFIXES.get(prefix) ?? "";
  return namespace + name.slice(colon + 1);
}

function decoded(text: string): string {
  const value = text.slice(0, LONGEST_VALUE);
  return value.includes("&") ? decodeXML(value) : value;
}
