/** What a run did. */
import type { HeldArticle } from "../articles/status.ts";
import type { Problem } from "../errors.ts";
import type { FeedReport } from "../publish/publish-feed.ts";

/** What a run did, for people and programs (`--json`). */
export interface PublishReport {
  readonly feeds: readonly FeedReport[];
  /** How many may be seen, whether or not a feed shows them. */
  readonly articles: number;
  readonly held: readonly HeldArticle[];
  readonly setAside: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Documents that failed their check. */
  readonly failed: readonly Problem[];
  /** Documents of feeds that are no more. */
  readonly removed: readonly string[];
  /** Documents of feeds that are no more, which stay without items (`goneFeeds: empty`). */
  readonly emptied: readonly string[];
}
