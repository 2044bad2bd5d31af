/** feedwright as a library: the job itself, its configuration, and the renderers. */

export type { Article, Content, Credit, Image, Person } from "./articles/article.ts";
export { type Config, checkConfig } from "./config/config.ts";
export { readConfig } from "./config/config-file.ts";
export { OperationalError, type Problem } from "./errors.ts";
export type {
  Author,
  Category,
  Enclosure,
  Extension,
  FeedOptions,
  Item,
} from "./feeds/feed.ts";
export { renderAtom } from "./formats/atom.ts";
export { Feed } from "./formats/feed-class.ts";
export { type Format, formats } from "./formats/formats.ts";
export { renderJsonFeed } from "./formats/json-feed.ts";
export { renderRss } from "./formats/rss.ts";
export type { FeedReport } from "./publish/publish-feed.ts";
export { type PublishOptions, publishFeeds } from "./publish-feeds.ts";
export type { ItemChange, ItemChanges, PublishReport } from "./rebuild/publish-report.ts";
export { openWarm, type Warm } from "./rebuild/warm.ts";
