/** Why an output folder cannot be written, in words that say what to do. */
import { errorCode, OperationalError } from "../errors.ts";

interface Words {
  readonly what: string;
  readonly remedy: string;
}

const ROOM = "Make room there, then run again.";
const GONE = "See to it that nothing else empties the output folder, then run again.";
const LIMIT = "Raise the limit (ulimit -n 1024), then run again.";
const LEAVE = "Give the user that runs feedwright leave to write there, then run again.";
const PLACE = "Take away what stands in the way, or give the feed another path, then run again.";

const WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: { what: "the disk is full", remedy: ROOM },
  EDQUOT: { what: "the quota of disk space is used up", remedy: ROOM },
  EROFS: {
    what: "its file system may only be read",
    remedy: "Mount it for writing, or name another output folder in the configuration.",
  },
  EACCES: { what: "that is not permitted", remedy: LEAVE },
  EPERM: { what: "that is not permitted", remedy: LEAVE },
  ENAMETOOLONG: {
    what: "the name is too long for its file system",
    remedy: "Give the feed a shorter path in the configuration.",
  },
  EMFILE: { what: "this process has too many files open", remedy: LIMIT },
  ENFILE: { what: "this machine has too many files open", remedy: LIMIT },
  ENOENT: { what: "its folder is not there any more, or cannot be made", remedy: GONE },
  ESTALE: { what: "its folder is not there any more, or cannot be made", remedy: GONE },
  ENOTDIR: { what: "a file stands in the place of a folder", remedy: PLACE },
  EEXIST: { what: "a file stands in the place of a folder", remedy: PLACE },
  EISDIR: { what: "a folder stands in the place of a file", remedy: PLACE },
  ENOTEMPTY: { what: "a folder stands in the place of a file", remedy: PLACE },
  EIO: {
    what: "the disk fails",
    remedy: "Look into the log of the system, mend the disk, then run again.",
  },
};

const OTHERWISE = "Check that the folder is writable and has room, then run again.";

/** @param place what was to be written, as people know it. */
export function outputRefused(place: string, cause: unknown): OperationalError {
  if (cause instanceof OperationalError) return cause;
  const words = WORDS[errorCode(cause) ?? ""];
  const what = words?.what ?? (cause instanceof Error ? cause.message : String(cause));
  const message = `${place} cannot be written: ${what}. The last good feeds stay.`;
  return new OperationalError("OUTPUT_NOT_WRITABLE", message, words?.remedy ?? OTHERWISE, cause);
}

/** What the output folder holds is not what it held when the run began. */
export function outputGone(folder: string): OperationalError {
  const message = `${folder} was taken away or replaced while feedwright published into it.`;
  return new OperationalError("OUTPUT_NOT_WRITABLE", message, GONE);
}
