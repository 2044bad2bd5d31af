import type { ServerResponse } from "node:http";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCacheFile } from "../../../src/articles/pictures/cache-file.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import {
  memoryCache,
  NOW_MS,
  probeAll,
  probeOne,
  startRawServer,
  startServer,
  testPicture,
} from "./remote-server.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FACTS = { type: "image/png", bytes: 12, caption: "Sea" };
const READ = { facts: FACTS };

/** Serves one picture with validators; `answers` may change what it does meanwhile. */
async function startChanging() {
  const answers = { status: 200, etag: '"1"', caption: "Sea", headers: {} };
  const server = await startServer((request, response) => {
    const { status, etag, caption, headers } = answers;
    const common = { ETag: etag, "Last-Modified": "Sun, 22 Nov 2026 08:00:00 GMT", ...headers };
    if (status !== 200) response.writeHead(status).end();
    else if (request.headers["if-none-match"] === etag) response.writeHead(304, common).end();
    else response.writeHead(200, common).end(testPicture(caption));
  });
  return { server, answers, url: `${server.origin}/a.jpg` };
}

describe("what is remembered", () => {
  it("is not asked again while it is fresh", async () => {
    const { server, url } = await startChanging();
    const cache = memoryCache();
    expect(await probeOne(url, { cache })).toEqual(READ);
    expect(await probeOne(url, { cache, nowMs: NOW_MS + DAY_MS - 1 })).toEqual(READ);
    expect(server.requests).toHaveLength(1);
  });

  it("is asked for changes when it is not, and holds on", async () => {
    const { server, url } = await startChanging();
    const cache = memoryCache();
    await probeOne(url, { cache });
    const nowMs = NOW_MS + DAY_MS;
    expect(await probeOne(url, { cache, nowMs })).toEqual(READ);
    expect(server.requests[1]?.headers).toMatchObject({
      "if-none-match": '"1"',
      "if-modified-since": "Sun, 22 Nov 2026 08:00:00 GMT",
    });
    expect(cache.entries.get(url)).toEqual({
      read: READ,
      validators: { address: url, etag: '"1"', lastModified: "Sun, 22 Nov 2026 08:00:00 GMT" },
      fetchedAtMs: nowMs,
      freshUntilMs: nowMs + DAY_MS,
    });
  });

  it("is read anew where it has changed", async () => {
    const { url, answers } = await startChanging();
    const cache = memoryCache();
    await probeOne(url, { cache });
    Object.assign(answers, { etag: '"2"', caption: "Sky" });
    const { facts } = await probeOne(url, { cache, nowMs: NOW_MS + DAY_MS });
    expect(facts?.caption).toBe("Sky");
    expect(cache.entries.get(url)).toMatchObject({ validators: { etag: '"2"' } });
  });

  it("is fresh as long as the server says", async () => {
    const { server, url, answers } = await startChanging();
    answers.headers = { "Cache-Control": "max-age=7200" };
    const cache = memoryCache();
    await probeOne(url, { cache });
    await probeOne(url, { cache, nowMs: NOW_MS + 2 * HOUR_MS - 1 });
    expect(server.requests).toHaveLength(1);
    await probeOne(url, { cache, nowMs: NOW_MS + 2 * HOUR_MS });
    expect(server.requests).toHaveLength(2);
  });

  it("holds in a cache file, which a second run leaves as it is", async () => {
    const { server, url } = await startChanging();
    const file = path.join(temporaryFolder(), "remote.json");
    for (let run = 0; run < 3; run++) {
      const cache = openCacheFile(file, "1");
      expect(await probeOne(url, { cache })).toEqual(READ);
      expect(cache.save()).toBe(true);
    }
    expect(server.requests).toHaveLength(1);
  });

  it("keeps the validators to whom they belong, behind a redirect", async () => {
    const server = await startServer((request, response) => {
      if (request.url === "/a.jpg") response.writeHead(302, { Location: "/b.jpg" }).end();
      else response.writeHead(200, { ETag: '"b"' }).end(testPicture());
    });
    const cache = memoryCache();
    await probeOne(`${server.origin}/a.jpg`, { cache });
    await probeOne(`${server.origin}/a.jpg`, { cache, nowMs: NOW_MS + DAY_MS });
    const asked = server.requests.map(({ url, headers }) => [url, headers["if-none-match"]]);
    expect(asked.slice(2)).toEqual([
      ["/a.jpg", undefined],
      ["/b.jpg", '"b"'],
    ]);
  });

  it.each([
    ["null", null],
    ["a text", "entry"],
    ["another shape", { facts: FACTS, freshUntilMs: NOW_MS + 1 }],
    ["facts of another shape", { read: { facts: 5 }, fetchedAtMs: 0, freshUntilMs: NOW_MS + 1 }],
    ["a time of another clock", { read: READ, fetchedAtMs: 0, freshUntilMs: NOW_MS + 8 * DAY_MS }],
  ])("is asked anew where it is %s", async (_, entry) => {
    const { server, url } = await startChanging();
    expect(await probeOne(url, { cache: memoryCache({ [url]: entry }) })).toEqual(READ);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a failure", () => {
  it("is remembered for an hour", async () => {
    const { server, url, answers } = await startChanging();
    answers.status = 404;
    const cache = memoryCache();
    const { fault } = await probeOne(url, { cache });
    expect(fault?.reason).toContain("404");
    answers.status = 200;
    expect(await probeOne(url, { cache, nowMs: NOW_MS + HOUR_MS - 1 })).toEqual({ fault });
    expect(server.requests).toHaveLength(1);
    expect(await probeOne(url, { cache, nowMs: NOW_MS + HOUR_MS })).toEqual(READ);
  });

  it("takes no facts away, and is forgotten when the picture is there again", async () => {
    const { server, url, answers } = await startChanging();
    const cache = memoryCache();
    await probeOne(url, { cache });
    answers.status = 503;
    const down = await probeOne(url, { cache, nowMs: NOW_MS + DAY_MS });
    expect(down).toEqual({
      ...READ,
      fault: expect.objectContaining({ remedy: expect.any(String) }),
    });
    answers.status = 200;
    expect(await probeOne(url, { cache, nowMs: NOW_MS + DAY_MS + HOUR_MS })).toEqual(READ);
    expect(server.requests[2]?.headers["if-none-match"]).toBe('"1"');
    expect(cache.entries.get(url)).not.toHaveProperty("failure");
  });

  it("that calls itself a success takes no facts away either", async () => {
    let body = testPicture();
    const server = await startServer((_, response) => {
      response.end(body);
    });
    const cache = memoryCache();
    await probeOne(server.origin, { cache });
    body = Buffer.from("<p>Not found</p>");
    const read = await probeOne(server.origin, { cache, nowMs: NOW_MS + DAY_MS });
    expect(read).toEqual({ ...READ, fault: { reason: "no picture", remedy: "use one" } });
  });

  it("of the configuration is not remembered", async () => {
    const { url } = await startChanging();
    const cache = memoryCache();
    expect(await probeOne(url, { cache, allowedHosts: [] })).toHaveProperty("fault");
    expect(await probeOne(url, { cache })).toEqual(READ);
  });

  it("in reading stays with its picture", async () => {
    const { url } = await startChanging();
    const readPicture = () => {
      throw new RangeError("deep inside");
    };
    expect((await probeOne(url, { readPicture })).fault?.reason).toBe("the picture cannot be read");
  });

  it("of a host, three times over, spares its other pictures, and no other host's", async () => {
    let asked = 0;
    const dead = await startRawServer((socket) => {
      asked++;
      socket.destroy();
    });
    const { url } = await startChanging();
    // To us the same machine is two hosts by two names.
    const urls = Array.from({ length: 9 }, (_, n) => `${dead}/${n}`.replace("127.0.0.1", "d.test"));
    const cache = memoryCache();
    const reads = await probeAll([...urls, url], {
      cache,
      allowedHosts: ["127.0.0.1", "d.test"],
      resolve: async () => ["127.0.0.1"],
      limits: { perHost: 1 },
    });
    expect(asked).toBe(3);
    expect(reads.get(url)).toEqual(READ);
    expect(urls.filter((one) => reads.get(one)?.fault === undefined)).toEqual([]);
    expect(reads.get(urls[8] ?? "")?.fault?.reason).toContain("has failed for other pictures");
    expect(cache.entries.size).toBe(10);
  });

  it("of a picture spares no other", async () => {
    const server = await startServer((request, response) => {
      if (request.url === "/9") response.end(testPicture());
      else response.writeHead(404).end();
    });
    const urls = Array.from({ length: 10 }, (_, n) => `${server.origin}/${n}`);
    const reads = await probeAll(urls, { limits: { perHost: 1 } });
    expect(server.requests).toHaveLength(10);
    expect(reads.get(urls[9] ?? "")).toEqual(READ);
  });
});

describe("a run", () => {
  it("of nothing asks nobody", async () => {
    expect((await probeAll([])).size).toBe(0);
  });

  it("asks for a picture once, and answers in the order it was asked", async () => {
    const server = await startServer((_, response) => {
      response.end(testPicture());
    });
    const urls = ["/b", "/a", "/b", "/c"].map((file) => server.origin + file);
    const reads = await probeAll(urls);
    expect([...reads.keys()]).toEqual([...new Set(urls)]);
    expect(server.requests).toHaveLength(3);
  });

  it("asks few at a time", async () => {
    const held: ServerResponse[] = [];
    let most = 0;
    const server = await startServer((_, response) => {
      held.push(response);
      most = Math.max(most, held.length);
      // Answers come in pairs, after a third would have had time to ask.
      if (held.length < 2) return;
      setTimeout(() => {
        for (const one of held.splice(0)) one.end(testPicture());
      }, 5);
    });
    const urls = Array.from({ length: 12 }, (_, n) => `${server.origin}/${n}`);
    expect([...(await probeAll(urls)).values()]).toEqual(urls.map(() => READ));
    expect(most).toBe(2);
  });

  it("ends in time: the rest keeps what is known, and is left to the next", async () => {
    const silent = await startRawServer(() => {});
    const { url, answers } = await startChanging();
    const urls = [url, ...Array.from({ length: 20 }, (_, n) => `${silent}/${n}`)];
    const cache = memoryCache();
    await probeOne(url, { cache });
    answers.status = 500;
    const options = {
      cache,
      nowMs: NOW_MS + DAY_MS,
      limits: { runTimeoutMs: 60, timeoutMs: 60_000, hostFailures: 99 },
    };
    const reads = await probeAll(urls, options);
    // New pictures come first, so that the known one is not asked for at all.
    expect(reads.get(url)).toEqual({
      ...READ,
      fault: expect.objectContaining({ reason: "not asked in time" }),
    });
    expect(
      [...reads.values()].filter(({ fault }) => fault?.reason === "not asked in time"),
    ).toEqual(Array(21).fill(expect.anything()));
    expect([...cache.entries.keys()]).toEqual([url]);
  });

  it("ends, with an answer for each, whatever it is asked for", async () => {
    const anything = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 5 }), async (urls) => {
        const reads = await probeAll(urls);
        expect([...reads.keys()]).toEqual([...new Set(urls)]);
        for (const read of reads.values()) expect(read.fault?.remedy).toMatch(/\S/);
      }),
      { numRuns: 20 },
    );
  });
});
