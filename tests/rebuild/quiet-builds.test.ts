/** What a run may trust of the one before, and what it must look at again. */
import { statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ARTIST, ascii, writeExif } from "../articles/pictures/write-metadata.ts";
import { writeJpeg } from "../articles/pictures/write-picture.ts";
import { openProject, type Project, record, runAWhileLater } from "./built-again.ts";

runAWhileLater();

/** Written by every run that has something to do. */
const lastRun = (project: Project) =>
  statSync(path.join(project.folder, ".feedwright/last-run.json")).ino;

const FILES = { "articles/a.md": record("A", "image: /foto.jpg"), "articles/b.md": record("B") };

describe("a site at rest", () => {
  it.each(["feeds", "public", "static/feeds", "articles/feeds"])(
    "is left alone from the third run on where its output is %s",
    async (output) => {
      const project = openProject(FILES, { output });
      for (let times = 0; times < 2; times += 1) await project.run();
      const state = lastRun(project);
      const documents = project.documents(output);
      const { warnings } = await project.run();
      expect(lastRun(project)).toBe(state);
      expect(project.documents(output)).toEqual(documents);
      expect(warnings.map(({ reason }) => reason)).toEqual([expect.stringMatching(/no credit/)]);
    },
  );

  it("is told once that its index was broken", async () => {
    const project = openProject(FILES);
    await project.run();
    project.write({ ".feedwright/articles.index": "broken\n" });
    // Another title has to be published: else nobody would have read it.
    const told = async () =>
      (await project.run({ feeds: { all: { title: "Baru" } } })).warnings.filter(({ file }) =>
        file.endsWith("articles.index"),
      ).length;
    expect([await told(), await told(), await told()]).toEqual([1, 0, 0]);
  });
});

describe("another configuration", () => {
  it("finds a picture where the last one did not look", async () => {
    const picture = writeJpeg({ exif: writeExif([ascii(ARTIST, "Maya Putri")]) });
    const project = openProject({ ...FILES, "arsip/foto.jpg": picture });
    expect((await project.run()).warnings).toHaveLength(1);
    await project.run();
    const folders = { "https://site.example/": "arsip" };
    const { warnings } = await project.run({ images: { folders } });
    expect(warnings).toEqual([]);
    expect(project.documents()["all.rss"]).toContain("Maya Putri");
  });
});
