/** What a client is given that has the document, or a part of it, already. */
import { utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { rssOf } from "./documents.ts";
import { served } from "./served.ts";

const RSS = rssOf(["one", "two", "three"]);
const GZIP = { "Accept-Encoding": "gzip" };

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
      await delay(60);
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
    await delay(60);
    const touched = await ask("/all.rss");
    expect(touched.headers.etag).toBe(headers.etag);
    const modifiedMs = Date.parse(touched.headers["last-modified"] ?? "");
    expect(modifiedMs).toBeLessThanOrEqual(Date.parse(touched.headers.date ?? ""));
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

  it("that do not fit are kept by no cache, nor are conditions", async () => {
    const { ask } = await served({
      "a-0123456789abcdef.mp3": sound.subarray(0, 9),
      "all.rss": RSS,
    });
    const answers = [
      await ask("/a-0123456789abcdef.mp3", { Range: "bytes=9-" }),
      await ask("/a-0123456789abcdef.mp3", { "If-Match": '"x"' }),
      await ask("/all.rss", { "If-Unmodified-Since": "Sun, 31 May 2020 10:00:00 GMT" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([416, 412, 412]);
    for (const { headers } of answers) expect(headers["cache-control"]).toBe("no-store");
  });

  it("gives a large file that was just written no tag that could turn out wrong", async () => {
    const { ask, folder } = await served({ "a.mp3": sound });
    expect((await ask("/a.mp3")).headers.etag).toMatch(/^W\//);
    const file = path.join(folder, "old.mp3");
    writeFileSync(file, sound);
    expect((await ask("/old.mp3")).headers.etag).toMatch(/^W\//);
  });
});
