/**
 * The articles that a feed really shows: those whose body can be read and whose pictures its policy
 * allows. Who is left out makes room for the next.
 */
import type { Article } from "../articles/article.ts";
import type { Fault, Problem } from "../errors.ts";
import type { ContentOf, MissingPolicy } from "./contents.ts";
import type { Selection } from "./select.ts";

export interface Showable {
  /** Cut to their limits, unless archive documents take what is older. */
  readonly selections: readonly Selection[];
  /** Articles whose body cannot be made into content. */
  readonly unreadable: readonly Problem[];
  /** Articles that a feed with `credits: { missing: block }` keeps back. */
  readonly blocked: readonly Problem[];
}

/**
 * Bodies are parsed here, and only of articles that a feed has room for; `content` remembers them.
 *
 * @param shownAs how messages name an article's record.
 */
export function keepShowable(
  selections: readonly Selection[],
  content: ContentOf,
  shownAs: (key: string) => string,
): Showable {
  const unreadable = new Map<Article, Problem>();
  const blocked = new Map<Article, Problem>();
  const isShowable = (article: Article, missing: MissingPolicy): boolean => {
    if (unreadable.has(article)) return false;
    const file = shownAs(article.key);
    const fault = faultOfBody(article, missing, content);
    if (fault !== undefined) {
      unreadable.set(article, { file, ...fault });
      return false;
    }
    const [picture] = missing === "block" ? content(article, missing).uncredited : [];
    if (picture === undefined) return true;
    blocked.set(article, {
      ...{ file, field: "image", reason: `is kept back: no credit for ${picture.url}` },
      remedy: "name its maker in the caption or in image_credit",
    });
    return false;
  };
  const showable = selections.map((selection) => {
    const articles: Article[] = [];
    for (const article of selection.articles) {
      if (!selection.isArchived && articles.length >= selection.limit) break;
      if (isShowable(article, selection.missing)) articles.push(article);
    }
    return { ...selection, articles };
  });
  return {
    selections: showable,
    unreadable: [...unreadable.values()],
    blocked: [...blocked.values()],
  };
}

function faultOfBody(
  article: Article,
  missing: MissingPolicy,
  content: ContentOf,
): Fault | undefined {
  try {
    content(article, missing);
    return undefined;
  } catch (error) {
    return bodyFault(error);
  }
}

/** What to say of a body that could not be made into content. */
export function bodyFault(error: unknown): Fault {
  // The engine's word for a document nested so deeply that its stack ends.
  const isTooDeep = error instanceof RangeError;
  const reason = isTooDeep
    ? "is nested too deeply or too large"
    : `cannot be read (${String(error)})`;
  return { field: "body", reason, remedy: "simplify it" };
}
