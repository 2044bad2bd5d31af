/** What a run did. */
import type { HeldArticle } from "../articles/status.ts";
import type { Problem } from "../errors.ts";
import type { FeedReport } from "../publish/publish-feed.ts";

/** An item, and what readers see of it. */
export interface ItemChange {
  readonly guid: string;
  /** Not known of what was withdrawn. */
  readonly title?: string;
  readonly url?: string;
  /** The paths of the feeds that show it; of what was withdrawn, those that showed it. */
  readonly feeds: readonly string[];
}

/** What readers see of a run, each list in the order of the feeds, and bounded. */
export interface ItemChanges {
  /** Shown for the first time. */
  readonly new: readonly ItemChange[];
  /** Shown before, and changed. */
  readonly updated: readonly ItemChange[];
  /** Shown before, and not to be seen any more; what only made room for others is not here. */
  readonly withdrawn: readonly ItemChange[];
}

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
  readonly changes: ItemChanges;
  /** RFC 3339: when the clock next releases, changes or ends something, if ever. */
  readonly next?: string;
}
