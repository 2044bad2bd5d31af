/** Articles whose body cannot be made into content: they must not take the others with them. */
import type { Article } from "../articles/article.ts";
import type { Problem } from "../errors.ts";
import type { ContentOf } from "./compose.ts";
import type { Selection } from "./select.ts";

export interface Readable {
  readonly selections: readonly Selection[];
  readonly setAside: readonly Problem[];
}

/**
 * The selections without such articles. Bodies are parsed here, and `content` remembers them.
 *
 * @param shownAs how messages name an article's record.
 */
export function keepReadable(
  selections: readonly Selection[],
  content: ContentOf,
  shownAs: (key: string) => string,
): Readable {
  const unreadable = new Map<Article, Problem>();
  const isReadable = (article: Article): boolean => {
    if (unreadable.has(article)) return false;
    const reason = faultOfBody(article, content);
    if (reason === undefined) return true;
    const file = shownAs(article.key);
    unreadable.set(article, { file, field: "body", reason, remedy: "simplify it" });
    return false;
  };
  const readable = selections.map((selection) => {
    return { ...selection, articles: selection.articles.filter(isReadable) };
  });
  return { selections: readable, setAside: [...unreadable.values()] };
}

function faultOfBody(article: Article, content: ContentOf): string | undefined {
  try {
    content(article);
    return undefined;
  } catch (error) {
    // The engine's word for a document nested so deeply that its stack ends.
    if (error instanceof RangeError) return "is nested too deeply or too large";
    return `cannot be read (${String(error)})`;
  }
}
