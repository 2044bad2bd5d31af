/**
 * What a podcast feed says beyond other feeds: a show on the feed, an episode on each item. Formats
 * that know nothing of podcasts pass over both.
 */
import type {
  EpisodePerson,
  PodcastLicense,
  SocialInteract,
  Soundbite,
  Transcript,
} from "../articles/episode.ts";
import type { PodcastCategory } from "../config/podcast-categories.ts";

export interface PodcastShow {
  /** UUID, for life. */
  readonly guid: string;
  /** Artwork: absolute. */
  readonly imageUrl?: string;
  readonly author?: string;
  readonly owner?: { readonly name?: string; readonly email: string };
  readonly categories: readonly PodcastCategory[];
  readonly isExplicit: boolean;
  readonly type: "episodic" | "serial";
  readonly isComplete: boolean;
  readonly isBlocked: boolean;
  readonly newFeedUrl?: string;
  readonly isLocked?: boolean;
  readonly funding: readonly { readonly url: string; readonly text?: string | undefined }[];
  readonly persons: readonly EpisodePerson[];
  readonly medium: string;
  readonly txt: readonly { readonly value: string; readonly purpose?: string | undefined }[];
  readonly podroll: readonly {
    readonly guid: string;
    readonly url?: string | undefined;
    readonly title?: string | undefined;
  }[];
  readonly license?: PodcastLicense;
  readonly social: readonly SocialInteract[];
}

export interface PodcastEpisode {
  /** Where it differs from the item's title. */
  readonly title?: string;
  readonly author?: string;
  /** Plain text of 4,000 bytes at most. */
  readonly summary?: string;
  /** Whole seconds. */
  readonly durationSeconds?: number;
  readonly number?: number;
  readonly numberShown?: string;
  readonly season?: number;
  readonly seasonName?: string;
  readonly kind: "full" | "trailer" | "bonus";
  readonly isExplicit?: boolean;
  readonly isBlocked: boolean;
  /** Artwork of its own: absolute. */
  readonly imageUrl?: string;
  readonly transcripts: readonly Transcript[];
  /** A JSON chapters document: absolute. */
  readonly chaptersUrl?: string;
  /** In place of the show's persons; empty where those count. */
  readonly persons: readonly EpisodePerson[];
  readonly soundbites: readonly Soundbite[];
  readonly license?: PodcastLicense;
  readonly social: readonly SocialInteract[];
}

/** A file that is published beside the documents of a feed. */
export interface FeedFile {
  /** Below the output folder. */
  readonly path: string;
  readonly bytes: Buffer;
}
