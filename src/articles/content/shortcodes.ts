/**
 * What site generators put into Markdown besides Markdown: Hugo's shortcodes, tags and expressions
 * of Jekyll and Eleventy, kramdown's attribute lists, MDX. What shows a picture or a page is kept,
 * the marks of the rest are removed. Code is left alone.
 */
import { dropComments } from "./comments.ts";
import { escapeMarkup } from "./markup.ts";

type RenderInline = (markdown: string) => string;

/** In this order: a span of code, what Liquid leaves alone, Hugo, Jekyll, an expression, a kramdown list, attributes. */
const MARKS =
  /(?<!`)(`{1,20})[^`]{1,500}\1|\{%-?\s{0,9}raw\s{0,9}-?%\}((?:(?!\{%-?\s{0,9}raw\b)[\s\S]){0,5000}?)\{%-?\s{0,9}endraw\s{0,9}-?%\}|\{\{([<%])((?:(?!\{\{)[\s\S]){0,1000}?)[%>]\}\}|\{%-?((?:(?!\{%)[\s\S]){0,1000}?)-?%\}|\{\{-?([^{}\n]{0,300})\}\}|\{:[^{}\n]{0,200}\}|[ \t]\{#[\w.:-]{1,100}(?:[ \t][^{}\n]{0,200})?\}(?=[ \t]*$)|(?<=\))\{(?:[.#][\w-]|[\w-]{1,40}=)[^{}\n]{0,200}\}/gm;

const FENCE = /^[\s>*+-]{0,40}(`{3,99}(?!.*`)|~{3,})/;
const HIGHLIGHT = /^\s{0,40}\{(?:\{[<%]|%-?)\s{0,9}highlight\s+([\w+#-]{1,30})/;
const END_HIGHLIGHT = /^\s{0,40}\{(?:\{[<%]\s{0,9}\/\s{0,9}|%-?\s{0,9}end)highlight\b/;

const IMPORT = /^import\s+(?:[\w*{}\s,$]{1,500}\s+from\s+)?["'][^"'\n]{1,300}["'];?[ \t]*$/gm;
const EXPORT =
  /^export\s+(?:const|let|default|function|async)\b[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]+)*/gm;
const COMPONENT = /<\/?(?!Image\b[^<>]{0,500}\bsrc=["'])[A-Z][\w.]*(?:[^<>{}]|\{[^{}]{0,500}\})*>/g;

export function expandShortcodes(source: string, renderInline: RenderInline): string {
  const isMdx = source.match(IMPORT) !== null || source.match(EXPORT) !== null;
  return mapProse(dropComments(source), (prose) => {
    const plain = isMdx
      ? prose.replace(IMPORT, "").replace(EXPORT, "").replace(COMPONENT, "")
      : prose;
    return plain.includes("{") ? expandMarks(plain, renderInline) : plain;
  });
}

/** Changes what is between fenced blocks of code. */
function mapProse(source: string, change: (prose: string) => string): string {
  const parts: string[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  for (const line of source.replace(/\r\n?/g, "\n").split("\n")) {
    if (fence !== undefined) {
      const isEnd = fence === "" ? END_HIGHLIGHT.test(line) : isFenceEnd(line, fence);
      if (isEnd) fence = undefined;
      parts.push(isEnd && END_HIGHLIGHT.test(line) ? "```" : line);
      continue;
    }
    const language = HIGHLIGHT.exec(line)?.[1];
    const mark = FENCE.exec(line)?.[1];
    if (language === undefined && mark === undefined) {
      lines.push(line);
      continue;
    }
    parts.push(change(lines.join("\n")), language === undefined ? line : `\`\`\`${language}`);
    lines = [];
    fence = mark ?? "";
  }
  parts.push(change(lines.join("\n")));
  return parts.join("\n");
}

function isFenceEnd(line: string, fence: string): boolean {
  const mark = line.replace(/^[\s>]{0,40}/, "").trimEnd();
  return mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length);
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

interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly listed: readonly string[];
}

function expandTag(tag: string, renderInline: RenderInline): string {
  const { named, listed } = readArguments(tag.trim().replace(/\/$/, ""));
  const [name = "", ...values] = listed[0] === "include" ? listed.slice(1) : listed;
  const told = { named, listed: values };
  if (/^(?:figure|image|img|picture)(?:\.html|\.liquid)?$/.test(name)) {
    return figureOf(told, renderInline);
  }
  const address = PAGES[name.toLowerCase()]?.(told);
  return address === undefined ? "" : `<${encodeURI(address)}>`;
}

const ARGUMENT =
  /([\w-]+)\s{0,9}=\s{0,9}(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))|"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`,]+)/g;

function readArguments(tag: string): Arguments {
  const named = new Map<string, string>();
  const listed: string[] = [];
  for (const [, name, ...values] of tag.matchAll(ARGUMENT)) {
    const value = (values.find((found) => found !== undefined) ?? "").replace(/\\(["'\\])/g, "$1");
    if (name === undefined) listed.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, listed };
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

function figureOf({ named, listed }: Arguments, renderInline: RenderInline): string {
  const of = (...names: readonly string[]): string | undefined => {
    return names.map((name) => named.get(name)).find((value) => value !== undefined);
  };
  const source = of("src", "url", "image_path", "image", "file", "path") ?? listed[0];
  if (source === undefined || source === "") return "";
  const sizes = ["width", "height"].flatMap((name) => {
    const value = named.get(name);
    return value === undefined ? [] : [` ${name}="${escapeMarkup(value)}"`];
  });
  const alt = escapeMarkup(of("alt") ?? listed[1] ?? "");
  const img = `<img src="${escapeMarkup(source)}" alt="${alt}"${sizes.join("")}>`;
  const link = of("link", "href");
  const shown = link === undefined ? img : `<a href="${escapeMarkup(link)}">${img}</a>`;
  const words = [of("title"), of("caption", "description")].filter((text) => text !== undefined);
  const credit = of("attr", "credit", "source", "photographer");
  const small = credit === undefined ? "" : `<small>${renderInline(credit)}</small>`;
  const caption = `<figcaption>${words.map(renderInline).join(" ")} ${small}</figcaption>`;
  // A blank line would end the block of HTML.
  return `\n\n<figure>${shown}${caption}</figure>`.replace(/\n{2,}(?=.)/g, "\n").concat("\n\n");
}

const WORDPRESS_CAPTION =
  /\[caption\b([^\]]{0,500})\]((?:(?!\[caption\b)[\s\S]){0,5000}?)\[\/caption\]/g;
const PICTURE = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/;

/** `[caption]<img> Words[/caption]`, as WordPress stores it. */
export function expandCaptions(html: string): string {
  if (!html.includes("[/caption]")) return html;
  return html.replace(WORDPRESS_CAPTION, (whole, settings: string, inner: string) => {
    const picture = PICTURE.exec(inner)?.[0];
    if (picture === undefined) return whole;
    const words = /\bcaption="([^"]*)"/.exec(settings)?.[1] ?? inner.slice(picture.length);
    return `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
  });
}
