/** Small questions to a parse5 tree. Loops, not recursion: a hostile page may be very deep. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** The parser takes quadratic time in the depth of a page; templates of real ones reach 60. */
const MAX_DEPTH = 500;
/** A few kilobytes of open `<b>` make millions of elements; real pages have some thousand. */
const MAX_ELEMENTS = 200_000;

/** @throws RangeError where the page is deeper or larger than any story. */
export function parsePage(source: string): DefaultTreeAdapterTypes.Document {
  return parse(source, { treeAdapter: boundedAdapter() });
}

/** @throws RangeError where the fragment is deeper or larger than any story. */
export function parsePart(source: string): DefaultTreeAdapterTypes.DocumentFragment {
  return parseFragment(source, { treeAdapter: boundedAdapter() });
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...parts) => {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new RangeError("too many elements");
      return defaultTreeAdapter.createElement(...parts);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > MAX_DEPTH) throw new RangeError("too deep");
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

/** Every element below a node, in document order; the contents of templates are not part of it. */
export function* elementsOf(parent: Parent): Generator<Element> {
  for (const node of nodesOf(parent)) if ("tagName" in node) yield node;
}

export function findElement(
  parent: Parent,
  isSought: (element: Element) => boolean,
): Element | undefined {
  for (const element of elementsOf(parent)) if (isSought(element)) return element;
  return undefined;
}

export function textOf(parent: Parent): string {
  const parts: string[] = [];
  for (const node of nodesOf(parent)) if ("value" in node) parts.push(node.value);
  return parts.join("");
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Takes elements out of the tree; each parent is gone through once. */
export function detachAll(elements: readonly Element[]): void {
  const leaving = new Set<Child>(elements);
  const parents = new Set(elements.map((element) => element.parentNode));
  for (const parent of parents) {
    if (parent === null) continue;
    parent.childNodes = parent.childNodes.filter((child) => !leaving.has(child));
  }
}

function* nodesOf(parent: Parent): Generator<Child> {
  const waiting: Child[] = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!("childNodes" in node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}
