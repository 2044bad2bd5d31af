/**
 * What a directory would refuse, said before it does: the requirements of Apple Podcasts
 * (https://podcasters.apple.com/support/823-podcast-requirements), which the others follow.
 */
import { percentDecoded } from "../articles/addresses.ts";
import type { ArticleHead, Recording } from "../articles/article.ts";
import type { PictureFacts } from "../articles/pictures/picture-facts.ts";
import type { Fault } from "../errors.ts";
import type { PodcastEpisode, PodcastShow } from "./podcast-facts.ts";
import { MOST_SUMMARY_BYTES } from "./podcast-limits.ts";

/** Pixels of either side. */
const LEAST_ARTWORK = 1_400;
const MOST_ARTWORK = 3_000;

/** Apple's types, with the endings that names of files should have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  "audio/mpeg": ["mp3"],
  "audio/x-m4a": ["m4a", "m4b", "mp4"],
  "video/mp4": ["mp4", "m4v"],
  "video/x-m4v": ["m4v", "mp4"],
  "video/quicktime": ["mov"],
  "application/pdf": ["pdf"],
};
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
};

export interface Artwork {
  readonly url: string;
  /** Undefined where nobody could look at it. */
  readonly facts?: PictureFacts;
}

export interface ShowFacts {
  readonly show: PodcastShow;
  readonly artwork: Artwork | undefined;
  readonly description: string;
  readonly language: string;
  readonly episodes: number;
}

export function faultsOfShow(facts: ShowFacts): readonly Fault[] {
  const { show, artwork, description, language } = facts;
  const faults: Fault[] = [];
  const say = (field: string, reason: string, remedy: string): void => {
    faults.push({ field, reason, remedy });
  };
  if (artwork === undefined) {
    say("podcast.image", "no artwork", "name a square JPEG or PNG of 1400 to 3000 pixels");
  } else {
    for (const fault of faultsOfArtwork(artwork)) say("podcast.image", fault.reason, fault.remedy);
  }
  if (show.categories.length === 0) {
    say("podcast.category", "no category", 'add one of Apple\'s, such as "News > Daily News"');
  }
  if (show.owner === undefined) {
    const remedy = "add owner: { name: …, email: … }; directories write there to verify the feed";
    say("podcast.owner", "no owner with an e-mail address", remedy);
  }
  if (show.author === undefined) {
    say("podcast.author", "no author", "name who makes the show");
  }
  if (Buffer.byteLength(description) > MOST_SUMMARY_BYTES) {
    const reason = `the description is longer than ${MOST_SUMMARY_BYTES} bytes, and is cut`;
    say("description", reason, "shorten it");
  }
  if (!/^[a-z]{2}(?:-[a-z]{2})?$/i.test(language)) {
    const reason = `"${language}" is no language that Apple knows`;
    say("language", reason, 'write two letters, such as "id" or "pt-BR"');
  }
  if (facts.episodes === 0) {
    say("audio", "no episode", "give an article of this feed an audio file");
  }
  return faults;
}

/** One fault at a time: whoever mends it looks again. */
export function faultsOfArtwork({ url, facts }: Artwork): readonly Fault[] {
  const ending = endingOf(url);
  if (facts === undefined) {
    if (Object.values(ENDINGS).flat().includes(ending)) return [];
    return [artworkFault(`its name ends neither in .jpg nor in .png: ${url}`)];
  }
  const { type, width = 0, height = 0, colours } = facts;
  const endings = ENDINGS[type];
  if (endings === undefined) return [artworkFault(`is ${type}, which podcast apps do not show`)];
  if (!endings.includes(ending)) {
    const reason = `is ${type}, but its name ends in "${ending}"`;
    return [{ reason, remedy: `rename it to end in .${endings[0]}` }];
  }
  if (width !== height) return [artworkFault(`is ${width} × ${height} pixels, not square`)];
  if (width < LEAST_ARTWORK || width > MOST_ARTWORK) {
    return [artworkFault(`is ${width} × ${height} pixels; directories take 1400 to 3000`)];
  }
  return colours === undefined ? [] : [artworkFault(`is ${colours}`)];
}

function artworkFault(reason: string): Fault {
  return { reason, remedy: "publish a square RGB JPEG or PNG of 1400 to 3000 pixels" };
}

/** @param showType of a serial, episodes have numbers. */
export function faultsOfEpisode(
  episode: PodcastEpisode,
  recording: Recording,
  showType: PodcastShow["type"],
): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (field: string, reason: string, remedy: string): void => {
    faults.push({ field, reason, remedy });
  };
  const { url, type, bytes } = recording;
  const endings = TYPES[type];
  const ending = endingOf(url);
  const name = url.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
  if (endings === undefined) {
    say("audio", `${name} is ${type}, which Apple does not take`, "publish an MP3 or M4A");
  } else if (!endings.includes(ending)) {
    say("audio", `${name} is ${type}, which its name does not say`, `end it in .${endings[0]}`);
  }
  if (/%[89a-f]/i.test(name)) {
    say("audio", `${percentDecoded(name)} is no ASCII name`, "rename the file to letters a to z");
  }
  if (bytes === undefined) {
    const remedy = "add audio_length with its bytes, or keep the file in this project";
    say("audio", `nobody knows how long ${name} is`, remedy);
  }
  if (episode.durationSeconds === undefined) {
    say("duration", "no duration", 'add one, such as "31:05"');
  }
  if (showType === "serial" && episode.kind === "full" && episode.number === undefined) {
    say("episode", "an episode of a serial has no number", "add episode: 1, 2, …");
  }
  return faults;
}

interface Numbered {
  readonly article: ArticleHead;
  readonly episode: PodcastEpisode;
}

/** Two full episodes of one season with one number: the later one of the list is told. */
export function repeatedNumbers(
  episodes: readonly Numbered[],
): readonly { readonly article: ArticleHead; readonly fault: Fault }[] {
  const holders = new Map<string, ArticleHead>();
  return episodes.flatMap(({ article, episode }) => {
    const { number, season, kind } = episode;
    if (number === undefined || kind !== "full") return [];
    const key = `${season ?? ""} ${number}`;
    const holder = holders.get(key);
    if (holder === undefined) {
      holders.set(key, article);
      return [];
    }
    const reason = `${number} is the number of ${holder.key}, too`;
    return [{ article, fault: { field: "episode", reason, remedy: "give one of them another" } }];
  });
}

function endingOf(url: string): string {
  return /\.([a-z0-9]{1,5})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
