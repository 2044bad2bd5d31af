/** Reads records as the tests of this folder do: one site, one clock. */
import type { Article } from "../../src/articles/article.ts";
import { readFields } from "../../src/articles/fields.ts";
import {
  type ArticlesRead,
  type FolderOptions,
  openArticles,
  readOpened,
} from "../../src/articles/read-articles.ts";
import type { ArticleRecord, RawFields, RecordsRead } from "../../src/articles/record.ts";
import { formOf } from "../../src/articles/record-forms.ts";
import { readRecords } from "../../src/articles/records/read-records.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export const NOW_MS = Date.parse("2026-06-01T00:00:00Z");

export const site: Omit<FolderOptions, "folder"> = {
  ignore: [],
  shownAs: (inner) => inner,
  siteTitle: "Kabar Uji",
  siteUrl: "https://site.example/",
  language: "id",
  timeZone: "Asia/Jakarta",
  missingDate: "set-aside",
  nowMs: NOW_MS,
};

/** The whole folder. */
export function readArticles(options: FolderOptions): ArticlesRead {
  return readOpened(openArticles(options));
}

/** What a folder holds, its articles whole. */
export interface SiteRead extends Omit<ArticlesRead, "articles"> {
  readonly articles: readonly Article[];
}

/** The articles of a folder with these files. */
export function readSite(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<FolderOptions> = {},
): SiteRead {
  return readWhole({ ...site, folder: temporaryFolder(files), ...options });
}

/** A folder as it lies, its articles whole. */
export function readWhole(options: FolderOptions): SiteRead {
  const read = readArticles(options);
  return { ...read, articles: read.articles.map(read.stories.of) };
}

/** The records of one file, as its form reads them. */
export function recordsOf(path: string, text: string): RecordsRead {
  const form = formOf(path);
  if (form === undefined) throw new Error(`${path} has no form`);
  return readRecords(form.name, { path, text, fileTimeMs: 0 });
}

export function record(fields: RawFields, found: RawFields = {}): ArticleRecord {
  const place = { file: "a.md" };
  return { key: "a.md", path: "a.md", place, fields, found, fileTimeMs: 0, lineOf: () => 3 };
}

export function fieldsOf(fields: RawFields, inherited: RawFields = {}, found: RawFields = {}) {
  return readFields(record(fields, found), inherited);
}
