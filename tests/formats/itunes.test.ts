import { describe, expect, it } from "vitest";
import { renderRss } from "../../src/formats/rss.ts";
import { feedOf, home, itemOf, linesOf } from "./documents.ts";

const options = {
  podcast: true,
  category: "Society & Culture",
  author: { name: "Gus Rope", email: "gus@site.example" },
  image: `${home}art.webp`,
};
const audio = (duration: number) => ({ url: `${home}a.mp3`, duration });

describe("a feed with `podcast`", () => {
  it("says what a directory asks for", () => {
    const document = renderRss(feedOf([], options));
    expect(document).toContain('xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"');
    expect(linesOf(document, "<itunes:")).toEqual([
      "<itunes:author>Gus Rope</itunes:author>",
      "<itunes:owner>",
      "<itunes:name>Gus Rope</itunes:name>",
      "<itunes:email>gus@site.example</itunes:email>",
      `<itunes:image href="${home}art.webp"/>`,
      '<itunes:category text="Society &amp; Culture"/>',
    ]);
  });

  it.each([
    [5, "00:05"],
    [65.4, "01:05"],
    [3600, "1:00:00"],
    [360_061, "100:01:01"],
  ])("writes %d seconds as a clock", (seconds, clock) => {
    const document = renderRss(feedOf([itemOf({ audio: audio(seconds) })], options));
    expect(linesOf(document, "<itunes:duration")).toEqual([
      `<itunes:duration>${clock}</itunes:duration>`,
    ]);
  });

  it("takes an extension of a podcast beside them, and says nothing twice", () => {
    const extensions = [
      { name: "itunes:explicit", objects: { _text: "false" } },
      { name: "itunes:author", objects: { _text: "Another" } },
    ];
    const lines = linesOf(renderRss({ ...feedOf([], options), extensions }), "<itunes:");
    expect(lines).toContain("<itunes:explicit>false</itunes:explicit>");
    expect(lines.filter((line) => line.startsWith("<itunes:author"))).toHaveLength(1);
  });
});

describe("any other feed", () => {
  it("has nothing of podcasts", () => {
    const feed = feedOf([itemOf({ audio: audio(5) })], { ...options, podcast: false });
    expect(renderRss(feed)).not.toContain("itunes");
  });
});
