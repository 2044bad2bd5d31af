/**
 * Feeds that a run is not for. They stay as they were published, but what must leave leaves at
 * once: a feed that shows an article that may not be seen any more is published by every run.
 */
import type { Config } from "../config/config.ts";
import { type Archives, archivePath } from "../feeds/archives.ts";
import type { Selection } from "../feeds/select.ts";
import type { FeedMemory, PublishedFeed } from "../publish/feed-memory.ts";
import type { Folder } from "../publish/folder.ts";
import type { Site } from "../site.ts";

/** A document of a feed that was left as it is. */
interface LeftDocument {
  /** With the articles that it shows. */
  readonly feed: Selection;
  readonly fingerprint: string;
  readonly known: PublishedFeed;
}

export interface Leaving {
  /** The feed's documents; undefined where it is to be published. */
  readonly leave: (feed: Selection) => readonly LeftDocument[] | undefined;
  /** Groups that no article is in any more: their documents go when a run is for them. */
  readonly leaveGroups: (feeds: readonly Selection[]) => LeftGroups;
  /** Names of the feeds of which something was left. */
  readonly left: ReadonlySet<string>;
}

interface LeftGroups {
  readonly documents: readonly PublishedFeed[];
  readonly archives: ReadonlyMap<string, Archives>;
}

export interface LeavingSources {
  readonly config: Config;
  readonly site: Pick<Site, "articles">;
  readonly feeds: FeedMemory;
  readonly destination: { readonly folder: Pick<Folder, "keep"> };
  readonly archives: ReadonlyMap<string, Archives>;
  /** Whether the run is for a feed of the configuration, by name. */
  readonly isDue: (name: string) => boolean;
}

export function openLeaving(sources: LeavingSources): Leaving {
  const { config, site, feeds, destination, archives, isDue } = sources;
  const left = new Set<string>();
  let guids: ReadonlySet<string> | undefined;
  const maySee = (guid: string): boolean => {
    guids ??= new Set(site.articles.map((article) => article.guid));
    return guids.has(guid);
  };
  const leaveAt = (name: string, path: string): readonly PublishedFeed[] | undefined => {
    const documents = documentPaths(path, archives).flatMap((one) => feeds.lastOf(one) ?? []);
    if (documents.length <= (archives.get(path)?.length ?? 0)) return undefined;
    if (!documents.every(({ shows }) => shows.every(([guid]) => maySee(guid)))) return undefined;
    for (const file of documents.flatMap(({ files }) => files)) destination.folder.keep(file);
    left.add(name);
    return documents;
  };
  return {
    left,
    leave: (feed) => {
      if (isDue(feed.name)) return undefined;
      return leaveAt(feed.name, feed.path)?.map((known) => leftDocument(feed, known));
    },
    leaveGroups: (selections) => {
      const taken = new Set(
        selections.flatMap(({ path }) => documentPaths(path, archives)).map(caseless),
      );
      const groups = [...feeds.before].filter(([path, { name }]) => {
        return config.feeds[name]?.each !== undefined && !isDue(name) && !taken.has(caseless(path));
      });
      // An archive document goes with the feed that it is of.
      const parts = new Set(groups.flatMap(([path]) => documentPaths(path, archives).slice(1)));
      const kept = groups
        .filter(([path]) => !parts.has(path))
        .flatMap(([path, { name }]) => {
          const documents = leaveAt(name, path);
          return documents === undefined ? [] : [{ path, documents }];
        })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
      return {
        documents: kept.flatMap(({ documents }) => documents),
        archives: new Map(
          kept.flatMap(({ path }) => {
            const given = archives.get(path);
            return given === undefined ? [] : [[path, given] as const];
          }),
        ),
      };
    },
  };
}

/** The subscription document, and the archive documents that it has been given. */
function documentPaths(path: string, archives: ReadonlyMap<string, Archives>): readonly string[] {
  return [path, ...(archives.get(path) ?? []).map((_, at) => archivePath({ path }, at))];
}

function leftDocument(feed: Selection, known: PublishedFeed): LeftDocument {
  const { report, shows, fingerprint } = known;
  const guids = new Set(shows.map(([guid]) => guid));
  const articles = feed.articles.filter(({ guid }) => guids.has(guid));
  const isArchive = report.path !== feed.path;
  const { archive: _, ...rest } = feed;
  const place = isArchive ? { archive: { isArchive, current: feed.path } } : {};
  return { feed: { ...rest, ...place, path: report.path, articles }, fingerprint, known };
}

/** Some file systems know no case. */
function caseless(path: string): string {
  return path.toLowerCase();
}
