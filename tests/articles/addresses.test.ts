import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteAddress } from "../../src/articles/addresses.ts";

const BASE = "https://site.example/news/story/";

describe("absoluteAddress", () => {
  it.each([
    ["a.jpg", "https://site.example/news/story/a.jpg"],
    ["../b.jpg", "https://site.example/news/b.jpg"],
    ["/c.jpg", "https://site.example/c.jpg"],
    ["//cdn.example/d.jpg", "https://cdn.example/d.jpg"],
    [" https://x.example/a b ", "https://x.example/a%20b"],
    ["https://x.example/?q=a|b[1]&c=`", "https://x.example/?q=a%7Cb%5B1%5D&c=%60"],
    ["https://contoh.example/berita/café", "https://contoh.example/berita/caf%C3%A9"],
    ["https://пример.example/путь", "https://xn--e1afmkfd.example/%D0%BF%D1%83%D1%82%D1%8C"],
    ["https://x.example/a%20b%2Fc", "https://x.example/a%20b%2Fc"],
    ["http://[2001:db8::1]/a", "http://[2001:db8::1]/a"],
    ["?page=2", "https://site.example/news/story/?page=2"],
  ])("%s is %s", (reference, address) => {
    expect(absoluteAddress(reference, BASE)).toBe(address);
  });

  it.each([
    "",
    "  ",
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "https://user:secret@x.example/",
    "https://",
    "http://[::1",
  ])("%s is none", (reference) => {
    expect(absoluteAddress(reference, BASE)).toBeUndefined();
  });

  it("needs no parser for plain ones, and gives what it would", () => {
    const part = fc.constantFrom(
      ...[
        "a",
        "b.c",
        ".",
        "..",
        "/",
        "//",
        "-",
        "~",
        "x.jpg",
        "?q",
        "#f",
        "%2e",
        ":",
        "@",
        "\\",
        " ",
      ],
      ...["A", "1.2", "https://", "http:", "x.example", "xn--", ":443", "index.html", "_"],
    );
    const reference = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    const base = fc.constantFrom(
      ...[
        BASE,
        "https://site.example/a/b.html",
        "https://site.example/",
        "http://a.b-c.example/x?q#f",
      ],
      ...["https://1.2.3.4/a/", "https://xn--e1afmkfd.example/a/b", "https://site.example:8443/a"],
    );
    fc.assert(
      fc.property(reference, base, (given, from) => {
        const address = absoluteAddress(given, from);
        if (address === undefined) return;
        const url = new URL(given.trim(), from);
        expect(address).toBe(url.href.replace(/[|^`{}[\]\\"<>]/g, encodeURIComponent));
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads addresses with accents however often it is asked", () => {
    const places = Array.from({ length: 20_000 }, () => absoluteAddress("/año/", BASE));
    expect(new Set(places)).toEqual(new Set(["https://site.example/a%C3%B1o/"]));
  });
});
