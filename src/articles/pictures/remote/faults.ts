/** What went wrong on the web, in words that an editor can act on. */
import type { Fault } from "../../../errors.ts";

/** A picture that was not had. */
export interface Failure {
  readonly kind: "failure";
  readonly fault: Fault;
  /** The host itself is down or wants to be left alone: its other pictures fare no better. */
  readonly isOfHost: boolean;
}

/** Statuses whose name says more than their number. */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  401: "password wanted",
  403: "forbidden",
  404: "not found",
  410: "gone for good",
  429: "too many requests",
  451: "withheld for legal reasons",
  503: "out of service",
};

/** Statuses of a whole host, not of one picture. */
const HOST_STATUSES = new Set([429, 502, 503, 504]);

const ERROR_WORDS: readonly (readonly [code: RegExp, words: string, remedy: string])[] = [
  [/^ENOTFOUND$|^EAI_NODATA$/, "is not known", "mend the address of the picture"],
  [/^EAI_|^ENODATA$|^ESERVFAIL$/, "cannot be looked up now", "look whether this machine is online"],
  [/^ECONNREFUSED$/, "refuses the connection", "look whether the site is up"],
  [/^(?:ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)$/, "is out of reach", "look whether the site is up"],
  [/^HPE_HEADER_OVERFLOW$/, "sends endless headers", "tell those who run it"],
  [/^HPE_/, "does not speak HTTP", "mend the address of the picture"],
  [/^EPROTO$|^ERR_SSL_/, "does not speak TLS", "tell those who run it"],
  [/CERT|^ERR_TLS|SIGNATURE|ISSUER/, "shows no valid certificate", "tell those who run it"],
];

export function failure(reason: string, remedy: string, isOfHost = false): Failure {
  return { kind: "failure", fault: { reason, remedy }, isOfHost };
}

/** @param status anything but 200, 206, 304 and a redirect. */
export function failureOfStatus(host: string, status: number): Failure {
  const name = STATUS_NAMES[status];
  const reason = `"${host}" answers ${status}${name === undefined ? "" : ` (${name})`}`;
  const isOfHost = HOST_STATUSES.has(status);
  if (isOfHost || status >= 500) {
    return failure(reason, "look whether the site is up; a later run asks again", isOfHost);
  }
  const isShut = status === 401 || status === 403 || status === 451;
  if (isShut) return failure(reason, "ask those who run it to open the picture, or use another");
  return failure(reason, "mend the address of the picture");
}

/** @param error what the system, node:http or node:tls gave. */
export function failureOfError(host: string, error: unknown): Failure {
  const code = codeOf(error);
  const found = ERROR_WORDS.find(([codes]) => codes.test(code));
  if (found !== undefined) {
    const [, words, remedy] = found;
    return failure(`"${host}" ${words} (${code})`, remedy, true);
  }
  const shown = code === "" ? "" : ` (${code})`;
  return failure(`"${host}" breaks off${shown}`, "look whether the site is up", true);
}

export function failureOfTimeout(host: string, timeoutMs: number): Failure {
  const reason = `"${host}" has not answered in full within ${timeoutMs / 1000} s`;
  return failure(reason, "look whether the site is up; a later run asks again", true);
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code.slice(0, 60) : "";
}
