/** What feedwright remembers in the output folder itself, because it must live as long as that does. */
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
  /** How many articles the source showed when the documents were made. */
  readonly articles: number | undefined;
}

/** Where it is missing or somebody broke it, nothing is known to be ours. */
export function readManifest(text: string): Manifest {
  const read = parse(text);
  const documents = Object.entries(objectIn(read, "documents")).filter(isEntry);
  const archives = Object.entries(objectIn(read, "archives")).filter(isArchive);
  const articles = isPlainObject(read) ? read["articles"] : undefined;
  return {
    documents: new Map(documents),
    archives: new Map(archives),
    articles: isCount(articles) ? articles : undefined,
  };
}

/** Sorted, so that the same documents give the same text; a document or guid a line, for git. */
export function manifestText({ documents, archives, articles }: Manifest): string {
  const content = {
    ...(articles === undefined ? {} : { articles }),
    documents: sorted(documents),
    ...(archives.size === 0 ? {} : { archives: sorted(archives) }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function sorted<Value>(entries: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectIn(value: unknown, name: string): Record<string, unknown> {
  const inner = isPlainObject(value) ? value[name] : undefined;
  return isPlainObject(inner) ? inner : {};
}

function isEntry(entry: readonly unknown[]): entry is [string, string] {
  return isDocument(entry);
}

/** A path and a SHA-256. Hidden names are never documents, and none lies outside the folder. */
export function isDocument(entry: readonly unknown[]): entry is readonly [string, string] {
  const [name, digest] = entry;
  if (typeof name !== "string" || typeof digest !== "string") return false;
  return isInner(name) && /^[\da-f]{64}$/.test(digest);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
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
