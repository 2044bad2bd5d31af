/**
 * Events become bursts: what belongs together is told once, when it is over. An editor's save is
 * three to six events, a checkout thousands, and a run that starts amid them reads half a file.
 */

/** Absolute paths; undefined where there are too many, or nobody knows which. */
export type Changed = ReadonlySet<string> | undefined;

/** `moved`: a file stands there at once and whole, or is gone. `written`: more may follow. */
export type EventKind = "moved" | "written";

export interface BurstOptions {
  /** How long nothing must have happened after files were moved. */
  readonly quietMs: number;
  /** The same where a file is written in its place: programs pause between two writes. */
  readonly stillMs: number;
  /** How long a burst goes on at most: a folder that never rests is published all the same. */
  readonly mostMs: number;
  /** Whether what has changed is plainly not finished; asked once it is quiet. */
  readonly isUnfinished: (changed: Changed, ageMs: number) => boolean;
  readonly onBurst: (changed: Changed) => void;
}

export interface Burst {
  /** @param path undefined where nobody knows what happened. */
  readonly note: (path: string | undefined, kind: EventKind) => void;
  readonly close: () => void;
}

/** More paths than that are no hint: looking at everything costs as much. */
const MOST_PATHS = 1_000;
/** How long a file that is written slowly is waited for: twice its pauses, but no longer. */
const MOST_STILL_MS = 1_000;

export function openBurst(options: BurstOptions): Burst {
  const { quietMs, stillMs, mostMs, isUnfinished, onBurst } = options;
  let paths: Set<string> | undefined = new Set();
  let [firstMs, lastMs, waitMs] = [0, 0, 0];
  let [isOpen, isClosed] = [false, false];
  let timer: NodeJS.Timeout | undefined;

  const note = (path: string | undefined, kind: EventKind) => {
    if (isClosed) return;
    const nowMs = performance.now();
    if (!isOpen) [isOpen, firstMs, lastMs, waitMs] = [true, nowMs, nowMs, quietMs];
    if (kind === "written") {
      // Whoever has paused for so long may do it again.
      const pauseMs = Math.min(2 * (nowMs - lastMs), MOST_STILL_MS);
      waitMs = Math.max(waitMs, stillMs, pauseMs);
    }
    lastMs = nowMs;
    if (path === undefined || (paths !== undefined && paths.size >= MOST_PATHS)) paths = undefined;
    else paths?.add(path);
    // One timer for thousands of events: it looks how late it is when it goes off.
    if (timer === undefined) wake(waitMs);
  };

  const wake = (afterMs: number) => {
    // The events of a time when nothing could be heard come after timers, and before immediates.
    timer = setTimeout(() => setImmediate(decide), Math.max(1, afterMs));
  };

  const decide = () => {
    if (isClosed) return;
    const nowMs = performance.now();
    const ageMs = nowMs - firstMs;
    const dueMs = Math.min(lastMs + waitMs, firstMs + mostMs);
    if (nowMs < dueMs) wake(dueMs - nowMs);
    else if (isUnfinished(paths, ageMs)) wake(quietMs);
    else {
      const changed = paths;
      [paths, isOpen, timer] = [new Set(), false, undefined];
      onBurst(changed);
    }
  };

  return {
    note,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
