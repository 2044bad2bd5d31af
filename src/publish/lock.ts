/**
 * One run at a time on one output folder, over processes and machines. The lock is a file in the
 * folder that only one can create. It outlives a run that was killed: the next one finds that its
 * holder is no more and takes it away, which in turn only one can do.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode, OperationalError } from "../errors.ts";
import { flushFolder, makeFolder } from "./folders.ts";
import { type Holder, holderHere, holderText, isStale, parseHolder, startOf } from "./holder.ts";
import { outputRefused } from "./refusals.ts";

const LOCK = ".feedwright.lock";
/** Often enough for a cron job that waits, and cheap. */
const POLL_MS = 100;
/** Runs of a cron job overlap by less. */
const WAIT_MS = 60_000;
const REFRESH_MS = 10_000;

export interface Lock {
  /**
   * Tells others that this run goes on; to be called between feeds, as a run that computes for long
   * stands still for timers. Costs next to nothing.
   *
   * @throws OperationalError LOCK_LOST where another run has taken the folder over.
   */
  readonly refresh: () => void;
  /** Lets the next run in. Leaves a lock alone that is another's by now; never throws. */
  readonly release: () => void;
}

export interface LockOptions {
  /** How long to wait for a run that holds the folder; 0: not at all. */
  readonly waitMs?: number;
  /** Called once, with who holds it, where there is somebody to be waited for. */
  readonly onWait?: (holder: string) => void;
}

/**
 * Makes the folder where there is none.
 *
 * @throws OperationalError LOCKED where the other run has not ended in time; OUTPUT_NOT_WRITABLE.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<Lock> {
  const file = path.join(folder, LOCK);
  try {
    for (const holder of makeFolder(folder)) await flushFolder(holder);
    return holdLock(file, await acquire(file, options));
  } catch (error) {
    throw outputRefused(file, error);
  }
}

async function acquire(file: string, { waitMs = WAIT_MS, onWait }: LockOptions): Promise<Holder> {
  const self = holderHere();
  const endMs = performance.now() + waitMs;
  for (let isFirst = true; ; isFirst = false) {
    if (create(file, self)) return self;
    const found = look(file);
    if (found === undefined || breakStale(file, found, self)) continue;
    if (performance.now() >= endMs) throw locked(file, found.holder);
    if (isFirst) onWait?.(holderName(found.holder));
    await delay(POLL_MS);
  }
}

/** Tells whether the lock is ours now. */
function create(file: string, self: Holder): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o644);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
  try {
    writeSync(descriptor, holderText(self));
    return true;
  } catch (error) {
    // A full disk: an empty lock would hold others back for a while.
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** What stands in the place of a lock. */
interface Found {
  readonly holder: Holder | undefined;
  readonly changedMs: number;
  /** Of this lock and no other in its place. */
  readonly identity: string;
  readonly isFolder: boolean;
}

/** Undefined where there is none. Links are not followed, nor pipes waited for. */
function look(file: string): Found | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const text = stat.isFile() ? readSmall(file) : "";
  const holder = parseHolder(text);
  const of = holder?.token ?? `${text} ${stat.ino} ${stat.mtimeMs} ${stat.ctimeMs}`;
  const identity = createHash("sha256").update(of).digest("hex").slice(0, 16);
  return { holder, changedMs: stat.mtimeMs, identity, isFolder: stat.isDirectory() };
}

const LOCK_BYTES = 4096;

function readSmall(file: string): string {
  try {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const descriptor = openSync(file, flags);
    try {
      const stat: Stats = fstatSync(descriptor);
      return stat.isFile() && stat.size <= LOCK_BYTES ? readFileSync(descriptor, "utf8") : "";
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}

/** How many runs may be cut short in the very act of taking a stale lock away. */
const BREAKS = 8;

/**
 * Takes a stale lock away; tells whether its place may be free. Only who creates the claim on this
 * very lock may do so, and only while it still stands there: otherwise one that found it stale a
 * moment ago would take away the lock of the next run. A claim is a lock, too, and may be stale.
 */
function breakStale(file: string, found: Found, self: Holder, breaks = BREAKS): boolean {
  if (!isStaleNow(found, Date.now(), self)) return false;
  const claim = path.join(path.dirname(file), `${LOCK}.${found.identity}`);
  if (!create(claim, self)) {
    const other = look(claim);
    if (other !== undefined && breaks > 0) breakStale(claim, other, self, breaks - 1);
    return false;
  }
  try {
    const [now, claimed] = [look(file), look(claim)];
    if (now?.identity !== found.identity) return true;
    // The clock of another machine may differ; both files were dated by one file system.
    if (claimed === undefined || !isStaleNow(now, claimed.changedMs, self)) return false;
    if (now.isFolder) rmdirSync(file);
    else rmSync(file, { force: true });
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * Tokens of locks that this process has let go of and could not take away, as the folder was gone
 * or not to be written just then. They hold it back no more, although their holder lives on.
 */
const leftBehind = new Set<string>();

function holdLock(file: string, self: Holder): Lock {
  let refreshedMs = performance.now();
  const refresh = () => {
    if (performance.now() - refreshedMs < REFRESH_MS) return;
    if (!touch(file, self)) throw lost(file);
    refreshedMs = performance.now();
  };
  const timer = setInterval(() => {
    try {
      refresh();
    } catch {
      // The run itself is told when it asks.
    }
  }, REFRESH_MS);
  timer.unref();
  return {
    refresh,
    release: () => {
      clearInterval(timer);
      leftBehind.add(self.token);
      try {
        if (look(file)?.holder?.token !== self.token) return;
        rmSync(file, { force: true });
        leftBehind.delete(self.token);
      } catch {
        // The next run takes it away, or finds that this process is no more.
      }
    },
  };
}

/** Written again rather than dated, so that the file system dates it by its own clock. */
function touch(file: string, self: Holder): boolean {
  const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    const descriptor = openSync(file, flags);
    try {
      if (readFileSync(descriptor, "utf8") !== holderText(self)) return false;
      writeSync(descriptor, holderText(self), 0);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    // What else fails, as for want of descriptors, may go better next time.
    return errorCode(error) !== "ENOENT";
  }
}

function isStaleNow({ holder, changedMs }: Found, nowMs: number, self: Holder): boolean {
  if (holder !== undefined && leftBehind.has(holder.token)) return true;
  const started = holder === undefined ? undefined : startOf(holder.pid);
  return isStale(holder, { ageMs: nowMs - changedMs, self, started });
}

function holderName(holder: Holder | undefined): string {
  if (holder === undefined) return "a run that has only begun";
  return `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
}

function locked(file: string, holder: Holder | undefined): OperationalError {
  const message = `Another run publishes into ${path.dirname(file)}: ${holderName(holder)}.`;
  const remedy = `Wait until it has ended, or end it. If it is no more, remove ${file}.`;
  return new OperationalError("LOCKED", message, remedy);
}

function lost(file: string): OperationalError {
  const message = `Another run has taken over ${path.dirname(file)}, or somebody removed ${file}.`;
  const remedy = "Run again, and leave the output folder to one run at a time.";
  return new OperationalError("LOCK_LOST", message, remedy);
}
