/** What the clock alone changes between two builds of the same files. */
import { describe, expect, it } from "vitest";
import { changedIn, openProject, type Project, record, runAWhileLater } from "./built-again.ts";

runAWhileLater();

const titlesIn = (project: Project, name = "all.rss") =>
  [...(project.documents()[name] ?? "").matchAll(/<item>\n<title>([^<]+)/g)].map(
    ([, title]) => title,
  );

/** Runs at each moment; gives the titles of the feed, and whether it was written. */
async function runAt(project: Project, moments: readonly string[], name = "all.rss") {
  const seen: [titles: string, isWritten: boolean][] = [];
  for (const moment of moments) {
    const before = project.states();
    await project.run({}, new Date(moment));
    const isWritten = changedIn(before, project.states()).includes(`feeds/${name}`);
    seen.push([titlesIn(project, name).join(""), isWritten]);
  }
  return seen;
}

describe("the clock", () => {
  it("releases an embargo and takes an expired article away, at the second", async () => {
    const project = openProject(
      {
        "articles/a.md": record("A"),
        "articles/b.md": record("B", "embargo: 2026-06-02T10:00:00Z"),
        "articles/c.md": record("C", "expires: 2026-06-03T10:00:00Z"),
      },
      { formats: ["rss"] },
    );
    const seen = await runAt(project, [
      ...["2026-06-02T09:59:00Z", "2026-06-02T09:59:59Z", "2026-06-02T10:00:00Z"],
      ...["2026-06-03T09:59:59Z", "2026-06-03T10:00:00Z", "2026-06-04T10:00:00Z"],
    ]);
    expect(seen).toEqual([
      ...[
        ["AC", true],
        ["AC", false],
        ["ABC", true],
      ],
      ...[
        ["ABC", false],
        ["AB", true],
        ["AB", false],
      ],
    ]);
  });

  it("tells at each run what is held, and until when", async () => {
    const project = openProject({
      "articles/a.md": record("A"),
      "articles/b.md": record("B", "embargo: 2026-06-02T10:00:00Z"),
      "articles/c.md": record("C", "embargo: 2026-06-02T10:00:00Z\nexpires: 2026-06-03T10:00:00Z"),
      "articles/d.md": record("D", "draft: true"),
    });
    const heldAt = async (moment: string) =>
      (await project.run({}, new Date(moment))).held.map(({ key, reason }) => `${key} ${reason}`);
    const early = ["b.md embargoed", "c.md embargoed", "d.md draft"];
    expect(await heldAt("2026-06-01")).toEqual(early);
    expect(await heldAt("2026-06-02")).toEqual(early);
    expect(await heldAt("2026-06-03")).toEqual(["d.md draft"]);
    expect(await heldAt("2026-06-04")).toEqual(["c.md expired", "d.md draft"]);
  });

  it("makes a change count that was dated ahead", async () => {
    const files = { "articles/a.md": record("A", "updated: 2026-06-02T10:00:00Z") };
    const project = openProject(files, { formats: ["atom"] });
    const updatedAt = async (moment: string) => {
      await project.run({}, new Date(moment));
      return /<updated>([^<]+)/.exec(project.documents()["all.atom"] ?? "")?.[1];
    };
    expect(await updatedAt("2026-06-01")).toBe("2022-09-16T00:00:00Z");
    expect(await updatedAt("2026-06-02T09:59:59Z")).toBe("2022-09-16T00:00:00Z");
    expect(await updatedAt("2026-06-02T10:00:00Z")).toBe("2026-06-02T10:00:00Z");
  });

  it("moves a feed of the last days on", async () => {
    const project = openProject(
      {
        "articles/a.md": record("A", "date: 2026-05-30T10:00:00Z"),
        "articles/b.md": record("B", "date: 2026-05-31T10:00:00Z"),
      },
      { formats: ["rss"], feeds: { all: { days: 2 } } },
    );
    const seen = await runAt(project, [
      ...["2026-06-01T00:00:00Z", "2026-06-01T09:59:59Z", "2026-06-01T10:00:00Z"],
      ...["2026-06-01T12:00:00Z", "2026-06-02T10:00:00Z"],
    ]);
    expect(seen.map(([titles]) => titles)).toEqual(["BA", "BA", "B", "B", ""]);
    expect(seen.map(([, isWritten]) => isWritten)).toEqual([true, false, true, false, true]);
  });

  it("takes an article of more than two days out of the News sitemap, and of nothing else", async () => {
    const project = openProject(
      {
        "articles/a.md": record("A", "date: 2026-05-31T10:00:00Z"),
        "articles/b.md": record("B", "date: 2026-05-31T12:00:00Z"),
      },
      { formats: ["rss", "news-sitemap"] },
    );
    const newsAt = async (moment: string) => {
      const before = project.states();
      await project.run({}, new Date(moment));
      const urls = (project.documents()["all.news.xml"] ?? "").match(/<url>/g) ?? [];
      const written = changedIn(before, project.states()).filter((name) => /^feeds\/a/.test(name));
      return [urls.length, ...written];
    };
    expect(await newsAt("2026-06-01T00:00:00Z")).toEqual([
      2,
      "feeds/all.news.xml",
      "feeds/all.rss",
    ]);
    expect(await newsAt("2026-06-02T09:59:59Z")).toEqual([2]);
    expect(await newsAt("2026-06-02T10:00:00Z")).toEqual([1, "feeds/all.news.xml"]);
    expect(await newsAt("2026-06-02T11:00:00Z")).toEqual([1]);
    expect(await newsAt("2026-06-03T00:00:00Z")).toEqual([0, "feeds/all.news.xml"]);
  });
});
