/**
 * schema.org data for search engines: the stories of a page, who made their pictures, and who
 * publishes them.
 */
import type { PageLook, PageSettings } from "../../feeds/page-settings.ts";
import type { Channel } from "../channel.ts";
import type { Entry, Person } from "../entry.ts";
import { addressOf } from "../identifiers.ts";
import { rfc3339Date } from "../instants.ts";
import type { Picture } from "../pictures.ts";
import { fitLine } from "../text.ts";
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
  readonly settings: PageSettings | undefined;
  readonly look: PageLook;
  /** Of the feed in its main format. */
  readonly feedUrl: string | undefined;
}

/** What the items of a list belong to, said once and then named by its id. */
interface Whole {
  readonly publisher: Data | undefined;
  readonly series: Data | undefined;
}

export function feedData(channel: Channel, stories: readonly Story[], facts: PageFacts): Data {
  const { self, language, settings } = facts;
  const whole = { publisher: publisherData(channel, facts), series: seriesData(channel, facts) };
  const list = stories.map((story, at) => ({
    "@type": "ListItem",
    position: at + 1,
    item: facts.isPodcast ? episodeData(story, whole) : storyData(story, whole),
  }));
  const { title, description, updatedMs, image, author, home } = channel;
  const site = addressOf(settings?.siteUrl) ?? home;
  return known({
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    ...{ name: title, description, url: self, inLanguage: language },
    dateModified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    image: image === undefined ? undefined : { "@type": "ImageObject", contentUrl: image },
    isPartOf:
      site === undefined
        ? undefined
        : known({ "@type": "WebSite", name: fitLine(settings?.siteTitle), url: site }),
    author: author === undefined ? undefined : personData(author),
    publisher: whole.publisher,
    about: whole.series,
    mainEntity: { "@type": "ItemList", itemListElement: list },
  });
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
function publisherData({ image }: Channel, facts: PageFacts): Data | undefined {
  const { settings, look, isPodcast } = facts;
  const name = fitLine(settings?.siteTitle);
  const url = addressOf(settings?.siteUrl);
  if (name === undefined || url === undefined) return undefined;
  // The picture of one topic or show is no logo.
  const isOfSite = settings?.each === undefined && !isPodcast;
  const logo = addressOf(look.logo) ?? (isOfSite ? image : undefined);
  return known({
    ...{ "@type": "Organization", "@id": `${url}#publisher`, name, url },
    logo: logo === undefined ? undefined : { "@type": "ImageObject", url: logo },
  });
}

function seriesData(channel: Channel, facts: PageFacts): Data | undefined {
  const { isPodcast, self, feedUrl } = facts;
  if (!isPodcast) return undefined;
  const { title: name, description, home: url, image } = channel;
  const id = self ?? url;
  return known({
    ...{ "@type": "PodcastSeries", "@id": id === undefined ? undefined : `${id}#series` },
    ...{ name, description, url, image, webFeed: feedUrl, inLanguage: channel.language },
  });
}

/** What was said before, by its id where it has one. */
function named(data: Data | undefined): Data | undefined {
  const id = data?.["@id"];
  return id === undefined ? data : { "@id": id };
}

function storyData(story: Story, { publisher }: Whole): Data {
  const headline = story.entry.title;
  return known({
    ...{ "@type": "NewsArticle", headline, ...commonData(story) },
    publisher: named(publisher),
  });
}

function episodeData(story: Story, { series }: Whole): Data {
  const { entry } = story;
  const recording = entry.enclosures.find(({ type }) => /^(?:audio|video)\//.test(type));
  const isVideo = recording?.type.startsWith("video/") === true;
  return known({
    "@type": "PodcastEpisode",
    name: entry.title,
    episodeNumber: entry.episode?.number,
    ...commonData(story),
    partOfSeries: named(series),
    associatedMedia:
      recording === undefined
        ? undefined
        : known({
            "@type": isVideo ? "VideoObject" : "AudioObject",
            ...{ contentUrl: recording.url, encodingFormat: recording.type },
            ...{ name: entry.title, duration: durationOf(entry, recording.durationSeconds) },
            ...(isVideo ? filmData(story, series) : {}),
          }),
  });
}

/** https://developers.google.com/search/docs/appearance/structured-data/video */
function filmData({ entry, summary, pictures }: Story, series: Data | undefined): Data {
  const { publishedMs } = entry;
  return {
    description: summary,
    uploadDate: publishedMs === undefined ? undefined : rfc3339Date(publishedMs),
    thumbnailUrl: (pictures[0] ?? entry.pictures[0])?.url ?? series?.["image"],
  };
}

/** ISO 8601, as schema.org has it. */
function durationOf({ episode }: Entry, given: number | undefined): string | undefined {
  const seconds = episode?.durationSeconds ?? given;
  return seconds === undefined ? undefined : `PT${Math.round(seconds)}S`;
}

function commonData({ entry, summary, pictures }: Story): Data {
  const { link, publishedMs, updatedMs, language, authors } = entry;
  return {
    url: link,
    datePublished: publishedMs === undefined ? undefined : rfc3339Date(publishedMs),
    dateModified: updatedMs === undefined ? undefined : rfc3339Date(updatedMs),
    inLanguage: language,
    description: summary,
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
