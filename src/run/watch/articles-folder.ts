/** Watching the articles folder for years: it is moved, mounted and made anew meanwhile. */
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { hasDigest, type Looked } from "../../articles/looked.ts";
import { ignoring } from "../../articles/skipped-paths.ts";
import type { Config } from "../../config/config.ts";
import type { EventKind } from "./burst.ts";
import { type Folders, openFolders } from "./folders.ts";

export interface ArticlesFolderOptions {
  /** What the last run looked at besides the records. */
  readonly looked: () => Looked;
  /** @param file undefined where nobody knows which. */
  readonly note: (file: string | undefined, kind: EventKind) => void;
  readonly onRefused: (code: string) => void;
  /** Whether changes are found in another way, too. */
  readonly isElsewise: () => boolean;
  readonly rootMs: number;
}

export interface ArticlesFolder {
  /** Watches what is not watched yet. */
  readonly renew: () => void;
  /** To be called when other places were looked at. */
  readonly follow: () => void;
  readonly close: () => void;
}

/** Watches it as soon as it is there; what feedwright itself writes is no change. */
export function watchArticles(config: Config, options: ArticlesFolderOptions): ArticlesFolder {
  const { looked, note, onRefused, isElsewise, rootMs } = options;
  const isOurs = ownPlaces(config);
  let folders: Folders | undefined;
  let identity = "";

  const watchRoot = (root: string) => {
    const isIgnored = ignoredIn(root, config.ignore);
    folders?.close();
    folders = openFolders({
      ...{ root, onRefused, onUnsure: () => note(undefined, "moved") },
      isLeftOut: (folder) => isOurs(folder) || isIgnored(folder),
      onFile: (file, kind) => {
        if (isOurs(file) || (isIgnored(file) && !looked().has(file))) return;
        note(file, kind);
      },
      onBeside: (folder, file, kind) => {
        // Of what was not looked at, only what comes and goes may matter.
        const isListed = kind === "moved" && hasDigest(looked().get(folder) ?? "");
        if (!isOurs(file) && (looked().has(file) || isListed)) note(file, kind);
      },
    });
    folders.renew();
    folders.follow(foldersOf(looked(), isOurs));
  };

  /** Folders are mounted, moved away and made anew without a word. */
  const lookAtRoot = (): boolean => {
    const root = realOf(config.articles);
    const before = identity;
    identity = root === undefined ? "" : identityOf(root);
    const isHeard = root === undefined || folders?.isWatched(root) || isElsewise();
    if (identity === before && isHeard) return false;
    if (root !== undefined) watchRoot(root);
    return identity !== before;
  };

  lookAtRoot();
  const timer = setInterval(() => {
    if (lookAtRoot()) note(undefined, "moved");
  }, rootMs);
  return {
    renew: () => folders?.renew(),
    follow: () => folders?.follow(foldersOf(looked(), isOurs)),
    close: () => {
      clearInterval(timer);
      folders?.close();
    },
  };
}

/** What feedwright itself writes, wherever it lies. */
function ownPlaces({ output, cache, ledger }: Config): (place: string) => boolean {
  const folders = [output, cache].flatMap((one) => [one, realOf(one) ?? one]);
  const files = [ledger, realOf(ledger) ?? ledger];
  return (place) => {
    if (files.includes(place)) return true;
    return folders.some((folder) => place === folder || place.startsWith(folder + path.sep));
  };
}

function ignoredIn(root: string, ignore: readonly string[]): (place: string) => boolean {
  const isIgnored = ignoring(ignore);
  return (place) => {
    const inner = path.relative(root, place).replaceAll(path.sep, "/");
    return inner !== "" && isIgnored(inner);
  };
}

/** The folders whose events tell of these places. */
function foldersOf(looked: Looked, isOurs: (place: string) => boolean): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const [place, seen] of looked) {
    if (!isOurs(place)) folders.add(hasDigest(seen) ? place : path.dirname(place));
  }
  return folders;
}

function realOf(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    return undefined;
  }
}

/** Another one where another folder has taken the place, or was mounted over it. */
function identityOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${folder} ${stat.dev} ${stat.ino} ${stat.birthtimeMs}`;
}
