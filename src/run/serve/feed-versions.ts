/** Versions of feeds that readers may have, as sets of digests of items; for RFC 3229 deltas. */

export interface FeedVersions {
  /** @param tag the entity tag of the version, without quotes and coding. */
  readonly remember: (path: string, tag: string, digests: readonly string[]) => void;
  /** The digests of the items that a version had; undefined where it is not remembered. */
  readonly of: (path: string, tag: string) => ReadonlySet<string> | undefined;
}

/** Readers ask every hour or two; a busy feed changes less often than that. */
const VERSIONS_OF_FEED = 16;
/** About 80 bytes each. */
const MAX_DIGESTS = 200_000;

export function openFeedVersions(limits = { versions: VERSIONS_OF_FEED, digests: MAX_DIGESTS }) {
  const feeds = new Map<string, Map<string, ReadonlySet<string>>>();
  let held = 0;
  const forgetOldest = (path: string, versions: Map<string, ReadonlySet<string>>) => {
    for (const [tag, digests] of versions) {
      versions.delete(tag);
      held -= digests.size;
      break;
    }
    if (versions.size === 0) feeds.delete(path);
  };
  const memory: FeedVersions = {
    remember: (path, tag, digests) => {
      const versions = feeds.get(path) ?? new Map<string, ReadonlySet<string>>();
      const known = versions.get(tag);
      // Kept in the order of last use: the first is the first to go.
      feeds.delete(path);
      versions.delete(tag);
      const set = known ?? new Set(digests);
      if (known === undefined) held += set.size;
      versions.set(tag, set);
      feeds.set(path, versions);
      while (versions.size > limits.versions) forgetOldest(path, versions);
      for (const [oldest, its] of feeds) {
        while (held > limits.digests && its.size > 0) forgetOldest(oldest, its);
        if (held <= limits.digests) break;
      }
    },
    of: (path, tag) => feeds.get(path)?.get(tag),
  };
  return memory;
}
