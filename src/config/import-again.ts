/** Reads a module that this process may have read before, and everything that it imports, anew. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** A module that waits for something that never comes. */
const WAIT_MS = 30_000;

/** What a process has once imported it keeps: only a thread begins with nothing. */
const READ = `
import { parentPort, workerData } from "node:worker_threads";
const { file, loader } = workerData;
const read = async () => {
  if (loader === undefined) return (await import(file)).default;
  const { createJiti } = await import(loader);
  return await createJiti(file).import(file, { default: true });
};
const exported = await read();
try {
  parentPort.postMessage(exported);
} catch {
  throw new Error("it exports what is no data, such as a function");
}
process.exit();
`;

/**
 * Its default export.
 *
 * @throws Error where it cannot be loaded, or exports what is no data: a function.
 */
export async function importAgain(file: string): Promise<unknown> {
  const needsLoader = /\.[cm]?ts$/.test(file);
  const loader = createRequire(import.meta.url).resolve("jiti");
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(READ)}`), {
    workerData: {
      file: pathToFileURL(file).href,
      ...(needsLoader ? { loader: pathToFileURL(loader).href } : {}),
    },
    name: "feedwright configuration",
  });
  const late = setTimeout(() => void worker.terminate(), WAIT_MS);
  try {
    return await new Promise<unknown>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("it exported nothing, or took too long")));
    });
  } finally {
    clearTimeout(late);
  }
}
