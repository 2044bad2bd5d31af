/**
 * An item's HTML made fit for standing among others on one page: its headings below the item's,
 * its ids its own, its landmarks none. It is sanitised again: items may come from any program.
 */
import { createHash } from "node:crypto";
import { HEADINGS } from "../../articles/content/allowed-html.ts";
import { parseBody } from "../../articles/content/fragment.ts";
import { writeMarkup } from "../../articles/content/markup.ts";
import {
  elementsBelow,
  isBlankNode,
  lineOf,
  makeElement,
  type SafeElement,
  type SafeNode,
} from "../../articles/content/safe-nodes.ts";
import { sanitise } from "../../articles/content/sanitise.ts";
import type { Html } from "./markup.ts";

export interface StoryContent {
  /** The figure that it begins with. */
  readonly lead: Html | undefined;
  /** Without that figure; empty where nothing else is there. */
  readonly html: Html;
  /** Its words in one line, without those of figures and the marks of footnotes. */
  readonly text: string;
  /** The addresses of all pictures in it. */
  readonly pictures: ReadonlySet<string>;
}

/** Elements that would be landmarks of the page, or headings of nothing. */
const PLAIN: ReadonlySet<string> = new Set(
  "address article aside footer header hgroup main nav section".split(" "),
);

/** The class of a box that is scrolled; content has no classes of its own. */
const WIDE = "wide";

/** Headings of an item are `h2`. */
const ITEM_LEVEL = 2;

/**
 * @param id what tells the item from others.
 * @param link the item's own address.
 * @param credit of a picture that the caller shows itself: a figure that only has it is dropped.
 */
export function readStoryContent(
  html: string,
  { id, link, credit }: { id: string; link: string | undefined; credit?: string | undefined },
): StoryContent {
  const root = unwrapped(sanitise(parseBody(html), link ?? ""));
  if (credit !== undefined) dropFigureOf(credit, root);
  mendElements(root);
  nestHeadings(root);
  ownIds(root, id, link);
  const lead = takeLead(root);
  const shown = lead === undefined ? root.children : [lead, ...root.children];
  const pictures = [...elementsBelow(makeElement("", shown))]
    .filter(({ name }) => name === "img")
    .flatMap(({ attributes }) => attributes.get("src") ?? []);
  return {
    lead: lead === undefined ? undefined : written([lead]),
    html: written(root.children),
    text: lineOf(prose(root.children)),
    pictures: new Set(pictures),
  };
}

function written(nodes: readonly SafeNode[]): Html {
  return writeMarkup(nodes).trim() as Html;
}

/** Our own composer puts what runs from right to left into one box; the item tells that itself. */
function unwrapped(root: SafeElement): SafeElement {
  const [only, ...others] = root.children.filter((node) => !isBlankNode(node));
  if (others.length > 0 || typeof only !== "object" || only.name !== "div") return root;
  return only.attributes.has("dir") ? { ...root, children: only.children } : root;
}

function prose(nodes: readonly SafeNode[]): readonly SafeNode[] {
  return nodes.flatMap((node): readonly SafeNode[] => {
    if (typeof node === "string") return [node];
    if (isFigure(node) || isMark(node)) return [];
    return [{ ...node, children: [...prose(node.children)] }];
  });
}

/** A raised number that leads to a footnote. */
function isMark({ name, children }: SafeElement): boolean {
  return (
    name === "sup" && children.every((child) => typeof child === "object" && child.name === "a")
  );
}

function isFigure({ name }: SafeElement): boolean {
  return name === "figure";
}

function takeLead(root: SafeElement): SafeElement | undefined {
  const at = root.children.findIndex((node) => !isBlankNode(node));
  const first = root.children[at];
  if (typeof first !== "object" || !isFigure(first)) return undefined;
  if (![...elementsBelow(first)].some(({ name }) => name === "img")) return undefined;
  root.children = root.children.slice(at + 1);
  return first;
}

function dropFigureOf(credit: string, root: SafeElement): void {
  root.children = root.children.filter((node) => {
    if (typeof node === "string" || !isFigure(node)) return true;
    const hasPicture = [...elementsBelow(node)].some(({ name }) => name === "img");
    return hasPicture || lineOf(node.children) !== credit;
  });
}

/** Parents before children: a child that gets another name is a new element. */
function mendElements(root: SafeElement): void {
  const waiting: SafeElement[] = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    // Its table has been seen.
    const name = parent.attributes.get("class") === WIDE ? WIDE : parent.name;
    parent.children = parent.children.flatMap((child) => {
      return typeof child === "string" ? [child] : mended(child, name);
    });
    for (const child of parent.children) if (typeof child !== "string") waiting.push(child);
  }
}

/** What an element becomes: itself, another, or what it holds. */
function mended(element: SafeElement, parent: string): readonly SafeNode[] {
  const { name, attributes, children } = element;
  const named = (other: string): readonly SafeNode[] => [{ ...element, name: other }];
  if (PLAIN.has(name)) return named("div");
  if (HEADINGS.has(name) && children.every(isBlankNode)) return [];
  if ((name === "ul" || name === "ol") && !holdsOnly(element, ["li"])) return named("div");
  if (name === "dl" && !holdsOnly(element, ["dt", "dd"])) return named("div");
  if (name === "li" && parent === "div") return named("div");
  if ((name === "dt" || name === "dd") && parent !== "dl") return named("div");
  if (name === "summary" && parent !== "details") return named("div");
  if (name === "th" && children.every(isBlankNode)) return named("td");
  if (name === "a" && lineOf(children) === "" && !isNamedByPicture(element)) {
    return children.flatMap((child) =>
      typeof child === "string" ? [child] : mended(child, parent),
    );
  }
  if (name === "img") {
    attributes.set("alt", attributes.get("alt") ?? "");
    attributes.set("loading", "lazy");
    attributes.set("decoding", "async");
  }
  if (name === "video") attributes.set("controls", "").set("preload", "none");
  // What is wider than the page is scrolled, by keyboard as well.
  if (name === "pre") attributes.set("tabindex", "0");
  if (name !== "table" || parent === WIDE) return [element];
  return [makeElement("div", [element], new Map(Object.entries({ class: WIDE, tabindex: "0" })))];
}

function holdsOnly({ children }: SafeElement, names: readonly string[]): boolean {
  return children.every((child) => {
    return typeof child === "string" ? !/\S/.test(child) : names.includes(child.name);
  });
}

function isNamedByPicture(link: SafeElement): boolean {
  return [...elementsBelow(link)].some(({ attributes }) => /\S/.test(attributes.get("alt") ?? ""));
}

/** No level is skipped: a heading is one below the one that it belongs to. */
function nestHeadings(root: SafeElement): void {
  const open: { readonly given: number; readonly level: number }[] = [];
  const walk = (parent: SafeElement): void => {
    parent.children = parent.children.map((child) => {
      if (typeof child === "string") return child;
      walk(child);
      if (!HEADINGS.has(child.name)) return child;
      const given = Number(child.name.slice(1));
      while ((open.at(-1)?.given ?? 0) >= given) open.pop();
      const level = Math.min(6, (open.at(-1)?.level ?? ITEM_LEVEL) + 1);
      open.push({ given, level });
      return { ...child, name: `h${level}` };
    });
  };
  walk(root);
}

/** Footnotes of two items may have one name; links within an item lead within the page. */
function ownIds(root: SafeElement, id: string, link: string | undefined): void {
  const prefix = `s${createHash("sha256").update(id).digest("hex").slice(0, 8)}-`;
  const ids = new Set<string>();
  for (const { attributes } of elementsBelow(root)) {
    const own = attributes.get("id");
    if (own === undefined) continue;
    if (ids.has(own)) attributes.delete("id");
    else attributes.set("id", prefix + own);
    ids.add(own);
  }
  if (link === undefined || ids.size === 0) return;
  for (const { attributes } of elementsBelow(root)) {
    const href = attributes.get("href");
    if (href === undefined || !href.startsWith(`${link}#`)) continue;
    const target = fragmentOf(href.slice(link.length + 1));
    if (ids.has(target)) attributes.set("href", `#${encodeURIComponent(prefix + target)}`);
  }
}

function fragmentOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
