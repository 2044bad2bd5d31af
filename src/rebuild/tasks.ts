/** What threads are asked, and what they answer: values that can be copied from one to another. */
import type { Article } from "../articles/article.ts";
import type { SourceFile } from "../articles/folder.ts";
import type { IndexedArticle, IndexedFile } from "../articles/index/indexed-record.ts";
import type { RawFields } from "../articles/record.ts";
import type { Config } from "../config/config.ts";
import type { ContentFound, ContentKind } from "../feeds/article-content.ts";

export interface ThreadSetup {
  readonly config: Config;
  readonly nowMs: number;
  readonly rootName: string;
  /** When the scan began that found the files. */
  readonly startedMs: number;
}

/** A file, and the fields that its folder gives it. */
export interface FileToRead {
  readonly file: SourceFile;
  readonly inherited: RawFields;
}

/** An article, and what to read again where the thread has not kept it. */
export interface ArticleToParse extends FileToRead {
  readonly article: IndexedArticle;
  /** Where the first thread has kept it. */
  readonly story?: Article;
}

export type Task =
  | { readonly kind: "read"; readonly files: readonly FileToRead[] }
  | {
      readonly kind: "parse";
      readonly articles: readonly ArticleToParse[];
      readonly contents: readonly ContentKind[];
    };

/** An article without its body, and its content. */
interface ParsedArticle {
  readonly key: string;
  readonly article?: Article;
  readonly found: ReadonlyMap<ContentKind, ContentFound>;
}

export interface Answers {
  readonly read: readonly IndexedFile[];
  readonly parse: {
    readonly articles: readonly ParsedArticle[];
    /** What was learned of pictures: keys and entries of their cache. */
    readonly learned: readonly (readonly [string, unknown])[];
  };
}
