import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import { openRedirects } from "../../../src/run/serve/redirects.ts";

const moved = openRedirects({
  "tag/old": "tag/new",
  "section/a.rss": "all.rss",
  "/b.rss": "/section/ü b.rss",
  partner: "https://elsewhere.example/feeds/partner",
  "v1.0": "v2",
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
    ["v1.0.rss", "v2.rss"],
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
