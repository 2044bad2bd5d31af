/** The small parts of pages: colours, links, words, dates and files. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentsOf, PAPER, WASH } from "../../../src/formats/page/accent.ts";
import { isAsset, pageAssets } from "../../../src/formats/page/assets.ts";
import { dateWords } from "../../../src/formats/page/dates.ts";
import { relativeAddress } from "../../../src/formats/page/relative-address.ts";
import { wordsFor } from "../../../src/formats/page/words.ts";
import { pageWords } from "../../../src/formats/page/words-table.ts";

describe("the accent", () => {
  it("stays what it is where it can be read, and can be read whatever it is", () => {
    expect(accentsOf("#8f1d1d").light).toBe("#8f1d1d");
    expect(accentsOf("nonsense")).toEqual(accentsOf());
    expect(contrast(accentsOf().dark, WASH.dark)).toBeGreaterThan(4.5);
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(hex, (accent) => {
        const { light, dark } = accentsOf(accent);
        for (const paper of [PAPER.light, WASH.light])
          expect(contrast(light, paper)).toBeGreaterThan(4.5);
        for (const paper of [PAPER.dark, WASH.dark])
          expect(contrast(dark, paper)).toBeGreaterThan(4.5);
      }),
    );
  });
});

/** WCAG 2.2, once more. */
function contrast(one: string, other: string): number {
  const light = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const ROOT = "https://x.example/feeds/";

describe("links among pages", () => {
  it.each([
    ["all.html", "index.html", "index.html"],
    ["tag/a.html", "index.html", "../index.html"],
    ["all.html", "tag/a.html", "tag/a.html"],
    ["tag/a.html", "tag/b.html", "b.html"],
    ["tag/a.html", "section/b.html", "../section/b.html"],
    ["a/b/c.html", "", "../../"],
    ["all.html", "", "./"],
    ["all.html", "a:b.html", "./a:b.html"],
  ])("from %s to %s: %s", (from, to, expected) => {
    expect(relativeAddress(ROOT + from, ROOT + to)).toBe(expected);
  });

  it("lead where they should", () => {
    const part = fc.constantFrom("a", "b", "c:d", "e%20f", "g.html");
    const path = fc.array(part, { maxLength: 4 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(path, path, (from, to) => {
        const [page, target] = [ROOT + from, ROOT + to];
        expect(new URL(relativeAddress(page, target), page).href).toBe(target);
      }),
    );
  });

  it("to other hosts stay as they are", () => {
    expect(relativeAddress(ROOT, "https://y.example/a")).toBe("https://y.example/a");
    expect(relativeAddress(undefined, `${ROOT}a`)).toBe(`${ROOT}a`);
  });
});

describe("words", () => {
  it.each([...pageWords.keys()])("of %s are all there, and none is empty", (language) => {
    const words = pageWords.get(language) ?? new Map<string, string>();
    expect([...words.keys()]).toEqual([...(pageWords.get("en")?.keys() ?? [])]);
    expect([...words.values()].filter((word) => word === "")).toEqual([]);
  });

  it.each([
    ["pt-BR", "pt"],
    ["zh-TW", "zh-Hant"],
    ["zh", "zh"],
    ["sw", "en"],
    ["not a language", "en"],
  ])("for %s are those of %s", (given, expected) =>
    expect(wordsFor(given).language).toBe(expected),
  );
});

const NOON = Date.UTC(2026, 0, 31, 12, 0);

describe("dates", () => {
  it.each([
    ["en", "UTC", "January 31, 2026", "12:00 UTC"],
    ["id", "Asia/Jakarta", "31 Januari 2026", "19.00 UTC+7"],
    ["de", "America/St_Johns", "31. Januar 2026", "08:30 UTC−3:30"],
    ["ja", "Asia/Tokyo", "2026年1月31日", "21:00 UTC+9"],
    ["fa", "UTC", undefined, undefined],
    ["no such", "Nowhere/Else", "January 31, 2026", "12:00 UTC"],
  ])("in %s, %s", (language, zone, day, hour) => {
    const words = dateWords(NOON, language, zone);
    if (day !== undefined) expect(words).toEqual({ day, hour });
    else expect(words.day).toMatch(/۲۰۲۶/);
  });
});

describe("the files of pages", () => {
  it("have names that tell what is in them, and are small", () => {
    const { style, script } = pageAssets({});
    const other = pageAssets({ accent: "#0000ff", css: "h1 { color: red }" });
    expect(other.style.path).not.toBe(style.path);
    expect(other.style.text).toContain("h1 { color: red }");
    expect(other.script).toEqual(script);
    for (const { path } of [style, script, other.style]) expect(isAsset(path)).toBe(true);
    expect(isAsset("feedwright-own.css")).toBe(false);
    expect(style.text.length + script.text.length).toBeLessThan(18_000);
  });

  it("ask nobody else for anything", () => {
    const { style, script } = pageAssets({});
    expect(style.text).not.toMatch(/url\(|@import|@font-face/);
    expect(script.text).not.toMatch(/innerHTML|eval\(|https?:/);
  });
});
