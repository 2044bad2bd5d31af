/** JSON records: one article, an array of them, or an export that wraps the array; and NDJSON. */
import type { Fault, Problem } from "../../errors.ts";
import {
  type ArticleRecord,
  isPlainObject,
  noRecord,
  oneRecord,
  type RecordFile,
  type RecordsRead,
} from "../record.ts";
import { listOfExport, plainFields } from "./exports.ts";
import { jsonFault, lineAt, linesOfElements } from "./json-text.ts";

export function readJsonFile(file: RecordFile): RecordsRead {
  const parsed = parseJson(file.text);
  if ("fault" in parsed) return noRecord(file, parsed.fault);
  const { value } = parsed;
  if (Array.isArray(value)) return readElements(file, value, linesOfElements(file.text));
  if (!isPlainObject(value)) {
    const reason = "is neither an article nor a list of articles";
    return noRecord(file, { line: 1, reason, remedy: "write an object or an array of objects" });
  }
  const list = listOfExport(value);
  if (list !== undefined) {
    const lines = list.key === undefined ? [] : linesOfElements(file.text, list.key);
    return readElements(file, list.values, lines);
  }
  const lineOf = (field: string) => lineOfKey(file.text, field);
  return oneRecord(file, { fields: plainFields(value), lineOf });
}

export function readNdjsonFile(file: RecordFile): RecordsRead {
  const records: ArticleRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of file.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = parseJson(line);
    const place = { file: file.path, line: index + 1 };
    const mark = `#${records.length + problems.length + 1}`;
    if ("fault" in parsed) problems.push({ ...parsed.fault, ...place });
    else addElement(file, parsed.value, mark, place, { records, problems });
  }
  return { records, problems };
}

function readElements(
  file: RecordFile,
  values: readonly unknown[],
  lines: readonly number[],
): RecordsRead {
  const records: ArticleRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, value] of values.entries()) {
    const line = lines[index];
    const place = { file: file.path, ...(line === undefined ? {} : { line }) };
    addElement(file, value, `#${index + 1}`, place, { records, problems });
  }
  return { records, problems };
}

function addElement(
  file: RecordFile,
  value: unknown,
  mark: string,
  place: { readonly file: string; readonly line?: number },
  read: { readonly records: ArticleRecord[]; readonly problems: Problem[] },
): void {
  if (!isPlainObject(value)) {
    const reason = `element ${mark} is no article`;
    read.problems.push({ ...place, reason, remedy: "write an object" });
    return;
  }
  const key = `${file.path}${mark}`;
  const { path, fileTimeMs } = file;
  const fields = plainFields(value);
  read.records.push({ key, path, place, fields, fileTimeMs, lineOf: () => place.line });
}

type Parsed = { readonly value: unknown } | { readonly fault: Fault };

function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const { line, reason } = jsonFault(text);
    return { fault: { line, reason: `bad JSON: ${reason}`, remedy: "correct the JSON" } };
  }
}

function lineOfKey(text: string, field: string): number | undefined {
  const at = text.indexOf(JSON.stringify(field));
  return at < 0 ? undefined : lineAt(text, at);
}
