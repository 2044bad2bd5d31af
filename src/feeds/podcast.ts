/**
 * A feed becomes a podcast: the show's facts are put on the feed, each episode's on its item, and
 * the files that go with them are made ready. What a directory would refuse is reported.
 */
import type { Problem } from "../errors.ts";
import type { Feed } from "./feed.ts";
import { faultsOfShow } from "./podcast-checks.ts";
import { episodesOf } from "./podcast-episodes.ts";
import type { FeedFile } from "./podcast-facts.ts";
import { cutToBytes, MOST_SUMMARY_BYTES } from "./podcast-limits.ts";
import { artworkOf, showOf } from "./podcast-show.ts";
import type { PodcastSources } from "./podcast-sources.ts";
import type { Selection } from "./select.ts";

export interface PodcastMade {
  readonly feed: Feed;
  /** To be published beside its documents. */
  readonly files: readonly FeedFile[];
  readonly problems: readonly Problem[];
}

/**
 * The feed as a podcast; as it is where its configuration does not say that it is one.
 *
 * @param feed composed of the selection: an item for each of its articles, in their order.
 */
export function composePodcast(
  selection: Selection,
  feed: Feed,
  sources: PodcastSources,
): PodcastMade {
  const { podcast } = selection;
  if (podcast === undefined) return { feed, files: [], problems: [] };
  const artwork = artworkOf(podcast, selection, sources);
  const show = showOf(podcast, artwork?.url, selection, sources.config);
  const made = episodesOf(selection, feed, show, sources);
  const description = cutToBytes(selection.description, MOST_SUMMARY_BYTES);
  const { author, copyright } = podcast;
  const options = {
    ...feed.options,
    description,
    ...(podcast.link === undefined ? {} : { link: podcast.link }),
    ...(author === undefined ? {} : { author: { ...feed.options.author, name: author } }),
    ...(copyright === undefined ? {} : { copyright }),
    ...(show.imageUrl === undefined ? {} : { image: show.imageUrl }),
    show,
  };
  // An archive document repeats the show: once is enough to hear what is wrong with it.
  const showFaults = selection.archive?.isArchive
    ? []
    : faultsOfShow({
        ...{ show, artwork, language: selection.language, episodes: made.items.length },
        description: selection.description,
      });
  return {
    feed: { ...feed, options, items: made.items },
    files: made.files,
    problems: [...showFaults.map((fault) => ({ file: sources.shown, ...fault })), ...made.problems],
  };
}

/**
 * Asks for the pictures that `composePodcast` will ask for, besides those of the contents: those on
 * the web must be fetched.
 */
export function expectPodcast(
  selection: Selection,
  sources: Pick<PodcastSources, "config" | "pictures">,
): void {
  const { podcast } = selection;
  if (podcast === undefined) return;
  artworkOf(podcast, selection, sources);
  for (const article of selection.articles) {
    const url = article.recording?.artwork?.url;
    if (url !== undefined) sources.pictures.factsOf(url, article);
  }
}
