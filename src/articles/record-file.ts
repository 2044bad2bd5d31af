/** One file of records: its bytes become records, and each record what it is. */
import type { Problem } from "../errors.ts";
import type { Article } from "./article.ts";
import { readVersion } from "./file-versions.ts";
import { readBytes, type SourceFile } from "./folder.ts";
import { type ArticleContext, type ArticleRead, readArticle } from "./read-article.ts";
import type { ArticleRecord, RawFields, RecordsRead } from "./record.ts";
import { formOf, type RecordForm } from "./record-forms.ts";
import { decodeLines, decodeText } from "./records/decode.ts";
import { readRecords } from "./records/read-records.ts";

/** Problems name files by their path below the articles folder, here and below. */
export interface FileRead {
  readonly records: readonly RecordRead[];
  /** What of the file could not be made into records. */
  readonly problems: readonly Problem[];
}

export interface RecordRead {
  readonly key: string;
  /** Where in its file it stands. */
  readonly line?: number;
  readonly read: ArticleRead;
}

/** The bytes of a file of records, good until the next is read; or why there are none. */
export function bytesOfRecords(file: SourceFile): Buffer | Problem {
  const bytes = readBytes(file, formOf(file.path)?.maxBytes ?? 0);
  return Buffer.isBuffer(bytes) ? bytes : { file: file.path, ...bytes };
}

/** @param inherited fields that the record's folder gives it. */
export function readRecordFile(
  file: SourceFile,
  bytes: Buffer,
  context: ArticleContext,
  inherited: RawFields,
): FileRead {
  const { records, problems } = recordsIn(file, bytes);
  const read = records.map((record): RecordRead => {
    const { line } = record.place;
    const place = line === undefined ? {} : { line };
    return { key: record.key, ...place, read: readSafely(record, context, inherited) };
  });
  return { records: read, problems };
}

/** The articles of a file, whole. */
export function articlesOf({ records }: FileRead): readonly Article[] {
  return records.flatMap(({ read }) => (read.kind === "article" ? [read.article] : []));
}

/** Never throws. */
export function recordsIn(file: SourceFile, bytes: Buffer): RecordsRead {
  const form = formOf(file.path);
  if (form === undefined) return { records: [], problems: [] };
  try {
    return recordsOfForm(form, file, bytes);
  } catch (error) {
    return { records: [], problems: [unreadable({ file: file.path }, error)] };
  }
}

const EMPTY = { reason: "is empty", remedy: "write the story, or take the file away" };

function recordsOfForm(form: RecordForm, file: SourceFile, bytes: Buffer): RecordsRead {
  const { path } = file;
  const fileTimeMs = readVersion(file.version).modifiedMs;
  if (form.name === "ndjson") {
    const { text, faults } = decodeLines(bytes);
    const read = readRecords(form.name, { path, text, fileTimeMs });
    const problems = faults.map((fault) => ({ file: path, ...fault }));
    return { ...read, problems: [...read.problems, ...problems] };
  }
  const decoded = decodeText(bytes, form.name === "html");
  if ("fault" in decoded) return { records: [], problems: [{ file: path, ...decoded.fault }] };
  if (decoded.text.trim() === "") return { records: [], problems: [{ file: path, ...EMPTY }] };
  return readRecords(form.name, { path, text: decoded.text, fileTimeMs });
}

/** A record may be hostile in ways nobody thought of; it must not take the others with it. */
function readSafely(
  record: ArticleRecord,
  context: ArticleContext,
  inherited: RawFields,
): ArticleRead {
  try {
    return readArticle(record, context, inherited);
  } catch (error) {
    return { kind: "set-aside", problem: unreadable(record.place, error) };
  }
}

function unreadable(place: Pick<Problem, "file" | "line">, error: unknown): Problem {
  // The engine's word for a document nested so deeply that its stack ends.
  const isTooDeep = error instanceof RangeError;
  const reason = isTooDeep
    ? "is nested too deeply or too large"
    : `cannot be read (${String(error)})`;
  const remedy = isTooDeep ? "simplify it" : "report it to feedwright with the file";
  return { ...place, reason, remedy };
}
