/** Pictures that name nobody: shown as they are, taken out everywhere, or replaced. */
import { isCredited } from "../credits/credit.ts";
import type { Figure } from "./figures.ts";
import { elementsBelow, makeElement, type SafeElement, type SafeNode } from "./safe-nodes.ts";
import { pictureKey } from "./same-picture.ts";
import type { Picture } from "./shown-pictures.ts";

/** What becomes of them in the content. */
export type UncreditedPictures =
  | { readonly kind: "show" }
  | { readonly kind: "withhold" }
  | {
      readonly kind: "placeholder";
      /** The absolute address of a picture that takes their place. */
      readonly url?: string;
      /** Shown where the credit would stand; it names nobody, so no machine is told it. */
      readonly text?: string;
    };

export const SHOW: UncreditedPictures = { kind: "show" };

/** A credit without a picture is no picture without a credit. */
export function isUncredited({ image }: Picture): boolean {
  return image.url !== undefined && !isCredited(image.credit);
}

/** The pictures that stay; of the others, nothing stays below `root` or in a figure. */
export function withholdPictures(
  root: SafeElement,
  pictures: readonly Picture[],
): readonly Picture[] {
  const withheld = new Set(pictures.filter(isUncredited));
  if (withheld.size === 0) return pictures;
  const keys = new Set([...withheld].map(({ image }) => pictureKey(image.url ?? "")));
  const gone = new Set<SafeNode>([...withheld].flatMap((picture) => picture.inline));
  const figures = new Set([...withheld].flatMap((picture) => picture.figures));
  for (const figure of figures) emptyFigure(figure, keys, gone);
  removeBelow(root, gone);
  for (const element of elementsBelow(root)) {
    if (keys.has(pictureKey(element.attributes.get("poster") ?? ""))) {
      element.attributes.delete("poster");
    }
  }
  return pictures.filter((picture) => !withheld.has(picture));
}

/** A figure of several pictures keeps the others; one that is left without any goes. */
function emptyFigure(figure: Figure, keys: ReadonlySet<string>, gone: Set<SafeNode>): void {
  for (const img of figure.images) {
    if (keys.has(pictureKey(img.attributes.get("src") ?? ""))) gone.add(img);
  }
  figure.images = figure.images.filter((img) => !gone.has(img));
  const media = makeElement("", [...figure.media]);
  removeBelow(media, gone);
  figure.media = media.children;
  if (figure.images.length === 0) gone.add(figure.element);
}

/** With a picture goes the link that held nothing else. */
function removeBelow(parent: SafeElement, gone: ReadonlySet<SafeNode>): void {
  parent.children = parent.children.filter((child) => {
    if (gone.has(child)) return false;
    if (typeof child === "string" || child.children.length === 0) return true;
    const before = child.children.length;
    removeBelow(child, gone);
    return child.name !== "a" || child.children.length > 0 || before === 0;
  });
}

/** The other picture stands in the place of each of them, in every figure and among the words. */
export function replacePictures(pictures: readonly Picture[], url: string): void {
  for (const picture of pictures.filter(isUncredited)) {
    const key = pictureKey(picture.image.url ?? "");
    const shown = picture.figures.flatMap((figure) => figure.images);
    for (const img of [...picture.inline, ...shown]) {
      if (pictureKey(img.attributes.get("src") ?? "") !== key) continue;
      for (const name of ["srcset", "sizes", "width", "height", "longdesc"]) {
        img.attributes.delete(name);
      }
      img.attributes.set("src", url);
    }
    const { caption, alt } = picture.image;
    picture.image = {
      url,
      ...(caption === undefined ? {} : { caption }),
      ...(alt === undefined ? {} : { alt }),
    };
  }
}
