/** Reads records as the tests of this folder do: one site, one clock. */
import { readFields } from "../../src/articles/fields.ts";
import { type FolderOptions, readArticles } from "../../src/articles/read-articles.ts";
import type { ArticleRecord, RawFields, RecordsRead } from "../../src/articles/record.ts";
import { formOf } from "../../src/articles/records/read-records.ts";
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
  findFile: () => undefined,
};

/** The articles of a folder with these files. */
export function readSite(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<FolderOptions> = {},
): ReturnType<typeof readArticles> {
  return readArticles({ ...site, folder: temporaryFolder(files), ...options });
}

/** The records of one file, as its form reads them. */
export function recordsOf(path: string, text: string): RecordsRead {
  const form = formOf(path);
  if (form === undefined) throw new Error(`${path} has no form`);
  return form.read({ path, shown: path, text, fileTimeMs: 0 });
}

export function record(fields: RawFields, found: RawFields = {}): ArticleRecord {
  const place = { file: "a.md" };
  return { key: "a.md", path: "a.md", place, fields, found, fileTimeMs: 0, lineOf: () => 3 };
}

export function fieldsOf(fields: RawFields, inherited: RawFields = {}, found: RawFields = {}) {
  return readFields(record(fields, found), inherited);
}
