/** The one parse of a body. */
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parseFragment,
  html as words,
} from "parse5";
import { parseWellFormed } from "./well-formed.ts";

/**
 * Elements for each tag of the source. A parser reopens every `<b>` left open in each paragraph
 * that follows (HTML standard, 13.2.4.3), so that a few kilobytes could ask for millions.
 */
const ELEMENTS_PER_TAG = 4;
const SPARE_ELEMENTS = 10_000;

const OVERGROWN = new RangeError("more elements than any article has");

/** The body's nodes. A body made to grow without bounds is reduced to its words. */
export function parseBody(html: string): readonly DefaultTreeAdapterTypes.ChildNode[] {
  const nodes = parseWellFormed(html);
  if (nodes !== undefined) return nodes;
  try {
    return parseBounded(html);
  } catch (error) {
    if (error !== OVERGROWN) throw error;
    return parseBounded(html.replace(/<[^<>]*>/g, " ").replaceAll("<", "&lt;"));
  }
}

function parseBounded(html: string): readonly DefaultTreeAdapterTypes.ChildNode[] {
  let left = SPARE_ELEMENTS + ELEMENTS_PER_TAG * (html.match(/<[a-z]/gi)?.length ?? 0);
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      left -= 1;
      if (left < 0) throw OVERGROWN;
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
  };
  // As in a reader's page: stray cells lose their tags instead of becoming a table without one.
  const context = defaultTreeAdapter.createElement("div", words.NS.HTML, []);
  return parseFragment(context, html, { treeAdapter, scriptingEnabled: false }).childNodes;
}
