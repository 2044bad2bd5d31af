/** What RFC 4287 demands of the texts of Atom. */
import { linksOf } from "./links.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isMimeType } from "./values.ts";
import { about, allOf, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const TEXTS = ["title", "subtitle", "summary", "rights"].map((name) => `atom:${name}`);
const KINDS = ["text", "html", "xhtml"];
const REMEDY = 'write type="text", "html" or "xhtml"';

const typeOf = (element: XmlElement) => element.attributes.get("type") ?? "text";

const isXml = (type: string) => /(?:\+|\/)xml(?:\s*;|$)/i.test(type);

export const atomContentRules: readonly Rule<FeedSubject>[] = [
  {
    name: "atom/text-type",
    level: "error",
    spec: "RFC 4287",
    section: "3.1.1",
    w3c: "InvalidTextType",
    demands: "The type of a title, subtitle, summary or rights is text, html or xhtml",
    *find({ document }) {
      for (const text of TEXTS.flatMap((key) => allOf(document, key))) {
        const type = typeOf(text);
        if (!KINDS.includes(type)) yield about(text, `its type is ${quoted(type)}`, REMEDY);
      }
    },
  },
  {
    name: "atom/content-type",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.3.1",
    w3c: "InvalidMIMEType",
    demands: "The type of content is text, html, xhtml or a MIME type that is not multipart",
    *find({ document }) {
      for (const content of allOf(document, "atom:content")) {
        const type = typeOf(content);
        const isKind = KINDS.includes(type) && content.attributes.get("src") === undefined;
        if (isKind || (isMimeType(type) && !/^(?:multipart|message)\//i.test(type))) continue;
        if (content.attributes.get("type") === undefined) continue;
        yield about(content, `its type is ${quoted(type)}`, `${REMEDY}, or a MIME type`);
      }
    },
  },
  {
    name: "atom/content-elsewhere",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.3.2",
    w3c: "MissingTypeAttr",
    demands: "Content with `src` is empty, and says its type",
    *find({ document }) {
      for (const content of allOf(document, "atom:content")) {
        if (content.attributes.get("src") === undefined) continue;
        if (textOf(content) !== "" || childrenOf(content).length > 0) {
          yield about(content, "holds text beside its src", "keep one of both");
        }
        if (content.attributes.get("type") !== undefined) continue;
        yield about(content, "does not say its type", "add a type");
      }
    },
  },
  {
    name: "atom/xhtml-div",
    level: "error",
    spec: "RFC 4287",
    section: "3.1.1.3",
    w3c: "MissingXhtmlDiv",
    demands: "A text of the type xhtml is one `div` of the XHTML namespace",
    *find({ document }) {
      for (const text of [...TEXTS, "atom:content"].flatMap((key) => allOf(document, key))) {
        if (typeOf(text) !== "xhtml") continue;
        const [div, ...more] = childrenOf(text);
        if (div?.key === "xhtml:div" && more.length === 0 && textOf(text) === "") continue;
        yield about(text, "is not one div of XHTML", "put all of it into one <div>");
      }
    },
  },
  {
    name: "atom/no-markup-in-text",
    level: "error",
    spec: "RFC 4287",
    section: "3.1.1",
    w3c: "UndefinedElement",
    demands: "A text of the type text or html has no child elements",
    *find({ document }) {
      for (const text of [...TEXTS, "atom:content"].flatMap((key) => allOf(document, key))) {
        const [child] = childrenOf(text);
        if (child === undefined || !["text", "html"].includes(typeOf(text))) continue;
        yield about(text, `holds the element <${child.name}>`, "escape it, or write xhtml");
      }
    },
  },
  {
    name: "atom/content-or-alternate",
    level: "error",
    spec: "RFC 4287",
    section: "4.1.2",
    w3c: "MissingContentOrAlternate",
    demands: "An entry has content, or an alternate link",
    *find({ items }) {
      for (const entry of items) {
        if (childOf(entry, "atom:content") !== undefined) continue;
        if (linksOf(entry, "alternate").length > 0) continue;
        yield about(entry, "neither content nor an alternate link", "add one of them");
      }
    },
  },
  {
    name: "atom/textual-content",
    level: "warning",
    spec: "RFC 4287",
    section: "4.1.2",
    w3c: "MissingTextualContent",
    demands: "An entry whose content is missing, elsewhere or no text has a summary",
    *find({ items }) {
      for (const entry of items) {
        if (childOf(entry, "atom:summary") !== undefined) continue;
        const content = childOf(entry, "atom:content");
        const type = content === undefined ? "" : typeOf(content);
        const isText = KINDS.includes(type) || isXml(type) || /^text\//i.test(type);
        if (isText && content?.attributes.get("src") === undefined) continue;
        yield about(entry, "there is nothing to read", "add a <summary>");
      }
    },
  },
];
