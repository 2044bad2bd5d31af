/**
 * One word to one hub: "this document has changed". W3C WebSub leaves the words between publishers
 * and hubs to them; those of PubSubHubbub 0.4, section 7.1, are what every hub understands.
 */

import { errorCode } from "../../errors.ts";

/** What came of it. */
export type PingOutcome =
  | { readonly kind: "told" }
  /** The hub does not take this document; others it may. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The hub is not well: it is not asked again before its time. */
  | { readonly kind: "failed"; readonly reason: string; readonly waitMs?: number };

/** A hub answers "202 Accepted" or "204 No Content" before it fetches anything. */
const TIMEOUT_MS = 10_000;

/**
 * @param topic the address of the changed document.
 * @param signal gives up early.
 * @returns never rejects.
 */
export async function ping(
  hub: string,
  topic: string,
  { signal, timeoutMs = TIMEOUT_MS }: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<PingOutcome> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(hub, {
      method: "POST",
      // Some hubs look for the one, some for the other.
      body: new URLSearchParams([
        ["hub.mode", "publish"],
        ["hub.url", topic],
        ["hub.topic", topic],
      ]),
      // A POST that is sent elsewhere may arrive as a GET, and count for nothing.
      redirect: "manual",
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    // Nobody reads what it says; the connection is let go.
    await answer.body?.cancel();
    return outcomeOf(answer);
  } catch (error) {
    if (timeout.aborted) return failed(`gave no answer in ${timeoutMs / 1000} s`);
    return failed(`cannot be reached (${reasonOf(error)})`);
  }
}

function outcomeOf({ status, ok, headers }: Response): PingOutcome {
  if (ok) return { kind: "told" };
  if (status >= 300 && status < 400) {
    return failed(`answers ${status}: it has moved to ${headers.get("location") ?? "elsewhere"}`);
  }
  const isBusy = status === 408 || status === 425 || status === 429 || status >= 500;
  const reason = `answers ${status}`;
  return isBusy ? failed(reason, waitOf(headers.get("retry-after"))) : { kind: "refused", reason };
}

function failed(reason: string, waitMs?: number): PingOutcome {
  return { kind: "failed", reason, ...(waitMs === undefined ? {} : { waitMs }) };
}

/** RFC 9110, section 10.2.3, where it gives seconds. */
function waitOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return errorCode(cause) ?? (cause instanceof Error ? cause.message : message);
}
