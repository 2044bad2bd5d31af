/**
 * A scan brought up to date by what a watcher has seen change since: in a folder of ten thousand
 * records, one is looked at and not all. Whatever is not plain is left to a new scan.
 */
import { lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { isSettled, versionOf } from "./file-versions.ts";
import {
  type FolderScan,
  realOrSame,
  realRoot,
  type ScanOptions,
  type SourceFile,
} from "./folder.ts";
import { formOf } from "./record-forms.ts";
import { ignoring, SKIPPED } from "./skipped-paths.ts";

/** A scan that can be brought up to date. */
export interface HeldScan {
  readonly scan: FolderScan;
  readonly root: string;
  /** Folders below it that hold records, with "/". */
  readonly folders: Set<string>;
  /** Paths of files that may have changed without another time. */
  readonly unsettled: readonly string[];
}

/** Undefined where the folder holds links, or something that cannot be read. */
export function holdScan(scan: FolderScan, { folder }: ScanOptions): HeldScan | undefined {
  if (scan.problems.length > 0 || scan.hasLinks) return undefined;
  const root = realRoot(folder);
  const folders = new Set<string>();
  const unsettled: string[] = [];
  for (const { path: inner, version } of scan.files) {
    folders.add(path.posix.dirname(inner));
    if (!isSettled(version, scan.startedMs)) unsettled.push(inner);
  }
  return { scan, root, folders, unsettled };
}

/** More than this is no edit of a person: a new scan is hardly slower. */
const MOST_CHANGED = 1_000;

/**
 * What a scan would give now, if nothing has changed but what is named.
 *
 * @param changed absolute paths.
 * @returns undefined where only a new scan can tell.
 */
export function patchScan(
  held: HeldScan,
  changed: ReadonlySet<string>,
  options: ScanOptions,
): HeldScan | undefined {
  if (changed.size + held.unsettled.length > MOST_CHANGED) return undefined;
  const startedMs = Date.now();
  const { root, folders } = held;
  if (realRoot(options.folder) !== root) return undefined;
  const inners = [...changed].flatMap((file) => innerOf(file, root, options) ?? []);
  const found = new Map<string, SourceFile | undefined>();
  const isApart = openApart(options);
  for (const inner of new Set([...inners, ...held.unsettled])) {
    if (isApart(inner, absoluteOf(root, inner))) continue;
    const look = lookAt(inner, held);
    if (look.kind === "doubt") return undefined;
    if (look.kind === "file") found.set(inner, look.file);
    else found.set(inner, undefined);
  }
  const now = [...found.values()].flatMap((file) => file ?? []);
  for (const file of now) folders.add(path.posix.dirname(file.path));
  const unsettled = now.filter(({ version }) => !isSettled(version, startedMs));
  return {
    ...{ root, folders, unsettled: unsettled.map((file) => file.path) },
    scan: { files: withFound(held.scan.files, found), problems: [], startedMs },
  };
}

/** Undefined for what lies elsewhere; the folder itself is empty. */
function innerOf(file: string, root: string, { folder }: ScanOptions): string | undefined {
  for (const start of [root, folder]) {
    if (file === start) return "";
    if (file.startsWith(start + path.sep)) {
      return file
        .slice(start.length + 1)
        .split(path.sep)
        .join("/");
    }
  }
  return undefined;
}

/** Tells what no scan would look at. */
function openApart(options: ScanOptions): (inner: string, absolute: string) => boolean {
  const isIgnored = ignoring(options.ignore);
  const excluded = (options.excluded ?? []).map(realOrSame);
  return (inner, absolute) => {
    if (excluded.some((one) => absolute === one || absolute.startsWith(one + path.sep)))
      return true;
    const parts = inner.split("/");
    return parts.some((name, at) => {
      return SKIPPED.test(name) || (inner !== "" && isIgnored(parts.slice(0, at + 1).join("/")));
    });
  };
}

type Look =
  | { readonly kind: "file"; readonly file: SourceFile }
  /** There is none, or none that could be a record. */
  | { readonly kind: "none" }
  | { readonly kind: "doubt" };

function lookAt(inner: string, { root, folders }: HeldScan): Look {
  const absolute = absoluteOf(root, inner);
  const isRecord = formOf(path.posix.basename(inner)) !== undefined;
  try {
    const stat = lstatSync(absolute, { throwIfNoEntry: false });
    if (stat === undefined) {
      const wasFolder = [...folders].some((one) => one === inner || one.startsWith(`${inner}/`));
      return { kind: wasFolder ? "doubt" : "none" };
    }
    if (!stat.isFile()) return { kind: "doubt" };
    if (!isRecord) return { kind: "none" };
    const isKnownFolder = folders.has(path.posix.dirname(inner)) || !inner.includes("/");
    if (!isKnownFolder || realpathSync(absolute) !== absolute) return { kind: "doubt" };
    return { kind: "file", file: { path: inner, root, version: versionOf(stat) } };
  } catch {
    return { kind: "doubt" };
  }
}

function withFound(
  files: readonly SourceFile[],
  found: ReadonlyMap<string, SourceFile | undefined>,
): readonly SourceFile[] {
  const known = new Set<string>();
  const patched = files.flatMap((file): SourceFile | readonly SourceFile[] => {
    if (!found.has(file.path)) return file;
    known.add(file.path);
    const now = found.get(file.path);
    return now?.version === file.version ? file : (now ?? []);
  });
  const added = [...found].flatMap(([inner, file]) => (known.has(inner) ? [] : (file ?? [])));
  if (added.length === 0) return patched;
  return [...patched, ...added].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function absoluteOf(root: string, inner: string): string {
  return inner === "" ? root : root + path.sep + inner.split("/").join(path.sep);
}
