/** Blocks of a story as simple HTML. Not a character of the text is changed, only escaped. */
import type { Block } from "./blocks.ts";

export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escapeText(block.text)}</h2>`;
    case "paragraph":
      return `<p>${escapeText(block.text)}</p>`;
    case "verse":
      return `<p>${block.lines.map(escapeText).join("<br>\n")}</p>`;
    case "list":
      return `<ul>\n${block.lines.map((line) => `<li>${escapeText(line)}</li>`).join("\n")}\n</ul>`;
    case "figure": {
      const caption = block.caption === "" ? "" : `${escapeText(block.caption)} `;
      const credit = `<small>${escapeText(block.credit)}</small>`;
      return `<figure><figcaption>${caption}${credit}</figcaption></figure>`;
    }
  }
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
