/** What readers see of each article: a body is parsed once, however many feeds show it. */
import type { Content } from "../articles/article.ts";
import { detached } from "../articles/detached.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { CacheFile } from "../articles/pictures/cache-file.ts";
import type { Pictures } from "../articles/pictures/pictures.ts";
import type { Stories } from "../articles/stories.ts";
import type { Config } from "../config/config.ts";
import {
  type ContentFound,
  type ContentKind,
  kindOf,
  type MissingPolicy,
  openContentFinder,
} from "./article-content.ts";
import { type ContentFacts, isRememberedContent } from "./content-facts.ts";

export interface Contents {
  /** What is known of an article's content; its body is parsed only where no run has done so. */
  readonly factsOf: (article: IndexedArticle) => ContentFacts;
  /** @throws Error where there is none; `factsOf` tells beforehand. */
  readonly of: (article: IndexedArticle, missing: MissingPolicy) => Content;
  /** Lets go of what was parsed of an article. */
  readonly drop: (article: IndexedArticle) => void;
  /** Lets go of everything: what pictures tell has changed. */
  readonly reset: () => void;
}

export interface ContentSources {
  readonly config: Config;
  readonly stories: Pick<Stories, "of">;
  readonly pictures: Pick<Pictures, "factsOf" | "stateOf" | "isFaulty">;
  readonly cache: Pick<CacheFile, "get" | "set">;
}

export function openContents(sources: ContentSources): Contents {
  const { config, stories, pictures, cache } = sources;
  const facts = new Map<string, ContentFacts>();
  const contents = new Map<string, Map<ContentKind, ContentFound>>();
  const find = openContentFinder(config, pictures);
  const outsideOf = (article: IndexedArticle, urls: readonly string[]) =>
    urls.map((url) => pictures.stateOf(url, article)).join("\n");

  const learn = (article: IndexedArticle, found: ContentFound): void => {
    const { fault, isLost, uncredited, asked, faulty } = found;
    const outside = outsideOf(article, asked);
    // It outlives what was parsed, and holds addresses that were cut out of it.
    const known = detached({ uncredited, outside, ...(fault === undefined ? {} : { fault }) });
    facts.set(article.key, isLost === true ? { ...known, isLost } : known);
    if (isLost === true) return;
    cache.set(article.key, { ...known, digest: article.digest, ...detached({ asked, faulty }) });
  };
  const foundOf = (article: IndexedArticle, kind: ContentKind): ContentFound => {
    const kinds = contents.get(article.key) ?? new Map<ContentKind, ContentFound>();
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const found = find(() => stories.of(article), kind);
    contents.set(article.key, kinds.set(kind, found));
    if (!facts.has(article.key)) learn(article, found);
    return found;
  };
  const remembered = (article: IndexedArticle): ContentFacts | undefined => {
    const known = cache.get(article.key);
    if (!isRememberedContent(known) || known.digest !== article.digest) return undefined;
    if (outsideOf(article, known.asked) !== known.outside) return undefined;
    for (const url of known.faulty) pictures.factsOf(url, article);
    return known;
  };
  return {
    factsOf: (article) => {
      const known = facts.get(article.key) ?? remembered(article);
      if (known === undefined) foundOf(article, "shown");
      else facts.set(article.key, known);
      return known ?? facts.get(article.key) ?? { uncredited: [], outside: "" };
    },
    of: (article, missing) => {
      const { content, fault } = foundOf(article, kindOf(missing));
      if (content === undefined) throw new Error(fault?.reason);
      return content;
    },
    drop: (article) => contents.delete(article.key),
    reset: () => {
      facts.clear();
      contents.clear();
    },
  };
}
