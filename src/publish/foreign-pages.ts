/** Pages in the output folder that somebody else put there: a site's own `index.html`. */
import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { entryAt } from "./documents.ts";

/** What is known to lie there as ours. */
interface Known {
  readonly folder: string;
  readonly known: ReadonlyMap<string, string>;
}

/** Each page of ours says so in its head, so that a lost manifest makes no stranger of it. */
const MARK = /<meta name="generator" content="feedwright">/;
const HEAD_BYTES = 16 * 1024;

/** Whether something stands in the place of a page that is not ours to replace. */
export function isForeignPage({ folder, known }: Known, name: string): boolean {
  if (known.has(name)) return false;
  const file = path.join(folder, name);
  const entry = entryAt(file);
  if (entry === undefined || entry.isDirectory()) return false;
  return !entry.isFile() || !MARK.test(beginningOf(file));
}

function beginningOf(file: string): string {
  const bytes = Buffer.alloc(HEAD_BYTES);
  try {
    const descriptor = openSync(file, "r");
    try {
      return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // What cannot be read is not known to be ours.
    return "";
  }
}
