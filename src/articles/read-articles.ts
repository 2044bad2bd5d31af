/** The whole folder: scan, read, and set aside what cannot be an article. The rest goes on. */
import path from "node:path";
import { OperationalError, type Problem } from "../errors.ts";
import type { Article } from "./article.ts";
import { readBytes, type SourceFile, scanFolder } from "./folder.ts";
import { dataTarget, inheritedFields, isDataOnly } from "./folder-data.ts";
import { type ArticleContext, readArticle } from "./read-article.ts";
import type { ArticleRecord, RawFields, RecordsRead } from "./record.ts";
import { decodeLines, decodeText } from "./records/decode.ts";
import { formOf } from "./records/read-records.ts";
import type { HeldArticle } from "./status.ts";

export interface ArticlesRead {
  /** Every article that may be seen, each guid and each address once. */
  readonly articles: readonly Article[];
  readonly held: readonly HeldArticle[];
  /** Of those that are held: what was withdrawn. */
  readonly withdrawn: readonly Article[];
  /** Records that are not published, each with its reason. */
  readonly setAside: readonly Problem[];
  /** What was put right on the way, and should be looked at. */
  readonly warnings: readonly Problem[];
}

export interface FolderOptions extends ArticleContext {
  readonly folder: string;
  /** Absolute paths of folders in it that hold no records: our own output. */
  readonly excluded?: readonly string[];
  readonly ignore: readonly string[];
  /** How messages name a path below the folder. */
  readonly shownAs: (inner: string) => string;
}

/** @throws OperationalError ARTICLES_UNREADABLE or ARTICLES_EMPTY. */
export function readArticles(given: FolderOptions): ArticlesRead {
  const options = { ...given, rootName: path.basename(given.folder) };
  const scan = scanFolder(options);
  if (scan.files.length === 0) {
    const message = `The articles folder ${options.folder} holds no records.`;
    const remedy =
      "Check `articles` and `ignore` in the configuration, and that the folder is mounted.";
    throw new OperationalError("ARTICLES_EMPTY", message, remedy);
  }
  const gathered: Gathered = {
    ...{ articles: [], held: [], withdrawn: [], setAside: [...scan.problems], warnings: [] },
  };
  const paths = new Set(scan.files.map((file) => file.path));
  const data = new Map<string, RawFields>();
  // Data files first: what they say goes for records that the scan lists before them.
  const files = scan.files.filter((file) => !readFolderData(file, paths, data, options));
  for (const file of files) gatherFile(file, data, options, gathered);
  return { ...gathered, articles: dropDoubles(gathered, options) };
}

interface Gathered {
  readonly articles: { readonly article: Article; readonly record: ArticleRecord }[];
  readonly held: HeldArticle[];
  readonly withdrawn: Article[];
  readonly setAside: Problem[];
  readonly warnings: Problem[];
}

function gatherFile(
  file: SourceFile,
  data: ReadonlyMap<string, RawFields>,
  options: FolderOptions,
  gathered: Gathered,
): void {
  const { records, problems } = readFile(file, options);
  // No spread: a file of broken lines has more problems than a call takes arguments.
  for (const problem of problems) gathered.setAside.push(problem);
  const inherited = inheritedFields(file.path, data);
  for (const record of records) {
    const read = readSafely(record, options, inherited);
    if (read.kind === "held") {
      gathered.held.push(read.held);
      if (read.withdrawn !== undefined) gathered.withdrawn.push(read.withdrawn);
    }
    if (read.kind === "set-aside") gathered.setAside.push(read.problem);
    if (read.kind !== "article") continue;
    gathered.articles.push({ article: read.article, record });
    gathered.warnings.push(...read.warnings);
  }
}

function readFile(file: SourceFile, options: FolderOptions): RecordsRead {
  const shown = options.shownAs(file.path);
  const form = formOf(file.path);
  if (form === undefined) return { records: [], problems: [] };
  const bytes = readBytes(file, form.maxBytes);
  if (!Buffer.isBuffer(bytes)) return { records: [], problems: [{ file: shown, ...bytes }] };
  const { path, modifiedMs: fileTimeMs } = file;
  try {
    if (form.isLines) {
      const { text, faults } = decodeLines(bytes);
      const read = form.read({ path, shown, text, fileTimeMs });
      const problems = faults.map((fault) => ({ file: shown, ...fault }));
      return { ...read, problems: [...read.problems, ...problems] };
    }
    const decoded = decodeText(bytes, form.endings.includes("html"));
    if ("fault" in decoded) return { records: [], problems: [{ file: shown, ...decoded.fault }] };
    if (decoded.text.trim() === "") return { records: [], problems: [{ file: shown, ...EMPTY }] };
    return form.read({ path, shown, text: decoded.text, fileTimeMs });
  } catch (error) {
    return { records: [], problems: [unreadable({ file: shown }, error)] };
  }
}

const EMPTY = { reason: "is empty", remedy: "write the story, or take the file away" };

/** A record may be hostile in ways nobody thought of; it must not take the others with it. */
function readSafely(
  record: ArticleRecord,
  options: FolderOptions,
  inherited: RawFields,
): ReturnType<typeof readArticle> {
  try {
    return readArticle(record, options, inherited);
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

/** Reads a file as directory data; false where it is a file of records. */
function readFolderData(
  file: SourceFile,
  siblings: ReadonlySet<string>,
  data: Map<string, RawFields>,
  options: FolderOptions,
): boolean {
  const target = dataTarget(file.path, siblings, options.rootName ?? "");
  if (target === undefined) return false;
  const { records } = readFile(file, options);
  const only = records[0];
  if (only === undefined || records.length > 1 || only.key !== file.path) return false;
  if (!isDataOnly(only.fields)) return false;
  data.set(target, { ...data.get(target), ...only.fields });
  return true;
}

/** Two articles can never hold one guid, nor one address: the second is set aside. */
function dropDoubles(gathered: Gathered, options: FolderOptions): readonly Article[] {
  const holders = new Map<string, string>();
  const kept: Article[] = [];
  for (const { article, record } of gathered.articles) {
    const claims = [`address ${article.url}`, `id ${article.guid}`];
    const taken = claims.find((claim) => holders.has(claim));
    if (taken === undefined) {
      kept.push(article);
      for (const claim of claims) holders.set(claim, article.key);
      continue;
    }
    const holder = options.shownAs(holders.get(taken) ?? "");
    const remedy = taken.startsWith("id ")
      ? "give it an id of its own"
      : "give it a slug of its own";
    gathered.setAside.push({ ...record.place, reason: `has the ${taken} of ${holder}`, remedy });
  }
  return kept;
}
