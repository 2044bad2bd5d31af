/** What comes and goes while people and programs save a file, and what shows that they still do. */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { formOf } from "../../articles/record-forms.ts";
import { SKIPPED } from "../../articles/skipped-paths.ts";
import type { Changed } from "./burst.ts";

/** Locks, swap files, backups and downloads of editors, office programs, browsers and rsync. */
const PASSING =
  /^[.#]|^~\$|^4913$|[~#]$|\.(?:swp|swo|swx|swpx|tmp|temp|bak|orig|lock|part|partial|crdownload|crswap)$|___jb_(?:tmp|old)___$/i;

/** Whether no record, picture or recording has such a name. */
export function isPassing(name: string): boolean {
  return name.startsWith(".") || (formOf(name) === undefined && PASSING.test(name));
}

/** Folders that hold neither records nor what records name, as the scan of the articles has it. */
export function isPassingFolder(name: string): boolean {
  return SKIPPED.test(name);
}

/** An empty record is one whose text is still to come, but not for ever. */
const EMPTY_MS = 2_000;
/** Git holds its lock for a whole checkout; one that it left behind stops nobody for long. */
const GIT_MS = 30_000;
const MOST_LOOKS = 100;

/** Tells whether somebody is plainly not ready yet. */
export function openUnfinished(folder: string): (changed: Changed, ageMs: number) => boolean {
  return (changed, ageMs) => {
    if (ageMs < GIT_MS && isInGitsHand(folder)) return true;
    if (ageMs >= EMPTY_MS || changed === undefined || changed.size > MOST_LOOKS) return false;
    return [...changed].some((file) => formOf(file) !== undefined && isEmpty(file));
  };
}

/** Whether git is at work in the repository that the folder belongs to. */
function isInGitsHand(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    const repository = path.join(at, ".git");
    if (existsSync(repository)) return existsSync(path.join(repository, "index.lock"));
    if (at === path.dirname(at)) return false;
  }
}

function isEmpty(file: string): boolean {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.size === 0;
  } catch {
    return false;
  }
}
