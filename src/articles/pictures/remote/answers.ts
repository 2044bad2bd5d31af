/** What a server answers when it is asked for the beginning of a picture (RFC 9110). */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { parseUrl } from "../../addresses.ts";
import { type Failure, failure, failureOfStatus } from "./faults.ts";

/** The beginning of a file, or all of it. */
export interface PictureAnswer {
  readonly kind: "picture";
  readonly bytes: Buffer;
  /** Size of the whole, where it is known. */
  readonly wholeBytes?: number;
  readonly headers: IncomingHttpHeaders;
  /** Behind the redirects. */
  readonly address: string;
}

export interface UnchangedAnswer {
  readonly kind: "unchanged";
  readonly headers: IncomingHttpHeaders;
}

/**
 * What one host answers: the picture, or why not, or where else to ask.
 *
 * @param isKnown whether it was asked only in case the picture has changed.
 * @throws where the connection breaks off.
 */
export async function answerOf(
  response: IncomingMessage,
  url: URL,
  isKnown: boolean,
  maxBytes: number,
): Promise<PictureAnswer | UnchangedAnswer | Failure | URL> {
  const { headers, statusCode: status = 0 } = response;
  if ([301, 302, 303, 307, 308].includes(status)) return nextHop(url, headers.location);
  if (status === 304 && isKnown) return { kind: "unchanged", headers };
  if (status !== 200 && status !== 206) return failureOfStatus(url.host, status);
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (encoding !== "" && encoding !== "identity") {
    return failure(`"${url.host}" sends it compressed, unasked`, "tell those who run it");
  }
  const part = status === 206 ? partOf(headers["content-range"]) : { wholeBytes: undefined };
  if (part === undefined) {
    return failure(`"${url.host}" sends another part than asked`, "tell those who run it");
  }
  const declared = headers["content-length"];
  const declaredBytes = declared === undefined ? undefined : Number(declared);
  const { bytes, isEnd } = await readBeginning(response, declaredBytes, maxBytes);
  if (bytes.length === 0) return failure("the picture is empty", "upload it again");
  const told = status === 206 ? part.wholeBytes : declaredBytes;
  const wholeBytes = told ?? (isEnd ? bytes.length : undefined);
  const whole = wholeBytes !== undefined && wholeBytes >= bytes.length ? { wholeBytes } : {};
  return { kind: "picture", bytes, ...whole, headers, address: url.href };
}

/**
 * Where a redirect leads (RFC 9110, 10.2.2). From https back to http is refused: whoever sits in
 * between could credit the picture to anybody.
 */
export function nextHop(from: URL, location: string | undefined): URL | Failure {
  // Headers are read as Latin-1; servers write UTF-8.
  const written = Buffer.from(location ?? "", "latin1")
    .toString("utf8")
    .trim();
  const next = written === "" ? undefined : parseUrl(written, from.href);
  if (next === undefined) {
    return failure(`"${from.host}" redirects to nowhere`, "mend the address of the picture");
  }
  if (from.protocol === "https:" && next.protocol === "http:") {
    return failure(`"${from.host}" redirects from https to http`, "tell those who run it");
  }
  return next;
}

/** RFC 9110, 14.4: undefined where it is not the beginning that was sent. */
function partOf(contentRange: string | undefined): { wholeBytes: number | undefined } | undefined {
  const found = /^bytes 0-\d{1,15}\/(\d{1,15}|\*)$/.exec(contentRange?.trim() ?? "");
  if (found === null) return undefined;
  return { wholeBytes: found[1] === "*" ? undefined : Number(found[1]) };
}

/** Stops at `maxBytes`; one buffer, so that a body in crumbs costs no more than one in a piece. */
async function readBeginning(
  response: IncomingMessage,
  declaredBytes: number | undefined,
  maxBytes: number,
): Promise<{ readonly bytes: Buffer; readonly isEnd: boolean }> {
  const room = Buffer.alloc(Math.min(declaredBytes ?? maxBytes, maxBytes));
  let used = 0;
  if (room.length === 0) return { bytes: room, isEnd: true };
  for await (const chunk of response as AsyncIterable<Buffer>) {
    used += chunk.copy(room, used);
    if (used === room.length) return { bytes: room, isEnd: used === declaredBytes };
  }
  return { bytes: room.subarray(0, used), isEnd: true };
}
