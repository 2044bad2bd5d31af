/** What a change touches: the documents that show it, and no other. */
import { symlinkSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readContent } from "../../src/articles/content/content.ts";
import { ARTIST, ascii, writeExif } from "../articles/pictures/write-metadata.ts";
import { writeJpeg, writePng } from "../articles/pictures/write-picture.ts";
import { writeMp3 } from "../articles/recordings/write-recording.ts";
import { changedIn, openProject, type Project, record, runAWhileLater } from "./built-again.ts";

vi.mock("../../src/articles/content/content.ts", { spy: true });
beforeEach(() => void vi.mocked(readContent).mockClear());
runAWhileLater();

const pictureOf = (name: string) => writeJpeg({ exif: writeExif([ascii(ARTIST, name)]) });

/** Twice: the second run finds nothing to do, and all is remembered of it. */
async function build(project: Project, more = {}): Promise<void> {
  for (let times = 0; times < 2; times += 1) await project.run(more);
}

/** The documents that a run writes after a change, without their folder. */
async function writtenAfter(project: Project, change: () => void, more = {}, now?: Date) {
  const before = project.states();
  change();
  vi.mocked(readContent).mockClear();
  await project.run(more, now);
  return changedIn(before, project.states())
    .filter((name) => /^feeds\/[^.]/.test(name))
    .map((name) => name.slice("feeds/".length));
}

/** The stories that were parsed since the run began. */
const parsed = () =>
  [...new Set(vi.mocked(readContent).mock.calls.map(([body]) => body.source.trim()))].sort();

const THREE = {
  "articles/a.md": record("A", "section: Dunia\nimage: /a.jpg"),
  "articles/b.md": record("B", "section: Dunia\nimage: /b.jpg"),
  "articles/c.md": record("C", "section: Kota"),
  "static/a.jpg": pictureOf("Maya Hendrawan"),
  "static/b.jpg": pictureOf("Budi Santoso"),
};
const SECTIONS = { formats: ["rss"], feeds: { all: { limit: 1 }, s: { each: "section" } } };

describe("a change of the configuration", () => {
  it("of one feed's title makes that feed again, and parses nothing for the others", async () => {
    const project = openProject(THREE, { formats: ["rss", "json"] });
    const feeds = (title: string) => ({
      ...{ all: {}, dunia: { title: "Dunia", where: { section: "Dunia" } } },
      kota: { title, where: { section: "Kota" } },
    });
    await build(project, { feeds: feeds("Lama") });
    const written = await writtenAfter(project, () => {}, { feeds: feeds("Baru") });
    expect(written).toEqual(["kota.json", "kota.rss"]);
    expect(parsed()).toEqual(["Isi C."]);
    expect(project.documents()["kota.rss"]).toContain("<title>Baru</title>");
  });

  it.each([
    ["site.title", { site: { title: "Baru", url: "https://site.example/", language: "id" } }],
    [
      "site.copyright",
      { site: { title: "Situs", url: "https://site.example/", copyright: "© S" } },
    ],
    ["feedsUrl", { feedsUrl: "https://feeds.example/" }],
    ["content", { content: "summary" }],
    ["credits.aliases", { credits: { aliases: { "Maya Hendrawan": "Maja" } } }],
    ["permalink", { permalink: "/baru/{slug}/" }],
  ])("%s reaches every document that shows it", async (_, more) => {
    const keys = { ...SECTIONS, feeds: { all: {} } };
    const project = openProject(THREE, keys);
    await build(project);
    expect(await writtenAfter(project, () => {}, more)).toContain("all.rss");
    await project.run({ ...more, cache: "fresh", output: "other", ledger: "feedwright.ledger" });
    expect(project.documents()["all.rss"]).toBe(project.documents("other")["all.rss"]);
    expect(await writtenAfter(project, () => {})).toContain("all.rss");
  });
});

describe("a change of one record", () => {
  it("reaches the feeds that show it, and its story alone is parsed", async () => {
    const project = openProject(THREE, SECTIONS);
    await build(project);
    const edit = () => project.write({ "articles/c.md": record("C2", "section: Kota", "Baru.") });
    expect(await writtenAfter(project, edit)).toEqual(["s/kota.rss"]);
    expect(parsed()).toEqual(["Baru."]);
  });

  it("that no feed shows writes nothing", async () => {
    const project = openProject(THREE, { ...SECTIONS, feeds: { all: { limit: 1 } } });
    await build(project);
    const edit = () => project.write({ "articles/c.md": record("C2", "section: Kota", "Baru.") });
    expect(await writtenAfter(project, edit)).toEqual([]);
  });

  it("that moves it to another section makes both feeds again", async () => {
    const project = openProject(THREE, SECTIONS);
    await build(project);
    const move = () => project.write({ "articles/b.md": record("B", "section: Kota") });
    expect(await writtenAfter(project, move)).toEqual(["s/dunia.rss", "s/kota.rss"]);
  });
});

describe("a change of a file beside the records", () => {
  it("a picture's credit reaches just the feeds that show it", async () => {
    const project = openProject(THREE, SECTIONS);
    await build(project);
    expect(project.documents()["s/dunia.rss"]).toContain(">Budi Santoso<");
    const credit = () => project.write({ "static/b.jpg": pictureOf("Sari Dewi") });
    expect(await writtenAfter(project, credit)).toEqual(["s/dunia.rss"]);
    expect(project.documents()["s/dunia.rss"]).toContain(">Sari Dewi<");
    expect(project.documents()["s/dunia.rss"]).not.toContain(">Budi Santoso<");
  });

  it.each([
    ["is taken away", (project: Project) => project.remove("static/a.jpg"), "Maya", false],
    ["is a link to itself", loop, "Maya", false],
    ["comes", (one: Project) => one.write({ "static/c.jpg": pictureOf("Sari") }), "Sari", true],
  ])("a picture that %s", async (_, change, name, isThere) => {
    const files = { ...THREE, "articles/c.md": record("C", "section: Kota\nimage: /c.jpg") };
    const project = openProject(files, { formats: ["json"] });
    await build(project);
    expect(project.documents()["all.json"]?.includes(name)).toBe(!isThere);
    expect(await writtenAfter(project, () => change(project))).toEqual(["all.json"]);
    expect(project.documents()["all.json"]?.includes(name)).toBe(isThere);
  });

  function loop(project: Project): void {
    project.remove("static/a.jpg");
    symlinkSync("a.jpg", path.join(project.folder, "static/a.jpg"));
  }

  const PODCAST = {
    "articles/a.md": record("A", "audio: /a.mp3\ntranscript: a.vtt"),
    "articles/a.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n",
    "articles/b.md": record("B"),
    "static/a.mp3": writeMp3(4),
    "static/cover.png": writePng([], 1_400, 1_400),
  };
  const SIAR = {
    formats: ["rss"],
    feeds: {
      all: {},
      siar: {
        kind: "podcast",
        podcast: {
          ...{ image: "/cover.png", category: "News" },
          owner: { name: "R", email: "r@site.example" },
        },
      },
    },
  };

  it("a transcript's words reach the copy beside the podcast", async () => {
    const project = openProject(PODCAST, SIAR);
    await build(project);
    const said = () =>
      project.write({ "articles/a.vtt": PODCAST["articles/a.vtt"].replace("Halo", "Hari") });
    expect(await writtenAfter(project, said)).toEqual(["siar/a.vtt"]);
    expect(project.documents()["siar/a.vtt"]).toContain("Hari");
    const broken = () => project.write({ "articles/a.vtt": "bukan" });
    expect(await writtenAfter(project, broken)).toEqual(["siar.rss", "siar/a.vtt"]);
    expect(project.documents()["siar.rss"]).not.toContain("transcript");
  });

  it("a recording's length reaches every feed that plays it", async () => {
    const project = openProject(PODCAST, SIAR);
    await build(project);
    const length = writeMp3(7).length;
    const longer = () => project.write({ "static/a.mp3": writeMp3(7) });
    expect(await writtenAfter(project, longer)).toEqual(["all.rss", "siar.rss"]);
    expect(project.documents()["all.rss"]).toContain(`length="${length}"`);
    const gone = () => project.remove("static/a.mp3");
    expect(await writtenAfter(project, gone)).toEqual(["all.rss", "siar.rss"]);
    expect(project.documents()["all.rss"]).not.toContain(`length="${length}"`);
  });

  it("the podcast's own artwork is looked at again", async () => {
    const project = openProject(PODCAST, SIAR);
    expect((await project.run()).warnings).toEqual([]);
    project.write({ "static/cover.png": writePng([], 900, 900) });
    const reasons = (await project.run()).warnings.map(({ reason }) => reason);
    expect(reasons).toEqual([expect.stringContaining("900")]);
    expect((await project.run()).warnings.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe("credits: { missing: block }", () => {
  const keys = { formats: ["rss"], credits: { missing: "block" } };
  const files = { "articles/a.md": record("A", "image: /a.jpg"), "articles/b.md": record("B") };

  it.each([
    ["the record", { "articles/a.md": record("A", "image: /a.jpg\nimage_credit: Sari Dewi") }],
    ["the picture's file", { "static/a.jpg": pictureOf("Sari Dewi") }],
  ])(
    "lets an article out once %s names somebody, and holds it when nobody does",
    async (_, named) => {
      const project = openProject(files, keys);
      expect((await project.run()).setAside).toHaveLength(1);
      expect((await project.run()).setAside).toHaveLength(1);
      expect(await writtenAfter(project, () => project.write(named))).toEqual(["all.rss"]);
      expect(project.documents()["all.rss"]).toContain(">Sari Dewi<");
      expect((await project.run()).setAside).toEqual([]);
      const unname = () => {
        project.write(files);
        if ("static/a.jpg" in named) project.remove("static/a.jpg");
      };
      expect(await writtenAfter(project, unname)).toEqual(["all.rss"]);
      expect(project.documents()["all.rss"]).not.toContain("Sari");
    },
  );
});
