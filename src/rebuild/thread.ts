/** A thread that reads records: `crew.ts` starts it and hands out its tasks. */
import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../articles/article.ts";
import { indexFile } from "../articles/index/indexed-file.ts";
import { readingContext } from "../site-scan.ts";
import type { FilesToRead, ThreadSetup } from "./crew.ts";
import { openMemoryBound } from "./memory-bound.ts";

const { config, rootName, startedMs } = workerData as ThreadSetup;
/** A look at its small heap takes a few milliseconds. */
const GARBAGE_BYTES = 12 * 1024 * 1024;

const keepWithinBound = openMemoryBound(GARBAGE_BYTES, 0);
const context = { ...readingContext(config), rootName, startedMs };

parentPort?.on("message", (given: FilesToRead) => {
  const articles: Article[] = [];
  const keep = (some: readonly Article[]): void => {
    articles.push(...some);
  };
  const files = given.map(({ file, inherited }) => {
    return indexFile(file, undefined, inherited, context, keep);
  });
  parentPort?.postMessage({ files, articles });
  keepWithinBound();
});
