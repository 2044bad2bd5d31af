/** schema.org data for search engines: the stories of a page, and who made their pictures. */
import type { Channel } from "../channel.ts";
import type { Entry, Person } from "../entry.ts";
import { summaryOf } from "../entry.ts";
import { rfc3339Date } from "../instants.ts";
import type { Picture } from "../pictures.ts";
import type { Story } from "./story.ts";

type Data = Readonly<Record<string, unknown>>;

/** Without what is not known. */
function known(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => {
      return value !== undefined && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

interface PageFacts {
  readonly self: string | undefined;
  readonly language: string;
  readonly isPodcast: boolean;
}

export function feedData(
  channel: Channel,
  stories: readonly Story[],
  { self, language, isPodcast }: PageFacts,
): Data {
  const list = stories.map((story, at) => ({
    "@type": "ListItem",
    position: at + 1,
    item: isPodcast ? episodeData(story) : storyData(story),
  }));
  const { title, description, updatedMs, image, author, home } = channel;
  return known({
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    ...{ name: title, description, url: self, inLanguage: language },
    dateModified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    image: image === undefined ? undefined : { "@type": "ImageObject", contentUrl: image },
    isPartOf: home === undefined ? undefined : { "@type": "WebSite", url: home },
    author: author === undefined ? undefined : personData(author),
    mainEntity: { "@type": "ItemList", itemListElement: list },
  });
}

function storyData(story: Story): Data {
  return known({ "@type": "Article", headline: story.entry.title, ...commonData(story) });
}

function episodeData(story: Story): Data {
  const { entry } = story;
  const recording = entry.enclosures.find(({ type }) => /^(?:audio|video)\//.test(type));
  const isVideo = recording?.type.startsWith("video/") === true;
  return known({
    "@type": "PodcastEpisode",
    name: entry.title,
    episodeNumber: entry.episode?.number,
    ...commonData(story),
    associatedMedia:
      recording === undefined
        ? undefined
        : known({
            "@type": isVideo ? "VideoObject" : "AudioObject",
            ...{ contentUrl: recording.url, encodingFormat: recording.type },
            ...{ name: entry.title, duration: durationOf(entry, recording.durationSeconds) },
          }),
  });
}

/** ISO 8601, as schema.org has it. */
function durationOf({ episode }: Entry, given: number | undefined): string | undefined {
  const seconds = episode?.durationSeconds ?? given;
  return seconds === undefined ? undefined : `PT${Math.round(seconds)}S`;
}

function commonData({ entry, pictures }: Story): Data {
  const { link, publishedMs, updatedMs, language, authors } = entry;
  return {
    url: link,
    datePublished: publishedMs === undefined ? undefined : rfc3339Date(publishedMs),
    dateModified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    inLanguage: language,
    description: summaryOf(entry),
    author: authors.map(personData),
    image: pictures.map(pictureData),
  };
}

/** Addresses for mail are not published. */
function personData({ name, url }: Person): Data {
  return known({ "@type": "Person", name, url });
}

/** https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata */
function pictureData({ url, alt, caption, width, height, credit }: Picture): Data {
  const creators = credit?.names.creators ?? [];
  const agencies = credit?.names.agencies ?? [];
  const makers = [
    ...creators.map((name) => ({ "@type": "Person", name })),
    ...(creators.length > 0 ? [] : agencies.map((name) => ({ "@type": "Organization", name }))),
  ];
  return known({
    "@type": "ImageObject",
    ...{ contentUrl: url, caption: caption ?? alt, width, height },
    creditText: credit?.creditLine ?? ([...creators, ...agencies].join("/") || undefined),
    creator: makers,
    copyrightNotice: credit?.copyrightNotice,
    license: credit?.license,
    acquireLicensePage: credit?.acquireLicensePage,
  });
}

/** @param pages the titles and addresses of pages, in their order. */
export function indexData(
  title: string,
  description: string | undefined,
  { self, language }: Pick<PageFacts, "self" | "language">,
  pages: readonly { readonly title: string; readonly url: string | undefined }[],
): Data {
  const list = pages.map(({ title: name, url }, at) =>
    known({ "@type": "ListItem", position: at + 1, name, url }),
  );
  return known({
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    ...{ name: title, description, url: self, inLanguage: language },
    mainEntity: { "@type": "ItemList", itemListElement: list },
  });
}
