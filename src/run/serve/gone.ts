/**
 * Documents that were published and are no more: 410 tells readers to stop asking, where 404 would
 * have them ask for ever. The manifest of the output folder names what is there now; what stood in
 * it earlier is kept in the cache.
 */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeCache } from "../../articles/cache-folder.ts";
import { isPlainObject } from "../../articles/record.ts";
import { originalOf } from "../../publish/compressed.ts";
import { MANIFEST, readManifest } from "../../publish/manifest.ts";
import { versionAt } from "./open-file.ts";

export interface Published {
  /** Looks into the manifest again, where it changed. Never throws. */
  readonly refresh: () => Promise<void>;
  /** Whether there was a document at a path, or in a form of it, that has been taken away. */
  readonly isGone: (inner: string) => boolean;
  /** Whether there should be a document at a path, or in a form of it. */
  readonly isPublished: (inner: string) => boolean;
  /** The documents that are there, sorted. */
  readonly documents: () => readonly string[];
}

/** The newest so many: a memory for courtesy, not for ever. */
const MAX_GONE = 10_000;

/** @param cacheFile where it is kept between processes; it may be lost. */
export function openPublished(output: string, cacheFile: string): Published {
  const kept = readKept(cacheFile, output);
  let current: ReadonlySet<string> = new Set(kept.documents);
  let gone: ReadonlySet<string> = new Set(kept.gone);
  let seen: string | undefined;
  return {
    refresh: async () => {
      const stamp = (await versionAt(output, MANIFEST).catch(() => undefined))?.stamp;
      if (stamp === undefined || stamp === seen) return;
      const documents = await readDocuments(path.join(output, MANIFEST));
      // A manifest that cannot be read says nothing about what is gone.
      if (documents === undefined) return;
      seen = stamp;
      const next = after(gone, current, documents);
      const isNews = next.size !== gone.size || documents.size !== current.size;
      if (isNews || [...documents].some((one) => !current.has(one))) {
        write(cacheFile, { output, documents: [...documents], gone: [...next] });
      }
      [current, gone] = [documents, next];
    },
    isGone: (inner) => hasForm(gone, inner),
    isPublished: (inner) => hasForm(current, inner),
    documents: () => [...current].sort(),
  };
}

const FORMS = ["rss", "atom", "json", "html"] as const;

function hasForm(documents: ReadonlySet<string>, inner: string): boolean {
  return documents.has(inner) || FORMS.some((form) => documents.has(`${inner}.${form}`));
}

function after(
  gone: ReadonlySet<string>,
  last: ReadonlySet<string>,
  now: ReadonlySet<string>,
): ReadonlySet<string> {
  const all = new Set([...gone, ...[...last].filter((one) => !now.has(one))]);
  return new Set([...all].filter((one) => !now.has(one)).slice(-MAX_GONE));
}

async function readDocuments(file: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const { documents } = readManifest(await readFile(file, "utf8"));
    const own = [...documents.keys()].filter((name) => originalOf(name) === undefined);
    return own.length === 0 ? undefined : new Set(own);
  } catch {
    return undefined;
  }
}

interface Kept {
  /** A folder of documents has no past in another. */
  readonly output: string;
  readonly documents: readonly string[];
  readonly gone: readonly string[];
}

function readKept(file: string, output: string): Kept {
  const read = parse(file);
  const isOurs = isPlainObject(read) && read["output"] === output;
  const names = (key: string) => {
    const list = isOurs ? read[key] : undefined;
    return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
  };
  return { output, documents: names("documents"), gone: names("gone") };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function write(file: string, kept: Kept): void {
  writeCache(file, [Buffer.from(`${JSON.stringify(kept)}\n`)]);
}
