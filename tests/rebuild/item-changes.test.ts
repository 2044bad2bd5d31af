/** What a report says of items: which are new, which have changed, and which had to go. */
import { describe, expect, it } from "vitest";
import type { PublishReport } from "../../src/rebuild/publish-report.ts";
import { ARTIST, ascii, writeExif } from "../articles/pictures/write-metadata.ts";
import { writeJpeg } from "../articles/pictures/write-picture.ts";
import { openProject, type Project, record, runAWhileLater } from "./built-again.ts";

runAWhileLater();

const pictureOf = (name: string) => writeJpeg({ exif: writeExif([ascii(ARTIST, name)]) });
const FILES = {
  "articles/a.md": record("A", "section: Dunia\nimage: /a.jpg"),
  "articles/b.md": record("B", "section: Kota"),
  "articles/c.md": record("C", "date: 2020-01-01"),
  "static/a.jpg": pictureOf("Maya Hendrawan"),
};
const KEYS = { formats: ["rss"], feeds: { all: { limit: 3 }, s: { each: "section" } } };
const NONE = { new: [], updated: [], withdrawn: [] };

const at = (name: string) => `https://site.example/${name}/`;
const change = (name: string, title: string, feeds: readonly string[]) => {
  return { guid: at(name), title, url: at(name), feeds };
};

async function afterFirst(more = {}): Promise<Project> {
  const project = openProject(FILES, { permalink: "/{slug}/", ...KEYS, ...more });
  await project.run();
  return project;
}

const changesOf = async (run: Promise<PublishReport>) => (await run).changes;

describe("the changes of a run", () => {
  it("are all items in the first one, and none where nothing changed", async () => {
    const project = openProject(FILES, { permalink: "/{slug}/", ...KEYS });
    const first = await changesOf(project.run());
    expect(first).toEqual({
      ...NONE,
      new: [
        change("a", "A", ["all", "s/dunia"]),
        change("b", "B", ["all", "s/kota"]),
        change("c", "C", ["all"]),
      ],
    });
    expect(await changesOf(project.run())).toEqual(NONE);
    project.remove(".feedwright/last-run.json");
    expect(await changesOf(project.run())).toEqual(NONE);
  });

  it("tell of a new article, and not of what it pushed out", async () => {
    const project = await afterFirst();
    project.write({ "articles/d.md": record("D") });
    expect(await changesOf(project.run())).toEqual({ ...NONE, new: [change("d", "D", ["all"])] });
    project.remove("articles/d.md");
    // What comes back is not new.
    const gone = { guid: at("d"), url: at("d"), feeds: ["all"] };
    expect(await changesOf(project.run())).toEqual({ ...NONE, withdrawn: [gone] });
    expect(await changesOf(project.run())).toEqual(NONE);
  });

  it.each([
    ["its body", { "articles/a.md": record("A", "section: Dunia\nimage: /a.jpg", "Baru.") }, "A"],
    [
      "its title",
      { "articles/a.md": record("A2", "section: Dunia\nimage: /a.jpg\nslug: a") },
      "A2",
    ],
    ["the credit in its picture", { "static/a.jpg": pictureOf("Sari Dewi") }, "A"],
  ])("tell of an article that was changed: %s", async (_, files, title) => {
    const project = await afterFirst();
    project.write(files);
    const updated = [change("a", title, ["all", "s/dunia"])];
    expect(await changesOf(project.run())).toEqual({ ...NONE, updated });
    expect(await changesOf(project.run())).toEqual(NONE);
  });

  it.each([
    [
      "is renamed",
      (one: Project) => {
        one.remove("articles/b.md");
        one.write({ "articles/kota/b.md": FILES["articles/b.md"] });
      },
    ],
    ["is saved again", (one: Project) => one.write({ "articles/b.md": FILES["articles/b.md"] })],
  ])("tell nothing of a record that %s", async (_, touch) => {
    const project = await afterFirst();
    touch(project);
    expect(await changesOf(project.run())).toEqual(NONE);
  });

  it("tell nothing of what another configuration changes about the feeds", async () => {
    const project = await afterFirst();
    const feeds = { all: { limit: 3, title: "Baru" }, s: { each: "section" } };
    expect(await changesOf(project.run({ feeds }))).toEqual(NONE);
    expect(await changesOf(project.run({ feeds: { all: feeds.all } }))).toEqual(NONE);
  });

  it("tell when an article of a feed that is gone had to go, too, and once", async () => {
    const project = await afterFirst();
    project.remove("articles/b.md");
    const withdrawn = [{ guid: at("b"), url: at("b"), feeds: ["all", "s/kota"] }];
    expect(await changesOf(project.run())).toEqual({ ...NONE, withdrawn });
    project.write({ "articles/a.md": record("A3", "section: Dunia") });
    expect((await changesOf(project.run())).withdrawn).toEqual([]);
  });

  it("invent nothing where nothing is remembered, or all is lost", async () => {
    const project = await afterFirst();
    project.remove(".feedwright");
    project.write({
      "articles/a.md": record("A2", "section: Dunia"),
      "articles/d.md": record("D"),
    });
    project.remove("articles/b.md");
    expect(await changesOf(project.run())).toEqual({ ...NONE, new: [change("d", "D", ["all"])] });
    project.remove(".feedwright");
    project.remove("feedwright.ledger");
    expect(await changesOf(project.run())).toEqual(NONE);
  });

  it("tell of an article that is let out once its picture names somebody", async () => {
    const blocked = {
      "articles/d.md": record("D", "image: /d.jpg"),
      "static/d.jpg": writeJpeg({}),
    };
    const project = await afterFirst({ credits: { missing: "block" } });
    project.write(blocked);
    expect(await changesOf(project.run())).toEqual(NONE);
    project.write({ "static/d.jpg": pictureOf("Sari") });
    const fresh = [change("d", "D", ["all"])];
    expect(await changesOf(project.run())).toEqual({ ...NONE, new: fresh });
    project.write({ "static/d.jpg": writeJpeg({}) });
    const withdrawn = [{ guid: at("d"), url: at("d"), feeds: ["all"] }];
    expect(await changesOf(project.run())).toEqual({ ...NONE, withdrawn });
  });
});

describe("what the clock changes next", () => {
  const NEXT = {
    "articles/a.md": record("A", "date: 2026-05-31T12:00:00Z"),
    "articles/b.md": record("B", "date: 2026-06-01T06:00:00+02:00"),
    "articles/c.md": record("C", "expires: 2026-06-01T05:00:00Z"),
  };

  it("is the release, the expiry or the day limit that comes first", async () => {
    const project = openProject(NEXT, { feeds: { all: {}, today: { days: 1 } } });
    const nextAt = async (now: string) => (await project.run({}, new Date(now))).next;
    expect(await nextAt("2026-06-01T00:00:00Z")).toBe("2026-06-01T04:00:00.000Z");
    expect(await nextAt("2026-06-01T00:00:01Z")).toBe("2026-06-01T04:00:00.000Z");
    expect(await nextAt("2026-06-01T04:00:00Z")).toBe("2026-06-01T05:00:00.000Z");
    expect(await nextAt("2026-06-01T05:00:00Z")).toBe("2026-06-01T12:00:00.000Z");
    expect(await nextAt("2026-06-03T00:00:00Z")).toBeUndefined();
  });
});
