/** What was looked at besides the records, so that it can be told whether all of it is as it was. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { digestOf, digestOfBytes } from "./digests.ts";
import { isSettled, versionOf } from "./file-versions.ts";

/** From a place to what was seen there: the version of a file, or what a folder listed. */
export type Looked = Map<string, string>;

/** Changes whenever a file does; empty where there is none, or none can be seen. */
export function versionAt(place: string): string {
  try {
    const stat = statSync(place, { throwIfNoEntry: false });
    return stat === undefined ? "" : versionOf(stat);
  } catch {
    return "";
  }
}

/** The same, and another where another file has taken its place. */
export function identityAt(place: string): string {
  try {
    const stat = statSync(place, { throwIfNoEntry: false });
    return stat === undefined ? "" : `${versionOf(stat)} ${stat.ino}`;
  } catch {
    return "";
  }
}

export interface Listing {
  readonly names: readonly string[];
  readonly seen: string;
}

/** Stands between the version of a place and the digest of what it lists or holds. */
const DIGEST = "digest";

/** The names in a folder; none where there is no folder, or it cannot be read. */
export function listingAt(folder: string): Listing {
  const version = versionAt(folder);
  try {
    const names = readdirSync(folder);
    // What feedwright itself puts there and takes away is no change.
    const others = names.filter((name) => !name.startsWith(".feedwright")).sort();
    return { names, seen: `${version} ${DIGEST} ${digestOf(others)}` };
  } catch {
    return { names: [], seen: `${version} ${DIGEST}` };
  }
}

/** What a file holds that a run may just have written itself. */
export function holdingAt(file: string): string {
  const version = versionAt(file);
  try {
    return `${version} ${DIGEST} ${digestOfBytes(readFileSync(file))}`;
  } catch {
    return `${version} ${DIGEST}`;
  }
}

/** Whether times alone decide: then they must be old enough to be trusted. */
export function hasDigest(seen: string): boolean {
  return seen.includes(DIGEST);
}

/** @param startedMs when the run began that has seen it. */
export function isAsSeen(place: string, seen: string, startedMs: number): boolean {
  const version = versionAt(place);
  if (!hasDigest(seen)) return version === seen;
  if (seen.startsWith(`${version} `) && isSettled(version, startedMs)) return true;
  // Times also change with what does not matter: the digest decides.
  const now = isFolder(place) ? listingAt(place).seen : holdingAt(place);
  return digestIn(now) === digestIn(seen);
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function digestIn(seen: string): string {
  return seen.slice(seen.indexOf(DIGEST));
}
