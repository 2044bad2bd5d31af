/**
 * The document model: that of the npm package `feed`, plus pictures with credits. An object built
 * with that package's `Feed` class fits, and our renderers take it.
 */
import type { Author, Extension, Item as PeerItem, FeedOptions as PeerOptions } from "feed";
import type { Image } from "../articles/article.ts";
import type { PageSettings } from "./page-settings.ts";
import type { PodcastEpisode, PodcastShow } from "./podcast-facts.ts";

export type { Author, Category, Enclosure, Extension } from "feed";

export interface Item extends PeerItem {
  /** Every picture of the item with its credit, the lead first. */
  images?: readonly Image[];
  /** BCP 47, where it differs from the feed's. */
  language?: string;
  /** A plain text summary; `description` is taken for HTML. */
  summary?: string;
  /** Of a podcast: what the item is as an episode. */
  episode?: PodcastEpisode;
}

/** The addresses of one document of a chain, by the names of its formats, as in `feedLinks`. */
export type FeedLinks = Readonly<Record<string, string>>;

/** Where a document stands in its chain of archive documents (RFC 5005, section 4). */
export interface ArchiveLinks {
  readonly isArchive: boolean;
  /** The subscription document. */
  readonly current: FeedLinks;
  /** The document with what is older. */
  readonly previous?: FeedLinks;
  /** The document with what is newer; never of the subscription document. */
  readonly next?: FeedLinks;
}

/** An item that was withdrawn (RFC 6721). */
export interface DeletedItem {
  /** The `id` that the item had. */
  readonly id: string;
  readonly when: Date;
}

export interface FeedOptions extends PeerOptions {
  archive?: ArchiveLinks;
  /** WebSub hubs, beside `hub`. */
  hubs?: readonly string[];
  /** Of a podcast: what directories ask of it. */
  show?: PodcastShow;
  /** Of a feed that has an HTML page. */
  page?: PageSettings;
}

export interface Feed {
  /** Told by Atom only. */
  readonly deleted?: readonly DeletedItem[];
  readonly options: FeedOptions;
  readonly items: readonly Item[];
  readonly categories: readonly string[];
  readonly contributors: readonly Author[];
  readonly extensions: readonly Extension[];
}
