/** What clients do wrong, slowly, or not at all; with raw sockets. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { SERVER_LIMITS, type ServerLimits, startServer } from "../../../src/run/serve/server.ts";
import { rssOf } from "./documents.ts";
import { served } from "./served.ts";

/** Sends bytes as they are; resolves with all that comes until the other side ends. */
function exchange(port: number, text: string | Buffer, waitMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    const end = () => resolve(Buffer.concat(chunks).toString("latin1"));
    const timer = setTimeout(() => socket.destroy(), waitMs);
    socket.on("data", (chunk) => chunks.push(chunk)).on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      end();
    });
  });
}

const ASK = "GET /all.rss HTTP/1.1\r\nHost: x\r\n";
const LAST = `${ASK}Connection: close\r\n\r\n`;

async function opened(socket: Socket): Promise<Socket> {
  await new Promise((resolve) => socket.once("connect", resolve));
  onTestFinished(() => {
    socket.destroy();
  });
  return socket.on("error", () => undefined);
}

describe("requests that are none", () => {
  it.each([
    ["nonsense", "nonsense\r\n\r\n", "400"],
    ["no host", "GET / HTTP/1.1\r\n\r\n", "400"],
    ["two lengths", `${ASK}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, "400"],
    ["a length and chunks", `${ASK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, "400"],
    ["a header without end", `${ASK}X: ${"a".repeat(20_000)}`, "431"],
    ["too many bytes of headers", `${ASK}${"X: aaaaaaaa\r\n".repeat(2_000)}\r\n`, "431"],
    ["a long address", `GET /${"a".repeat(20_000)} HTTP/1.1\r\n`, "431"],
    ["a tunnel", "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", ""],
    ["TLS", Buffer.from("160301020001000001fc0303", "hex"), "400"],
    ["a NUL in the address", "GET /all.rss\0 HTTP/1.1\r\nHost: x\r\n\r\n", "400"],
  ])("%s", async (_, text, status) => {
    const { port, ask } = await served({ "all.rss": rssOf(["a"]) });
    expect((await exchange(port, text)).slice(9, 12)).toBe(status);
    expect((await ask("/all.rss")).status).toBe(200);
  });
});

describe("bodies that nobody wants", () => {
  it("are ignored where they are short, and the connection stays", async () => {
    const { port } = await served({ "all.rss": rssOf(["a"]) });
    const text = await exchange(port, `${ASK}Content-Length: 5\r\n\r\nhello${LAST}`);
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  it.each([
    ["long", `Content-Length: 900000000\r\n\r\n${"a".repeat(200_000)}`],
    ["without end", `Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`],
  ])("end the connection where they are %s", async (_, rest) => {
    const { port } = await served({ "all.rss": rssOf(["a"]) });
    const text = await exchange(port, ASK + rest, 3_000);
    expect(text).toContain("HTTP/1.1 200 OK");
    expect(text).toMatch(/Connection: close/i);
  });

  it("are not waited for with Expect: 100-continue", async () => {
    const { port } = await served({ "all.rss": rssOf(["a"]) });
    const asked = `POST /all.rss HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 900000\r\n\r\n`;
    const text = await exchange(port, asked, 3_000);
    expect(text.startsWith("HTTP/1.1 405")).toBe(true);
  });
});

describe("connections", () => {
  it("answers several requests on one, in their order", async () => {
    const { port } = await served({ "all.rss": rssOf(["a"]), "b.rss": rssOf(["b"]) });
    const other = ASK.replace("all", "b");
    const text = await exchange(port, `${ASK}\r\n${other}\r\n${LAST}`);
    expect(text.match(/<title>[ab]</g)).toEqual(["<title>a<", "<title>b<", "<title>a<"]);
  });

  it("hears an answer out that was asked for with the last word", async () => {
    const { port } = await started(SERVER_LIMITS, (_, response) => {
      setTimeout(() => response.end("late"), 50);
    });
    const socket = await opened(connect({ port, host: "127.0.0.1", allowHalfOpen: true }));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.end(`${ASK}\r\n`);
    await new Promise((resolve) => socket.once("end", resolve));
    expect(text).toContain("late");
  });

  it("puts no words of its own into an answer that is under way", async () => {
    const { port } = await started(SERVER_LIMITS, (_, response) => {
      response.writeHead(200, { "Content-Length": 4_000_000 }).end(Buffer.alloc(4_000_000));
    });
    const socket = await opened(connect(port, "127.0.0.1"));
    const chunks: Buffer[] = [];
    socket.once("data", () => socket.write("nonsense\r\n\r\n"));
    socket.on("data", (chunk) => chunks.push(chunk)).write(`${ASK}\r\n`);
    await new Promise((resolve) => socket.once("close", resolve));
    expect(
      Buffer.concat(chunks)
        .toString("latin1")
        .match(/HTTP\/1\.1/g),
    ).toHaveLength(1);
  });

  it("serves others while hundreds are silent, and some read nothing", async () => {
    const { port, ask } = await served({
      "all.rss": rssOf(["a"]),
      "a.mp3": Buffer.alloc(1_000_000),
    });
    const silent = Array.from({ length: 240 }, () => opened(connect(port, "127.0.0.1")));
    const all = await Promise.all(silent);
    for (const [at, socket] of all.entries()) {
      if (at % 4 === 1) socket.write("GET /all.rss HT");
      if (at % 4 === 2) socket.write(`${ASK}\r\n`);
      if (at % 4 === 3) socket.pause().write("GET /a.mp3 HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    await delay(50);
    const started = performance.now();
    for (let at = 0; at < 10; at++) expect((await ask("/all.rss")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await ask("/metrics")).text).toMatch(/feedwright_http_connections 24\d/);
  });
});

const QUICK: ServerLimits = {
  ...SERVER_LIMITS,
  ...{
    headersTimeoutMs: 300,
    requestTimeoutMs: 400,
    silenceMs: 300,
    keepAliveMs: 300,
    stopMs: 400,
  },
};

async function started(limits: ServerLimits, handle?: Parameters<typeof startServer>[0]) {
  const answer: Parameters<typeof startServer>[0] = (_, response) => response.end("hello");
  const server = await startServer(handle ?? answer, { host: "127.0.0.1", port: 0 }, limits);
  onTestFinished(server.stop);
  return { ...server, port: Number(new URL(server.address).port) };
}

describe("limits", () => {
  it.each([
    ["says nothing", ""],
    ["begins and does not go on", "GET / HT"],
    ["stops among the headers", ASK],
    ["stops between requests", `${ASK}\r\n`],
  ])("lets go of a client that %s", async (_, text) => {
    const { port } = await started(QUICK);
    const began = performance.now();
    await exchange(port, text, 4_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it("lets go of a client that takes nothing of its answer", async () => {
    const { port, connections } = await started(QUICK, (_, response) => {
      response.end(Buffer.alloc(8_000_000));
    });
    const socket = await opened(connect(port, "127.0.0.1"));
    socket.pause().write(LAST);
    await delay(100);
    expect(connections()).toBe(1);
    await delay(700);
    expect(connections()).toBe(0);
  });

  it("makes room among those that wait for nothing where it is full", async () => {
    const { port } = await started({ ...SERVER_LIMITS, connections: 5 });
    const idle = await Promise.all(
      Array.from({ length: 5 }, () => opened(connect(port, "127.0.0.1"))),
    );
    for (const socket of idle) socket.write(`${ASK}\r\n`);
    await delay(50);
    await exchange(port, LAST);
    expect(await exchange(port, LAST)).toContain("hello");
  });

  it("says where it cannot listen", async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, "127.0.0.1", () => resolve(undefined)));
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const listening = startServer(() => undefined, { host: "127.0.0.1", port });
    await expect(listening).rejects.toThrow(/another program listens there/);
  });
});

describe("stopping", () => {
  it("answers what is under way, and waits for nobody else", async () => {
    let answer: () => void = () => undefined;
    const { port, stop } = await started(SERVER_LIMITS, (_, response) => {
      answer = () => response.end("late");
    });
    await opened(connect(port, "127.0.0.1"));
    const asked = exchange(port, `${ASK}\r\n`);
    await delay(50);
    const began = performance.now();
    const stopped = stop();
    await delay(50);
    answer();
    expect(await asked).toContain("late");
    await stopped;
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await exchange(port, LAST)).toBe("");
  });

  it("does not wait longer than it has to", async () => {
    const { port, stop } = await started(QUICK, () => undefined);
    const asked = exchange(port, `${ASK}\r\n`);
    await delay(50);
    const began = performance.now();
    await stop();
    await asked;
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
