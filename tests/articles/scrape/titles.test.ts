import { describe, expect, it } from "vitest";
import { isSameTitle, stripSiteName } from "../../../src/articles/scrape/titles.ts";

describe("isSameTitle", () => {
  it.each([
    ["A lamp is lit", "a LAMP is lit"],
    ["“A lamp” is lit", "'A lamp' is lit"],
    ["A lamp is lit", "A lamp is lit - The Shore"],
    ["A lamp is lit", "A lamp is lit | The Shore"],
    ["A lamp is lit on the long shore", "A lamp is lit on…"],
    ["A lamp is lit on the long shore", "A lamp is lit on the ..."],
    ["港の灯りがともる", "港の灯りがともる｜北浜新報"],
    ["İSKELE AÇILDI", "İskele açıldı"],
    ["زنگ بزرگ", "زنگ بزرگ - روزنامه"],
  ])("%s = %s", (left, right) => {
    expect(isSameTitle(left, right)).toBe(true);
    expect(isSameTitle(right, left)).toBe(true);
  });

  it.each([
    ["A lamp is lit", "A lamp is lit again"],
    ["The Shore", "A lamp is lit - The Shore"],
    ["A lamp", "A lamp - and how it came to be lit on the long shore after all of these years"],
    ["A…", "A lamp is lit on the long shore"],
    ["", ""],
    ["—", "…"],
  ])("%s ≠ %s", (left, right) => {
    expect(isSameTitle(left, right)).toBe(false);
    expect(isSameTitle(right, left)).toBe(false);
  });
});

describe("stripSiteName", () => {
  it.each([
    ["A lamp is lit - The Shore", "A lamp is lit"],
    ["The Shore: A lamp is lit", "A lamp is lit"],
    ["Rain | THE SHORE", "Rain"],
    ["A lamp - lit", "A lamp - lit"],
    ["The Shore", "The Shore"],
  ])("%s", (text, expected) => {
    expect(stripSiteName(text, "The Shore")).toBe(expected);
  });
});
