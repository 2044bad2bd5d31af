/**
 * What the files of recordings tell, each opened once: one that has not changed since an earlier
 * run is not opened again, and one that was moved or copied is known by its digest. Recordings that
 * are only on the web are what their record says.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../errors.ts";
import type { ArticleFacts, Recording } from "../article.ts";
import { cacheVersion } from "../cache-folder.ts";
import type { FindFile, LocalFile } from "../local-files.ts";
import { type HeldCaches, openCacheFile } from "../pictures/cache-file.ts";
import { type FileMemory, openFileMemory } from "../pictures/file-memory.ts";
import { isRecordingRead, type RecordingFacts, type RecordingRead } from "./recording-facts.ts";
import { readRecordingOnce } from "./recording-file.ts";

/** Whatever changes what is read from a recording makes the cache start anew. */
const VERSION = 2;

export interface RecordingsOptions {
  readonly findFile: FindFile;
  /** The folder that remembers between runs. */
  readonly cache: string;
  readonly held?: HeldCaches | undefined;
  /** How messages name a file. */
  readonly shownAs: (file: string) => string;
  /** How messages name an article's record, given its path. */
  readonly recordAt: (recordPath: string) => string;
}

export interface Recordings {
  /** Opens the local recordings of these articles. What they tell decides no selection. */
  readonly read: (articles: readonly ArticleFacts[]) => Promise<void>;
  /** Undefined where the recording was not read, lies elsewhere, or is none. */
  readonly factsOf: (article: ArticleFacts) => RecordingFacts | undefined;
  /** The article's recording; where its file can be read, what that tells counts. */
  readonly recordingOf: (article: ArticleFacts) => Recording | undefined;
  /** The cover inside the recording. */
  readonly artOf: (article: ArticleFacts) => Buffer | undefined;
  /** Files and records that tell less than they should, or contradict each other. */
  readonly problems: () => readonly Problem[];
  /** Remembers for the next run what this one has seen. */
  readonly save: () => void;
}

export function openRecordings(options: RecordingsOptions): Recordings {
  const cacheFile = path.join(options.cache, "recordings.json");
  const cache = openCacheFile(cacheFile, cacheVersion(VERSION), options.held);
  const artFile = (digest: string) => path.join(options.cache, "art", digest);
  const isWhole = (read: unknown): read is RecordingRead => {
    if (!isRecordingRead(read)) return false;
    const digest = read.facts?.art?.digest;
    return digest === undefined || existsSync(artFile(digest));
  };
  const memory = openFileMemory(cache, isWhole);
  const reads = new Map<string, RecordingRead>();
  const problems = new Map<string, Problem>();
  const files = new Map<string, LocalFile | undefined>();
  const fileOf = (article: ArticleFacts): LocalFile | undefined => {
    if (article.recording === undefined) return undefined;
    const { key, recording } = article;
    if (!files.has(key)) files.set(key, options.findFile(recording.url, article));
    return files.get(key);
  };
  const factsOf = (article: ArticleFacts) => reads.get(fileOf(article)?.file ?? "")?.facts;
  return {
    read: async (articles) => {
      for (const article of new Set(articles)) {
        const found = fileOf(article);
        if (found === undefined) continue;
        const read = reads.get(found.file) ?? (await readCached(found, memory, artFile));
        reads.set(found.file, read);
        const shown = options.shownAs(found.file);
        if (read.fault !== undefined) problems.set(found.file, { file: shown, ...read.fault });
        const contradiction = contradictionOf(article, read.facts, shown);
        if (contradiction === undefined) continue;
        problems.set(article.key, { file: options.recordAt(article.recordPath), ...contradiction });
      }
    },
    factsOf,
    recordingOf: (article) => {
      const found = fileOf(article);
      const read = reads.get(found?.file ?? "");
      return found === undefined || read === undefined
        ? article.recording
        : recordingOf(article.recording, read.facts ?? { bytes: found.bytes });
    },
    artOf: (article) => {
      const digest = factsOf(article)?.art?.digest;
      return digest === undefined ? undefined : readArt(artFile(digest));
    },
    problems: () => [...problems.values()],
    save: () => {
      cache.save();
      dropOtherArt(path.join(options.cache, "art"), reads);
    },
  };
}

async function readCached(
  found: LocalFile,
  memory: FileMemory<RecordingRead>,
  artFile: (digest: string) => string,
): Promise<RecordingRead> {
  const known = memory.ofFile(found);
  if (known !== undefined) return known;
  const { read, digest, artBytes } = await readRecordingOnce(found.file, memory.ofDigest);
  const isKept = keepArt(read, artBytes, artFile);
  if (digest !== undefined && isKept) memory.remember(found, digest, read);
  return read;
}

/** Covers lie beside the cache as files: a picture of a megabyte is no entry of a JSON file. */
function keepArt(
  read: RecordingRead,
  bytes: Buffer | undefined,
  artFile: (digest: string) => string,
): boolean {
  const digest = read.facts?.art?.digest;
  if (digest === undefined || bytes === undefined) return true;
  try {
    mkdirSync(path.dirname(artFile(digest)), { recursive: true });
    writeFileSync(artFile(digest), bytes);
    return true;
  } catch {
    // The cover is not published then; everything else of the recording is.
    return false;
  }
}

/** A cover that no recording of this run has is not kept for the next. */
function dropOtherArt(folder: string, reads: ReadonlyMap<string, RecordingRead>): void {
  const kept = new Set([...reads.values()].map((read) => read.facts?.art?.digest));
  try {
    for (const name of readdirSync(folder)) {
      // Whatever has another name, somebody else has put there.
      if (/^[\da-f]{64}$/.test(name) && !kept.has(name))
        rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // There is no cover at all, or a cache that does not work anyway.
  }
}

function readArt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** @param facts what is known of the file: of one that cannot be played, its size. */
function recordingOf(
  recording: Recording | undefined,
  { type, bytes, durationSeconds }: Pick<RecordingFacts, "bytes"> & Partial<RecordingFacts>,
): Recording | undefined {
  if (recording === undefined) return undefined;
  return {
    ...recording,
    ...(type === undefined ? {} : { type }),
    bytes,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
}

/** Seconds that rounding, and silence at both ends, may make. */
const TOLERANCE_SECONDS = 2;

function contradictionOf(
  { recording }: ArticleFacts,
  facts: RecordingFacts | undefined,
  shown: string,
): Omit<Problem, "file"> | undefined {
  const told = recording?.durationSeconds;
  const real = facts?.durationSeconds;
  if (told === undefined || real === undefined) return undefined;
  if (Math.abs(told - real) <= Math.max(TOLERANCE_SECONDS, real / 100)) return undefined;
  const reason = `says ${told} seconds, but ${shown} lasts ${real}; the file counts`;
  return { field: "duration", reason, remedy: "correct it, or take it away" };
}
