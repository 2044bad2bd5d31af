/**
 * Pictures in the dialects of Markdown: Obsidian, Pandoc and Quarto, kramdown, Markdown inside HTML
 * (`<figure markdown>`), components of MDX. Each becomes Markdown or HTML that any parser reads.
 */
import { sparingCode } from "./markdown-code.ts";
import { escapeMarkup } from "./markup.ts";
import { creditAmong, type RenderInline, writeFigure } from "./written-figures.ts";

/** @param imported pictures by the names that an MDX file imports them under. */
export function expandPictures(
  prose: string,
  imported: ReadonlyMap<string, string>,
  renderInline: RenderInline,
): string {
  let expanded = prose;
  if (expanded.includes("<")) {
    expanded = expandComponents(expanded, imported, renderInline);
    if (expanded.includes("markdown")) expanded = expandFigures(expanded, renderInline);
  }
  if (expanded.includes("![")) expanded = expandImages(expanded, renderInline);
  return expanded.includes("{:") ? expandParagraphs(expanded, renderInline) : expanded;
}

const PICTURE_FILE = "\\.(?:jpe?g|png|gif|webp|avif|svg|bmp)";
const IMPORTED = new RegExp(
  `^import\\s+([\\w$]{1,100})\\s+from\\s+["']([^"'\\n]{1,300}${PICTURE_FILE})["']`,
  "gm",
);

export function importedPictures(source: string): ReadonlyMap<string, string> {
  const pictures = [...source.matchAll(IMPORTED)];
  return new Map(pictures.map(([, name = "", path = ""]) => [name, path]));
}

const COMPONENT = sparingCode(
  /<(img|Image|Img|Picture|Figure|Photo|StaticImage|CaptionedImage)\b([^<>]{0,1000}?)\/?>/g,
);
const ATTRIBUTE =
  /([\w-]{1,40})=(?:"([^"]*)"|'([^']*)'|\{\s{0,9}["'`]([^"'`{}]*)["'`]\s{0,9}\}|\{\s{0,9}require\(\s{0,9}["']([^"'{}]*)["']\s{0,9}\)(?:\.default)?\s{0,9}\}|\{\s{0,9}([\w$.]{1,100})\s{0,9}\})/g;

type ComponentParts = [code: string | undefined, name?: string, attributes?: string];

/** `<Image src={boats} alt="…" caption="…" />`, `<img src={require("./a.jpg").default} />`. */
function expandComponents(
  prose: string,
  imported: ReadonlyMap<string, string>,
  renderInline: RenderInline,
): string {
  return prose.replace(COMPONENT, (whole: string, ...found: ComponentParts) => {
    const [code, name = "", attributes = ""] = found;
    if (code !== undefined) return whole;
    const isPlain = name === "img" && !/=\{/.test(attributes);
    if (isPlain || !/\bsrc=/.test(attributes)) return whole;
    const named = new Map<string, string>();
    for (const [, key = "", ...values] of attributes.matchAll(ATTRIBUTE)) {
      const variable = values[4]?.replace(/\.src$/, "");
      const value = variable === undefined ? values.find((found) => found !== undefined) : variable;
      const known = variable === undefined ? undefined : imported.get(variable);
      // The value of a variable is unknown here, but `{600}` is its own value.
      const isNumber = key !== "src" && /^\d/.test(variable ?? "");
      if (variable !== undefined && known === undefined && !isNumber) continue;
      if (value !== undefined) named.set(key.toLowerCase(), known ?? value);
    }
    const source = named.get("src");
    if (source === undefined) return whole;
    if (name !== "img") return writeFigure(name, { named, listed: [] }, renderInline);
    return `<img src="${escapeMarkup(source)}" alt="${escapeMarkup(named.get("alt") ?? "")}">`;
  });
}

const FIGURE = sparingCode(
  /<figure\b[^<>]{0,300}\smarkdown\b[^<>]{0,300}>((?:(?!<figure\b)[\s\S]){0,5000}?)<\/figure>/g,
);
const FIGCAPTION = /<figcaption\b[^<>]{0,300}>([\s\S]{0,3000}?)<\/figcaption>/g;
const MARKED_BOX = sparingCode(
  /<(?:div|section|article|aside|center)\b[^<>]{0,300}\smarkdown(?:=["']?\w{1,9}["']?)?(?:\s[^<>]{0,300})?>/g,
);

type FigureParts = [code: string | undefined, inner?: string];

/** Python-Markdown and kramdown read Markdown in elements that ask for it. */
function expandFigures(prose: string, renderInline: RenderInline): string {
  const render = (text: string): string => renderInline(text.replace(LIST_BEHIND, "").trim());
  const expanded = prose.replace(FIGURE, (whole: string, ...found: FigureParts) => {
    const [code, inner = ""] = found;
    if (code !== undefined) return whole;
    const captions: string[] = [];
    const rest = inner.replace(FIGCAPTION, (_whole, words: string) => {
      captions.push(words);
      return "\n";
    });
    const caption = captions.map((words) => `<figcaption>${render(words)}</figcaption>`).join("");
    const figure = `<figure>${render(rest)}${caption}</figure>`;
    return `\n\n${figure.replace(/\n\s{0,99}\n/g, "\n")}\n\n`;
  });
  return expanded.replace(MARKED_BOX, (whole: string, code?: string) => {
    return code === undefined ? `${whole}\n\n` : whole;
  });
}

/** An attribute list behind a picture. */
const LIST_BEHIND = /(?<=\))[ \t]?\{[^{}\n]{1,300}\}/g;

/** What an image has besides Markdown's own. */
const OBSIDIAN = sparingCode(
  new RegExp(
    `!\\[\\[([^[\\]\\n|#\\\\]{1,300}${PICTURE_FILE})(?:\\\\?\\|([^[\\]\\n]{0,300}))?\\]\\]`,
    "gi",
  ),
);
const SIZED = sparingCode(/!\[([^[\]\n|]{0,500})\\?\|\d{1,4}(?:x\d{1,4})?\](?=\()/g);
const LISTED = sparingCode(
  /!\[((?:[^[\]\n]|\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)){0,1000})\]\(([^()\s]{1,1000})(?:[ \t]{1,9}"([^"\n]{0,500})")?\)\{:?([^{}\n]{1,500})\}/g,
);

function expandImages(prose: string, renderInline: RenderInline): string {
  let expanded = prose.replace(OBSIDIAN, (whole: string, code?: string, path = "", words = "") => {
    if (code !== undefined) return whole;
    const told = words
      .split("|")
      .filter((part: string) => !/^\s*\d{1,4}(?:x\d{1,4})?\s*\\?$/.test(part));
    return `![${told.join(" ").replace(/\\$/, "").trim()}](<${path.trim()}>)`;
  });
  expanded = expanded.replace(SIZED, (whole: string, code?: string, words = "") => {
    return code === undefined ? `![${words}]` : whole;
  });
  if (!expanded.includes("){")) return expanded;
  return expanded.replace(
    LISTED,
    (whole: string, code?: string, words = "", source = "", title = "", list = "") => {
      if (code !== undefined) return whole;
      return writeListed({ words, source, title, list }, renderInline) ?? whole;
    },
  );
}

interface ListedImage {
  readonly words: string;
  readonly source: string;
  readonly title: string;
  readonly list: string;
}

const PAIR = /([\w-]{1,40})=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/g;

/** `![Caption](a.jpg){#fig-a fig-alt="…"}`; undefined where the list tells nothing of the words. */
function writeListed(image: ListedImage, renderInline: RenderInline): string | undefined {
  const pairs = new Map<string, string>();
  for (const [, name = "", ...values] of image.list.matchAll(PAIR)) {
    pairs.set(name.toLowerCase(), values.find((found) => found !== undefined) ?? "");
  }
  const credit = creditAmong(pairs);
  const isFigure = /(?:^|\s)#fig-/.test(image.list) || pairs.has("fig-alt");
  const caption = pairs.get("fig-cap") ?? pairs.get("caption") ?? (isFigure ? image.words : "");
  if (credit === undefined && caption === "") return undefined;
  const attributes = [
    ["src", image.source],
    ["alt", pairs.get("fig-alt") ?? pairs.get("alt") ?? image.words],
    ["data-caption", renderInline(caption === "" ? image.title : caption)],
    ["data-credit", credit ?? ""],
  ] as const;
  const written = attributes.filter(([name, value]) => value !== "" || name === "alt");
  return `<img${written.map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join("")}>`;
}

const CAPTION_LIST =
  /^\{:[^{}]{0,100}\.([\w-]{0,40}(?:caption|credit)[\w-]{0,40})(?![\w-])[^{}]{0,100}\}[ \t]*$/;
const MAX_PARAGRAPH = 6;

/** kramdown: a paragraph with `{: .caption}` in the line below it. */
function expandParagraphs(prose: string, renderInline: RenderInline): string {
  const kept: string[] = [];
  for (const line of prose.split("\n")) {
    const name = CAPTION_LIST.exec(line)?.[1];
    const near = name === undefined ? [] : kept.slice(-MAX_PARAGRAPH - 1);
    const paragraph = near.slice(near.findLastIndex((text) => text.trim() === "") + 1);
    const isWhole = paragraph.length > 0 && paragraph.length <= MAX_PARAGRAPH;
    if (!isWhole || paragraph.some((text) => /!\[|^\s*[<#>|]/.test(text))) kept.push(line);
    else {
      const words = renderInline(paragraph.join("\n"));
      kept.length -= paragraph.length;
      kept.push(`<p class="${name}">${words}</p>`, "");
    }
  }
  return kept.join("\n");
}
