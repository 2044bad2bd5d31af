/** The crew of a run: there from the moment on at which there is enough to do. */
import type { SourceFile } from "../articles/folder.ts";
import type { FolderOpened } from "../articles/read-articles.ts";
import type { Config } from "../config/config.ts";
import { type Crew, openCrew } from "./crew.ts";
import { type KeepWithinBound, openMemoryBound } from "./memory-bound.ts";
import { type FilesRead, readFiles } from "./read-ahead.ts";

export interface Hands {
  /** Reads what no run has read yet, where that is much. */
  readonly readAhead: (opened: FolderOpened) => Promise<FilesRead["files"]>;
  /** The crew, where so many bodies are worth one; a thread that has ended helps nobody. */
  readonly crewFor: (bodies: number) => Crew | undefined;
  readonly readBy: () => FilesRead["readBy"];
  /** To be called between two pieces of work in the first thread. */
  readonly keepWithinBound: KeepWithinBound;
  readonly close: () => Promise<void>;
}

/** Starting threads takes as long as reading so many records. */
const WORTH_A_CREW = 1_500;

export function openHands(config: Config, nowMs: number): Hands {
  const keepWithinBound = openMemoryBound();
  let crew: Crew | undefined;
  let setup: Parameters<typeof openCrew>[0] | undefined;
  let read: FilesRead = { files: new Map(), readBy: new Map() };
  const start = (): Crew | undefined => {
    crew ??= setup === undefined ? undefined : openCrew(setup);
    return crew;
  };
  return {
    readAhead: async (opened) => {
      const { records, index, options } = opened;
      setup = { config, nowMs, rootName: options.rootName ?? "", startedMs: options.startedMs };
      const unread = records.filter(({ path }: SourceFile) => index.fileAt(path) === undefined);
      const threads = unread.length < WORTH_A_CREW ? undefined : start();
      // Whatever is not read ahead, the first thread reads itself, and tells what is wrong.
      if (threads !== undefined)
        read = await readFiles(unread, opened, threads, keepWithinBound).catch(() => read);
      return read.files;
    },
    // Pictures on the web are asked by the first thread.
    crewFor: (bodies) => (bodies < WORTH_A_CREW || config.images.probe ? undefined : start()),
    readBy: () => read.readBy,
    keepWithinBound,
    close: async () => crew?.close(),
  };
}
