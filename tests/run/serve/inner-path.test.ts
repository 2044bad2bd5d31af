import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { innerPath } from "../../../src/run/serve/inner-path.ts";

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
