/** The files of a large run, read by all hands: each takes the next few when it is free. */
import { setImmediate } from "node:timers/promises";
import type { SourceFile } from "../articles/folder.ts";
import { indexFile } from "../articles/index/indexed-file.ts";
import type { IndexedFile } from "../articles/index/indexed-record.ts";
import { openSharedTexts } from "../articles/index/shared-texts.ts";
import type { FolderOpened } from "../articles/read-articles.ts";
import type { Crew } from "./crew.ts";
import type { KeepWithinBound } from "./memory-bound.ts";

/** Few enough that nobody ends much later than the others. */
const FILES_AT_ONCE = 64;

export interface FilesRead {
  readonly files: ReadonlyMap<string, IndexedFile>;
  /** Which thread of the crew has read a file, and may have kept it. */
  readonly readBy: ReadonlyMap<string, number>;
}

/** @throws whatever ended a thread. */
export async function readFiles(
  files: readonly SourceFile[],
  { inheritedBy, options, stories }: FolderOpened,
  crew: Crew,
  keepWithinBound: KeepWithinBound,
): Promise<FilesRead> {
  const read = new Map<string, IndexedFile>();
  const readBy = new Map<string, number>();
  const share = openSharedTexts();
  let next = 0;
  const take = (): readonly SourceFile[] => {
    next += FILES_AT_ONCE;
    return files.slice(next - FILES_AT_ONCE, next);
  };
  const readHere = async (): Promise<void> => {
    for (let some = take(); some.length > 0; some = take()) {
      for (const file of some) {
        const inherited = inheritedBy(file.path);
        read.set(file.path, share(indexFile(file, undefined, inherited, options, stories.keep)));
      }
      keepWithinBound();
      // The others wait for more.
      await setImmediate();
    }
  };
  const readThere = async (thread: number): Promise<void> => {
    for (let some = take(); some.length > 0; some = take()) {
      const toRead = some.map((file) => ({ file, inherited: inheritedBy(file.path) }));
      for (const file of await crew.ask<"read">(thread, { kind: "read", files: toRead })) {
        read.set(file.path, share(file));
        readBy.set(file.path, thread);
      }
    }
  };
  // Two tasks a thread: it has the next at hand when the first thread is slow to answer.
  const others = Array.from({ length: 2 * crew.size }, (_, at) => readThere(at % crew.size));
  await Promise.all([...others, readHere()]);
  return { files: read, readBy };
}
