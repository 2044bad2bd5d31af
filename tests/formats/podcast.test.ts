import { describe, expect, it } from "vitest";
import type { PodcastEpisode, PodcastShow } from "../../src/feeds/podcast-facts.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import { episodeElements, showElements } from "../../src/formats/podcast.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { childrenOf, feedOf, itemOf, readXml, textsOf } from "./documents.ts";

const show: PodcastShow = {
  ...{ guid: "9b024349-ccf0-5f69-a609-6b82873eab3c", categories: [], isExplicit: false },
  ...{ type: "episodic", isComplete: false, isBlocked: false, funding: [], persons: [] },
  ...{ medium: "podcast", txt: [], podroll: [], social: [] },
};
const episode: PodcastEpisode = {
  ...{ kind: "full", isBlocked: false, transcripts: [], persons: [], soundbites: [], social: [] },
};

function channelOf(facts: Partial<PodcastShow>) {
  return readXml(renderRss(feedOf([], { show: { ...show, ...facts } })));
}

function itemOfEpisode(facts: Partial<PodcastEpisode>) {
  const item = itemOf({ episode: { ...episode, ...facts } });
  return childrenOf(readXml(renderRss(feedOf([item], { show }))), "item")[0];
}

describe("the channel", () => {
  it("nests categories, and escapes their names", () => {
    const categories = [{ name: "Society & Culture", inner: "Documentary" }, { name: "Music" }];
    const [outer, other] = childrenOf(channelOf({ categories }), "itunes:category");
    expect(outer?.["@text"]).toBe("Society & Culture");
    expect(childrenOf(outer, "itunes:category")).toMatchObject([{ "@text": "Documentary" }]);
    expect(other?.["@text"]).toBe("Music");
    expect(childrenOf(other, "itunes:category")).toEqual([]);
  });

  it("says yes and no as each namespace does", () => {
    const flags = { isExplicit: true, isComplete: true, isBlocked: true, isLocked: true };
    const owner = { name: "Redaksi", email: "r@site.example" };
    const channel = channelOf({ ...flags, owner });
    expect(textsOf(channel, "itunes:explicit")).toEqual(["true"]);
    expect(textsOf(channel, "itunes:complete")).toEqual(["Yes"]);
    expect(textsOf(channel, "itunes:block")).toEqual(["Yes"]);
    expect(textsOf(channel, "podcast:block")).toEqual(["yes"]);
    expect(childrenOf(channel, "podcast:locked")).toMatchObject([
      { "#": "yes", "@owner": owner.email },
    ]);
    const plain = channelOf({ isLocked: false });
    expect(textsOf(plain, "itunes:explicit")).toEqual(["false"]);
    expect(childrenOf(plain, "podcast:locked")).toMatchObject([{ "#": "no" }]);
    for (const name of ["itunes:complete", "itunes:block", "podcast:block", "itunes:owner"]) {
      expect(plain).not.toHaveProperty([name]);
    }
  });

  it("recommends other shows, and says how to support this one", () => {
    const channel = channelOf({
      podroll: [{ guid: show.guid, url: "https://other.example/rss", title: "Lain & lain" }],
      funding: [
        { url: "https://site.example/beri", text: "Dukung <kami>" },
        { url: "https://b.example/" },
      ],
      txt: [{ value: "abc", purpose: "verify" }],
    });
    const [podroll] = childrenOf(channel, "podcast:podroll");
    expect(childrenOf(podroll, "podcast:remoteItem")).toMatchObject([
      { "@feedGuid": show.guid, "@feedUrl": "https://other.example/rss", "@title": "Lain & lain" },
    ]);
    expect(childrenOf(channel, "podcast:funding")).toMatchObject([
      { "#": "Dukung <kami>", "@url": "https://site.example/beri" },
      { "#": "https://b.example/", "@url": "https://b.example/" },
    ]);
    expect(childrenOf(channel, "podcast:txt")).toMatchObject([
      { "#": "abc", "@purpose": "verify" },
    ]);
  });
});

describe("an item", () => {
  it("has whole numbers for Apple, and any for others", () => {
    const item = itemOfEpisode({
      number: 12.5,
      numberShown: "Bab & 12",
      season: 2,
      seasonName: "<Dua>",
    });
    expect(item).not.toHaveProperty(["itunes:episode"]);
    expect(childrenOf(item, "podcast:episode")).toMatchObject([
      { "#": "12.5", "@display": "Bab & 12" },
    ]);
    expect(childrenOf(item, "podcast:season")).toMatchObject([{ "#": "2", "@name": "<Dua>" }]);
    expect(textsOf(itemOfEpisode({ number: 12 }), "itunes:episode")).toEqual(["12"]);
  });

  it("has a soundbite with and without a title", () => {
    const soundbites = [
      { startSeconds: 73, durationSeconds: 60.5, title: "A & B" },
      { startSeconds: 0, durationSeconds: 15 },
    ];
    expect(childrenOf(itemOfEpisode({ soundbites }), "podcast:soundbite")).toMatchObject([
      { "#": "A & B", "@startTime": "73", "@duration": "60.5" },
      { "@startTime": "0", "@duration": "15" },
    ]);
  });

  it("is no permalink: its guid outlives its page", () => {
    expect(childrenOf(itemOfEpisode({}), "guid")).toMatchObject([{ "@isPermaLink": "false" }]);
  });
});

it("other feeds and other formats say nothing of it", () => {
  expect(showElements(undefined)).toEqual([]);
  expect(episodeElements(undefined)).toEqual([]);
  expect(renderRss(feedOf([itemOf()]))).not.toMatch(/itunes|podcast/);
  expect(renderAtom(feedOf([itemOf({ episode })], { show }))).not.toMatch(/itunes|podcast:/);
});
