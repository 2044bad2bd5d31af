/** A record as stored: fields and body, not yet understood. One file holds one record or many. */
import type { Fault, Place, Problem } from "../errors.ts";

/** The fields as the file spells them, with whatever values its syntax has. */
export type RawFields = Readonly<Record<string, unknown>>;

/** The story in the form it is stored. `text` is a plain text scrape. */
export interface RawBody {
  readonly form: "markdown" | "html" | "text";
  readonly source: string;
}

export interface ArticleRecord {
  /** Unique in the folder: the path, and `#n` behind it where a file holds several. */
  readonly key: string;
  /** The file's path below the articles folder, with "/". */
  readonly path: string;
  readonly place: Place;
  readonly fields: RawFields;
  /** What the body tells of itself (a first heading, a page's head): fills what `fields` omit. */
  readonly found?: RawFields;
  /** Undefined where the body is among the fields (JSON). */
  readonly body?: RawBody;
  /** Last change of the file, ms since 1970. */
  readonly fileTimeMs: number;
  /** The line of a field, as the file spells it. */
  readonly lineOf: (field: string) => number | undefined;
}

/** A file of records: its text, and where it lies. */
export interface RecordFile {
  readonly path: string;
  readonly text: string;
  readonly fileTimeMs: number;
}

export interface RecordsRead {
  readonly records: readonly ArticleRecord[];
  readonly problems: readonly Problem[];
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  return !Array.isArray(value) && !(value instanceof Date);
}

/** What a record of a file consists of, besides its place. */
export type RecordParts = Pick<ArticleRecord, "fields"> &
  Partial<Pick<ArticleRecord, "body" | "found" | "lineOf">>;

/** The one record of a file that holds one. */
export function oneRecord(file: RecordFile, parts: RecordParts): RecordsRead {
  const { path, fileTimeMs } = file;
  const place = { file: path };
  const record = { key: path, path, place, fileTimeMs, lineOf: () => undefined, ...parts };
  return { records: [record], problems: [] };
}

/** A file that cannot be read as records at all. */
export function noRecord(file: RecordFile, fault: Fault): RecordsRead {
  return { records: [], problems: [{ file: file.path, ...fault }] };
}
