/** The formats a feed can be published in. A new one is a file and a row here. */
import type { Feed } from "../feeds/feed.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

export interface Format {
  /** As the configuration names it, and the key of its address in `feedLinks`. */
  readonly name: string;
  /** The ending of its files, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Pure: the same feed gives the same text, and the feed is left as it was. */
  readonly render: (feed: Feed) => string;
}

/** In the order in which they are offered to readers: the first is the main one. */
export const formats: readonly Format[] = [
  { name: "rss", extension: "rss", mediaType: "application/rss+xml", render: renderRss },
  { name: "atom", extension: "atom", mediaType: "application/atom+xml", render: renderAtom },
  { name: "json", extension: "json", mediaType: "application/feed+json", render: renderJsonFeed },
];
