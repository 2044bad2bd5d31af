/**
 * The ledger where it lies. A run that cannot read it must not publish: without it, articles that
 * have moved would be new to every reader.
 */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { OperationalError, type Problem } from "../../errors.ts";
import {
  type LedgerLine,
  type LedgerText,
  linesAsRead,
  readLedgerLines,
  writeLedgerLines,
} from "./ledger-lines.ts";

export interface Ledger {
  /** See `LedgerText`: two lines may hold one guid. */
  readonly lines: readonly LedgerLine[];
  /** There is no file, or no line in it: what was published has to be asked. */
  readonly isEmpty: boolean;
  /** Lines that nobody can read, and merges that nobody finished. */
  readonly problems: readonly Problem[];
  /** Of these what the run puts right: the next one has nothing to say of it. */
  readonly mended: readonly Problem[];
  /**
   * To be called before a document is published, as often as need be: what readers have seen must
   * be in the ledger even where the run ends there. A line for what nobody has seen yet does no
   * harm.
   *
   * @param lines what `linesAfter` gives.
   * @returns whether the file had to be written.
   * @throws OperationalError LEDGER_NOT_WRITABLE
   */
  readonly save: (lines: readonly LedgerLine[]) => boolean;
}

/** What one process holds of the ledger between its runs: what its text says. */
export interface HeldLedger {
  last?: { readonly bytes: Buffer; readonly read: LedgerText };
}

/** A million articles; whatever is larger is something else. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * @param file need not be there.
 * @param shown how messages name it.
 * @param held spares the understanding of a text that an earlier run has left.
 * @throws OperationalError LEDGER_UNREADABLE
 */
export function openLedger(file: string, shown: string, held?: HeldLedger): Ledger {
  const bytes = readLedger(file, shown);
  const known = isSame(held?.last?.bytes, bytes) ? held?.last?.read : undefined;
  const read = known ?? readLedgerLines(textOf(bytes, shown));
  if (held !== undefined && bytes !== undefined) held.last = { bytes, read };
  let last = bytes;
  const problems = read.faults.map((fault) => ({ file: shown, ...fault }));
  let cameIn: readonly LedgerLine[] = [];
  return {
    lines: read.lines,
    isEmpty: read.lines.length === 0,
    problems,
    mended: read.hasConflict ? problems.slice(0, 1) : [],
    save: (lines) => {
      if (lines === read.lines && !read.hasConflict) return false;
      const now = readLedger(file, shown);
      if (!isSame(now, last)) {
        const after = readLedgerLines(textOf(now, shown));
        cameIn = [...cameIn, ...linesNotIn(after, read, lines)];
      }
      const all = cameIn.length === 0 ? lines : [...lines, ...cameIn];
      const after = Buffer.from(writeLedgerLines(all, read.kept));
      if (isSame(after, now) || (now === undefined && all.length === 0)) return false;
      writeLedger(file, shown, after);
      if (held !== undefined) hold(held, after, read, all);
      last = after;
      return true;
    },
  };
}

/** What reading the text again would give, where that is plain. */
function hold(
  held: HeldLedger,
  bytes: Buffer,
  before: LedgerText,
  all: readonly LedgerLine[],
): void {
  delete held.last;
  if (before.kept.length > 0 || before.faults.length > 0) return;
  const lines = linesAsRead(all, new Set(before.lines));
  held.last = { bytes, read: { lines, kept: [], faults: [], hasConflict: false } };
}

/** Somebody, `git pull` say, has written the file during the run: what came in is kept. */
function linesNotIn(
  now: LedgerText,
  before: LedgerText,
  lines: readonly LedgerLine[],
): readonly LedgerLine[] {
  const known = new Set([...lines, ...before.lines].map(({ guid }) => guid));
  return now.lines.filter(({ guid }) => !known.has(guid));
}

/** Undefined where there is none. */
function readLedger(file: string, shown: string): Buffer | undefined {
  try {
    const stats = statOf(file);
    if (stats === undefined) return undefined;
    // A pipe would never end.
    if (!stats.isFile()) throw unreadable(shown, stats.isDirectory() ? "is a folder" : NO_FILE);
    if (stats.size > MAX_BYTES) throw unreadable(shown, "is too large to be a ledger");
    return readFileSync(file);
  } catch (error) {
    if (error instanceof OperationalError) throw error;
    throw unreadable(shown, reasonOf(error), error);
  }
}

function textOf(bytes: Buffer | undefined, shown: string): string {
  if (bytes === undefined) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw unreadable(shown, reasonOf(error), error);
  }
}

function isSame(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

const NO_FILE = "is no regular file";

/** A link that leads nowhere is no ledger that is not there yet: what it leads to has gone. */
function statOf(file: string): Stats | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) return stats;
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  throw new Error("it is a link that leads nowhere");
}

function unreadable(shown: string, reason: string, cause?: unknown): OperationalError {
  const message = `The ledger ${shown} cannot be used: ${reason}. Nothing is published.`;
  const remedy =
    "Restore it as UTF-8 text from your last commit or backup. If it is lost, take it away: " +
    "it is then rebuilt from the feeds in the output folder.";
  return new OperationalError("LEDGER_UNREADABLE", message, remedy, cause);
}

function reasonOf(error: unknown): string {
  const isText = error instanceof TypeError && !("syscall" in error);
  if (isText) return "it is not UTF-8";
  return error instanceof Error ? error.message : String(error);
}

function writeLedger(file: string, shown: string, bytes: Buffer): void {
  try {
    // Where the file is a link, the link stays.
    const target = statOf(file) === undefined ? file : realpathSync(file);
    replaceFile(target, bytes);
  } catch (cause) {
    const message = `The ledger ${shown} cannot be written: ${reasonOf(cause)}`;
    const remedy =
      "Check that its folder is there, is writable and has room; nothing was published, so that " +
      "no article is shown under a guid that is forgotten.";
    throw new OperationalError("LEDGER_NOT_WRITABLE", message, remedy, cause);
  }
}

/** A reader of the file, or a power cut, meets the old ledger or the new one. */
function replaceFile(target: string, bytes: Buffer): void {
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  // The same name in every run: what a killed one leaves behind is gone after the next.
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.tmp`);
  rmSync(beside, { force: true });
  try {
    const descriptor = openSync(beside, "wx");
    try {
      writeWhole(descriptor, bytes);
      if (mode !== undefined) fchmodSync(descriptor, mode & 0o777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushFolder(path.dirname(target));
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}

/** The rename itself has to reach the disk, too. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
