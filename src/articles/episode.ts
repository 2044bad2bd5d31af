/** What makes an article an episode of a podcast, besides its recording. */
/** A part of a recording. */
export interface Chapter {
  readonly startSeconds: number;
  /** After `startSeconds`. */
  readonly endSeconds?: number;
  /** Plain text, one line. */
  readonly title?: string;
  /** A page about it: absolute. */
  readonly url?: string;
  /** Absolute. */
  readonly imageUrl?: string;
  /** Changes the picture only: lists leave it out. */
  readonly isHidden?: boolean;
}

/** Where an episode's chapters are: in a list of the record, or in a file. */
export type EpisodeChapters =
  | { readonly list: readonly Chapter[] }
  /** Absolute. */
  | { readonly url: string };

/** MIME types of transcripts, as podcast apps know them. */
export type TranscriptType =
  | "text/vtt"
  | "application/x-subrip"
  | "application/json"
  | "text/html"
  | "text/plain";

export interface Transcript {
  /** Absolute. */
  readonly url: string;
  readonly type: TranscriptType;
  /** BCP 47, where the record says so. */
  readonly language?: string;
  /** Meant to be shown in time with the recording. */
  readonly isCaptions: boolean;
}

/** Someone of the Podcast Taxonomy (https://podcasttaxonomy.com). */
export interface EpisodePerson {
  readonly name: string;
  /** In lower case: `host`, `audio engineer`. */
  readonly role: string;
  /** In lower case: `cast`, `audio production`. */
  readonly group: string;
  /** Absolute. */
  readonly imageUrl?: string;
  readonly url?: string;
}

/** A short piece of the recording that tells what the episode is like. */
export interface Soundbite {
  readonly startSeconds: number;
  readonly durationSeconds: number;
  readonly title?: string;
}

/** Under which terms the recording may be used. */
export interface PodcastLicense {
  /** An SPDX identifier in lower case, or a name of its own, which then has an address. */
  readonly name: string;
  /** Absolute. */
  readonly url?: string;
}

/** Where the conversation about an episode or a show takes place. */
export interface SocialInteract {
  /** `activitypub`, `bluesky` …, or `disabled` where none is wanted. */
  readonly protocol: string;
  readonly uri?: string;
  readonly accountId?: string;
  readonly accountUrl?: string;
}

/** Facts that only the record tells; the recording itself is `Article.recording`. */
export interface Episode {
  /** Above 0; not always whole: `100.5`. */
  readonly number?: number;
  /** What apps show instead: `Ch. 3`. */
  readonly numberShown?: string;
  /** A whole number from 1. */
  readonly season?: number;
  readonly seasonName?: string;
  readonly kind?: "full" | "trailer" | "bonus";
  /** The title without number and show, where it differs from the article's. */
  readonly title?: string;
  readonly isExplicit?: boolean;
  /** Not to be listed by directories. */
  readonly isBlocked?: boolean;
  readonly transcripts: readonly Transcript[];
  readonly chapters?: EpisodeChapters;
  /** In place of the show's, or (guests) beside them. */
  readonly persons: readonly EpisodePerson[];
  /** The record names guests only: whoever hosts the show hosts this, too. */
  readonly keepsHosts: boolean;
  readonly soundbites: readonly Soundbite[];
  readonly license?: PodcastLicense;
  readonly social: readonly SocialInteract[];
}
