/** What the floor has to do, seen from what feedwright did: `peers/floor.mjs` does it. */
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Work } from "./contestants.ts";
import type { Command } from "./measured-run.ts";

/** For each file below a folder, by its path there, what changes when it is written again. */
type Listing = ReadonlyMap<string, { readonly size: number; readonly stamp: string }>;

export function listFiles(folder: string): Listing {
  const files = new Map<string, { readonly size: number; readonly stamp: string }>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size, ino, mtimeMs } = statSync(file);
    files.set(path.relative(folder, file), { size, stamp: `${ino} ${mtimeMs} ${size}` });
  }
  return files;
}

/** A file that readers fetch: its path below the output folder, and its bytes. */
export interface Document {
  readonly name: string;
  readonly size: number;
}

/** What a run wrote for readers: new documents, and documents that are not what they were. */
export function writtenBetween(before: Listing, after: Listing): readonly Document[] {
  return [...after]
    .filter(([name, { stamp }]) => !isHidden(name) && before.get(name)?.stamp !== stamp)
    .map(([name, { size }]) => ({ name, size }));
}

/** A program's own notes, even where they lie among its documents. */
export function isHidden(name: string): boolean {
  return path.basename(name).startsWith(".");
}

/**
 * The command of the floor.
 *
 * @param reads files that are read whole, once.
 * @param writes documents to be written.
 */
export function floorCommand(
  { folder, articles }: Work,
  reads: readonly string[],
  writes: readonly Document[],
): Command {
  const program = path.join(import.meta.dirname, "peers/floor.mjs");
  const parameters = [articles, path.join(folder, "feeds")];
  if (reads.length + writes.length > 0) {
    const plan = path.join(folder, "plan.json");
    writeFileSync(plan, JSON.stringify({ reads, writes }));
    parameters.push(plan);
  }
  return { isNode: true, program, parameters, folder };
}
