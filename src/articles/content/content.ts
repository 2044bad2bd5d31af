/** What a reader sees of an article: its stored body as safe HTML, its pictures, its summary. */
import type { Body, Content, Image } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { findFigures } from "./figure-shapes.ts";
import { parseBody } from "./fragment.ts";
import { dropUnlinkedPlaces } from "./linked-places.ts";
import { markdownToHtml } from "./markdown.ts";
import { writeMarkup } from "./markup.ts";
import { placePictures } from "./picture-places.ts";
import type { SafeElement } from "./safe-nodes.ts";
import { sanitise } from "./sanitise.ts";
import { expandCaptions } from "./shortcodes.ts";
import { readPictures } from "./shown-pictures.ts";
import { summaryOf } from "./summary.ts";

export interface ContentContext {
  /** The article's own absolute address; relative links start there. */
  readonly baseUrl: string;
  /** The pictures that the record's fields name, the lead first; what they tell wins. */
  readonly images: readonly Image[];
  /** The record's own summary, plain. */
  readonly summary?: string;
}

/**
 * Never throws. Of the HTML, nothing runs, every address is absolute, and every picture is in a
 * figure with its caption and credit; pictures of the fields that the body lacks are added, the
 * lead in front. Reading the HTML again gives the same HTML.
 */
export function readContent(body: Body, context: ContentContext): Content {
  const root = readTree(body, context.baseUrl);
  const figures = findFigures(root);
  const images = placePictures(root, figures, readPictures(root, figures, context.images));
  const summary = plainLine(context.summary ?? "");
  return {
    html: writeMarkup(root.children).trim(),
    summary: summary === "" ? summaryOf(root) : summary,
    images,
  };
}

function readTree(body: Body, baseUrl: string): SafeElement {
  const html = body.form === "markdown" ? markdownToHtml(body.source) : expandCaptions(body.source);
  const root = sanitise(parseBody(html), baseUrl);
  dropUnlinkedPlaces(root, baseUrl);
  return root;
}
