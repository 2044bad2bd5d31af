/** Files of the project that articles show: copied beside the feeds, once, under lasting names. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function openProject(settings: object = {}) {
  const folder = temporaryFolder();
  const write = (name: string, content: string | Buffer): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const site = { title: "T", url: "https://x.example/" };
  const given = { site, formats: ["rss", "json"], ...settings };
  const config = checkConfig(given, path.join(folder, "feedwright.config.yaml"));
  return {
    ...{ folder, write },
    publish: () => publishFeeds(config, NOW),
    read: (name: string) => readFileSync(path.join(folder, "feeds", name), "utf8"),
    media: () => {
      try {
        return readdirSync(path.join(folder, "feeds", "media")).sort();
      } catch {
        return [];
      }
    },
  };
}

const record = (body: string, more = "") =>
  `---\ntitle: A story\ndate: 2026-11-01\n${more}---\n\nA first paragraph.\n\n${body}\n`;

describe("a picture beside its record", () => {
  it("is copied, and every document names the copy", async () => {
    const project = openProject();
    project.write("articles/news/flood.md", record('![Water](water.png "Photo: Ana Lima")'));
    project.write("articles/news/water.png", PNG);
    await project.publish();
    const digest = createHash("sha256").update(PNG).digest("hex").slice(0, 16);
    const name = `water-${digest}.png`;
    expect(project.media()).toEqual([name]);
    const url = `https://x.example/feeds/media/${name}`;
    const rss = project.read("all.rss");
    expect(rss).toContain(`<media:content url="${url}"`);
    expect(rss).toContain(`src="${url}"`);
    expect(rss).not.toContain("news/water.png");
    const [item] = JSON.parse(project.read("all.json")).items;
    expect([item.image, item._images[0].url]).toEqual([url, url]);
    expect(item.content_html).toContain(url);
    expect(item._images[0].credit.creators).toEqual(["Ana Lima"]);
  });

  it("that is changed is copied anew, and the old copy goes", async () => {
    const project = openProject();
    project.write("articles/a.md", record("![Water](water.png)"));
    project.write("articles/water.png", PNG);
    await project.publish();
    const [before] = project.media();
    project.write("articles/water.png", Buffer.concat([PNG, Buffer.from("more")]));
    const report = await project.publish();
    const [after, ...others] = project.media();
    expect(others).toEqual([]);
    expect(after).not.toBe(before);
    expect(project.read("all.rss")).toContain(after);
    expect(report.removed).toEqual([`media/${before}`]);
  });

  it("stays while nothing changes, and comes back where somebody took it away", async () => {
    const project = openProject();
    project.write("articles/a.md", record("![Water](water.png)"));
    project.write("articles/water.png", PNG);
    await project.publish();
    const copy = path.join(project.folder, "feeds/media", project.media()[0] ?? "");
    const { ino } = statSync(copy);
    await project.publish();
    expect(statSync(copy).ino).toBe(ino);
    rmSync(copy);
    await project.publish();
    expect(readFileSync(copy)).toEqual(PNG);
  });

  it("goes with the last article that shows it", async () => {
    const project = openProject();
    project.write("articles/a.md", record("![Water](water.png)"));
    project.write("articles/b.md", record("No picture.", "slug: b\n"));
    project.write("articles/water.png", PNG);
    await project.publish();
    rmSync(path.join(project.folder, "articles/a.md"));
    await project.publish();
    expect(project.media()).toEqual([]);
  });

  it("is one copy, however many articles and names it has", async () => {
    const project = openProject();
    project.write("articles/a.md", record("![Water](water.png)"));
    project.write("articles/b.md", record("![Water](/water.png)", "slug: b\n"));
    project.write("articles/water.png", PNG);
    await project.publish();
    expect(project.media()).toHaveLength(1);
  });
});

describe("where files go", () => {
  it("is the site where the configuration says so", async () => {
    const project = openProject({ media: "site" });
    project.write("articles/a.md", record("![Water](/water.png)"));
    project.write("articles/water.png", PNG);
    await project.publish();
    expect(project.media()).toEqual([]);
    expect(project.read("all.rss")).toContain('src="https://x.example/water.png"');
  });

  it("is the site for what a generator puts there", async () => {
    const project = openProject();
    project.write("articles/a.md", record("![Water](/water.png)"));
    project.write("static/water.png", PNG);
    await project.publish();
    expect(project.media()).toEqual([]);
    expect(project.read("all.rss")).toContain('src="https://x.example/water.png"');
  });

  it("is beside the feeds for the channel's picture, too", async () => {
    const site = { title: "T", url: "https://x.example/", image: "/logo.png" };
    const project = openProject({ site });
    project.write("articles/a.md", record("Text."));
    project.write("logo.png", PNG);
    await project.publish();
    expect(project.media()).toHaveLength(1);
    expect(project.read("all.rss")).toContain(`<url>https://x.example/feeds/media/logo-`);
  });

  it("is nowhere for what is not meant for the world", async () => {
    const project = openProject();
    project.write(
      "articles/a.md",
      record("![A](/.git/a.png) ![B](../feedwright.config.yaml) [C](/secret.key) [D](other.md)"),
    );
    for (const name of [".git/a.png", "secret.key", "articles/other.txt"]) project.write(name, PNG);
    await project.publish();
    expect(project.media()).toEqual([]);
  });

  it("has no compressed twin for what is compressed", async () => {
    const project = openProject({ compress: ["gz"] });
    project.write("articles/a.md", record("![Water](water.png)"));
    project.write("articles/water.png", PNG);
    await project.publish();
    expect(project.media()).toHaveLength(1);
    expect(project.read("all.rss.gz")).toBeDefined();
  });
});
