/** The tags of a piece of HTML, one after another; no tree is built, so nothing can nest too deep. */
import { type Token, Tokenizer, TokenizerMode } from "parse5";

export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

/** What stands in these is no mark-up (HTML standard, 13.2.6.4.7). */
const RAW: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

const nothing = (): void => {};

export function readTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, attrs }: Token.TagToken) => {
        tags.push({ name: tagName, attributes: attrs });
        const mode = Object.hasOwn(RAW, tagName) ? RAW[tagName] : undefined;
        if (mode !== undefined) {
          tokenizer.state = mode;
          tokenizer.lastStartTagName = tagName;
        }
      },
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return tags;
}
