/** The folders that documents lie in: made, kept inside, flushed, and swept. */
import {
  closeSync,
  fsync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { errorCode, OperationalError } from "../errors.ts";
import { entryAt, openPatiently } from "./documents.ts";

const flush = promisify(fsync);

/**
 * Node's own `recursive` never ends where the system makes no folders, as below /proc.
 *
 * @returns the folders that now hold a name more.
 */
export function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  let nearest = folder;
  while (statSync(nearest, { throwIfNoEntry: false }) === undefined) {
    missing.push(nearest);
    nearest = path.dirname(nearest);
  }
  for (const name of missing.reverse()) makeOneFolder(name);
  // Where a file has its place, this says so.
  if (!statSync(folder).isDirectory()) mkdirSync(folder);
  return missing.map((name) => path.dirname(name));
}

function makeOneFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have been quicker.
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

/** A link inside the output folder must not lead our documents somewhere else. */
export function refuseOutside(folder: string, parent: string): void {
  if (isInside(folder, parent)) return;
  const message = `${parent} is a link that leaves the output folder.`;
  throw new OperationalError("OUTPUT_NOT_WRITABLE", message, "Take the link away.");
}

/** Asked before anything is made: of the folders that are there, the innermost decides. */
export function isInside(folder: string, parent: string): boolean {
  const root = realpathSync(folder);
  let nearest = parent;
  while (entryAt(nearest) === undefined) {
    nearest = path.dirname(nearest);
  }
  const real = realpathSync(nearest);
  return real === root || real.startsWith(root + path.sep);
}

/** Tells whether a folder is still the same: another, once it was taken away and made again. */
export function pinFolder(folder: string): {
  readonly isThere: () => boolean;
  readonly release: () => void;
} {
  // Some file systems give a folder another number whenever nobody has it open.
  let descriptor = process.platform === "win32" ? undefined : openSync(folder, "r");
  const identity = identityOf(folder);
  return {
    isThere: () => identityOf(folder) === identity,
    release: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

function identityOf(folder: string): string {
  try {
    const stat = statSync(folder, { throwIfNoEntry: false });
    return stat?.isDirectory() ? `${stat.dev}:${stat.ino}` : "";
  } catch {
    // What cannot be looked at is not there: a server that went away.
    return "";
  }
}

/** @returns those that are no more, from the inside out. */
export function removeEmptyFolders(folder: string, innermost: string): readonly string[] {
  const removed: string[] = [];
  let parent = innermost;
  while (parent !== folder && isEmptyOrGone(parent)) {
    removed.push(parent);
    parent = path.dirname(parent);
  }
  return removed;
}

function isEmptyOrGone(folder: string): boolean {
  const stat = entryAt(folder);
  if (stat === undefined) return true;
  if (!stat.isDirectory() || readdirSync(folder).length > 0) return false;
  rmdirSync(folder);
  return true;
}

/** What file systems say that flush no folders. */
const NOT_FLUSHED = new Set(["EINVAL", "EISDIR", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EBADF"]);

/** A rename is only safe from a power cut once the folder that holds the name is flushed too. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const descriptor = await openPatiently(folder, "r");
  try {
    await flush(descriptor);
  } catch (error) {
    if (!NOT_FLUSHED.has(errorCode(error) ?? "")) throw error;
  } finally {
    closeSync(descriptor);
  }
}
