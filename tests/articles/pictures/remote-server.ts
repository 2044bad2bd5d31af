/** Servers on this machine that live as long as their test, and what it takes to ask them. */
import http, { type IncomingMessage, type RequestListener } from "node:http";
import net, { type AddressInfo, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { CacheFile } from "../../../src/articles/pictures/cache-file.ts";
import type { PictureRead } from "../../../src/articles/pictures/picture-facts.ts";
import {
  type ProbeOptions,
  probePictures,
} from "../../../src/articles/pictures/remote/remote-pictures.ts";

export interface PictureServer {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  /** `127.0.0.1:1234` */
  readonly host: string;
  readonly port: number;
  /** What it has been asked, in order. */
  readonly requests: readonly IncomingMessage[];
}

export async function startServer(listener: RequestListener): Promise<PictureServer> {
  const requests: IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    // Whoever has read enough leaves in the middle of an answer.
    response.on("error", () => {});
    listener(request, response);
  });
  const port = await listen(server);
  onTestFinished(() => server.closeAllConnections());
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, requests };
}

/** A server that need not speak HTTP. */
export async function startRawServer(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

function listen(server: Server): Promise<number> {
  onTestFinished(() => {
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** A file that `readTestPicture` takes for a picture. */
export function testPicture(caption = "Sea", sizeBytes = 0): Buffer {
  return Buffer.from(`PICTURE ${caption}\n`.padEnd(sizeBytes, "."));
}

function readTestPicture(bytes: Buffer, wholeBytes: number): PictureRead {
  const [, caption] = /^PICTURE (.+)\n/.exec(bytes.toString("latin1")) ?? [];
  if (caption === undefined) return { fault: { reason: "no picture", remedy: "use one" } };
  return { facts: { type: "image/png", bytes: wholeBytes, caption } };
}

export function memoryCache(known: Readonly<Record<string, unknown>> = {}): CacheFile & {
  readonly entries: Map<string, unknown>;
} {
  const entries = new Map(Object.entries(known));
  return {
    entries,
    get: (key) => entries.get(key),
    set: (key, entry) => entries.set(key, JSON.parse(JSON.stringify(entry))),
    save: () => true,
  };
}

export const NOW_MS = Date.UTC(2026, 10, 23, 12);

/** Asks for one picture; this machine is allowed unless `options` say otherwise. */
export async function probeOne(
  url: string,
  options: Partial<ProbeOptions> = {},
): Promise<PictureRead> {
  return (await probeAll([url], options)).get(url) ?? {};
}

export function probeAll(urls: readonly string[], options: Partial<ProbeOptions> = {}) {
  return probePictures(urls, {
    allowedHosts: ["127.0.0.1"],
    nowMs: NOW_MS,
    cache: memoryCache(),
    readPicture: readTestPicture,
    // No test asks a name server.
    resolve: async (host) => Promise.reject(Object.assign(new Error(host), { code: "ENOTFOUND" })),
    ...options,
    limits: { timeoutMs: 5000, ...options.limits },
  });
}
