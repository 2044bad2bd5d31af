/** The files of this project that feeds show, and where they go. */
import { encodedPath } from "../../articles/addresses.ts";
import type { ArticlePlace, FindFile } from "../../articles/local-files.ts";
import type { Config } from "../../config/config.ts";
import type { Feed } from "../feed.ts";
import type { FeedFile } from "../podcast-facts.ts";
import { type MediaSources, openMediaPlaces } from "./media-places.ts";
import { type FeedPlaced, placeMedia } from "./place-media.ts";

export interface FeedMedia {
  /**
   * @param articles those of the items, in their order.
   * @param findFile is asked for every file, so that it can be noted.
   * @param made what goes out beside the feed already.
   */
  readonly place: (
    feed: Feed,
    articles: readonly ArticlePlace[],
    findFile: FindFile,
    made: readonly Pick<FeedFile, "path">[],
  ) => FeedPlaced;
}

export function openFeedMedia(config: Config, digestOf: MediaSources["digestOf"]): FeedMedia {
  const site = { url: config.site.url, recordPath: "" };
  return {
    place: (feed, articles, findFile, made) => {
      const urls = made.map((file) => new URL(encodedPath(file.path), config.feedsUrl).href);
      const media = openMediaPlaces({ config, findFile, digestOf, made: new Set(urls) });
      return placeMedia(feed, articles, { media, site });
    },
  };
}
