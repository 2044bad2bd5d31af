/**
 * Articles whole, body and all. Most are asked for soon after they were read, or not at all: a
 * bounded memory keeps the newest, and the file is read again for the others.
 */
import type { Article } from "./article.ts";
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
  /** Keeps what had to be read anyway. */
  readonly keep: (articles: readonly Article[]) => void;
  /** Lets go of an article that nobody will ask for. */
  readonly drop: (facts: IndexedArticle) => void;
}

/** Characters of all bodies kept. */
const MOST_KEPT = 24 * 1024 * 1024;

export function openStories(
  fileAt: (path: string) => SourceFile | undefined,
  inheritedBy: (path: string) => RawFields,
  context: ArticleContext,
): Stories {
  const kept = openMemory();
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
  return {
    of: (facts) => {
      const article = kept.get(facts.key) ?? readAgain(facts);
      if (article === undefined || digestOfArticle(article) !== facts.digest) {
        throw new LostArticle(facts.key);
      }
      const { guid, publishedMs, updatedMs } = facts;
      return { ...article, guid, publishedMs, updatedMs };
    },
    keep: (articles) => {
      for (const article of articles) kept.add(article);
    },
    drop: ({ key }) => kept.drop(key),
  };
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
      if (size > MOST_KEPT / 2) break;
      articles.set(article.key, article);
      size += article.body.source.length;
    }
  };
  return {
    get: (key) => articles.get(key),
    add: (article) => {
      size += article.body.source.length - (articles.get(article.key)?.body.source.length ?? 0);
      articles.set(article.key, article);
      if (size > MOST_KEPT) dropOldest();
    },
    drop: (key) => {
      size -= articles.get(key)?.body.source.length ?? 0;
      articles.delete(key);
    },
  };
}
