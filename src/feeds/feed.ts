/**
 * The document model: that of the npm package `feed`, plus pictures with credits. An object built
 * with that package's `Feed` class fits, and our renderers take it.
 */
import type { Author, Extension, Item as PeerItem, FeedOptions as PeerOptions } from "feed";
import type { Image } from "../articles/article.ts";

export type { Author, Category, Enclosure, Extension } from "feed";

export interface Item extends PeerItem {
  /** Every picture of the item with its credit, the lead first. */
  images?: readonly Image[];
  /** BCP 47, where it differs from the feed's. */
  language?: string;
  /** A plain text summary; `description` is taken for HTML. */
  summary?: string;
}

export interface FeedOptions extends PeerOptions {}

export interface Feed {
  readonly options: FeedOptions;
  readonly items: readonly Item[];
  readonly categories: readonly string[];
  readonly contributors: readonly Author[];
  readonly extensions: readonly Extension[];
}
