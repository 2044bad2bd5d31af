/** When an article was published, changed, is released and ends. Never "now". */
import type { Fault } from "../errors.ts";
import { type DateContext, type MomentRead, readDate } from "./dates/dates.ts";
import { flagOf, textOf } from "./field-values.ts";
import type { Field, FieldName, Fields } from "./fields.ts";
import type { ArticleRecord } from "./record.ts";
import type { PathFacts } from "./record-path.ts";
import type { Timing } from "./status.ts";
import type { Story } from "./story.ts";

/** Milliseconds since 1970 throughout; Hugo's `publishDate` beside `date` is a release. */
export interface ArticleDates extends Timing {
  readonly publishedMs: number;
  /** May lie ahead: a change counts when its time has come. */
  readonly updatedMs: number;
  /** Whether the record or its path states the date; else it is the time of the file. */
  readonly isDated: boolean;
  readonly warnings: readonly Fault[];
}

interface DatesContext extends DateContext {
  readonly missingDate: "set-aside" | "file-time";
}

/** Eleventy's words for the time of the file; the record itself asks for it. */
const FILE_TIME_WORDS = /^(?:git )?(?:last modified|created)$/i;

export function readDates(
  record: ArticleRecord,
  fields: Fields,
  path: PathFacts,
  story: Story,
  context: DatesContext,
): ArticleDates | Fault {
  const published = readPublished(record, fields, path, story, context);
  if ("reason" in published) return published;
  const release = readOptional(fields, "embargo", context);
  const expires = readOptional(fields, "expires", context);
  // A date that nobody can read must not release or keep what it was to hold back.
  for (const read of [release, expires]) if (read !== undefined && "reason" in read) return read;
  const warnings: Fault[] = [];
  const publishedMs = published.ms;
  const updatedMs = readUpdated(fields, story, publishedMs, context, warnings);
  return {
    publishedMs,
    updatedMs,
    isDated: published.isFileTime !== true,
    releaseMs: Math.max(publishedMs, release !== undefined && "ms" in release ? release.ms : 0),
    ...(expires !== undefined && "ms" in expires ? { expiresMs: expires.ms } : {}),
    warnings,
  };
}

function readPublished(
  record: ArticleRecord,
  fields: Fields,
  path: PathFacts,
  story: Story,
  context: DatesContext,
): (Pick<MomentRead, "ms"> & { readonly isFileTime?: true }) | Fault {
  // `published: true` is a flag, not a date.
  const field = fields.all("published").find(({ value }) => flagOf(value) === undefined);
  if (field !== undefined) {
    if (FILE_TIME_WORDS.test(textOf(field.value) ?? ""))
      return { ms: wholeSecond(record.fileTimeMs), isFileTime: true };
    return readField(field, fields, context);
  }
  if (story.published !== undefined) return { ms: wholeSecond(story.published.ms) };
  if (path.date !== undefined) return readNamed("date", path.date, context);
  // "Stand: 5.9.2022" is the only date of many a page: it stood there on that day at the latest.
  if (story.updated !== undefined) return { ms: wholeSecond(story.updated.ms) };
  if (context.missingDate === "file-time") {
    return { ms: wholeSecond(record.fileTimeMs), isFileTime: true };
  }
  return {
    field: "date",
    reason: "no date",
    remedy: 'add "date: 2024-05-31", name the file 2024-05-31-…, or set missingDate: file-time',
  };
}

function readUpdated(
  fields: Fields,
  story: Story,
  publishedMs: number,
  context: DatesContext,
  warnings: Fault[],
): number {
  const field = fields.get("updated");
  const read = field === undefined ? story.updated : readField(field, fields, context);
  if (read === undefined) return publishedMs;
  if ("reason" in read) {
    warnings.push(read);
    return publishedMs;
  }
  return Math.max(publishedMs, wholeSecond(read.ms));
}

function readOptional(
  fields: Fields,
  name: FieldName,
  context: DatesContext,
): Pick<MomentRead, "ms"> | Fault | undefined {
  const field = fields.get(name);
  return field === undefined ? undefined : readField(field, fields, context);
}

function readField(
  field: Field,
  fields: Fields,
  context: DatesContext,
): Pick<MomentRead, "ms"> | Fault {
  const read = readNamed(field.name, field.value, context);
  if ("ms" in read) return read;
  const line = fields.lineOf(field.name);
  return { ...read, ...(line === undefined ? {} : { line }) };
}

function readNamed(
  name: string,
  value: unknown,
  context: DatesContext,
): Pick<MomentRead, "ms"> | Fault {
  const read = readDate(value, context);
  return "ms" in read ? { ms: wholeSecond(read.ms) } : { field: name, ...read };
}

/** RFC 822 knows no fractions, and all formats tell the same instant. */
function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
