/** Newsboat is subscribed to many sites, reads them all, and reads again after each has moved. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runAWhileLater } from "../rebuild/built-again.ts";
import { CASES } from "../rebuild/moved-site-cases.ts";
import { buildAfter, openSite, type Site, STORIES, storyOf } from "../rebuild/moved-sites.ts";
import { doublesIn } from "../rebuild/reader-model.ts";
import { temporaryFolder } from "../temporary-folder.ts";

runAWhileLater();

const hasPython = spawnSync("python3", ["-c", "import sqlite3"]).status === 0;
const hasNewsboat = hasPython && spawnSync("newsboat", ["--version"]).status === 0;
if (!hasNewsboat) console.warn("skipped: newsboat is not installed, or no Python to ask its cache");

const FORMATS = ["rss", "atom"];

interface Row {
  readonly feed: string;
  readonly id: string;
  readonly unread: number;
  readonly content: string;
}

const addressOf = ({ project }: Site, format: string) =>
  `file://${path.join(project.folder, `feeds/all.${format}`)}`;

/** One home for each format: an id that two feeds have is one item for newsboat. */
function openNewsboat(sites: readonly Site[], format: string): () => readonly Row[] {
  const urls = sites.map((site) => `${addressOf(site, format)}\n`).join("");
  const home = temporaryFolder({ urls, config: "max-items 0\n" });
  const cache = path.join(home, "cache.db");
  const files = ["-u", path.join(home, "urls"), "-c", cache, "-C", path.join(home, "config")];
  return () => {
    const env = { ...process.env, HOME: home };
    const run = spawnSync("newsboat", [...files, "-x", "reload"], { env, encoding: "utf8" });
    expect({ status: run.status, said: run.stderr }).toEqual({ status: 0, said: "" });
    const script = path.join(import.meta.dirname, "mark_newsboat_read.py");
    const listing = spawnSync("python3", [script, cache], { encoding: "utf8", maxBuffer: 1e9 });
    expect(listing.stderr).toBe("");
    return JSON.parse(listing.stdout);
  };
}

/** What newsboat lists for one feed. */
function seenOf(rows: readonly Row[], feed: string) {
  const own = rows.filter((row) => row.feed === feed);
  const stories = own.map(({ content }) => storyOf(content));
  const unread = own.flatMap((row) => (row.unread ? [storyOf(row.content)] : []));
  return { stories: stories.sort(), unread: unread.sort(), twice: [...doublesIn(stories)] };
}

describe.skipIf(!hasNewsboat)("newsboat", () => {
  it("sees nothing twice and nothing unread again, whatever becomes of a site", {
    timeout: 60_000,
  }, async () => {
    const subscribed = CASES.map((given, at) => {
      return { given, site: openSite(given, `situs${at}`, { formats: FORMATS }) };
    });
    const sites = subscribed.map(({ site }) => site);
    await Promise.all(sites.map((site) => buildAfter({}, site)));
    const readers = FORMATS.map((format) => {
      return { format, reload: openNewsboat(sites, format) };
    });
    for (const { format, reload } of readers) {
      const rows = reload();
      for (const site of sites) {
        const { unread } = seenOf(rows, addressOf(site, format));
        expect(unread, site.name).toEqual(STORIES.toSorted());
      }
    }
    const unreadOnce = new Map<string, readonly string[]>();
    const most = Math.max(...CASES.map(({ steps }) => steps.length));
    for (let at = 0; at < most; at += 1) {
      const taken = subscribed.map(async ({ given, site }) => {
        const step = given.steps[at];
        if (step !== undefined) await buildAfter(step, site);
      });
      await Promise.all(taken);
      for (const { format, reload } of readers) {
        const rows = reload();
        for (const site of sites) {
          const feed = addressOf(site, format);
          const { unread } = seenOf(rows, feed);
          unreadOnce.set(feed, [...(unreadOnce.get(feed) ?? []), ...unread]);
        }
        if (at < most - 1) continue;
        for (const { given, site } of subscribed) {
          const feed = addressOf(site, format);
          const { twice } = seenOf(rows, feed);
          expect({ unread: unreadOnce.get(feed), twice }, `${format}: ${given.what}`).toEqual({
            ...{ unread: given.fresh ?? [], twice: given.twice ?? [] },
          });
        }
      }
    }
  });
});
