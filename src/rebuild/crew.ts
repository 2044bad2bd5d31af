/**
 * Threads that read and parse what a large run has to, while the first one renders and writes. Each
 * thread is given one task after the other, and answers in that order.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Answers, Task, ThreadSetup } from "./tasks.ts";

export interface Crew {
  readonly size: number;
  /** @param thread which one of them; files that one has read are soonest parsed by the same. */
  readonly ask: <Kind extends Task["kind"]>(
    thread: number,
    task: Extract<Task, { readonly kind: Kind }>,
  ) => Promise<Answers[Kind]>;
  readonly close: () => Promise<void>;
}

/** More threads than this wait for the one that renders. */
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
    ask: (thread, task) => {
      const asked = threads[thread % size];
      if (asked === undefined) throw new RangeError(`there is no thread ${thread}`);
      return asked.ask(task) as never;
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
  readonly ask: (task: Task) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Most of what a thread makes is garbage at once: more room for it only takes memory. */
const YOUNG = { maxYoungGenerationSizeMb: 24 };

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
  worker.on("message", (answer: unknown) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", (code) => fail(new Error(`a thread ended with ${code}`)));
  // A run that has thrown must not be kept alive by its threads.
  worker.unref();
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        worker.ref();
        worker.postMessage(task);
        waiting.push({ resolve, reject });
      }),
    close: () => worker.terminate(),
  };
}
