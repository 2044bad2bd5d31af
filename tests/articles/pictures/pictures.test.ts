import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/articles/article.ts";
import { findFilesWithin } from "../../../src/articles/local-files.ts";
import { openPictures } from "../../../src/articles/pictures/pictures.ts";
import { version } from "../../../src/version.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { writeJpeg } from "./write-picture.ts";

const SITE = "https://site.example/";
/** Nobody listens there: a failure is remembered as well. */
const ELSEWHERE = "http://127.0.0.1:1/a.jpg";
const ARTICLE: Article = {
  ...{ key: "a.md", recordPath: "a.md", guid: "g", url: `${SITE}a/`, title: "A" },
  ...{ publishedMs: 0, updatedMs: 0, language: "id", tags: [], authors: [], images: [] },
  body: { form: "html", source: "" },
};

/** What the files told, and the reasons of what could not be had. */
async function run(project: string) {
  const findFile = findFilesWithin({ project, articles: project, siteUrl: SITE });
  const pictures = openPictures({
    ...{ findFile, cache: path.join(project, "cache"), shownAs: (file) => path.basename(file) },
    ...{ probe: true, allowedHosts: ["127.0.0.1:1"], nowMs: 1_000 },
  });
  pictures.factsOf(ELSEWHERE, ARTICLE);
  await pictures.fetch();
  const facts = pictures.factsOf(`${SITE}a.jpg`, ARTICLE);
  pictures.save();
  return { facts, reasons: pictures.problems().map(({ reason }) => reason) };
}

describe("the memory between runs", () => {
  it.each(["pictures.json", "remote-pictures.json"])(
    "of %s starts anew with another version of the program",
    async (name) => {
      const project = temporaryFolder({ "a.jpg": writeJpeg({}) });
      const fresh = await run(project);
      expect(fresh).toMatchObject({ facts: { width: 640 }, reasons: [expect.any(String)] });
      const file = path.join(project, "cache", name);
      const cache = JSON.parse(readFileSync(file, "utf8"));
      const [program, own] = cache.version.split(" ");
      expect(program).toBe(version());
      const alter = (cacheVersion: string) => {
        const altered: Readonly<Record<string, unknown>> = { width: 77, reason: "is remembered" };
        const whole = { ...cache, version: cacheVersion };
        writeFileSync(
          file,
          JSON.stringify(whole, (key, value) => altered[key] ?? value),
        );
      };
      alter(cache.version);
      expect(await run(project)).not.toEqual(fresh);
      alter(`0.0.0 ${own}`);
      expect(await run(project)).toEqual(fresh);
    },
  );
});
