/** The folder of what is remembered between runs: deleting it costs time, and nothing else. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { version as programVersion } from "../version.ts";

let program: string | undefined;

/**
 * The version of a cache: what is read is weighed and worded by the whole program and by the tables
 * of its engine, so each release of either starts anew.
 *
 * @param own changes whenever entries of old would be read wrongly before the next release.
 */
export function cacheVersion(own: number): string {
  program ??= `${programVersion()} ${process.version}`;
  return `${program} ${own}`;
}

/** Writes a file whole or not at all; false where it cannot be written. */
export function writeCache(file: string, pieces: Iterable<Uint8Array>): boolean {
  const folder = path.dirname(file);
  // Two containers on one folder may have the same number of process.
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    // Git is told to look away: a cache belongs to a machine, not to a repository.
    const ignored = path.join(folder, ".gitignore");
    if (!existsSync(ignored)) writeFileSync(ignored, "*\n");
    const descriptor = openSync(beside, "w");
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
    return true;
  } catch {
    dropFile(beside);
    return false;
  }
}

/** Where nothing can be written, nothing may be removable either. */
function dropFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What is left is one small file beside a cache that does not work anyway.
  }
}
