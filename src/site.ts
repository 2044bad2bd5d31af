/** The stored site that a configuration points at: its records, and the files of its pictures. */

import type { HeldIndex } from "./articles/index/article-index.ts";
import type { IndexedFile } from "./articles/index/indexed-record.ts";
import { type HeldLedger, type Ledger, openLedger } from "./articles/ledger/ledger-file.ts";
import type { LedgerLine } from "./articles/ledger/ledger-lines.ts";
import { type FindFile, findFilesWithin, openReach } from "./articles/local-files.ts";
import type { Looked } from "./articles/looked.ts";
import type { HeldCaches } from "./articles/pictures/cache-file.ts";
import { openPictures, type Pictures } from "./articles/pictures/pictures.ts";
import {
  type ArticlesRead,
  type FolderOpened,
  openArticles,
  readOpened,
} from "./articles/read-articles.ts";
import { openRecordings, type Recordings } from "./articles/recordings/recordings.ts";
import type { Config } from "./config/config.ts";
import { readingContext, recordsOf, scanSite, shownPath } from "./site-scan.ts";

export interface Site extends ArticlesRead {
  readonly pictures: Pictures;
  readonly recordings: Recordings;
  readonly findFile: FindFile;
  /** Whether it may find anything at an address, whatever lies on the disk. */
  readonly mayFind: ReturnType<typeof openReach>;
  /** Which files and folders, besides the records, the answers depend on. */
  readonly looked: Looked;
  readonly ledger: Ledger;
  /** The ledger's lines; where it has none, what the published feeds tell. */
  readonly lines: readonly LedgerLine[];
  /** How messages name an article's record, given its key or path. */
  readonly recordAt: (inner: string) => string;
}

/** Reads files elsewhere: in threads of their own. Gives what it has read, by paths. */
type ReadAhead = (opened: FolderOpened) => Promise<ReadonlyMap<string, IndexedFile>>;

export interface SiteOptions {
  /** What the published feeds tell of their articles: asked where there is no ledger. */
  readonly published?: () => Promise<readonly LedgerLine[]>;
  readonly readAhead?: ReadAhead;
  /** Called after each file that was read. */
  readonly afterEach?: () => void;
  /** What an earlier run of this process left. */
  readonly held?: HeldSite | undefined;
}

/** What one process holds of a site between its runs: all of it is looked at before it is used. */
export interface HeldSite {
  readonly caches: HeldCaches;
  readonly index: HeldIndex;
  readonly ledger: HeldLedger;
}

/**
 * Reads what changed of the records; pictures are opened when somebody asks for them.
 *
 * @throws OperationalError where the folder of articles cannot be read or is empty.
 */
export async function openSite(
  config: Config,
  now: Date,
  scan = scanSite(config),
  { published = async () => [], readAhead, afterEach, held }: SiteOptions = {},
): Promise<Site> {
  const { articles: folder, images, site } = config;
  const recordAt = recordsOf(config);
  const looked: Looked = new Map();
  const findFile = findFilesWithin({
    ...{ project: config.folder, articles: folder, siteUrl: site.url, folders: images.folders },
    looked,
  });
  const ledger = openLedger(config.ledger, shownPath(config.ledger), held?.ledger);
  const lines = ledger.isEmpty ? await published() : ledger.lines;
  const options = {
    ...{ folder, ignore: config.ignore, cache: config.cache, ledger: lines },
    ...{ shownAs: recordAt, fileShownAs: shownPath, nowMs: now.getTime() },
    ...readingContext(config),
    heldIndex: held?.index,
  };
  const opened = openArticles(options, scan);
  const read = readOpened(opened, await readAhead?.(opened), afterEach);
  const pictures = openPictures({
    ...{ findFile, cache: config.cache, held: held?.caches, shownAs: shownPath },
    ...{ probe: images.probe, allowedHosts: images.allow, nowMs: now.getTime() },
  });
  const recordings = openRecordings({
    ...{ findFile, cache: config.cache, held: held?.caches, shownAs: shownPath, recordAt },
  });
  const warnings = [...ledger.problems, ...read.warnings];
  return {
    ...{
      ...read,
      warnings,
      passing: [...ledger.mended, ...read.passing],
      pictures,
      recordings,
    },
    ...{ findFile, looked, ledger, lines, recordAt },
    mayFind: openReach({ siteUrl: site.url, folders: images.folders }),
  };
}
