import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openHubMemory } from "../../../src/publish/websub/hub-memory.ts";
import { type TellOptions, type Topic, tellHubs } from "../../../src/publish/websub/tell-hubs.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Hub {
  readonly address: string;
  /** The topics it was told of, in the order of their coming. */
  readonly heard: string[];
}

type Answer = (topic: string, response: ServerResponse) => void;

async function openHub(answer: Answer = (_, response) => response.writeHead(202).end()) {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const form = await formOf(request);
    expect([request.method, form.get("hub.mode")]).toEqual(["POST", "publish"]);
    expect(form.get("hub.topic")).toBe(form.get("hub.url"));
    const topic = form.get("hub.url") ?? "";
    heard.push(topic);
    answer(topic, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, heard } satisfies Hub;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return new URLSearchParams(Buffer.concat(pieces).toString());
}

const NOW = Date.UTC(2026, 10, 23);
const topicsAt = (digest: string, ...names: string[]): readonly Topic[] =>
  names.map((name) => ({ url: `https://kabar.example/feeds/${name}`, digest }));

function teller(hubs: readonly string[]) {
  const cache = temporaryFolder();
  return (topics: readonly Topic[], options: Partial<TellOptions> = {}) => {
    const memory = openHubMemory(cache);
    return tellHubs({ hubs, topics, memory, nowMs: NOW, ...options });
  };
}

describe("a hub", () => {
  it("is told of every changed document, once", async () => {
    const hub = await openHub();
    const tell = teller([hub.address]);
    const first = await tell(topicsAt("1", "a.rss", "b.rss"));
    expect(first).toEqual({ told: 2, pending: 0, problems: [] });
    expect(await tell(topicsAt("1", "a.rss", "b.rss"))).toMatchObject({ told: 0, pending: 0 });
    await tell([...topicsAt("2", "a.rss"), ...topicsAt("1", "b.rss")]);
    expect(hub.heard.toSorted()).toEqual([
      "https://kabar.example/feeds/a.rss",
      "https://kabar.example/feeds/a.rss",
      "https://kabar.example/feeds/b.rss",
    ]);
  });

  it("that is not well is told later, at growing distance, also by another process", async () => {
    let isWell = false;
    const hub = await openHub((_, response) => response.writeHead(isWell ? 204 : 503).end());
    const tell = teller([hub.address]);
    const topics = topicsAt("1", "a.rss");
    const first = await tell(topics);
    expect(first).toMatchObject({ told: 0, pending: 1, nextMs: NOW + 5_000 });
    expect(first.problems[0]).toMatch(/answers 503/);
    expect(await tell(topics, { nowMs: NOW + 4_999 })).toMatchObject({ told: 0, pending: 1 });
    expect(hub.heard).toHaveLength(1);
    const second = await tell(topics, { nowMs: NOW + 5_000 });
    expect(second.nextMs).toBe(NOW + 15_000);
    isWell = true;
    expect(await tell(topics, { nowMs: NOW + 15_000 })).toMatchObject({ told: 1, pending: 0 });
    expect(await tell(topicsAt("2", "a.rss"), { nowMs: NOW + 15_001 })).toMatchObject({ told: 1 });
  });

  it("says itself how long it wants to be left alone", async () => {
    const hub = await openHub((_, response) =>
      response.writeHead(429, { "retry-after": "120" }).end(),
    );
    const { nextMs } = await teller([hub.address])(topicsAt("1", "a.rss"));
    expect(nextMs).toBe(NOW + 120_000);
  });

  it("that refuses one document is told of the others", async () => {
    const hub = await openHub((topic, response) =>
      response.writeHead(topic.endsWith("a.rss") ? 400 : 202).end(),
    );
    const tell = teller([hub.address]);
    const told = await tell(topicsAt("1", "a.rss", "b.rss", "c.rss"));
    expect(told).toMatchObject({ told: 2, pending: 1, nextMs: NOW + 3_600_000 });
    expect(told.problems).toEqual([
      `${hub.address} answers 400 for https://kabar.example/feeds/a.rss`,
    ]);
  });

  it("that has moved is no success, and tells where to", async () => {
    const hub = await openHub((_, response) =>
      response.writeHead(301, { location: "https://new.example/" }).end(),
    );
    const { told, problems } = await teller([hub.address])(topicsAt("1", "a.rss"));
    expect([told, problems[0]]).toEqual([0, expect.stringContaining("https://new.example/")]);
  });

  it("that hangs holds no other up, and is asked no more than it takes to see it", async () => {
    const hanging = await openHub(() => {});
    const well = await openHub();
    const names = Array.from({ length: 20 }, (_, at) => `${at}.rss`);
    const tell = teller([hanging.address, well.address]);
    const startedMs = performance.now();
    const told = await tell(topicsAt("1", ...names), { timeoutMs: 800 });
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    expect(told).toMatchObject({ told: 20, pending: 20 });
    expect(told.problems[0]).toMatch(/gave no answer in 0.8 s; 20 changed documents/);
    expect(hanging.heard.length).toBeLessThanOrEqual(4);
  });

  it("that is slow has its turn, and the rest soon after", async () => {
    const hub = await openHub((_, response) => setTimeout(() => response.writeHead(202).end(), 60));
    const names = Array.from({ length: 12 }, (_, at) => `${at}.rss`);
    const tell = teller([hub.address]);
    const first = await tell(topicsAt("1", ...names), { turnMs: 1 });
    const rest = 12 - first.told;
    expect(first).toEqual({ told: 12 - rest, pending: rest, problems: [], nextMs: NOW });
    // Four at a time, and none after its turn.
    expect(rest).toBeGreaterThanOrEqual(8);
    expect(await tell(topicsAt("1", ...names))).toEqual({ told: rest, pending: 0, problems: [] });
    expect(new Set(hub.heard).size).toBe(12);
  });

  it("that is not there is told of later", async () => {
    const told = await teller(["http://127.0.0.1:1/"])(topicsAt("1", "a.rss"));
    expect(told).toMatchObject({ told: 0, pending: 1 });
    expect(told.problems[0]).toMatch(/cannot be reached/);
  });

  it("is told again by the next process where this one has to leave", async () => {
    const leaving = new AbortController();
    const hub = await openHub(() => leaving.abort());
    const tell = teller([hub.address]);
    const telling = tell(topicsAt("1", "a.rss"), { signal: leaving.signal });
    expect(await telling).toEqual({ told: 0, pending: 1, problems: [] });
    // Nothing is held against the hub.
    await tell(topicsAt("1", "a.rss"), { timeoutMs: 500 });
    expect(hub.heard).toHaveLength(2);
  });
});
