/** Blocks of a story as simple HTML. Not a character of the text is changed, only escaped. */
import { htmlOfText } from "../plain-text.ts";
import type { Block } from "./blocks.ts";

export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${htmlOfText(block.text)}</h2>`;
    case "paragraph":
      return `<p>${htmlOfText(block.text)}</p>`;
    case "verse":
      return `<p>${block.lines.map(htmlOfText).join("<br>\n")}</p>`;
    case "list":
      return `<ul>\n${block.lines.map((line) => `<li>${htmlOfText(line)}</li>`).join("\n")}\n</ul>`;
    case "figure": {
      const caption = block.caption === "" ? "" : `${htmlOfText(block.caption)} `;
      const credit = `<small>${htmlOfText(block.credit)}</small>`;
      return `<figure><figcaption>${caption}${credit}</figcaption></figure>`;
    }
  }
}
