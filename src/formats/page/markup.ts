/** HTML of pages, written: whatever is no `Html` yet is escaped on its way in. */
import { VOID } from "../../articles/content/allowed-html.ts";
import { escapeMarkup } from "../../articles/content/markup.ts";

declare const written: unique symbol;

/** Written by this file, or by the serialiser of safe content. */
export type Html = string & { readonly [written]: true };

/** `true` is an attribute that counts by being there. */
export type HtmlAttributes = Readonly<Record<string, string | number | true | undefined>>;

/** A plain string is text. */
type Content = Html | { readonly text: string } | undefined;

/** Elements without content or end tag that only pages have. */
const PAGE_VOID: ReadonlySet<string> = new Set(["meta", "link", "input"]);

export function tag(
  name: string,
  attributes: HtmlAttributes,
  content: readonly Content[] = [],
): Html {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    start += value === true ? ` ${key}` : ` ${key}="${escapeMarkup(String(value))}"`;
  }
  if (VOID.has(name) || PAGE_VOID.has(name)) return `${start}>` as Html;
  return `${start}>${joined(content)}</${name}>` as Html;
}

/** An element that holds one text. */
export function textTag(name: string, attributes: HtmlAttributes, text: string): Html {
  return tag(name, attributes, [{ text }]);
}

export function joined(content: readonly Content[], between = ""): Html {
  const parts: string[] = [];
  for (const part of content) {
    if (part === undefined) continue;
    parts.push(typeof part === "string" ? part : escapeMarkup(part.text));
  }
  return parts.join(between) as Html;
}

/** Data that scripts may read and nothing runs: no "<" can end it (HTML standard, 4.12.1.3). */
export function dataScript(type: string, data: unknown): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="${type}">${json}</script>` as Html;
}
