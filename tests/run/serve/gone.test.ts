/** What is not there, was there, or is elsewhere. */
import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openPublished } from "../../../src/run/serve/gone.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { rssOf } from "./documents.ts";
import { served } from "./served.ts";

const RSS = rssOf(["one", "two", "three"]);

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
    const missing = await ask("/tag/a.rss");
    expect([missing.status, missing.headers["retry-after"]]).toEqual([503, "60"]);
    publish(["all.rss"]);
    expect((await ask("/tag/a.rss")).status).toBe(410);
    expect((await ask("/tag/a")).status).toBe(410);
    expect((await ask("/tag/a.rss.gz")).status).toBe(404);
    expect((await ask("/tag/b.rss")).status).toBe(404);
    writeFileSync(path.join(folder, ".feedwright.json"), "broken");
    expect((await ask("/tag/a.rss")).status).toBe(410);
    writeFileSync(path.join(folder, "tag/a.rss"), RSS);
    publish(["all.rss", "tag/a.rss"]);
    await delay(60);
    expect((await ask("/tag/a.rss")).status).toBe(200);
  });

  it("is no loss while the folder is away, and made again", async () => {
    const published = JSON.stringify({ documents: { "all.rss": "0".repeat(64) } });
    const { ask, folder } = await served({ "all.rss": RSS, ".feedwright.json": published });
    expect((await ask("/all.rss")).status).toBe(200);
    renameSync(folder, `${folder}-away`);
    await delay(60);
    const statuses = async () =>
      await Promise.all(["/all.rss", "/all", "/b.rss"].map(async (one) => (await ask(one)).status));
    expect(await statuses()).toEqual([503, 503, 404]);
    renameSync(`${folder}-away`, folder);
    await delay(60);
    expect(await statuses()).toEqual([200, 200, 404]);
  });

  it("may be there under the same letters, written otherwise", async () => {
    const { ask } = await served({ "tag/fútbol.rss": RSS });
    for (const ending of ["", ".rss"]) {
      const { status, headers } = await ask(`/tag/fu%CC%81tbol${ending}`);
      expect([status, headers.location]).toEqual([301, `../tag/f%C3%BAtbol${ending}`]);
    }
    expect((await ask("/tag/fu%CC%81.rss")).status).toBe(404);
  });

  it("may have moved", async () => {
    const redirects = { "tag/old": "tag/new", "a.rss": "https://y.example/a.rss" };
    const { ask } = await served({ "tag/old.rss": RSS }, { serve: { redirects } });
    const old = await ask("/tag/old.rss", {});
    expect([old.status, old.headers.location]).toEqual([301, "../tag/new.rss"]);
    expect((await ask("/a.rss")).headers.location).toBe("https://y.example/a.rss");
  });
});

describe("openPublished", () => {
  it("remembers what is gone over processes, and forgets it with its cache", async () => {
    const manifest = (...names: readonly string[]) =>
      JSON.stringify({
        documents: Object.fromEntries(names.map((name) => [name, "0".repeat(64)])),
      });
    const folder = temporaryFolder({ "out/.feedwright.json": manifest("a.rss", "b.rss") });
    const [output, cache] = [path.join(folder, "out"), path.join(folder, "cache/served.json")];
    const opened = async () => {
      const published = openPublished(output, cache);
      await published.refresh();
      return published;
    };
    expect((await opened()).documents()).toEqual(["a.rss", "b.rss"]);
    writeFileSync(path.join(output, ".feedwright.json"), manifest("b.rss"));
    // Nobody served while it went.
    expect((await opened()).isGone("a.rss")).toBe(true);
    expect((await opened()).isGone("a")).toBe(true);
    // A manifest that is lost or empty says nothing.
    writeFileSync(path.join(output, ".feedwright.json"), manifest());
    expect((await opened()).isGone("b.rss")).toBe(false);
    rmSync(path.join(output, ".feedwright.json"));
    expect((await opened()).isGone("a.rss")).toBe(true);
    writeFileSync(cache, readFileSync(cache, "utf8").slice(5));
    expect((await opened()).isGone("a.rss")).toBe(false);
  });
});
