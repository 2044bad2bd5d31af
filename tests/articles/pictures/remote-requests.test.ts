import { describe, expect, it, vi } from "vitest";
import { probeOne, startRawServer, startServer, testPicture } from "./remote-server.ts";

const PICTURE = { facts: { type: "image/png", bytes: 12, caption: "Sea" } };

function startPictures() {
  return startServer((_, response) => {
    response.end(testPicture());
  });
}

describe("what is asked", () => {
  it("is one plain GET of the beginning, that says who asks", async () => {
    const server = await startPictures();
    const limits = { maxBytes: 4096 };
    expect(await probeOne(`${server.origin}/a%20b.jpg?c=d#e`, { limits })).toEqual(PICTURE);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect([request?.method, request?.url]).toEqual(["GET", "/a%20b.jpg?c=d"]);
    expect(request?.headers).toEqual({
      accept: "image/*",
      "accept-encoding": "identity",
      connection: "close",
      host: server.host,
      range: "bytes=0-4095",
      "user-agent": expect.stringMatching(/^feedwright\/\d+\.\d+\.\d+\S* \(\+picture credits\)$/),
    });
  });

  it("carries no cookie that a server has set", async () => {
    const server = await startServer((request, response) => {
      response.setHeader("Set-Cookie", "seen=1; Path=/");
      if (request.url === "/b.jpg") response.end(testPicture());
      else response.writeHead(302, { Location: "/b.jpg" }).end();
    });
    expect(await probeOne(`${server.origin}/a.jpg`)).toEqual(PICTURE);
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });
});

describe("whom it is asked of", () => {
  it.each(["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]"])(
    "never %s unless it is allowed",
    async (host) => {
      const server = await startPictures();
      const url = `http://${host}:${server.port}/`;
      const { fault } = await probeOne(url, { allowedHosts: [] });
      expect(fault?.reason).toContain("lies in a private network or on this machine");
      expect(server.requests).toEqual([]);
    },
  );

  it("never a public name that leads here", async () => {
    const server = await startPictures();
    const url = `http://pictures.example:${server.port}/`;
    const resolve = async () => ["127.0.0.1"];
    const { fault } = await probeOne(url, { allowedHosts: ["127.0.0.1"], resolve });
    expect(fault?.reason).toContain("lies in a private network or on this machine");
    expect(server.requests).toEqual([]);
  });

  it("a name that is allowed, by its name, at the address that was judged", async () => {
    const server = await startPictures();
    const url = `http://pictures.example:${server.port}/`;
    // A second look-up would lead elsewhere.
    const resolve = vi.fn(async () => [resolve.mock.calls.length === 1 ? "127.0.0.1" : "8.8.8.8"]);
    const allowedHosts = [`pictures.example:${server.port}`];
    expect(await probeOne(url, { allowedHosts, resolve })).toEqual(PICTURE);
    expect(resolve.mock.calls).toEqual([["pictures.example"]]);
    expect(server.requests[0]?.headers.host).toBe(`pictures.example:${server.port}`);
  });

  it("the next address where the first does not answer", async () => {
    const server = await startPictures();
    const url = `http://pictures.example:${server.port}/`;
    const resolve = async () => ["::1", "127.0.0.1"];
    expect(await probeOne(url, { allowedHosts: ["pictures.example"], resolve })).toEqual(PICTURE);
  });

  it("nobody at another port than the one that is allowed", async () => {
    const server = await startPictures();
    const allowedHosts = [`127.0.0.1:${server.port + 1}`];
    expect(await probeOne(`${server.origin}/`, { allowedHosts })).toHaveProperty("fault");
    expect(server.requests).toEqual([]);
  });

  it.each([
    ["", "the address is none"],
    ["pictures/a.jpg", "the address is none"],
    ["http://[fe80::1%25eth0]/", "the address is none"],
    ["data:image/gif;base64,R0lGODlh", "is not asked"],
    ["file:///etc/passwd", "is not asked"],
    ["http://u:p@127.0.0.1/", "user name"],
  ])("nobody for %s", async (url, words) => {
    expect((await probeOne(url)).fault?.reason).toContain(words);
  });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])("are followed: %s", async (status) => {
    const server = await startServer((request, response) => {
      if (request.url === "/deep/b.jpg") response.end(testPicture());
      else response.writeHead(status, { Location: "deep/b.jpg" }).end("moved");
    });
    expect(await probeOne(`${server.origin}/a.jpg`)).toEqual(PICTURE);
  });

  it("are followed three times, and not four times", async () => {
    const server = await startServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(testPicture());
      else response.writeHead(302, { Location: `/${left - 1}` }).end();
    });
    expect(await probeOne(`${server.origin}/3`)).toEqual(PICTURE);
    const { fault } = await probeOne(`${server.origin}/4`);
    expect(fault?.reason).toContain("redirects again and again");
    expect(server.requests).toHaveLength(8);
  });

  it("in a circle end", async () => {
    const server = await startServer((_, response) => {
      response.writeHead(301, { Location: "/" }).end();
    });
    expect((await probeOne(server.origin)).fault?.reason).toContain("again and again");
  });

  it.each([
    ["another name of this machine", (port: number) => `http://localhost:${port}/`],
    ["another address of this machine", (port: number) => `http://127.0.0.2:${port}/`],
    ["the metadata of a cloud", () => "http://169.254.169.254/latest/meta-data/"],
    ["a name that leads to a private address", (port: number) => `http://inner.example:${port}/`],
    ["a file", () => "file:///etc/passwd"],
    ["an address with a password", (port: number) => `http://a:b@127.0.0.1:${port}/`],
    ["a mail server", () => "http://8.8.8.8:25/"],
  ])("from an allowed host are not followed to %s", async (_, target) => {
    const server = await startServer((request, response) => {
      const location = target(Number(request.socket.localPort));
      response.writeHead(302, { Location: location }).end();
    });
    const resolve = async () => ["10.0.0.1"];
    const { fault } = await probeOne(`${server.origin}/a.jpg`, { resolve });
    expect(fault?.reason).toContain("a redirect leads astray");
    expect(server.requests).toHaveLength(1);
  });

  it("resolve each name anew", async () => {
    const server = await startServer((request, response) => {
      if (request.headers.host?.startsWith("b.") === true) response.end(testPicture());
      else
        response
          .writeHead(302, { Location: `http://b.example:${request.socket.localPort}/` })
          .end();
    });
    const resolve = vi.fn(async () => ["127.0.0.1"]);
    const allowedHosts = ["a.example", "b.example"];
    const url = `http://a.example:${server.port}/`;
    expect(await probeOne(url, { allowedHosts, resolve })).toEqual(PICTURE);
    expect(resolve.mock.calls).toEqual([["a.example"], ["b.example"]]);
  });
});

describe("a host that does not answer", () => {
  const limits = { timeoutMs: 80 };
  const late = "has not answered in full within 0.08 s";

  it("in its headers, in crumbs", async () => {
    const origin = await startRawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write("X: y\r\n"), 10);
      socket.on("close", () => clearInterval(timer));
    });
    expect((await probeOne(origin, { limits })).fault?.reason).toContain(late);
  });

  it("in its body, in crumbs", async () => {
    const server = await startServer((_, response) => {
      response.writeHead(200, { "Content-Length": 100_000 });
      const timer = setInterval(() => response.write("P"), 10);
      response.on("close", () => clearInterval(timer));
    });
    expect((await probeOne(server.origin, { limits })).fault?.reason).toContain(late);
  });

  it("at all", async () => {
    const origin = await startRawServer(() => {});
    expect((await probeOne(origin, { limits })).fault?.reason).toContain(late);
  });

  it("with interim answers without end", async () => {
    const origin = await startRawServer((socket) => {
      const timer = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 10);
      socket.on("close", () => clearInterval(timer));
    });
    expect((await probeOne(origin, { limits })).fault?.reason).toContain(late);
  });

  it("because its name is not found in time", async () => {
    const resolve = () => new Promise<never>(() => {});
    const { fault } = await probeOne("http://slow.example/", { limits, resolve });
    expect(fault?.reason).toBe(`"slow.example" ${late}`);
  });

  it("and redirects slowly, hop by hop", async () => {
    const server = await startServer((_, response) => {
      setTimeout(() => response.writeHead(302, { Location: "/" }).end(), 50);
    });
    expect((await probeOne(server.origin, { limits })).fault?.reason).toContain(late);
  });
});

describe("a host that cannot be reached", () => {
  it("because nobody listens", async () => {
    const { fault } = await probeOne("http://127.0.0.1:1/", { allowedHosts: ["127.0.0.1"] });
    expect(fault?.reason).toBe('"127.0.0.1:1" refuses the connection (ECONNREFUSED)');
  });

  it("because its name is not known", async () => {
    const { fault } = await probeOne("https://nowhere.example/");
    expect(fault?.reason).toBe('"nowhere.example" is not known (ENOTFOUND)');
  });

  it("because looking up its name fails in an unforeseen way", async () => {
    const resolve = () => Promise.reject("no");
    const { fault } = await probeOne("https://nowhere.example/", { resolve });
    expect(fault?.reason).toBe('"nowhere.example" breaks off');
  });

  it("because it speaks no TLS", async () => {
    const server = await startPictures();
    const { fault } = await probeOne(`https://${server.host}/`);
    expect(fault?.reason).toMatch(/does not speak TLS|breaks off/);
    expect(server.requests).toEqual([]);
  });
});
