/**
 * What site generators put into Markdown besides Markdown: Hugo's shortcodes, tags and expressions
 * of Jekyll and Eleventy, kramdown's attribute lists, MDX. What shows a picture or a page is kept,
 * the marks of the rest are removed. Code is left alone.
 */
import { dropComments } from "./comments.ts";
import { type CodeOpening, isCodeEnd, openingOf, sparingCode } from "./markdown-code.ts";
import { expandPictures, importedPictures } from "./markdown-pictures.ts";
import { escapeMarkup } from "./markup.ts";
import {
  type Arguments,
  type RenderInline,
  readArguments,
  writeFigure,
} from "./written-figures.ts";

/** In this order: what Liquid leaves alone, Hugo, Jekyll, an expression, a kramdown list, attributes. */
const MARKS = sparingCode(
  /\{%-?\s{0,9}raw\s{0,9}-?%\}((?:(?!\{%-?\s{0,9}raw\b)[\s\S]){0,5000}?)\{%-?\s{0,9}endraw\s{0,9}-?%\}|\{\{([<%])((?:(?!\{\{)[\s\S]){0,1000}?)[%>]\}\}|\{%-?((?:(?!\{%)[\s\S]){0,1000}?)-?%\}|\{\{-?([^{}\n]{0,300})\}\}|\{:[^{}\n]{0,200}\}|[ \t]\{#[\w.:-]{1,100}(?:[ \t][^{}\n]{0,200})?\}(?=[ \t]*$)|(?<=\))\{[ \t]{0,3}(?:[.#][\w-]|[\w-]{1,40}=)[^{}\n]{0,200}\}/gm,
);

const IMPORT = /^import\s+(?:[\w*{}\s,$]{1,500}\s+from\s+)?["'][^"'\n]{1,300}["'];?[ \t]*$/gm;
const EXPORT =
  /^export\s+(?:const|let|default|function|async)\b[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]+)*/gm;
const COMPONENT = sparingCode(
  /<\/?(?!Image\b[^<>]{0,500}\bsrc=["'])[A-Z][\w.]*(?:[^<>{}]|\{[^{}]{0,500}\})*>/g,
);

export function expandShortcodes(source: string, renderInline: RenderInline): string {
  const isMdx =
    (source.includes("import") && source.match(IMPORT) !== null) ||
    (source.includes("export") && source.match(EXPORT) !== null);
  const imported = isMdx ? importedPictures(source) : new Map<string, string>();
  return mapProse(dropComments(source), (prose) => {
    const expanded = expandPictures(prose, imported, renderInline);
    const plain = isMdx ? dropModule(expanded) : expanded;
    return plain.includes("{") ? expandMarks(plain, renderInline) : plain;
  });
}

/** What an MDX file has besides Markdown. */
function dropModule(prose: string): string {
  const written = prose.replace(IMPORT, "").replace(EXPORT, "");
  return written.replace(COMPONENT, (whole: string, code?: string) => {
    return code === undefined ? "" : whole;
  });
}

/** In place of a tag around code; no fence in that code is as long. */
const TAG_FENCE = "`".repeat(20);

/** What some line holds wherever a block of code begins. */
const CODE_AHEAD = ["```", "~~~", "highlight"];

/** Changes what is between blocks of code. */
function mapProse(given: string, change: (prose: string) => string): string {
  const source = given.includes("\r") ? given.replace(/\r\n?/g, "\n") : given;
  if (!CODE_AHEAD.some((mark) => source.includes(mark))) return change(source);
  const parts: string[] = [];
  let lines: string[] = [];
  let code: CodeOpening | undefined;
  for (const line of source.split("\n")) {
    if (code !== undefined) {
      const isEnd = isCodeEnd(line, code);
      parts.push(isEnd && code.fence === "" ? TAG_FENCE : line);
      if (isEnd) code = undefined;
      continue;
    }
    code = openingOf(line);
    if (code === undefined) {
      lines.push(line);
      continue;
    }
    const { language } = code;
    parts.push(change(lines.join("\n")), language === undefined ? line : TAG_FENCE + language);
    lines = [];
  }
  parts.push(change(lines.join("\n")));
  return parts.join("\n");
}

type MarkParts = [
  code: string | undefined,
  raw: string | undefined,
  hugo: string | undefined,
  inHugo: string | undefined,
  inJekyll: string | undefined,
  value: string | undefined,
  at: number,
  all: string,
];

/** Markdown before an address; `<>` is its way to write none. */
const LINK_BEFORE = /\](?:\(|:)[ \t]{0,9}(?:\{\{[^{}]{0,80}\}\})?$/;
const RAW_CODE = /^(`+)\s?\{%-?\s*raw\s*-?%\}([\s\S]*)\{%-?\s*endraw\s*-?%\}\s?\1$/;

/**
 * Where a link of Hugo or Jekyll to another page of the site leads: only a path from the site's
 * root can be told without the site. Empty where it cannot; undefined for other tags.
 */
function readTarget(tag: string): string | undefined {
  const [, name = "", quote = "", told = ""] =
    /^\s*((?:rel)?ref|post_url|link)\s+(["']?)([^"'\s]{1,500})\2\s*$/.exec(tag) ?? [];
  if (name === "") return undefined;
  if (!name.endsWith("ref") || quote === "" || !told.startsWith("/")) return "";
  const [page = "", ...fragment] = told.split(/(?=#)/);
  const path = page.replace(/\.(?:md|markdown|html)$/, "").replace(/(?:^|\/)_?index$/, "");
  return encodeURI(`${path.replace(/\/+$/, "")}/${fragment.join("")}`);
}

function expandMarks(prose: string, renderInline: RenderInline): string {
  const expanded = prose.replace(MARKS, (whole: string, ...parts: MarkParts) => {
    const [code, raw, hugo, inHugo = "", inJekyll, value, at, all] = parts;
    if (code !== undefined) return whole.replace(RAW_CODE, "$1$2$1");
    if (raw !== undefined) return raw;
    const target = readTarget(hugo === undefined ? (inJekyll ?? "") : inHugo);
    if (target === "") return LINK_BEFORE.test(all.slice(Math.max(0, at - 100), at)) ? "<>" : "";
    if (target !== undefined) return target;
    if (hugo !== undefined) return expandHugo(inHugo, hugo, renderInline);
    if (inJekyll !== undefined) return expandTag(inJekyll, renderInline);
    const call = /^\s*(\w{1,40}\([\s\S]*)\)\s*$/.exec(value ?? "")?.[1];
    if (call !== undefined) return expandTag(call, renderInline);
    // `{{ "/assets/x.png" | relative_url }}` has its value with it.
    return /^\s*(["'])([^"']*)\1/.exec(value ?? "")?.[2] ?? "";
  });
  // A fragment of a page that cannot be told would lead into this one.
  return expanded.replace(/(\](?:\(|:[ \t]{0,9})<>)#[^\s)]{0,300}/g, "$1");
}

/** `{{</* figure *\/>}}` is how Hugo's users write about shortcodes. */
function expandHugo(inner: string, opener: string, renderInline: RenderInline): string {
  const quoted = /^\/\*([\s\S]*)\*\/$/.exec(inner)?.[1];
  if (quoted === undefined) return expandTag(inner, renderInline);
  return escapeMarkup(`{{${opener}${quoted}${opener === "<" ? ">" : "%"}}}`);
}

/** Zola: `figure(src="a.jpg")`. */
const CALL = /^(\w{1,40})\((?=[^()]*\)?\s*$|\s*\w{1,40}\s*=)/;

/** By the last word of their names: `figure`, `responsive-image.html`, `_includes/img.liquid`. */
const PICTURES =
  /^(?:[\w-]{1,40}[-_/]){0,3}(?:figure|fig|image|img|imgproc|picture|photo)(?:[-_](?:caption|responsive))?(?:\.html|\.liquid|\.md)?$/i;

function expandTag(tag: string, renderInline: RenderInline): string {
  const { named, listed } = readArguments(tag.trim().replace(/\/$/, "").replace(CALL, "$1 "));
  const [name = "", ...values] = listed[0] === "include" ? listed.slice(1) : listed;
  const told = { named, listed: values };
  if (PICTURES.test(name)) return writeFigure(name, told, renderInline);
  const address = PAGES[name.toLowerCase()]?.(told);
  return address === undefined ? "" : `<${encodeURI(address)}>`;
}

/** `embed` takes only whole addresses. */
const NEVER = /^(?!)/;

/** Shortcodes that show a page of somebody else ← that page's address. */
const PAGES: Readonly<Record<string, (told: Arguments) => string | undefined>> = {
  youtube: (told) => addressOf(told, /^[\w-]{6,20}$/, "https://www.youtube.com/watch?v="),
  vimeo: (told) => addressOf(told, /^\d{1,20}$/, "https://vimeo.com/"),
  tweet: (told) => postOf(told, "https://twitter.com/"),
  twitter: (told) => postOf(told, "https://twitter.com/"),
  x: (told) => postOf(told, "https://x.com/"),
  instagram: (told) => addressOf(told, /^[\w-]{5,30}$/, "https://www.instagram.com/p/"),
  embed: (told) => addressOf(told, NEVER, ""),
  gist: ({ listed: [user, id] }) =>
    user && id ? `https://gist.github.com/${user}/${id}` : undefined,
};

function addressOf({ named, listed }: Arguments, id: RegExp, page: string): string | undefined {
  const value = named.get("id") ?? named.get("url") ?? listed[0] ?? "";
  if (id.test(value)) return page + value;
  return /^https?:\/\/[^\s<>]{1,1000}$/.test(value) ? value : undefined;
}

function postOf(told: Arguments, site: string): string | undefined {
  const { named, listed } = told;
  const user = named.get("user");
  const id = named.get("id") ?? listed[0] ?? "";
  if (user !== undefined && /^\d{1,25}$/.test(id)) return `${site}${user}/status/${id}`;
  return addressOf(told, /^\d{1,25}$/, `${site}i/status/`);
}
