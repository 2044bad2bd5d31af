/** Whatever becomes of a site, a reader of its feeds sees nothing twice, and nothing unread again. */
import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/run/build.ts";
import { runAWhileLater } from "./built-again.ts";
import { CASES } from "./moved-site-cases.ts";
import { buildAfter, openSite, type Site, STORIES } from "./moved-sites.ts";
import { type FormatName, openReader } from "./reader-model.ts";

runAWhileLater();

const FORMATS: readonly FormatName[] = ["rss", "atom", "json"];

/** In one format, what readers of the feeds of sections meet, too. */
const FEEDS = {
  feeds: { all: {}, rubrik: { each: "section", path: "rubrik/{slug}", formats: ["json"] } },
};

/** Of one format: the feed of all articles, and those of the sections. */
function documentsOf({ project }: Site, format: FormatName): readonly string[] {
  return Object.entries(project.documents()).flatMap(([name, bytes]) =>
    /^(?:all|rubrik\/\w+)\.\w+$/.test(name) && name.endsWith(`.${format}`)
      ? [Buffer.from(bytes, "latin1").toString()]
      : [],
  );
}

describe("a reader that has read all, where", () => {
  it.each(CASES)("$what", async (given) => {
    const { steps, fresh = [], twice = [], setAside = [] } = given;
    const site = openSite(given, "situs", FEEDS);
    const readers = FORMATS.map((format) => ({ format, reader: openReader() }));
    const readAll = () => {
      for (const { format, reader } of readers) reader.read(format, documentsOf(site, format));
    };
    await buildAfter({}, site);
    readAll();
    for (const { reader } of readers) {
      expect(reader.unread()).toEqual(STORIES.toSorted());
      reader.markAllRead();
    }
    let report = await buildAfter({}, site);
    for (const step of steps) {
      report = await buildAfter(step, site);
      readAll();
    }
    for (const { format, reader } of readers) {
      expect(
        { unread: reader.unread(), twice: reader.twice(), redated: reader.redated() },
        format,
      ).toEqual({ unread: fresh, twice, redated: [] });
      expect(reader.stories()).toEqual([...STORIES, ...fresh.filter(isNew)].sort());
    }
    const reasons = report.setAside.map(({ reason }) => reason);
    expect(reasons).toEqual(setAside.map((pattern) => expect.stringMatching(pattern)));
    expect(exitCodeOf(report)).toBe(setAside.length > 0 ? 1 : 0);
  });
});

const isNew = (story: string) => !STORIES.includes(story);
