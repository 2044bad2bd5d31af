/** The stored site that a configuration points at: its records, and the files of its pictures. */
import path from "node:path";
import { type FindFile, findFilesWithin } from "./articles/local-files.ts";
import { openPictures, type Pictures } from "./articles/pictures/pictures.ts";
import { type ArticlesRead, readArticles } from "./articles/read-articles.ts";
import { openRecordings, type Recordings } from "./articles/recordings/recordings.ts";
import type { Config } from "./config/config.ts";

export interface Site extends ArticlesRead {
  readonly pictures: Pictures;
  readonly recordings: Recordings;
  readonly findFile: FindFile;
  /** How messages name an article's record, given its key or path. */
  readonly recordAt: (inner: string) => string;
}

/**
 * Reads every record; pictures are opened when somebody asks for them.
 *
 * @throws OperationalError where the folder of articles cannot be read or is empty.
 */
export function openSite(config: Config, now: Date): Site {
  const { site, articles: folder, images } = config;
  const recordAt = (inner: string) => path.join(shownPath(folder), inner);
  const findFile = findFilesWithin({
    ...{ project: config.folder, articles: folder, siteUrl: site.url, folders: images.folders },
  });
  const read = readArticles({
    folder,
    ignore: config.ignore,
    excluded: [config.output, config.cache],
    shownAs: recordAt,
    siteTitle: site.title,
    siteUrl: site.url,
    language: site.language,
    timeZone: site.timezone,
    ...(config.permalink === undefined ? {} : { permalink: config.permalink }),
    missingDate: config.missingDate,
    nowMs: now.getTime(),
    findFile,
  });
  const pictures = openPictures({
    ...{ findFile, cache: config.cache, shownAs: shownPath },
    ...{ probe: images.probe, allowedHosts: images.allow, nowMs: now.getTime() },
  });
  const recordings = openRecordings({
    ...{ findFile, cache: config.cache, shownAs: shownPath, recordAt },
  });
  return { ...read, pictures, recordings, findFile, recordAt };
}

/** Relative to where the command runs, as people type it; absolute where that is shorter. */
export function shownPath(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith("..") ? absolute : relative;
}
