/** Records that cannot be read when their turn comes: a bad moment of the disk, or an editor at work. */
import { openSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openProject, type Project, record, runAWhileLater } from "./built-again.ts";

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return { ...fs, openSync: vi.fn(fs.openSync) };
});
afterEach(() => void vi.mocked(openSync).mockReset());
runAWhileLater();

const open = vi.mocked(openSync).getMockImplementation() ?? openSync;

/** Whoever opens a file whose name ends so is told this. */
function breakFile(ending: string, code: string): void {
  vi.mocked(openSync).mockImplementation((file, ...rest) => {
    if (String(file).endsWith(ending)) throw Object.assign(new Error(code), { code });
    return open(file, ...rest);
  });
}

/** Somebody saves this while the run goes on: the scan has seen the file as it was. */
function saveMeanwhile(project: Project, name: string, content: string | undefined): void {
  let isSaved = false;
  vi.mocked(openSync).mockImplementation((file, ...rest) => {
    if (!isSaved && String(file).endsWith(".md")) {
      isSaved = true;
      if (content === undefined) project.remove(name);
      else project.write({ [name]: content });
    }
    return open(file, ...rest);
  });
}

const titlesIn = (project: Project) =>
  [...(project.documents()["all.rss"] ?? "").matchAll(/<item>\n<title>([^<]+)/g)].map(
    ([, title]) => title,
  );

const FILES = { "articles/a.md": record("A"), "articles/b.md": record("B") };
/** Another configuration makes the feeds anew, from what is remembered of the articles. */
const ANEW = { feeds: { all: { title: "Baru" } } };

describe("a file that the disk does not give", () => {
  it.each([
    ["in the first run", 0],
    ["in a later run, that wants the story again", 1],
  ])("%s is set aside, the rest is published, and the next run tries again", async (_, before) => {
    const project = openProject(FILES, { formats: ["rss"] });
    for (let at = 0; at < before; at += 1) await project.run();
    breakFile("b.md", "EIO");
    const { setAside } = await project.run(ANEW);
    expect(setAside).toMatchObject([{ file: expect.stringMatching(/b\.md$/) }]);
    expect(titlesIn(project)).toEqual(["A"]);
    vi.mocked(openSync).mockReset();
    for (let times = 0; times < 2; times += 1) {
      expect((await project.run(ANEW)).setAside).toEqual([]);
      expect(titlesIn(project)).toEqual(["A", "B"]);
    }
  });

  it("stays set aside, and said so, as long as it lasts", async () => {
    const project = openProject(FILES, { formats: ["rss"] });
    breakFile("b.md", "EACCES");
    for (let times = 0; times < 3; times += 1) {
      expect((await project.run()).setAside).toMatchObject([{ reason: /EACCES/ }].map(asMatching));
    }
  });
});

describe("a folder that goes away while it is read", () => {
  it("leaves the last good feeds as they are", async () => {
    const files = Array.from({ length: 9 }, (_, at) => [`articles/a${at}.md`, record(`T${at}`)]);
    const project = openProject(Object.fromEntries(files), { formats: ["rss"] });
    await project.run();
    const before = project.documents();
    breakFile(".md", "ENOENT");
    await expect(project.run(ANEW)).rejects.toMatchObject({ code: "ARTICLES_VANISHED" });
    expect(project.documents()).toEqual(before);
    vi.mocked(openSync).mockReset();
    expect((await project.run(ANEW)).articles).toBe(9);
    expect(titlesIn(project)).toHaveLength(9);
  });
});

const asMatching = ({ reason }: { readonly reason: RegExp }) => ({
  reason: expect.stringMatching(reason),
});

describe("a record that somebody saves while a run goes on", () => {
  it.each<[string, string | undefined]>([
    ["is taken away", undefined],
    ["is a draft now", record("B", "draft: true", "RAHASIA")],
    ["is broken now", "---\nb: [\n---\n"],
  ])("and that %s takes nothing else with it, and is never shown", async (_, content) => {
    const project = openProject(FILES, { formats: ["rss"] });
    await project.run();
    saveMeanwhile(project, "articles/b.md", content);
    await project.run(ANEW);
    expect(titlesIn(project)).toEqual(["A"]);
    vi.mocked(openSync).mockReset();
    await project.run(ANEW);
    expect(titlesIn(project)).toEqual(["A"]);
    expect(project.documents()["all.rss"]).not.toContain("RAHASIA");
  });

  it("is as it was saved at the next run at the latest", async () => {
    const project = openProject(FILES, { formats: ["rss"] });
    await project.run();
    saveMeanwhile(project, "articles/b.md", record("B2", "", "Isi baru."));
    await project.run(ANEW);
    vi.mocked(openSync).mockReset();
    await project.run(ANEW);
    expect(titlesIn(project)).toEqual(["A", "B2"]);
    const first = project.documents();
    await project.run({ ...ANEW, cache: "fresh", output: "other" });
    expect(project.documents("other")).toEqual(first);
  });

  it.each([["while it is first read"], ["while it is read again"]])(
    "%s: the next run does not take its new time for read",
    async (when) => {
      const project = openProject(FILES, { formats: ["rss"] });
      if (when.includes("again")) {
        await project.run();
        project.write({ "articles/b.md": record("B1") });
      }
      saveMeanwhile(project, "articles/b.md", record("B2"));
      await project.run();
      vi.mocked(openSync).mockReset();
      await project.run();
      expect(titlesIn(project)).toEqual(["A", "B2"]);
    },
  );
});
