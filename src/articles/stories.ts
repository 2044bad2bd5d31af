/**
 * Articles whole, body and all. Most are asked for soon after they were read, or not at all: a
 * bounded memory keeps the newest, and the file is read again for the others.
 */
import type { Article, ArticleHead } from "./article.ts";
import { detached } from "./detached.ts";
import type { SourceFile } from "./folder.ts";
import { digestOfArticle, type IndexedArticle } from "./index/indexed-record.ts";
import type { ArticleContext } from "./read-article.ts";
import type { RawFields } from "./record.ts";
import { articlesOf, bytesOfRecords, readRecordFile } from "./record-file.ts";

export class LostArticle extends Error {
  override readonly name = "LostArticle";
}

export interface Stories {
  /**
   * The article whole, with the guid and dates of the facts.
   *
   * @throws LostArticle where its file has changed or gone since it was indexed: what stands there
   *   now may be a draft, or another article.
   */
  readonly of: (facts: IndexedArticle) => Article;
  /**
   * The same without the body, for whoever has made content of it already: the body is let go of,
   * and read again should anybody ask for it.
   *
   * @throws LostArticle
   */
  readonly headOf: (facts: IndexedArticle) => ArticleHead;
  /** Keeps what had to be read anyway. */
  readonly keep: (articles: readonly Article[]) => void;
  /** Lets go of an article that nobody will ask for, head and all. */
  readonly drop: (facts: IndexedArticle) => void;
}

/** Of all bodies. */
const MOST_BYTES = 24 * 1024 * 1024;

export function openStories(
  fileAt: (path: string) => SourceFile | undefined,
  inheritedBy: (path: string) => RawFields,
  context: ArticleContext,
): Stories {
  const kept = openMemory();
  const heads = new Map<string, { readonly digest: string; readonly head: ArticleHead }>();
  // A file of many is read for all of them at once.
  let last: { readonly path: string; readonly articles: ReadonlyMap<string, Article> } | undefined;
  const readAgain = ({ key, recordPath }: IndexedArticle): Article | undefined => {
    if (last?.path === recordPath) return last.articles.get(key);
    const file = fileAt(recordPath);
    const bytes = file === undefined ? undefined : bytesOfRecords(file);
    if (file === undefined || !Buffer.isBuffer(bytes)) return undefined;
    const read = readRecordFile(file, bytes, context, inheritedBy(recordPath));
    const articles = new Map(articlesOf(read).map((article) => [article.key, article]));
    // Feeds mix the articles of several such files.
    for (const article of articles.values()) kept.add(article);
    if (articles.size > 1) last = { path: recordPath, articles };
    return articles.get(key);
  };
  const wholeOf = (facts: IndexedArticle): Article => {
    const article = kept.get(facts.key) ?? readAgain(facts);
    if (article === undefined || digestOfArticle(article) !== facts.digest) {
      throw new LostArticle(facts.key);
    }
    const { body, ...head } = article;
    return { ...detached(head), body };
  };
  const headOf = (facts: IndexedArticle): ArticleHead => {
    const known = heads.get(facts.key);
    if (known?.digest === facts.digest) return known.head;
    const { body: _, ...head } = wholeOf(facts);
    heads.set(facts.key, { digest: facts.digest, head });
    // A file of many would be read for all of them.
    if (facts.key === facts.recordPath) kept.drop(facts.key);
    return head;
  };
  return {
    of: (facts) => ({ ...wholeOf(facts), ...identityOf(facts) }),
    headOf: (facts) => ({ ...headOf(facts), ...identityOf(facts) }),
    keep: (articles) => {
      for (const article of articles) kept.add(article);
    },
    drop: ({ key }) => {
      kept.drop(key);
      heads.delete(key);
    },
  };
}

function identityOf({ guid, publishedMs, updatedMs }: IndexedArticle) {
  return { guid, publishedMs, updatedMs };
}

interface Memory {
  readonly get: (key: string) => Article | undefined;
  readonly add: (article: Article) => void;
  readonly drop: (key: string) => void;
}

/** The newest are those that feeds show. */
function openMemory(): Memory {
  let articles = new Map<string, Article>();
  let size = 0;
  const dropOldest = (): void => {
    const newest = [...articles.values()].sort((one, other) => other.publishedMs - one.publishedMs);
    articles = new Map();
    size = 0;
    for (const article of newest) {
      if (size > MOST_BYTES / 2) break;
      articles.set(article.key, article);
      size += sizeOf(article);
    }
  };
  return {
    get: (key) => articles.get(key),
    add: (article) => {
      size += sizeOf(article) - sizeOf(articles.get(article.key));
      articles.set(article.key, article);
      if (size > MOST_BYTES) dropOldest();
    },
    drop: (key) => {
      size -= sizeOf(articles.get(key));
      articles.delete(key);
    },
  };
}

/** One letter that is not Western, or one curly quotation mark, doubles the room of a text. */
const WIDE = /[^\0-\xff]/;

function sizeOf(article: Article | undefined): number {
  const text = article?.body.source ?? "";
  return WIDE.test(text) ? 2 * text.length : text.length;
}
