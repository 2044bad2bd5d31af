/** The pages of the sample site as people meet them: in Chromium, on a desk and on a phone. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../src/config/config-file.ts";
import { renderHtmlPage } from "../src/formats/html-page.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { chromiumPath, type OpenPage, openChromium, openPage } from "./chromium.ts";
import { feedOf, itemOf } from "./formats/documents.ts";
import { linksOf, pageOf } from "./formats/page/pages.ts";
import { sharedFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "..");

/** Run in the page; the compiler knows no documents. */
const OPEN_STORIES = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const AXE = readFileSync(path.join(root, "node_modules/axe-core/axe.min.js"), "utf8");
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

/** All feeds in all formats are wanted for this alone. */
const isPictured = process.env["SCREENSHOTS"] === "1";

const base = sharedFolder();
const folder = path.join(base, "feeds");
const FEEDS = "https://kabar.example/feeds/";
const folders = {
  [FEEDS]: `${folder}/`,
  "https://kabar.example/": `${path.join(root, "articles")}/`,
  "https://site.example/feeds/": `${folder}/`,
};
let browser: Browser;

/** Each page is opened once, in a browser of its own kind of reader. */
const READERS: Readonly<Record<string, BrowserContextOptions>> = {
  "all.html": { permissions: ["clipboard-read", "clipboard-write"] },
  "siniar.html": { ...PHONE, locale: "de-DE", timezoneId: "America/New_York" },
  "index.html": { colorScheme: "dark" },
  "rtl.html": PHONE,
};
const opened = new Map<string, Promise<OpenPage>>();

const open = (name: string, options?: BrowserContextOptions) =>
  openPage(browser, FEEDS + name, folders, options);

async function openOnce(name: string): Promise<OpenPage> {
  const page = opened.get(name) ?? open(name, READERS[name]);
  opened.set(name, page);
  return await page;
}

/** In Arabic, with a story in English, a table, footnotes and a recording. */
function arabicPage(): string {
  const content = `<h4>أ</h4><table><tr><th></th><th>ب</th></tr><tr><td>ج</td>${"<td>words</td>".repeat(12)}</tr></table>
<p>ه<a href="#n">1</a></p><pre>${"long ".repeat(60)}</pre><p id="n">${"حاشية ".repeat(120)}</p>`;
  const items = [
    itemOf({
      id: "1",
      title: "مضخات شمسية",
      author: [{ name: "Anemoi".repeat(20) }],
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
    const { all = {}, tags = {}, siniar = {} } = config.feeds;
    const own = { output: folder, cache: path.join(base, "cache"), page: undefined };
    const few = isPictured
      ? {}
      : { feeds: { all, tags, siniar }, formats: ["rss" as const, "html" as const] };
    await publishFeeds({ ...config, ...own, ...few }, new Date());
    writeFileSync(path.join(folder, "rtl.html"), arabicPage());
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => await browser?.close());

  it("can be used by keyboard: past the masthead, to copy an address, to open a story", async () => {
    const { page } = await openOnce("all.html");
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
  });

  it("shows the whole address, marked, where it may not be copied", async () => {
    const { page } = await openOnce("all.html");
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error())");
    await page.locator("button.copy").first().press("Enter");
    expect(await page.evaluate("String(getSelection())")).toBe(`${FEEDS}all.rss`);
  });

  it("is printed whole, without what only a screen can use", async () => {
    const { page } = await openOnce("all.html");
    await page.emulateMedia({ media: "print" });
    const content = page.locator("details:not([open]) .content").first();
    expect((await content.boundingBox())?.height).toBeGreaterThan(100);
    for (const unseen of [".subscribe", "summary", ".topline"]) {
      expect(await page.locator(unseen).first().isVisible()).toBe(false);
    }
    await page.emulateMedia({ media: "screen" });
    // Not every browser prints what is closed.
    const closed = page.locator("details:not([open])");
    const before = await closed.count();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await closed.count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await closed.count()).toBe(before);
  });

  it("tells dates in the reader's zone and language", async () => {
    const { page } = await openOnce("siniar.html");
    const time = page.locator("article time").first();
    expect(await time.textContent()).toMatch(/^1\. November 2026 17:30 (?:EST|GMT-5)$/);
    expect(await time.getAttribute("lang")).toMatch(/^de/);
    expect(await time.getAttribute("title")).toBe("2 November 2026 05.30 UTC+7");
  });

  it("finds a feed as its name is typed, with accents or without", async () => {
    const { page } = await openOnce("index.html");
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
  });

  it("leaves the words of a wide table whole: it is scrolled", async () => {
    const { page } = await openOnce("rtl.html");
    await page.evaluate(OPEN_STORIES);
    const cell = page.locator("td", { hasText: "words" }).first();
    expect((await cell.boundingBox())?.height).toBeLessThan(40);
  });

  it.each(Object.keys(READERS))("axe finds nothing on %s, which fits any screen", async (name) => {
    const { page, complaints } = await openOnce(name);
    await page.evaluate(OPEN_STORIES);
    await page.evaluate(`${AXE};0`);
    const { violations } = await page.evaluate<AxeResults>(RUN_AXE);
    expect(violations).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(LOOK)).toEqual({ width: 320, broken: [] });
    expect(complaints).toEqual([]);
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
  });

  it.runIf(isPictured)("is pictured for the README", async () => {
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
