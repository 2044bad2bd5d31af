/**
 * One watcher a folder, as the system has them. Packages watch each file as well: for 100,000 files
 * in 200 folders, that takes 500 times as many watchers, 12 seconds, and 790 MiB.
 */
import { type FSWatcher, watch } from "node:fs";
import path from "node:path";
import { errorCode } from "../../errors.ts";
import type { EventKind } from "./burst.ts";

export interface WatchersOptions {
  /** @param name undefined where the system does not say what it was. */
  readonly onEvent: (watched: WatchedFolder, name: string | undefined, kind: EventKind) => void;
  /** A watcher has failed, and is no more. */
  readonly onLost: () => void;
  /** The system gives no more watchers, with the code of its error. */
  readonly onRefused: (code: string) => void;
}

interface WatchedFolder {
  readonly folder: string;
  /** Whether it belongs to a tree, with all that is below it; or stands alone. */
  readonly isInTree: boolean;
}

export interface Watchers {
  /** Where it is watched already, nothing happens. */
  readonly open: (folder: string, isInTree: boolean) => void;
  /** With all that are below it. */
  readonly forget: (folder: string) => void;
  /** Of those that stand alone, closes all others. */
  readonly keepAlone: (folders: ReadonlySet<string>) => void;
  readonly has: (folder: string) => boolean;
  readonly close: () => void;
}

/** Where the system lets no further folder be watched. */
const REFUSALS = new Set(["ENOSPC", "EMFILE", "ENFILE"]);

export function openWatchers({ onEvent, onLost, onRefused }: WatchersOptions): Watchers {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly isInTree: boolean }>();

  const close = (folder: string) => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const forget = (folder: string) => {
    // Thousands of new folders come at once, and none of them was watched.
    if (!watched.has(folder)) return;
    for (const place of [...watched.keys()]) {
      if (place === folder || place.startsWith(folder + path.sep)) close(place);
    }
  };
  const open = (folder: string, isInTree: boolean) => {
    const before = watched.get(folder);
    if (before !== undefined && (before.isInTree || !isInTree)) return;
    close(folder);
    try {
      const watcher = watch(folder, (kind, name) => {
        onEvent({ folder, isInTree }, name ?? undefined, kind === "change" ? "written" : "moved");
      });
      watcher.on("error", () => {
        // Where a watched folder is taken away, some systems call it an error.
        forget(folder);
        onLost();
      });
      watched.set(folder, { watcher, isInTree });
    } catch (error) {
      const code = errorCode(error) ?? "";
      // What is not there, or not ours to read, tells nothing.
      if (REFUSALS.has(code)) onRefused(code);
    }
  };

  return {
    ...{ open, forget, has: (folder) => watched.has(folder) },
    keepAlone: (folders) => {
      for (const [folder, { isInTree }] of [...watched]) {
        if (!isInTree && !folders.has(folder)) close(folder);
      }
    },
    close: () => [...watched.keys()].forEach(close),
  };
}
