/**
 * Podcasts in RSS: the elements of Apple (https://podcasters.apple.com/support/823) and of the
 * Podcast namespace (https://podcastindex.org/namespace/1.0).
 */
import type { EpisodePerson, PodcastLicense, SocialInteract } from "../articles/episode.ts";
import type { PodcastEpisode, PodcastShow } from "../feeds/podcast-facts.ts";
import { ITUNES_NAMESPACE } from "./itunes.ts";
import type { Attributes, Xml } from "./xml.ts";
import { element, emptyElement, textElement } from "./xml.ts";

/** The namespaces of both, for the root of the document. */
export const PODCAST_NAMESPACES = {
  "xmlns:itunes": ITUNES_NAMESPACE,
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
} as const satisfies Attributes;

/** Of the channel; none where it is no podcast. */
export function showElements(show: PodcastShow | undefined): readonly (Xml | undefined)[] {
  if (show === undefined) return [];
  const { owner, isLocked } = show;
  return [
    textElement("itunes:author", show.author),
    owner &&
      element("itunes:owner", [
        textElement("itunes:name", owner.name),
        textElement("itunes:email", owner.email),
      ]),
    pictureElement(show.imageUrl),
    ...show.categories.map(({ name, inner }) =>
      inner === undefined
        ? emptyElement("itunes:category", { text: name })
        : element("itunes:category", [emptyElement("itunes:category", { text: inner })], {
            text: name,
          }),
    ),
    textElement("itunes:explicit", String(show.isExplicit)),
    textElement("itunes:type", show.type),
    textElement("itunes:new-feed-url", show.newFeedUrl),
    show.isComplete ? textElement("itunes:complete", "Yes") : undefined,
    show.isBlocked ? textElement("itunes:block", "Yes") : undefined,
    textElement("podcast:guid", show.guid),
    textElement("podcast:medium", show.medium),
    isLocked === undefined
      ? undefined
      : textElement("podcast:locked", isLocked ? "yes" : "no", { owner: owner?.email }),
    ...show.funding.map(({ url, text }) => textElement("podcast:funding", text ?? url, { url })),
    ...show.persons.map(personElement),
    licenseElement(show.license),
    ...show.social.map(socialElement),
    ...show.txt.map(({ value, purpose }) => textElement("podcast:txt", value, { purpose })),
    podrollElement(show),
    show.isBlocked ? textElement("podcast:block", "yes") : undefined,
  ];
}

/** Of an item; none where it is no episode. */
export function episodeElements(episode: PodcastEpisode | undefined): readonly (Xml | undefined)[] {
  if (episode === undefined) return [];
  const { number, season, isExplicit, chaptersUrl } = episode;
  // Apple's numbers are whole; those of the Podcast namespace need not be.
  const isWhole = number !== undefined && Number.isInteger(number);
  return [
    textElement("itunes:title", episode.title),
    textElement("itunes:author", episode.author),
    textElement("itunes:summary", episode.summary),
    textElement("itunes:duration", episode.durationSeconds?.toString()),
    isWhole ? textElement("itunes:episode", String(number)) : undefined,
    textElement("itunes:season", season?.toString()),
    textElement("itunes:episodeType", episode.kind),
    isExplicit === undefined ? undefined : textElement("itunes:explicit", String(isExplicit)),
    pictureElement(episode.imageUrl),
    episode.isBlocked ? textElement("itunes:block", "Yes") : undefined,
    textElement("podcast:episode", number?.toString(), { display: episode.numberShown }),
    textElement("podcast:season", season?.toString(), { name: episode.seasonName }),
    ...episode.transcripts.map(({ url, type, language, isCaptions }) =>
      emptyElement("podcast:transcript", {
        ...{ url, type, language },
        rel: isCaptions ? "captions" : undefined,
      }),
    ),
    chaptersUrl === undefined
      ? undefined
      : emptyElement("podcast:chapters", { url: chaptersUrl, type: "application/json+chapters" }),
    ...episode.persons.map(personElement),
    ...episode.soundbites.map(({ startSeconds, durationSeconds, title }) =>
      textOrEmpty("podcast:soundbite", title, {
        startTime: startSeconds,
        duration: durationSeconds,
      }),
    ),
    licenseElement(episode.license),
    ...episode.social.map(socialElement),
  ];
}

function pictureElement(url: string | undefined): Xml | undefined {
  return url === undefined ? undefined : emptyElement("itunes:image", { href: url });
}

function personElement({ name, role, group, imageUrl, url }: EpisodePerson): Xml | undefined {
  return textElement("podcast:person", name, { role, group, img: imageUrl, href: url });
}

function licenseElement(license: PodcastLicense | undefined): Xml | undefined {
  return textElement("podcast:license", license?.name, { url: license?.url });
}

function socialElement({ protocol, uri, accountId, accountUrl }: SocialInteract): Xml {
  return emptyElement("podcast:socialInteract", { protocol, uri, accountId, accountUrl });
}

function podrollElement({ podroll }: PodcastShow): Xml | undefined {
  if (podroll.length === 0) return undefined;
  const items = podroll.map(({ guid, url, title }) =>
    emptyElement("podcast:remoteItem", { feedGuid: guid, feedUrl: url, title }),
  );
  return element("podcast:podroll", items);
}

function textOrEmpty(name: string, text: string | undefined, attributes: Attributes): Xml {
  return textElement(name, text, attributes) ?? emptyElement(name, attributes);
}
