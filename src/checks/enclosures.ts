/** Files that go with an item, and their MIME types. */
import { repeated } from "./rss-channel.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isMimeType, isWebAddress, properType } from "./values.ts";
import { about, allOf } from "./xml-document.ts";

export const enclosureRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/enclosure-url",
    level: "error",
    spec: "RSS 2.0",
    section: "<enclosure>",
    w3c: "InvalidURLAttribute",
    demands: "An enclosure has an absolute http(s) `url`",
    *find({ document }) {
      for (const enclosure of allOf(document, "enclosure")) {
        const url = enclosure.attributes.get("url") ?? "";
        if (isWebAddress(url.trim())) continue;
        yield about(enclosure, `its url is ${quoted(url)}`, "write the whole http(s) address");
      }
    },
  },
  {
    name: "rss/enclosure-length",
    level: "error",
    spec: "RSS 2.0",
    section: "<enclosure>",
    w3c: "InvalidIntegerAttribute",
    demands: "An enclosure has a `length` in bytes, 0 where it is unknown, never −1",
    *find({ document }) {
      for (const enclosure of allOf(document, "enclosure")) {
        const length = enclosure.attributes.get("length") ?? "";
        if (/^\d{1,16}$/.test(length.trim())) continue;
        yield about(enclosure, `its length is ${quoted(length)}`, "write its bytes, or 0");
      }
    },
  },
  {
    name: "rss/enclosure-type",
    level: "error",
    spec: "RSS 2.0",
    section: "<enclosure>",
    w3c: "InvalidMIMEAttribute",
    demands: "An enclosure has a MIME `type`",
    *find({ document }) {
      for (const enclosure of allOf(document, "enclosure")) {
        const type = enclosure.attributes.get("type") ?? "";
        if (isMimeType(type.trim())) continue;
        yield about(enclosure, `its type is ${quoted(type)}`, "write audio/mpeg, for example");
      }
    },
  },
  {
    name: "rss/one-enclosure",
    level: "warning",
    spec: "RSS Profile",
    section: "enclosure",
    w3c: "DuplicateEnclosure",
    demands: "An item has one enclosure: readers take the first, or the last",
    *find({ items }) {
      for (const item of items) yield* repeated(item, ["enclosure"]);
    },
  },
  {
    name: "rss/source-url",
    level: "error",
    spec: "RSS 2.0",
    section: "<source>",
    w3c: "MissingAttribute",
    demands: "A source has a `url`",
    *find({ document }) {
      for (const source of allOf(document, "source")) {
        if (!source.attributes.get("url")) yield about(source, "there is no url", "add one");
      }
    },
  },
];

/** A type that is written like one and that nobody registered: `image/jpg`. */
export const realTypeRule: Rule<FeedSubject> = {
  name: "xml/registered-type",
  level: "warning",
  spec: "RFC 2045",
  section: "5.1",
  demands: "A MIME type is one that is registered: `image/jpg` is none",
  *find({ document }) {
    for (const key of ["enclosure", "media:content", "atom:link"]) {
      for (const element of allOf(document, key)) {
        const type = element.attributes.get("type") ?? "";
        const proper = type === "" ? undefined : properType(type);
        if (proper === undefined || !isMimeType(type)) continue;
        yield about(element, `${quoted(type)} is not registered`, `write ${proper}`);
      }
    }
  },
};
