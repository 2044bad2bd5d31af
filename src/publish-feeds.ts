/** The job, once: alone in the output folder, and only where there is something to do. */
import type { Config } from "./config/config.ts";
import { lockFolder } from "./publish/lock.ts";
import { recallRun } from "./rebuild/last-run.ts";
import type { PublishReport } from "./rebuild/publish-report.ts";
import { scanSite } from "./site-scan.ts";

export interface PublishOptions {
  /** Publish although the source shows far fewer articles than at the last run. */
  readonly acceptShrink?: boolean;
  /** Called once where another run has the output folder in hand, with who that is. */
  readonly onWait?: (holder: string) => void;
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
  const { onWait } = options;
  const lock = await lockFolder(config.output, onWait === undefined ? {} : { onWait });
  try {
    const scan = scanSite(config);
    const report = recallRun(config, scan, now.getTime());
    if (report !== undefined) return report;
    // Loaded only now: a run that finds nothing to do needs no parser.
    const { publishChanges } = await import("./rebuild/publish-changes.ts");
    const acceptsShrink = options.acceptShrink ?? config.acceptShrink;
    const { refresh } = lock;
    return await publishChanges({ config, now, scan, acceptsShrink, refresh });
  } finally {
    lock.release();
  }
}
