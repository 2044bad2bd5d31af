/**
 * A quick look at XML while it is still bytes. It knows only the plain ways to write XML: where it
 * meets another one it stops, and the reader of `xml-reader.ts` has to judge. What it passes, that
 * reader passes too; it takes a fraction of the time.
 */
import { DOUBT, endOfBlank, endOfText, endOfValue, LESS, SPACE, startsWith } from "./xml-bytes.ts";
import { resolveReferences } from "./xml-references.ts";

/** The reader's bounds are wider. */
const MOST_ELEMENTS = 150_000;
const MOST_OPEN = 50;
const MOST_ATTRIBUTES = 40;

/** What somebody wants to know of the elements; `false` stops the look. */
export interface XmlWatcher {
  /** The names that matter; others come as "". */
  readonly names: ReadonlySet<string>;
  /** @param depth 1 for the root. */
  readonly opened: (name: string, depth: number, xml: SoundXml) => boolean;
  readonly closed: (name: string, depth: number, xml: SoundXml) => boolean;
  /** At the end of the document. */
  readonly isContent: () => boolean;
}

interface Name {
  readonly text: string;
  /** The same, where the watcher asks for it; otherwise "". */
  readonly watched: string;
  /** "" where it has none. */
  readonly prefix: string;
  readonly from: number;
  readonly length: number;
}

const NAME = /^(?:([A-Za-z_][\w.-]*):)?[A-Za-z_][\w.-]*$/;
const IN_NAMES = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w.:-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

const DECLARATION = Buffer.from('<?xml version="1.0" encoding="utf-8"?>');
const STYLESHEET = Buffer.from("<?xml-stylesheet ");
const CDATA = Buffer.from("<![CDATA[");
const END_OF_CDATA = Buffer.from("]]>");
const END_OF_INSTRUCTION = Buffer.from("?>");

const [EXCLAMATION, QUOTE, SLASH, EQUALS, GREATER, QUESTION] = [0x21, 0x22, 0x2f, 0x3d, 0x3e, 0x3f];

/** @param bytes legal characters; see `areCharactersLegal`. */
export function isXmlSound(bytes: Buffer, watcher: XmlWatcher): boolean {
  return new SoundXml(bytes, watcher).isSound();
}

export class SoundXml {
  private readonly bytes: Buffer;
  private readonly watcher: XmlWatcher;
  private readonly names = new Map<number, Name>();
  private readonly namespaces = new Map<string, string>([["xml", "xml"]]);
  private readonly open: Name[] = [];
  private elements = 0;
  /** Of the tag that was read last: names, and where their values are. */
  private readonly attributes: Name[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private count = 0;
  /** Behind the last start tag, and before the end tag that follows it: text and nothing else. */
  private textFrom = 0;
  private textTo = DOUBT;
  private nameEnd = 0;

  constructor(bytes: Buffer, watcher: XmlWatcher) {
    this.bytes = bytes;
    this.watcher = watcher;
  }

  isSound(): boolean {
    const { bytes } = this;
    let at = startsWith(bytes, 0, DECLARATION) ? DECLARATION.length : 0;
    while (at >= 0 && at < bytes.length) {
      const end = this.open.length === 0 ? endOfBlank(bytes, at) : endOfText(bytes, at);
      if (end < 0 || end === bytes.length) break;
      at = this.readMarkup(end);
    }
    const isClosed = at >= 0 && this.open.length === 0;
    return isClosed && this.elements > 0 && this.watcher.isContent();
  }

  /** Of the tag that was opened last, with its references resolved. */
  attribute(name: string): string | undefined {
    for (let i = 0; i < this.count; i += 1) {
      if (this.attributes[i]?.text === name) return this.slice(this.starts[i], this.ends[i]);
    }
    return undefined;
  }

  /** Of the element that was closed last, trimmed; undefined where it holds more than text. */
  text(): string | undefined {
    return this.textTo < 0 ? undefined : this.slice(this.textFrom, this.textTo).trim();
  }

  /** What a prefix means; "" is the default. */
  namespace(prefix: string): string | undefined {
    return this.namespaces.get(prefix);
  }

  /** Whether only this prefix has this meaning. */
  isOnlyPrefix(prefix: string, uri: string): boolean {
    return [...this.namespaces].every(([one, meaning]) => one === prefix || meaning !== uri);
  }

  private slice(from = 0, to = 0): string {
    const raw = this.bytes.toString("utf8", from, to);
    return raw.includes("&") ? resolveReferences(raw, () => {}) : raw;
  }

  private readMarkup(at: number): number {
    if (this.bytes[at] !== LESS) return DOUBT;
    const next = this.bytes[at + 1];
    if (next === SLASH) return this.readEnd(at);
    if (next === EXCLAMATION) return this.readData(at);
    if (next === QUESTION) return this.readInstruction(at);
    return this.readStart(at);
  }

  private readData(at: number): number {
    if (this.open.length === 0 || !startsWith(this.bytes, at, CDATA)) return DOUBT;
    this.textFrom = DOUBT;
    const end = this.bytes.indexOf(END_OF_CDATA, at + CDATA.length);
    return end < 0 ? DOUBT : end + 3;
  }

  private readInstruction(at: number): number {
    if (this.elements > 0 || !startsWith(this.bytes, at, STYLESHEET)) return DOUBT;
    const end = this.bytes.indexOf(END_OF_INSTRUCTION, at);
    return end < 0 ? DOUBT : end + 2;
  }

  private readStart(at: number): number {
    const { bytes, open } = this;
    this.elements += 1;
    const name = this.readName(at + 1);
    if (name === undefined || (open.length === 0 && this.elements > 1)) return DOUBT;
    if (this.elements > MOST_ELEMENTS || open.length === MOST_OPEN) return DOUBT;
    let end = this.readAttributes(this.nameEnd);
    if (end < 0 || (this.elements === 1 && !this.declare(name))) return DOUBT;
    const isEmpty = bytes[end] === SLASH;
    if (isEmpty) end += 1;
    if (bytes[end] !== GREATER) return DOUBT;
    open.push(name);
    if (!this.watcher.opened(name.watched, open.length, this)) return DOUBT;
    this.textFrom = end + 1;
    if (isEmpty && !this.close(name, end + 1)) return DOUBT;
    return end + 1;
  }

  private readEnd(at: number): number {
    const name = this.open.at(-1);
    if (name === undefined) return DOUBT;
    const end = at + 2 + name.length;
    if (this.bytes[end] !== GREATER || !this.isSame(name, at + 2)) return DOUBT;
    return this.close(name, at) ? end + 1 : DOUBT;
  }

  private close(name: Name, at: number): boolean {
    this.textTo = this.textFrom < 0 ? DOUBT : at;
    const isWanted = this.watcher.closed(name.watched, this.open.length, this);
    this.textFrom = DOUBT;
    this.open.pop();
    return isWanted;
  }

  /** `name="value"` behind a single space, in double quotes. @returns the end of the last. */
  private readAttributes(from: number): number {
    const { bytes, attributes } = this;
    this.count = 0;
    let at = from;
    while (bytes[at] === SPACE) {
      const name = this.readName(at + 1);
      const start = this.nameEnd + 2;
      if (name === undefined || this.count === MOST_ATTRIBUTES) return DOUBT;
      if (bytes[start - 2] !== EQUALS || bytes[start - 1] !== QUOTE) return DOUBT;
      for (let i = 0; i < this.count; i += 1) if (attributes[i] === name) return DOUBT;
      at = endOfValue(bytes, start) + 1;
      if (at <= start) return DOUBT;
      attributes[this.count] = name;
      this.starts[this.count] = start;
      this.ends[this.count] = at - 1;
      this.count += 1;
    }
    return at;
  }

  /** What the root declares; nobody else may. */
  private declare(root: Name): boolean {
    const own = this.attributes.slice(0, this.count);
    for (const { text } of own.filter(isDeclaration)) {
      this.namespaces.set(text.slice("xmlns:".length), this.attribute(text) ?? "");
    }
    // From now on, a name is known only where its prefix is.
    this.names.clear();
    return (
      this.isDeclared(root) && own.every((name) => isDeclaration(name) || this.isDeclared(name))
    );
  }

  private isDeclared({ prefix }: Name): boolean {
    return prefix === "" || (this.namespaces.get(prefix) ?? "") !== "";
  }

  private readName(from: number): Name | undefined {
    const { bytes } = this;
    let hash = 0;
    let end = from;
    for (; IN_NAMES[bytes[end] as number] === 1; end += 1) {
      hash = (Math.imul(hash, 31) + (bytes[end] as number)) | 0;
    }
    this.nameEnd = end;
    const known = this.names.get(hash);
    if (known === undefined) return this.learnName(hash, from, end);
    return known.length === end - from && this.isSame(known, from) ? known : undefined;
  }

  private learnName(hash: number, from: number, end: number): Name | undefined {
    const text = this.bytes.toString("latin1", from, end);
    const [whole, prefix = ""] = NAME.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const watched = this.watcher.names.has(text) ? text : "";
    const name = { text, watched, prefix, from, length: text.length };
    if (this.elements > 1 && (isDeclaration(name) || !this.isDeclared(name))) return undefined;
    this.names.set(hash, name);
    return name;
  }

  private isSame({ from, length }: Name, at: number): boolean {
    const { bytes } = this;
    for (let i = 0; i < length; i += 1) if (bytes[from + i] !== bytes[at + i]) return false;
    return true;
  }
}

function isDeclaration({ text, prefix }: Name): boolean {
  return prefix === "xmlns" || text === "xmlns";
}
