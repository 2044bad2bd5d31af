/** What a check is: a row of a table, with a name, a level, a reference and a pure function. */

/** As the W3C feed validator calls them. */
type Level = "error" | "warning";

/** Where something is wrong, and what to do about it; the rule is known from the row. */
export interface Complaint {
  /** In UTF-16 units from the beginning of the text; the line is counted from it. */
  readonly offset?: number;
  /** From 1, where it is known without an offset. */
  readonly line?: number;
  /** `/rss/channel/item[3]/guid`, or `items[3].id`. */
  readonly path?: string;
  /** What is wrong, without a full stop. */
  readonly reason: string;
  /** What to do about it, an imperative. */
  readonly remedy: string;
}

export interface Rule<Subject> {
  /** `rss/author-has-mail`: the part before the slash says which documents it is for. */
  readonly name: string;
  readonly level: Level;
  /** One of `SPECIFICATIONS`, and the place in it. */
  readonly spec: SpecificationName;
  readonly section: string;
  /** What the W3C feed validator calls it, where it knows it. */
  readonly w3c?: string;
  /** What the rule demands, as a sentence without a full stop. */
  readonly demands: string;
  /** Pure; lazy, so that a document with a million faults costs no more than the first hundred. */
  readonly find: (subject: Subject) => Iterable<Complaint>;
}

/** A broken rule in one document. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** From 1. */
  readonly line?: number;
  readonly path?: string;
  readonly reason: string;
  readonly remedy: string;
}

/** What the rules refer to. */
export const SPECIFICATIONS = {
  "XML 1.0": "https://www.w3.org/TR/xml/",
  "XML Namespaces": "https://www.w3.org/TR/xml-names/",
  "RSS 2.0": "https://www.rssboard.org/rss-specification",
  "RSS Profile": "https://www.rssboard.org/rss-profile",
  "RFC 822": "https://www.rfc-editor.org/rfc/rfc822",
  "RFC 2045": "https://www.rfc-editor.org/rfc/rfc2045",
  "RFC 3339": "https://www.rfc-editor.org/rfc/rfc3339",
  "RFC 3986": "https://www.rfc-editor.org/rfc/rfc3986",
  "RFC 4287": "https://www.rfc-editor.org/rfc/rfc4287",
  "RFC 5005": "https://www.rfc-editor.org/rfc/rfc5005",
  "RFC 5646": "https://www.rfc-editor.org/rfc/rfc5646",
  "RFC 6721": "https://www.rfc-editor.org/rfc/rfc6721",
  "RFC 8259": "https://www.rfc-editor.org/rfc/rfc8259",
  "JSON Feed 1.1": "https://www.jsonfeed.org/version/1.1/",
  "Media RSS": "https://www.rssboard.org/media-rss",
  "HTML Standard": "https://html.spec.whatwg.org/multipage/",
  "W3C validator": "https://validator.w3.org/feed/docs/",
} as const;

type SpecificationName = keyof typeof SPECIFICATIONS;

/** What the W3C feed validator reads at most (ValidatorLimit). */
export const MAX_DOCUMENT_BYTES = 5_000_000;

/** For messages: as much of a value as tells which one it is, on one line. */
export function quoted(value: string): string {
  const line = value.slice(0, 80).replace(/[\s\0-\x1f\x7f-\x9f]+/g, " ");
  return JSON.stringify(value.length > 60 ? `${line.slice(0, 59)}…` : line);
}

/** What to say of a document of so many bytes. */
export function tooLarge(bytes: number): { readonly reason: string; readonly remedy: string } {
  const reason = `${bytes} bytes are more than validators and readers take`;
  return { reason, remedy: "show fewer items, or summaries" };
}
