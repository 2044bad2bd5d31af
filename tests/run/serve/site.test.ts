/** What a client sees of a served folder, header by header. */
import { rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BROWSER, rssOf, served } from "./served.ts";

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

describe("validators", () => {
  it("answer 304 to who has the document, with the headers that a cache needs", async () => {
    const { ask, folder } = await served({ "all.rss": RSS });
    utimesSync(path.join(folder, "all.rss"), 1_800_000_000, 1_700_000_000);
    const whole = await ask("/all.rss", GZIP);
    expect(whole.headers["last-modified"]).toBe("Tue, 14 Nov 2023 22:13:20 GMT");
    const etag = whole.headers.etag ?? "";
    expect(etag).toMatch(/^"[\da-f]{32}-gzip"$/);
    const had = await ask("/all.rss", { ...GZIP, "If-None-Match": etag });
    expect(had.status).toBe(304);
    expect(had.bytes.length).toBe(0);
    for (const name of ["etag", "cache-control", "vary", "access-control-allow-origin"]) {
      expect(had.headers[name], name).toBe(whole.headers[name]);
    }
    expect(had.headers["content-type"]).toBeUndefined();
    expect(had.headers["content-length"]).toBeUndefined();
    const since = whole.headers["last-modified"] ?? "";
    expect((await ask("/all.rss", { "If-Modified-Since": since })).status).toBe(304);
    expect(
      (await ask("/all.rss", { "If-Modified-Since": since, "If-None-Match": '"x"' })).status,
    ).toBe(200);
    expect((await ask("/all.rss", { "If-Match": '"x"' })).status).toBe(412);
  });

  it("differ from coding to coding, and know each other", async () => {
    const { ask } = await served({ "all.rss": RSS });
    const tags = await Promise.all(
      [{}, GZIP, { "Accept-Encoding": "br" }].map(async (headers) => {
        return (await ask("/all.rss", headers)).headers.etag ?? "";
      }),
    );
    expect(new Set(tags).size).toBe(3);
    // A client that may have any of them goes on with the one it has.
    const all = { "Accept-Encoding": "gzip, br" };
    for (const etag of tags) {
      const answer = await ask("/all.rss", { ...all, "If-None-Match": etag });
      expect([answer.status, answer.headers.etag]).toEqual([304, etag]);
    }
    expect((await ask("/all.rss", { "If-None-Match": tags[1] ?? "" })).status).toBe(200);
  });

  it("change with the bytes, however quickly and with the same times and size", async () => {
    const { ask, folder } = await served({ "all.rss": RSS });
    const file = path.join(folder, "all.rss");
    const tags = new Set<string | undefined>();
    for (const title of ["aaa", "bbb", "ccc"]) {
      writeFileSync(file, RSS.replace("one", title));
      utimesSync(file, 1_700_000_000, 1_700_000_000);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const { headers, text } = await ask("/all.rss");
      expect(text).toContain(title);
      tags.add(headers.etag);
    }
    expect(tags.size).toBe(3);
  });

  it("stay when a file is only touched, and name no time to come", async () => {
    const { ask, folder } = await served({ "all.rss": RSS });
    const { headers } = await ask("/all.rss");
    utimesSync(path.join(folder, "all.rss"), 4_000_000_000, 4_000_000_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const touched = await ask("/all.rss");
    expect(touched.headers.etag).toBe(headers.etag);
    const modifiedMs = Date.parse(touched.headers["last-modified"] ?? "");
    expect(modifiedMs).toBeLessThanOrEqual(Date.parse(touched.headers.date ?? ""));
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

  it.each(["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])(
    "%s is refused",
    async (method) => {
      const { ask } = await served({ "all.rss": RSS });
      const { status, headers } = await ask("/all.rss", {}, method);
      expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    },
  );
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
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await ask("/")).text).toBe("<p>Mine");
  });
});

describe("caching and links", () => {
  it("keeps what carries its digest for ever, and feeds for minutes", async () => {
    const { ask } = await served(
      { "all.rss": RSS, "m/cover.0123456789abcdef.jpg": "x", "tag/c-0123456789abcdef.rss": RSS },
      { serve: { maxAge: 60 } },
    );
    const of = async (name: string) => (await ask(name)).headers["cache-control"];
    expect(await of("/m/cover.0123456789abcdef.jpg")).toBe("public, max-age=31536000, immutable");
    const short = "public, max-age=60, stale-while-revalidate=120, stale-if-error=86400";
    expect(await of("/all.rss")).toBe(short);
    expect(await of("/tag/c-0123456789abcdef.rss")).toBe(short);
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

describe("ranges", () => {
  const sound = Buffer.from(Array.from({ length: 700_000 }, (_, at) => at % 251));

  it.each([
    ["a large file", "large.mp3", sound],
    ["a small one", "small.mp3", sound.subarray(0, 1_000)],
  ])("of %s", async (_, name, bytes) => {
    const { ask } = await served({ [name]: bytes });
    const whole = await ask(`/${name}`);
    expect(whole.headers["accept-ranges"]).toBe("bytes");
    expect(whole.bytes.equals(bytes)).toBe(true);
    const etag = whole.headers.etag ?? "";
    const part = await ask(`/${name}`, { Range: "bytes=100-299" });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 100-299/${bytes.length}`);
    expect(part.headers["content-length"]).toBe("200");
    expect(part.headers["content-type"]).toBe("audio/mpeg");
    expect(part.bytes.equals(bytes.subarray(100, 300))).toBe(true);
    const end = await ask(`/${name}`, { Range: "bytes=-10" });
    expect(end.bytes.equals(bytes.subarray(-10))).toBe(true);
    const behind = await ask(`/${name}`, { Range: `bytes=${bytes.length}-` });
    expect([behind.status, behind.headers["content-range"]]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ]);
    expect((await ask(`/${name}`, { Range: "bytes=0-1,4-5" })).status).toBe(200);
    expect((await ask(`/${name}`, { Range: "bytes=0-1", "If-Range": '"x"' })).status).toBe(200);
    expect((await ask(`/${name}`, { Range: "bytes=0-1" }, "HEAD")).status).toBe(200);
    if (etag.startsWith("W/")) return;
    expect((await ask(`/${name}`, { Range: "bytes=0-1", "If-Range": etag })).status).toBe(206);
    const had = await ask(`/${name}`, { Range: "bytes=0-1", "If-None-Match": etag });
    expect(had.status).toBe(304);
  });

  it("gives a large file that was just written no tag that could turn out wrong", async () => {
    const { ask, folder } = await served({ "a.mp3": sound });
    expect((await ask("/a.mp3")).headers.etag).toMatch(/^W\//);
    const file = path.join(folder, "old.mp3");
    writeFileSync(file, sound);
    expect((await ask("/old.mp3")).headers.etag).toMatch(/^W\//);
  });
});

describe("what is not there", () => {
  const TARGETS = [
    "/.feedwright.json",
    "/.feedwright.lock",
    "/tag/.hidden/x",
    "/%2efeedwright.json",
    "/../x.yaml",
    "/%2e%2e/x.yaml",
    "/%252e%252e/x.yaml",
    "/..%5cx.yaml",
    "/all.rss%00",
    "/all.rss/",
    "/all.rss/x",
    "/linked.yaml",
    "/linked/passwd",
    "/hidden.json",
    "/folder",
    `/${"a".repeat(255)}`,
    "/%",
  ];

  it("is 404, whatever it is called", async () => {
    const { ask, folder } = await served({
      "all.rss": RSS,
      ".feedwright.json": "{}",
      ".feedwright.lock": "x",
      "tag/.hidden/x": "x",
      "folder/": "",
    });
    writeFileSync(path.join(folder, "../x.yaml"), "secret");
    symlinkSync("../x.yaml", path.join(folder, "linked.yaml"));
    symlinkSync("/etc", path.join(folder, "linked"));
    symlinkSync(".feedwright.json", path.join(folder, "hidden.json"));
    symlinkSync("all.rss", path.join(folder, "inside.rss"));
    for (const target of TARGETS) {
      const { status, text } = await ask(target);
      expect(status, target).toBe(404);
      expect(text, target).not.toContain("secret");
    }
    expect((await ask("/inside.rss")).text).toBe(RSS);
  });

  it("is told apart from what is too long", async () => {
    const { ask } = await served({});
    expect((await ask(`/${"a".repeat(3_000)}`)).status).toBe(414);
  });

  it("is gone where it was published once, and there again when it comes back", async () => {
    const manifest = (names: readonly string[]) =>
      JSON.stringify({
        documents: Object.fromEntries(names.map((name) => [name, "0".repeat(64)])),
      });
    const { ask, folder } = await served({
      "all.rss": RSS,
      "tag/a.rss": RSS,
      ".feedwright.json": manifest(["all.rss", "tag/a.rss", "tag/a.rss.gz"]),
    });
    const publish = (names: readonly string[]) =>
      writeFileSync(path.join(folder, ".feedwright.json"), manifest(names));
    rmSync(path.join(folder, "tag/a.rss"));
    expect((await ask("/tag/a.rss")).status).toBe(404);
    publish(["all.rss"]);
    expect((await ask("/tag/a.rss")).status).toBe(410);
    expect((await ask("/tag/a")).status).toBe(410);
    expect((await ask("/tag/a.rss.gz")).status).toBe(404);
    expect((await ask("/tag/b.rss")).status).toBe(404);
    writeFileSync(path.join(folder, ".feedwright.json"), "broken");
    expect((await ask("/tag/a.rss")).status).toBe(410);
    writeFileSync(path.join(folder, "tag/a.rss"), RSS);
    publish(["all.rss", "tag/a.rss"]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await ask("/tag/a.rss")).status).toBe(200);
  });

  it("may have moved", async () => {
    const redirects = { "tag/old": "tag/new", "a.rss": "https://y.example/a.rss" };
    const { ask } = await served({ "tag/old.rss": RSS }, { serve: { redirects } });
    const old = await ask("/tag/old.rss", {});
    expect([old.status, old.headers.location]).toEqual([301, "../tag/new.rss"]);
    expect((await ask("/a.rss")).headers.location).toBe("https://y.example/a.rss");
  });
});
