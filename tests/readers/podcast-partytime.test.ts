/** Podcasts as the parser of the Podcast Index reads them. */
import { readFileSync } from "node:fs";
import partytime from "podcast-partytime";
import { describe, expect, it, vi } from "vitest";
import { caseFile, readCase } from "../formats/cases.ts";

describe("podcast-partytime", () => {
  it("reads of a podcast what was put into it", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { options, items } = readCase("podcast");
    const read = partytime.parseFeed(readFileSync(caseFile("podcast", "expected.rss"), "utf8"));
    const { show } = options;
    expect(read).toMatchObject({
      ...{ title: options.title, language: options.language, guid: show?.guid, locked: true },
      ...{ itunesImage: show?.imageUrl, itunesType: "serial", itunesComplete: true },
      itunesCategory: ["Society & Culture > Places & Travel", "Music"],
      owner: show?.owner,
      podcastPeople: [{ name: "Maya Hendrawan", role: "Host", group: "Cast" }],
      podcastFunding: [{ message: "Dukung kami", url: "https://site.example/beri/" }],
      license: { identifier: "cc-by-4.0" },
    });
    const [first] = items;
    expect(read?.["items"]).toMatchObject([
      {
        ...{ guid: first?.id, title: first?.title, duration: 1_865, explicit: true },
        ...{ itunesEpisode: 12, itunesSeason: 2, itunesEpisodeType: "full" },
        enclosure: { url: "https://site.example/a.mp3?x=1&y=2", length: 2_097_152 },
        podcastEpisode: { number: 12, display: "Bab 12" },
        podcastSeason: { number: 2, name: "Musim hujan" },
        podcastTranscripts: [
          { type: "text/vtt", language: "id", rel: "captions" },
          { type: "text/html", language: "en" },
        ],
        podcastChapters: { type: "application/json+chapters" },
        podcastPeople: [{ name: 'Wulan "Lan" Sekarini', role: "Guest" }],
        podcastSoundbites: [{ startTime: 73.5, duration: 60, title: "Tawar-menawar" }],
      },
      { title: "Kapal malam", itunesEpisodeType: "trailer", enclosure: { type: "video/mp4" } },
    ]);
  });
});
