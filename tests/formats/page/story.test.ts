/** One item on a page. */
import { describe, expect, it } from "vitest";
import { home } from "../documents.ts";
import { dataOf, LONG, NOTHING, pageWith, picture } from "./pages.ts";

describe("a story", () => {
  it("has its title, date, authors, section and picture with caption, credit and licence", () => {
    const page = pageWith({
      title: "A & B",
      published: new Date("2026-11-01T22:30:00Z"),
      date: new Date("2026-11-02T22:30:00Z"),
      author: [{ name: "Ana Ruiz" }, { name: "Bo Li", link: "https://site.example/bo" }],
      category: [{ name: "Harbour" }],
      summary: "In short.",
      images: [picture],
    });
    const [story] = page.all("article");
    const inStory = (name: string) => story?.elements.filter((one) => one.name === name) ?? [];
    expect(inStory("h2").map(({ text }) => text)).toEqual(["A & B"]);
    expect(inStory("time").map(({ attributes, text }) => [attributes["datetime"], text])).toEqual([
      ["2026-11-01T22:30:00Z", "November 2, 2026 05:30 UTC+7"],
      ["2026-11-02T22:30:00Z", "November 3, 2026 05:30 UTC+7"],
    ]);
    expect(inStory("figcaption").map(({ text }) => text)).toEqual([
      "Boats at dusk Photo: Ana Ruiz/EFE",
    ]);
    expect(story?.text).toContain("Ana Ruiz, Bo Li");
    expect(story?.text).toContain("Licence: CC BY-SA 4.0");
    expect(story?.text).toContain("In short.");
  });

  it("shows a long text behind a button, and its beginning once", () => {
    const page = pageWith({ content: `<figure><img src="a.jpg" alt=""></figure>${LONG}` });
    const [details] = page.all("details");
    expect(details?.elements[0]?.text).toBe("Read on: Article");
    expect(page.all("p", "beginning")).toHaveLength(1);
    expect(details?.elements.filter(({ name }) => name === "img")).toEqual([]);
    expect(page.all("img").at(-1)?.attributes["src"]).toBe(`${home}a.jpg`);
  });

  it("begins with words of the story, not with who made its picture", () => {
    const lone = "<figure><figcaption><small>Photo: Ana Ruiz/EFE</small></figcaption></figure>";
    const page = pageWith({ content: `${lone}${LONG}` });
    expect(page.all("p", "standfirst")[0]?.text).toMatch(/^Words of a long story\./);
    const [{ item }] = dataOf(page).mainEntity.itemListElement;
    expect(item.description).toMatch(/^Words of a long story\./);
  });

  it("shows a summary without the marks of footnotes once", () => {
    const content = '<p>Words<sup><a href="#n">[1]</a></sup> of it.</p><p id="n">Note.</p>';
    const page = pageWith({ content, summary: "Words of it." });
    expect(page.all("p", "standfirst")).toEqual([]);
  });

  it("has its transcripts in the languages that they are in, and under a film", () => {
    const transcripts = ["en", "id"].map((language) => ({
      ...{ url: `${home}${language}.vtt`, type: "text/vtt" as const, isCaptions: true, language },
    }));
    const episode = { kind: "full", isBlocked: false, transcripts, ...NOTHING } as const;
    const video = { url: `${home}a.mp4`, type: "video/mp4", length: 9, duration: 61 };
    const page = pageWith({ video, episode });
    expect(page.all("track").map(({ attributes }) => attributes["srclang"])).toEqual(["en", "id"]);
    expect(page.all("p", "files")[0]?.text).toMatch(/Transcript \(VTT, en\) · .*\(VTT, id\)/);
  });

  it("in a language that nobody names runs as its letters do", () => {
    const text = "نص";
    const unnamed = pageWith({ title: text, summary: text, content: LONG });
    for (const [name, className] of [["h2"], ["p", "standfirst"], ["div", "content"]] as const) {
      expect(unnamed.all(name, className).at(-1)?.attributes["dir"]).toBe("auto");
    }
    expect(pageWith({ language: "ar" }).all("h2").at(-1)?.attributes["dir"]).toBeUndefined();
  });

  it("shows a short text at once", () => {
    const page = pageWith({ content: "<p>Short.</p>", summary: "Short." });
    expect(page.all("details")).toEqual([]);
    expect(page.all("article")[0]?.text.match(/Short\./g)).toHaveLength(1);
  });

  it("in another language says so, and the page's own words in it do, too", () => {
    const page = pageWith({ language: "ar", content: LONG });
    const { lang, dir } = page.all("div", "body")[0]?.attributes ?? {};
    expect([lang, dir]).toEqual(["ar", "rtl"]);
    expect(page.all("summary")[0]?.attributes).toMatchObject({ lang: "en", dir: "ltr" });
  });

  it("shows one picture where its content has it, and a lone credit once", () => {
    const twice = pageWith({ images: [picture], content: `<p>a</p><img src="${picture.url}">` });
    expect(twice.all("img").filter((one) => one.attributes["src"] === picture.url)).toHaveLength(1);
    const lone = "<figure><figcaption><small>Photo: Ana Ruiz/EFE</small></figcaption></figure>";
    const page = pageWith({ images: [picture], content: `<p>a</p>${lone}` });
    expect(page.all("small").map(({ text }) => text)).toEqual(["Photo: Ana Ruiz/EFE"]);
  });

  it("names files of our own from where the page stands", () => {
    const image = { url: `${home}feeds/media/a.jpg` };
    const page = pageWith({ images: [image], summary: `not ${image.url}` });
    expect(page.all("img").at(-1)?.attributes["src"]).toBe("../media/a.jpg");
    expect(page.all("article")[0]?.text).toContain(`not ${image.url}`);
  });
});

describe("an episode", () => {
  const page = pageWith(
    {
      audio: { url: "https://site.example/a.mp3", type: "audio/mpeg", length: 2_345_678 },
      episode: {
        kind: "full",
        isBlocked: false,
        durationSeconds: 3723,
        number: 4,
        transcripts: [{ url: `${home}a.vtt`, type: "text/vtt", isCaptions: false }],
        chaptersUrl: `${home}a.chapters.json`,
        persons: [],
        soundbites: [],
        social: [],
      },
    },
    { podcast: true },
  );

  it("has a player with a name, its length, transcript and chapters", () => {
    const { src, preload, ...rest } = page.all("audio")[0]?.attributes ?? {};
    expect([src, preload, rest["aria-label"]]).toEqual([`${home}a.mp3`, "none", "Article"]);
    expect(page.all("p", "files")[0]?.text).toBe(
      "MP3, 1:02:03, 2.3 MB · Transcript (VTT) · Chapters",
    );
  });

  it("is told to search engines", () => {
    const [{ item }] = dataOf(page).mainEntity.itemListElement;
    expect(item).toMatchObject({
      "@type": "PodcastEpisode",
      episodeNumber: 4,
      associatedMedia: { "@type": "AudioObject", duration: "PT3723S" },
    });
  });
});
