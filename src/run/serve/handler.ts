/** Between the HTTP of Node and the site: methods, bodies nobody wants, and how an answer leaves. */
import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import type { Answer, FilePart } from "./answer.ts";
import { innerPath, MAX_TARGET_LENGTH } from "./inner-path.ts";
import { refusal } from "./pages.ts";
import type { Probes } from "./probes.ts";
import type { AnswerFor } from "./site.ts";

/**
 * Told of every request once it is answered.
 *
 * @param bytes of the body, as far as it was handed over.
 */
export type OnHandled = (
  request: IncomingMessage,
  status: number,
  bytes: number,
  durationMs: number,
) => void;

export interface HandlerOptions {
  readonly answerFor: AnswerFor;
  readonly probes: Probes;
  readonly onHandled: OnHandled;
}

const ALLOW = "GET, HEAD, OPTIONS";
/** What a body may hold that nobody reads, before the connection is closed instead. */
const IGNORED_BODY_BYTES = 64 * 1024;

export function createHandler(options: HandlerOptions) {
  const pathOf = rememberPaths();
  return (request: IncomingMessage, response: ServerResponse): void => {
    const startedMs = performance.now();
    // One request is no reason to leave all others without an answer.
    const giveUp = () => response.destroy();
    try {
      const answer = answerTo(request, pathOf, options);
      if (answer instanceof Promise) {
        answer
          .then((late) => sendAnswer(request, response, late, startedMs, options))
          .catch(giveUp);
      } else {
        sendAnswer(request, response, answer, startedMs, options);
      }
    } catch {
      giveUp();
    }
  };
}

function answerTo(
  { method, url = "/", headers }: IncomingMessage,
  pathOf: (target: string) => string | undefined,
  { answerFor, probes }: HandlerOptions,
): Answer | Promise<Answer> {
  if (method === "OPTIONS") return preflight(headers["access-control-request-method"]);
  if (method !== "GET" && method !== "HEAD") {
    return refusal(405, "Documents here can only be read.", ["Allow", ALLOW]);
  }
  const path = pathOf(url);
  if (path === undefined) return refuseTarget(url);
  const probe = probes.get(path);
  return probe === undefined ? answerFor({ method, path, headers }) : probe();
}

function refuseTarget(target: string): Answer {
  if (target.length > MAX_TARGET_LENGTH) return refusal(414, "This address is too long.");
  return refusal(404, "There is nothing here.");
}

const DAY_SECONDS = 86_400;
const ASKABLE = "A-IM, Accept, If-Match, If-Modified-Since, If-None-Match, If-Range, Range";

/** What a browser wants to know before it lets a reader send headers of its own. */
function preflight(isAsked: string | undefined): Answer {
  const open = [
    ...["Access-Control-Allow-Origin", "*"],
    ...["Access-Control-Allow-Methods", "GET, HEAD"],
    ...["Access-Control-Allow-Headers", ASKABLE],
    ...["Access-Control-Max-Age", String(DAY_SECONDS)],
  ];
  return { status: 204, headers: ["Allow", ALLOW, ...(isAsked === undefined ? [] : open)] };
}

function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  startedMs: number,
  { onHandled }: HandlerOptions,
): void {
  const { status, headers, body } = answer;
  const isHead = request.method === "HEAD";
  const told = (bytes: number) => {
    onHandled(request, status, bytes, performance.now() - startedMs);
  };
  const written = hasLongBody(request) ? [...headers, "Connection", "close"] : headers;
  // The list is only read, and copying it costs as much as the rest of this function.
  response.writeHead(status, written as string[]);
  if (body === undefined || isHead) {
    response.end();
    told(0);
  } else if (Buffer.isBuffer(body)) {
    response.end(body);
    told(body.length);
  } else {
    sendFile(response, body, told);
  }
}

/** Node reads to the end of a body that nobody wanted; of a long one it should not. */
function hasLongBody({ headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return true;
  const length = headers["content-length"];
  return length !== undefined && Number(length) > IGNORED_BODY_BYTES;
}

function sendFile(response: ServerResponse, part: FilePart, told: (bytes: number) => void): void {
  const { handle, first, last } = part;
  if (last < first) {
    response.end();
    handle.close().finally(() => told(0));
    return;
  }
  const stream = createReadStream("", { fd: handle, start: first, end: last });
  // A file that ended early, or a client that left: the connection tells by breaking off.
  pipeline(stream, response, () => {
    if (stream.bytesRead < last - first + 1) response.destroy();
    told(stream.bytesRead);
  });
}

/** Most requests are for few paths. */
function rememberPaths(): (target: string) => string | undefined {
  const known = new Map<string, string>();
  return (target) => {
    const found = known.get(target);
    if (found !== undefined) return found;
    const path = innerPath(target);
    if (path === undefined || target.length > 200) return path;
    if (known.size >= 5_000) known.clear();
    known.set(target, path);
    return path;
  };
}
