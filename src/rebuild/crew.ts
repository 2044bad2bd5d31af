/**
 * Threads that read records beside the first one. Each is given one task after the other, and
 * answers in that order.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Article } from "../articles/article.ts";
import type { SourceFile } from "../articles/folder.ts";
import type { IndexedFile } from "../articles/index/indexed-record.ts";
import type { RawFields } from "../articles/record.ts";
import type { Config } from "../config/config.ts";

export interface ThreadSetup {
  readonly config: Config;
  readonly rootName: string;
  /** When the scan began that found the files. */
  readonly startedMs: number;
}

/** Files, each with the fields that its folder gives it. */
export type FilesToRead = readonly {
  readonly file: SourceFile;
  readonly inherited: RawFields;
}[];

interface FilesRead {
  readonly files: readonly IndexedFile[];
  /** The articles in them, whole. */
  readonly articles: readonly Article[];
}

export interface Crew {
  readonly size: number;
  /** @param thread which one of them. */
  readonly read: (thread: number, files: FilesToRead) => Promise<FilesRead>;
  readonly close: () => Promise<void>;
}

/** More threads than this wait for the disk. */
const MOST_THREADS = 3;
const THREAD = fileURLToPath(new URL("./thread.js", import.meta.url));

/** Undefined where a thread more would gain nothing. */
export function openCrew(setup: ThreadSetup): Crew | undefined {
  // The first thread has work of its own.
  const size = Math.min(availableParallelism() - 1, MOST_THREADS);
  // Run from its sources, the program has no compiled thread to start.
  if (size < 1 || !existsSync(THREAD)) return undefined;
  const threads = startThreads(size, setup);
  if (threads === undefined) return undefined;
  return {
    size,
    read: async (thread, files) => {
      const asked = threads[thread % size];
      if (asked === undefined) throw new RangeError(`there is no thread ${thread}`);
      return asked.read(files);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Undefined where the system grants none: the first thread can do it all. */
function startThreads(size: number, setup: ThreadSetup): readonly Thread[] | undefined {
  try {
    return Array.from({ length: size }, () => openThread(setup));
  } catch {
    return undefined;
  }
}

interface Thread {
  readonly read: (files: FilesToRead) => Promise<FilesRead>;
  readonly close: () => Promise<unknown>;
}

interface Waiting {
  readonly resolve: (answer: FilesRead) => void;
  readonly reject: (error: unknown) => void;
}

/** Nearly all that a thread makes is garbage at once: more room for it only takes memory. */
const YOUNG = { maxYoungGenerationSizeMb: 16 };

function openThread(setup: ThreadSetup): Thread {
  const worker = new Worker(THREAD, {
    workerData: setup,
    name: "feedwright",
    resourceLimits: YOUNG,
  });
  const waiting: Waiting[] = [];
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", (answer: FilesRead) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", (code) => fail(new Error(`a thread ended with ${code}`)));
  // A run that has thrown must not be kept alive by its threads.
  worker.unref();
  return {
    read: (files) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        worker.ref();
        worker.postMessage(files);
        waiting.push({ resolve, reject });
      }),
    close: () => worker.terminate(),
  };
}
