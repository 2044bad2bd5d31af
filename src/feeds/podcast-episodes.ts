/** The articles of a podcast as episodes: their items, and the files that go with them. */
import type { ArticleHead, Image, Recording } from "../articles/article.ts";
import { creditText, isCredited } from "../articles/credits/credit.ts";
import type { Episode, EpisodePerson } from "../articles/episode.ts";
import type { PictureFacts } from "../articles/pictures/picture-facts.ts";
import { htmlOfText } from "../articles/plain-text.ts";
import type { EmbeddedArt } from "../articles/recordings/recording-facts.ts";
import type { Fault, Problem } from "../errors.ts";
import type { Feed, Item } from "./feed.ts";
import {
  type Artwork,
  faultsOfArtwork,
  faultsOfEpisode,
  repeatedNumbers,
} from "./podcast-checks.ts";
import type { FeedFile, PodcastEpisode, PodcastShow } from "./podcast-facts.ts";
import { type EpisodeFiles, fileNames, filesOfEpisode } from "./podcast-files.ts";
import { cutName, cutToBytes, MOST_SUMMARY_BYTES } from "./podcast-limits.ts";
import { addressPath } from "./podcast-show.ts";
import type { PodcastSources } from "./podcast-sources.ts";
import type { Selection } from "./select.ts";

export interface EpisodesMade {
  readonly items: readonly Item[];
  readonly files: readonly FeedFile[];
  readonly problems: readonly Problem[];
}

/** Articles without a recording are left out. */
export function episodesOf(
  selection: Selection,
  feed: Feed,
  show: PodcastShow,
  sources: PodcastSources,
): EpisodesMade {
  const articles = selection.articles.map(sources.stories.headOf);
  const names = fileNames(articles, selection.isArchived);
  const folder = selection.archive?.current ?? selection.path;
  const problems: Problem[] = [];
  const files: FeedFile[] = [];
  const numbered: { article: ArticleHead; episode: PodcastEpisode }[] = [];
  const report = (article: ArticleHead, faults: readonly Fault[]): void => {
    const file = sources.recordAt(article.recordPath);
    problems.push(...faults.map((fault) => ({ file, ...fault })));
  };
  const items = articles.flatMap((article, at): readonly Item[] => {
    const recording = sources.recordings.recordingOf(article);
    const item = feed.items[at];
    if (recording === undefined || item === undefined) return [];
    const lead = leadArtwork(article, item, selection, sources);
    const isCoverCredited = item.images?.some(({ url }) => url === undefined) === true;
    const made = filesOfEpisode(article, {
      path: `${folder}/${names[at]}`,
      address: new URL(`${addressPath(selection)}/${names[at]}`, sources.config.feedsUrl).href,
      showTitle: selection.title,
      ...{ findFile: sources.findFile, addressOf: sources.addressOf },
      recordings: sources.recordings,
      wantsArt: lead === undefined && (isCoverCredited || !isStrict(selection)),
    });
    const imageUrl = lead?.url ?? made.artUrl;
    const language = article.language === selection.language ? undefined : article.language;
    const episode = episodeOf(article, item, recording, { show, made, imageUrl, language });
    files.push(...made.files);
    numbered.push({ article, episode });
    report(article, [...made.faults, ...faultsOfEpisode(episode, recording, show.type)]);
    if (lead !== undefined && lead.url === recording.artwork?.url) {
      const faults = faultsOfArtwork(lead);
      report(
        article,
        faults.map((fault) => ({ field: "episode_image", ...fault })),
      );
    }
    const shown = pictureOf(lead, made.artUrl, sources.recordings.factsOf(article)?.art);
    return [episodeItem(item, recording, episode, shown)];
  });
  for (const { article, fault } of repeatedNumbers(numbered)) report(article, [fault]);
  return { items, files, problems };
}

/** Under these policies no picture is shown whose maker nobody knows: no artwork either. */
function isStrict({ missing }: Selection): boolean {
  return missing === "withhold" || missing === "placeholder";
}

/**
 * The episode's own picture: one that the record names for it, else its lead picture as the feed
 * shows it, unless that is known to be no square: apps would cut it, and Apple refuses it.
 */
function leadArtwork(
  article: ArticleHead,
  item: Item,
  selection: Selection,
  { pictures, recordings }: PodcastSources,
): Artwork | undefined {
  const artwork = recordings.recordingOf(article)?.artwork;
  if (artwork?.url !== undefined) {
    const facts = pictures.factsOf(artwork.url, article);
    const isCredited = (artwork.credit ?? facts?.credit) !== undefined;
    if (isCredited || !isStrict(selection)) return artworkOf(artwork.url, facts);
  }
  const isShown = (url: string) => item.images?.some((image) => image.url === url) === true;
  const lead = article.images.find(({ url }) => url !== undefined && isShown(url))?.url;
  if (lead === undefined) return undefined;
  const facts = pictures.factsOf(lead, article);
  const isFit = facts === undefined || /^image\/(?:jpeg|png)$/.test(facts.type);
  return isFit && facts?.width === facts?.height ? artworkOf(lead, facts) : undefined;
}

function artworkOf(url: string, facts: PictureFacts | undefined): Artwork {
  return { url, ...(facts === undefined ? {} : { facts }) };
}

interface EpisodeSurroundings {
  readonly show: PodcastShow;
  readonly made: EpisodeFiles;
  readonly imageUrl: string | undefined;
  /** Of the article, where it differs from the feed's: transcripts are taken for the feed's. */
  readonly language: string | undefined;
}

function episodeOf(
  article: ArticleHead,
  item: Item,
  { durationSeconds }: Recording,
  { show, made, imageUrl, language }: EpisodeSurroundings,
): PodcastEpisode {
  const told: Partial<Episode> = article.episode ?? {};
  const author = article.authors.map(({ name }) => name).join(", ");
  const summary = item.summary ?? "";
  const { number, numberShown, season, seasonName, isExplicit, license } = told;
  return {
    ...(told.title === undefined || told.title === article.title ? {} : { title: told.title }),
    ...(author === "" ? {} : { author: cutName(author) }),
    ...(summary === "" ? {} : { summary: cutToBytes(summary, MOST_SUMMARY_BYTES) }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(number === undefined ? {} : { number }),
    ...(numberShown === undefined ? {} : { numberShown }),
    ...(season === undefined ? {} : { season }),
    ...(seasonName === undefined ? {} : { seasonName }),
    kind: told.kind ?? "full",
    ...(isExplicit === undefined ? {} : { isExplicit }),
    isBlocked: told.isBlocked ?? false,
    ...(imageUrl === undefined ? {} : { imageUrl }),
    transcripts: made.transcripts.map((transcript) => ({
      ...(language === undefined ? {} : { language }),
      ...transcript,
    })),
    ...(made.chaptersUrl === undefined ? {} : { chaptersUrl: made.chaptersUrl }),
    persons: personsOf(told, show.persons),
    soundbites: told.soundbites ?? [],
    ...(license === undefined ? {} : { license }),
    social: told.social ?? [],
  };
}

/** An item's persons replace the channel's: whoever names only guests would lose the hosts. */
function personsOf(
  { persons = [], keepsHosts }: Partial<Episode>,
  ofShow: readonly EpisodePerson[],
): readonly EpisodePerson[] {
  if (keepsHosts !== true) return persons;
  const isNew = ({ name }: EpisodePerson) => persons.every((person) => person.name !== name);
  return [...ofShow.filter(isNew), ...persons];
}

/**
 * Most apps show the content; Apple shows the description, as HTML of 4,000 bytes at most. Notes
 * that are short enough are both.
 */
function episodeItem(
  item: Item,
  recording: Recording,
  episode: PodcastEpisode,
  shown: Shown,
): Item {
  const { url, type, bytes, durationSeconds, artwork } = recording;
  const { audio, video, ...rest } = item;
  const enclosure = {
    ...{ url, type },
    ...(bytes === undefined ? {} : { length: bytes }),
    ...(durationSeconds === undefined ? {} : { duration: durationSeconds }),
  };
  const images = imagesOf(item.images ?? [], artwork, shown);
  const added = images.slice(item.images?.length ?? 0);
  const { content = "" } = item;
  const notes = content === "" ? "" : content + added.map(creditFigure).join("");
  const isShort = notes !== "" && Buffer.byteLength(notes) <= MOST_SUMMARY_BYTES;
  const { summary, ...withoutSummary } = rest;
  return Object.freeze({
    ...(isShort ? { ...withoutSummary, description: notes } : rest),
    ...(notes === "" ? {} : { content: notes }),
    [type.startsWith("video/") ? "video" : "audio"]: enclosure,
    images,
    episode,
  });
}

/** Apps show the artwork without a word: whoever made it is named under the notes. */
function creditFigure({ credit }: Image): string {
  if (!isCredited(credit) || credit === undefined) return "";
  const words = htmlOfText(creditText(credit));
  return `\n<figure><figcaption><small>${words}</small></figcaption></figure>`;
}

/** The episode's picture with what its own file tells of it. */
function pictureOf(
  lead: Artwork | undefined,
  artUrl: string | undefined,
  art?: EmbeddedArt,
): Shown {
  if (lead !== undefined) {
    const { type, width, height, bytes, credit } = lead.facts ?? {};
    return {
      url: lead.url,
      ...(type === undefined ? {} : { type }),
      ...(width === undefined || height === undefined ? {} : { width, height }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(credit === undefined ? {} : { credit }),
    };
  }
  if (artUrl === undefined || art === undefined) return undefined;
  const { digest, ...facts } = art;
  return { url: artUrl, ...facts };
}

type Shown = (Image & { readonly url: string }) | undefined;

/** With the artwork, so that whoever made it is named, too. */
function imagesOf(
  images: readonly Image[],
  artwork: Image | undefined,
  shown: Shown,
): readonly Image[] {
  if (shown === undefined || images.some(({ url }) => url === shown.url)) return images;
  // What the record says of a picture goes before what the file says.
  if (artwork?.url === shown.url) return [...images, { ...shown, ...artwork }];
  // A credit whose picture the record does not name is that of the cover in the recording.
  const lost = images.filter(({ url }) => url === undefined);
  if (lost.length !== 1) return [...images, shown];
  return images.map((image) => (image.url === undefined ? { ...image, ...shown } : image));
}
