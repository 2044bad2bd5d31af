/** What a client sees of a served folder, header by header. */
import { utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BROWSER, rssOf } from "./documents.ts";
import { served } from "./served.ts";

const RSS = rssOf(["one", "two", "three"]);
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><entry><id>1</id></entry></feed>`;
const JSON_FEED = `{\n  "version": "https://jsonfeed.org/version/1.1",\n  "items": []\n}\n`;
const PAGE = "<!doctype html><title>Page</title>";
const GZIP = { "Accept-Encoding": "gzip" };

describe("types", () => {
  const TYPES: readonly (readonly [string, string | Buffer, string])[] = [
    ["all.rss", RSS, "application/rss+xml; charset=utf-8"],
    ["all.atom", ATOM, "application/atom+xml; charset=utf-8"],
    ["all.json", JSON_FEED, "application/feed+json"],
    ["a.json", `{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}`, "application/feed+json"],
    ["a.chapters.json", "{}", "application/json+chapters"],
    ["a.transcript.json", `{"version":"1.0.0"}`, "application/json"],
    ["all.news.xml", "<urlset/>", "application/xml; charset=utf-8"],
    ["feeds.opml", "<opml/>", "text/x-opml; charset=utf-8"],
    ["all.html", PAGE, "text/html; charset=utf-8"],
    ["a.css", "a{}", "text/css; charset=utf-8"],
    ["a.vtt", "WEBVTT", "text/vtt; charset=utf-8"],
    ["a.srt", "1", "application/x-subrip; charset=utf-8"],
    ["a.transcript.txt", "x", "text/plain; charset=utf-8"],
    [
      "old.xml",
      Buffer.from("<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>", "latin1"),
      "application/xml",
    ],
    ["a.mp3", "ID3", "audio/mpeg"],
    ["a.M4A", "x", "audio/x-m4a"],
    ["a.mp4", "x", "video/mp4"],
    ["a.jpg", "x", "image/jpeg"],
    ["a.webp", "x", "image/webp"],
    ["a.avif", "x", "image/avif"],
    ["all.rss.gz", "x", "application/gzip"],
    ["unknown", "x", "application/octet-stream"],
    ["a.constructor", "x", "application/octet-stream"],
  ];

  it("are those of the files", async () => {
    const { ask } = await served(
      Object.fromEntries(TYPES.map(([name, content]) => [name, content])),
    );
    for (const [name, content, type] of TYPES) {
      const { status, headers, bytes } = await ask(`/${name}`);
      expect([status, headers["content-type"]], name).toEqual([200, type]);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(bytes.equals(Buffer.from(content))).toBe(true);
      expect(Number(headers["content-length"])).toBe(bytes.length);
    }
  });
});

describe("compression", () => {
  it("is made where nobody made it before", async () => {
    const { ask } = await served({ "all.rss": RSS, "small.rss": ATOM, "a.jpg": RSS });
    const gzip = await ask("/all.rss", GZIP);
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.bytes).toString()).toBe(RSS);
    expect(Number(gzip.headers["content-length"])).toBe(gzip.bytes.length);
    const brotli = await ask("/all.rss", { "Accept-Encoding": "gzip, deflate, br" });
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(RSS);
    for (const name of ["/small.rss", "/a.jpg"]) {
      const { headers } = await ask(name, GZIP);
      expect([
        headers["content-encoding"],
        headers.vary?.includes("Accept-Encoding"),
      ]).not.toContain("gzip");
    }
    expect((await ask("/all.rss")).headers.vary).toBe("Accept-Encoding, A-IM");
  });

  it("takes the copy beside a document where it is one of it", async () => {
    const gz = gzipSync(RSS, { level: 1 });
    const br = brotliCompressSync(RSS);
    const { ask } = await served({ "all.rss": RSS, "all.rss.gz": gz, "all.rss.br": br });
    expect((await ask("/all.rss", GZIP)).bytes.equals(gz)).toBe(true);
    expect((await ask("/all.rss", { "Accept-Encoding": "br" })).bytes.equals(br)).toBe(true);
  });

  it.each([
    ["another version", gzipSync(rssOf(["old"]))],
    ["no gzip", Buffer.from("nonsense")],
    ["cut short", gzipSync(RSS).subarray(0, 40)],
    ["one that would fill the memory", gzipSync(Buffer.alloc(50_000_000))],
  ])("does not take %s, though it is newer", async (_, twin) => {
    const { ask, folder } = await served({ "all.rss": RSS, "all.rss.gz": twin });
    utimesSync(path.join(folder, "all.rss.gz"), 4_000_000_000, 4_000_000_000);
    expect(gunzipSync((await ask("/all.rss", GZIP)).bytes).toString()).toBe(RSS);
  });
});

describe("HEAD and OPTIONS", () => {
  it("tell what GET would, without a body", async () => {
    const { ask } = await served({ "all.rss": RSS, "a.mp3": Buffer.alloc(600_000, 7) });
    for (const name of ["/all.rss", "/a.mp3", "/none"]) {
      const [got, told] = [await ask(name, GZIP), await ask(name, GZIP, "HEAD")];
      expect(told.bytes.length).toBe(0);
      expect({ ...told.headers, date: "" }).toEqual({ ...got.headers, date: "" });
      expect(told.status).toBe(got.status);
    }
  });

  it("let readers in browsers send their own headers", async () => {
    const { ask } = await served({ "all.json": JSON_FEED, "all.html": PAGE });
    const asked = { "Access-Control-Request-Method": "GET", Origin: "https://reader.example" };
    const { status, headers } = await ask("/all.json", asked, "OPTIONS");
    expect(status).toBe(204);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-allow-headers"]).toContain("If-None-Match");
    expect(headers["access-control-allow-methods"]).toContain("GET");
    const got = await ask("/all.json", { Origin: "https://reader.example" });
    expect(got.headers["access-control-allow-origin"]).toBe("*");
    expect(got.headers["access-control-expose-headers"]).toContain("ETag");
    expect((await ask("/all.html")).headers["access-control-allow-origin"]).toBeUndefined();
    const bare = await ask("/all.json", {}, "OPTIONS");
    expect(bare.headers.allow).toBe("GET, HEAD, OPTIONS");
  });

  it("refuse all other methods", async () => {
    const { ask } = await served({ "all.rss": RSS });
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
      const { status, headers } = await ask("/all.rss", {}, method);
      expect([status, headers.allow], method).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
  });
});

describe("negotiation", () => {
  const FILES = { "all.rss": RSS, "all.atom": ATOM, "all.json": JSON_FEED, "all.html": PAGE };

  it.each([
    ["/all.rss", BROWSER, "text/html; charset=utf-8"],
    ["/all.json", BROWSER, "text/html; charset=utf-8"],
    ["/all.rss", "*/*", "application/rss+xml; charset=utf-8"],
    ["/all.rss", "application/rss+xml", "application/rss+xml; charset=utf-8"],
    ["/all", BROWSER, "text/html; charset=utf-8"],
    ["/all", "*/*", "application/rss+xml; charset=utf-8"],
    ["/all", "application/atom+xml", "application/atom+xml; charset=utf-8"],
    ["/all", "application/feed+json, application/json;q=0.9", "application/feed+json"],
    ["/all.html", "*/*", "text/html; charset=utf-8"],
  ])("%s for %s", async (name, accept, type) => {
    const { ask } = await served(FILES);
    const { status, headers } = await ask(name, { Accept: accept });
    expect([status, headers["content-type"]]).toEqual([200, type]);
    if (name === "/all.html") return;
    expect(headers.vary).toMatch(/^Accept(?:,|$)/);
    expect(headers.vary).toMatch(/(?:^|, )A-IM$/);
    const isStandIn = name === "/all" || type.startsWith("text/html");
    expect(headers["content-location"] !== undefined).toBe(isStandIn);
  });

  it("gives the feed where there is no page, and says nothing of Accept", async () => {
    const { ask } = await served({ "all.rss": RSS });
    const { headers } = await ask("/all.rss", { Accept: BROWSER });
    expect(headers["content-type"]).toContain("rss");
    expect(headers.vary).toBe("Accept-Encoding, A-IM");
    expect((await ask("/all", { Accept: "image/png" })).status).toBe(200);
    expect((await ask("/nothing", { Accept: BROWSER })).status).toBe(404);
  });

  it("gives the index of a folder, a list of what is there, or the way to a folder", async () => {
    const { ask, folder } = await served({
      "all.rss": RSS,
      "tag/index.html": PAGE,
      ".feedwright.json": JSON.stringify({ documents: { "all.rss": "0".repeat(64) } }),
    });
    expect((await ask("/")).text).toContain('<a href="./all.rss">');
    expect((await ask("/tag/")).text).toBe(PAGE);
    const slashless = await ask("/tag");
    expect([slashless.status, slashless.headers.location]).toEqual([301, "tag/"]);
    writeFileSync(path.join(folder, "index.html"), "<p>Mine");
    await delay(60);
    expect((await ask("/")).text).toBe("<p>Mine");
  });
});

describe("caching and links", () => {
  it("keeps what carries its digest for ever, and feeds for minutes", async () => {
    const endings = ["rss", "rss.gz", "rss.br", "news.xml", "json"];
    const named = (ending: string) => [`tag/c-0123456789abcdef.${ending}`, RSS] as const;
    const ofDigest = Object.fromEntries(endings.map(named));
    const { ask } = await served(
      { "all.rss": RSS, "m/cover.0123456789abcdef.jpg": "x", ...ofDigest },
      { serve: { maxAge: 60 } },
    );
    const of = async (name: string) => (await ask(name)).headers["cache-control"];
    expect(await of("/m/cover.0123456789abcdef.jpg")).toBe("public, max-age=31536000, immutable");
    const short = "public, max-age=60, stale-while-revalidate=120, stale-if-error=86400";
    expect(await of("/all.rss")).toBe(short);
    for (const name of Object.keys(ofDigest)) expect(await of(`/${name}`), name).toBe(short);
  });

  it("names the feed itself, its hubs, and its archive", async () => {
    const links = `<atom:link rel="self" href="https://x.example/own.rss"/><atom:link rel="prev-archive" href="https://x.example/feeds/all/archive/1.rss"/>`;
    const { ask } = await served(
      { "all.rss": RSS, "tag/ü.rss": RSS, "own.rss": rssOf(["a"], links), "a.html": PAGE },
      { websub: { hubs: ["https://hub.example/"] } },
    );
    const of = async (name: string) => (await ask(name)).headers["link"];
    const hub = '<https://hub.example/>; rel="hub"';
    expect(await of("/all.rss")).toBe(`<https://x.example/feeds/all.rss>; rel="self", ${hub}`);
    expect(await of("/tag/%C3%BC.rss")).toContain("<https://x.example/feeds/tag/%C3%BC.rss>; rel=");
    expect(await of("/own.rss")).toBe(
      `<https://x.example/own.rss>; rel="self", ${hub}, <https://x.example/feeds/all/archive/1.rss>; rel="prev-archive"`,
    );
    expect(await of("/a.html")).toBeUndefined();
  });

  it("guards pages, and says nothing of what serves them", async () => {
    const { ask } = await served({ "a.html": PAGE, "a.svg": "<svg/>" });
    for (const name of ["/a.html", "/a.svg", "/none"]) {
      const { headers } = await ask(name);
      expect(headers["content-security-policy"], name).toBeTruthy();
      expect(headers["server"] ?? headers["x-powered-by"]).toBeUndefined();
    }
    expect((await ask("/a.html")).headers["referrer-policy"]).toBe(
      "strict-origin-when-cross-origin",
    );
  });
});
