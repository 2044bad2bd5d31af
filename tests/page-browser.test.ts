/** The pages of the sample site as people meet them: in Chromium, on a desk and on a phone. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../src/config/config-file.ts";
import { renderHtmlPage } from "../src/formats/html-page.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { chromiumPath, openChromium, openPage } from "./chromium.ts";
import { feedOf, itemOf } from "./formats/documents.ts";
import { linksOf, pageOf } from "./formats/page/pages.ts";
import { sharedFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "..");

/** Run in the page; the compiler knows no documents. */
const OPEN_STORIES = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const RUN_AXE = `axe.run({
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
})`;
const LOOK = `(async () => {
  const broken = [];
  for (const picture of document.images) {
    picture.loading = "eager";
    await picture.decode().catch(() => broken.push(picture.src));
  }
  return { width: document.documentElement.scrollWidth, broken };
})()`;
interface AxeResults {
  readonly violations: readonly { readonly id: string }[];
}

const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;

const base = sharedFolder();
const folder = path.join(base, "feeds");
const FEEDS = "https://kabar.example/feeds/";
const folders = {
  [FEEDS]: `${folder}/`,
  "https://kabar.example/": `${path.join(root, "articles")}/`,
  "https://site.example/feeds/": `${folder}/`,
};
let browser: Browser;

const open = (name: string, options?: BrowserContextOptions) =>
  openPage(browser, FEEDS + name, folders, options);

/** In Arabic, with a story in English, a table, footnotes and a recording. */
function arabicPage(): string {
  const content = `<h4>أ</h4><table><tr><th></th><th>ب</th></tr><tr><td>ج</td><td>د</td></tr></table>
<p>ه<a href="#n">1</a></p><pre>${"long ".repeat(60)}</pre><p id="n">${"حاشية ".repeat(120)}</p>`;
  const items = [
    itemOf({
      id: "1",
      title: "مضخات شمسية",
      content,
      audio: "https://kabar.example/audio/nada-pembuka.mp3",
    }),
    itemOf({ id: "2", title: "The night ferry", content, language: "en" }),
  ];
  const page = pageOf({ siteTitle: "صباح", siteLanguage: "ar", timezone: "Africa/Tunis" });
  const options = { title: "صباح", description: "أخبار", language: "ar", page };
  return renderHtmlPage(feedOf(items, { ...options, feedLinks: linksOf("rtl") }));
}

describe.skipIf(chromiumPath === undefined)("pages in Chromium", () => {
  beforeAll(async () => {
    const config = await readConfig(undefined, root);
    const formats = ["rss", "atom", "json", "html"] as const;
    const own = { output: folder, cache: path.join(base, "cache"), formats: [...formats] };
    await publishFeeds({ ...config, ...own, page: undefined }, new Date());
    writeFileSync(path.join(folder, "rtl.html"), arabicPage());
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => await browser?.close());

  it.each([
    ["all.html", {}],
    ["siniar.html", PHONE],
    ["index.html", { colorScheme: "dark" }],
    ["rtl.html", PHONE],
  ] as const)("axe finds nothing on %s %j, which fits any screen", async (name, options) => {
    const { page, complaints } = await open(name, options);
    await page.evaluate(OPEN_STORIES);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>(RUN_AXE);
    expect(violations).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(LOOK)).toEqual({ width: 320, broken: [] });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("can be used by keyboard: past the masthead, to copy an address, to open a story", async () => {
    const { page } = await open("all.html", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.getAttribute("href")).toBe("#stories");
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.locator("button.copy").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=status]", { hasText: "Tersalin" }).waitFor({ state: "attached" });
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(`${FEEDS}all.rss`);
    const story = page.locator("article:has(details)").first();
    await story.locator("summary").focus();
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe(
      "solid",
    );
    await page.keyboard.press("Enter");
    expect(await story.locator(".content").isVisible()).toBe(true);
    await page.context().close();
  });

  it("tells dates in the reader's zone and language", async () => {
    const reader = { locale: "de-DE", timezoneId: "America/New_York" };
    const { page } = await open("siniar.html", reader);
    const time = page.locator("article time").first();
    expect(await time.textContent()).toMatch(/^1\. November 2026 17:30 (?:EST|GMT-5)$/);
    expect(await time.getAttribute("lang")).toMatch(/^de/);
    expect(await time.getAttribute("title")).toBe("2 November 2026 05.30 UTC+7");
    await page.context().close();
  });

  it("can be read and used without scripts", async () => {
    const { page } = await open("all.html", { javaScriptEnabled: false });
    expect(await page.locator("article time").first().textContent()).toContain("UTC+7");
    expect(await page.locator("button.copy").first().isVisible()).toBe(false);
    const story = page.locator("article:has(details)").first();
    await story.locator("summary").click();
    expect(await story.locator(".content").isVisible()).toBe(true);
    await page.locator("a", { hasText: "Semua umpan" }).click();
    expect(await page.locator("li[data-feed]").count()).toBeGreaterThan(10);
    expect(await page.locator("form").isVisible()).toBe(false);
    await page.context().close();
  });

  it("finds a feed as its name is typed, with accents or without", async () => {
    const { page } = await open("index.html");
    const rows = page.locator("li[data-feed]:visible");
    const all = await rows.count();
    await page.locator("input[type=search]").fill("FUTBOL");
    expect(await rows.locator(".name").allTextContents()).toEqual(["fútbol"]);
    expect(await page.locator("[role=status]").textContent()).toBe(`1 / ${all}`);
    expect(await page.locator("section:visible").count()).toBe(1);
    await page.locator("input[type=search]").fill("zzz");
    expect(await page.locator("[role=status]").textContent()).toBe("Tidak ada umpan yang cocok.");
    await page.locator("input[type=search]").fill("");
    expect(await rows.count()).toBe(all);
    await page.context().close();
  });

  it("is printed whole, without what only a screen can use", async () => {
    const { page } = await open("all.html");
    await page.emulateMedia({ media: "print" });
    const content = page.locator("details .content").first();
    expect((await content.boundingBox())?.height).toBeGreaterThan(100);
    for (const unseen of [".subscribe", "summary", ".topline"]) {
      expect(await page.locator(unseen).first().isVisible()).toBe(false);
    }
    await page.context().close();
  });

  it.runIf(process.env["SCREENSHOTS"] === "1")("is pictured for the README", async () => {
    mkdirSync(path.join(root, "docs/pages"), { recursive: true });
    for (const [name, shot, options] of [
      ["all.html", "front", {}],
      ["all.html", "phone", PHONE],
      ["index.html", "index", {}],
      ["siniar.html", "podcast", { colorScheme: "dark" }],
    ] as const) {
      const { page } = await open(name, { locale: "id", timezoneId: "Asia/Jakarta", ...options });
      await page.screenshot({ path: path.join(root, `docs/pages/${shot}.png`) });
      await page.context().close();
    }
  });
});
