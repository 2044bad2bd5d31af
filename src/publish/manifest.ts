/** What feedwright remembers in the output folder itself, because it must live as long as that does. */
import { lstatSync, readFileSync } from "node:fs";
import { isPlainObject } from "../articles/record.ts";
import type { Archives } from "../feeds/archives.ts";

export const MANIFEST = ".feedwright.json";

export interface Manifest {
  /**
   * The documents that are ours, so that no other file in the folder is ever touched: from a path
   * to the SHA-256 of what we wrote. A file that somebody changed is theirs.
   */
  readonly documents: ReadonlyMap<string, string>;
  /** From the path of a feed to the guids of each of its archive documents. */
  readonly archives: ReadonlyMap<string, Archives>;
}

/** Where it is missing or somebody broke it, nothing is known to be ours. */
export function readManifest(file: string): Manifest {
  const read = parse(file);
  const documents = Object.entries(objectIn(read, "documents")).filter(isDocument);
  const archives = Object.entries(objectIn(read, "archives")).filter(isArchive);
  return { documents: new Map(documents), archives: new Map(archives) };
}

/** Sorted, so that the same documents give the same bytes; a document or guid a line, for git. */
export function manifestBytes({ documents, archives }: Manifest): Buffer {
  const content = {
    documents: sorted(documents),
    ...(archives.size === 0 ? {} : { archives: sorted(archives) }),
  };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

function sorted<Value>(entries: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function parse(file: string): unknown {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function objectIn(value: unknown, name: string): Record<string, unknown> {
  const inner = isPlainObject(value) ? value[name] : undefined;
  return isPlainObject(inner) ? inner : {};
}

function isDocument(entry: [string, unknown]): entry is [string, string] {
  const [name, digest] = entry;
  return isInner(name) && typeof digest === "string" && /^[\da-f]{64}$/.test(digest);
}

function isArchive(entry: [string, unknown]): entry is [string, string[][]] {
  const [name, archives] = entry;
  const isGuids = (guids: unknown) =>
    Array.isArray(guids) && guids.every((guid) => typeof guid === "string");
  return isInner(name) && Array.isArray(archives) && archives.every(isGuids);
}

function isInner(name: string): boolean {
  if (name.includes("\0") || name.includes("\\")) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith("."));
}
