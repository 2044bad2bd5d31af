/** What RSS readers recognise an item by. */
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isWebAddress } from "./values.ts";
import { about, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

/** All elements of a name directly in an item. */
function* inItems(subject: FeedSubject, key: string): Generator<XmlElement> {
  for (const item of subject.items) yield* childrenOf(item, key);
}

const isPermaLink = (guid: XmlElement) => guid.attributes.get("isPermaLink") !== "false";

export const guidRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/guid",
    level: "warning",
    spec: "RSS Profile",
    section: "guid",
    w3c: "MissingGuid",
    demands: "Every item has a guid",
    *find({ items }) {
      for (const item of items) {
        if (textOf(childOf(item, "guid")) === "") yield about(item, "there is no guid", "add one");
      }
    },
  },
  {
    name: "rss/guid-unique",
    level: "error",
    spec: "RSS 2.0",
    section: "<guid>",
    w3c: "DuplicateValue",
    demands: "No two items have one guid",
    *find(subject) {
      const seen = new Set<string>();
      for (const guid of inItems(subject, "guid")) {
        const text = textOf(guid);
        if (text !== "" && seen.has(text)) {
          yield about(guid, `an earlier item has ${quoted(text)}`, "give each item its own");
        }
        seen.add(text);
      }
    },
  },
  {
    name: "rss/guid-long-enough",
    level: "warning",
    spec: "RSS Profile",
    section: "guid",
    w3c: "NotSufficientlyUnique",
    demands: "A guid is no short number, which another feed may have too",
    *find(subject) {
      for (const guid of inItems(subject, "guid")) {
        if (isPermaLink(guid) || !/^\d{1,8}$/.test(textOf(guid))) continue;
        yield about(guid, `${quoted(textOf(guid))} is not unique`, "write a tag: or urn:uuid:");
      }
    },
  },
  {
    name: "rss/guid-permalink",
    level: "error",
    spec: "RSS 2.0",
    section: "<guid>",
    w3c: "InvalidPermalink",
    demands: 'A guid is a full web address, unless it says `isPermaLink="false"`',
    *find(subject) {
      for (const guid of inItems(subject, "guid")) {
        const text = textOf(guid);
        if (!isPermaLink(guid) || text === "" || isWebAddress(text)) continue;
        yield about(guid, `${quoted(text)} is no web address`, 'write isPermaLink="false"');
      }
    },
  },
  {
    name: "rss/guid-boolean",
    level: "error",
    spec: "RSS 2.0",
    section: "<guid>",
    w3c: "InvalidBooleanAttribute",
    demands: "`isPermaLink` is `true` or `false`",
    *find(subject) {
      for (const guid of inItems(subject, "guid")) {
        const value = guid.attributes.get("isPermaLink") ?? "true";
        if (value === "true" || value === "false") continue;
        yield about(guid, `isPermaLink is ${quoted(value)}`, "write true or false");
      }
    },
  },
];
