/** How much text the elements of a tree hold, counted once for all: a hostile page nests deeply. */
import { type Element, elementsOf, type Parent } from "./html-tree.ts";

export interface Weight {
  /** UTF-16 units of its text, runs of blanks as one. */
  readonly characters: number;
  readonly pictures: number;
}

const NOTHING: Weight = { characters: 0, pictures: 0 };

/** The weight of an element below `parent`, or of `parent` itself. */
export function weighTexts(parent: Parent): (element: Parent) => Weight {
  const weights = new Map<Parent, Weight>();
  const add = (to: Parent, { characters, pictures }: Weight) => {
    const own = weights.get(to) ?? NOTHING;
    weights.set(to, {
      characters: own.characters + characters,
      pictures: own.pictures + pictures,
    });
  };
  // Behind its parent stands each child: from the end, every sum is complete when it is needed.
  const elements: readonly Element[] = [...elementsOf(parent)];
  add(parent, ownWeight(parent));
  for (const element of elements.toReversed()) {
    add(element, ownWeight(element));
    if (element.parentNode !== null) add(element.parentNode, weights.get(element) ?? NOTHING);
  }
  return (element) => weights.get(element) ?? NOTHING;
}

function ownWeight(parent: Parent): Weight {
  let characters = 0;
  for (const child of parent.childNodes) {
    if ("value" in child) characters += child.value.replace(/\s+/g, " ").length;
  }
  const isPicture = "tagName" in parent && /^(?:img|picture)$/.test(parent.tagName);
  return { characters, pictures: isPicture ? 1 : 0 };
}
