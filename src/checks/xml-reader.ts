/**
 * Reads XML for the rules: every place is kept, CDATA is told from text, references are resolved
 * and judged, and nothing is expanded. fast-xml-parser gives no places of text, lets `<` stand in
 * attributes, `]]>` and unknown entities in text, and needs seconds for a million empty elements.
 * One pass, no recursion: linear in the length of the text, whatever it holds.
 */

import type {
  XmlDeclaration,
  XmlDocument,
  XmlElement,
  XmlFault,
  XmlNode,
  XmlText,
} from "./xml-document.ts";
import { hasReference, resolveReferences } from "./xml-references.ts";
import { type ResolvedName, Scopes } from "./xml-scopes.ts";

/** No feed nests deeper; it bounds what a path or a scope can cost. */
const MAX_DEPTH = 100;
const MAX_FAULTS = 1000;
/** Feeds of 5 MB have a tenth of that. */
const MAX_ELEMENTS = 200_000;

const NAME_START =
  ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\udfff\\uf900-\\ufdcf\\ufdf0-\\ufffd";
const NAME = `[${NAME_START}][${NAME_START}.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040-]*`;
const START = new RegExp(`<(${NAME})`, "y");
const END = new RegExp(`</(${NAME})[ \\t\\r\\n]*>`, "y");
const ATTRIBUTE = new RegExp(
  `[ \\t\\r\\n]+(${NAME})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"<]*)"|'([^'<]*)')`,
  "y",
);
const INSTRUCTION = new RegExp(`<\\?(${NAME})(?=[ \\t\\r\\n?])`, "y");
/** XML 1.0, production 23. */
const XML_DECLARATION =
  /<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/y;
const CLOSE = /[ \t\r\n]*(\/?)>/y;
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\][ \t\r\n]*)?>/y;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: XmlNode[] = [];

/** An element while its content is read. */
interface OpenElement extends XmlElement {
  children: XmlNode[];
  /** The prefixes it declares. */
  prefixes: readonly string[];
}

/** Reading stops at the first of these; the message is the reason. */
class SyntaxFault extends Error {
  readonly offset: number;
  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
  }
}

/** Never throws: what is wrong stands in `faults`. */
export function readXml(text: string): XmlDocument {
  const reader = new Reader(text);
  try {
    reader.readAll();
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    reader.fault("syntax", error.offset, error.message);
    reader.root = undefined;
  }
  const { root, byKey, declarations, faults } = reader;
  return { text, root, byKey, declarations, faults };
}

class Reader {
  root: XmlElement | undefined;
  readonly byKey = new Map<string, XmlElement[]>();
  readonly declarations: XmlDeclaration[] = [];
  readonly faults: XmlFault[] = [];
  private readonly text: string;
  private readonly open: OpenElement[] = [];
  private current: OpenElement | undefined;
  private elements = 0;
  private readonly scopes = new Scopes();

  constructor(text: string) {
    this.text = text;
  }

  fault(kind: XmlFault["kind"], offset: number, reason: string): void {
    this.faults.push({ kind, offset, reason });
    if (this.faults.length === MAX_FAULTS) throw new SyntaxFault(offset, "this is no XML");
  }

  readAll(): void {
    const { text } = this;
    let offset = text.startsWith("\ufeff") ? 1 : 0;
    while (offset < text.length) {
      const tag = text.indexOf("<", offset);
      const end = tag < 0 ? text.length : tag;
      if (end > offset) this.readText(offset, end);
      if (tag < 0) break;
      offset = this.readMarkup(tag);
    }
    if (this.current !== undefined) {
      throw new SyntaxFault(this.current.offset, `<${this.current.name}> is never closed`);
    }
    if (this.root === undefined) throw new SyntaxFault(0, "there is no element at all");
  }

  private readText(from: number, to: number): void {
    const raw = this.text.slice(from, to);
    if (this.current === undefined) {
      const stray = raw.search(/[^ \t\r\n]/);
      if (stray >= 0) throw new SyntaxFault(from + stray, "text stands outside the root element");
      return;
    }
    const close = raw.indexOf("]]>");
    if (close >= 0) this.fault("cdata-end", from + close, '"]]>" stands in text');
    const text = hasReference(raw)
      ? resolveReferences(raw, (kind, at, reason) => this.fault(kind, from + at, reason))
      : raw;
    const hasHexReference = text !== raw && raw.includes("&#x");
    this.append({ kind: "text", text, isCdata: false, hasHexReference });
  }

  private append(node: XmlText | OpenElement): void {
    if (this.current === undefined) return;
    if (this.current.children === NO_CHILDREN) this.current.children = [node];
    else this.current.children.push(node);
  }

  /** @returns where the mark-up that begins at `offset` ends. */
  private readMarkup(offset: number): number {
    const { text } = this;
    switch (text.charCodeAt(offset + 1)) {
      case 0x2f:
        return this.readEnd(offset);
      case 0x3f:
        return this.readInstruction(offset);
      case 0x21:
        return this.readDeclaration(offset);
      default:
        return this.readStart(offset);
    }
  }

  private skip(offset: number, from: number, closing: string, what: string): number {
    const end = this.text.indexOf(closing, from);
    if (end < 0) throw new SyntaxFault(offset, `${what} is never closed`);
    return end + closing.length;
  }

  /** What stands before an XML declaration is told by a rule of its own. */
  private readInstruction(offset: number): number {
    const { text } = this;
    INSTRUCTION.lastIndex = offset;
    const target = INSTRUCTION.exec(text)?.[1];
    if (target === undefined) throw new SyntaxFault(offset, "an instruction has no target");
    if (target.toLowerCase() === "xml") {
      XML_DECLARATION.lastIndex = offset;
      if (this.root !== undefined || !XML_DECLARATION.test(text)) {
        throw new SyntaxFault(offset, "the XML declaration is broken or out of place");
      }
    }
    return this.skip(offset, offset + 2, "?>", "the instruction");
  }

  private readDeclaration(offset: number): number {
    const { text } = this;
    if (text.startsWith("<!--", offset)) {
      const end = this.skip(offset, offset + 4, "-->", "the comment");
      const dashes = text.indexOf("--", offset + 4);
      if (dashes < end - 3) throw new SyntaxFault(dashes, 'a comment holds "--"');
      return end;
    }
    if (text.startsWith("<![CDATA[", offset) && this.current !== undefined) {
      const end = this.skip(offset, offset + 9, "]]>", "the CDATA section");
      const data = text.slice(offset + 9, end - 3);
      this.append({ kind: "text", text: data, isCdata: true, hasHexReference: false });
      return end;
    }
    DOCTYPE.lastIndex = offset;
    const doctype = DOCTYPE.exec(text);
    if (doctype === null || this.root !== undefined) {
      throw new SyntaxFault(offset, "there is no such declaration");
    }
    this.fault("doctype", offset, "the document has a DOCTYPE");
    return DOCTYPE.lastIndex;
  }

  private readStart(offset: number): number {
    const { text } = this;
    START.lastIndex = offset;
    const name = START.exec(text)?.[1];
    if (name === undefined) throw new SyntaxFault(offset, '"<" begins no tag');
    if (this.current === undefined && this.root !== undefined) {
      throw new SyntaxFault(offset, `<${name}> stands behind the root element`);
    }
    const { attributes, end } = this.readAttributes(name, START.lastIndex);
    CLOSE.lastIndex = end;
    const close = CLOSE.exec(text);
    if (close === null) throw new SyntaxFault(end, `the tag <${name}> is broken`);
    this.elements += 1;
    if (this.elements > MAX_ELEMENTS) {
      throw new SyntaxFault(offset, `there are more than ${MAX_ELEMENTS} elements`);
    }
    if (this.open.length >= MAX_DEPTH) {
      throw new SyntaxFault(offset, `elements are nested more than ${MAX_DEPTH} deep`);
    }
    this.openElement(name, attributes, offset);
    if (close[1] === "/") this.closeElement();
    return CLOSE.lastIndex;
  }

  private readAttributes(name: string, from: number) {
    const { text } = this;
    let end = from;
    let attributes: Map<string, string> | undefined;
    // Most tags have none: a look at the next character is cheaper than an expression that fails.
    while (text.charCodeAt(end) <= 0x20) {
      ATTRIBUTE.lastIndex = end;
      const found = ATTRIBUTE.exec(text);
      if (found === null) break;
      const [, key = "", double, single] = found;
      end = ATTRIBUTE.lastIndex;
      attributes ??= new Map();
      if (attributes.has(key)) throw new SyntaxFault(end, `<${name}> has two ${key}`);
      const raw = double ?? single ?? "";
      const at = end - raw.length - 1;
      const value = hasReference(raw)
        ? resolveReferences(raw, (kind, place, reason) => this.fault(kind, at + place, reason))
        : raw;
      attributes.set(key, value);
    }
    return { attributes: attributes ?? NO_ATTRIBUTES, end };
  }

  private openElement(name: string, attributes: ReadonlyMap<string, string>, offset: number) {
    const prefixes = this.scopes.declare(attributes);
    const { key, namespace } = this.resolve(name, offset);
    const parent = this.current;
    const element: OpenElement = {
      kind: "element",
      name,
      key,
      namespace,
      attributes,
      children: NO_CHILDREN,
      parent,
      offset,
      prefixes,
    };
    for (const attribute of attributes.keys()) {
      if (attribute.includes(":") && !attribute.startsWith("xmlns:"))
        this.resolve(attribute, offset);
    }
    for (const prefix of prefixes) {
      const uri = this.scopes.uriOf(prefix) ?? "";
      this.declarations.push({ prefix, uri, element });
    }
    const same = this.byKey.get(key);
    if (same === undefined) this.byKey.set(key, [element]);
    else same.push(element);
    this.append(element);
    this.root ??= element;
    this.open.push(element);
    this.current = element;
  }

  private resolve(name: string, offset: number): ResolvedName {
    const resolved = this.scopes.resolve(name);
    if (resolved.isUndeclared) {
      this.fault("prefix", offset, `the prefix of ${name.slice(0, 80)} is not declared`);
    }
    return resolved;
  }

  private readEnd(offset: number): number {
    END.lastIndex = offset;
    const name = END.exec(this.text)?.[1];
    if (name === undefined) throw new SyntaxFault(offset, "the end tag is broken");
    if (name !== this.current?.name) {
      const open = this.current === undefined ? "nothing" : `<${this.current.name}>`;
      throw new SyntaxFault(offset, `</${name}> closes where ${open} is open`);
    }
    this.closeElement();
    return END.lastIndex;
  }

  private closeElement(): void {
    const element = this.open.pop();
    this.current = this.open.at(-1);
    if (element === undefined || element.prefixes.length === 0) return;
    this.scopes.leave(element.prefixes);
  }
}
