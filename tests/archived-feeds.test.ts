/** Archive documents and withdrawn articles, as a reader meets them on disk between two builds. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../src/checks/check-document.ts";
import { checkConfig } from "../src/config/config.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const BASE = "https://site.example/feeds/";

const record = (day: number, more = "") =>
  `---\ntitle: Judul ${day}\ndate: 2024-01-${String(day).padStart(2, "0")}\n${more}---\nIsi ${day}.\n`;

function siteOf(days: readonly number[]): string {
  return temporaryFolder(
    Object.fromEntries(days.map((day) => [`articles/a${day}.md`, record(day)])),
  );
}

async function build(folder: string, feed: Record<string, unknown> = {}) {
  const site = { title: "Situs", url: "https://site.example/", author: "Redaksi" };
  const feeds = { all: { archive: true, limit: 3, ...feed } };
  const report = await publishFeeds(checkConfig({ site, feeds }, path.join(folder, "x.yaml")), NOW);
  expect([...report.failed, ...report.setAside, ...report.warnings]).toEqual([]);
}

const read = (folder: string, name: string) =>
  readFileSync(path.join(folder, "feeds", name), "utf8");

const OLDER: Readonly<Record<string, RegExp>> = {
  rss: /<atom:link href="([^"]+)" rel="prev-archive"/,
  atom: /<link href="([^"]+)" rel="prev-archive"/,
  json: /"next_url": "([^"]+)"/,
};
const TITLE: Readonly<Record<string, RegExp>> = {
  rss: /<item>\n<title>Judul (\d+)/g,
  atom: /<entry[^>]*>\n<title[^>]*>Judul (\d+)/g,
  json: /"title": "Judul (\d+)"/g,
};

/** The days that a reader meets who follows the chain from the subscription document. */
function follow(folder: string, ending: string): readonly number[] {
  const days: number[] = [];
  for (let name: string | undefined = `all.${ending}`; name !== undefined; ) {
    const text = read(folder, name);
    const findings = checkDocument(Buffer.from(text), {
      nowMs: NOW.getTime(),
      address: BASE + name,
    });
    expect(findings).toEqual([]);
    days.push(...[...text.matchAll(TITLE[ending] ?? /$^/g)].map(([, day]) => Number(day)));
    name = OLDER[ending]?.exec(text)?.[1]?.slice(BASE.length);
  }
  return days;
}

describe.each(["rss", "atom", "json"])("the archive documents of %s", (ending) => {
  it("show every article once, from the newest to the oldest", async () => {
    const folder = siteOf([1, 2, 3, 4, 5, 6, 7, 8]);
    await build(folder);
    expect(follow(folder, ending)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(read(folder, `all/archive/1.${ending}`)).not.toBe("");
  });

  it("stay as they are once full, whatever comes, goes and is back-dated", async () => {
    const folder = siteOf([10, 11, 12, 13, 14, 15, 16]);
    await build(folder);
    const full = read(folder, `all/archive/1.${ending}`);
    for (const day of [17, 18, 19, 20, 1]) {
      writeFileSync(path.join(folder, `articles/a${day}.md`), record(day));
    }
    rmSync(path.join(folder, "articles/a15.md"));
    await build(folder);
    const met = follow(folder, ending);
    expect([...met].sort((one, other) => one - other)).toEqual([
      ...[1, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20],
    ]);
    expect(read(folder, `all/archive/1.${ending}`)).toBe(full);
    rmSync(path.join(folder, "articles/a11.md"));
    await build(folder);
    expect(read(folder, `all/archive/1.${ending}`)).not.toContain("Judul 11");
    expect(follow(folder, ending)).not.toContain(11);
  });
});

describe("a chain", () => {
  it("is not mixed up with that of a group that wants its path", async () => {
    const folder = siteOf([1, 2, 3, 4, 5]);
    for (const day of [1, 3]) {
      writeFileSync(path.join(folder, `articles/a${day}.md`), record(day, "tags: [All]\n"));
    }
    const site = { title: "Situs", url: "https://site.example/" };
    const tags = { each: "tag", path: "{slug}", limit: 1, archive: true };
    const feeds = { all: { archive: true, limit: 2 }, tags };
    const config = checkConfig({ site, feeds }, path.join(folder, "x.yaml"));
    await publishFeeds(config, NOW);
    const first = read(folder, "all/archive/1.rss");
    expect((await publishFeeds(config, NOW)).failed).toHaveLength(1);
    expect(read(folder, "all/archive/1.rss")).toBe(first);
    expect(follow(folder, "rss")).toEqual([5, 4, 3, 2, 1]);
  });

  it("keeps every article of documents that would be too large", async () => {
    const folder = temporaryFolder(
      Object.fromEntries(
        [1, 2, 3, 4, 5].map((day) => [
          `articles/a${day}.md`,
          `---\ntitle: Judul ${day}\ndate: 2024-01-0${day}\n---\n${"kata ".repeat(540_000)}\n`,
        ]),
      ),
    );
    const site = { title: "Situs", url: "https://site.example/" };
    const feeds = { all: { archive: true, limit: 2, formats: ["rss"] } };
    const config = checkConfig({ site, feeds }, path.join(folder, "x.yaml"));
    expect((await publishFeeds(config, NOW)).failed).toEqual([]);
    expect(follow(folder, "rss")).toEqual([5, 4, 3, 2, 1]);
  });
});

describe("a withdrawn article", () => {
  it("is gone from every document at the next run, and Atom says so where it is to", async () => {
    const folder = siteOf([1, 2, 3, 4, 5, 6, 7]);
    await build(folder, { tombstones: true });
    expect(read(folder, "all.atom")).not.toContain("deleted-entry");
    const withdrawn = "status: withdrawn\nlastmod: 2024-02-01T10:00:00Z\n";
    writeFileSync(path.join(folder, "articles/a2.md"), record(2, withdrawn));
    await build(folder, { tombstones: true });
    for (const ending of ["rss", "atom", "json"]) {
      expect(read(folder, `all/archive/1.${ending}`)).not.toContain("Judul 2");
    }
    expect(read(folder, "all.atom")).toContain(
      '<at:deleted-entry ref="https://site.example/a2/" when="2024-02-01T10:00:01Z"/>',
    );
    expect(read(folder, "all.atom")).toContain("<updated>2024-02-01T10:00:00Z</updated>");
    expect(read(folder, "all/archive/1.atom")).not.toContain("deleted-entry");
    await build(folder);
    expect(read(folder, "all.atom")).not.toContain("deleted-entry");
  });
});
