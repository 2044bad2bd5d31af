/** What is watched: the articles folder with all that is below it, and single folders elsewhere. */
import { type Dirent, lstatSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { formOf } from "../../articles/record-forms.ts";
import type { EventKind } from "./burst.ts";
import { isPassing, isPassingFolder } from "./passing.ts";
import { openWatchers } from "./watchers.ts";

export interface FoldersOptions {
  /** Without links. */
  readonly root: string;
  /** Whether nothing in a folder below the root matters. */
  readonly isLeftOut: (folder: string) => boolean;
  /** A file below the root was written, came or went. */
  readonly onFile: (file: string, kind: EventKind) => void;
  /** The same in a single folder. */
  readonly onBeside: (folder: string, file: string, kind: EventKind) => void;
  /** Something happened, and nobody knows to which files. */
  readonly onUnsure: () => void;
  /** The system gives no more watchers, with the code of its error. */
  readonly onRefused: (code: string) => void;
}

export interface Folders {
  /** Watches what is not watched yet. */
  readonly renew: () => void;
  /** Watches these single folders, and no others. */
  readonly follow: (folders: ReadonlySet<string>) => void;
  readonly isWatched: (folder: string) => boolean;
  readonly close: () => void;
}

export function openFolders(options: FoldersOptions): Folders {
  const { root, isLeftOut, onFile, onBeside, onUnsure, onRefused } = options;
  const isWithin = (place: string) => place === root || place.startsWith(root + path.sep);

  const watchers = openWatchers({
    ...{ onLost: onUnsure, onRefused },
    onEvent: ({ folder, isInTree }, name, kind) => {
      if (name === undefined) onUnsure();
      else if (isInTree) hear(folder, name, kind);
      else hearBeside(folder, name, kind);
    },
  });

  const hear = (folder: string, name: string, kind: EventKind) => {
    const place = folder + path.sep + name;
    // What is written and could be a record is no folder that somebody has made readable.
    const isFile = kind === "written" && formOf(name) !== undefined;
    const stands = isFile ? "file" : whatStandsAt(place);
    if (stands === "link") return hearLink(place);
    if (stands === "folder") {
      if (isPassingFolder(name) || isLeftOut(place)) return;
      // It may be another folder than the one of that name that is watched.
      watchers.forget(place);
      return enter(place, (file) => onFile(file, "moved"));
    }
    if (stands === "nothing") {
      const gone = [place, folder].filter(isGone);
      gone.forEach(watchers.forget);
      // A watched folder also tells of itself, by its own name.
      if (gone.length > 0 || name === path.basename(folder)) return onUnsure();
    }
    if (!isPassing(name)) onFile(place, kind);
  };

  /** Mounted volumes are renewed by turning a link, whatever it is called. */
  const hearLink = (link: string) => {
    const target = folderBehind(link);
    if (target === undefined && isPassing(path.basename(link))) return;
    if (target !== undefined && isWithin(target)) enter(target, () => undefined);
    onUnsure();
  };

  const hearBeside = (folder: string, name: string, kind: EventKind) => {
    if (isGone(folder)) watchers.forget(folder);
    if (!isPassing(name)) onBeside(folder, folder + path.sep + name, kind);
  };

  const isGone = (place: string) => watchers.has(place) && whatStandsAt(place) === "nothing";

  /** Watches first and lists then: what comes in between is heard or seen. */
  const enter = (start: string, onEach: (file: string) => void) => {
    const entered = new Set<string>();
    const waiting = [start];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (entered.has(folder) || isLeftOut(folder)) continue;
      entered.add(folder);
      watchers.open(folder, true);
      for (const entry of entriesIn(folder)) {
        const place = folder + path.sep + entry.name;
        if (entry.isSymbolicLink()) {
          const target = folderBehind(place);
          if (target !== undefined && isWithin(target)) waiting.push(target);
        } else if (entry.isDirectory()) {
          if (!isPassingFolder(entry.name)) waiting.push(place);
        } else if (!isPassing(entry.name)) onEach(place);
      }
    }
  };

  return {
    renew: () => enter(root, () => undefined),
    follow: (folders) => {
      watchers.keepAlone(folders);
      for (const folder of folders) watchers.open(folder, false);
    },
    ...{ isWatched: watchers.has, close: watchers.close },
  };
}

function whatStandsAt(place: string): "file" | "folder" | "link" | "nothing" {
  try {
    const stat = lstatSync(place, { throwIfNoEntry: false });
    if (stat === undefined) return "nothing";
    return stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "file";
  } catch {
    return "nothing";
  }
}

/** The folder that a link leads to, or that holds the file that it leads to. */
function folderBehind(link: string): string | undefined {
  try {
    const real = realpathSync(link);
    return whatStandsAt(real) === "folder" ? real : path.dirname(real);
  } catch {
    return undefined;
  }
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
