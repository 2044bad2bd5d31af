/** Notices that the configuration file says something else. */
import { createHash } from "node:crypto";
import { type FSWatcher, readFileSync, watch } from "node:fs";
import path from "node:path";

/** Editors rename and write in several steps. */
const QUIET_MS = 150;
/** File systems that tell of nothing are asked; so is what is behind a link. */
const ASK_MS = 10_000;

export interface ConfigWatch {
  readonly close: () => void;
}

/** @param onChange called with what stands there then, once it has been at rest for a while. */
export function watchConfig(file: string, onChange: () => void): ConfigWatch {
  let known = digestOf(file);
  let resting: NodeJS.Timeout | undefined;
  const look = () => {
    const found = digestOf(file);
    // A file that is not there is about to be: editors take it away for a moment.
    if (found === undefined || found === known) return;
    known = found;
    onChange();
  };
  const note = () => {
    clearTimeout(resting);
    resting = setTimeout(look, QUIET_MS);
  };
  // The folder, since a file that is renamed into place is another one.
  const watcher = openWatcher(path.dirname(file), note);
  const asking = setInterval(look, ASK_MS);
  return {
    close: () => {
      clearTimeout(resting);
      clearInterval(asking);
      watcher?.close();
    },
  };
}

/** Undefined where the system has no more watchers to give: asking will do. */
function openWatcher(folder: string, note: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, note);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

function digestOf(file: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return undefined;
  }
}
