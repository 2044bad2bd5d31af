/** Pictures that name nobody: shown as they are, taken out everywhere, or replaced. */
import type { Image } from "../article.ts";
import { isCredited } from "../credits/credit.ts";
import type { Figure } from "./figures.ts";
import { removeTraces, type Traces } from "./picture-traces.ts";
import { lineOf, makeElement, type SafeElement, type SafeNode } from "./safe-nodes.ts";
import { pictureKey } from "./same-picture.ts";
import type { Picture } from "./shown-pictures.ts";
import { readSrcset } from "./srcset.ts";

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
  const withheld = pictures.filter(isUncredited);
  if (withheld.length === 0) return pictures;
  const keys = keysOf(pictures);
  const hidden = hiddenBy(withheld, keys);
  for (const figure of figuresOf(withheld)) {
    figure.images = figure.images.filter((img) => !hidden.has(img));
    if (figure.images.length === 0) hidden.add(figure.element);
  }
  cleanAll(root, pictures, { keys, hidden, isTakenOut: true });
  return pictures.filter((picture) => !isUncredited(picture));
}

/**
 * The other picture stands in the place of each of them, in every figure and among the words. It
 * keeps a caption, which readers are shown, but no description of what they do not see.
 */
export function replacePictures(
  root: SafeElement,
  pictures: readonly Picture[],
  url: string,
): void {
  const replaced = pictures.filter(isUncredited);
  if (replaced.length === 0) return;
  const keys = keysOf(pictures);
  const hidden = hiddenBy(replaced, keys);
  for (const { attributes } of hidden) {
    for (const name of ["srcset", "sizes", "width", "height", "longdesc"]) attributes.delete(name);
    attributes.set("src", url).set("alt", "");
  }
  for (const picture of replaced) {
    const { caption } = picture.image;
    picture.image = { url, ...(caption === undefined ? {} : { caption }) };
  }
  keys.delete(pictureKey(url));
  cleanAll(root, pictures, { keys, hidden, isTakenOut: false });
}

/** The picture at `url`, which tells nothing of those it replaces, is listed once. */
export function listPlaceholder(images: readonly Image[], url: string): readonly Image[] {
  const isPlaceholder = (image: Image) => image.url === url && !isCredited(image.credit);
  const first = images.findIndex(isPlaceholder);
  return images.flatMap((image, at) => {
    if (!isPlaceholder(image)) return [image];
    return at === first ? [{ url }] : [];
  });
}

/** The addresses of pictures that name nobody, in all sizes, unless a credited one has them too. */
function keysOf(pictures: readonly Picture[]): Set<string> {
  const keys = new Set<string>();
  const keyOf = ({ image }: Picture): string => pictureKey(image.url ?? "");
  const uncredited = pictures.filter(isUncredited);
  for (const picture of uncredited) keys.add(keyOf(picture));
  for (const { attributes } of hiddenBy(uncredited, new Set(keys))) {
    for (const { url } of readSrcset(attributes.get("srcset") ?? "")) keys.add(pictureKey(url));
  }
  for (const picture of pictures) if (!isUncredited(picture)) keys.delete(keyOf(picture));
  return keys;
}

/** The `img`s that show the pictures, whose addresses have these keys. */
function hiddenBy(pictures: readonly Picture[], keys: ReadonlySet<string>): Set<SafeElement> {
  const hidden = new Set(pictures.flatMap(({ inline }) => inline));
  for (const { images } of figuresOf(pictures)) {
    for (const img of images) {
      if (keys.has(pictureKey(img.attributes.get("src") ?? ""))) hidden.add(img);
    }
  }
  return hidden;
}

function figuresOf(pictures: readonly Picture[]): ReadonlySet<Figure> {
  return new Set(pictures.flatMap(({ figures }) => figures));
}

/** Below `root` and in the figures, whose parts are not in the tree yet. */
function cleanAll(
  root: SafeElement,
  pictures: readonly Picture[],
  known: Omit<Traces, "figures">,
): void {
  const figures = figuresOf(pictures);
  const traces = { ...known, figures: new Set([...figures].map(({ element }) => element)) };
  removeTraces(root, traces);
  const lines = new Map<string, string>();
  const clean = (nodes: readonly SafeNode[]): readonly SafeNode[] => {
    const parts = makeElement("", [...nodes]);
    removeTraces(parts, traces);
    return parts.children;
  };
  for (const figure of figures) {
    figure.media = clean(figure.media);
    const line = lineOf(figure.caption);
    figure.caption = clean(figure.caption);
    lines.set(line, lineOf(figure.caption));
  }
  for (const picture of pictures) {
    const { caption, ...others } = picture.image;
    const line = lines.get(caption ?? "");
    if (line === undefined || line === caption) continue;
    picture.image = line === "" ? others : { ...others, caption: line };
  }
}
