/** What holds for all XML: characters, entities, declarations, namespaces, size. */
import { type Complaint, MAX_DOCUMENT_BYTES, quoted, type Rule, tooLarge } from "./rule.ts";
import type { XmlSubject } from "./subjects.ts";
import { isLanguageTag } from "./values.ts";
import { about, allOf, textOf, type XmlFault } from "./xml-document.ts";

const DECLARATION = /^\ufeff?<\?xml\s[^>]*\?>/;

/** What the reader met of one kind. */
export function faultsOf(kind: XmlFault["kind"], remedy: string) {
  return function* ({ document }: XmlSubject): Generator<Complaint> {
    for (const { offset, reason, kind: found } of document.faults) {
      if (found === kind) yield { offset, reason, remedy };
    }
  };
}

/** Every match of an expression in the raw text. */
function matchesOf(expression: RegExp, reason: (found: string) => string, remedy: string) {
  return function* ({ document }: XmlSubject): Generator<Complaint> {
    for (const found of document.text.matchAll(expression)) {
      yield { offset: found.index, reason: reason(found[0]), remedy };
    }
  };
}

function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A surrogate may be half of a pair; looking for that is what costs. */
const DOUBTFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const xmlRules: readonly Rule<XmlSubject>[] = [
  {
    name: "xml/size",
    level: "error",
    spec: "W3C validator",
    section: "ValidatorLimit",
    w3c: "ValidatorLimit",
    demands: "A document has at most 5,000,000 bytes",
    *find({ bytes }) {
      if (bytes > MAX_DOCUMENT_BYTES) yield { line: 1, ...tooLarge(bytes) };
    },
  },
  {
    name: "xml/utf-8",
    level: "error",
    spec: "XML 1.0",
    section: "4.3.3",
    w3c: "UnicodeError",
    demands: "A document is UTF-8, and declares no other encoding",
    *find({ encodingFault, document }) {
      const declared = DECLARATION.exec(document.text)?.[0].match(/encoding\s*=\s*["']([^"']*)/);
      const reason =
        encodingFault ??
        (declared && !/^utf-?8$/i.test(declared[1] ?? "")
          ? `declares ${JSON.stringify(declared[1]?.slice(0, 40))}`
          : undefined);
      if (reason === undefined) return;
      yield { line: 1, reason, remedy: 'write UTF-8, and declare encoding="utf-8"' };
    },
  },
  {
    name: "xml/nothing-before-declaration",
    level: "error",
    spec: "XML 1.0",
    section: "2.8",
    w3c: "WPBlankLine",
    demands: "Nothing stands before `<?xml`",
    *find({ document: { text } }) {
      if (/^\ufeff?<\?xml\s/.test(text)) return;
      const at = text.slice(0, 100_000).search(/<\?xml\s/);
      if (at < 0 || /<[A-Za-z]/.test(text.slice(0, at))) return;
      yield { line: 1, reason: "something stands before <?xml", remedy: "take it away" };
    },
  },
  {
    name: "xml/declaration",
    level: "warning",
    spec: "XML 1.0",
    section: "2.8",
    w3c: "BadXmlVersion",
    demands: "A document begins with an XML declaration of version 1.0",
    *find({ document: { text } }) {
      const remedy = 'begin with <?xml version="1.0" encoding="utf-8"?>';
      const declaration = /<\?xml\s[^>]{0,1000}/.exec(text.slice(0, 100_000))?.[0];
      if (declaration === undefined) yield { line: 1, reason: "there is no <?xml", remedy };
      else if (!/version\s*=\s*["']1\.0["']/.test(declaration)) {
        yield { line: 1, reason: "declares no XML 1.0", remedy };
      }
    },
  },
  {
    name: "xml/no-byte-order-mark",
    level: "warning",
    spec: "XML 1.0",
    section: "4.3.3",
    demands: "UTF-8 needs no byte order mark, and some readers stumble over it",
    *find({ document: { text } }) {
      if (!text.startsWith("\ufeff")) return;
      yield { line: 1, reason: "begins with a byte order mark", remedy: "write UTF-8 without it" };
    },
  },
  {
    name: "xml/well-formed",
    level: "error",
    spec: "XML 1.0",
    section: "2.1",
    w3c: "SAXError",
    demands: "A document is well-formed",
    find: faultsOf("syntax", "make it well-formed: most readers show nothing of it"),
  },
  {
    name: "xml/legal-characters",
    level: "error",
    spec: "XML 1.0",
    section: "2.2",
    w3c: "SAXError",
    demands: "No character that XML forbids, not as a reference either",
    *find(subject) {
      const remedy = "drop the character";
      yield* faultsOf("character", remedy)(subject);
      if (!DOUBTFUL.test(subject.document.text)) return;
      yield* matchesOf(ILLEGAL, (found) => `${codeName(found)} is forbidden`, remedy)(subject);
    },
  },
  {
    name: "xml/no-control-characters",
    level: "warning",
    spec: "XML 1.0",
    section: "2.2",
    w3c: "BadCharacters",
    demands: "No U+0080 to U+009F: they are what is left of Windows-1252",
    find: matchesOf(
      /[\u0080-\u009f]|&#(?:x0*[89][0-9a-f]|0*1(?:2[89]|[345]\d));/gi,
      (found) => `${found.length === 1 ? codeName(found) : found} is a control character`,
      "decode the text as Windows-1252 before it is written",
    ),
  },
  {
    name: "xml/no-replacement-characters",
    level: "warning",
    spec: "W3C validator",
    section: "BadCharacters",
    w3c: "BadCharacters",
    demands: "No U+FFFD: it stands for text that was lost",
    find: matchesOf(
      /\ufffd|&#(?:x0*fffd|0*65533);/gi,
      () => "U+FFFD stands for text that was lost",
      "read the text in the encoding it was written in",
    ),
  },
  {
    name: "xml/no-doctype",
    level: "error",
    spec: "XML 1.0",
    section: "2.8",
    w3c: "InvalidDoctype",
    demands: "No DOCTYPE: its entities are an attack on readers",
    find: faultsOf("doctype", "take the DOCTYPE away"),
  },
  {
    name: "xml/five-entities",
    level: "error",
    spec: "XML 1.0",
    section: "4.6",
    w3c: "UndefinedNamedEntity",
    demands: "No named entity but `amp`, `lt`, `gt`, `quot` and `apos`",
    find: faultsOf("entity", "write the character itself"),
  },
  {
    name: "xml/cdata-end",
    level: "error",
    spec: "XML 1.0",
    section: "2.4",
    w3c: "SAXError",
    demands: "No `]]>` in text, and every one inside CDATA is split",
    find: faultsOf("cdata-end", "split every ]]> in CDATA as ]]]]><![CDATA[>"),
  },
  {
    name: "xml/language-tag",
    level: "error",
    spec: "RFC 5646",
    section: "2.1",
    w3c: "InvalidLanguage",
    demands: "Languages are well-formed: `xml:lang`, `hreflang`, `language`, `dc:language`",
    *find({ document }) {
      const remedy = "write a tag such as id or pt-BR";
      for (const key of ["language", "dc:language"]) {
        for (const element of allOf(document, key)) {
          const tag = textOf(element);
          if (!isLanguageTag(tag)) yield about(element, `${quoted(tag)} is no language`, remedy);
        }
      }
      for (const elements of document.byKey.values()) {
        for (const element of elements) {
          if (element.attributes.size === 0) continue;
          for (const name of ["xml:lang", "hreflang"]) {
            const tag = element.attributes.get(name);
            if (tag === undefined || isLanguageTag(tag) || (tag === "" && name === "xml:lang")) {
              continue;
            }
            yield about(element, `${name} ${quoted(tag)} is no language`, remedy);
          }
        }
      }
    },
  },
];
