/** Whether a file is the one that was seen before, told without opening it. */
import type { Stats } from "node:fs";

/** Differs whenever somebody wrote the file, or put another in its place: size, and both times. */
export function versionOf({ size, mtimeMs, ctimeMs }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

/** What a version says of the file; nothing but zeros where there was none. */
export function readVersion(version: string): {
  readonly bytes: number;
  /** When it was last written, and when its entry was. */
  readonly modifiedMs: number;
  readonly changedMs: number;
} {
  const [bytes = 0, modifiedMs = 0, changedMs = 0] = version.split(" ", 3).map(Number);
  return { bytes, modifiedMs, changedMs };
}

/** Disks tell the time of a change in steps of up to two seconds. */
const UNSURE_MS = 2_000;

/**
 * Whether a file was last written so long ago that it cannot change again without its version
 * telling.
 *
 * @param startedMs when the run began, by the clock of this machine.
 */
export function isSettled(version: string, startedMs: number): boolean {
  const { modifiedMs, changedMs } = readVersion(version);
  const surelyMs = startedMs - UNSURE_MS;
  // A time far ahead was given to the file, and the other tells when.
  const isAhead = modifiedMs > startedMs + UNSURE_MS;
  return (isAhead || modifiedMs <= surelyMs) && changedMs <= surelyMs;
}
