/** What the target of a request names, and where that has moved to. */

import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import { innerPath } from "../../../src/run/serve/inner-path.ts";
import { redirect } from "../../../src/run/serve/pages.ts";
import { openRedirects } from "../../../src/run/serve/redirects.ts";

describe("innerPath", () => {
  it.each([
    ["/", ""],
    ["/all.rss", "all.rss"],
    ["/all.rss?utm=x#top", "all.rss"],
    ["/tag/caf%C3%A9.rss", "tag/café.rss"],
    ["/tag/a%20b.rss", "tag/a b.rss"],
    ["/tag/", "tag/"],
    ["/a..b/c...rss", "a..b/c...rss"],
    ["http://x.example/all.rss", "all.rss"],
    ["https://x.example", "/".slice(1)],
    [Buffer.from("/tag/ж.rss").toString("latin1"), "tag/ж.rss"],
  ])("takes %j for %j", (target, inner) => {
    expect(innerPath(target)).toBe(inner);
  });

  it.each([
    "",
    "all.rss",
    "*",
    "//all.rss",
    "/tag//all.rss",
    "/..",
    "/../feedwright.config.yaml",
    "/tag/../../x",
    "/./all.rss",
    "/%2e%2e/x",
    "/%2E%2E/x",
    "/..%2fx",
    "/..%5cx",
    "/tag%2fall.rss",
    "/a\\b",
    "/.feedwright.json",
    "/.feedwright/x",
    "/tag/.git/config",
    "/%2efeedwright.json",
    "/all.rss%00.html",
    "/all%0d%0aX: y",
    "/\u007f",
    "/%",
    "/%zz",
    "/%c0%ae%c0%ae/x",
    "/%ff",
    `/${"a".repeat(256)}`,
    `/${"a/".repeat(1100)}`,
    "ftp://x.example/all.rss",
  ])("takes %j for nobody's", (target) => {
    expect(innerPath(target)).toBeUndefined();
  });

  it("decodes once: what is left is a name like any other", () => {
    expect(innerPath("/%252e%252e/x")).toBe("%2e%2e/x");
    expect(innerPath("/a%252fb")).toBe("a%2fb");
  });

  it("never leads out of the folder, nor to anything hidden", () => {
    const parts = fc.constantFrom(
      ...["..", ".", "%2e", "%2E.", "%252e", "/", "%2f", "%5c", "\\", "%00", "a", "é", "%C3%A9"],
      ...[".git", "?", "#", ":", "~", "%", " ", "+", "\u0000", "\n"],
    );
    const targets = fc.array(fc.oneof(parts, fc.string({ maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(targets, (pieces) => {
        const inner = innerPath(`/${pieces.join("")}`);
        if (inner === undefined) return;
        for (const resolve of [path.posix, path.win32]) {
          if (resolve === path.win32 && process.platform !== "win32" && inner.includes(":"))
            continue;
          const below = resolve.relative("/out", resolve.join("/out", inner));
          expect(below.startsWith("..")).toBe(false);
          expect(below.split(/[\\/]/).some((name) => name.startsWith("."))).toBe(false);
        }
        expect(inner).not.toMatch(/[\u0000-\u001f\u007f\\]/);
      }),
      { numRuns: 500 },
    );
  });
});

const moved = openRedirects({
  "tag/old": "tag/new",
  "section/a.rss": "all.rss",
  "/b.rss": "/section/ü b.rss",
  partner: "https://elsewhere.example/feeds/partner",
  "v1.0": "v2",
  news: "news/world",
});

describe("openRedirects", () => {
  it.each([
    ["tag/old", "../tag/new"],
    ["tag/old.rss", "../tag/new.rss"],
    ["tag/old.news.xml", "../tag/new.news.xml"],
    ["tag/old/archive/1.rss", "../../../tag/new/archive/1.rss"],
    ["tag/older.rss", undefined],
    ["tag", undefined],
    ["section/a.rss", "../all.rss"],
    ["section/a.atom", undefined],
    ["b.rss", "section/%C3%BC%20b.rss"],
    ["partner.json", "https://elsewhere.example/feeds/partner.json"],
    [
      "partner/ж 😀?x#y.rss",
      "https://elsewhere.example/feeds/partner/%D0%B6%20%F0%9F%98%80%3Fx%23y.rss",
    ],
    ["v1.0.rss", "v2.rss"],
    ["news", "news/world"],
    ["news.rss", "news/world.rss"],
    ["news/world", undefined],
    ["news/world.rss", undefined],
    ["news/world/archive/1.rss", undefined],
    ["", undefined],
  ])("moves %j to %j", (path, address) => {
    expect(moved(path)).toBe(address);
  });

  it("leads to the new path from wherever the folder is published", () => {
    for (const base of ["https://x.example/", "https://x.example/feeds/"]) {
      expect(
        new URL(moved("tag/old/archive/1.rss") ?? "", `${base}tag/old/archive/1.rss`).href,
      ).toBe(`${base}tag/new/archive/1.rss`);
    }
  });
});

it("an address of any signs leaves as a header can hold it", () => {
  const { headers } = redirect("https://y.example/ж😀\ud800.rss", 60);
  expect(headers.at(-1)).toBe("https://y.example/%D0%B6%F0%9F%98%80%EF%BF%BD.rss");
});

describe("the configuration of the server", () => {
  const check = (serve: unknown) =>
    checkConfig({ site: { title: "T", url: "https://x.example/" }, serve }, "x.yaml").serve;

  it("has defaults that show nothing to the network", () => {
    expect(check(undefined)).toEqual({ host: "127.0.0.1", port: 8080, maxAge: 300, redirects: {} });
  });

  it.each([
    [{ port: 70_000 }, /serve\.port/],
    [{ port: "80" }, /serve\.port/],
    [{ maxAge: -1 }, /serve\.maxAge/],
    [{ redirects: { "../x": "all.rss" } }, /serve\.redirects/],
    [{ redirects: { "a.rss": "../../x" } }, /serve\.redirects/],
    [{ redirects: { "a.rss": "https://user:secret@x.example/" } }, /serve\.redirects/],
    [{ redirects: { "a.rss": ".feedwright.json" } }, /serve\.redirects/],
    [{ hots: "x" }, /serve\.hots/],
  ])("refuses %j", (serve, words) => {
    expect(() => check(serve)).toThrow(words);
  });
});
