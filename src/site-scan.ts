/** What lies in the folder of articles of a configuration, and how messages name it. */
import path from "node:path";
import { type FolderScan, type ScanOptions, scanFolder } from "./articles/folder.ts";
import type { ArticleContext } from "./articles/read-article.ts";
import type { Config } from "./config/config.ts";

/** @throws OperationalError ARTICLES_UNREADABLE */
export function scanSite(config: Config): FolderScan {
  return scanFolder(scanOptions(config));
}

export function scanOptions(config: Config): ScanOptions {
  return {
    ...{ folder: config.articles, ignore: config.ignore },
    excluded: [config.output, config.cache],
    shownAs: recordsOf(config),
  };
}

/** How messages name a record, given its path below the articles folder. */
export function recordsOf({ articles }: Config): (inner: string) => string {
  return (inner) => path.join(shownPath(articles), inner);
}

/** Relative to where the command runs, as people type it; absolute where that is shorter. */
export function shownPath(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith("..") ? absolute : relative;
}

/** What the configuration says to the reading of every record. */
export function readingContext({ site, permalink, missingDate }: Config): ReadingContext {
  return {
    ...{ siteTitle: site.title, siteUrl: site.url, language: site.language },
    ...{ timeZone: site.timezone, missingDate },
    ...(permalink === undefined ? {} : { permalink }),
  };
}

type ReadingContext = Omit<ArticleContext, "rootName">;
