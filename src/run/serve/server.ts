/** An HTTP server within limits: what clients do, or leave undone, never holds it up. */
import { readFileSync } from "node:fs";
import http from "node:http";
import { type AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { errorCode, OperationalError } from "../../errors.ts";

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8080/`. */
  readonly address: string;
  readonly connections: () => number;
  /** Answers what is under way, within a bound, and lets go of all connections. */
  readonly stop: () => Promise<void>;
}

export interface ServerLimits {
  /** Bytes of all headers of a request. */
  readonly headerBytes: number;
  /** From the connection, or the last answer's end, to the last header. */
  readonly headersTimeoutMs: number;
  /** To the end of the request, with a body that nobody reads. */
  readonly requestTimeoutMs: number;
  /** Without a byte either way while a request is under way. */
  readonly silenceMs: number;
  /** Between requests; longer than proxies keep theirs, so that it is they who close. */
  readonly keepAliveMs: number;
  readonly connections: number;
  /** What requests under way are given when the server stops. */
  readonly stopMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  silenceMs: 30_000,
  keepAliveMs: 75_000,
  connections: 16_384,
  stopMs: 10_000,
};

type Handle = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** @throws OperationalError SERVE_REFUSED where nothing can listen there. */
export async function startServer(
  handle: Handle,
  { host, port }: { readonly host: string; readonly port: number },
  limits: ServerLimits = SERVER_LIMITS,
): Promise<RunningServer> {
  const server = http.createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.min(2_000, limits.headersTimeoutMs),
    noDelay: true,
  });
  server.timeout = limits.silenceMs;
  server.maxHeadersCount = 100;
  server.maxConnections = Math.min(limits.connections, connectionsOfSystem());
  server.on("request", handle);
  // Nobody reads a body here: who waits for leave to send one is answered at once.
  server.on("checkContinue", handle);
  server.on("clientError", refuseBroken);
  // Full: those who have nothing to ask just now make room for those who have.
  server.on("drop", () => server.closeIdleConnections());
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // Somebody who has said all there is to say may still be listening (RFC 9293, section 3.6).
  Object.assign(server, { httpAllowHalfOpen: true });
  const bound = await listen(server, host, port);
  return {
    address: `http://${bound.family === "IPv6" ? `[${bound.address}]` : bound.address}:${bound.port}/`,
    connections: () => sockets.size,
    stop: () => stop(server, sockets, limits.stopMs),
  };
}

function listen(server: http.Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    // Later ones are of single connections that could not be accepted.
    server.on("error", (error) => reject(refused(host, port, error)));
    server.listen({ host, port, backlog: 4_096 }, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(refused(host, port, address));
      else resolve(address);
    });
  });
}

function refused(host: string, port: number, cause: unknown): OperationalError {
  const code = errorCode(cause);
  const why =
    code === "EADDRINUSE"
      ? "another program listens there"
      : code === "EACCES"
        ? "this user may not listen there"
        : code === "EADDRNOTAVAIL" || code === "ENOTFOUND"
          ? "this machine has no such address"
          : String(cause);
  const shown = host.includes(":") ? `[${host}]` : host;
  const message = `${shown}:${port} cannot be listened on: ${why}.`;
  const remedy = "Choose another with --port or --host, then run again.";
  return new OperationalError("SERVE_REFUSED", message, remedy, cause);
}

const WORDS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/**
 * What is no HTTP, or comes too slowly. Where an answer has gone out, another may be going out at
 * this moment: words of ours would end up in the middle of it.
 */
function refuseBroken(error: Error, socket: Duplex): void {
  const isFirst = socket instanceof Socket && socket.bytesWritten === 0;
  if (!socket.writable || !isFirst || errorCode(error) === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = WORDS[errorCode(error) ?? ""] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // Who does not take even that is not waited for.
  setTimeout(() => socket.destroy(), 1_000).unref();
}

/** Files are open beside connections; of few, a quarter is for them. */
const SPARE_FILES = 256;

/** How many connections the system leaves to this process; without end where it does not tell. */
function connectionsOfSystem(): number {
  try {
    const limits = readFileSync("/proc/self/limits", "utf8");
    const files = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1]);
    if (!(files > 0)) return Number.POSITIVE_INFINITY;
    return files - Math.min(SPARE_FILES, Math.ceil(files / 4));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function stop(server: http.Server, sockets: Set<Socket>, stopMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Node counts them as busy: they could be about to ask.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    // A connection whose last answer leaves only now is idle a moment later.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), stopMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
