/** Fields of plain text: no mark-up, written or smuggled in. */
import { HTML_ELEMENTS } from "./html-names.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { about, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const CHANNEL_FIELDS = new Set(["title", "description", "copyright", "category", "generator"]);
const ITEM_FIELDS = new Set(["title", "category", "author", "source"]);
const ATOM_FIELDS = new Set(
  ["title", "subtitle", "rights", "summary", "content"].map((name) => `atom:${name}`),
);

function* plainFields({ format, feed, items }: FeedSubject): Generator<XmlElement> {
  const [ofFeed, ofItem] =
    format === "rss" ? [CHANNEL_FIELDS, ITEM_FIELDS] : [ATOM_FIELDS, ATOM_FIELDS];
  for (const [parents, fields] of [
    [[feed], ofFeed],
    [items, ofItem],
  ] as const) {
    for (const parent of parents) {
      for (const child of childrenOf(parent)) {
        if (!fields.has(child.key)) continue;
        if (format === "rss" || (child.attributes.get("type") ?? "text") === "text") yield child;
      }
    }
  }
}

/** An end tag of HTML, as somebody who forgot to strip it leaves it. */
export function endTagIn(text: string): string | undefined {
  for (const [tag, name = ""] of text.matchAll(/<\/([A-Za-z][A-Za-z0-9]{0,15})>/g)) {
    if (HTML_ELEMENTS.has(name.toLowerCase())) return tag;
  }
  return undefined;
}

function textNodes(element: XmlElement) {
  return element.children.filter((child) => child.kind === "text");
}

export const plainTextRules: readonly Rule<FeedSubject>[] = [
  {
    name: "xml/plain-text",
    level: "warning",
    spec: "RSS Profile",
    section: "Character data",
    w3c: "ContainsHTML",
    demands: "Titles and other plain fields hold no HTML",
    *find(subject) {
      for (const field of plainFields(subject)) {
        const tag = endTagIn(textOf(field));
        if (tag === undefined) continue;
        yield about(field, `holds the tag ${tag}`, "write the words alone");
      }
    },
  },
];

export const rssPlainTextRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/plain-references",
    level: "warning",
    spec: "RSS Profile",
    section: "Character data",
    w3c: "CharacterData",
    demands: "In plain fields `&` and `<` are written as `&#x26;` and `&#x3C;`",
    *find(subject) {
      for (const field of plainFields(subject)) {
        for (const { text, isCdata, hasHexReference } of textNodes(field)) {
          if (isCdata || hasHexReference) continue;
          const found = /&(?:#\w{1,8}|[A-Za-z]{2,8};)|<[/A-Za-z]/.exec(text)?.[0];
          if (found === undefined) continue;
          yield about(field, `some readers take ${quoted(found)} for mark-up`, REMEDY);
          break;
        }
      }
    },
  },
  {
    name: "rss/plain-without-cdata",
    level: "warning",
    spec: "RSS Profile",
    section: "Character data",
    w3c: "CharacterData",
    demands: "Plain fields hold no CDATA: readers differ on whether it is HTML",
    *find(subject) {
      for (const field of plainFields(subject)) {
        if (!textNodes(field).some(({ isCdata }) => isCdata)) continue;
        yield about(field, `${field.name} is CDATA`, REMEDY);
      }
    },
  },
];

const REMEDY = "write plain text, with & as &#x26; and < as &#x3C;";
