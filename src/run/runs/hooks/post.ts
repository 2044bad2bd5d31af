/** Tells a web address of a run by one POST. */
import { createHmac } from "node:crypto";
import { parseUrl } from "../../../articles/addresses.ts";
import { type Told, toldBy, unreachable } from "../../../publish/told.ts";
import { version } from "../../../version.ts";

export interface Post {
  readonly url: string;
  /** JSON. */
  readonly body: string;
  /** The same for each attempt, and for no other run (draft-ietf-httpapi-idempotency-key-header). */
  readonly key: string;
  /** Signs the body, where there is one. */
  readonly secret?: string | undefined;
}

const MOST_REDIRECTS = 3;

/** Never rejects. What is answered is not read. */
export async function post({ url, body, key, secret }: Post, signal: AbortSignal): Promise<Told> {
  const headers = {
    "content-type": "application/json",
    "user-agent": `feedwright/${version()}`,
    "idempotency-key": key,
    ...(secret === undefined ? {} : { "x-hub-signature-256": signatureOf(body, secret) }),
  };
  let target = new URL(url);
  try {
    for (let hop = 0; ; hop += 1) {
      const answer = await fetch(target, {
        ...{ method: "POST", headers, body, signal },
        redirect: "manual",
      });
      await answer.body?.cancel();
      const next = nextOf(answer, target);
      if (next === undefined) return toldOf(answer);
      if (hop >= MOST_REDIRECTS) return { kind: "refused", reason: "redirects again and again" };
      target = next;
    }
  } catch (error) {
    return unreachable(error);
  }
}

/** As GitHub and WebSub hubs sign: receivers know how to check it. */
function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/**
 * Where the same POST belongs instead. Only on the same host, and never from https to http: what is
 * told, and its signature, is nobody else's business.
 */
function nextOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 307, 308].includes(status) || location === null) return undefined;
  const to = parseUrl(location, from.href);
  if (to === undefined) return undefined;
  const isSafer = from.protocol === "http:" && to.protocol === "https:";
  const isSame = to.origin === from.origin || (isSafer && to.hostname === from.hostname);
  return isSame ? to : undefined;
}

function toldOf(answer: Response): Told {
  const { status, ok } = answer;
  // 303 See Other: it was taken, and something about it is to be seen elsewhere.
  if (ok || status === 303) return { kind: "told" };
  if (status < 300 || status >= 400) return toldBy(answer);
  return { kind: "refused", reason: `answers ${status}: it has moved to another host` };
}
