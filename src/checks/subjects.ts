/** What the rules look at: one document, with what its format calls feed and items. */
import type { XmlDocument, XmlElement } from "./xml-document.ts";

/** What is known about a document besides its text. */
export interface Circumstances {
  /** What time it is: no rule looks at a clock. */
  readonly nowMs: number;
  /** In bytes, as it is fetched. */
  readonly bytes: number;
  /** Bytes that are no UTF-8, or an encoding that was declared and is not UTF-8. */
  readonly encodingFault?: string;
  /** The address the document is fetched from, where that is known. */
  readonly address?: string;
}

export interface XmlSubject extends Circumstances {
  readonly document: XmlDocument;
}

/** An RSS 2.0 or Atom 1.0 document whose root is what it should be. */
export interface FeedSubject extends XmlSubject {
  readonly format: "rss" | "atom";
  /** `rss` or `feed`. */
  readonly root: XmlElement;
  /** `channel` or `feed`; the root where a channel is missing. */
  readonly feed: XmlElement;
  readonly items: readonly XmlElement[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonItem {
  readonly value: JsonObject;
  /** `items[3]` */
  readonly path: string;
}

export interface JsonText extends Circumstances {
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly value: unknown;
  readonly syntaxFault: { readonly line: number; readonly reason: string } | undefined;
}

export interface JsonSubject extends JsonText {
  readonly feed: JsonObject;
  readonly items: readonly JsonItem[];
}
