/** Tries to tell a hook, again where that may help, and never longer than it may take. */
import { setTimeout as delay } from "node:timers/promises";
import type { Told } from "../../../publish/told.ts";

export interface AttemptRules {
  /** For all attempts together. */
  readonly timeoutMs: number;
  readonly retries: number;
  /** Doubled with each retry. */
  readonly firstWaitMs: number;
  /** Gives up early. */
  readonly signal: AbortSignal;
}

export interface Attempted {
  readonly attempts: number;
  readonly durationMs: number;
  /** Why it was not told; undefined: it was. */
  readonly reason?: string;
}

/**
 * Never rejects.
 *
 * @param attempt must come to an end when its signal is aborted, and never reject.
 */
export async function tryToTell(
  attempt: (signal: AbortSignal) => Promise<Told>,
  { timeoutMs, retries, firstWaitMs, signal }: AttemptRules,
): Promise<Attempted> {
  const startedMs = performance.now();
  const leftMs = () => timeoutMs - (performance.now() - startedMs);
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, timeoutMs);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  let attempts = 0;
  const tryAll = async (): Promise<string | undefined> => {
    for (;;) {
      attempts += 1;
      const outcome = await attempt(ending.signal);
      if (outcome.kind === "told") return undefined;
      if (signal.aborted) return "was not told to the end, as feedwright left";
      if (ending.signal.aborted) return `was not told within ${timeoutMs / 1000} s`;
      if (outcome.kind === "refused" || attempts > retries) return outcome.reason;
      const waitMs = Math.max(firstWaitMs * 2 ** (attempts - 1), outcome.waitMs ?? 0);
      if (waitMs >= leftMs()) return outcome.reason;
      await delay(waitMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (signal.aborted) return outcome.reason;
    }
  };
  try {
    const reason = await tryAll();
    const durationMs = Math.round(performance.now() - startedMs);
    return { attempts, durationMs, ...(reason === undefined ? {} : { reason }) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}
