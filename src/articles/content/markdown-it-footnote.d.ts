/** The package brings no types. */
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  // biome-ignore lint/style/noDefaultExport: it is how the package exports its plugin.
  export default function addFootnotes(markdown: MarkdownIt): void;
}
