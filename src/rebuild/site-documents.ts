/** Documents about all feeds together: the list of subscriptions, the page that names every feed. */

import type { Config } from "../config/config.ts";
import { composeHead } from "../feeds/compose.ts";
import type { Feed } from "../feeds/feed.ts";
import type { FeedMedia, FeedPlacing } from "../feeds/media/feed-media.ts";
import { composePodcast } from "../feeds/podcast.ts";
import type { Selection } from "../feeds/select.ts";
import { siteFormats } from "../formats/formats.ts";
import { isPathTaken } from "../publish/page-assets.ts";
import { type Destination, type FeedPublished, publishSite } from "../publish/publish-feed.ts";
import type { Site } from "../site.ts";
import { endings } from "./feed-run.ts";
import type { CopyMedia } from "./media-copies.ts";

export interface SiteDocumentSources {
  readonly config: Config;
  readonly site: Site;
  readonly destination: Destination;
  readonly media: FeedMedia;
  readonly copyMedia: CopyMedia;
}

export async function publishSiteDocuments(
  selections: readonly Selection[],
  { config, site, destination, media: openMedia, copyMedia }: SiteDocumentSources,
): Promise<readonly FeedPublished[]> {
  const published: FeedPublished[] = [];
  for (const format of siteFormats) {
    const listed = selections.filter(({ formats: names }) => names.includes(format.name));
    if (listed.length === 0 || isPathTaken(format, listed)) continue;
    const media = openMedia(site.findFile);
    const heads = listed.map((feed) => headOf(feed, media, { config, site }));
    const changing = await copyMedia(media.files());
    const list = { feeds: heads, title: config.site.title, changing };
    published.push(await publishSite(format, list, destination));
  }
  return published;
}

/** A list of feeds wants no items, and many are too many to keep. */
function headOf(
  feed: Selection,
  media: FeedPlacing,
  { config, site }: Pick<SiteDocumentSources, "config" | "site">,
): Feed {
  const selection = { ...feed, articles: [], withdrawn: [] };
  const sources = { ...site, config, shown: "", addressOf: media.addressOf };
  const head = composeHead(selection, config, endings);
  return media.place(composePodcast(selection, head, sources).feed, [], []);
}
