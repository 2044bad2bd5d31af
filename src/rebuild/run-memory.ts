/** What a run remembers besides the index: what it found out about contents and feeds. */
import path from "node:path";
import { cacheVersion } from "../articles/cache-folder.ts";
import { digestOf } from "../articles/digests.ts";
import {
  type CacheFile,
  type HeldCaches,
  type OpenCacheFile,
  openCacheFile,
} from "../articles/pictures/cache-file.ts";
import type { Config } from "../config/config.ts";

/** Whatever changes what is remembered makes both start anew. */
const VERSION = 2;

export interface RunMemory {
  /** By the keys of articles. */
  readonly contents: CacheFile;
  /** By the paths of feeds. */
  readonly feeds: OpenCacheFile;
  readonly save: () => void;
}

export function openRunMemory({ cache, credits }: Config, held?: HeldCaches): RunMemory {
  // Whether a picture names somebody depends on nothing else of the configuration.
  const aliases = digestOf(credits.aliases ?? {});
  const contents = openCacheFile(
    path.join(cache, "contents.json"),
    `${cacheVersion(VERSION)} ${aliases}`,
    held,
  );
  const feeds = openCacheFile(path.join(cache, "feeds.json"), cacheVersion(VERSION), held);
  return {
    ...{ contents, feeds },
    save: () => {
      contents.save();
      feeds.save();
    },
  };
}
