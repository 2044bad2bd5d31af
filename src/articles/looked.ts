/** What was looked at besides the records, so that it can be told whether all of it is as it was. */
import { readdirSync, statSync } from "node:fs";
import { digestOf } from "./digests.ts";
import { isSettled } from "./folder.ts";

/** From a place to what was seen there: the version of a file, or what a folder listed. */
export type Looked = Map<string, string>;

/** Changes whenever a file does; empty where there is none, or none can be seen. */
export function versionAt(place: string): string {
  try {
    const stat = statSync(place, { throwIfNoEntry: false });
    return stat === undefined ? "" : `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
  } catch {
    return "";
  }
}

export interface Listing {
  readonly names: readonly string[];
  readonly seen: string;
}

const OF_LISTING = "lists";

/** The names in a folder; none where there is no folder, or it cannot be read. */
export function listingAt(folder: string): Listing {
  const version = versionAt(folder);
  try {
    const names = readdirSync(folder);
    // What feedwright itself puts there and takes away is no change.
    const others = names.filter((name) => !name.startsWith(".feedwright")).sort();
    return { names, seen: `${version} ${OF_LISTING} ${digestOf(others)}` };
  } catch {
    return { names: [], seen: `${version} ${OF_LISTING}` };
  }
}

export function isListing(seen: string): boolean {
  return seen.includes(OF_LISTING);
}

/** @param startedMs when the run began that has seen it. */
export function isAsSeen(place: string, seen: string, startedMs: number): boolean {
  if (!isListing(seen)) return versionAt(place) === seen;
  const version = versionAt(place);
  const isUntouched = seen.startsWith(`${version} `) && isSettled(version, startedMs);
  // The times of a folder also change with what does not matter: its names decide.
  return isUntouched || afterVersion(listingAt(place).seen) === afterVersion(seen);
}

function afterVersion(seen: string): string {
  return seen.slice(seen.indexOf(OF_LISTING));
}
