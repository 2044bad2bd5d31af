/** What is remembered of a record, so that its file need not be opened to know where it belongs. */
import type { Problem } from "../../errors.ts";
import type { Article, ArticleFacts } from "../article.ts";
import { digestOfBytes } from "../digests.ts";
import { digestOfText } from "../ledger/digest.ts";
import type { RecordRead } from "../record-file.ts";
import type { Timing } from "../status.ts";

/** An article without its story. */
export interface IndexedArticle extends ArticleFacts, Timing {
  readonly kind: "article";
  /** The line of its file where it begins, where the file holds several. */
  readonly line?: number;
  /** Of everything that the record says. */
  readonly digest: string;
  readonly titleDigest: string;
  readonly bodyDigest: string;
  /** The record's own claim to a guid. */
  readonly id?: string;
  /** Whether the record or its path states the date; else it is the time of the file. */
  readonly isDated: boolean;
  readonly isWithdrawn: boolean;
  readonly warnings?: readonly Problem[];
}

export type IndexedRecord =
  | IndexedArticle
  | { readonly kind: "draft"; readonly key: string }
  | { readonly kind: "withdrawn"; readonly key: string }
  | {
      readonly kind: "set-aside";
      readonly key: string;
      readonly problem: Problem;
      readonly timing?: Timing;
    };

/** A file, and what its records are; problems name it by its path below the articles folder. */
export interface IndexedFile {
  readonly path: string;
  /** That of the scan; empty where it may yet change without another time. */
  readonly version: string;
  /** Of its bytes. */
  readonly digest: string;
  /** Of the fields that its folder gives it; empty where there are none. */
  readonly inherited: string;
  readonly records: readonly IndexedRecord[];
  readonly problems: readonly Problem[];
}

export function indexedRecord({ key, line, read }: RecordRead): IndexedRecord {
  if (read.kind !== "article") return { key, ...read };
  const { article, timing, isDated, isWithdrawn, id, warnings } = read;
  return {
    kind: "article",
    ...factsOf(article),
    ...timing,
    ...(line === undefined ? {} : { line }),
    digest: digestOfArticle(article),
    titleDigest: digestOfText(article.title),
    bodyDigest: digestOfText(article.body.source),
    ...(id === undefined ? {} : { id }),
    isDated,
    isWithdrawn,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** The body is most of an article, and needs no quoting to be told from another. */
export function digestOfArticle({ body, ...rest }: Article): string {
  return digestOfBytes(`${JSON.stringify([rest, body.form])}${body.source}`);
}

function factsOf(article: Article): ArticleFacts {
  const { key, recordPath, guid, url, publishedMs, updatedMs, language } = article;
  const { section, tags, authors, recording } = article;
  return {
    ...{ key, recordPath, guid, url, publishedMs, updatedMs, language, tags, authors },
    ...(section === undefined ? {} : { section }),
    ...(recording === undefined ? {} : { recording }),
  };
}
