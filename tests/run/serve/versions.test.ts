/** Readers meet whole documents of one version, whatever goes on in the folder. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rssOf, served } from "./served.ts";

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
      await new Promise((resolve) => setTimeout(resolve, version % 3 === 0 ? 30 : 3));
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
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
    await new Promise((resolve) => setTimeout(resolve, 60));
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
