/** The pictures of a published document: as machines read them, and as readers see them. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { childrenOf, type Element, readXml, textsOf } from "./formats/documents.ts";

/** A picture as a machine reads it. */
export interface ToldPicture {
  readonly url?: string | undefined;
  readonly names: readonly string[];
  /** What is told of it in other words: the whole line, the notice, the licence. */
  readonly words: readonly string[];
}

/** A figure as a reader sees it. */
export interface SeenFigure {
  readonly urls: string[];
  caption: string;
  readonly credits: string[];
}

export interface ToldItem {
  readonly id: string;
  /** Undefined where the item gives a summary only. */
  readonly html?: string | undefined;
  readonly pictures: readonly ToldPicture[];
}

export function readItems(document: string, ending: string): readonly ToldItem[] {
  if (ending === "json") return JSON.parse(document).items.map(readJsonItem);
  const top = readXml(document);
  return [...childrenOf(top, "item"), ...childrenOf(top, "entry")].map(readXmlItem);
}

function readXmlItem(item: Element): ToldItem {
  const [html] = [...textsOf(item, "content:encoded"), ...textsOf(item, "content")];
  const [id = ""] = [...textsOf(item, "guid"), ...textsOf(item, "id")];
  const wordsOf = (element: Element) => [
    ...textsOf(element, "media:copyright"),
    ...textsOf(element, "dcterms:license"),
  ];
  const contents = [
    ...childrenOf(item, "media:content"),
    ...childrenOf(item, "media:group").flatMap((group) => childrenOf(group, "media:content")),
  ];
  const lost = { names: textsOf(item, "media:credit"), words: wordsOf(item) };
  const pictures = contents.map((content) => ({
    url: String(content["@url"]),
    names: textsOf(content, "media:credit"),
    words: wordsOf(content),
  }));
  return { id, html, pictures: lost.names.length === 0 ? pictures : [...pictures, lost] };
}

interface JsonItem {
  readonly id: string;
  readonly content_html?: string;
  readonly _images?: readonly {
    readonly url?: string;
    readonly credit?: Readonly<Record<string, string>> & { readonly creators?: readonly string[] };
  }[];
}

function readJsonItem({ id, content_html: html, _images: images = [] }: JsonItem): ToldItem {
  const pictures = images.map(({ url, credit = {} }) => {
    const { creators = [], source, creditLine, copyrightNotice, license, role } = credit;
    const words = [creditLine, copyrightNotice, license, role].flatMap((word) => word ?? []);
    return { url, names: [...creators, ...(source === undefined ? [] : [source])], words };
  });
  return { id, html, pictures };
}

/** Every figure, with the addresses and words of the figures within it. */
export function readFigures(html: string): readonly SeenFigure[] {
  type Node = DefaultTreeAdapterTypes.ChildNode;
  const figures: SeenFigure[] = [];
  const waiting: { node: Node; around: readonly SeenFigure[] }[] = [];
  const wait = (nodes: readonly Node[], around: readonly SeenFigure[]) => {
    for (const node of [...nodes].reverse()) waiting.push({ node, around });
  };
  wait(parseFragment(html).childNodes, []);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, around } = next;
    if (!("tagName" in node)) continue;
    const src = node.attrs.find(({ name }) => name === "src")?.value;
    if (node.tagName === "img" && src !== undefined) for (const one of around) one.urls.push(src);
    if (node.tagName === "figcaption") for (const one of around) one.caption += textOf(node);
    if (node.tagName === "small") for (const one of around) one.credits.push(textOf(node).trim());
    const own: SeenFigure = { urls: [], caption: "", credits: [] };
    if (node.tagName === "figure") figures.push(own);
    wait(node.childNodes, node.tagName === "figure" ? [...around, own] : around);
  }
  return figures;
}

function textOf(element: DefaultTreeAdapterTypes.Element): string {
  const texts: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...element.childNodes];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if ("value" in node) texts.push(node.value);
    else if ("childNodes" in node) waiting.unshift(...node.childNodes);
  }
  return `${texts.join("").replace(/\s+/g, " ")}\n`;
}
