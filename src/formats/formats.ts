/** The formats a feed can be published in. A new one is a file and a row here. */
import type { Feed } from "../feeds/feed.ts";
import type { PageLook } from "../feeds/page-settings.ts";
import { atomPieces, renderAtom } from "./atom.ts";
import { renderHtmlIndex } from "./html-index.ts";
import { renderHtmlPage } from "./html-page.ts";
import { jsonFeedPieces, renderJsonFeed } from "./json-feed.ts";
import { renderNewsSitemap } from "./news-sitemap.ts";
import { renderOpml } from "./opml.ts";
import { type Asset, pageAssets } from "./page/assets.ts";
import { INDEX_PATH } from "./page/masthead.ts";
import { renderRss, rssPieces } from "./rss.ts";
import { encodePieces, type Pieces } from "./utf8.ts";

export interface Format {
  /** As the configuration names it, and the key of its address in `feedLinks`. */
  readonly name: string;
  /** The ending of its files, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Pure: the same feed gives the same text, and the feed is left as it was. */
  readonly render: (feed: Feed) => string;
  /** The same text in pieces, where feeds can share the pieces of an item. */
  readonly renderPieces?: (feed: Feed) => Pieces;
  /** What its readers take: only so many days back, and no more than so many items. */
  readonly takes?: { readonly days: number; readonly items: number };
}

/** A format of which there is one document, about all feeds. */
export interface SiteFormat {
  readonly name: string;
  /** Below the output folder. */
  readonly path: string;
  readonly mediaType: string;
  /** Pure. */
  readonly render: (feeds: readonly Feed[], title: string) => string;
  /** Files that its documents, and those of the format of the same name, name by relative links. */
  readonly assets?: (look: PageLook) => readonly Asset[];
}

/** In the order in which they are offered to readers: the first is the main one. */
export const formats: readonly Format[] = [
  {
    ...{ name: "rss", extension: "rss", mediaType: "application/rss+xml" },
    ...{ render: renderRss, renderPieces: rssPieces },
  },
  {
    ...{ name: "atom", extension: "atom", mediaType: "application/atom+xml" },
    ...{ render: renderAtom, renderPieces: atomPieces },
  },
  {
    ...{ name: "json", extension: "json", mediaType: "application/feed+json" },
    ...{ render: renderJsonFeed, renderPieces: jsonFeedPieces },
  },
  {
    ...{ name: "news-sitemap", extension: "news.xml", mediaType: "application/xml" },
    ...{ render: renderNewsSitemap, takes: { days: 2, items: 1000 } },
  },
  { name: "html", extension: "html", mediaType: "text/html", render: renderHtmlPage },
];

export const siteFormats: readonly SiteFormat[] = [
  { name: "opml", path: "feeds.opml", mediaType: "text/x-opml", render: renderOpml },
  {
    ...{ name: "html", path: INDEX_PATH, mediaType: "text/html", render: renderHtmlIndex },
    assets: (look) => Object.values(pageAssets(look)),
  },
];

/** The document in UTF-8: the bytes of what `render` gives, without making a string of them. */
export function renderBytes(format: Format, feed: Feed): Buffer {
  return encodePieces(format.renderPieces?.(feed) ?? [format.render(feed)]);
}
