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
});
