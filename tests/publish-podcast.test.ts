/** A podcast through the whole pipeline: the feed, and the files beside it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { writePng } from "./articles/pictures/write-picture.ts";
import { id3Tag, writeMp3 } from "./articles/recordings/write-recording.ts";
import { recordOf } from "./feeds/podcast-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n";
const MP3 = writeMp3(4, {
  tag: id3Tag([{ startMs: 0, endMs: 4_000, title: "Satu" }], writePng([], 1_400, 1_400)),
});

function projectOf(): string {
  return temporaryFolder({
    "static/cover.png": writePng([], 1_400, 1_400),
    "static/a.mp3": MP3,
    "articles/a.md": recordOf({ audio: "/a.mp3", duration: "9:59", transcript: "a.vtt" }),
    "articles/a.vtt": VTT,
    "articles/b.md": recordOf({ title: "Tanpa suara" }),
  });
}

async function run(project: string) {
  const config = checkConfig(
    {
      site: {
        title: "Situs",
        url: "https://site.example/",
        author: { name: "R", email: "r@s.example" },
      },
      feeds: {
        all: {},
        siar: { kind: "podcast", limit: 1, podcast: { image: "/cover.png", category: "News" } },
      },
    },
    path.join(project, "feedwright.config.yaml"),
  );
  return publishFeeds(config, NOW);
}

const BESIDE = ["siar/a.vtt", "siar/a.chapters.json", "siar/a.png"];

describe("publishing a podcast", () => {
  it("writes the files beside the feed, and tells all feeds what the recording tells", async () => {
    const project = projectOf();
    const report = await run(project);
    expect(report.failed).toEqual([]);
    expect(report.warnings.map(({ field, reason }) => `${field}: ${reason}`)).toEqual([
      expect.stringMatching(/^duration: says 599 seconds, but .*a\.mp3 lasts 4; the file counts$/),
    ]);
    for (const file of BESIDE) {
      expect(existsSync(path.join(project, "feeds", file)), file).toBe(true);
    }
    for (const name of ["all", "siar"]) {
      const document = JSON.parse(
        readFileSync(path.join(project, "feeds", `${name}.json`), "utf8"),
      );
      const files = document.items.flatMap(
        (item: { attachments?: unknown[] }) => item.attachments ?? [],
      );
      expect(files).toMatchObject([{ size_in_bytes: MP3.length, duration_in_seconds: 4 }]);
    }
    expect(readFileSync(path.join(project, "feeds/all.rss"), "utf8")).not.toContain("podcast:");
    // The limit is of episodes: an article that cannot be heard takes no room.
    expect(readFileSync(path.join(project, "feeds/siar.rss"), "utf8")).toContain("<item>");
  });

  it("gives the same bytes again, from what it remembers and from scratch", async () => {
    const project = projectOf();
    await run(project);
    const first = readFileSync(path.join(project, "feeds/siar.rss"), "utf8");
    const again = await run(project);
    expect(
      again.feeds.flatMap((feed) => feed.files).every((file) => file.outcome === "unchanged"),
    ).toBe(true);
    rmSync(path.join(project, ".feedwright"), { recursive: true });
    await run(project);
    expect(readFileSync(path.join(project, "feeds/siar.rss"), "utf8")).toBe(first);
  });

  it("takes away what an episode no longer has", async () => {
    const project = projectOf();
    await run(project);
    writeFileSync(path.join(project, "articles/a.md"), recordOf({ audio: "/a.mp3" }));
    const { removed } = await run(project);
    expect(removed).toEqual(["siar/a.vtt"]);
    expect(existsSync(path.join(project, "feeds/siar/a.vtt"))).toBe(false);
    expect(existsSync(path.join(project, "feeds/siar/a.png"))).toBe(true);
  });
});
