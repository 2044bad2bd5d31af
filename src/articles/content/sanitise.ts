/**
 * From the parser's tree to the safe one. Only what the tables of allowed-html.ts name comes over,
 * and only nested so that a parser reads the written text back as the same tree.
 */
import { type DefaultTreeAdapterTypes, html } from "parse5";
import { cleanCharacters, plainLine } from "../plain-text.ts";
import {
  ALLOWED,
  BLOCKS,
  DROPPED,
  HEADINGS,
  PARENTS,
  RENAMED,
  TABLE_PARTS,
  VOID,
} from "./allowed-html.ts";
import {
  attributeValue,
  isHidden,
  licenceOf,
  marksOf,
  type ParsedElement,
  safeAttributes,
} from "./attributes.ts";
import { isBookmark, readBookmark } from "./bookmarks.ts";
import { embedAddress, isEmbed } from "./embeds.ts";
import { type ImageObject, objectMarks, readImageObject } from "./image-objects.ts";
import { readPicture } from "./picture-elements.ts";
import { append, isBlankText, MAX_DEPTH, makeElement, type SafeElement } from "./safe-nodes.ts";
import { isSamePicture } from "./same-picture.ts";

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;

/** Where the walk is: what it reads, what it adds to, and what is open around. */
interface Place {
  readonly nodes: readonly ParsedNode[];
  next: number;
  readonly sink: SafeElement;
  readonly depth: number;
  readonly inParagraph: boolean;
  readonly inHeading: boolean;
  readonly inLink: boolean;
  readonly inNoscript: boolean;
  /** What the schema.org ImageObject around tells of its pictures. */
  readonly object?: ImageObject;
}

/** The picture last shown, while no text has come after it. */
interface Walk {
  readonly base: string;
  lastPicture: { readonly url: string; readonly isLazy: boolean; inNoscript: boolean } | undefined;
}

/** Loops, not recursion: the parser's tree may be as deep as its source is long. */
export function sanitise(nodes: readonly ParsedNode[], base: string): SafeElement {
  const root = makeElement("");
  const walk: Walk = { base, lastPicture: undefined };
  const outside = { inParagraph: false, inHeading: false, inLink: false, inNoscript: false };
  const places: Place[] = [{ nodes, next: 0, sink: root, depth: 0, ...outside }];
  for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
    const node = place.nodes[place.next];
    place.next += 1;
    if (node === undefined) places.pop();
    else if ("tagName" in node) {
      const inner = readElement(node, place, walk);
      if (inner !== undefined) places.push(inner);
    } else if (node.nodeName === "#text" && "value" in node) readText(node.value, place, walk);
  }
  return root;
}

function readText(value: string, place: Place, walk: Walk): void {
  const text = cleanCharacters(value);
  if (!isBlankText(text)) {
    if (TABLE_PARTS.has(place.sink.name)) return;
    walk.lastPicture = undefined;
  } else if (TABLE_PARTS.has(place.sink.name) && /[^\t\n ]/.test(text)) return;
  append(place.sink.children, text);
}

/** What the walk has to enter, if anything. */
function readElement(element: ParsedElement, place: Place, walk: Walk): Place | undefined {
  const { tagName } = element;
  if (element.namespaceURI !== html.NS.HTML || DROPPED.has(tagName)) return undefined;
  if (tagName === "img" || tagName === "amp-img" || tagName === "picture") {
    showPicture(element, place, walk);
    return undefined;
  }
  if (isHidden(element)) return undefined;
  if (isEmbed(tagName) || isBookmark(element)) {
    showEmbed(element, place, walk);
    return undefined;
  }
  if (tagName === "noscript") {
    return holdsPicture(element) ? { ...enter(element, place), inNoscript: true } : undefined;
  }
  return openElement(element, place, walk);
}

function enter(element: ParsedElement, place: Place): Place {
  return { ...place, nodes: element.childNodes, next: 0 };
}

function openElement(element: ParsedElement, place: Place, walk: Walk): Place | undefined {
  const name = nameIn(element, place, walk);
  const { sink } = place;
  if (name === undefined) {
    const isBreak = BLOCKS.has(element.tagName) && !TABLE_PARTS.has(sink.name);
    if (isBreak) append(sink.children, " ");
    return enter(element, place);
  }
  if (TABLE_PARTS.has(sink.name) && !PARENTS.get(name)?.includes(sink.name)) return undefined;
  const object = place.object ?? readImageObject(element, walk.base);
  const safe = makeSafe(element, name, walk, object);
  append(sink.children, safe);
  if (VOID.has(name)) return undefined;
  return {
    nodes: element.childNodes,
    next: 0,
    sink: safe,
    depth: place.depth + 1,
    inParagraph: name === "p" || place.inParagraph,
    inHeading: HEADINGS.has(name) || place.inHeading,
    inLink: safe.name === "a" || place.inLink,
    inNoscript: place.inNoscript,
    ...(object === undefined ? {} : { object }),
  };
}

function makeSafe(
  element: ParsedElement,
  name: string,
  walk: Walk,
  object: ImageObject | undefined,
): SafeElement {
  if (element.attrs.length === 0 && object === undefined && name !== "a") return makeElement(name);
  const attributes = safeAttributes(element, name, walk.base);
  const license = licenceOf(element, walk.base);
  const marks = {
    ...(object === undefined ? marksOf(element) : objectMarks(element, object)),
    ...(license === undefined ? {} : { license }),
  };
  if (name !== "a") return makeElement(name, [], attributes, marks);
  if (!attributes.has("id")) {
    const anchor = attributeValue(element, "name");
    if (anchor !== undefined && /^\S{1,200}$/.test(anchor)) attributes.set("id", anchor);
  }
  if (attributes.has("href")) return makeElement(name, [], attributes, marks);
  // An anchor that leads nowhere is only a place to lead to.
  for (const own of ["hreflang", "title"]) attributes.delete(own);
  return makeElement("span", [], attributes, marks);
}

/** The name an element gets here, or undefined where only its content can stay. */
function nameIn(element: ParsedElement, place: Place, walk: Walk): string | undefined {
  const name = isSmallFont(element) ? "small" : (RENAMED.get(element.tagName) ?? element.tagName);
  if (!ALLOWED.has(name) || place.depth >= MAX_DEPTH) return undefined;
  // A table needs four levels to itself.
  if (name === "table" && place.depth >= MAX_DEPTH - 4) return undefined;
  const parents = PARENTS.get(name);
  if (parents !== undefined && !parents.includes(place.sink.name)) {
    return (name === "li" || name === "dd" || name === "dt") && !place.inParagraph
      ? "div"
      : undefined;
  }
  if (place.inParagraph && BLOCKS.has(name)) return undefined;
  if (place.inHeading && HEADINGS.has(name)) return undefined;
  if (name === "a" && place.inLink) return undefined;
  if (name === "video" && !isPlayable(element, name, walk.base)) {
    return undefined;
  }
  if (name === "source" || name === "track") {
    return safeAttributes(element, name, walk.base).has("src") ? name : undefined;
  }
  return name;
}

/** `<font size="1">`: how captions were set before style sheets. */
function isSmallFont(element: ParsedElement): boolean {
  if (element.tagName !== "font") return false;
  return /^\s{0,9}(?:[12]|-\d)\s{0,9}$/.test(attributeValue(element, "size") ?? "");
}

function isPlayable(element: ParsedElement, name: string, base: string): boolean {
  if (safeAttributes(element, name, base).has("src")) return true;
  return element.childNodes.some((child) => {
    return "tagName" in child && child.tagName === "source"
      ? safeAttributes(child, "source", base).has("src")
      : false;
  });
}

function showPicture(element: ParsedElement, place: Place, walk: Walk): void {
  if (TABLE_PARTS.has(place.sink.name)) return;
  const { img: picture, text, isLazy } = readPicture(element, walk.base);
  const told = place.object?.credit;
  const img =
    picture === undefined || told === undefined
      ? picture
      : { ...picture, marks: { ...picture.marks, told } };
  if (text !== undefined) readText(text, place, walk);
  const url = img?.attributes.get("src");
  if (img === undefined || url === undefined) return;
  const { inNoscript } = place;
  const last = walk.lastPicture;
  walk.lastPicture = { url, isLazy, inNoscript };
  if (last !== undefined && last.inNoscript !== inNoscript) {
    if (last.isLazy || isLazy || isSamePicture(last.url, url)) return;
  }
  append(place.sink.children, img);
}

/** Readers drop frames; a link to what the frame would show is left. */
function showEmbed(element: ParsedElement, place: Place, walk: Walk): void {
  const bookmark = readBookmark(element, walk.base);
  const address = bookmark?.address ?? embedAddress(element, walk.base);
  if (address === undefined || TABLE_PARTS.has(place.sink.name)) return;
  const title = bookmark?.title ?? plainLine(attributeValue(element, "title") ?? "");
  const words = title === "" ? address : title;
  walk.lastPicture = undefined;
  const link = makeElement("a", [words], new Map([["href", address]]));
  if (place.inLink) append(place.sink.children, words);
  else append(place.sink.children, place.inParagraph ? link : makeElement("p", [link]));
}

/** Its content is for pages without scripts: a lazy picture's plain form, or a request. */
function holdsPicture(element: ParsedElement): boolean {
  const waiting: ParsedNode[] = [...element.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "img") return true;
    for (const child of node.childNodes) waiting.push(child);
  }
  return false;
}
