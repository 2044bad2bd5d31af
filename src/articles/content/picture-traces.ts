/** What a text still tells of pictures it does not show: links, sizes, posters, empty boxes. */
import { BLOCKS, TABLE_PARTS } from "./allowed-html.ts";
import {
  isBlankNode,
  isBlankText,
  lineOf,
  makeElement,
  type SafeElement,
  type SafeNode,
} from "./safe-nodes.ts";
import { pictureKey } from "./same-picture.ts";
import { readSrcset, writeSrcset } from "./srcset.ts";

export interface Traces {
  /** `pictureKey` of the addresses that must not stay. */
  readonly keys: ReadonlySet<string>;
  /** The `img`s that showed those pictures, and figures of nothing else. */
  readonly hidden: ReadonlySet<SafeNode>;
  /** What is hidden goes; otherwise it shows something else by now. */
  readonly isTakenOut: boolean;
  /** Figures whose contents are not in the tree yet. */
  readonly figures: ReadonlySet<SafeNode>;
}

/** What is left of an element, or of what it held. */
interface Rest {
  readonly nodes: SafeNode[];
  /** Nothing of it is seen. */
  readonly isBlank: boolean;
  /** Something that was seen is gone. */
  readonly hasLost: boolean;
  /** It holds, or held, one of the hidden pictures. */
  readonly hasHidden: boolean;
}

const NOTHING: Rest = { nodes: [], isBlank: true, hasLost: true, hasHidden: false };

/** The shape of a table needs its cells, be they empty. */
const CELLS: ReadonlySet<string> = new Set(
  [...TABLE_PARTS, "td", "th", "col"].filter((name) => name !== "table"),
);
const SEEN: ReadonlySet<string> = new Set(["img", "hr", "video"]);
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|heic)(?:[?#]|$)/i;

/** Takes them out below `parent`, and with them whatever held nothing else. */
export function removeTraces(parent: SafeElement, traces: Traces): void {
  parent.children = restOfChildren(parent, traces, false).nodes;
}

function restOfChildren(parent: SafeElement, traces: Traces, isVerbatim: boolean): Rest {
  const nodes: SafeNode[] = [];
  let isBlank = true;
  let hasLost = false;
  let hasHidden = false;
  let hasGap = false;
  let isGapBefore = false;
  for (const child of parent.children) {
    const rest = restOf(child, traces, isVerbatim);
    hasLost ||= rest.hasLost;
    hasHidden ||= rest.hasHidden;
    const isOpen = rest.hasLost && rest.nodes[0] !== child;
    hasGap ||= isOpen;
    isGapBefore ||= isOpen;
    // The caption of a figure is no figure.
    const isWords = parent.name === "figure" && isCaption(child);
    isBlank &&= rest.isBlank || isWords;
    for (const node of rest.nodes) {
      const joined = isGapBefore && !isVerbatim ? behindGap(node, nodes) : node;
      if (joined === "") continue;
      nodes.push(joined);
      isGapBefore = false;
    }
    isGapBefore ||= isOpen;
  }
  const isTrimmed = hasGap && !isVerbatim && BLOCKS.has(parent.name);
  return { nodes: isTrimmed ? trimEdges(nodes) : nodes, isBlank, hasLost, hasHidden };
}

function isCaption(node: SafeNode): boolean {
  return typeof node !== "string" && node.name === "figcaption";
}

function restOf(node: SafeNode, traces: Traces, isVerbatim: boolean): Rest {
  const kept = { nodes: [node], hasLost: false, hasHidden: false };
  if (typeof node === "string") return { ...kept, isBlank: isBlankText(node) };
  const isHidden = traces.hidden.has(node);
  if (isHidden && traces.isTakenOut) return { ...NOTHING, hasHidden: true };
  if (traces.figures.has(node)) return { ...kept, isBlank: false };
  const { name, attributes } = node;
  const { size } = attributes;
  const isNamed = cleanAttributes(attributes, traces.keys);
  if (isNamed && (name === "source" || name === "track")) return NOTHING;
  const address = attributes.get("href") ?? "";
  const isLink = name === "a" && traces.keys.has(pictureKey(address));
  // A link that shows its address, as all frames have become, has no words of its own.
  if (isLink && lineOf(node.children) === address) return NOTHING;
  const inner = restOfChildren(node, traces, isVerbatim || name === "pre");
  node.children = inner.nodes;
  const hasHidden = isHidden || inner.hasHidden;
  const isBlank = inner.isBlank && !SEEN.has(name);
  const hasLost = inner.hasLost || (isBlank && (isLink || attributes.size < size));
  if (hasLost && isBlank && !CELLS.has(name)) return { ...NOTHING, hasHidden };
  const rest = { nodes: [node], isBlank, hasLost, hasHidden };
  // Some pages call the large edition something else: whatever picture it is, it is not shown.
  if (isLink || (name === "a" && inner.hasHidden && PICTURE_FILE.test(address))) {
    return { ...rest, nodes: withoutLink(node) };
  }
  if (name === "video" && !isPlayable(node)) return restOfVideo(rest, inner);
  return { ...rest, nodes: [figureIn(node, traces) ?? node] };
}

/** A box that is left with one figure is no box; a `span` without attributes is not written. */
function figureIn(
  { name, attributes, children }: SafeElement,
  traces: Traces,
): SafeNode | undefined {
  if ((name !== "div" && name !== "span") || attributes.size > 0) return undefined;
  const [only, ...others] = children.filter((child) => !isBlankNode(child));
  return only !== undefined && others.length === 0 && traces.figures.has(only) ? only : undefined;
}

/** @returns whether the element's own file was one of the pictures. */
function cleanAttributes(attributes: Map<string, string>, keys: ReadonlySet<string>): boolean {
  for (const name of ["poster", "cite", "longdesc"]) {
    if (keys.has(pictureKey(attributes.get(name) ?? ""))) attributes.delete(name);
  }
  const srcset = attributes.get("srcset");
  if (srcset !== undefined) {
    const candidates = readSrcset(srcset);
    const others = candidates.filter(({ url }) => !keys.has(pictureKey(url)));
    if (others.length === 0) for (const name of ["srcset", "sizes"]) attributes.delete(name);
    else if (others.length < candidates.length) attributes.set("srcset", writeSrcset(others));
  }
  const isNamed = keys.has(pictureKey(attributes.get("src") ?? ""));
  if (isNamed) attributes.delete("src");
  return isNamed;
}

/** Its words, in an element of their own where they have a language or a name. */
function withoutLink({ attributes, children, marks }: SafeElement): SafeNode[] {
  for (const name of ["href", "hreflang", "title"]) attributes.delete(name);
  return attributes.size === 0 ? children : [makeElement("span", children, attributes, marks)];
}

function isPlayable({ attributes, children }: SafeElement): boolean {
  if (attributes.has("src")) return true;
  return children.some((child) => typeof child !== "string" && child.name === "source");
}

/** What is shown where no video can be. */
function restOfVideo(rest: Rest, inner: Rest): Rest {
  const nodes = inner.nodes.filter((node) => typeof node === "string" || node.name !== "track");
  return { ...rest, nodes: inner.isBlank ? [] : nodes, isBlank: inner.isBlank, hasLost: true };
}

/** Of the white space and line breaks on both sides of a gap, one side's are enough. */
function behindGap(node: SafeNode, before: readonly SafeNode[]): SafeNode {
  const last = before.at(-1);
  const isBehindBreak = isBreak(isBlank(last) ? before.at(-2) : last);
  if (typeof node !== "string") return isBreak(node) && isBehindBreak ? "" : node;
  const isBehindBlank = typeof last === "string" && /\s/.test(last.slice(-1));
  return isBehindBreak || isBehindBlank ? node.trimStart() : node;
}

function trimEdges(nodes: readonly SafeNode[]): SafeNode[] {
  let start = 0;
  let end = nodes.length;
  const isEmpty = (node: SafeNode | undefined): boolean => isBlank(node) || isBreak(node);
  while (start < end && isEmpty(nodes[start])) start += 1;
  while (end > start && isEmpty(nodes[end - 1])) end -= 1;
  const kept = nodes.slice(start, end);
  const first = kept[0];
  if (typeof first === "string") kept[0] = first.trimStart();
  const last = kept.at(-1);
  if (typeof last === "string") kept[kept.length - 1] = last.trimEnd();
  return kept;
}

function isBlank(node: SafeNode | undefined): boolean {
  return typeof node === "string" && isBlankText(node);
}

function isBreak(node: SafeNode | undefined): boolean {
  return typeof node === "object" && node.name === "br";
}
