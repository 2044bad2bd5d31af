/** The files of a large run, read by several threads: each takes the next few when it is free. */
import { setImmediate } from "node:timers/promises";
import type { SourceFile } from "../articles/folder.ts";
import { indexFile } from "../articles/index/indexed-file.ts";
import type { IndexedFile } from "../articles/index/indexed-record.ts";
import { openSharedTexts } from "../articles/index/shared-texts.ts";
import type { FolderOpened } from "../articles/read-articles.ts";
import type { Config } from "../config/config.ts";
import { type Crew, openCrew } from "./crew.ts";
import type { KeepWithinBound } from "./memory-bound.ts";

/** Starting a thread takes as long as reading some hundred records. */
const WORTH_A_CREW = 1_500;
/** Few enough that nobody ends much later than the others. */
const FILES_AT_ONCE = 64;

/** Reads what no run has read yet, where that is much; gives it by the paths. */
export async function readAhead(
  opened: FolderOpened,
  config: Config,
  keepWithinBound: KeepWithinBound,
): Promise<ReadonlyMap<string, IndexedFile>> {
  const { records, index, options } = opened;
  const unread = records.filter(({ path }) => index.fileAt(path) === undefined);
  if (unread.length < WORTH_A_CREW) return new Map();
  const { rootName = "", startedMs } = options;
  const crew = openCrew({ config, rootName, startedMs });
  if (crew === undefined) return new Map();
  try {
    return await readTogether(unread, opened, crew, keepWithinBound);
  } finally {
    await crew.close();
  }
}

async function readTogether(
  files: readonly SourceFile[],
  { inheritedBy, options, stories, fileAt }: FolderOpened,
  crew: Crew,
  keepWithinBound: KeepWithinBound,
): Promise<ReadonlyMap<string, IndexedFile>> {
  const read = new Map<string, IndexedFile>();
  const share = openSharedTexts(fileAt);
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
      const answer = await crew.read(thread, toRead);
      for (const file of answer.files) read.set(file.path, share(file));
      stories.keep(answer.articles);
    }
  };
  // Two tasks a thread: it has the next at hand when the first thread is slow to answer. What a
  // thread that ended has not read is missing here, and read later.
  const others = Array.from({ length: 2 * crew.size }, (_, at) =>
    readThere(at % crew.size).catch(() => {}),
  );
  await Promise.all([...others, readHere()]);
  return read;
}
