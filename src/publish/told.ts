/** What came of telling somebody on the web by a POST: a hub, or a hook. */
import { errorCode } from "../errors.ts";

export type Told =
  | { readonly kind: "told" }
  /** Another attempt would fail as well. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Another may go better, after `waitMs` if it says so. */
  | { readonly kind: "failed"; readonly reason: string; readonly waitMs?: number };

/** Of an answer that is neither a success nor leads elsewhere. */
export function toldBy({ status, headers }: Pick<Response, "status" | "headers">): Told {
  const reason = `answers ${status}`;
  const isBusy = status === 408 || status === 425 || status === 429 || status >= 500;
  if (!isBusy) return { kind: "refused", reason };
  const waitMs = waitOf(headers.get("retry-after"));
  return { kind: "failed", reason, ...(waitMs === undefined ? {} : { waitMs }) };
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - Date.now());
}

export function unreachable(error: unknown): Told {
  return { kind: "failed", reason: `cannot be reached (${reasonOf(error)})` };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return errorCode(cause) ?? (cause instanceof Error ? cause.message : message);
}
