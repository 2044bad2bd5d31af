/** A Markdown record: front matter, then the story; the first heading may be the title. */
import { textOf } from "../field-values.ts";
import { hasField } from "../fields.ts";
import { plainLineOfHtml } from "../plain-text.ts";
import { noRecord, oneRecord, type RecordFile, type RecordsRead } from "../record.ts";
import { readFrontMatter } from "./front-matter.ts";

export function readMarkdownFile(file: RecordFile): RecordsRead {
  const matter = readFrontMatter(file.text);
  if ("reason" in matter) return noRecord(file, matter);
  const { fields, lineOf } = matter;
  const story = matter.body;
  const heading = firstHeading(story);
  const title = plainHeading(heading?.words ?? "");
  const given = textOf(fields["title"] ?? fields["headline"]);
  const isTitle = title !== "" && (hasField(fields, "title") ? given === title : true);
  const source = isTitle && heading !== undefined ? heading.rest : story;
  const found = isTitle ? { title } : {};
  return oneRecord(file, { fields, found, body: { form: "markdown", source }, lineOf });
}

/** `# Title` or a line underlined with `===`, as the first thing of the text. */
function firstHeading(
  story: string,
): { readonly words: string; readonly rest: string } | undefined {
  const start = story.search(/\S/);
  if (start < 0) return undefined;
  const [first, rest] = splitLine(story.slice(start));
  if (/^#[ \t]/.test(first)) return { words: first.slice(1).replace(/[ \t]#+[ \t]*$/, ""), rest };
  const [underline, behind] = splitLine(rest);
  const isUnderlined = /^={3,}[ \t]*$/.test(underline) && !/^[#>*+-]/.test(first);
  return isUnderlined ? { words: first, rest: behind } : undefined;
}

function splitLine(text: string): readonly [string, string] {
  const end = text.indexOf("\n");
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 1)];
}

/** The words of a heading: emphasis, code and links lose their marks. */
function plainHeading(markdown: string): string {
  const words = markdown
    .slice(0, 1000)
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\{#[^}]*\}\s*$/, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return plainLineOfHtml(words);
}
