/**
 * A disposable file of many small entries: written whole or not at all, and continued at its end
 * where little has changed. Every line carries its digest: what reads well is what was written.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { writeCache } from "../cache-folder.ts";
import { digestOfBytes } from "../digests.ts";

/** Entries a line: few enough for small strings, enough for the parser to run. */
const LINE_ENTRIES = 256;
const NEW_LINE = 10;
const SPACE = 32;

/** `stale`: of another version or configuration; `broken`: not as it was written. */
export type SnapshotRead =
  | { readonly kind: "read"; readonly entries: number }
  | { readonly kind: "missing" | "stale" | "broken" };

/**
 * Never throws. The first line is the version; entries come in the order of their writing.
 *
 * @param take is given each entry; where the outcome is `broken`, some of what it was given.
 */
export function readSnapshot<Entry>(
  file: string,
  version: string,
  take: (entry: Entry) => void,
): SnapshotRead {
  const bytes = bytesOf(file);
  if (bytes === undefined) return { kind: "missing" };
  try {
    const lines = linesOf(bytes);
    const first = lines.next().value;
    if (!Array.isArray(first) || first[0] !== PROGRAM) return { kind: "broken" };
    if (first[1] !== version) return { kind: "stale" };
    let entries = 0;
    for (const line of lines) {
      for (const entry of line as readonly Entry[]) take(entry);
      entries += (line as readonly Entry[]).length;
    }
    return { kind: "read", entries };
  } catch {
    return { kind: "broken" };
  }
}

const PROGRAM = "feedwright";

/** @throws where a line is not as it was written. */
function* linesOf(bytes: Buffer): Generator<unknown> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEW_LINE, start);
    const middle = bytes.indexOf(SPACE, start);
    const json = bytes.subarray(middle + 1, end);
    if (end === -1 || digestOfBytes(json) !== bytes.toString("latin1", start, middle)) {
      throw new Error("a line is not as it was written");
    }
    yield JSON.parse(json.toString("utf8"));
    start = end + 1;
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Where it cannot be written, the next run starts anew. */
export function writeSnapshot<Entry>(
  file: string,
  version: string,
  entries: readonly Entry[],
  asWritten: (entry: Entry) => unknown = (entry) => entry,
): void {
  writeCache(file, linesFor(version, entries, asWritten));
}

/** One at a time: together they are as large as all that is known. */
function* linesFor<Entry>(
  version: string,
  entries: readonly Entry[],
  asWritten: (entry: Entry) => unknown,
): Generator<Buffer> {
  yield lineOf([PROGRAM, version]);
  for (let start = 0; start < entries.length; start += LINE_ENTRIES) {
    yield lineOf(entries.slice(start, start + LINE_ENTRIES).map(asWritten));
  }
}

/** Adds entries behind those of a file that has just been read. */
export function continueSnapshot(file: string, entries: readonly unknown[]): void {
  try {
    appendFileSync(file, lineOf(entries));
  } catch {
    // The next run finds the same changes again.
  }
}

function lineOf(value: readonly unknown[]): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`${digestOfBytes(json)} `), json, Buffer.from("\n")]);
}
