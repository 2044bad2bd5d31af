/** Pictures among the words of a paragraph that have a caption or credit to show. */
import { BLOCKS, HEADINGS } from "./allowed-html.ts";
import { isBlankText, makeElement, type SafeElement, type SafeNode, textOf } from "./safe-nodes.ts";
import type { Picture } from "./shown-pictures.ts";

/** They become figures of their own, behind the paragraph they stood in. */
export function moveOut(root: SafeElement, pictures: readonly Picture[]): void {
  const pictureOf = new Map<SafeElement, Picture>();
  for (const picture of pictures) {
    for (const img of picture.inline.splice(0)) pictureOf.set(img, picture);
  }
  if (pictureOf.size > 0) searchRoom(root, pictureOf);
}

function searchRoom(room: SafeElement, pictureOf: ReadonlyMap<SafeElement, Picture>): void {
  const children: SafeNode[] = [];
  for (const child of room.children) {
    const picture = typeof child === "string" ? undefined : pictureOf.get(child);
    if (typeof child === "string") children.push(child);
    else if (picture !== undefined) children.push(figureOf(child, picture, child));
    else if (BLOCKS.has(child.name) && child.name !== "p" && !HEADINGS.has(child.name)) {
      searchRoom(child, pictureOf);
      children.push(child);
    } else {
      const figures: SafeElement[] = [];
      takeOut(child, pictureOf, figures);
      const isLeft = figures.length === 0 || !isBlankText(textOf([child])) || holdsPicture(child);
      children.push(...(isLeft ? [child] : []), ...figures);
    }
  }
  room.children = children;
}

function takeOut(
  parent: SafeElement,
  pictureOf: ReadonlyMap<SafeElement, Picture>,
  figures: SafeElement[],
): void {
  parent.children = parent.children.filter((child) => {
    if (typeof child === "string") return true;
    const only = child.children.length === 1 ? child.children[0] : undefined;
    const img = child.name === "a" && typeof only === "object" ? only : child;
    const picture = pictureOf.get(img);
    if (picture !== undefined) figures.push(figureOf(img, picture, child));
    else takeOut(child, pictureOf, figures);
    return picture === undefined;
  });
}

/** @param medium the picture, or the link it is in. */
function figureOf(img: SafeElement, picture: Picture, medium: SafeElement): SafeElement {
  const element = makeElement("figure");
  picture.figures.push({
    ...{ element, media: [medium], images: [img] },
    ...{ caption: [], credit: undefined, found: [] },
  });
  return element;
}

function holdsPicture(element: SafeElement): boolean {
  return element.children.some((child) => {
    return typeof child !== "string" && (child.name === "img" || holdsPicture(child));
  });
}
