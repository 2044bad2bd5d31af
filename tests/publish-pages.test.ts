/** Pages in the output folder: beside their feeds, with their files, and nobody else's in the way. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config/config-file.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ARTICLE = "---\ntitle: A\ndate: 2026-06-01T10:00:00Z\nsection: harbour\n---\nWords.\n";
const SITE = "site: { title: T, url: https://x.example/ }\n";
const FEEDS = 'feeds: { all: {}, sections: { each: section, path: "section/{slug}" } }\n';

function siteWith(config: string, files: Readonly<Record<string, string>> = {}): string {
  const all = { "articles/a.md": ARTICLE, "feedwright.config.yaml": SITE + config, ...files };
  return temporaryFolder(all);
}

async function publish(folder: string) {
  return await publishFeeds(await readConfig(undefined, folder), new Date("2026-06-02T00:00:00Z"));
}

const inOutput = (folder: string) => readdirSync(path.join(folder, "feeds")).sort();
const readPage = (folder: string, name: string) =>
  readFileSync(path.join(folder, "feeds", name), "utf8");
const writtenBy = (report: Awaited<ReturnType<typeof publish>>) =>
  report.feeds.flatMap(({ files }) => files).filter(({ outcome }) => outcome === "written");

/** The files that a page takes its style and script from, as they lie in the folder. */
function assetsOf(folder: string, name: string): readonly string[] {
  const found = readPage(folder, name).matchAll(/(?:href|src)="([^"]*feedwright-[^"]+)"/g);
  return [...found].map(([, file = ""]) => path.join(folder, "feeds", path.dirname(name), file));
}

describe("html among the formats", () => {
  it("puts a page beside each feed, an index over them, and what they need", async () => {
    const folder = siteWith(`formats: [rss, html]\n${FEEDS}`);
    const report = await publish(folder);
    expect(report.failed).toEqual([]);
    const names = inOutput(folder).map((name) => name.replace(/-[\da-f]{16}\./, "-*."));
    expect(names).toEqual(
      expect.arrayContaining(["all.html", "feedwright-*.css", "feedwright-*.js", "index.html"]),
    );
    for (const name of ["all.html", "index.html", "section/harbour.html"]) {
      const assets = assetsOf(folder, name);
      expect(assets).toHaveLength(2);
      for (const file of assets) expect(existsSync(file), file).toBe(true);
    }
    expect(readPage(folder, "index.html")).toContain('href="section/harbour.html"');
  });

  it("is not there unless it is asked for", async () => {
    const folder = siteWith(FEEDS);
    await publish(folder);
    expect(inOutput(folder).filter((name) => /html|css|js$/.test(name))).toEqual([]);
  });

  it("writes nothing where nothing changed, and pages anew where their looks did", async () => {
    const folder = siteWith(`formats: [rss, html]\npage: { css: own.css }\n${FEEDS}`, {
      "own.css": "h1 { color: green }",
    });
    await publish(folder);
    const before = assetsOf(folder, "all.html");
    expect(writtenBy(await publish(folder))).toEqual([]);
    writeFileSync(path.join(folder, "own.css"), "h1 { color: teal }");
    const written = writtenBy(await publish(folder));
    expect(written.map((file) => file.path).sort()).toEqual([
      "all.html",
      "index.html",
      "section/harbour.html",
    ]);
    const [style = ""] = assetsOf(folder, "all.html");
    expect(readFileSync(style, "utf8")).toContain("teal");
    expect(existsSync(before[0] ?? "")).toBe(false);
  });

  it("leaves a page that somebody else put there, and says so", async () => {
    const home = "<!doctype html><title>Our own home page</title>";
    const folder = siteWith(`formats: [rss, html]\n${FEEDS}`, { "feeds/index.html": home });
    const report = await publish(folder);
    expect(report.failed.map(({ file, reason }) => [path.basename(file), reason])).toEqual([
      ["index.html", "is a page that feedwright did not write"],
    ]);
    expect(readPage(folder, "index.html")).toBe(home);
    expect(existsSync(path.join(folder, "feeds/all.html"))).toBe(true);
  });

  it("knows its own pages where its list of them was lost", async () => {
    const folder = siteWith(`formats: [rss, html]\n${FEEDS}`);
    await publish(folder);
    writeFileSync(path.join(folder, "feeds/.feedwright.json"), "{}");
    writeFileSync(path.join(folder, "articles/a.md"), ARTICLE.replace("title: A", "title: B"));
    expect((await publish(folder)).failed).toEqual([]);
    expect(readPage(folder, "all.html")).toContain(">B</a>");
  });

  it("gives a feed called index its page", async () => {
    const folder = siteWith("formats: [rss, html]\nfeeds: { index: { title: Mine } }\n");
    expect((await publish(folder)).failed).toEqual([]);
    expect(readPage(folder, "index.html")).toContain("<article");
  });
});
