/** What the page of a feed says, and how it hangs together. */
import { describe, expect, it } from "vitest";
import type { FeedOptions, Item } from "../../../src/feeds/feed.ts";
import { renderHtmlPage } from "../../../src/formats/html-page.ts";
import { readCase } from "../cases.ts";
import { feedOf, home, itemOf } from "../documents.ts";
import { linksOf, pageOf } from "./pages.ts";
import { type ParsedPage, parsePage } from "./parsed.ts";

const LONG = `<p>${"Words of a long story. ".repeat(40)}</p>`;
const picture = {
  url: "https://site.example/a.jpg",
  alt: "Two boats",
  caption: "Boats at dusk",
  credit: {
    creators: ["Ana Ruiz"],
    source: "EFE",
    copyrightNotice: "© 2026 EFE",
    license: "https://creativecommons.org/licenses/by-sa/4.0/",
    acquireLicensePage: "https://efe.example/buy",
    raw: "Photo: Ana Ruiz/EFE",
  },
};
const options: Partial<FeedOptions> = {
  title: "Harbour",
  description: "News of the harbour.",
  image: "/logo.png",
  feedLinks: linksOf("section/harbour"),
  page: pageOf({ siteTitle: "The Post", timezone: "Asia/Jakarta" }),
};

function pageWith(item: Partial<Item>, more: Partial<FeedOptions> = {}): ParsedPage {
  return parsePage(renderHtmlPage(feedOf([itemOf(item)], { ...options, ...more })));
}

function dataOf(page: ParsedPage) {
  return JSON.parse(page.all("script").at(-1)?.text ?? "{}");
}

describe("the head", () => {
  const page = pageWith({});
  const links = page.all("link").map(({ attributes }) => attributes);

  it("announces every format, and names the page itself", () => {
    const alternates = links.filter(({ rel }) => rel === "alternate");
    expect(alternates.map(({ type, title, href }) => [type, title, href])).toEqual([
      ["application/rss+xml", "Harbour (RSS)", `${home}feeds/section/harbour.rss`],
      ["application/atom+xml", "Harbour (Atom)", `${home}feeds/section/harbour.atom`],
      ["application/feed+json", "Harbour (JSON Feed)", `${home}feeds/section/harbour.json`],
    ]);
    expect(links.find(({ rel }) => rel === "canonical")?.["href"]).toBe(
      `${home}feeds/section/harbour.html`,
    );
  });

  it("takes style and script from the folder of the pages, and nothing that stands in the page", () => {
    const style = links.find(({ rel }) => rel === "stylesheet")?.["href"];
    expect(style).toMatch(/^\.\.\/feedwright-[\da-f]{16}\.css$/);
    const policy = page.all("meta").find((one) => "http-equiv" in one.attributes)?.attributes;
    expect(policy?.["content"]).toContain("default-src 'none'");
    expect(policy?.["content"]).not.toMatch(/unsafe|\*/);
  });
});

describe("how to subscribe", () => {
  it("offers a button for each address, and readers with the address in theirs", () => {
    const page = pageWith({});
    const url = `${home}feeds/section/harbour.rss`;
    const buttons = page.all("button").map(({ attributes }) => attributes);
    expect(buttons.map((one) => [one["data-copy"], "hidden" in one])[0]).toEqual([url, true]);
    const hrefs = page.all("a").map(({ attributes }) => attributes["href"]);
    expect(hrefs).toContain(`https://feedly.com/i/subscription/feed%2F${encodeURIComponent(url)}`);
    expect(hrefs).toContain(`https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}`);
  });

  it("is left out where there is nothing to subscribe to", () => {
    expect(pageWith({}, { feedLinks: {} }).all("aside")).toEqual([]);
  });

  it("names apps for podcasts", () => {
    const names = pageWith({}, { podcast: true })
      .all("a")
      .map(({ text }) => text);
    expect(names).toContain("AntennaPod");
    expect(names).not.toContain("NewsBlur");
  });
});

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

describe("the page", () => {
  it.each(["credited-pictures", "many-languages", "podcast", "recording"])(
    "tells people and search engines of the same makers: %s",
    (name) => {
      const page = parsePage(renderHtmlPage(readCase(name)));
      const stories = page.all("article").map(({ text }) => text);
      const told: readonly unknown[] = dataOf(page).mainEntity.itemListElement;
      expect(told.length).toBe(stories.length);
      for (const [at, story] of stories.entries()) {
        const names = [...JSON.stringify(told[at]).matchAll(/"creator":\[(.*?)\]/g)].flatMap(
          ([, makers = ""]) =>
            [...makers.matchAll(/"name":"([^"]+)"/g)].map(([, one]) => one ?? ""),
        );
        expect(names.filter((one) => !story.includes(one))).toEqual([]);
      }
    },
  );

  it("tells search engines who made the pictures", () => {
    const [{ item }] = dataOf(pageWith({ images: [picture] })).mainEntity.itemListElement;
    expect(item.image).toEqual([
      {
        "@type": "ImageObject",
        contentUrl: picture.url,
        caption: "Boats at dusk",
        creditText: "Ana Ruiz/EFE",
        creator: [{ "@type": "Person", name: "Ana Ruiz" }],
        copyrightNotice: "© 2026 EFE",
        license: picture.credit.license,
        acquireLicensePage: picture.credit.acquireLicensePage,
      },
    ]);
  });

  it("leads through archives", () => {
    const archive = {
      isArchive: true,
      current: linksOf("all"),
      previous: linksOf("all/archive/1"),
      next: linksOf("all/archive/3"),
    };
    const page = pageWith({}, { feedLinks: linksOf("all/archive/2"), archive });
    const links = page
      .all("nav", "paging")[0]
      ?.elements.map(({ attributes, text }) => [text, attributes["href"]]);
    expect(links).toEqual([
      ["Latest", "../../all.html"],
      ["Newer", "3.html"],
      ["Older", "1.html"],
    ]);
  });

  it("without stories says so", () => {
    const page = parsePage(renderHtmlPage(feedOf([], { ...options, language: "de" })));
    expect(page.all("p", "empty")[0]?.text).toBe("Noch ist nichts veröffentlicht.");
  });

  it("in a language that it has no words for says in which its own are", () => {
    const page = pageWith({}, { language: "sw" });
    expect(page.all("html")[0]?.attributes["lang"]).toBe("sw");
    expect(page.all("aside")[0]?.attributes["lang"]).toBe("en");
  });

  it("stands in the frame that a site owner gives", () => {
    const template = `<!DOCTYPE html><html lang="{{ lang }}"><head>{{head}}</head>
<body class="own">{{main}}{{unknown}}</body></html>`;
    const page = pageOf({ look: { template, accent: "#0a6", logo: `${home}own.svg` } });
    const document = renderHtmlPage(feedOf([itemOf({ title: "{{head}}" })], { ...options, page }));
    const parsed = parsePage(document);
    expect(parsed.all("body", "own")).toHaveLength(1);
    expect(parsed.all("h2").at(-1)?.text).toBe("{{head}}");
    expect(parsed.all("header")).toEqual([]);
    expect(document).toContain("{{unknown}}");
  });

  it("is small before its stories", () => {
    const empty = renderHtmlPage(feedOf([], { ...options, language: "hi" }));
    expect(Buffer.byteLength(empty)).toBeLessThan(9_000);
  });
});
