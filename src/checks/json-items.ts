/** What JSON Feed 1.1 demands of items, authors, attachments and extensions. */
import { implausibility, readRfc3339 } from "./dates.ts";
import { isObject, shown } from "./json.ts";
import type { Complaint, Rule } from "./rule.ts";
import { quoted } from "./rule.ts";
import type { JsonItem, JsonObject, JsonSubject } from "./subjects.ts";
import { characterFault, isAbsolute, isLanguageTag, isMimeType, properType } from "./values.ts";

const DATES = ["date_published", "date_modified"];
const TEXTS = ["title", "content_html", "content_text", "summary"];
const ITEM_URLS = ["url", "external_url", "image", "banner_image"];
const FEED_URLS = ["home_page_url", "feed_url", "next_url", "icon", "favicon"];

const FEED_MEMBERS = new Set(
  "version title home_page_url feed_url description user_comment next_url icon favicon author authors language expired hubs items".split(
    " ",
  ),
);
const ITEM_MEMBERS = new Set(
  "id url external_url title content_html content_text summary image banner_image date_published date_modified author authors tags language attachments".split(
    " ",
  ),
);

function at({ path }: JsonItem, name: string, reason: string, remedy: string): Complaint {
  return { path: `${path}.${name}`, reason, remedy };
}

/** Of one item; no reader shows more. */
const MOST_LISTED = 1000;

/** Every object in a list under a name, of the items and, where it is theirs too, of the feed. */
function* listed({ items }: JsonSubject, name: string) {
  for (const item of items) {
    const list = item.value[name];
    if (!Array.isArray(list)) continue;
    for (const [index, value] of list.slice(0, MOST_LISTED).entries()) {
      yield { item, name: `${name}[${index}]`, value: value as unknown };
    }
  }
}

/** The feed as if it were an item: it has authors, addresses and extensions too. */
function withFeed({ feed, items }: JsonSubject): readonly JsonItem[] {
  return [{ value: feed, path: "feed" }, ...items];
}

function wrongText(value: unknown): boolean {
  return value !== undefined && typeof value !== "string";
}

/** The addresses of an item or a feed, those of its authors and attachments with them. */
function* urlsOf(item: JsonItem): Generator<readonly [name: string, value: unknown]> {
  const { value, path } = item;
  for (const name of path === "feed" ? FEED_URLS : ITEM_URLS) yield [name, value[name]];
  for (const list of ["authors", "attachments"]) {
    const members = value[list];
    if (!Array.isArray(members)) continue;
    for (const [index, one] of members.slice(0, MOST_LISTED).entries()) {
      if (!isObject(one)) continue;
      for (const name of ["url", "avatar"]) yield [`${list}[${index}].${name}`, one[name]];
    }
  }
}

export const jsonItemRules: readonly Rule<JsonSubject>[] = [
  {
    name: "json/item-id",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "id",
    demands: "An item has an id, which is a string",
    *find({ items }) {
      for (const item of items) {
        const { id } = item.value as { id?: unknown };
        if (typeof id === "string" && id.trim() !== "") continue;
        yield at(item, "id", `id is ${shown(id)}`, "write a string that never changes");
      }
    },
  },
  {
    name: "json/item-id-unique",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "id",
    demands: "No two items have one id",
    *find({ items }) {
      const seen = new Set<unknown>();
      for (const item of items) {
        const { id } = item.value as { id?: unknown };
        if (id !== undefined && seen.has(id)) {
          yield at(item, "id", `an earlier item has ${shown(id)}`, "give each item its own");
        }
        seen.add(id);
      }
    },
  },
  {
    name: "json/content",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "content_html",
    demands: "An item has `content_html`, `content_text` or both",
    *find({ items }) {
      for (const item of items) {
        const { content_html: html, content_text: text } = item.value as Record<string, unknown>;
        if (typeof html === "string" || typeof text === "string") continue;
        yield at(item, "content_html", "there is no content", "add content_html or content_text");
      }
    },
  },
  {
    name: "json/item-texts",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "Items",
    demands: "Title, content and summary are strings, the language a tag, tags a list of strings",
    *find({ items }) {
      for (const item of items) {
        for (const name of TEXTS) {
          if (wrongText(item.value[name])) yield at(item, name, "is no string", "write a string");
        }
        const { tags, language } = item.value as { tags?: unknown; language?: unknown };
        const isList = Array.isArray(tags) && tags.every((tag) => typeof tag === "string");
        if (tags !== undefined && !isList) {
          yield at(item, "tags", "is no list of strings", 'write ["one", "two"]');
        }
        if (language === undefined || isLanguageTag(String(language))) continue;
        yield at(item, "language", `language is ${shown(language)}`, "write pt-BR, for example");
      }
    },
  },
  {
    name: "json/date",
    level: "error",
    spec: "RFC 3339",
    section: "5.6",
    demands: "Dates are dates of RFC 3339, with seconds and a zone",
    *find({ items }) {
      for (const item of items) {
        for (const name of DATES) {
          const value = item.value[name];
          if (value === undefined || readRfc3339(String(value)) !== undefined) continue;
          yield at(item, name, `${name} is ${shown(value)}`, 'write "2026-06-01T10:00:00Z"');
        }
      }
    },
  },
  {
    name: "json/date-plausible",
    level: "warning",
    spec: "W3C validator",
    section: "ImplausibleDate",
    w3c: "ImplausibleDate",
    demands: "No date before 1990, or more than ten minutes in the future",
    *find({ items, nowMs }) {
      for (const item of items) {
        for (const name of DATES) {
          const timeMs = readRfc3339(String(item.value[name]));
          const fault = timeMs === undefined ? undefined : implausibility(timeMs, nowMs);
          if (fault !== undefined) yield at(item, name, `${name} ${fault}`, "hold it back");
        }
      }
    },
  },
  {
    name: "json/authors-not-author",
    level: "warning",
    spec: "JSON Feed 1.1",
    section: "author",
    demands: "Authors stand in `authors`: `author` alone is of version 1",
    *find(subject) {
      for (const item of withFeed(subject)) {
        if (item.value["author"] === undefined || item.value["authors"] !== undefined) continue;
        yield at(item, "author", "there are no authors", "write authors: [{ name }]");
      }
    },
  },
  {
    name: "json/author-shape",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "authors",
    demands: "Authors are a list of objects with a name, a url or an avatar",
    *find(subject) {
      for (const item of withFeed(subject)) {
        const authors = item.value["authors"];
        if (authors === undefined) continue;
        const isList = Array.isArray(authors) && authors.every(isAuthor);
        if (!isList) yield at(item, "authors", "is no such list", "write authors: [{ name }]");
      }
    },
  },
  {
    name: "json/attachment",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "attachments",
    demands: "An attachment has a `url` and a `mime_type`",
    *find(subject) {
      for (const { item, name, value } of listed(subject, "attachments")) {
        const { url, mime_type: type } = isObject(value) ? value : ({} as JsonObject);
        if (typeof url !== "string") yield at(item, name, "there is no url", "add it");
        if (typeof type === "string" && isMimeType(type)) continue;
        yield at(item, name, `mime_type is ${shown(type)}`, "write audio/mpeg, for example");
      }
    },
  },
  {
    name: "json/attachment-numbers",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "attachments",
    demands: "`size_in_bytes` and `duration_in_seconds` are positive numbers, where known",
    *find(subject) {
      for (const { item, name, value } of listed(subject, "attachments")) {
        for (const member of ["size_in_bytes", "duration_in_seconds"]) {
          const number = isObject(value) ? value[member] : undefined;
          if (number === undefined || (typeof number === "number" && number > 0)) continue;
          yield at(item, `${name}.${member}`, `is ${shown(number)}`, "write it, or leave it out");
        }
      }
    },
  },
  {
    name: "json/registered-type",
    level: "warning",
    spec: "RFC 2045",
    section: "5.1",
    demands: "A MIME type is one that is registered: `image/jpg` is none",
    *find(subject) {
      for (const { item, name, value } of listed(subject, "attachments")) {
        const type = isObject(value) ? value["mime_type"] : undefined;
        const proper = typeof type === "string" ? properType(type) : undefined;
        if (proper === undefined) continue;
        yield at(item, `${name}.mime_type`, `${shown(type)} is not registered`, `write ${proper}`);
      }
    },
  },
  {
    name: "json/extension-names",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "Extensions",
    demands: "Members that the format does not know begin with `_` and a letter, without a dot",
    *find(subject) {
      for (const item of withFeed(subject)) {
        const known = item.path === "feed" ? FEED_MEMBERS : ITEM_MEMBERS;
        for (const name of Object.keys(item.value)) {
          if (known.has(name) || /^_[A-Za-z][^.]*$/.test(name)) continue;
          yield at(item, name.slice(0, 40), "the format knows no such member", "write _name");
        }
      }
    },
  },
  {
    name: "json/extension-about",
    level: "warning",
    spec: "JSON Feed 1.1",
    section: "Extensions",
    demands: "An extension says once, in `about`, where it is explained",
    *find(subject) {
      const explained = new Set<string>();
      const first = new Map<string, JsonItem>();
      for (const item of withFeed(subject)) {
        for (const [name, value] of Object.entries(item.value)) {
          if (!name.startsWith("_")) continue;
          if (isObject(value) && typeof value["about"] === "string") explained.add(name);
          else if (!first.has(name)) first.set(name, item);
        }
      }
      for (const [name, item] of first) {
        if (explained.has(name)) continue;
        yield at(item, name.slice(0, 40), "nothing says what it is", "give about: an address");
      }
    },
  },
  {
    name: "json/urls",
    level: "error",
    spec: "RFC 3986",
    section: "4.3",
    demands: "Addresses are absolute and ASCII",
    *find(subject) {
      for (const item of withFeed(subject)) {
        for (const [name, value] of urlsOf(item)) {
          if (value === undefined) continue;
          const text = typeof value === "string" ? value : "";
          const fault = isAbsolute(text) ? characterFault(text) : "is not absolute";
          if (fault === undefined) continue;
          yield at(item, name, `${quoted(text)} ${fault}`, "write the whole address, encoded");
        }
      }
    },
  },
];

function isAuthor(author: unknown): boolean {
  return isObject(author) && ["name", "url", "avatar"].some((name) => Boolean(author[name]));
}
