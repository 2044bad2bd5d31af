/** One file of the folder: known from an earlier run, or read. */
import type { Article } from "../article.ts";
import { detached } from "../detached.ts";
import { digestOf, digestOfBytes } from "../digests.ts";
import { isSettled } from "../file-versions.ts";
import type { SourceFile } from "../folder.ts";
import type { ArticleContext } from "../read-article.ts";
import type { RawFields } from "../record.ts";
import { articlesOf, bytesOfRecords, readRecordFile } from "../record-file.ts";
import { type IndexedFile, indexedRecord } from "./indexed-record.ts";

export interface IndexingContext extends ArticleContext {
  /** When the scan began that found the file. */
  readonly startedMs: number;
}

/**
 * What a file holds: opened only where its size or its times have changed, and understood only
 * where its bytes have.
 *
 * @param known what an earlier run has seen of it.
 * @param keep is given what had to be read.
 */
export function indexFile(
  file: SourceFile,
  known: IndexedFile | undefined,
  inheritedFields: RawFields,
  context: IndexingContext,
  keep: (articles: readonly Article[]) => void,
): IndexedFile {
  const inherited = isNothing(inheritedFields) ? "" : digestOf(inheritedFields);
  const remembered = known?.inherited === inherited ? known : undefined;
  if (remembered?.version === file.version) return remembered;
  const bytes = bytesOfRecords(file);
  // A file written this very moment may be written again without its times telling.
  const version = isSettled(file.version, context.startedMs) ? file.version : "";
  const { path } = file;
  if (!Buffer.isBuffer(bytes)) {
    // A file that cannot be read may be readable at the next run without another time.
    return { path, version: "", digest: "", inherited, records: [], problems: [bytes] };
  }
  const digest = digestOfBytes(bytes);
  if (remembered?.digest === digest && !needsFileTime(remembered)) {
    return { ...remembered, version };
  }
  const read = readRecordFile(file, bytes, context, inheritedFields);
  keep(articlesOf(read));
  // The index outlives the texts of files.
  const records = detached(read.records.map(indexedRecord));
  return { path, version, digest, inherited, records, problems: read.problems };
}

/** Records below no data file inherit an empty list of tags as soon as there is one anywhere. */
function isNothing(inherited: RawFields): boolean {
  return Object.values(inherited).every((value) => Array.isArray(value) && value.length === 0);
}

function needsFileTime({ records }: IndexedFile): boolean {
  return records.some((record) => {
    return record.kind === "article" ? !record.isDated : "timing" in record;
  });
}
