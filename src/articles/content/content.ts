/** What a reader sees of an article: its stored body as safe HTML, its pictures, its summary. */
import type { Body, Content, Image } from "../article.ts";
import { type Aliases, NO_ALIASES } from "../credits/aliases.ts";
import type { PictureFacts } from "../pictures/picture-facts.ts";
import { plainLine } from "../plain-text.ts";
import { findFigures } from "./figure-shapes.ts";
import { parseBody } from "./fragment.ts";
import { dropUnlinkedPlaces } from "./linked-places.ts";
import { markdownToHtml } from "./markdown.ts";
import { writeMarkup } from "./markup.ts";
import { placePictures, takeLeadWords } from "./picture-places.ts";
import type { SafeElement } from "./safe-nodes.ts";
import { sanitise } from "./sanitise.ts";
import { completeImage, readPictures } from "./shown-pictures.ts";
import { summaryOf } from "./summary.ts";
import {
  isUncredited,
  listPlaceholder,
  replacePictures,
  SHOW,
  type UncreditedPictures,
  withholdPictures,
} from "./uncredited-pictures.ts";
import { expandWordPress } from "./wordpress.ts";

export interface ContentContext {
  /** The article's own absolute address; relative links start there. */
  readonly baseUrl: string;
  /** The pictures that the record's fields name, the lead first; what they tell wins. */
  readonly images: readonly Image[];
  /** The record's own summary, plain. */
  readonly summary?: string;
  /** What the file of a picture tells of itself, by the picture's address. */
  readonly factsOf?: (url: string) => PictureFacts | undefined;
  /** Names as the house spells them. */
  readonly aliases?: Aliases;
  /** What becomes of pictures that name nobody: by default they are shown. */
  readonly uncredited?: UncreditedPictures;
}

/**
 * Never throws. Of the HTML, nothing runs, every address is absolute, and every picture is in a
 * figure with its caption and credit; pictures of the fields that the body lacks are added, the
 * lead in front. Reading the HTML again gives the same HTML.
 */
export function readContent(body: Body, context: ContentContext): Content {
  const { factsOf, aliases = NO_ALIASES, uncredited: policy = SHOW } = context;
  const root = readTree(body, context.baseUrl);
  const figures = findFigures(root);
  const pictures = takeLeadWords(root, figures, readPictures(root, figures, context.images));
  for (const picture of pictures) {
    const { url } = picture.image;
    const file = url === undefined ? undefined : factsOf?.(url);
    picture.image = completeImage(picture.image, file, aliases);
  }
  const uncredited = pictures.filter(isUncredited).map(({ image }) => image);
  const shown = policy.kind === "withhold" ? withholdPictures(root, pictures) : pictures;
  const { url: other, text: words } = policy.kind === "placeholder" ? policy : {};
  if (other !== undefined) replacePictures(root, shown, other);
  const placed = placePictures(root, shown, words);
  const images = other === undefined ? placed : listPlaceholder(placed, other);
  const summary = plainLine(context.summary ?? "");
  return {
    html: writeMarkup(root.children).trim(),
    summary: summary === "" ? summaryOf(root) : summary,
    images,
    uncredited,
  };
}

function readTree(body: Body, baseUrl: string): SafeElement {
  const html =
    body.form === "markdown" ? markdownToHtml(body.source) : expandWordPress(body.source);
  const root = sanitise(parseBody(html), baseUrl);
  dropUnlinkedPlaces(root, baseUrl);
  return root;
}
