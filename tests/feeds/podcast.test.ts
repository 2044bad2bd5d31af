import { describe, expect, it } from "vitest";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { writePng } from "../articles/pictures/write-picture.ts";
import { id3Tag, writeMp3, writeMp4 } from "../articles/recordings/write-recording.ts";
import { childrenOf, readXml, textsOf } from "../formats/documents.ts";
import { makePodcast, reasonsOf, recordOf, SITE } from "./podcast-site.ts";

const COVER = writePng([], 1_400, 1_400);
const PODCAST = { image: "/cover.png", category: "News > Daily News" };
const FEED = { kind: "podcast", title: "Siar", description: "Siaran.", podcast: PODCAST };
const CHAPTERS = [
  { startMs: 0, endMs: 2_000, title: "Satu" },
  { startMs: 2_000, endMs: 4_000, title: "Dua" },
];
const FILES = { "static/cover.png": COVER, "static/a.mp3": writeMp3(4) };

async function rssOf(...given: Parameters<typeof makePodcast>) {
  const made = await makePodcast(...given);
  const channel = readXml(renderRss(made.feed));
  return { made, channel, items: childrenOf(channel, "item") };
}

describe("a podcast", () => {
  it("holds the articles that can be heard, with what their files tell", async () => {
    const { made, items } = await rssOf(
      {
        ...FILES,
        "articles/a.md": recordOf({ audio: "/a.mp3", episode: 3 }),
        "articles/b.md": recordOf({ title: "Tanpa suara" }),
        "articles/c.md": recordOf({ audio: { url: "https://cdn.example/c.mp3", length: 9 } }),
      },
      FEED,
    );
    expect(items).toHaveLength(2);
    const [own] = items.filter((item) => textsOf(item, "itunes:episode")[0] === "3");
    const bytes = String(FILES["static/a.mp3"].length);
    expect(childrenOf(own, "enclosure")).toMatchObject([
      { "@url": "https://site.example/a.mp3", "@length": bytes, "@type": "audio/mpeg" },
    ]);
    expect(textsOf(own, "itunes:duration")).toEqual(["4"]);
    const { items: shown } = JSON.parse(renderJsonFeed(made.feed));
    expect(shown.flatMap((item: { attachments: unknown }) => item.attachments)).toContainEqual({
      ...{ url: "https://site.example/a.mp3", mime_type: "audio/mpeg" },
      ...{ size_in_bytes: FILES["static/a.mp3"].length, duration_in_seconds: 4 },
    });
    expect(reasonsOf(made)).toEqual(["articles/c.md duration: no duration"]);
  });

  it("keeps an episode's guid through a new title and a new recording", async () => {
    const guid = async (fields: Record<string, unknown>, file: string) => {
      const { items } = await rssOf({ ...FILES, [`articles/${file}`]: recordOf(fields) }, FEED);
      return childrenOf(items[0], "guid").map((one) => [one["#"], one["@isPermaLink"]]);
    };
    const one = await guid({ audio: "/a.mp3" }, "satu.md");
    const other = await guid({ title: "Lain", audio: "https://cdn.example/z.mp3" }, "satu.md");
    expect(one).toEqual([["https://site.example/satu/", "false"]]);
    expect(other).toEqual(one);
    const moved = await guid({ id: "tag:a", audio: "/a.mp3" }, "dua.md");
    expect(moved).toEqual([["tag:a", "false"]]);
  });

  it("is a feed like any other where the configuration does not say so", async () => {
    const { feed, files } = await makePodcast(
      { ...FILES, "articles/a.md": recordOf({ audio: "/a.mp3" }) },
      {},
    );
    expect(files).toEqual([]);
    expect(renderRss(feed)).not.toMatch(/itunes:|podcast:/);
  });

  it("gives the notes as content, and as description where they are short enough", async () => {
    const long = Array.from({ length: 300 }, (_, at) => `Alinea ${at} é日.`).join("\n\n");
    const { items } = await rssOf(
      {
        ...FILES,
        "articles/a.md": recordOf({ audio: "/a.mp3" }, "Lihat [laman](/x/)."),
        "articles/b.md": recordOf({ audio: "/a.mp3", summary: "é日".repeat(1_000) }, long),
      },
      FEED,
    );
    const texts = items.map((item) => textsOf(item, "description")[0] ?? "");
    expect(texts).toContain('<p>Lihat <a href="https://site.example/x/">laman</a>.</p>');
    for (const text of texts) expect(text).not.toContain("Alinea 299");
    const summaries = items.map((item) => textsOf(item, "itunes:summary")[0] ?? "");
    const [cut = ""] = summaries.filter((text) => text.startsWith("é日"));
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(4_000);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(3_990);
    expect(cut).toMatch(/^(?:é日)+é?…$/);
  });
});

describe("persons", () => {
  const podcast = { ...PODCAST, persons: [{ name: "Maya" }, { name: "Wulan", role: "producer" }] };
  it.each([
    [{}, []],
    [{ guests: ["Sari"] }, ["Maya", "Wulan", "Sari"]],
    [{ guests: ["Maya"] }, ["Wulan", "Maya"]],
    [{ persons: ["Sari"] }, ["Sari"]],
    [{ hosts: ["Sari"], guests: ["Budi"] }, ["Sari", "Budi"]],
  ])("of an episode with %j", async (fields, names) => {
    const record = recordOf({ audio: "/a.mp3", ...fields });
    const { channel, items } = await rssOf(
      { ...FILES, "articles/a.md": record },
      { ...FEED, podcast },
    );
    expect(textsOf(channel, "podcast:person")).toEqual(["Maya", "Wulan"]);
    expect(textsOf(items[0], "podcast:person")).toEqual(names);
  });
});

describe("the picture of an episode", () => {
  const square = writePng([], 1_500, 1_500);
  const wide = writePng([], 1_600, 900);
  const cover = writeMp3(4, { tag: id3Tag(CHAPTERS, COVER) });
  const files = { ...FILES, "static/s.png": square, "static/w.png": wide, "static/t.mp3": cover };
  it.each([
    ["none", { audio: "/a.mp3" }, undefined],
    ["a square lead picture", { audio: "/t.mp3", image: "/s.png" }, "/s.png"],
    ["its own, not the lead", { audio: "/a.mp3", image: "/w.png", artwork: "/s.png" }, "/s.png"],
    [
      "the file's, where the lead is wide",
      { audio: "/t.mp3", image: "/w.png" },
      "/feeds/siar/a.png",
    ],
    ["the file's, where there is no other", { audio: "/t.mp3" }, "/feeds/siar/a.png"],
    ["a picture nobody can look at", { audio: "/a.mp3", image: "/x.jpg" }, "/x.jpg"],
  ])("is %s", async (_name, fields, place) => {
    const { made, items } = await rssOf({ ...files, "articles/a.md": recordOf(fields) }, FEED);
    const urls = childrenOf(items[0], "itunes:image").map((image) => image["@href"]);
    expect(urls).toEqual(place === undefined ? [] : [new URL(place, SITE.url).href]);
    const covers = made.files.filter((file) => file.path.endsWith(".png"));
    expect(covers.map(({ path, bytes }) => [path, bytes.equals(COVER)])).toEqual(
      place?.startsWith("/feeds/") ? [["siar/a.png", true]] : [],
    );
  });

  it.each([
    [{ audio: "/a.mp3", artwork: "/s.png" }, undefined],
    [{ audio: "/a.mp3", image: "/s.png" }, undefined],
    [{ audio: "/t.mp3" }, undefined],
    [{ audio: "/t.mp3", image_credit: "Foto: Maya Hendrawan" }, "/feeds/siar/a.png"],
    [{ audio: "/a.mp3", artwork: { src: "/s.png", credit: "Maya Hendrawan" } }, "/s.png"],
  ])("is withheld where nobody is named: %j", async (fields, place) => {
    const feed = { ...FEED, credits: { missing: "withhold" } };
    const { items } = await rssOf({ ...files, "articles/a.md": recordOf(fields) }, feed);
    expect(childrenOf(items[0], "itunes:image")).toMatchObject(
      place === undefined ? [] : [{ "@href": new URL(place, SITE.url).href }],
    );
    expect(JSON.stringify(items[0]).includes(".png")).toBe(place !== undefined);
  });

  it("names who made it, wherever it comes from", async () => {
    const credit = { image_credit: "Foto: Maya Hendrawan" };
    for (const fields of [
      { audio: "/a.mp3", artwork: { src: "/s.png", credit: "Foto: Maya Hendrawan" } },
      { audio: "/t.mp3", ...credit },
      { audio: "/a.mp3", image: "/s.png", ...credit },
    ]) {
      const { items } = await rssOf({ ...files, "articles/a.md": recordOf(fields) }, FEED);
      const contents = childrenOf(items[0], "media:content");
      const shown = childrenOf(items[0], "itunes:image")[0]?.["@href"];
      expect(contents.map((content) => content["@url"])).toEqual([shown]);
      expect(textsOf(contents[0], "media:credit")).toEqual(["Maya Hendrawan"]);
    }
  });
});

describe("the files beside the feed", () => {
  const VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n";
  const SRT = "1\n00:00:00,000 --> 00:00:01,000\nHalo\n";

  it("are transcripts and chapters, and remote ones stay where they are", async () => {
    const { made, items } = await rssOf(
      {
        ...FILES,
        "static/t.m4a": writeMp4({ chapters: CHAPTERS, seconds: 4 }),
        "articles/satu.md": recordOf({
          audio: "/t.m4a",
          transcript: ["satu.vtt", "satu.srt", "https://cdn.example/satu.json"],
        }),
        ...{ "articles/satu.vtt": VTT, "articles/satu.srt": SRT },
      },
      FEED,
    );
    const transcripts = childrenOf(items[0], "podcast:transcript");
    expect(transcripts.map((one) => [one["@url"], one["@type"], one["@rel"]])).toEqual([
      ["https://site.example/feeds/siar/satu.vtt", "text/vtt", "captions"],
      ["https://site.example/feeds/siar/satu.srt", "application/x-subrip", "captions"],
      ["https://cdn.example/satu.json", "application/json", undefined],
    ]);
    expect(childrenOf(items[0], "podcast:chapters")).toMatchObject([
      {
        "@url": "https://site.example/feeds/siar/satu.chapters.json",
        "@type": "application/json+chapters",
      },
    ]);
    const byPath = new Map(made.files.map((file) => [file.path, String(file.bytes)]));
    expect([...byPath.keys()]).toEqual([
      "siar/satu.vtt",
      "siar/satu.srt",
      "siar/satu.chapters.json",
    ]);
    expect(byPath.get("siar/satu.vtt")).toBe(VTT);
    expect(JSON.parse(byPath.get("siar/satu.chapters.json") ?? "")).toEqual({
      ...{ version: "1.2.0", title: "Judul", podcastName: "Siar" },
      chapters: [
        { startTime: 0, title: "Satu" },
        { startTime: 2, title: "Dua" },
      ],
    });
    expect(reasonsOf(made)).toEqual([]);
  });

  it.each([
    ["a list of the record", ["0:00 Awal", "0:03 Akhir"], ["Awal", "Akhir"]],
    ["a JSON file", "_c.json", ["Awal"]],
    ["a file of lines", "/c.txt", ["Mula", "Tamat"]],
    ["nothing broken", "/broken.json", ["Satu", "Dua"]],
    ["nothing hidden", "/.c.json", ["Satu", "Dua"]],
  ])("chapters are taken from %s", async (_name, chapters, titles) => {
    const { made } = await rssOf(
      {
        ...FILES,
        "static/t.m4a": writeMp4({ chapters: CHAPTERS, seconds: 4 }),
        "static/c.txt": "0:00 Mula\n0:02 Tamat\n0:09 Lewat\n",
        "static/broken.json": "{]",
        "static/.c.json": '{"chapters":[{"startTime":0,"title":"Rahasia"}]}',
        "articles/_c.json": '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Awal"}]}',
        "articles/a.md": recordOf({ audio: "/t.m4a", chapters }),
      },
      FEED,
    );
    const document = JSON.parse(String(made.files[0]?.bytes));
    expect(document.chapters.map((one: { title: string }) => one.title)).toEqual(titles);
    const isTold = typeof chapters === "string" && chapters.startsWith("/");
    expect(made.problems).toHaveLength(isTold ? 1 : 0);
  });

  it("leaves out a broken transcript, and says so", async () => {
    const { made, items } = await rssOf(
      {
        ...FILES,
        "articles/a.md": recordOf({ audio: "/a.mp3", transcript: ["a.vtt", "a.srt", "b.vtt"] }),
        "articles/a.vtt": "00:00.000 --> 00:01.000\nHalo\n",
        "articles/a.srt": Buffer.from("1\n00:00:00,000 --> 00:00:01,000\nH\xe9\n", "latin1"),
      },
      FEED,
    );
    expect(reasonsOf(made)).toEqual([
      'articles/a.md transcript: /a/a.vtt does not begin with "WEBVTT"; it is left out',
      "articles/a.md transcript: /a/a.srt is not in UTF-8; it is left out",
    ]);
    expect(made.files).toEqual([]);
    expect(childrenOf(items[0], "podcast:transcript")).toHaveLength(1);
  });

  it("have ASCII names of their own", async () => {
    const record = (title: string) => recordOf({ title, audio: "/a.mp3", chapters: ["0:00 A"] });
    const { made } = await rssOf(
      {
        ...FILES,
        ...{ "articles/x/Café Brûlé.md": record("A"), "articles/y/berita.md": record("B") },
        ...{ "articles/z/berita.md": record("C"), "articles/洪水.md": record("D") },
      },
      FEED,
    );
    const names = made.files.map((file) => file.path);
    expect(new Set(names).size).toBe(4);
    expect(names).toContain("siar/cafe-brule.chapters.json");
    for (const name of names) expect(name).toMatch(/^siar\/[a-z0-9-]+\.chapters\.json$/);
    for (const { feed } of [made]) expect(renderRss(feed)).not.toMatch(/[^\x00-\x7f]\.chapters/);
  });
});
