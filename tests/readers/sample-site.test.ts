/** The sample site as other programs read it: all of them must see the same items. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/config-file.ts";
import { publishFeeds } from "../../src/publish-feeds.ts";
import { sharedFolder, temporaryFolder } from "../temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "../..");
const NOW = new Date("2026-11-20T00:00:00Z");
const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import feedparser"]).status === 0,
);
const hasNewsboat = python !== undefined && spawnSync("newsboat", ["--version"]).status === 0;
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
if (python === undefined) console.warn("skipped: python3-feedparser is not installed");
if (!hasNewsboat) console.warn("skipped: newsboat is not installed");
if (!hasXmllint) console.warn("skipped: xmllint is not installed");

interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date_published: string;
  readonly authors?: readonly { readonly name: string }[];
  readonly tags?: readonly string[];
  readonly content_html: string;
  readonly _images?: readonly {
    readonly url?: string;
    readonly credit?: { readonly creators?: readonly string[] };
  }[];
}

const base = sharedFolder();
const folder = path.join(base, "feeds");
let items: readonly JsonItem[];

beforeAll(async () => {
  const config = await readConfig(undefined, root);
  await publishFeeds({ ...config, output: folder, cache: path.join(base, "cache") }, NOW);
  items = JSON.parse(read("all.json")).items;
});

function read(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

function documents(ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !path.basename(name).startsWith("."))
    .map((name) => path.join(folder, name))
    .sort();
}

function second(date: string | undefined): number {
  return Date.parse(date ?? "") / 1000;
}

describe("feedsmith", () => {
  it("sees the items of the JSON Feed in the RSS", () => {
    const seen = parseRssFeed(read("all.rss")).items ?? [];
    expect(
      seen.map((item) => [item.guid?.value, item.title, item.link, second(item.pubDate)]),
    ).toEqual(items.map((item) => [item.id, item.title, item.url, second(item.date_published)]));
    expect(seen.map((item) => item.dc?.creators ?? [])).toEqual(
      items.map((item) => (item.authors ?? []).map((author) => author.name)),
    );
  });

  it("sees them in the Atom", () => {
    const seen = parseAtomFeed(read("all.atom")).entries ?? [];
    expect(
      seen.map((entry) => [entry.title?.value, entry.links?.[0]?.href, second(entry.published)]),
    ).toEqual(items.map((item) => [item.title, item.url, second(item.date_published)]));
  });

  it("sees them in the JSON Feed itself", () => {
    const seen = parseJsonFeed(JSON.parse(read("all.json"))).items ?? [];
    expect(seen.map((item) => item.id)).toEqual(items.map((item) => item.id));
    expect(items.length).toBeGreaterThanOrEqual(14);
  });
});

describe("every credited person", () => {
  it("is named by machines' words and by the words a reader sees", () => {
    const rss = parseRssFeed(read("all.rss")).items ?? [];
    for (const [at, item] of items.entries()) {
      const people = (item._images ?? []).flatMap((image) => image.credit?.creators ?? []);
      const media = rss[at]?.media;
      const pictures = [...(media?.contents ?? []), ...(media === undefined ? [] : [media])];
      const credits = pictures.flatMap((one) => one.credits ?? []).map((credit) => credit.value);
      const visible = item.content_html.replace(/&amp;/g, "&");
      for (const person of people) {
        expect(credits, item.title).toContain(person);
        expect(visible, item.title).toContain(person);
      }
    }
    const named = items.flatMap((item) => (item._images ?? []).map((image) => image.credit));
    expect(named.filter(Boolean).length).toBeGreaterThanOrEqual(8);
  });
});

describe.skipIf(python === undefined)("feedparser", () => {
  function seenIn(files: readonly string[]): readonly {
    readonly bozo: string;
    readonly items: readonly Record<string, unknown>[];
  }[] {
    const script = path.join(import.meta.dirname, "read_with_feedparser.py");
    const result = spawnSync(python ?? "", [script, ...files], {
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    expect(result.stderr).toBe("");
    return JSON.parse(result.stdout);
  }

  it("finds no fault in any document", () => {
    const files = [...documents(".rss"), ...documents(".atom")];
    expect(files.length).toBeGreaterThan(10);
    expect(seenIn(files).map((seen) => seen.bozo)).toEqual(files.map(() => ""));
  });

  it.each(["all.rss", "all.atom"])(
    "sees titles, dates, guids, links, people and credits in %s",
    (name) => {
      const [seen] = seenIn([path.join(folder, name)]);
      const facts = (seen?.items ?? []).map((item) => [
        item["link"],
        item["published"],
        item["authors"],
      ]);
      expect(facts).toEqual(
        items.map((item) => [
          item.url,
          second(item.date_published),
          // An Atom entry without an author has the feed's.
          (item.authors ?? []).map((author) => author.name),
        ]),
      );
      if (name === "all.rss") {
        expect(seen?.items.map((item) => item["id"])).toEqual(items.map((item) => item.id));
      }
      for (const [at, item] of items.entries()) {
        const credits = seen?.items[at]?.["credits"];
        for (const image of item._images ?? []) {
          for (const person of image.credit?.creators ?? []) expect(credits).toContain(person);
        }
      }
    },
  );
});

describe.skipIf(!hasNewsboat)("newsboat", () => {
  // One home each: newsboat takes two feeds with the same guids for one story told twice.
  it.each(["all.rss", "all.atom"])(
    "lists every item of %s once, also when it reads again",
    (name) => {
      const home = temporaryFolder({
        urls: `file://${path.join(folder, name)}\n`,
        config: "",
      });
      const cache = path.join(home, "cache.db");
      const files = ["-u", path.join(home, "urls"), "-c", cache, "-C", path.join(home, "config")];
      const env = { ...process.env, HOME: home };
      for (const _ of ["first", "again"]) {
        expect(spawnSync("newsboat", [...files, "-x", "reload"], { env }).status).toBe(0);
      }
      const script = path.join(import.meta.dirname, "read_newsboat_cache.py");
      const listing = spawnSync(python ?? "", [script, cache], { encoding: "utf8" });
      const rows: readonly { title: string; link: string; published: number }[] = JSON.parse(
        listing.stdout,
      );
      const seen = rows.map((row) => `${row.link} ${row.title} ${row.published}`);
      const expected = items.map(
        (item) => `${item.url} ${item.title} ${second(item.date_published)}`,
      );
      expect(seen.sort()).toEqual(expected.sort());
    },
  );
});

describe.skipIf(!hasXmllint)("xmllint", () => {
  it("finds every XML document well-formed, with its namespaces bound", () => {
    const files = [...documents(".rss"), ...documents(".atom")];
    const result = spawnSync("xmllint", ["--noout", "--nonet", ...files], { encoding: "utf8" });
    expect(result.stderr).toBe("");
    expect(result.status).toBe(0);
  });
});
