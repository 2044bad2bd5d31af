/** What Media RSS demands, as far as the W3C feed validator knows it. */
import { readLabel } from "../articles/credits/credit-phrases.ts";
import { EBU_ROLES } from "./media-roles.ts";
import { endTagIn } from "./plain-text.ts";
import { repeated } from "./rss-channel.ts";
import { type Complaint, quoted, type Rule } from "./rule.ts";
import type { XmlSubject } from "./subjects.ts";
import { isAbsolute, isMimeType, isPositiveInteger } from "./values.ts";
import { about, allOf, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const KNOWN = new Set(
  "adult category content copyright credit description group hash keywords player rating restriction text thumbnail title".split(
    " ",
  ),
);
const SINGLES = ["title", "description", "copyright", "adult"].map((name) => `media:${name}`);
const MEDIA = ["image", "audio", "video", "document", "executable"];
const RATINGS: Readonly<Record<string, RegExp>> = {
  "urn:simple": /^(?:non)?adult$/,
  "urn:mpaa": /^(?:g|m|nc-17|pg|pg-13|r|x)$/,
};

/** Elements with one attribute that fails a test. */
function attributeRule(
  keys: readonly string[],
  names: readonly string[],
  isRight: (value: string) => boolean,
  remedy: string,
) {
  return function* ({ document }: XmlSubject): Generator<Complaint> {
    for (const element of keys.flatMap((key) => allOf(document, `media:${key}`))) {
      for (const name of names) {
        const value = element.attributes.get(name);
        if (value === undefined || isRight(value)) continue;
        yield about(element, `its ${name} is ${quoted(value)}`, remedy);
      }
    }
  };
}

/** Wherever media elements may stand together: contents, groups, items. */
function parentsOfMedia({ document }: XmlSubject): ReadonlySet<XmlElement> {
  const parents = new Set<XmlElement>();
  for (const [key, elements] of document.byKey) {
    if (!key.startsWith("media:")) continue;
    for (const { parent } of elements) if (parent !== undefined) parents.add(parent);
  }
  return parents;
}

export const mediaRules: readonly Rule<XmlSubject>[] = [
  {
    name: "media/known-elements",
    level: "error",
    spec: "W3C validator",
    section: "UndefinedElement",
    w3c: "UndefinedElement",
    demands:
      "Elements are ones that validators know: for license, rights, … of Media RSS 1.5 use `dcterms:license`, `dcterms:rightsHolder`, `dc:rights`",
    *find({ document }) {
      for (const [key, elements] of document.byKey) {
        if (!key.startsWith("media:") || KNOWN.has(key.slice(6))) continue;
        for (const element of elements) {
          const remedy = "use dcterms:license, dcterms:rightsHolder or dc:rights, or drop it";
          yield about(element, `no validator knows ${element.name.slice(0, 60)}`, remedy);
        }
      }
    },
  },
  {
    name: "media/one-of-each",
    level: "error",
    spec: "Media RSS",
    section: "Optional elements",
    w3c: "DuplicateElement",
    demands: "A content has one title, description and copyright",
    *find(subject) {
      for (const parent of parentsOfMedia(subject)) yield* repeated(parent, SINGLES);
    },
  },
  {
    name: "media/content-url",
    level: "error",
    spec: "Media RSS",
    section: "media:content",
    w3c: "MissingAttribute",
    demands: "A content has a url, or a player inside",
    *find({ document }) {
      for (const content of allOf(document, "media:content")) {
        if (content.attributes.get("url") || childOf(content, "media:player")) continue;
        yield about(content, "neither url nor player", "add a url");
      }
    },
  },
  {
    name: "media/thumbnail-url",
    level: "error",
    spec: "Media RSS",
    section: "media:thumbnail",
    w3c: "MissingAttribute",
    demands: "A thumbnail and a player have a url",
    *find({ document }) {
      for (const key of ["media:thumbnail", "media:player"]) {
        for (const element of allOf(document, key)) {
          if (!element.attributes.get("url")) yield about(element, "there is no url", "add one");
        }
      }
    },
  },
  {
    name: "media/positive-integers",
    level: "error",
    spec: "Media RSS",
    section: "media:content",
    w3c: "InvalidPositiveInteger",
    demands: "fileSize, width and height are positive integers, and missing where unknown",
    find: attributeRule(
      ["content", "thumbnail", "player"],
      ["fileSize", "width", "height"],
      isPositiveInteger,
      "write the number, or leave it out",
    ),
  },
  {
    name: "media/medium",
    level: "error",
    spec: "Media RSS",
    section: "media:content",
    w3c: "InvalidMediaMedium",
    demands: "medium is image, audio, video, document or executable",
    find: attributeRule(["content"], ["medium"], (value) => MEDIA.includes(value), "write image"),
  },
  {
    name: "media/type",
    level: "error",
    spec: "RFC 2045",
    section: "5.1",
    w3c: "InvalidMIMEAttribute",
    demands: "The type of a content is a MIME type",
    find: attributeRule(["content"], ["type"], isMimeType, "write image/jpeg, for example"),
  },
  {
    name: "media/group",
    level: "error",
    spec: "Media RSS",
    section: "media:group",
    w3c: "MediaGroupWithoutAlternatives",
    demands: "A group holds two contents or more: the same picture in other sizes",
    *find({ document }) {
      for (const group of allOf(document, "media:group")) {
        if (childrenOf(group, "media:content").length > 1) continue;
        yield about(group, "there are no alternatives in it", "take the group away");
      }
    },
  },
  {
    name: "media/text-type",
    level: "error",
    spec: "Media RSS",
    section: "media:description",
    w3c: "InvalidMediaTextType",
    demands: "The type of a title, description or text is plain or html",
    find: attributeRule(
      ["title", "description", "text"],
      ["type"],
      (value) => value === "plain" || value === "html",
      "write plain or html",
    ),
  },
  {
    name: "media/plain-text",
    level: "warning",
    spec: "Media RSS",
    section: "media:description",
    w3c: "ContainsUndeclaredHTML",
    demands: "A plain title or description holds no HTML",
    *find({ document }) {
      for (const key of ["media:title", "media:description", "media:copyright"]) {
        for (const element of allOf(document, key)) {
          if (element.attributes.get("type") === "html") continue;
          const tag = endTagIn(textOf(element));
          if (tag === undefined) continue;
          yield about(element, `holds the tag ${tag}`, 'strip it, or write type="html"');
        }
      }
    },
  },
  {
    name: "media/rating",
    level: "error",
    spec: "Media RSS",
    section: "media:rating",
    w3c: "InvalidMediaRating",
    demands: "A rating is a value of its scheme; `urn:simple` knows adult and nonadult",
    *find({ document }) {
      for (const rating of allOf(document, "media:rating")) {
        const scheme = rating.attributes.get("scheme") ?? "urn:simple";
        const values = Object.hasOwn(RATINGS, scheme) ? RATINGS[scheme] : undefined;
        if (values === undefined || values.test(textOf(rating))) continue;
        yield about(rating, `${quoted(textOf(rating))} is no value of ${scheme}`, "write nonadult");
      }
    },
  },
  {
    name: "media/credit-role",
    level: "error",
    spec: "Media RSS",
    section: "media:credit",
    w3c: "InvalidCreditRole",
    demands: "The role of a credit is one of the EBU list, in lower case: agency is none",
    *find({ document }) {
      for (const credit of allOf(document, "media:credit")) {
        const role = credit.attributes.get("role");
        if (!role) continue;
        const scheme = credit.attributes.get("scheme") || "urn:ebu";
        const isRight = scheme === "urn:ebu" ? EBU_ROLES.has(role) : role === role.toLowerCase();
        if (isRight) continue;
        yield about(
          credit,
          `${quoted(role)} is not in the EBU list`,
          "write photographer, for one",
        );
      }
    },
  },
  {
    name: "media/credit-scheme",
    level: "error",
    spec: "Media RSS",
    section: "media:credit",
    w3c: "InvalidURN",
    demands: "The scheme of a credit is `urn:ebu` or a full URI: `urn:yvs` is refused",
    *find({ document }) {
      for (const credit of allOf(document, "media:credit")) {
        const scheme = credit.attributes.get("scheme") || "urn:ebu";
        if (scheme === "urn:ebu") continue;
        const isFull = isAbsolute(scheme) && !/^urn:[^:]*$/i.test(scheme);
        if (!isFull) yield about(credit, `its scheme is ${quoted(scheme)}`, "write urn:ebu");
      }
    },
  },
  {
    name: "media/credit-name",
    level: "warning",
    spec: "Media RSS",
    section: "media:credit",
    demands: "A credit is a bare name, without © and without a label: readers print their own",
    *find({ document }) {
      for (const credit of allOf(document, "media:credit")) {
        const fault = faultOfName(textOf(credit));
        if (fault !== undefined) yield about(credit, fault, "write the name alone");
      }
    },
  },
];

function faultOfName(name: string): string | undefined {
  if (name === "") return "the credit is empty";
  const sign = /[©Ⓒⓒ]|\([cC]\)|&copy/.exec(name)?.[0];
  if (sign !== undefined) return `${quoted(name)} holds ${sign}`;
  const reading = name.length > 200 ? undefined : readLabel(name);
  if (reading === undefined || reading.label.weak) return undefined;
  const isLabel = reading.colon ? /[:：]/.test(name) : reading.label.kind === "maker";
  return isLabel ? `${quoted(name)} begins with a label` : undefined;
}
