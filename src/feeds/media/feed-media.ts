/** The files of this project that feeds show, and where they go. */
import { encodedPath } from "../../articles/addresses.ts";
import type { ArticlePlace, FindFile } from "../../articles/local-files.ts";
import type { Config } from "../../config/config.ts";
import type { Feed } from "../feed.ts";
import { type MediaFile, type MediaSources, openMediaPlaces } from "./media-places.ts";
import { placeMedia } from "./place-media.ts";

/** @param findFile is asked for every file, so that it can be noted. */
export type FeedMedia = (findFile: FindFile) => FeedPlacing;

/** One feed, or the heads of several. */
export interface FeedPlacing {
  /** Where something that an article shows is published: as a copy, or where it was. */
  readonly addressOf: (url: string, article: ArticlePlace) => string;
  /**
   * The feed with every address where it leads to something.
   *
   * @param articles those of the items, by their guids.
   * @param published the paths of what goes out with the feed already.
   */
  readonly place: (
    feed: Feed,
    articles: readonly PlacedArticle[],
    published: readonly { readonly path: string }[],
  ) => Feed;
  /** All that was asked for so far, each once. */
  readonly files: () => readonly MediaFile[];
}

type PlacedArticle = ArticlePlace & { readonly guid: string };

export function openFeedMedia(config: Config, digestOf: MediaSources["digestOf"]): FeedMedia {
  const site = { url: config.site.url, recordPath: "" };
  return (findFile) => {
    const media = openMediaPlaces({ config, findFile, digestOf });
    const files = new Map<string, MediaFile>();
    const own = new Set<string>();
    const addressIn = (article: ArticlePlace, url: string, isLink: boolean) => {
      if (own.has(url)) return undefined;
      const found = media.of(url, article, isLink);
      if (found !== undefined) files.set(found.file.path, found.file);
      return found?.url;
    };
    const placeFrom =
      (article: ArticlePlace) =>
      (url: string, isLink = false) =>
        addressIn(article, url, isLink);
    return {
      addressOf: (url, article) => addressIn(article, url, false) ?? url,
      place: (feed, articles, published) => {
        if (config.media === "site") return feed;
        for (const { path } of published) own.add(new URL(encodedPath(path), config.feedsUrl).href);
        const byGuid = new Map(articles.map((article) => [article.guid, article]));
        // The feed's own pictures are named from the site's root.
        return placeMedia(feed, placeFrom(site), (guid) => {
          const article = byGuid.get(guid);
          return article === undefined ? undefined : placeFrom(article);
        });
      },
      files: () => [...files.values()],
    };
  };
}
