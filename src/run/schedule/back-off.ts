/** What a failure that comes again leads to: patience, and fewer words. Pure. */
import type { RunResult } from "./run-queue.ts";

const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 600_000;

/** A failure that lasts. */
export interface Trouble {
  /** As in `RunRecord`. */
  readonly code: string;
  /** How many runs have failed with it, one after the other. */
  readonly count: number;
  /** When the first of them began, RFC 3339. */
  readonly since: string;
  /** When to try again, in milliseconds. */
  readonly retryMs: number;
}

/** What a run changed of that, and how much is to be said of it. */
export interface Turn {
  readonly trouble: Trouble | undefined;
  readonly tell: "nothing" | "all" | "briefly" | "healed";
}

/**
 * Tries again after 5, 10, 20 seconds and so on, at last each ten minutes. The 1st failure is told
 * whole, the 2nd, 4th, 8th and so on briefly.
 */
export function turnOf(
  before: Trouble | undefined,
  run: Pick<RunResult, "result" | "error" | "started">,
  nowMs: number,
): Turn {
  if (run.result !== "failed") {
    return { trouble: undefined, tell: before === undefined ? "nothing" : "healed" };
  }
  const code = run.error?.code ?? "UNEXPECTED";
  const same = before?.code === code ? before : undefined;
  const count = (same?.count ?? 0) + 1;
  const waitMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(count - 1, 20), LAST_RETRY_MS);
  const trouble = {
    ...{ code, count, since: same?.since ?? run.started },
    retryMs: nowMs + waitMs,
  };
  // A power of two.
  const isRound = (count & (count - 1)) === 0;
  return { trouble, tell: count === 1 ? "all" : isRound ? "briefly" : "nothing" };
}

/** A slot is left out where the same failure is only to be expected; the retry will come. */
export function isHeldBack(trouble: Trouble | undefined, nowMs: number): boolean {
  // A clock that was set back must not hold anything back for long.
  return (
    trouble !== undefined &&
    trouble.count > 1 &&
    nowMs < trouble.retryMs &&
    trouble.retryMs - nowMs <= LAST_RETRY_MS
  );
}
