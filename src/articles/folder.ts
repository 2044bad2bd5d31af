/** The articles folder: which files it holds, and their bytes. Nothing outside it is ever read. */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { errorCode, type Fault, OperationalError, type Problem } from "../errors.ts";
import { isSettled, readVersion, versionOf } from "./file-versions.ts";
import { formOf } from "./record-forms.ts";
import { ignoring, SKIPPED } from "./skipped-paths.ts";

/** A file as the scan has met it: small, because there are very many. */
export interface SourceFile {
  /** Below the folder, with "/". */
  readonly path: string;
  /** The folder, absolute and without links: one text for all its files. */
  readonly root: string;
  /** Where it lies, absolute and without links, if a link led there. */
  readonly behindLink?: string;
  /** Changes whenever the file does; `readVersion` tells what it says. */
  readonly version: string;
}

/** Absolute, without links. */
function absoluteOf({ path: inner, root, behindLink }: SourceFile): string {
  return behindLink ?? root + path.sep + (path.sep === "/" ? inner : path.normalize(inner));
}

export interface FolderScan {
  /** Sorted by path, so that two machines see the same order. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** Whether it met links, wherever they lead. */
  readonly hasLinks?: boolean;
  /** When it began, by the clock of this machine. */
  readonly startedMs: number;
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

const MAX_DEPTH = 40;

/**
 * Every file of the folder that may hold records, each once: a link within the folder counts only
 * where the file or folder behind it is not met by itself.
 *
 * @throws OperationalError ARTICLES_UNREADABLE where the folder itself cannot be read.
 */
export function scanFolder(options: ScanOptions): FolderScan {
  const startedMs = Date.now();
  const root = realRoot(options.folder);
  const scan: Scan = {
    ...{ root, options, isIgnored: ignoring(options.ignore) },
    excluded: new Set((options.excluded ?? []).map(realOrSame)),
    ...{ files: [], linkedFiles: [], linkedFolders: [], problems: [], visited: new Set() },
    hasLinks: false,
  };
  walk({ inner: "", above: [root], isBehindLink: false }, scan);
  scan.linkedFolders.sort(byInner);
  for (const folder of scan.linkedFolders) walk(folder, scan);
  const { files } = scan;
  if (scan.linkedFiles.length > 0) {
    const met = new Set(files.map(absoluteOf));
    for (const file of scan.linkedFiles.sort(byPath)) {
      const absolute = absoluteOf(file);
      if (!met.has(absolute)) files.push(file);
      met.add(absolute);
    }
  }
  const { problems, hasLinks } = scan;
  return { files: files.sort(byPath), problems, ...(hasLinks ? { hasLinks } : {}), startedMs };
}

interface WaitingFolder {
  readonly inner: string;
  /** Real paths of this folder and those above it: a link back to one of them is a loop. */
  readonly above: readonly string[];
  readonly isBehindLink: boolean;
}

interface Scan {
  readonly root: string;
  readonly options: ScanOptions;
  readonly isIgnored: (inner: string) => boolean;
  readonly excluded: ReadonlySet<string>;
  readonly files: SourceFile[];
  readonly linkedFiles: SourceFile[];
  /** Links wait until everything that stands where it is has been met. */
  readonly linkedFolders: WaitingFolder[];
  readonly problems: Problem[];
  hasLinks: boolean;
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
    for (const entry of entriesIn(real, shownAs(inner), scan.problems)) {
      const target = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (SKIPPED.test(entry.name) || scan.isIgnored(target)) continue;
      const next = visit(target, entry, folder, scan);
      if (next !== undefined) waiting.push(next);
    }
  }
}

/** Notes what stands at a path; gives the folder to go on with, where it is one. */
function visit(
  target: string,
  entry: Dirent,
  { above, isBehindLink }: WaitingFolder,
  scan: Scan,
): WaitingFolder | undefined {
  const { shownAs } = scan.options;
  const { name } = entry;
  const absolute = (above.at(-1) ?? scan.root) + path.sep + name;
  const isRecord = formOf(name) !== undefined;
  // Pictures beside the records need no look.
  if (!isRecord && entry.isFile()) return undefined;
  scan.hasLinks ||= entry.isSymbolicLink();
  const found = look(absolute, entry.isSymbolicLink(), scan.root, above);
  if (found.kind === "fault") {
    // A link to a picture is no record's loss; one without an ending may be a folder of articles.
    const isFolder = found.isLink && !name.includes(".");
    if (isRecord || isFolder) scan.problems.push(problemAt(shownAs(target), found.reason));
    return undefined;
  }
  const isLink = found.real !== absolute;
  if (found.kind === "folder") {
    if (isRecord) scan.problems.push(problemAt(shownAs(target), "is a folder, not a record"));
    const folder = {
      ...{ inner: target, above: [...above, found.real] },
      isBehindLink: isLink || isBehindLink,
    };
    if (!isLink) return folder;
    scan.linkedFolders.push(folder);
    return undefined;
  }
  if (!isRecord) return undefined;
  const file = { path: target, root: scan.root, version: found.version };
  if (isLink) scan.linkedFiles.push({ ...file, behindLink: found.real });
  else scan.files.push(isBehindLink ? { ...file, behindLink: absolute } : file);
  return undefined;
}

/**
 * The same as long as nothing in the folder changes; undefined where a file was written so lately
 * that it may change again without its times telling.
 */
export function digestOfScan({ files, problems, startedMs }: FolderScan): string | undefined {
  const digest = createHash("sha256").update(JSON.stringify(problems));
  for (const { path: inner, version } of files) {
    if (!isSettled(version, startedMs)) return undefined;
    digest.update(`${inner}\0${version}\0`);
  }
  return digest.digest("base64url");
}

/** Nearly every record fits; room for each anew costs more than its reading. */
const SHARED_BYTES = 64 * 1024;
let shared: Buffer | undefined;

function roomFor(bytes: number): Buffer {
  if (bytes > SHARED_BYTES) return Buffer.allocUnsafe(bytes);
  shared ??= Buffer.allocUnsafeSlow(SHARED_BYTES);
  return shared;
}

/**
 * The bytes of a file, or why there are none. Never more than `maxBytes`, whatever it grows to.
 * They are good until the next file is read.
 */
export function readBytes(file: SourceFile, maxBytes: number): Buffer | Fault {
  const remedy = "split it, or take it out of the folder";
  const tooLarge = { reason: `is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB`, remedy };
  if (readVersion(file.version).bytes > maxBytes) return tooLarge;
  let descriptor: number | undefined;
  try {
    // Not blocking: a pipe may have taken the file's place since the scan, and would never end.
    descriptor = openSync(absoluteOf(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) return tooLarge;
    const bytes = roomFor(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(descriptor, bytes, filled, size - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } catch (error) {
    return { reason: `cannot be read (${codeOf(error)})`, remedy: "check its permissions" };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

type Found =
  | { readonly kind: "folder"; readonly real: string }
  | {
      readonly kind: "file";
      readonly real: string;
      readonly version: string;
    }
  | { readonly kind: "fault"; readonly reason: string; readonly isLink: boolean };

/** What a path is once links are followed; links that leave the folder or loop are faults. */
function look(absolute: string, isLink: boolean, root: string, above: readonly string[]): Found {
  try {
    const real = isLink ? realpathSync(absolute) : absolute;
    if (isLink && real !== root && !real.startsWith(root + path.sep)) {
      return { kind: "fault", reason: "is a link that leaves the articles folder", isLink };
    }
    const stat = statSync(real);
    if (stat.isDirectory()) {
      if (above.includes(real)) return { kind: "fault", reason: "is a link in a loop", isLink };
      return { kind: "folder", real };
    }
    if (!stat.isFile()) return { kind: "fault", reason: "is no regular file", isLink };
    return { kind: "file", real, version: versionOf(stat) };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ELOOP") return { kind: "fault", reason: "is a link in a loop", isLink: true };
    const reason = code === "ENOENT" ? "is a link to nothing" : `cannot be read (${code})`;
    return { kind: "fault", reason, isLink: code === "ENOENT" };
  }
}

function entriesIn(absolute: string, shown: string, problems: Problem[]): readonly Dirent[] {
  try {
    const entries = readdirSync(absolute, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    problems.push(problemAt(shown, `cannot be listed (${codeOf(error)})`));
    return [];
  }
}

export function realRoot(folder: string): string {
  try {
    const root = realpathSync(folder);
    readdirSync(root);
    return root;
  } catch (cause) {
    const message = `The articles folder ${folder} cannot be read (${codeOf(cause)}).`;
    const remedy = "Check `articles` in the configuration, and that the folder is mounted.";
    throw new OperationalError("ARTICLES_UNREADABLE", message, remedy, cause);
  }
}

export function realOrSame(folder: string): string {
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

function codeOf(error: unknown): string {
  return errorCode(error) ?? String(error);
}
