/** The stored site that a configuration points at: its records, and the files of its pictures. */
import type { IndexedFile } from "./articles/index/indexed-record.ts";
import { type Ledger, openLedger } from "./articles/ledger/ledger-file.ts";
import type { LedgerLine } from "./articles/ledger/ledger-lines.ts";
import { type FindFile, findFilesWithin } from "./articles/local-files.ts";
import type { Looked } from "./articles/looked.ts";
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
  { published = async () => [], readAhead, afterEach }: SiteOptions = {},
): Promise<Site> {
  const { articles: folder, images, site } = config;
  const recordAt = recordsOf(config);
  const looked: Looked = new Map();
  const findFile = findFilesWithin({
    ...{ project: config.folder, articles: folder, siteUrl: site.url, folders: images.folders },
    looked,
  });
  const ledger = openLedger(config.ledger, shownPath(config.ledger));
  const lines = ledger.isEmpty ? await published() : ledger.lines;
  const options = {
    ...{ folder, ignore: config.ignore, cache: config.cache, ledger: lines },
    ...{ shownAs: recordAt, fileShownAs: shownPath, nowMs: now.getTime() },
    ...readingContext(config),
  };
  const opened = openArticles(options, scan);
  const read = readOpened(opened, await readAhead?.(opened), afterEach);
  const pictures = openPictures({
    ...{ findFile, cache: config.cache, shownAs: shownPath },
    ...{ probe: images.probe, allowedHosts: images.allow, nowMs: now.getTime() },
  });
  const recordings = openRecordings({
    ...{ findFile, cache: config.cache, shownAs: shownPath, recordAt },
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
  };
}
