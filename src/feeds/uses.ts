/** Which feed is the last to show an article: after it, what was made of the article can go. */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Selection } from "./select.ts";

export interface Uses {
  /** Whether none of the feeds after it shows the article, as far as can be foreseen. */
  readonly isLast: (article: IndexedArticle, feed: Selection) => boolean;
}

/**
 * @param feeds in the order in which they are published. Where one leaves an article out, the next
 *   in line is not foreseen: it is made again for the feeds to come.
 */
export function openUses(feeds: readonly Selection[]): Uses {
  let last: ReadonlyMap<string, Selection> | undefined;
  return {
    isLast: ({ key }, feed) => {
      // A run that makes nothing has nothing to let go of, and need not look ahead.
      last ??= new Map(feeds.flatMap((one) => wanted(one).map((article) => [article.key, one])));
      return (last.get(key) ?? feed) === feed;
    },
  };
}

/** What a feed shows, unless something of it cannot be shown. */
export function wanted({ articles, isArchived, limit }: Selection): readonly IndexedArticle[] {
  return isArchived ? articles : articles.slice(0, limit);
}
