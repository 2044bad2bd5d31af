/** Opening a file of the output folder, so that what is read is surely what was asked for. */
import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../../errors.ts";
import { isVisibleName } from "./inner-path.ts";

export interface OpenFile {
  /** To be closed by who has it. */
  readonly handle: FileHandle;
  readonly version: FileVersion;
}

/** What tells one version of a file from the next. */
export interface FileVersion {
  /** Differs whenever somebody wrote the file, or put another in its place. */
  readonly stamp: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** The last change of the file or of its name, by the clock of the system. */
  readonly changedMs: number;
}

/** A pipe that nobody writes to must not hold us. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @param inner a path of `innerPath`.
 * @returns undefined where there is no regular file, or a link leads out of the folder or to
 * something hidden.
 * @throws the error of the system where the file may be there, but cannot be had now.
 */
export async function openInside(root: string, inner: string): Promise<OpenFile | undefined> {
  return await unlessAbsent(async () => {
    for (let attempt = 1; ; attempt++) {
      const handle = await open(path.join(root, inner), FLAGS);
      const found = await lookAt(root, inner, handle).catch(async (error: unknown) => {
        await handle.close();
        throw error;
      });
      if (typeof found === "object") return { handle, version: found };
      await handle.close();
      if (found === "refused" || attempt === ATTEMPTS) return undefined;
    }
  });
}

/** A name is given to another file in no time; who does so again and again is not in good faith. */
const ATTEMPTS = 10;

/** "replaced": the name belongs to another file by now, which has to be opened in its stead. */
async function lookAt(
  root: string,
  inner: string,
  handle: FileHandle,
): Promise<FileVersion | "refused" | "replaced"> {
  const opened = await handle.stat({ bigint: true });
  if (!opened.isFile()) return "refused";
  const realRoot = await realpath(root);
  const real = await realpath(path.join(root, inner));
  const below = path.relative(realRoot, real);
  if (path.isAbsolute(below) || !below.split(path.sep).every(isVisibleName)) return "refused";
  const named = await stat(real, { bigint: true });
  if (named.ino !== opened.ino || named.dev !== opened.dev) return "replaced";
  return versionOf(opened);
}

/** The version that is there now, whoever it belongs to; for files that were opened before. */
export async function versionAt(root: string, inner: string): Promise<FileVersion | undefined> {
  return await unlessAbsent(async () => {
    const found = await stat(path.join(root, inner), { bigint: true });
    return found.isFile() ? versionOf(found) : undefined;
  });
}

/** Of an open file: it may be written while we read. */
export async function versionOfOpen(handle: FileHandle): Promise<FileVersion> {
  return versionOf(await handle.stat({ bigint: true }));
}

function versionOf(stats: BigIntStats): FileVersion {
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return {
    stamp: `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`,
    size: Number(size),
    modifiedMs: Number(stats.mtimeMs),
    changedMs: Number(stats.ctimeMs),
  };
}

/** What the system says of names that lead nowhere, or nowhere we may look. */
const ABSENT = /^E(?:NOENT|NOTDIR|ISDIR|LOOP|NAMETOOLONG|ACCES|PERM|NXIO|NODEV|INVAL)$/;

async function unlessAbsent<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (ABSENT.test(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}
