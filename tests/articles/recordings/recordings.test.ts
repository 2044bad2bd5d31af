import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/articles/article.ts";
import { findFilesWithin } from "../../../src/articles/local-files.ts";
import { openRecordings } from "../../../src/articles/recordings/recordings.ts";
import { version } from "../../../src/version.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { writePng } from "../pictures/write-picture.ts";
import { id3Tag, writeMp3 } from "./write-recording.ts";

const SITE = "https://site.example/";

function article(recording: Partial<Article["recording"]> = {}): Article {
  return {
    ...{ key: "a.md", recordPath: "a.md", guid: "g", url: `${SITE}a/`, title: "A" },
    ...{ publishedMs: 0, updatedMs: 0, language: "id", tags: [], authors: [], images: [] },
    recording: { url: `${SITE}audio/a.mp3`, type: "audio/wav", ...recording },
    body: { form: "html", source: "" },
  };
}

function open(project: string) {
  const findFile = findFilesWithin({ project, articles: project, siteUrl: SITE });
  return openRecordings({
    ...{ findFile, cache: path.join(project, "cache") },
    ...{ shownAs: (file) => path.basename(file), recordAt: (inner) => `articles/${inner}` },
  });
}

const COVER = writePng([], 1_400, 1_400);
const TAGGED = writeMp3(4, { tag: id3Tag([], COVER) });

describe("openRecordings", () => {
  it("tells nothing of a recording before it is read, and what its file tells then", async () => {
    const recordings = open(temporaryFolder({ "audio/a.mp3": TAGGED }));
    const one = article({ bytes: 1 });
    expect(recordings.factsOf(one)).toBeUndefined();
    expect(recordings.recordingOf(one)).toEqual(one.recording);
    await recordings.read([one]);
    const facts = { type: "audio/mpeg", bytes: TAGGED.length, durationSeconds: 4 };
    expect(recordings.recordingOf(one)).toEqual({ ...one.recording, ...facts });
    expect(recordings.artOf(one)?.equals(COVER)).toBe(true);
    expect(recordings.problems()).toEqual([]);
  });

  it("leaves a recording on the web to its record", async () => {
    const recordings = open(temporaryFolder());
    const one = article({ url: "https://cdn.example/a.mp3", bytes: 5, durationSeconds: 9 });
    await recordings.read([one]);
    expect(recordings.recordingOf(one)).toEqual(one.recording);
    expect(recordings.problems()).toEqual([]);
  });

  it("believes the file where the record contradicts it, and says so", async () => {
    const recordings = open(temporaryFolder({ "audio/a.mp3": writeMp3(4) }));
    const one = article({ durationSeconds: 95 });
    await recordings.read([one]);
    expect(recordings.recordingOf(one)?.durationSeconds).toBe(4);
    expect(recordings.problems()).toEqual([
      {
        ...{ file: "articles/a.md", field: "duration" },
        reason: "says 95 seconds, but a.mp3 lasts 4; the file counts",
        remedy: "correct it, or take it away",
      },
    ]);
  });

  it.each([2, 3, 5, 6])("takes %d seconds for the 4 of the file", async (durationSeconds) => {
    const recordings = open(temporaryFolder({ "audio/a.mp3": writeMp3(4) }));
    await recordings.read([article({ durationSeconds })]);
    expect(recordings.problems()).toEqual([]);
  });

  it("reports a file that is no recording, once", async () => {
    const recordings = open(temporaryFolder({ "audio/a.mp3": "PK\x03\x04aaaa" }));
    await recordings.read([article(), article()]);
    await recordings.read([article()]);
    expect(recordings.problems()).toMatchObject([
      { file: "a.mp3", reason: "is no recording (a zip archive)" },
    ]);
    // Its size is known none the less, and goes before what the record says.
    const one = article({ bytes: 1 });
    await recordings.read([one]);
    expect(recordings.recordingOf(one)).toEqual({ ...one.recording, bytes: 8 });
  });
});

describe("the memory between runs", () => {
  async function run(project: string, url = `${SITE}audio/a.mp3`) {
    const recordings = open(project);
    await recordings.read([article({ url })]);
    recordings.save();
    return recordings;
  }

  /** Other facts under the same digest show where they came from. */
  function alter(project: string, altered: object = { durationSeconds: 77 }): void {
    const file = path.join(project, "cache/recordings.json");
    const cache = JSON.parse(readFileSync(file, "utf8"));
    for (const entry of Object.values<Record<string, unknown>>(cache.entries)) {
      const facts = entry["facts"];
      if (typeof facts === "object") Object.assign(facts ?? {}, altered);
    }
    writeFileSync(file, JSON.stringify(cache));
  }

  it("spares a file that has not changed, or has moved", async () => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED });
    await run(project);
    alter(project);
    expect((await run(project)).factsOf(article())?.durationSeconds).toBe(77);
    renameSync(path.join(project, "audio/a.mp3"), path.join(project, "audio/b.mp3"));
    const moved = article({ url: `${SITE}audio/b.mp3` });
    const recordings = await run(project, `${SITE}audio/b.mp3`);
    expect(recordings.factsOf(moved)?.durationSeconds).toBe(77);
    expect(recordings.artOf(moved)?.equals(COVER)).toBe(true);
  });

  it("opens a file that has changed", async () => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED });
    await run(project);
    alter(project);
    writeFileSync(path.join(project, "audio/a.mp3"), writeMp3(2));
    expect((await run(project)).factsOf(article())?.durationSeconds).toBe(2);
  });

  it("opens a file again whose cover is lost", async () => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED });
    await run(project);
    rmSync(path.join(project, "cache/art"), { recursive: true });
    const recordings = await run(project);
    expect(recordings.artOf(article())?.equals(COVER)).toBe(true);
  });

  it("keeps no cover that is no longer used", async () => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED });
    await run(project);
    expect(readdirSync(path.join(project, "cache/art"))).toHaveLength(1);
    writeFileSync(path.join(project, "audio/a.mp3"), writeMp3(2));
    await run(project);
    expect(readdirSync(path.join(project, "cache/art"))).toEqual([]);
  });

  it("starts anew with another version of the program", async () => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED });
    await run(project);
    alter(project);
    const file = path.join(project, "cache/recordings.json");
    const cache = JSON.parse(readFileSync(file, "utf8"));
    const [program, own] = cache.version.split(" ");
    expect(program).toBe(version());
    writeFileSync(file, JSON.stringify({ ...cache, version: `0.0.0 ${own}` }));
    expect((await run(project)).factsOf(article())?.durationSeconds).toBe(4);
  });

  it.each([
    ["a digest that leads elsewhere", { art: { type: "image/png", digest: "../../letter.txt" } }],
    ["a cover of another kind", { art: { type: "image/svg+xml", digest: "a".repeat(64) } }],
    ["a duration in words", { durationSeconds: "long" }],
    ["less than nothing", { bytes: -1 }],
    ["a chapter without a beginning", { chapters: [{ title: "Pembuka" }] }],
    ["chapters of nothing", { chapters: [null] }],
  ])("does not believe %s", async (_name, altered) => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED, "letter.txt": "Dear Ana" });
    await run(project);
    alter(project, altered);
    const recordings = await run(project);
    expect(recordings.artOf(article())?.equals(COVER)).toBe(true);
    expect(recordings.factsOf(article())).toMatchObject({ bytes: TAGGED.length, chapters: [] });
    expect(recordings.factsOf(article())?.durationSeconds).toBe(4);
  });

  it.each(["", "{}", '{"version":"1","entries":[]}', "[]"])("survives %j", async (content) => {
    const project = temporaryFolder({ "audio/a.mp3": TAGGED, "cache/recordings.json": content });
    expect((await run(project)).factsOf(article())?.durationSeconds).toBe(4);
    expect(existsSync(path.join(project, "cache/recordings.json"))).toBe(true);
  });
});
