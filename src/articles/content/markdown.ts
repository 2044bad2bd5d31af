/** Markdown as GitHub writes it, with footnotes; what comes out is as unsafe as what went in. */
import createMarkdown, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import addFootnotes from "markdown-it-footnote";
import { expandShortcodes } from "./shortcodes.ts";

const markdown = makeMarkdown();

export function markdownToHtml(source: string): string {
  return markdown.render(expandShortcodes(source, (text) => markdown.renderInline(text)));
}

function makeMarkdown(): MarkdownIt {
  const made = createMarkdown({ html: true, linkify: true });
  // Bare host names and mail addresses are not links unless their author made them so.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schema of ["ftp:", "//", "mailto:"]) made.linkify.add(schema, null);
  made.use(addFootnotes);
  made.core.ruler.push("task_lists", showTasks);
  const renderImage = made.renderer.rules["image"];
  made.renderer.rules["image"] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    // A title in Markdown is written for readers; in HTML it is mostly a file name.
    if (token?.attrs) {
      token.attrs = token.attrs.map(([name, value]) => {
        return [name === "title" ? "data-caption" : name, value];
      });
    }
    return renderImage?.(tokens, at, options, env, renderer) ?? "";
  };
  return made;
}

/** `- [x] done`: feeds have no check boxes, but characters that look like them. */
function showTasks(state: StateCore): void {
  const { tokens } = state;
  tokens.forEach((token, at) => {
    if (token.type !== "inline" || tokens[at - 2]?.type !== "list_item_open") return;
    const first: Token | undefined = token.children?.[0];
    if (first?.type !== "text") return;
    first.content = first.content.replace(/^\[([ xX])\](?=\s)/, (_, mark: string) => {
      return mark === " " ? "☐" : "☑";
    });
  });
}
