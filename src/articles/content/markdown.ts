/** Markdown as GitHub writes it, with footnotes; what comes out is as unsafe as what went in. */
import createMarkdown, {
  type MarkdownIt,
  type StateCore,
  type StateInline,
  type Token,
} from "markdown-it";
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
  made.core.ruler.at("inline", parseInline);
  made.inline.ruler.at("text", readText);
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

/** Without any of these, a paragraph is one text. */
const MARKS = /[\n\\`~*_[<&]|:\/\//;

/** The parser for inline marks goes through each rule at each word; most paragraphs need none. */
function parseInline({ tokens, md, env, Token: Text }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type !== "inline" || children === null) continue;
    if (content === "" || MARKS.test(content)) {
      md.inline.parse(content, md, env, children);
      continue;
    }
    const text = new Text("text", "", 0);
    text.content = content;
    children.push(text);
  }
}

/** Up to whatever one of the rules in use may begin or end with. */
const TEXT = /[^\n\\`~*_[\]<&:!^]+/y;

/** Markdown's own rule stops at every sign that any rule might ever want. */
function readText(state: StateInline, isSilent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  const end = Math.min(TEXT.lastIndex, state.posMax);
  if (!isSilent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
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
