/**
 * The articles that a feed really shows: those whose body can be read and whose pictures its policy
 * allows. Who is left out makes room for the next.
 */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Fault, Problem } from "../errors.ts";
import type { MissingPolicy } from "./article-content.ts";
import type { Contents } from "./contents.ts";
import type { Selection } from "./select.ts";

export interface Showable {
  /** The feed, cut to its limit unless archive documents take what is older. */
  readonly cut: (selection: Selection) => Selection;
  /** Leaves an article that could not be had out of every feed that is cut from now on. */
  readonly lose: (article: IndexedArticle, fault: Fault) => void;
  /** Whether no feed, or not every feed, can show the article. */
  readonly isRefused: (article: IndexedArticle) => boolean;
  /** How many articles could not be had. */
  readonly lost: () => number;
  /** Articles whose body cannot be made into content. */
  readonly unreadable: () => readonly Problem[];
  /** Articles that a feed with `credits: { missing: block }` keeps back. */
  readonly blocked: () => readonly Problem[];
}

/** @param shownAs how messages name an article's record. */
export function openShowable(
  contents: Pick<Contents, "factsOf" | "drop">,
  shownAs: (key: string) => string,
): Showable {
  const unreadable = new Map<string, Problem>();
  const blocked = new Map<string, Problem>();
  const refuse = (article: IndexedArticle, fault: Fault): void => {
    unreadable.set(article.key, { file: shownAs(article.key), ...fault });
  };
  const lost = new Set<string>();
  const lose = (article: IndexedArticle, fault: Fault): void => {
    lost.add(article.key);
    refuse(article, fault);
  };
  const isShowable = (article: IndexedArticle, missing: MissingPolicy): boolean => {
    if (unreadable.has(article.key)) return false;
    const { fault, isLost, uncredited } = contents.factsOf(article);
    if (fault !== undefined) {
      if (isLost === true) lose(article, fault);
      else refuse(article, fault);
      return false;
    }
    if (missing !== "block") return true;
    const [picture] = uncredited;
    if (picture === undefined) {
      // It may have been asked before its picture on the web was.
      blocked.delete(article.key);
      return true;
    }
    blocked.set(article.key, {
      ...{
        file: shownAs(article.key),
        field: "image",
        reason: `is kept back: no credit for ${picture}`,
      },
      remedy: "name its maker in the caption or in image_credit",
    });
    return false;
  };
  return {
    lose,
    isRefused: ({ key }) => unreadable.has(key) || blocked.has(key),
    lost: () => lost.size,
    cut: (selection) => {
      const articles: IndexedArticle[] = [];
      for (const article of selection.articles) {
        if (!selection.isArchived && articles.length >= selection.limit) break;
        if (isShowable(article, selection.missing)) articles.push(article);
        // Of all articles there ever were, the contents are too many to hold.
        if (selection.isArchived) contents.drop(article);
      }
      return { ...selection, articles };
    },
    unreadable: () => [...unreadable.values()],
    blocked: () => [...blocked.values()],
  };
}
