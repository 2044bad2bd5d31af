/** What RFC 8259 and JSON Feed 1.1 demand of a document and of the feed in it. */
import { type Complaint, MAX_DOCUMENT_BYTES, quoted, type Rule, tooLarge } from "./rule.ts";
import type { JsonObject, JsonSubject, JsonText } from "./subjects.ts";
import { isLanguageTag, isWebAddress } from "./values.ts";

const VERSION = "https://jsonfeed.org/version/1.1";

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|[^u])/g;
const RAW =
  /[\u007f-\u009f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const jsonTextRules: readonly Rule<JsonText>[] = [
  {
    name: "json/size",
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
    name: "json/utf-8",
    level: "error",
    spec: "RFC 8259",
    section: "8.1",
    demands: "A document is UTF-8, without a byte order mark",
    *find({ text, encodingFault }) {
      const mark = text.startsWith("\ufeff") ? "begins with a byte order mark" : undefined;
      const reason = encodingFault ?? mark;
      if (reason !== undefined) yield { line: 1, reason, remedy: "write plain UTF-8" };
    },
  },
  {
    name: "json/well-formed",
    level: "error",
    spec: "RFC 8259",
    section: "2",
    demands: "A document is JSON",
    *find({ syntaxFault }) {
      if (syntaxFault !== undefined)
        yield { ...syntaxFault, remedy: "correct it: nobody reads it" };
    },
  },
  {
    name: "json/characters",
    level: "warning",
    spec: "RFC 8259",
    section: "8.2",
    w3c: "BadCharacters",
    demands: "No control characters, no halves of pairs, no U+FFFD, not as escapes either",
    *find({ text }) {
      const remedy = "drop the character";
      for (const found of text.matchAll(RAW)) {
        yield { offset: found.index, reason: `${codeOf(found[0])} is not text`, remedy };
      }
      let high = -1;
      for (const { 1: digits, index } of text.matchAll(ESCAPE)) {
        const code = digits === undefined ? 0x20 : Number.parseInt(digits, 16);
        const isPaired = code >= 0xdc00 && code <= 0xdfff && high === index - 6;
        const isHigh = code >= 0xd800 && code <= 0xdbff;
        if (isHigh && /^\\u[dD][c-fC-F]/.test(text.slice(index + 6, index + 10))) high = index;
        else if (!isPaired && isBadCode(code)) {
          yield { offset: index, reason: `${text.slice(index, index + 6)} is not text`, remedy };
        }
      }
    },
  },
  {
    name: "json/is-feed",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "Structure",
    demands: "A document is one object",
    *find({ value, syntaxFault }) {
      if (syntaxFault !== undefined || isObject(value)) return;
      yield { line: 1, reason: "is no object", remedy: "write { version, title, items }" };
    },
  },
];

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function isBadCode(code: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13;
  return (code > 0x7e && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff) || code >= 0xfffd;
}

/** A complaint about a member of the feed. */
function* member(
  { feed }: JsonSubject,
  names: readonly string[],
  isRight: (value: unknown) => boolean,
  remedy: string,
): Generator<Complaint> {
  for (const name of names) {
    const value = feed[name];
    if (value === undefined || isRight(value)) continue;
    yield { path: name, reason: `${name} is ${shown(value)}`, remedy };
  }
}

export function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value).slice(0, 40);
}

const isText = (value: unknown): boolean => typeof value === "string";

export const jsonFeedRules: readonly Rule<JsonSubject>[] = [
  {
    name: "json/version",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "version",
    demands: `The version is \`${VERSION}\``,
    *find({ feed }) {
      if (feed["version"] === VERSION) return;
      const reason = `version is ${shown(feed["version"])}`;
      yield { path: "version", reason, remedy: `write ${VERSION}` };
    },
  },
  {
    name: "json/title",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "title",
    demands: "A feed has a title",
    *find({ feed }) {
      const title = feed["title"];
      if (typeof title === "string" && title.trim() !== "") return;
      yield { path: "title", reason: "there is no title", remedy: "add one" };
    },
  },
  {
    name: "json/items",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "items",
    demands: "A feed has a list of items, which are objects",
    *find({ feed }) {
      const items = feed["items"];
      const remedy = "write items: [{ id, content_html }]";
      if (!Array.isArray(items)) yield { path: "items", reason: "there is no list", remedy };
      else {
        for (const [index, item] of items.entries()) {
          if (!isObject(item)) yield { path: `items[${index}]`, reason: "is no object", remedy };
        }
      }
    },
  },
  {
    name: "json/addresses",
    level: "warning",
    spec: "JSON Feed 1.1",
    section: "feed_url",
    demands: "A feed names its page and its own address: `home_page_url`, `feed_url`",
    *find({ feed, address }) {
      for (const name of ["home_page_url", "feed_url"]) {
        if (feed[name] === undefined) {
          yield { path: name, reason: `there is no ${name}`, remedy: "add it" };
        }
      }
      const own = feed["feed_url"];
      if (address === undefined || typeof own !== "string" || own === address) return;
      const reason = `it is fetched from ${quoted(address)}`;
      yield { path: "feed_url", reason, remedy: `write ${address}` };
    },
  },
  {
    name: "json/members",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "Top-level",
    demands: "Title, description, user_comment are strings, expired is a boolean",
    *find(subject) {
      yield* member(subject, ["title", "description", "user_comment"], isText, "write a string");
      const isBoolean = (value: unknown) => typeof value === "boolean";
      yield* member(subject, ["expired"], isBoolean, "write true or false");
    },
  },
  {
    name: "json/language",
    level: "error",
    spec: "RFC 5646",
    section: "2.1",
    demands: "The language is a language tag",
    *find(subject) {
      const isTag = (value: unknown) => typeof value === "string" && isLanguageTag(value);
      yield* member(subject, ["language"], isTag, "write id or pt-BR, for example");
    },
  },
  {
    name: "json/hubs",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "hubs",
    demands: "A hub has a type and a url",
    *find({ feed }) {
      const hubs = feed["hubs"];
      if (hubs === undefined) return;
      const remedy = 'write hubs: [{ type: "WebSub", url }]';
      if (!Array.isArray(hubs)) yield { path: "hubs", reason: "is no list", remedy };
      else {
        for (const [index, hub] of hubs.entries()) {
          if (isObject(hub) && isText(hub["type"]) && isWebAddress(String(hub["url"]))) continue;
          yield { path: `hubs[${index}]`, reason: "has no type or no url", remedy };
        }
      }
    },
  },
  {
    name: "json/next-url",
    level: "error",
    spec: "JSON Feed 1.1",
    section: "next_url",
    demands: "`next_url` is another document than this one",
    *find({ feed }) {
      if (feed["next_url"] === undefined || feed["next_url"] !== feed["feed_url"]) return;
      const reason = "next_url is the document itself: readers would run in a circle";
      yield { path: "next_url", reason, remedy: "leave it out on the last page" };
    },
  },
];
