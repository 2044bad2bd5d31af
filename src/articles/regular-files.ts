/** Regular files, opened one way: what is no file, or cannot be read, is a fault in words. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { errorCode, type Fault } from "../errors.ts";

/** What a file is named as; the words of its faults depend on it. */
export type FileRole = "picture" | "recording";

export interface RegularFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /**
   * The bytes from a place on; fewer where the file ends. The caller bounds the length.
   *
   * @throws what `node:fs` throws; `fileFault` has words for it.
   */
  readonly read: (position: number, length: number) => Buffer;
  readonly close: () => void;
}

/** Never throws and never waits. The caller closes what is opened. */
export function openRegularFile(
  file: string,
  role: FileRole,
): RegularFile | { readonly fault: Fault } {
  let handle: number | undefined;
  try {
    // A FIFO or a device would block or never end.
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    handle = opened;
    const stats = fstatSync(opened);
    if (stats.isFile()) {
      handle = undefined;
      const read = (position: number, length: number) => readPiece(opened, position, length);
      return { size: stats.size, read, close: () => closeSync(opened) };
    }
    const what = stats.isDirectory() ? "a folder" : "no regular file";
    return { fault: { reason: `is ${what}`, remedy: `name a ${role} file` } };
  } catch (error) {
    return { fault: fileFault(error, role) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readPiece(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(handle, bytes, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** What went wrong, by the code of the error. */
export function fileFault(error: unknown, role: FileRole): Fault {
  const code = errorCode(error) ?? "";
  if (code === "ENOENT" || code === "ENOTDIR") {
    return { reason: "is not there", remedy: `add the ${role}, or take its name out` };
  }
  if (code === "EACCES" || code === "EPERM") {
    return { reason: "may not be read", remedy: "give feedwright the right to read it" };
  }
  return { reason: `cannot be read (${code || "unknown error"})`, remedy: "check the file" };
}
