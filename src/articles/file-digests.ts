/** What files hold, told by a digest: files that have not changed are not read again. */
import { createHash } from "node:crypto";
import path from "node:path";
import { isSettled } from "./file-versions.ts";
import type { LocalFile } from "./local-files.ts";
import { type HeldCaches, openCacheFile } from "./pictures/cache-file.ts";
import { openRegularFile } from "./regular-files.ts";

export interface FileDigests {
  /** The SHA-256 in hexadecimal; undefined where the file cannot be read. */
  readonly of: (found: LocalFile) => string | undefined;
  /** It was wrong: the file is read again when somebody asks. */
  readonly forget: (file: string) => void;
  /** Remembers for the next run what this one has seen. */
  readonly save: () => void;
}

/** Whatever changes what is remembered makes it start anew. */
const VERSION = "1";
const PIECE_BYTES = 1024 * 1024;

/**
 * @param cache the folder of what is remembered between runs.
 * @param startedMs when the run began, by the clock of this machine.
 */
export function openFileDigests(cache: string, startedMs: number, held?: HeldCaches): FileDigests {
  const memory = openCacheFile(path.join(cache, "digests.json"), VERSION, held);
  const read = new Map<string, string | undefined>();
  return {
    of: ({ file, version }) => {
      const known = memory.get(file);
      if (isKnown(known) && known[0] === version) return known[1];
      // Within a run each file is read once.
      const name = `${file}\n${version}`;
      if (!read.has(name)) {
        const digest = digestOfFile(file);
        read.set(name, digest);
        if (digest !== undefined && isSettled(version, startedMs)) {
          memory.set(file, [version, digest]);
        }
      }
      return read.get(name);
    },
    forget: (file) => {
      memory.drop(file);
      read.clear();
    },
    save: () => {
      memory.save();
    },
  };
}

function isKnown(entry: unknown): entry is readonly [version: string, digest: string] {
  return Array.isArray(entry) && typeof entry[0] === "string" && /^[\da-f]{64}$/.test(entry[1]);
}

/** A piece at a time: recordings are larger than what a run may take of memory. */
function digestOfFile(file: string): string | undefined {
  const opened = openRegularFile(file, "recording");
  if ("fault" in opened) return undefined;
  try {
    const digest = createHash("sha256");
    for (let at = 0; ; ) {
      const piece = opened.read(at, PIECE_BYTES);
      if (piece.length === 0) return digest.digest("hex");
      digest.update(piece);
      at += piece.length;
    }
  } catch {
    return undefined;
  } finally {
    opened.close();
  }
}
