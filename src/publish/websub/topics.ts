/** The documents that readers subscribe to: every feed in its formats, archive documents not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { encodedPath } from "../../articles/addresses.ts";
import type { Config } from "../../config/config.ts";
import { archivePath } from "../../feeds/archives.ts";
import { MANIFEST, type Manifest, readManifest } from "../manifest.ts";
import type { FeedReport } from "../publish-feed.ts";
import type { Topic } from "./tell-hubs.ts";

/** Formats that name their hubs. */
const SUBSCRIBED = /\.(?:rss|atom|json)$/;

/** @param feeds as the last run reported them. */
export function topicsOf(
  feeds: readonly FeedReport[],
  { output, feedsUrl }: Config,
): readonly Topic[] {
  const manifest = manifestIn(output);
  const archives = archivesIn(manifest);
  return feeds
    .filter((feed) => !archives.has(feed.path))
    .flatMap(({ files }) => files)
    .flatMap((file): readonly Topic[] => {
      const digest = manifest.documents.get(file.path);
      if (digest === undefined || !SUBSCRIBED.test(file.path)) return [];
      return [{ url: new URL(encodedPath(file.path), feedsUrl).href, digest }];
    });
}

function archivesIn({ archives }: Manifest): ReadonlySet<string> {
  return new Set(
    [...archives].flatMap(([feed, documents]) =>
      documents.map((_, at) => archivePath({ path: feed }, at)),
    ),
  );
}

function manifestIn(output: string): Manifest {
  try {
    return readManifest(readFileSync(path.join(output, MANIFEST), "utf8"));
  } catch {
    return readManifest("");
  }
}
