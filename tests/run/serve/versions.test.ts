/** Readers meet whole documents of one version, or what is new in it (RFC 3229). */

import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rssOf } from "./documents.ts";
import { served } from "./served.ts";

/** As feedwright publishes: the old copy goes, the document comes, its copy comes. */
function publish(folder: string, text: string): void {
  const put = (name: string, content: string | Buffer) => {
    writeFileSync(path.join(folder, ".feedwright-new"), content);
    renameSync(path.join(folder, ".feedwright-new"), path.join(folder, name));
  };
  rmSync(path.join(folder, "all.rss.gz"), { force: true });
  put("all.rss", text);
  put("all.rss.gz", gzipSync(text));
}

describe("a document that is replaced again and again", () => {
  it("is whole, of one version, and its tag is that of its bytes", async () => {
    const { ask, folder } = await served({ "all.rss": rssOf(["v0 a", "v0 b"]) });
    let isOver = false;
    const tags = new Map<string, string>();
    const readers = Array.from({ length: 4 }, async (_, reader) => {
      while (!isOver) {
        const isGzip = reader % 2 === 0;
        const { bytes, headers, status } = await ask(
          "/all.rss",
          isGzip ? { "Accept-Encoding": "gzip" } : {},
        );
        expect(status).toBe(200);
        const text = (headers["content-encoding"] ? gunzipSync(bytes) : bytes).toString();
        const versions = new Set([...text.matchAll(/<title>(v\d+) /g)].map(([, one]) => one));
        expect(versions.size).toBe(1);
        expect(text.endsWith("</rss>\n")).toBe(true);
        const tag = (headers.etag ?? "").replace("-gzip", "");
        expect(tags.get(tag) ?? text).toBe(text);
        tags.set(tag, text);
      }
    });
    for (let version = 1; version <= 15; version++) {
      publish(folder, rssOf([`v${version} a`, `v${version} b`]));
      await delay(3);
      const isSeen = () => [...tags.values()].some((text) => text.includes(`v${version} a`));
      while (version % 3 === 0 && !isSeen()) await delay(5);
    }
    await delay(60);
    isOver = true;
    await Promise.all(readers);
    expect((await ask("/all.rss")).text).toContain("v15 a");
    expect(tags.size).toBeGreaterThan(3);
  });

  it("is sent to its end from the file that it was begun with", async () => {
    const [one, two] = [Buffer.alloc(2_000_000, 1), Buffer.alloc(2_000_000, 2)];
    const { ask, folder } = await served({ "a.mp3": one });
    const answers = Array.from({ length: 8 }, () => ask("/a.mp3"));
    writeFileSync(path.join(folder, ".new"), two);
    renameSync(path.join(folder, ".new"), path.join(folder, "a.mp3"));
    for (const { bytes, status } of await Promise.all(answers)) {
      expect([status, bytes.length]).toEqual([200, 2_000_000]);
      expect(bytes.equals(one) || bytes.equals(two)).toBe(true);
    }
    await delay(60);
    expect((await ask("/a.mp3")).bytes.equals(two)).toBe(true);
  });

  it("breaks off rather than ends early where the file is cut while it is sent", async () => {
    const { ask, folder } = await served({ "a.mp3": Buffer.alloc(10_000_000, 1) });
    const answer = ask("/a.mp3").then(
      ({ bytes }) => bytes.length,
      () => "broken off",
    );
    setTimeout(() => writeFileSync(path.join(folder, "a.mp3"), "x"), 4);
    expect(["broken off", 10_000_000, 1]).toContain(await answer);
  });
});

const IM = { "A-IM": "feed", "Accept-Encoding": "gzip" };

async function changed(before: string, after: string, name = "all.rss") {
  const site = await served({ [name]: before });
  const first = await site.ask(`/${name}`, IM);
  writeFileSync(path.join(site.folder, name), after);
  await delay(60);
  return { ...site, etag: first.headers.etag ?? "" };
}

describe("A-IM: feed", () => {
  it("gives a document of the new and changed items only", async () => {
    const before = rssOf(["one", "two", "three"]);
    const after = rssOf(["zero", "one", "two"]).replace("Words about it.", "Other words.");
    const { ask, etag } = await changed(
      before,
      after.replace("<title>two<", "<title>two, mended<"),
    );
    const { status, headers, text } = await ask("/all.rss", { ...IM, "If-None-Match": etag });
    expect(status).toBe(226);
    expect(text.match(/<title>.*<\/title>/g)).toEqual([
      "<title>T</title>",
      "<title>zero</title>",
      "<title>two, mended</title>",
    ]);
    expect(text.endsWith("</channel>\n</rss>\n")).toBe(true);
    expect(headers["im"]).toBe("feed");
    expect(headers["delta-base"]).toBe(etag);
    expect(headers["cache-control"]).toBe("no-store, im");
    expect(headers.vary).toBe("A-IM, If-None-Match, Accept-Encoding");
    expect(headers["content-type"]).toBe("application/rss+xml; charset=utf-8");
    expect(Number(headers["content-length"])).toBe(Buffer.byteLength(text));
    // The tag is that of the feed as it is now.
    const tag = headers.etag ?? "";
    expect(tag).not.toBe(etag);
    expect((await ask("/all.rss", { ...IM, "If-None-Match": tag })).status).toBe(304);
    expect((await ask("/all.rss", { "If-None-Match": tag })).status).toBe(304);
    const head = await ask("/all.rss", { ...IM, "If-None-Match": etag }, "HEAD");
    expect([head.status, head.bytes.length]).toEqual([226, 0]);
  });

  it("outlives a configuration, which is not that of the process", async () => {
    const { ask, etag, reload } = await changed(rssOf(["1", "2"]), rssOf(["0", "1", "2"]));
    reload({ serve: { maxAge: 7 } });
    const { headers } = await ask("/all.rss");
    expect(headers["cache-control"]).toContain("max-age=7,");
    expect((await ask("/all.rss", { ...IM, "If-None-Match": etag })).status).toBe(226);
  });

  it("works for Atom", async () => {
    const feed = (ids: readonly string[]) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id>${ids.map((id) => `<entry><id>${id}</id></entry>`).join("\n")}</feed>`;
    const { ask, etag } = await changed(feed(["1"]), feed(["2", "1"]), "all.atom");
    const { status, text } = await ask("/all.atom", { ...IM, "If-None-Match": etag });
    expect(status).toBe(226);
    expect(text).toContain("<id>2</id>");
    expect(text).not.toContain("<id>1</id>");
  });

  it.each([
    ["a tag nobody remembers", { "A-IM": "feed", "If-None-Match": '"x"' }],
    ["no tag", { "A-IM": "feed" }],
    ["another manipulation", { "A-IM": "vcdiff, gzip", "If-None-Match": "etag" }],
    ["a refusal", { "A-IM": "feed;q=0", "If-None-Match": "etag" }],
    ["no wish for deltas", { "If-None-Match": "etag" }],
  ])("gives the whole feed for %s", async (_, headers) => {
    const { ask, etag } = await changed(rssOf(["one", "two"]), rssOf(["zero", "one"]));
    const given = Object.entries(headers).map(([name, value]) => [
      name,
      value === "etag" ? etag : value,
    ]);
    const { status, text } = await ask("/all.rss", Object.fromEntries(given));
    expect(status).toBe(200);
    expect(text).toContain("<title>one</title>");
  });

  it("gives the whole feed where all of it is new", async () => {
    const { ask, etag } = await changed(rssOf(["one", "two"]), rssOf(["three", "four"]));
    expect((await ask("/all.rss", { ...IM, "If-None-Match": etag })).status).toBe(200);
  });

  it("knows the tag from other tags, and from an older version", async () => {
    const { ask, etag, folder } = await changed(rssOf(["1", "2"]), rssOf(["0", "1"]));
    await ask("/all.rss");
    writeFileSync(path.join(folder, "all.rss"), rssOf(["00", "0", "1"]));
    await delay(60);
    const { status, text } = await ask("/all.rss", {
      "A-IM": "gzip, feed",
      "If-None-Match": `"x", W/${etag}`,
    });
    expect(status).toBe(226);
    expect(text).toContain("<title>00</title>");
    expect(text).toContain("<title>0</title>");
    expect(text).not.toContain("<title>1</title>");
  });
});
