/** Runs for some feeds only: the others stay as they are, but for what must leave. */
import { describe, expect, it } from "vitest";
import {
  changedIn,
  openProject,
  outcomesOf,
  type Project,
  record,
  runAWhileLater,
} from "./built-again.ts";

runAWhileLater();

const FILES = {
  "articles/a.md": record("A", "section: Dunia"),
  "articles/b.md": record("B", "section: Dunia\ndate: 2022-09-17"),
  "articles/c.md": record("C", "section: Kota\ndate: 2022-09-18"),
};
const KEYS = {
  formats: ["rss"],
  feeds: {
    all: {},
    hourly: { title: "Tiap jam" },
    chain: { archive: true, limit: 1 },
    sections: { each: "section" },
  },
};
const ALL = new Set(["all"]);

/** The documents that a run for `all` writes or takes away after a change. */
async function changedBy(project: Project, change: () => void, now?: Date) {
  const before = project.documents();
  change();
  const report = await project.run({}, now, { feeds: ALL });
  const changed = changedIn(before, project.documents()).filter((name) => !name.startsWith("."));
  return { changed, report };
}

async function publishedProject(): Promise<Project> {
  const project = openProject(FILES, KEYS);
  await project.run();
  return project;
}

describe("a run for one feed", () => {
  it("publishes every feed that never was", async () => {
    const project = openProject(FILES, KEYS);
    const { feeds } = await project.run({}, undefined, { feeds: ALL });
    expect(feeds.map(({ path }) => path)).toContain("hourly");
    expect(Object.keys(project.documents())).toContain("chain/archive/1.rss");
  });

  it.each([
    ["an edit", (one: Project) => one.write({ "articles/a.md": record("A2", "section: Dunia") })],
    [
      "an article that moves to another section",
      (one: Project) => one.write({ "articles/c.md": record("C", "section: Dunia") }),
    ],
    [
      "a newer article",
      (one: Project) => one.write({ "articles/d.md": record("D", "date: 2023-01-01") }),
    ],
  ])("leaves the others as they are after %s, and the next run has them", async (_, change) => {
    const project = await publishedProject();
    const { changed, report } = await changedBy(project, () => change(project));
    expect(changed).toEqual(["all.rss"]);
    expect(report.feeds.map(({ path }) => path)).toContain("sections/kota");
    const [quiet] = outcomesOf(await project.run({}, undefined, { feeds: ALL }));
    expect(quiet).toBe("unchanged");
    await project.run();
    await project.run({ output: "anew", cache: "anew-cache" });
    const ours = (documents: Readonly<Record<string, string>>) =>
      Object.entries(documents).filter(([name]) => !name.startsWith("."));
    const inChain = ([name]: [string, string]) => name.startsWith("chain");
    // What an archive document was given stays in it.
    const [now, anew] = [ours(project.documents()), ours(project.documents("anew"))];
    expect(now.filter((one) => !inChain(one))).toEqual(anew.filter((one) => !inChain(one)));
  });

  it("publishes whatever shows an article that had to go", async () => {
    const gone = {
      deleted: (project: Project) => project.remove("articles/a.md"),
      draft: (project: Project) =>
        project.write({ "articles/a.md": record("A", "section: Dunia\ndraft: true") }),
      withdrawn: (project: Project) =>
        project.write({ "articles/a.md": record("A", "section: Dunia\nstatus: withdrawn") }),
      expired: (project: Project) =>
        project.write({ "articles/a.md": record("A", "section: Dunia\nexpires: 2023-01-01") }),
      embargoed: (project: Project) =>
        project.write({ "articles/a.md": record("A", "section: Dunia\nembargo: 2027-01-01") }),
    };
    for (const [reason, take] of Object.entries(gone)) {
      const project = await publishedProject();
      const { changed } = await changedBy(project, () => take(project));
      const shown = ["all.rss", "hourly.rss", "sections/dunia.rss"];
      expect(changed, reason).toEqual(expect.arrayContaining(shown));
      expect(changed, reason).not.toContain("sections/kota.rss");
      const texts = Object.entries(project.documents()).filter(([name]) => name.endsWith(".rss"));
      for (const [name, text] of texts) expect(text, `${reason}: ${name}`).not.toContain("Isi A");
    }
  });

  it("takes the documents of a group away whose last article had to go", async () => {
    const project = await publishedProject();
    const { changed } = await changedBy(project, () => project.remove("articles/c.md"));
    expect(changed).toContain("sections/kota.rss");
    expect(Object.keys(project.documents())).not.toContain("sections/kota.rss");
  });

  it("leaves a group whose last article moved, until a run is for it", async () => {
    const project = await publishedProject();
    const move = () => project.write({ "articles/c.md": record("C", "date: 2022-09-18") });
    const { changed, report } = await changedBy(project, move);
    expect(changed).toEqual(["all.rss"]);
    expect(report.feeds.map(({ path }) => path)).toContain("sections/kota");
    expect((await project.run()).removed).toEqual(["sections/kota.rss"]);
  });

  it("publishes a feed whose documents are not as they were", async () => {
    const project = await publishedProject();
    const edit = () => {
      project.write({ "articles/a.md": record("A2"), "feeds/hourly.rss": "x" });
      project.remove("feeds/chain/archive/1.rss");
    };
    const { changed } = await changedBy(project, edit);
    expect(changed).toEqual(
      expect.arrayContaining(["all.rss", "hourly.rss", "chain/archive/1.rss"]),
    );
    expect(changed).not.toContain("sections/dunia.rss");
  });

  it("tells of no article that a left feed is still to show that it is known", async () => {
    const project = await publishedProject();
    const keys = { feeds: { ...KEYS.feeds, all: { where: { section: "Kota" } } } };
    await project.run(keys);
    project.write({ "articles/d.md": record("D", "section: Dunia") });
    const first = await project.run(keys, undefined, { feeds: ALL });
    expect(first.changes.new).toEqual([]);
    const second = await project.run(keys);
    expect(second.changes.new).toMatchObject([{ title: "D" }]);
  });
});
