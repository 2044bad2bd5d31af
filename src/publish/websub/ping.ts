/**
 * One word to one hub: "this document has changed". W3C WebSub leaves the words between publishers
 * and hubs to them; those of PubSubHubbub 0.4, section 7.1, are what every hub understands.
 */
import { type Told, toldBy, unreachable } from "../told.ts";

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
): Promise<Told> {
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
    return toldOf(answer);
  } catch (error) {
    if (!timeout.aborted) return unreachable(error);
    return { kind: "failed", reason: `gave no answer in ${timeoutMs / 1000} s` };
  }
}

function toldOf(answer: Response): Told {
  const { status, ok, headers } = answer;
  if (ok) return { kind: "told" };
  if (status < 300 || status >= 400) return toldBy(answer);
  const place = headers.get("location") ?? "elsewhere";
  return { kind: "failed", reason: `answers ${status}: it has moved to ${place}` };
}
