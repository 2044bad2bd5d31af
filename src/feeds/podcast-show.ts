/** The show: what its configuration says, and what stands for the keys that it leaves out. */
import { absoluteAddress, encodedPath } from "../articles/addresses.ts";
import { licenseOf } from "../articles/episodes/fields.ts";
import type { Config } from "../config/config.ts";
import type { PodcastConfig } from "../config/podcast.ts";
import type { Artwork } from "./podcast-checks.ts";
import type { PodcastShow } from "./podcast-facts.ts";
import { podcastGuid } from "./podcast-guid.ts";
import { cutName } from "./podcast-limits.ts";
import type { PodcastSources } from "./podcast-sources.ts";
import type { Selection } from "./select.ts";

/** Undefined where neither the podcast nor the site names a picture. */
export function artworkOf(
  podcast: PodcastConfig,
  selection: Selection,
  { config, pictures }: Pick<PodcastSources, "config" | "pictures">,
): Artwork | undefined {
  const { site } = config;
  const given = podcast.image ?? selection.image;
  const url = given === undefined ? undefined : absoluteAddress(given, site.url);
  if (url === undefined) return undefined;
  const [article] = selection.articles;
  const facts = article === undefined ? undefined : pictures.factsOf(url, article);
  return { url, ...(facts === undefined ? {} : { facts }) };
}

/**
 * The path of the feed that people subscribe to, as addresses have it: its archive documents share
 * its guid, and the files beside it.
 */
export function addressPath({ archive, path }: Selection): string {
  return encodedPath(archive?.current ?? path);
}

export function showOf(
  podcast: PodcastConfig,
  imageUrl: string | undefined,
  selection: Selection,
  { site, feedsUrl }: Config,
): PodcastShow {
  const author: { readonly name?: string; readonly email?: string | undefined } = site.author ?? {};
  const email = podcast.owner?.email ?? author.email;
  const ownerName = podcast.owner?.name ?? author.name;
  const license = licenseOf(podcast.license, site.url);
  // Of the feeds that `each` makes, no two can be one podcast.
  const guid = selection.isGroup ? undefined : podcast.guid;
  return {
    guid: guid ?? podcastGuid(new URL(`${addressPath(selection)}.rss`, feedsUrl).href),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    author: cutName(podcast.author ?? author.name ?? site.title),
    ...(email === undefined
      ? {}
      : { owner: { email, ...(ownerName === undefined ? {} : { name: cutName(ownerName) }) } }),
    categories: podcast.category,
    ...{ isExplicit: podcast.explicit, type: podcast.type },
    ...{ isComplete: podcast.complete, isBlocked: podcast.block },
    ...(podcast.newFeedUrl === undefined ? {} : { newFeedUrl: podcast.newFeedUrl }),
    ...(podcast.locked === undefined ? {} : { isLocked: podcast.locked }),
    ...{ funding: podcast.funding, persons: podcast.persons, medium: podcast.medium },
    ...{ txt: podcast.txt, podroll: podcast.podroll },
    ...(license === undefined ? {} : { license }),
    social: podcast.social.map(({ protocol, uri, accountId, accountUrl }) => ({
      protocol,
      ...(uri === undefined ? {} : { uri }),
      ...(accountId === undefined ? {} : { accountId }),
      ...(accountUrl === undefined ? {} : { accountUrl }),
    })),
  };
}
