/** HTML in feeds: nothing runs, nothing is styled away, nothing is relative. */
import { SAFE_ELEMENTS, SAFE_STYLES, UNSAFE_ELEMENTS } from "./html-names.ts";
import { type HtmlTag, readTags } from "./html-tags.ts";
import { type Complaint, quoted, type Rule } from "./rule.ts";
import type { FeedSubject, JsonSubject } from "./subjects.ts";
import { allOf, childrenOf, pathOf, textOf, type XmlElement } from "./xml-document.ts";

/** A piece of HTML, and where it stands. */
interface HtmlPiece {
  readonly tags: readonly HtmlTag[];
  /** A path costs a look at all neighbours: it is made when somebody complains. */
  readonly place: () => Pick<Complaint, "offset" | "path">;
  /** Below an `xml:base` relative addresses mean something. */
  readonly hasBase: boolean;
}

export interface HtmlSubject {
  readonly pieces: readonly HtmlPiece[];
}

const RSS_HTML = ["content:encoded", "description"];
const ATOM_HTML = ["content", "summary", "title", "subtitle", "rights"].map((n) => `atom:${n}`);

/** The HTML of all items of RSS or Atom. */
export function htmlOfFeed({ format, items, document }: FeedSubject): HtmlSubject {
  const pieces: HtmlPiece[] = [];
  const add = (element: XmlElement, tags: readonly HtmlTag[]) => {
    if (tags.length === 0) return;
    const place = () => ({ offset: element.offset, path: pathOf(element) });
    pieces.push({ tags, place, hasBase: hasBase(element) });
  };
  const fields = format === "rss" ? RSS_HTML : ATOM_HTML;
  for (const item of items) {
    for (const child of childrenOf(item)) {
      if (!fields.includes(child.key)) continue;
      if (format === "atom" && child.attributes.get("type") !== "html") continue;
      const html = textOf(child);
      if (html.includes("<")) add(child, readTags(html));
    }
  }
  for (const key of document.byKey.keys()) {
    if (!key.startsWith("xhtml:")) continue;
    for (const element of allOf(document, key)) add(element, [tagOf(element)]);
  }
  return { pieces };
}

function tagOf(element: XmlElement): HtmlTag {
  const attributes = [...element.attributes]
    .filter(([name]) => !name.startsWith("xmlns") && !name.startsWith("xml:"))
    .map(([name, value]) => ({ name, value }));
  return { name: element.key.slice(6).toLowerCase(), attributes };
}

function hasBase(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.attributes.has("xml:base")) return true;
  }
  return false;
}

export function htmlOfJson({ items }: JsonSubject): HtmlSubject {
  const pieces: HtmlPiece[] = [];
  for (const { value, path } of items) {
    const html = value["content_html"];
    if (typeof html !== "string" || !html.includes("<")) continue;
    const place = () => ({ path: `${path}.content_html` });
    pieces.push({ tags: readTags(html), place, hasBase: false });
  }
  return { pieces };
}

/** A complaint for each tag that has a fault, at most one a piece and a reason. */
function eachTag(faultOf: (tag: HtmlTag, piece: HtmlPiece) => string | undefined, remedy: string) {
  return function* ({ pieces }: HtmlSubject): Generator<Complaint> {
    for (const piece of pieces) {
      const seen = new Set<string>();
      for (const tag of piece.tags) {
        const reason = faultOf(tag, piece);
        if (reason === undefined || seen.has(reason)) continue;
        seen.add(reason);
        yield { ...piece.place(), reason, remedy };
      }
    }
  };
}

const ADDRESSES = new Set(["href", "src", "poster", "data", "background", "longdesc", "cite"]);

/** The first relative address of a tag. */
function relativeAddress({ attributes }: HtmlTag, { hasBase: isBased }: HtmlPiece) {
  if (isBased) return undefined;
  for (const { name, value } of attributes) {
    const all = ADDRESSES.has(name) ? [value] : name === "srcset" ? candidatesOf(value) : [];
    for (const address of all) {
      if (!/^\s*[A-Za-z][A-Za-z0-9+.-]*:/.test(address)) {
        return `${name} is ${quoted(address)}, and a reader knows no base`;
      }
    }
  }
  return undefined;
}

/** Addresses of a srcset: each the first word behind a comma and a space. */
function candidatesOf(srcset: string): readonly string[] {
  const parts = srcset.split(/,\s+/).map((part) => part.trim().split(/\s+/, 1)[0] ?? "");
  return parts.filter((part) => part !== "");
}

function unsafeAttribute({ attributes }: HtmlTag): string | undefined {
  for (const { name, value } of attributes) {
    if (/^on|^srcdoc$|^formaction$/.test(name)) return `the attribute ${name.slice(0, 40)}`;
    if (/^(?:role|fetchpriority|property|about|typeof|resource)$|^aria-|[:_]/.test(name)) {
      return `validators do not accept the attribute ${name.slice(0, 40)}`;
    }
    // Browsers pass over these within the scheme.
    const scheme = value.slice(0, 200).replace(/[\0- ]/g, "");
    if (ADDRESSES.has(name) && /^(?:javascript|vbscript|data:text\/html)/i.test(scheme)) {
      return `${name} runs a script`;
    }
  }
  return undefined;
}

const BOXES = /^(?:background|border|margin|padding)/;
const KEYWORDS = new Set(
  "aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left lime maroon medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline white yellow inherit initial 0".split(
    " ",
  ),
);
const MEASURE = /^(?:#[0-9a-f]+|-?\d*\.?\d+(?:cm|em|rem|ex|in|mm|pc|pt|px|%)?|rgba?\([\d.,%]*\))$/;

function unsafeStyle({ attributes }: HtmlTag): string | undefined {
  for (const { name, value } of attributes) {
    if (name !== "style") continue;
    if (/[\\@<>{}]|\/\*|url\s*\(|expression|javascript|behaviou?r/i.test(value)) {
      return `style ${quoted(value)} may load or run something`;
    }
    for (const declaration of value.toLowerCase().split(";")) {
      const [property = "", words = ""] = declaration.split(":").map((part) => part.trim());
      if (property === "") continue;
      if (!SAFE_STYLES.has(property)) return `style ${quoted(property)} is not a safe property`;
      const odd = words.split(/\s+/).find((word) => !KEYWORDS.has(word) && !MEASURE.test(word));
      if (BOXES.test(property) && odd) return `style ${property} holds ${quoted(odd)}`;
    }
  }
  return undefined;
}

export const htmlRules: readonly Rule<HtmlSubject>[] = [
  {
    name: "html/absolute-addresses",
    level: "warning",
    spec: "RSS Profile",
    section: "Relative URLs",
    w3c: "ContainsRelRef",
    demands: "No relative `href` or `src` in HTML",
    find: eachTag(relativeAddress, "write the whole address"),
  },
  {
    name: "html/safe-elements",
    level: "warning",
    spec: "W3C validator",
    section: "SecurityRisk",
    w3c: "SecurityRisk",
    demands: "No script, style, iframe, object, embed, … in HTML",
    find: eachTag(
      ({ name }) => (UNSAFE_ELEMENTS.has(name) ? `<${name}> is stripped, or a risk` : undefined),
      "take it away; a link in its place tells readers where to look",
    ),
  },
  {
    name: "html/known-elements",
    level: "warning",
    spec: "HTML Standard",
    section: "4",
    w3c: "NotHtml",
    demands: "Elements are ones of HTML",
    find: eachTag(
      ({ name }) =>
        SAFE_ELEMENTS.has(name) || UNSAFE_ELEMENTS.has(name)
          ? undefined
          : `HTML in feeds knows no <${name.slice(0, 40)}>`,
      "keep the text, drop the tags",
    ),
  },
  {
    name: "html/safe-attributes",
    level: "warning",
    spec: "W3C validator",
    section: "SecurityRiskAttr",
    w3c: "SecurityRiskAttr",
    demands: "No `on…` attribute and no script as an address",
    find: eachTag(unsafeAttribute, "take the attribute away"),
  },
  {
    name: "html/safe-styles",
    level: "warning",
    spec: "W3C validator",
    section: "DangerousStyleAttr",
    w3c: "DangerousStyleAttr",
    demands: "Styles only of properties that cannot move, hide or load anything",
    find: eachTag(unsafeStyle, "take the style away"),
  },
];
