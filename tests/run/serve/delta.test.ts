/** RFC 3229: of a feed that a reader has already, only what is new. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rssOf, served } from "./served.ts";

const IM = { "A-IM": "feed", "Accept-Encoding": "gzip" };

async function changed(before: string, after: string, name = "all.rss") {
  const site = await served({ [name]: before });
  const first = await site.ask(`/${name}`, IM);
  writeFileSync(path.join(site.folder, name), after);
  await new Promise((resolve) => setTimeout(resolve, 60));
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
    await new Promise((resolve) => setTimeout(resolve, 60));
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
