/** The files of a large run, read by a crew: each thread takes the next few when it is free. */
import type { SourceFile } from "../articles/folder.ts";
import type { IndexedFile } from "../articles/index/article-index.ts";
import type { FolderOpened } from "../articles/read-articles.ts";
import type { Crew } from "./crew.ts";

/** Few enough that no thread ends much later than the others. */
const FILES_AT_ONCE = 64;

export interface FilesRead {
  readonly files: ReadonlyMap<string, IndexedFile>;
  /** Which thread has read a file, and may have kept it. */
  readonly readBy: ReadonlyMap<string, number>;
}

/** @throws whatever ended a thread. */
export async function readFiles(
  files: readonly SourceFile[],
  inheritedBy: FolderOpened["inheritedBy"],
  crew: Crew,
): Promise<FilesRead> {
  const read = new Map<string, IndexedFile>();
  const readBy = new Map<string, number>();
  let next = 0;
  const work = async (thread: number): Promise<void> => {
    while (next < files.length) {
      const some = files.slice(next, next + FILES_AT_ONCE);
      next += FILES_AT_ONCE;
      const toRead = some.map((file) => ({ file, inherited: inheritedBy(file.path) }));
      for (const file of await crew.ask<"read">(thread, { kind: "read", files: toRead })) {
        read.set(file.path, file);
        readBy.set(file.path, thread);
      }
    }
  };
  await Promise.all(Array.from({ length: crew.size }, (_, thread) => work(thread)));
  return { files: read, readBy };
}
