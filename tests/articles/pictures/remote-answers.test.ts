import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { nextHop } from "../../../src/articles/pictures/remote/answers.ts";
import { probeOne, startRawServer, startServer, testPicture } from "./remote-server.ts";

const MAX_BYTES = 1000;
const limits = { maxBytes: MAX_BYTES };
const small = testPicture("Sea", 300);
const large = testPicture("Sea", 5000);
const beginning = large.subarray(0, MAX_BYTES);

async function probeAnswer(answer: (response: ServerResponse) => void) {
  const server = await startServer((_, response) => answer(response));
  return { server, read: await probeOne(`${server.origin}/a.jpg`, { limits }) };
}

describe("a picture that is there", () => {
  it.each<[string, number | undefined, (response: ServerResponse) => void]>([
    [
      "in part, of a size",
      5000,
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 0-999/5000" }).end(beginning);
      },
    ],
    [
      "in part, of a size nobody knows",
      undefined,
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 0-999/*" }).end(beginning);
      },
    ],
    [
      "as a part that is the whole",
      300,
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 0-299/300" }).end(small);
      },
    ],
    [
      "in a smaller part than asked",
      5000,
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 0-99/5000" }).end(large.subarray(0, 100));
      },
    ],
    [
      "of a size that cannot be",
      undefined,
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 0-999/4" }).end(beginning);
      },
    ],
    [
      "whole although a part was asked",
      5000,
      (response) => {
        response.writeHead(200, { "Content-Length": 5000 }).end(large);
      },
    ],
    [
      "whole, its size not told",
      300,
      (response) => {
        response.writeHead(200).write(small.subarray(0, 10));
        response.end(small.subarray(10));
      },
    ],
    [
      "larger than is read, its size not told",
      undefined,
      (response) => {
        response.writeHead(200).write(large);
        response.end();
      },
    ],
    [
      "under a wrong name",
      300,
      (response) => {
        response.writeHead(200, { "Content-Type": "text/html", "Content-Length": 300 }).end(small);
      },
    ],
    [
      "said to be encoded as itself",
      300,
      (response) => {
        response.writeHead(200, { "Content-Encoding": "Identity", "Content-Length": 300 });
        response.end(small);
      },
    ],
  ])("%s: %s bytes", async (_, bytes, answer) => {
    const { read } = await probeAnswer(answer);
    const size = bytes === undefined ? {} : { bytes };
    expect(read).toEqual({ facts: { type: "image/png", caption: "Sea", ...size } });
  });

  it("is not read to its end, which may never come", async () => {
    let isLeft = false;
    const { read } = await probeAnswer((response) => {
      const pour = () => {
        while (!isLeft && response.write(large));
      };
      response.on("drain", pour).on("close", () => {
        isLeft = true;
      });
      pour();
    });
    expect(read.facts).toEqual({ type: "image/png", caption: "Sea" });
    await expect.poll(() => isLeft).toBe(true);
  });
});

describe("a picture that is not there", () => {
  it.each([
    [400, "answers 400", "mend the address"],
    [401, "answers 401 (password wanted)", "open the picture"],
    [403, "answers 403 (forbidden)", "open the picture"],
    [404, "answers 404 (not found)", "mend the address"],
    [410, "answers 410 (gone for good)", "mend the address"],
    [429, "answers 429 (too many requests)", "later run"],
    [500, "answers 500", "later run"],
    [503, "answers 503 (out of service)", "later run"],
    [204, "answers 204", "mend the address"],
    [300, "answers 300", "mend the address"],
    [304, "answers 304", "mend the address"],
    [416, "answers 416", "mend the address"],
    [999, "answers 999", "later run"],
  ])("%s", async (status, reason, remedy) => {
    const { server, read } = await probeAnswer((response) => {
      response.writeHead(status).end(status === 204 || status === 304 ? undefined : small);
    });
    expect(read.facts).toBeUndefined();
    expect(read.fault?.reason).toBe(`"${server.host}" ${reason}`);
    expect(read.fault?.remedy).toContain(remedy);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, string, (response: ServerResponse) => void]>([
    [
      "another part",
      "another part",
      (response) => {
        response.writeHead(206, { "Content-Range": "bytes 5-300/5000" }).end(small);
      },
    ],
    [
      "a part of nothing",
      "another part",
      (response) => {
        response.writeHead(206).end(small);
      },
    ],
    [
      "several parts",
      "another part",
      (response) => {
        response.writeHead(206, { "Content-Type": "multipart/byteranges; boundary=x" }).end(small);
      },
    ],
    [
      "a gzip bomb",
      "compressed",
      (response) => {
        response
          .writeHead(200, { "Content-Encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(100_000)));
      },
    ],
    [
      "layers of compression",
      "compressed",
      (response) => {
        response.writeHead(200, { "Content-Encoding": "identity, br" }).end(small);
      },
    ],
    [
      "nothing",
      "the picture is empty",
      (response) => {
        response.writeHead(200).end();
      },
    ],
    [
      "nothing, declared",
      "the picture is empty",
      (response) => {
        response.writeHead(200, { "Content-Length": 0 }).end();
      },
    ],
    [
      "a page instead",
      "no picture",
      (response) => {
        response.writeHead(200, { "Content-Type": "image/png" }).end("<!doctype html><p>Gone</p>");
      },
    ],
    [
      "a part of a body",
      "breaks off (ECONNRESET)",
      (response) => {
        response.writeHead(200, { "Content-Length": 300 }).write(small.subarray(0, 100));
        setImmediate(() => response.destroy());
      },
    ],
    [
      "a part of a chunked body",
      "breaks off (ECONNRESET)",
      (response) => {
        response.writeHead(200).write(small);
        setImmediate(() => response.destroy());
      },
    ],
  ])("%s", async (_, reason, answer) => {
    const { read } = await probeAnswer(answer);
    expect(read.facts).toBeUndefined();
    expect(read.fault?.reason).toContain(reason);
  });

  it.each([
    [
      "endless headers",
      "sends endless headers",
      `HTTP/1.1 200 OK\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
    ],
    [
      "very many headers",
      "sends endless headers",
      `HTTP/1.1 200 OK\r\n${"Abcd: efgh\r\n".repeat(5000)}\r\n`,
    ],
    ["another protocol", "does not speak HTTP", "220 mail.example ESMTP\r\n"],
    [
      "two lengths",
      "does not speak HTTP",
      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    ],
    [
      "a length below nothing",
      "does not speak HTTP",
      "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab",
    ],
    [
      "a length beyond all bounds",
      "does not speak HTTP",
      `HTTP/1.1 200 OK\r\nContent-Length: ${"9".repeat(30)}\r\n\r\nab`,
    ],
    [
      "a broken chunk",
      "breaks off",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab",
    ],
    [
      "another protocol from now on",
      "breaks off",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    ],
    ["nothing", "breaks off", ""],
  ])("%s", async (_, reason, answer) => {
    const origin = await startRawServer((socket) => socket.end(answer));
    const { facts, fault } = await probeOne(`${origin}/a.jpg`, { limits });
    expect(facts).toBeUndefined();
    expect(fault?.reason).toContain(reason);
  });
});

describe("nextHop", () => {
  const from = new URL("https://a.example/pictures/a.jpg");
  it.each([
    ["https://b.example/b.jpg", "https://b.example/b.jpg"],
    ["//b.example/b.jpg", "https://b.example/b.jpg"],
    ["/b.jpg", "https://a.example/b.jpg"],
    ["b.jpg?c", "https://a.example/pictures/b.jpg?c"],
    // UTF-8 bytes, as node:http hands them over.
    [Buffer.from("/фото.jpg").toString("latin1"), "https://a.example/%D1%84%D0%BE%D1%82%D0%BE.jpg"],
  ])("leads to %s", (location, url) => {
    expect(nextHop(from, location)).toEqual(new URL(url));
  });

  it.each([
    ["http://a.example/pictures/a.jpg", "from https to http"],
    ["http://b.example/", "from https to http"],
    [undefined, "to nowhere"],
    ["", "to nowhere"],
    ["https://", "to nowhere"],
    ["https://[fe80::1%25eth0]/", "to nowhere"],
  ])("does not lead to %s", (location, words) => {
    expect(nextHop(from, location)).toMatchObject({
      fault: { reason: `"a.example" redirects ${words}` },
    });
  });

  it("leads from http to https and to http", () => {
    const plain = new URL("http://a.example/");
    expect(nextHop(plain, "https://a.example/")).toBeInstanceOf(URL);
    expect(nextHop(plain, "http://b.example/")).toBeInstanceOf(URL);
  });
});
