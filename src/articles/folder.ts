/** The articles folder: which files it holds, and their bytes. Nothing outside it is ever read. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { type Fault, OperationalError, type Problem } from "../errors.ts";
import { formOf } from "./records/read-records.ts";

export interface SourceFile {
  /** Below the folder, with "/". */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface FolderScan {
  /** Sorted by path, so that two machines see the same order. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

export interface ScanOptions {
  readonly folder: string;
  /** Globs of paths below the folder that hold no records. */
  readonly ignore: readonly string[];
  /** Absolute paths of folders that hold no records: our own output. */
  readonly excluded?: readonly string[];
  /** How messages name a path below the folder. */
  readonly shownAs: (inner: string) => string;
}

/**
 * Folders of generators that hold no articles (layouts, data, the built site), Hugo's section pages
 * (`_index.md`), what Astro leaves out of a collection, and the marks of editors.
 */
const SKIPPED = /^(?:[._](?!posts$|drafts$)|node_modules$|feedwright\.config\.)/;
const MAX_DEPTH = 40;

/**
 * Every file of the folder that may hold records, each once: a link within the folder counts only
 * where the file or folder behind it is not met by itself.
 *
 * @throws OperationalError ARTICLES_UNREADABLE where the folder itself cannot be read.
 */
export function scanFolder(options: ScanOptions): FolderScan {
  const root = realRoot(options.folder);
  const isIgnored = options.ignore.length === 0 ? () => false : picomatch([...options.ignore]);
  const scan: Scan = {
    ...{ root, options, isIgnored: (inner) => isIgnored(inner) || isIgnored(`${inner}/`) },
    excluded: new Set((options.excluded ?? []).map(realOrSame)),
    ...{ files: [], linkedFiles: [], linkedFolders: [], problems: [], visited: new Set() },
  };
  walk({ inner: "", above: [root] }, scan);
  scan.linkedFolders.sort(byInner);
  for (const folder of scan.linkedFolders) walk(folder, scan);
  const files = [...scan.files];
  const read = new Set(files.map((file) => file.real));
  for (const file of scan.linkedFiles.sort(byPath)) {
    if (!read.has(file.real)) files.push(file);
    read.add(file.real);
  }
  const sources = files.map(({ real, ...file }) => file).sort(byPath);
  return { files: sources, problems: scan.problems };
}

interface FoundFile extends SourceFile {
  readonly real: string;
}

interface WaitingFolder {
  readonly inner: string;
  /** Real paths of this folder and those above it: a link back to one of them is a loop. */
  readonly above: readonly string[];
}

interface Scan {
  readonly root: string;
  readonly options: ScanOptions;
  readonly isIgnored: (inner: string) => boolean;
  readonly excluded: ReadonlySet<string>;
  readonly files: FoundFile[];
  readonly linkedFiles: FoundFile[];
  /** Links wait until everything that stands where it is has been met. */
  readonly linkedFolders: WaitingFolder[];
  readonly problems: Problem[];
  /** Real paths: two links a folder, forty folders deep, would make more paths than atoms. */
  readonly visited: Set<string>;
}

function walk(start: WaitingFolder, scan: Scan): void {
  const { shownAs } = scan.options;
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { inner, above } = folder;
    const real = above.at(-1) ?? scan.root;
    if (scan.visited.has(real) || scan.excluded.has(real)) continue;
    scan.visited.add(real);
    if (above.length > MAX_DEPTH) {
      scan.problems.push(problemAt(shownAs(inner), "is nested too deeply"));
      continue;
    }
    for (const name of namesIn(real, shownAs(inner), scan.problems)) {
      const target = inner === "" ? name : `${inner}/${name}`;
      if (SKIPPED.test(name) || scan.isIgnored(target)) continue;
      const next = visit(target, name, above, scan);
      if (next !== undefined) waiting.push(next);
    }
  }
}

/** Notes what stands at a path; gives the folder to go on with, where it is one. */
function visit(
  target: string,
  name: string,
  above: readonly string[],
  scan: Scan,
): WaitingFolder | undefined {
  const { shownAs } = scan.options;
  const absolute = path.join(above.at(-1) ?? scan.root, name);
  const found = look(absolute, scan.root, above);
  const isRecord = formOf(name) !== undefined;
  if (found.kind === "fault") {
    // A link to a picture is no record's loss; one without an ending may be a folder of articles.
    const isFolder = found.isLink && !name.includes(".");
    if (isRecord || isFolder) scan.problems.push(problemAt(shownAs(target), found.reason));
    return undefined;
  }
  const isLink = found.real !== absolute;
  if (found.kind === "folder") {
    if (isRecord) scan.problems.push(problemAt(shownAs(target), "is a folder, not a record"));
    const folder = { inner: target, above: [...above, found.real] };
    if (!isLink) return folder;
    scan.linkedFolders.push(folder);
    return undefined;
  }
  const { real, bytes, modifiedMs } = found;
  const file = { path: target, absolute: real, real, bytes, modifiedMs };
  if (isRecord) (isLink ? scan.linkedFiles : scan.files).push(file);
  return undefined;
}

/** The bytes of a file, or why there are none. Never more than `maxBytes`, whatever it grows to. */
export function readBytes(file: SourceFile, maxBytes: number): Buffer | Fault {
  const remedy = "split it, or take it out of the folder";
  const tooLarge = { reason: `is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB`, remedy };
  if (file.bytes > maxBytes) return tooLarge;
  let descriptor: number | undefined;
  try {
    // Not blocking: a pipe may have taken the file's place since the scan, and would never end.
    descriptor = openSync(file.absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) return tooLarge;
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(descriptor, bytes, filled, size - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } catch (error) {
    return { reason: `cannot be read (${errorCode(error)})`, remedy: "check its permissions" };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

type Found =
  | { readonly kind: "folder"; readonly real: string }
  | {
      readonly kind: "file";
      readonly real: string;
      readonly bytes: number;
      readonly modifiedMs: number;
    }
  | { readonly kind: "fault"; readonly reason: string; readonly isLink: boolean };

/** What a path is once links are followed; links that leave the folder or loop are faults. */
function look(absolute: string, root: string, above: readonly string[]): Found {
  try {
    const real = realpathSync(absolute);
    const isLink = real !== absolute;
    if (isLink && real !== root && !real.startsWith(root + path.sep)) {
      return { kind: "fault", reason: "is a link that leaves the articles folder", isLink };
    }
    const stat = statSync(real);
    if (stat.isDirectory()) {
      if (above.includes(real)) return { kind: "fault", reason: "is a link in a loop", isLink };
      return { kind: "folder", real };
    }
    if (!stat.isFile()) return { kind: "fault", reason: "is no regular file", isLink };
    return { kind: "file", real, bytes: stat.size, modifiedMs: stat.mtimeMs };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ELOOP") return { kind: "fault", reason: "is a link in a loop", isLink: true };
    const reason = code === "ENOENT" ? "is a link to nothing" : `cannot be read (${code})`;
    return { kind: "fault", reason, isLink: code === "ENOENT" };
  }
}

function namesIn(absolute: string, shown: string, problems: Problem[]): string[] {
  try {
    return readdirSync(absolute).sort();
  } catch (error) {
    problems.push(problemAt(shown, `cannot be listed (${errorCode(error)})`));
    return [];
  }
}

function realRoot(folder: string): string {
  try {
    const root = realpathSync(folder);
    readdirSync(root);
    return root;
  } catch (cause) {
    const message = `The articles folder ${folder} cannot be read (${errorCode(cause)}).`;
    const remedy = "Check `articles` in the configuration, and that the folder is mounted.";
    throw new OperationalError("ARTICLES_UNREADABLE", message, remedy, cause);
  }
}

function realOrSame(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : 1;
}

function byInner(one: WaitingFolder, other: WaitingFolder): number {
  return one.inner < other.inner ? -1 : 1;
}

function problemAt(file: string, reason: string): Problem {
  return { file, reason, remedy: "take it out of the folder, or name it under `ignore`" };
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
