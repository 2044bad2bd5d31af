/** Looking for changes from time to time, where the system does not tell of them. */
import { createHash } from "node:crypto";
import { statfsSync } from "node:fs";
import { hasDigest, type Looked, listingAt, versionAt } from "../../articles/looked.ts";
import type { Config } from "../../config/config.ts";
import { scanSite } from "../../site-scan.ts";

export interface Poll {
  /** Takes the places of a run for known, as the run saw them (`Site.looked`). */
  readonly follow: (looked: Looked) => void;
  /** Takes what is there now for known. */
  readonly rest: () => void;
  readonly close: () => void;
}

/** Once something has changed, the next look comes soon: it may still be changing. */
const SOON_MS = 400;
/** Looking at a large folder takes no more than this part of the time. */
const MOST_LOAD = 0.05;

export function openPoll(config: Config, everyMs: number, onChange: () => void): Poll {
  let looked: Looked = new Map();
  let places = digestOfPlaces(looked, placeNow);
  let records = digestOfRecords(config);
  let timer = setTimeout(lookAgain, everyMs);

  /** Whether anything is other than it was known. */
  function look(): boolean {
    const before = records + places;
    [records, places] = [digestOfRecords(config), digestOfPlaces(looked, placeNow)];
    return records + places !== before;
  }

  function lookAgain(): void {
    const startedMs = performance.now();
    const hasChanged = look();
    const costMs = performance.now() - startedMs;
    timer = setTimeout(lookAgain, Math.max(hasChanged ? SOON_MS : everyMs, costMs / MOST_LOAD));
    if (hasChanged) onChange();
  }

  return {
    follow: (now) => {
      looked = now;
      places = digestOfPlaces(looked, (_place, seen) => (hasDigest(seen) ? lastWord(seen) : seen));
    },
    rest: look,
    close: () => clearTimeout(timer),
  };
}

function digestOfRecords(config: Config): string {
  const digest = createHash("sha256");
  try {
    for (const { path, version } of scanSite(config).files) digest.update(`${path}\0${version}\0`);
  } catch {
    // A folder that is away is another state than one that is empty.
    digest.update("unreadable");
  }
  return digest.digest("base64url");
}

function digestOfPlaces(looked: Looked, state: (place: string, seen: string) => string): string {
  const digest = createHash("sha256");
  for (const [place, seen] of looked) digest.update(`${place}\0${state(place, seen)}\0`);
  return digest.digest("base64url");
}

function placeNow(place: string, seen: string): string {
  return hasDigest(seen) ? lastWord(listingAt(place).seen) : versionAt(place);
}

/** What a folder lists, without its times: our own files change those, too. */
function lastWord(seen: string): string {
  return seen.slice(seen.lastIndexOf(" ") + 1);
}

/**
 * Of file systems of other machines and of hosts of containers: what others write there is not
 * told. The numbers are those of `statfs` on Linux: NFS, SMB in three generations, FUSE (also
 * virtiofs), 9p, VirtualBox, Ceph, AFS, Coda, NetWare, Lustre, GFS2, OCFS2.
 */
const REMOTE = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x786f4256, 0x00c36400,
  0x5346414f, 0x73757245, 0x564c, 0x0bd00bd0, 0x01161970, 0x7461636f,
]);

export function isRemote(folder: string): boolean {
  if (process.platform !== "linux") return false;
  try {
    // Some kernels give the number with a sign.
    return REMOTE.has(Number(statfsSync(folder).type) >>> 0);
  } catch {
    return false;
  }
}
