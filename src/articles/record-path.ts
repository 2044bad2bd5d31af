/** What the path of a record tells: its slug, section, date and language, as generators lay out. */
import { dateOfPath } from "./dates/dates.ts";

export interface PathFacts {
  /** Folders above the record, without its bundle; above `_posts`, Jekyll's categories. */
  readonly folders: readonly string[];
  /** The name that stands for the article: without ending, date and language. */
  readonly name: string;
  /** ISO day of `2022-09-16-title.md`. */
  readonly date?: string;
  /** BCP 47, of Hugo's `post.fr.md`. */
  readonly language?: string;
  /** In Jekyll's `_posts`. */
  readonly isJekyllPost: boolean;
  /** In Jekyll's `_drafts`. */
  readonly isDraft: boolean;
}

/** `.fr` or `.pt-br` before the ending; three letters would take in too many ordinary words. */
const LANGUAGE_ENDING = /\.([a-z]{2}(?:-[a-z]{2,4})?)$/i;

/**
 * @param inner path below the articles folder, with "/".
 * @param rootName the name of that folder itself: a site may give its `_posts` to us.
 */
export function readRecordPath(inner: string, rootName = ""): PathFacts {
  const parts = inner.split("/");
  const above = [rootName, ...parts.slice(0, -1)];
  const fileName = parts.pop() ?? inner;
  const stem = fileName.replace(/\.[^.]+$/, "");
  const language = LANGUAGE_ENDING.exec(stem)?.[1];
  const bare = language === undefined ? stem : stem.slice(0, -language.length - 1);
  // A page bundle: the folder is the article, and `index` only holds its text.
  const isBundle = bare.toLowerCase() === "index" && parts.length > 0;
  const named = isBundle ? (parts.pop() ?? bare) : bare;
  const dated = dateOfPath(inner);
  const undated = dated === undefined ? named : dated.nameWithoutDate || named;
  const ending = language === undefined ? "" : `.${language}`;
  const name =
    ending !== "" && undated.endsWith(ending) ? undated.slice(0, -ending.length) : undated;
  const isJekyllPost = above.includes("_posts");
  return {
    folders: isJekyllPost ? parts.slice(0, Math.max(0, parts.indexOf("_posts"))) : parts,
    name,
    ...(dated === undefined ? {} : { date: dated.date }),
    ...(language === undefined
      ? {}
      : { language: Intl.getCanonicalLocales(language)[0] ?? language }),
    isJekyllPost,
    isDraft: above.includes("_drafts"),
  };
}
