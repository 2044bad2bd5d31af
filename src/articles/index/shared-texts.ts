/**
 * Texts that many records say, held once: sections, tags, authors, languages, and what the scan has
 * told already. An index of a hundred thousand records would otherwise take twice the memory.
 */
import type { SourceFile } from "../folder.ts";
import type { IndexedArticle, IndexedFile, IndexedRecord } from "./indexed-record.ts";

/** The same file, whose texts are those that earlier ones have, where they say the same. */
export type ShareTexts = (file: IndexedFile) => IndexedFile;

/** @param fileAt what the scan has met at a path. */
export function openSharedTexts(
  fileAt: (path: string) => SourceFile | undefined = () => undefined,
): ShareTexts {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly unknown[]>();
  const textOf = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  const listOf = <Entry>(list: readonly Entry[]): readonly Entry[] => {
    const key = JSON.stringify(list);
    const known = lists.get(key) as readonly Entry[] | undefined;
    if (known === undefined) lists.set(key, list);
    return known ?? list;
  };
  const shareArticle = (record: WrittenArticle, path: string): IndexedArticle => {
    const { url, publishedMs, section, recording, expiresMs, line, id, warnings } = record;
    const { guid = url, updatedMs = publishedMs, releaseMs = publishedMs } = record;
    // Written out: there are very many, and objects that are copied field by field take longer.
    return {
      kind: "article",
      key: record.key === undefined || record.key === path ? path : record.key,
      recordPath: path,
      guid: guid === url ? url : guid,
      url,
      publishedMs,
      updatedMs,
      releaseMs,
      language: textOf(record.language),
      tags: listOf(record.tags),
      authors: listOf(record.authors),
      digest: record.digest,
      titleDigest: record.titleDigest,
      bodyDigest: record.bodyDigest,
      isDated: record.isDated ?? true,
      isWithdrawn: record.isWithdrawn ?? false,
      ...(section === undefined ? undefined : { section: textOf(section) }),
      ...(recording === undefined ? undefined : { recording }),
      ...(expiresMs === undefined ? undefined : { expiresMs }),
      ...(line === undefined ? undefined : { line }),
      ...(id === undefined ? undefined : { id }),
      ...(warnings === undefined ? undefined : { warnings }),
    };
  };
  return (file) => {
    const met = fileAt(file.path);
    const { path } = met ?? file;
    const share = (record: IndexedRecord) =>
      record.kind === "article" ? shareArticle(record, path) : record;
    const { version, digest, inherited, problems } = file;
    const records = file.records.map(share);
    return {
      path,
      version: met?.version === version ? met.version : version,
      digest,
      inherited: textOf(inherited),
      records,
      problems: problems.length === 0 ? NOTHING : problems,
    };
  };
}

const NOTHING: readonly never[] = [];

/** What of an article repeats what stands beside it, or is nearly always so. */
type Repeats =
  | "key"
  | "recordPath"
  | "guid"
  | "updatedMs"
  | "releaseMs"
  | "isDated"
  | "isWithdrawn";

type WrittenArticle = Omit<IndexedArticle, Repeats> & Partial<Pick<IndexedArticle, Repeats>>;

/** A file as it is written down: what a record repeats is left out. */
export function withoutRepeats(file: IndexedFile): unknown {
  const records = file.records.map((record) => {
    if (record.kind !== "article") return record;
    const {
      key,
      recordPath: _,
      guid,
      updatedMs,
      releaseMs,
      isDated,
      isWithdrawn,
      ...rest
    } = record;
    return {
      ...rest,
      ...(key === file.path ? {} : { key }),
      ...(guid === record.url ? {} : { guid }),
      ...(updatedMs === record.publishedMs ? {} : { updatedMs }),
      ...(releaseMs === record.publishedMs ? {} : { releaseMs }),
      ...(isDated ? {} : { isDated }),
      ...(isWithdrawn ? { isWithdrawn } : {}),
    };
  });
  return { ...file, records };
}
