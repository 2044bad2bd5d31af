import { describe, expect, it } from "vitest";
import { writeJpeg, writePng } from "../articles/pictures/write-picture.ts";
import { writeMp3 } from "../articles/recordings/write-recording.ts";
import { oddPng } from "./odd-pictures.ts";
import { makePodcast, reasonsOf, recordOf, SITE } from "./podcast-site.ts";

const COVER = writePng([], 1_400, 1_400);
const PODCAST = { image: "/cover.png", category: "News", author: "Redaksi" };
const FILES = { "static/cover.png": COVER, "static/a.mp3": writeMp3(4) };
const EPISODE = { "articles/a.md": recordOf({ audio: "/a.mp3" }) };

async function toldOf(
  podcast: Record<string, unknown>,
  files: Record<string, string | Uint8Array> = {},
  feed: Record<string, unknown> = {},
  site: Record<string, unknown> = SITE,
) {
  const made = await makePodcast(
    { ...FILES, ...EPISODE, ...files },
    { kind: "podcast", podcast: { ...PODCAST, ...podcast }, ...feed },
    { site },
  );
  return reasonsOf(made);
}

describe("a show", () => {
  it("that has everything is not spoken of", async () => {
    expect(await toldOf({})).toEqual([]);
  });

  const noOwner = { title: "Situs", url: SITE.url, language: "id" };
  it.each([
    ["no artwork", { image: undefined }, SITE, "podcast.image: no artwork"],
    ["no category", { category: [] }, SITE, "podcast.category: no category"],
    ["no owner", {}, noOwner, "podcast.owner: no owner with an e-mail address"],
    [
      "a language of three letters",
      {},
      { ...SITE, language: "fil" },
      'language: "fil" is no language that Apple knows',
    ],
  ])("with %s", async (_name, podcast, site, reason) => {
    expect(await toldOf(podcast, {}, {}, site)).toEqual([`feeds/siar.rss ${reason}`]);
  });

  it("with a long description", async () => {
    const told = await toldOf({}, {}, { description: "é".repeat(2_001) });
    expect(told).toEqual([
      "feeds/siar.rss description: the description is longer than 4000 bytes, and is cut",
    ]);
  });

  it("without episodes", async () => {
    const told = await toldOf({}, { "articles/a.md": recordOf({}) });
    expect(told).toEqual(["feeds/siar.rss audio: no episode"]);
  });

  it.each([
    [
      "900 pixels",
      "/k.png",
      writePng([], 900, 900),
      "is 900 × 900 pixels; directories take 1400 to 3000",
    ],
    ["4000 pixels", "/k.png", writePng([], 4_000, 4_000), "is 4000 × 4000 pixels"],
    ["no square", "/k.png", writePng([], 1_400, 1_401), "is 1400 × 1401 pixels, not square"],
    ["another ending", "/k.jpg", COVER, 'is image/png, but its name ends in "jpg"'],
    ["no ending", "/k", COVER, 'is image/png, but its name ends in ""'],
    ["transparent", "/k.png", oddPng(1_400), "is transparent"],
    [
      "a GIF",
      "/k.gif",
      Buffer.from("GIF89a\x78\x05\x78\x05\0\0\0;", "latin1"),
      "is image/gif, which",
    ],
    ["nobody can see", "/x.webp", COVER, "its name ends neither in .jpg nor in .png"],
  ])("whose artwork is %s", async (_name, image, bytes, reason) => {
    const place = image === "/x.webp" ? "static/other.png" : `static${image}`;
    const told = await toldOf({ image }, { [place]: bytes });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`feeds/siar.rss podcast.image: ${reason}`);
  });

  it("whose artwork is a JPEG by either ending", async () => {
    const jpeg = writeJpeg({ width: 3_000, height: 3_000 });
    for (const image of ["/k.jpg", "/k.jpeg"]) {
      expect(await toldOf({ image }, { [`static${image}`]: jpeg })).toEqual([]);
    }
  });
});

describe("an episode", () => {
  const remote = (fields: Record<string, unknown>) => ({
    ...{ length: 9, duration: "1:00", url: "https://cdn.example/e.mp3", ...fields },
  });
  it.each([
    [{ audio: remote({}) }, []],
    [{ audio: remote({ length: 0 }) }, ["audio: nobody knows how long e.mp3 is"]],
    [{ audio: remote({ duration: undefined }) }, ["duration: no duration"]],
    [
      { audio: remote({ url: "https://cdn.example/e.ogg" }) },
      ["audio: e.ogg is audio/ogg, which Apple does not take"],
    ],
    [
      { audio: remote({ url: "https://cdn.example/é日.mp3" }) },
      ["audio: é日.mp3 is no ASCII name"],
    ],
    [{ audio: remote({ url: "https://cdn.example/e%20f.mp3?x=%C3%A9" }) }, []],
    [
      { audio: remote({ url: "https://cdn.example/e", type: "audio/mpeg" }) },
      ["audio: e is audio/mpeg, which its name does not say"],
    ],
    [
      { audio: "/a.mp3", artwork: "/small.png" },
      ["episode_image: is 700 × 700 pixels; directories take 1400 to 3000"],
    ],
  ])("%j", async (fields, reasons) => {
    const files = { "articles/a.md": recordOf(fields), "static/small.png": writePng([], 700, 700) };
    const told = await toldOf({}, files);
    expect(told).toEqual(reasons.map((reason) => `articles/a.md ${reason}`));
  });

  it("of a serial has a number", async () => {
    const files = {
      "articles/b.md": recordOf({ audio: "/a.mp3", episode: 1 }),
      "articles/c.md": recordOf({ audio: "/a.mp3", episode_type: "trailer" }),
    };
    expect(await toldOf({ type: "serial" }, files)).toEqual([
      "articles/a.md episode: an episode of a serial has no number",
    ]);
    expect(await toldOf({ type: "episodic" }, files)).toEqual([]);
  });

  it("has its number alone in its season", async () => {
    const record = (season: number, episode_type = "full") =>
      recordOf({ audio: "/a.mp3", episode: 1, season, episode_type });
    const files = {
      ...{ "articles/b.md": record(1), "articles/c.md": record(1) },
      ...{ "articles/d.md": record(2), "articles/e.md": record(1, "bonus") },
    };
    const told = await toldOf({}, files);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^articles\/[bc]\.md episode: 1 is the number of [bc]\.md, too$/);
  });
});
