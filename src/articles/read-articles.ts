/** The whole folder: scan, read what changed, and set aside what cannot be an article. */
import path from "node:path";
import { OperationalError, type Problem } from "../errors.ts";
import { digestOf } from "./digests.ts";
import { type FolderScan, type SourceFile, scanFolder } from "./folder.ts";
import { dataTarget, inheritedFields, isDataOnly } from "./folder-data.ts";
import { type ArticleIndex, type HeldIndex, openIndex } from "./index/article-index.ts";
import { type IndexingContext, indexFile } from "./index/indexed-file.ts";
import type { IndexedArticle, IndexedFile, IndexedRecord } from "./index/indexed-record.ts";
import { assignGuids, type Identity, type LedgerSubject } from "./ledger/assign-guids.ts";
import type { LedgerLine } from "./ledger/ledger-lines.ts";
import { onDemand } from "./ledger/on-demand.ts";
import type { ArticleContext } from "./read-article.ts";
import type { RawFields } from "./record.ts";
import { bytesOfRecords, recordsIn } from "./record-file.ts";
import { type HeldArticle, heldByClock, type Timing } from "./status.ts";
import { openStories, type Stories } from "./stories.ts";

export interface ArticlesRead {
  /** Every article that may be seen, each guid and each address once. */
  readonly articles: readonly IndexedArticle[];
  readonly held: readonly HeldArticle[];
  /** When the clock next releases, changes or ends an article; infinite where it never does. */
  readonly nextMs: number;
  /** Whether every file was read, and cannot have changed since without its times telling. */
  readonly isSettled: boolean;
  /** Of those that are held: what was withdrawn. */
  readonly withdrawn: readonly IndexedArticle[];
  /** Records that are not published, each with its reason. */
  readonly setAside: readonly Problem[];
  /** What was put right on the way, and should be looked at. */
  readonly warnings: readonly Problem[];
  /** Of those, what the next run has nothing to say of. */
  readonly passing: readonly Problem[];
  /** The articles whole. */
  readonly stories: Stories;
  /** What the ledger does not know, or not as it is by now; and what everything is known as. */
  readonly subjects: readonly LedgerSubject[];
  readonly identities: ReadonlyMap<string, Identity>;
  /** Remembers for the next run what this one has read. */
  readonly save: () => void;
}

export interface FolderOptions extends ArticleContext {
  readonly folder: string;
  /** Absolute paths of folders in it that hold no records: our own output. */
  readonly excluded?: readonly string[];
  readonly ignore: readonly string[];
  /** Where it is remembered what files told; without it, every file is read. */
  readonly cache?: string;
  readonly heldIndex?: HeldIndex | undefined;
  /** What articles were known as at earlier runs. */
  readonly ledger?: readonly LedgerLine[];
  /** How messages name a path below the folder. */
  readonly shownAs: (inner: string) => string;
  /** How messages name a file anywhere. */
  readonly fileShownAs?: (file: string) => string;
  readonly nowMs: number;
}

/** The folder before its records are read. */
export interface FolderOpened {
  readonly options: FolderOptions & IndexingContext;
  readonly scan: FolderScan;
  /** The files that hold records. */
  readonly records: readonly SourceFile[];
  readonly fileAt: (path: string) => SourceFile | undefined;
  readonly inheritedBy: (path: string) => RawFields;
  readonly index: ArticleIndex;
  readonly stories: Stories;
}

/** @throws OperationalError ARTICLES_UNREADABLE or ARTICLES_EMPTY. */
export function openArticles(given: FolderOptions, scan = scanFolder(given)): FolderOpened {
  if (scan.files.length === 0) throw emptyFolder(given.folder);
  const rootName = path.basename(given.folder);
  const options = { ...given, rootName, startedMs: scan.startedMs };
  const { records, inheritedBy } = readFolderData(scan.files, options);
  const places = new Map(records.map((file) => [file.path, file]));
  const fileAt = (inner: string) => places.get(inner);
  const index = openIndex({
    ...(options.cache === undefined ? {} : { cache: options.cache }),
    ...{ shownAs: options.fileShownAs ?? ((file) => file), context: contextDigest(options) },
    ...{ sourceAt: fileAt, held: options.heldIndex },
  });
  const stories = openStories(fileAt, inheritedBy, options);
  return { options, scan, records, fileAt, inheritedBy, index, stories };
}

/**
 * @param fresh files that were read elsewhere, by their paths.
 * @param afterEach is called after each file that had to be read.
 */
export function readOpened(
  { options, scan, records, inheritedBy, index, stories }: FolderOpened,
  fresh: ReadonlyMap<string, IndexedFile> = new Map(),
  afterEach: () => void = () => {},
): ArticlesRead {
  const files = records.map((file): IndexedFile => {
    const read = fresh.get(file.path);
    if (read !== undefined) return read;
    const known = index.fileAt(file.path);
    const indexed = indexFile(file, known, inheritedBy(file.path), options, stories.keep);
    if (indexed !== known) afterEach();
    return indexed;
  });
  const gathered = gatherAll(files, options.nowMs);
  const { known, subjects, identities, refused } = identify(gathered, options);
  const shown = (problem: Problem) => ({ ...problem, file: options.shownAs(problem.file) });
  return {
    articles: known(gathered.articles),
    withdrawn: known(gathered.withdrawn),
    held: gathered.held,
    nextMs: nextChange(files, options.nowMs),
    isSettled: files.every(({ version }) => version !== ""),
    setAside: [...scan.problems, ...gathered.setAside.map(shown), ...refused.map(shown)],
    warnings: [
      ...gathered.warnings.map(shown),
      ...(index.problem === undefined ? [] : [index.problem]),
    ],
    passing: index.problem === undefined ? [] : [index.problem],
    ...{ stories, subjects, identities },
    save: () => index.save(files),
  };
}

/** All that a reading depends on besides the record and its folder. */
function contextDigest(options: ArticleContext): string {
  const { siteTitle, siteUrl, language, timeZone, permalink, rootName, missingDate } = options;
  return digestOf([siteTitle, siteUrl, language, timeZone, permalink, rootName, missingDate]);
}

interface Gathered {
  readonly articles: IndexedArticle[];
  readonly held: HeldArticle[];
  readonly withdrawn: IndexedArticle[];
  readonly expired: IndexedArticle[];
  readonly setAside: Problem[];
  readonly warnings: Problem[];
}

function gatherAll(files: readonly IndexedFile[], nowMs: number): Gathered {
  const gathered: Gathered = {
    ...{ articles: [], held: [], withdrawn: [], expired: [], setAside: [], warnings: [] },
  };
  for (const file of files) {
    // No spread: a file of broken lines has more problems than a call takes arguments.
    for (const problem of file.problems) gathered.setAside.push(problem);
    for (const record of file.records) gather(record, nowMs, gathered);
  }
  return gathered;
}

function gather(record: IndexedRecord, nowMs: number, gathered: Gathered): void {
  const { key, kind } = record;
  if (kind === "draft" || kind === "withdrawn") {
    gathered.held.push({ key, reason: kind });
    return;
  }
  const timing = kind === "article" ? record : record.timing;
  const held = timing === undefined ? undefined : heldByClock(timing, nowMs);
  if (kind === "set-aside") {
    if (held === undefined) gathered.setAside.push(record.problem);
    else gathered.held.push({ key, ...held });
    return;
  }
  const article = asOfNow(record, nowMs);
  if (held?.reason === "expired") gathered.expired.push(article);
  if (article.isWithdrawn) {
    gathered.held.push({ key, reason: "withdrawn" });
    if (held === undefined) gathered.withdrawn.push(article);
  } else if (held === undefined) {
    gathered.articles.push(article);
    gathered.warnings.push(...(article.warnings ?? []));
  } else gathered.held.push({ key, ...held });
}

function timingOf(record: IndexedRecord): Partial<Timing> | undefined {
  if (record.kind === "article") return record;
  return record.kind === "set-aside" ? record.timing : undefined;
}

function nextChange(files: readonly IndexedFile[], nowMs: number): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { records } of files) {
    for (const record of records) {
      const timing = timingOf(record);
      const { releaseMs = 0, expiresMs = 0 } = timing ?? {};
      const updatedMs = record.kind === "article" ? record.updatedMs : 0;
      for (const ms of [releaseMs, expiresMs, updatedMs]) {
        if (ms > nowMs && ms < nextMs) nextMs = ms;
      }
    }
  }
  return nextMs;
}

/** A change that lies ahead has not happened; it counts when its time has come. */
function asOfNow(article: IndexedArticle, nowMs: number): IndexedArticle {
  if (article.updatedMs <= nowMs) return article;
  return { ...article, updatedMs: article.publishedMs };
}

interface FolderData {
  /** The files that are no data files. */
  readonly records: readonly SourceFile[];
  readonly inheritedBy: (path: string) => RawFields;
}

/** Data files first: what they say goes for records that the scan lists before them. */
function readFolderData(files: readonly SourceFile[], options: ArticleContext): FolderData {
  const paths = onDemand(() => new Set(files.map((file) => file.path)));
  const data = new Map<string, RawFields>();
  const records = files.filter((file) => {
    if (!file.path.endsWith(".json")) return true;
    const target = dataTarget(file.path, paths(), options.rootName ?? "");
    const fields = target === undefined ? undefined : dataFields(file);
    if (target === undefined || fields === undefined) return true;
    data.set(target, { ...data.get(target), ...fields });
    return false;
  });
  return { records, inheritedBy: (inner) => inheritedFields(inner, data) };
}

/** The fields of a file of directory data; undefined where it is a file of records. */
function dataFields(file: SourceFile): RawFields | undefined {
  const bytes = bytesOfRecords(file);
  if (!Buffer.isBuffer(bytes)) return undefined;
  const { records } = recordsIn(file, bytes);
  const only = records[0];
  if (only === undefined || records.length > 1 || only.key !== file.path) return undefined;
  return isDataOnly(only.fields) ? only.fields : undefined;
}

interface Identified {
  readonly subjects: readonly LedgerSubject[];
  readonly identities: ReadonlyMap<string, Identity>;
  /** The articles under the guids and dates that they keep, without those that are refused. */
  readonly known: (articles: readonly IndexedArticle[]) => readonly IndexedArticle[];
  readonly refused: readonly Problem[];
}

/** Two articles can never hold one guid, nor one address: the second is set aside. */
function identify(gathered: Gathered, options: FolderOptions): Identified {
  const seen = [...gathered.articles, ...gathered.withdrawn, ...gathered.expired];
  const { identities, setAside, unsettled } = assignGuids(options.ledger ?? [], seen);
  const refusable = setAside.length === 0 ? [] : gathered.articles;
  const visible = new Map(refusable.map((article) => [article.key, article]));
  const refused = setAside.flatMap(({ key, claim, holder, remedy }): readonly Problem[] => {
    const article = visible.get(key);
    if (article === undefined) return [];
    const { recordPath: file, line } = article;
    const place = { file, ...(line === undefined ? {} : { line }) };
    return [{ ...place, reason: `has the ${claim} of ${options.shownAs(holder)}`, remedy }];
  });
  const known = (articles: readonly IndexedArticle[]) => {
    const found: IndexedArticle[] = [];
    for (const article of articles) {
      const identity = identities.get(article.key);
      if (identity !== undefined) found.push(withIdentity(article, identity));
    }
    return found;
  };
  return { subjects: unsettled, identities, known, refused };
}

function withIdentity(article: IndexedArticle, { guid, publishedMs }: Identity): IndexedArticle {
  if (article.guid === guid && article.publishedMs === publishedMs) return article;
  // The time of a file is none of the article: a checkout is no change.
  const isOfFile = !article.isDated && article.updatedMs === article.publishedMs;
  const updatedMs = isOfFile ? publishedMs : Math.max(article.updatedMs, publishedMs);
  return { ...article, guid, publishedMs, updatedMs };
}

function emptyFolder(folder: string): OperationalError {
  const message = `The articles folder ${folder} holds no records.`;
  const remedy =
    "Check `articles` and `ignore` in the configuration, and that the folder is mounted.";
  return new OperationalError("ARTICLES_EMPTY", message, remedy);
}
