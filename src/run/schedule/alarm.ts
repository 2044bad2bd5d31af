/** Wakes at an instant of the wall clock, whatever becomes of timers and of that clock. */

/**
 * Timers go by a clock of their own, which stands still while the machine sleeps, and knows nothing
 * of the wall clock being set: so this one is looked at again and again.
 */
export const BEAT_MS = 30_000;

export interface Alarm {
  /** Looks at the clock anew: after `wakeMs` has changed. */
  readonly reset: () => void;
  readonly close: () => void;
}

/**
 * @param wakeMs when to wake next, in milliseconds; undefined: nothing is to come.
 * @param wake called at that instant or later, never before, and at least once in `BEAT_MS`.
 */
export function openAlarm(wakeMs: () => number | undefined, wake: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;
  const arm = () => {
    clearTimeout(timer);
    if (!isOpen) return;
    const leftMs = (wakeMs() ?? Number.POSITIVE_INFINITY) - Date.now();
    // A timer may come early by a part of a millisecond.
    timer = setTimeout(ring, Math.min(Math.max(leftMs, 1), BEAT_MS));
  };
  const ring = () => {
    try {
      wake();
    } finally {
      arm();
    }
  };
  arm();
  return {
    reset: arm,
    close: () => {
      isOpen = false;
      clearTimeout(timer);
    },
  };
}
