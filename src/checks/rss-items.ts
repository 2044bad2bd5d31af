/** What RSS 2.0 and its Best Practices Profile demand of an item. */
import { repeated, unknown } from "./rss-channel.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { mailOf } from "./values.ts";
import { about, allOf, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const ITEM_ELEMENTS = new Set(
  "title link description author category comments enclosure guid pubDate source".split(" "),
);
const SINGLES = [
  ...[...ITEM_ELEMENTS].filter((name) => name !== "category" && name !== "enclosure"),
  "content:encoded",
];

/** The order that readers expect; what is not in it may stand anywhere. */
const ORDER = ["title", "link", "description", "content:encoded"];

function rankOf({ key }: XmlElement): number {
  return key.startsWith("media:") ? ORDER.length : ORDER.indexOf(key);
}

export const rssItemRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/item-title-or-description",
    level: "error",
    spec: "RSS 2.0",
    section: "Elements of <item>",
    w3c: "ItemMustContainTitleOrDescription",
    demands: "An item has a title or a description",
    *find({ items }) {
      for (const item of items) {
        if (childOf(item, "title") ?? childOf(item, "description")) continue;
        yield about(item, "neither title nor description", "add a <title>");
      }
    },
  },
  {
    name: "rss/item-one-of-each",
    level: "error",
    spec: "RSS 2.0",
    section: "Elements of <item>",
    w3c: "DuplicateElement",
    demands: "An item has each element once, `category` apart",
    *find({ items }) {
      for (const item of items) yield* repeated(item, SINGLES);
    },
  },
  {
    name: "rss/item-known-elements",
    level: "error",
    spec: "RSS 2.0",
    section: "Extending RSS",
    w3c: "UndefinedElement",
    demands: "An item holds elements of RSS, and others only in a namespace",
    *find({ items }) {
      for (const item of items) yield* unknown(item, ITEM_ELEMENTS);
    },
  },
  {
    name: "rss/item-order",
    level: "warning",
    spec: "Media RSS",
    section: "media:description",
    demands:
      "In an item: title, link, description, content:encoded, then media; some readers take `media:description` for the summary when it comes first",
    *find({ items }) {
      for (const item of items) {
        let highest = -1;
        for (const child of childrenOf(item)) {
          const rank = rankOf(child);
          if (rank >= highest) highest = rank;
          else if (rank >= 0) {
            const after = ORDER[highest] ?? "media";
            yield about(child, `${child.name} stands behind ${after}`, `move it before ${after}`);
            break;
          }
        }
      }
    },
  },
  {
    name: "rss/description-before-content",
    level: "warning",
    spec: "RSS Profile",
    section: "content:encoded",
    w3c: "NeedDescriptionBeforeContent",
    demands: "`content:encoded` comes with a description",
    *find({ items }) {
      for (const item of items) {
        const content = childOf(item, "content:encoded");
        if (content === undefined || childOf(item, "description") !== undefined) continue;
        yield about(content, "there is no description", "add one before it");
      }
    },
  },
  {
    name: "rss/author-has-mail",
    level: "error",
    spec: "RSS 2.0",
    section: "<author>",
    w3c: "InvalidContact",
    demands: "`author`, `managingEditor` and `webMaster` are mail addresses",
    *find({ document }) {
      for (const person of MAIL_ELEMENTS.flatMap((key) => allOf(document, key))) {
        if (mailOf(textOf(person)) !== "none") continue;
        const remedy = 'write "mail@host (Name)", or put the name into dc:creator';
        yield about(person, `${quoted(textOf(person))} is no mail address`, remedy);
      }
    },
  },
  {
    name: "rss/author-has-name",
    level: "warning",
    spec: "RSS Profile",
    section: "author",
    w3c: "MissingRealName",
    demands: "A mail address comes as `mail@host (Name)`",
    *find({ document }) {
      for (const person of MAIL_ELEMENTS.flatMap((key) => allOf(document, key))) {
        if (mailOf(textOf(person)) !== "without-name") continue;
        yield about(person, "no name in brackets", 'write "mail@host (Name)"');
      }
    },
  },
  {
    name: "rss/author-or-creator",
    level: "warning",
    spec: "RSS Profile",
    section: "author",
    w3c: "DuplicateItemSemantics",
    demands:
      "Never `author` and `dc:creator` in one item, `managingEditor` and `dc:creator` in a channel",
    find: (subject) =>
      doubled(subject, [
        ["author", "dc:creator"],
        ["managingEditor", "dc:creator"],
      ]),
  },
  {
    name: "rss/category-or-subject",
    level: "warning",
    spec: "RSS Profile",
    section: "category",
    w3c: "DuplicateItemSemantics",
    demands: "Never `category` and `dc:subject` in one item or channel",
    find: (subject) => doubled(subject, [["category", "dc:subject"]]),
  },
  {
    name: "rss/date-or-date",
    level: "warning",
    spec: "RSS Profile",
    section: "pubDate",
    w3c: "DuplicateItemSemantics",
    demands: "Never `pubDate` and `dc:date` in one item or channel",
    find: (subject) => doubled(subject, [["pubDate", "dc:date"]]),
  },
  {
    name: "rss/category-text",
    level: "warning",
    spec: "RSS 2.0",
    section: "<category>",
    w3c: "NotBlank",
    demands: "A category has text",
    *find({ document }) {
      for (const category of allOf(document, "category")) {
        if (textOf(category) === "") yield about(category, "the category is empty", "take it away");
      }
    },
  },
];

const MAIL_ELEMENTS = ["author", "managingEditor", "webMaster"];

function* doubled({ feed, items }: FeedSubject, pairs: readonly (readonly [string, string])[]) {
  for (const parent of [feed, ...items]) {
    for (const [one, other] of pairs) {
      const second = childOf(parent, other);
      if (second === undefined || childOf(parent, one) === undefined) continue;
      yield about(second, `${one} says the same`, `keep one of ${one} and ${other}`);
    }
  }
}
