/** The readers of records, a row a form. */

import { noRecord, oneRecord, type RecordFile, type RecordsRead } from "../record.ts";
import type { FormName } from "../record-forms.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHtmlFile } from "./html-page.ts";
import { readJsonFile, readNdjsonFile } from "./json.ts";
import { readMarkdownFile } from "./markdown.ts";

const readers: Readonly<Record<FormName, (file: RecordFile) => RecordsRead>> = {
  markdown: readMarkdownFile,
  html: readHtmlFile,
  text: readTextFile,
  json: readJsonFile,
  ndjson: readNdjsonFile,
};

export function readRecords(form: FormName, file: RecordFile): RecordsRead {
  return readers[form](file);
}

/** A scrape is all body, its title and date found in it later; front matter is read where it is. */
function readTextFile(file: RecordFile): RecordsRead {
  const matter = readFrontMatter(file.text);
  if ("reason" in matter) return noRecord(file, matter);
  const { fields, body: source, lineOf } = matter;
  return oneRecord(file, { fields, body: { form: "text", source }, lineOf });
}
