/** Articles as the feeds meet them: facts from an index, and whole where one is asked for. */
import type { Article, ArticleFacts } from "../../src/articles/article.ts";
import { type IndexedArticle, indexedRecord } from "../../src/articles/index/indexed-record.ts";
import type { Stories } from "../../src/articles/stories.ts";
import type { ContentSources } from "../../src/feeds/contents.ts";

export function indexed(article: Article): IndexedArticle {
  const { key, publishedMs: releaseMs } = article;
  const flags = { isWithdrawn: false, isDated: true, warnings: [] };
  const read = { kind: "article" as const, article, timing: { releaseMs }, ...flags };
  const record = indexedRecord({ key, read });
  if (record.kind !== "article") throw new Error(`${key} is no article`);
  return record;
}

export function storiesOf(articles: readonly Article[]): Pick<Stories, "of" | "headOf"> {
  const of = ({ key }: ArticleFacts) => {
    const article = articles.find((one) => one.key === key);
    if (article === undefined) throw new Error(`there is no ${key}`);
    return article;
  };
  return { of, headOf: of };
}

/** Nothing is known of any picture, nor from any earlier run. */
export function toldNothing(): Pick<ContentSources, "pictures" | "cache"> {
  const pictures = { factsOf: () => undefined, stateOf: () => "", isFaulty: () => false };
  return { pictures, cache: new Map<string, unknown>() };
}
