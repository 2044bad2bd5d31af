/**
 * One picture asked of the web: the beginning of the file by one GET. Every hop of a redirect is
 * judged anew, and the connection goes to the very addresses that were judged: a name that answers
 * differently the second time (DNS rebinding) leads nowhere.
 */
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import type { Fault } from "../../../errors.ts";
import { parseUrl } from "../../addresses.ts";
import type { AllowedHost } from "./allowed-hosts.ts";
import { answerOf, type PictureAnswer, type UnchangedAnswer } from "./answers.ts";
import type { Validators } from "./entries.ts";
import { type Failure, failure, failureOfError } from "./faults.ts";
import { addressesOf, faultOfUrl, type ResolveHost } from "./hosts.ts";

export interface RequestRules {
  readonly allowed: readonly AllowedHost[];
  readonly resolve: ResolveHost;
  /** Read of a file; the rest is left where it is. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly userAgent: string;
}

/** Nobody was asked, because the address is none that we ask. */
interface Refusal {
  readonly kind: "refusal";
  readonly fault: Fault;
}

export type Answer = PictureAnswer | UnchangedAnswer | Refusal | Failure;

const MAX_HEADER_BYTES = 16_384;

/** Never rejects, but when `signal` is aborted. */
export async function requestPicture(
  address: string,
  known: Validators | undefined,
  rules: RequestRules,
  signal: AbortSignal,
): Promise<Answer> {
  let url = parseUrl(address);
  if (url === undefined) return refusal("the address is none", "mend the address");
  for (let hop = 0; ; hop++) {
    const answer = await requestOnce(url, known, rules, signal);
    if (!(answer instanceof URL)) {
      // Behind a redirect somebody has been asked, and would be again.
      if (answer.kind !== "refusal" || hop === 0) return answer;
      return { kind: "failure", fault: redirected(answer.fault), isOfHost: false };
    }
    if (hop >= rules.maxRedirects) {
      return failure(`"${url.host}" redirects again and again`, "use the address it leads to");
    }
    url = answer;
  }
}

/** The answer of one host, or where it sends us. */
async function requestOnce(
  url: URL,
  known: Validators | undefined,
  rules: RequestRules,
  signal: AbortSignal,
): Promise<Answer | URL> {
  const fault = faultOfUrl(url, rules.allowed);
  if (fault !== undefined) return { kind: "refusal", fault };
  try {
    const addresses = await orAborted(addressesOf(url, rules.allowed, rules.resolve), signal);
    if ("reason" in addresses) return { kind: "refusal", fault: addresses };
    const isKnown = known?.address === url.href;
    const headers = headersOf(rules, isKnown ? known : undefined);
    const response = await send(url, addresses, headers, signal);
    const answer = await answerOf(response, url, isKnown, rules.maxBytes);
    response.destroy();
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    return failureOfError(url.host, error);
  }
}

/** Plain bytes are asked for, so that no compressed answer can unfold without end. */
function headersOf(rules: RequestRules, known: Validators | undefined): Record<string, string> {
  return {
    Accept: "image/*",
    "Accept-Encoding": "identity",
    Range: `bytes=0-${rules.maxBytes - 1}`,
    "User-Agent": rules.userAgent,
    ...(known?.etag !== undefined && { "If-None-Match": known.etag }),
    ...(known?.lastModified !== undefined && { "If-Modified-Since": known.lastModified }),
  };
}

function send(
  url: URL,
  addresses: readonly string[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    const lookup = lookupOf(addresses);
    // Without an agent no connection is kept, or shared with another host.
    const options = { agent: false, headers, lookup, maxHeaderSize: MAX_HEADER_BYTES, signal };
    const asked = request(url, options);
    asked.on("response", (response) => {
      // Whoever reads the body sees the error too; nobody else is interested.
      response.on("error", () => {});
      resolve(response);
    });
    asked.on("error", reject);
    // Without an answer and without an error: it has switched to another protocol.
    asked.on("close", () => reject(new Error("closed")));
    asked.end();
  });
}

/** Answers with what has been judged, whatever is asked. */
function lookupOf(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, { all: isAll }, callback) => {
    if (isAll === true) callback(null, all);
    else callback(null, all[0]?.address ?? "", all[0]?.family);
  };
}

function redirected(fault: Fault): Fault {
  return { ...fault, reason: `a redirect leads astray: ${fault.reason}` };
}

function refusal(reason: string, remedy: string): Refusal {
  return { kind: "refusal", fault: { reason, remedy } };
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([promise, aborted]);
}
