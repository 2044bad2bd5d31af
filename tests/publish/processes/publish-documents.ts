/**
 * Publishes one generation of documents after the other, as runs do: `publish-documents.ts FOLDER
 * FIRST LAST COUNT [FREE]`. Prints `begun 7` once it holds the lock for the seventh, and the error that
 * ends it. Of the files that the system lets it open it can leave only so many free.
 */
import { closeSync, openSync } from "node:fs";
import { OperationalError } from "../../../src/errors.ts";
import { openFolder } from "../../../src/publish/folder.ts";
import { lockFolder } from "../../../src/publish/lock.ts";
import { documentsOf } from "../generation.ts";

const [folder = "", first, last, count, free] = process.argv.slice(2);

async function publish(generation: number): Promise<void> {
  const lock = await lockFolder(folder);
  process.stdout.write(`begun ${generation}\n`);
  try {
    const output = openFolder(folder, { compress: ["gz"] });
    try {
      for (const [path, text] of documentsOf(generation, Number(count))) {
        await output.publish({ path, bytes: Buffer.from(text) });
        lock.refresh();
      }
      await output.finish({ archives: new Map(), articles: generation });
    } finally {
      await output.close();
    }
  } finally {
    lock.release();
  }
}

/** Opens files until no more may be opened, and closes some again. */
function useUpDescriptors(left: number): void {
  const open: number[] = [];
  try {
    for (;;) open.push(openSync("/dev/null", "r"));
  } catch {
    for (const descriptor of open.slice(0, left)) closeSync(descriptor);
  }
}

if (free !== undefined) useUpDescriptors(Number(free));
try {
  for (let generation = Number(first); generation <= Number(last); generation++) {
    await publish(generation);
  }
} catch (error) {
  if (!(error instanceof OperationalError)) throw error;
  process.stdout.write(`${error.code}: ${error.message} ${error.remedy}\n`);
  process.exitCode = 2;
}
