import { describe, expect, it } from "vitest";
import { licenseOf, readEpisode } from "../../../src/articles/episodes/fields.ts";
import { fieldsOf } from "../reading.ts";

const BASE = "https://site.example/a/";
const read = (fields: Record<string, unknown>) => readEpisode(fieldsOf(fields), BASE);
const reasons = (fields: Record<string, unknown>) =>
  read(fields).faults.map(({ field, reason }) => `${field}: ${reason}`);

describe("readEpisode", () => {
  it("is none where the record tells nothing of the kind", () => {
    expect(read({ title: "A", audio: "a.mp3", duration: 9 })).toEqual({
      ...{ episode: undefined, faults: [] },
    });
  });

  it.each([
    [{ episode: 12 }, { number: 12 }],
    [{ episode: "12" }, { number: 12 }],
    [{ itunes_episode: "#7" }, { number: 7 }],
    [{ episodeNumber: 7 }, { number: 7 }],
    [{ episode: "Episode 12.5" }, { number: 12.5 }],
    [{ episode: "S02E12" }, { number: 12, season: 2 }],
    [
      { episode: "s1:e3", season: 4 },
      { number: 3, season: 4 },
    ],
    [{ season: "Season 3" }, { season: 3 }],
    [{ season: { number: 3, name: "Hujan" } }, { season: 3, seasonName: "Hujan" }],
    [
      { season: 3, season_name: "Hujan" },
      { season: 3, seasonName: "Hujan" },
    ],
    [
      { episode: 3, episode_display: "Bab 3" },
      { number: 3, numberShown: "Bab 3" },
    ],
    [{ episode_type: "Bonus" }, { kind: "bonus" }],
    [{ explicit: "yes" }, { isExplicit: true }],
    [{ explicit: "clean" }, { isExplicit: false }],
    [{ explicit: false }, { isExplicit: false }],
    [{ itunes_block: "Yes" }, { isBlocked: true }],
    [{ itunes_title: "Judul" }, { title: "Judul" }],
    [{ params: { episode: 4 } }, { number: 4 }],
    [
      { soundbites: [{ start: "1:13", duration: 60, title: "T" }, { start: 5, end: 9 }, "x", {}] },
      {
        soundbites: [
          { startSeconds: 73, durationSeconds: 60, title: "T" },
          { startSeconds: 5, durationSeconds: 4 },
        ],
      },
    ],
    [
      { chapters: ["00:00 Satu", "01:30 Dua"] },
      { chapters: { list: [{ startSeconds: 0 }, { startSeconds: 90, title: "Dua" }] } },
    ],
    [{ chapters: "c.json" }, { chapters: { url: `${BASE}c.json` } }],
    [{ chapters: { url: "/c.json" } }, { chapters: { url: "https://site.example/c.json" } }],
    [
      { social_interact: "https://social.example/@a/1" },
      { social: [{ protocol: "activitypub", uri: "https://social.example/@a/1" }] },
    ],
    [{ social_interact: { protocol: "disabled" } }, { social: [{ protocol: "disabled" }] }],
  ])("%j", (fields, episode) => {
    const told = read(fields);
    expect(told.episode).toMatchObject(episode);
    expect(told.faults).toEqual([]);
  });

  it.each([
    [{ episode: "dua belas" }, 'episode: "dua belas" is no number'],
    [{ episode: 0 }, 'episode: "0" is no number'],
    [{ season: "hujan" }, 'season: "hujan" is no number'],
    [{ episode_type: "ekstra" }, 'episode_type: "ekstra" is no kind'],
    [{ explicit: "agak" }, 'explicit: "agak" is neither'],
    [{ chapters: "kata kata" }, "chapters: holds no chapter, and is no address of a file"],
    [{ transcript: "kata kata" }, "transcript: is no address of a file"],
    [{ transcript: "a.docx" }, `transcript: "${BASE}a.docx" is of no known form`],
    [
      { persons: [{ name: "A", role: "peniup" }] },
      'persons: "peniup" is no role of the podcast taxonomy',
    ],
  ])("says so of %j", (fields, reason) => {
    expect(reasons(fields)).toEqual([reason]);
    expect(read(fields).faults[0]).toMatchObject({ line: 3, remedy: expect.stringMatching(/\w/) });
  });

  it("survives values of any kind", () => {
    const names = ["episode", "season", "explicit", "transcript", "chapters", "persons", "guests"];
    for (const value of [
      true,
      Number.NaN,
      [],
      [[]],
      [null],
      {},
      { a: { b: 1 } },
      new Date(),
      "\0",
    ]) {
      for (const name of [...names, "soundbites", "podcast_license", "social_interact"]) {
        expect(() => read({ [name]: value })).not.toThrow();
      }
    }
  });
});

describe("licenseOf", () => {
  const CC = "https://creativecommons.org/licenses/by-sa/4.0/";
  it.each([
    ["cc-by-4.0", { name: "cc-by-4.0" }],
    ["CC BY-SA 4.0", { name: "cc-by-sa-4.0" }],
    [CC, { name: "cc-by-sa-4.0", url: CC }],
    [
      { name: "Milik Kami", url: "/l" },
      { name: "milik kami", url: "https://site.example/l" },
    ],
    [undefined, undefined],
    ["https://site.example/l", undefined],
  ])("%j", (given, license) => {
    expect(licenseOf(given, BASE)).toEqual(license);
  });
});
