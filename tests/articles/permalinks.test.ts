import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AddressFacts,
  fillPattern,
  isForeignTemplate,
} from "../../src/articles/permalinks.ts";
import { readRecordPath } from "../../src/articles/record-path.ts";
import { anyText } from "../any-text.ts";

const facts: AddressFacts = {
  path: readRecordPath("dunia/asia/a.md"),
  slug: "judul",
  titleSlug: () => "judul-berita",
  section: "Dunia Kita",
  categories: ["Satu", "Dua Tiga"],
  day: () => "2022-02-03",
};

const SITE = "https://site.example/blog/";

describe("fillPattern", () => {
  it.each([
    ["/{section}/{slug}/", "dunia-kita/judul/"],
    ["/{folder}/{slug}", "dunia/asia/judul"],
    ["/{language}/{slug}/", "judul/"],
    ["/:year/:month/:day/:title.html", "2022/02/03/judul.html"],
    ["/:categories/:title:output_ext", "satu/dua-tiga/judul.html"],
    ["/:year/:i_month/:i_day/:slug/", "2022/2/3/judul/"],
    ["date", "satu/dua-tiga/2022/02/03/judul.html"],
    ["ordinal", "satu/dua-tiga/2022/034/judul.html"],
    ["pretty", "satu/dua-tiga/2022/02/03/judul/"],
    ["none", "satu/dua-tiga/judul.html"],
    ["/arsip/index.html", "arsip/"],
    ["/blog/{{ page.fileSlug }}/index.html", "blog/judul/"],
    ["/blog/{{ title | slugify }}/", "blog/judul-berita/"],
    ['{{ page.date | date: "%Y/%m/%d" }}/{{ page.fileSlug }}/', "2022/02/03/judul/"],
    ["/berita?id={slug}", "berita?id=judul"],
    ["/caf%C3%A9/", "caf%C3%A9/"],
    ["/100%/", "100%25/"],
    ["/", ""],
    ["/a:b/10:30/", "a:b/10:30/"],
    ["{constructor}/:constructor/{__proto__}", "%7Bconstructor%7D/:constructor/%7B__proto__%7D"],
    ["constructor", "constructor"],
  ])("%s", (pattern, address) => {
    expect(fillPattern(pattern, facts, SITE)).toBe(SITE + address);
  });

  it.each([
    "/../../x/",
    "..",
    "/%2e%2e/%2E./x",
    "\\\\evil.example\\x",
    "/..\\..\\x",
    "////evil.example/x",
    "javascript:alert(1)",
    "@evil.example",
  ])("%s stays on the site, below its folder", (pattern) => {
    expect(fillPattern(pattern, facts, SITE)).toMatch(/^https:\/\/site\.example\/blog\//);
  });

  it("stays there whatever the pattern and the slug", () => {
    fc.assert(
      fc.property(anyText, fc.string(), (pattern, slug) => {
        const url = fillPattern(`${pattern}/{slug}`, { ...facts, slug }, SITE);
        expect(url).toMatch(/^https:\/\/site\.example\/blog\/[!-~]*$/);
      }),
    );
  });
});

describe("isForeignTemplate", () => {
  it.each([
    ["/{{ page.fileSlug }}/", false],
    ["/{slug}/", false],
    ["/{{ lang }}/x/", true],
    ["/{% if a %}x{% endif %}/", true],
  ])("%s: %s", (pattern, isForeign) => {
    expect(isForeignTemplate(pattern)).toBe(isForeign);
  });
});
