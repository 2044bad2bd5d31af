/**
 * What a process that runs again and again holds between its runs, so that one changed article is
 * published without reading, parsing or composing the others again. It spares work and decides
 * nothing: everything in it is known by digests, versions or the very text it was made of, as what
 * is kept on the disk is, and a run that fails leaves nothing of it.
 */
import { digestOf } from "../articles/digests.ts";
import type { FolderScan } from "../articles/folder.ts";
import { type HeldScan, holdScan, patchScan } from "../articles/patched-scan.ts";
import type { Config } from "../config/config.ts";
import { type HeldItems, openHeldItems } from "../feeds/held-items.ts";
import type { HeldSite } from "../site.ts";
import { scanOptions, scanSite } from "../site-scan.ts";

/** For the runs of one process, one after the other. */
export interface Warm {
  /** What the last run left; nothing where it was of another configuration, or has failed. */
  readonly take: (config: Config) => Held;
  /** Once a run has ended well. */
  readonly give: (held: Held) => void;
}

export interface Held extends HeldSite {
  readonly items: HeldItems;
  /** The scan of the last run; left out where there is none to go on from. */
  scan?: HeldScan;
}

export function openWarm(): Warm {
  let held: Held | undefined;
  let owner = "";
  return {
    take: (config) => {
      const now = digestOf([config, process.cwd()]);
      const taken = now === owner ? held : undefined;
      held = undefined;
      owner = now;
      return taken ?? openHeld();
    },
    give: (given) => {
      held = given;
    },
  };
}

function openHeld(): Held {
  return { items: openHeldItems(), caches: new Map(), index: {}, ledger: {} };
}

/**
 * What lies in the folder of articles now.
 *
 * @param changed absolute paths of all that may have changed there since the last run; left out:
 *   nobody knows, and everything is looked at.
 * @throws OperationalError ARTICLES_UNREADABLE
 */
export function scanAgain(
  held: Held,
  config: Config,
  changed: ReadonlySet<string> | undefined,
): FolderScan {
  const options = scanOptions(config);
  const last = held.scan;
  delete held.scan;
  const patched =
    last === undefined || changed === undefined ? undefined : patchScan(last, changed, options);
  const scan = patched?.scan ?? scanSite(config);
  const next = patched ?? holdScan(scan, options);
  if (next !== undefined) held.scan = next;
  return scan;
}
