/** Figures that a shortcode, an include or a component of a site generator stands for, as HTML. */
import { isWords } from "./attributes.ts";
import { escapeMarkup } from "./markup.ts";

export type RenderInline = (markdown: string) => string;

/** Of a shortcode: `name="value"`, and values alone. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly listed: readonly string[];
}

const ARGUMENT =
  /([\w-]+)(?:\s{0,9}=\s{0,9}|:[ \t](?=["'\w./]))(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))|"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`,]+)/g;

export function readArguments(tag: string): Arguments {
  const named = new Map<string, string>();
  const listed: string[] = [];
  for (const [, name, ...values] of tag.matchAll(ARGUMENT)) {
    const value = (values.find((found) => found !== undefined) ?? "").replace(/\\(["'\\])/g, "$1");
    if (name === undefined) listed.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { named, listed };
}

/** What shortcodes, components and attribute lists call the credit of a picture. */
const CREDIT_NAMES = [
  "data-credit",
  "attr",
  "credit",
  "credits",
  "photographer",
  "source",
  "data-copyright",
  "copyright",
  "author",
];

/** As written; an address, as of the page that a picture is from, is no credit. */
export function creditAmong(named: ReadonlyMap<string, string>): string | undefined {
  const told = CREDIT_NAMES.map((name) => named.get(name));
  // A link of Markdown begins as settings do.
  return told.find((value) => isWords(value?.replace(/^\s*\[(?=[^[\]]*\]\()/, "")));
}

const FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#]\S*)?$/i;

/** Pixels, or the `sizes` of a responsive picture. */
function isSize(value: string | undefined): boolean {
  return value !== undefined && /^\d|\b\d+(?:px|vw|em|rem)\b/.test(value);
}

/**
 * The figure that a shortcode asks for, as HTML in lines of its own; empty where it names no file.
 *
 * @param name of the shortcode: what its unnamed values mean depends on it.
 */
export function writeFigure(
  name: string,
  { named, listed }: Arguments,
  renderInline: RenderInline,
): string {
  const of = (...names: readonly string[]): string | undefined => {
    return names.map((name) => named.get(name)).find((value) => value !== undefined);
  };
  // Octopress puts a place in front: `{% img left a.jpg %}`.
  const values =
    FILE.test(listed[1] ?? "") && !FILE.test(listed[0] ?? "") ? listed.slice(1) : listed;
  const source = of("src", "url", "image_path", "image", "file", "path") ?? values[0];
  if (source === undefined || source === "") return "";
  const sizes = ["width", "height"].flatMap((name) => {
    const value = named.get(name);
    return value === undefined ? [] : [` ${name}="${escapeMarkup(value)}"`];
  });
  const alt = escapeMarkup(of("alt") ?? (isSize(values[1]) ? "" : values[1]) ?? "");
  const img = `<img src="${escapeMarkup(source)}" alt="${alt}"${sizes.join("")}>`;
  const link = of("link", "href");
  const shown = link === undefined ? img : `<a href="${escapeMarkup(link)}">${img}</a>`;
  const listedCaption = /fig/i.test(name) && !isSize(values[2]) ? values[2] : undefined;
  const caption = of("caption", "description") ?? listedCaption;
  const words = [of("title"), caption].filter((text) => text !== undefined);
  const credit = creditAmong(named);
  const small = credit === undefined ? "" : `<small class="credit">${renderInline(credit)}</small>`;
  const told = `<figcaption>${words.map(renderInline).join(" ")} ${small}</figcaption>`;
  // A blank line would end the block of HTML.
  return `\n\n<figure>${shown}${told}</figure>`.replace(/\n{2,}(?=.)/g, "\n").concat("\n\n");
}
