/** The job, once: alone in the output folder, and only where there is something to do. */
import type { FolderScan } from "./articles/folder.ts";
import type { Looked } from "./articles/looked.ts";
import type { Config } from "./config/config.ts";
import { type Lock, lockFolder } from "./publish/lock.ts";
import { recallRun } from "./rebuild/last-run.ts";
import type { PublishReport } from "./rebuild/publish-report.ts";
import { type Held, scanAgain, type Warm } from "./rebuild/warm.ts";
import { scanSite } from "./site-scan.ts";

export interface PublishOptions {
  /** Publish although the source shows far fewer articles than at the last run. */
  readonly acceptShrink?: boolean;
  /** Called once where another run has the output folder in hand, with who that is. */
  readonly onWait?: (holder: string) => void;
  /** How long to wait for a run that has the output folder in hand; 0: not at all. */
  readonly waitMs?: number;
  /**
   * The feeds of the configuration, by name, that this run is for; left out: all. The others stay
   * as they were published, but for what must leave: where one shows an article that may not be
   * seen any more, it is published as well.
   */
  readonly feeds?: ReadonlySet<string>;
  /** What earlier runs of this process left (`openWarm`): the documents and the report are the same. */
  readonly warm?: Warm;
  /**
   * Absolute paths of everything below the articles folder that may have changed since the last run
   * with this `warm`, as a watcher tells; left out: everything is looked at.
   */
  readonly changed?: ReadonlySet<string>;
  /** Told what the run has looked at besides the records, for who watches it. */
  readonly onLooked?: (looked: Looked) => void;
}

/**
 * Runs the job once; waits for a run that has the output folder in hand.
 *
 * @param now decides what is embargoed or expired; it never stands in a document.
 * @throws OperationalError where nothing can be read or written; the last good feeds stay.
 */
export async function publishFeeds(
  config: Config,
  now: Date,
  options: PublishOptions = {},
): Promise<PublishReport> {
  const { onWait, waitMs, feeds, warm, changed } = options;
  // Taken before anything can fail: a run that fails leaves nothing to the next.
  const held = warm?.take(config);
  const lock = await lockFolder(config.output, {
    ...(onWait === undefined ? {} : { onWait }),
    ...(waitMs === undefined ? {} : { waitMs }),
  });
  try {
    const scan = held === undefined ? scanSite(config) : scanAgain(held, config, changed);
    const last = recallRun(config, scan, now.getTime(), feeds, options.onLooked);
    const report = last ?? (await publishScanned(config, now, scan, { ...options, held, lock }));
    if (held !== undefined) warm?.give(held);
    return report;
  } finally {
    lock.release();
  }
}

interface RunOptions extends PublishOptions {
  readonly held: Held | undefined;
  readonly lock: Lock;
}

async function publishScanned(
  config: Config,
  now: Date,
  scan: FolderScan,
  { acceptShrink = config.acceptShrink, feeds, held, lock, onLooked }: RunOptions,
): Promise<PublishReport> {
  // Loaded only now: a run that finds nothing to do needs no parser.
  const { publishChanges } = await import("./rebuild/publish-changes.ts");
  const { refresh } = lock;
  return publishChanges({
    ...{ config, now, scan, acceptsShrink: acceptShrink, refresh, feeds, held, onLooked },
  });
}
