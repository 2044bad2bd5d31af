/** The forms of records, a row each: by the ending of the file's name. */

import { noRecord, oneRecord, type RecordFile, type RecordsRead } from "../record.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHtmlFile } from "./html-page.ts";
import { readJsonFile, readNdjsonFile } from "./json.ts";
import { readMarkdownFile } from "./markdown.ts";

interface RecordForm {
  readonly endings: readonly string[];
  readonly read: (file: RecordFile) => RecordsRead;
  /** Larger files are set aside: no single article is so long, and nobody's memory is without end. */
  readonly maxBytes: number;
  /** Every line is a record of its own. */
  readonly isLines?: boolean;
}

const MIB = 1024 * 1024;

const forms: readonly RecordForm[] = [
  {
    endings: ["md", "markdown", "mdx", "mdown", "mkd", "mkdn"],
    read: readMarkdownFile,
    maxBytes: 4 * MIB,
  },
  { endings: ["html", "htm", "xhtml"], read: readHtmlFile, maxBytes: 4 * MIB },
  { endings: ["txt", "text"], read: readTextFile, maxBytes: 4 * MIB },
  { endings: ["json"], read: readJsonFile, maxBytes: 32 * MIB },
  { endings: ["ndjson", "jsonl"], read: readNdjsonFile, maxBytes: 256 * MIB, isLines: true },
];

/** The form of a file by its name, or undefined where it is none of ours (a picture, a template). */
export function formOf(path: string): RecordForm | undefined {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return forms.find((form) => form.endings.includes(ending));
}

/** A scrape is all body, its title and date found in it later; front matter is read where it is. */
function readTextFile(file: RecordFile): RecordsRead {
  const matter = readFrontMatter(file.text);
  if ("reason" in matter) return noRecord(file, matter);
  const { fields, body: source, lineOf } = matter;
  return oneRecord(file, { fields, body: { form: "text", source }, lineOf });
}
