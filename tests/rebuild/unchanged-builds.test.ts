/** A build with nothing to do: it writes nothing, opens no record, and says what the last one said. */
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readContent } from "../../src/articles/content/content.ts";
import { ARTIST, ascii, writeExif } from "../articles/pictures/write-metadata.ts";
import { writeJpeg, writePng } from "../articles/pictures/write-picture.ts";
import { writeMp3 } from "../articles/recordings/write-recording.ts";
import {
  changedIn,
  openProject,
  outcomesOf,
  type Project,
  record,
  runAWhileLater,
  withoutOutcomes,
} from "./built-again.ts";

vi.mock("../../src/articles/content/content.ts", { spy: true });
beforeEach(() => void vi.mocked(readContent).mockClear());
runAWhileLater();

/** Something to be said about nearly everything. */
const FILES = {
  "articles/a.md": record("A", "image: /none.jpg\ntags: [laut, kota]"),
  "articles/b.md": record("B", "image: /broken.jpg\nsection: Dunia"),
  "articles/c.md": record("C", "image: /c.jpg\ntags: [laut]"),
  "articles/d.md": record("D", "audio: /d.mp3\nduration: 9:59\ntranscript: d.vtt"),
  "articles/e.md": record("E", "expires: 2023-01-01"),
  "articles/f.md": record("F", "date: kapan-kapan"),
  "articles/g.md": "---\ndate: 2022-09-16\n---\nTanpa judul.\n",
  "articles/h.md": record("H", "draft: true"),
  "articles/many.json": JSON.stringify(
    ["I", "J"].map((title) => ({ title, date: "2022-09-16", content: `<p>Isi ${title}</p>` })),
  ),
  "articles/d.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n",
  "static/broken.jpg": Buffer.from("PK\u0003\u0004 a zip"),
  "static/c.jpg": writeJpeg({ exif: writeExif([ascii(ARTIST, "Cleo Lens")]) }),
  "static/d.mp3": writeMp3(4),
  "static/cover.png": writePng([], 900, 900),
};
const KEYS = {
  formats: ["rss", "atom", "json", "opml", "news-sitemap"],
  feeds: {
    all: {},
    partner: { credits: { missing: "block" } },
    tags: { each: "tag", content: "summary" },
    chain: { archive: true, limit: 2 },
    siar: { kind: "podcast", podcast: { image: "/cover.png", category: "News" } },
  },
};

const PAST = new Date("2026-01-01");

const forget = (project: Project, name: string) => project.remove(`.feedwright/${name}`);

describe("a build with nothing changed", () => {
  it.each([
    ["at once", []],
    ["a while later", []],
    ["where the last run is forgotten", ["last-run.json"]],
    ["where what feeds showed is forgotten", ["last-run.json", "feeds.json"]],
    ["where all is forgotten", [""]],
  ])("says what the last one said, and writes no document: %s", async (when, forgotten) => {
    if (when === "at once") vi.useRealTimers();
    const project = openProject(FILES, KEYS);
    const first = await project.run();
    expect([first.setAside.length, first.held.length]).toEqual([3, 2]);
    expect(first.failed).toEqual([]);
    const said = first.warnings.map(({ reason }) => reason).join("\n");
    for (const reason of [/no credit for .*none/, /no title/, /says 599 seconds/, /picture/]) {
      expect(said).toMatch(reason);
    }
    const before = project.states();
    const documents = project.documents();
    for (const name of forgotten) forget(project, name);
    const second = await project.run();
    expect(new Set(outcomesOf(second))).toEqual(new Set(["unchanged"]));
    expect(second).toMatchObject({ removed: [], emptied: [] });
    expect(withoutOutcomes(second)).toEqual(withoutOutcomes(first));
    expect(project.documents()).toEqual(documents);
    const changed = changedIn(before, project.states());
    expect(changed.filter((name) => !name.startsWith(".feedwright/"))).toEqual([]);
    if (forgotten.length === 0)
      expect(withoutOutcomes(await project.run())).toEqual(withoutOutcomes(first));
  });

  it("writes no file at all, not even what it remembers", async () => {
    const project = openProject(FILES, KEYS);
    await project.run();
    await project.run();
    const before = project.states();
    await project.run();
    expect(changedIn(before, project.states())).toEqual([]);
    forget(project, "last-run.json");
    await project.run();
    expect(changedIn(before, project.states())).toEqual([".feedwright/last-run.json"]);
  });

  it("parses no body, even where the last run is forgotten", async () => {
    const project = openProject(FILES, KEYS);
    await project.run();
    expect(readContent).toHaveBeenCalled();
    for (const forgotten of [[], ["last-run.json"]]) {
      for (const name of forgotten) forget(project, name);
      vi.mocked(readContent).mockClear();
      await project.run();
      expect(readContent).not.toHaveBeenCalled();
    }
  });

  it("is none where the time of the run is before that of the last", async () => {
    const project = openProject({
      "articles/a.md": record("A"),
      "articles/b.md": record("B", "date: 2026-05-31"),
    });
    expect((await project.run()).articles).toBe(2);
    expect((await project.run({}, new Date("2026-05-01"))).articles).toBe(1);
  });
});

describe("a document that is not as it was written", () => {
  const files = {
    "articles/a.md": record("A", "tags: [satu]"),
    "articles/b.md": record("B", "tags: [dua]"),
  };
  const keys = { formats: ["rss", "json"], feeds: { all: {}, tags: { each: "tag" } } };

  it.each([
    ["deleted", (file: Project) => file.remove("feeds/tags/satu.rss")],
    ["changed by hand", (file: Project) => file.write({ "feeds/tags/satu.rss": "x" })],
    ["changed by a byte of the same length and time", swapByte],
  ])("is made again, and no other: %s", async (_, harm) => {
    const project = openProject(files, keys);
    await project.run();
    // A whole second, as somebody can set it again.
    for (const name of Object.keys(project.documents())) {
      utimesSync(path.join(project.folder, "feeds", name), PAST, PAST);
    }
    await project.run();
    const documents = project.documents();
    const before = project.states();
    harm(project);
    const report = await project.run();
    expect(project.documents()).toEqual(documents);
    expect(outcomesOf(report).filter((outcome) => outcome === "written")).toHaveLength(1);
    const changed = changedIn(before, project.states());
    expect(changed.filter((name) => name.startsWith("feeds/"))).toEqual(["feeds/tags/satu.rss"]);
  });

  function swapByte({ folder }: Project): void {
    const file = path.join(folder, "feeds/tags/satu.rss");
    writeFileSync(file, readFileSync(file, "utf8").replace("Isi A", "Isi B"));
    utimesSync(file, PAST, PAST);
  }

  it("is left out of the next run's manifest where its feed is gone", async () => {
    const project = openProject(files, keys);
    await project.run();
    project.remove("articles/a.md");
    expect((await project.run()).removed).toEqual(["tags/satu.json", "tags/satu.rss"]);
    expect(Object.keys(project.documents())).not.toContain("tags/satu.rss");
    expect(project.documents()[".feedwright.json"]).not.toContain("satu");
  });
});
