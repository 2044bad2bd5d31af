/** What search engines are told. */
import { describe, expect, it } from "vitest";
import { renderHtmlPage } from "../../../src/formats/html-page.ts";
import { readCase } from "../cases.ts";
import { home } from "../documents.ts";
import { dataOf, pageOf, pageWith, picture } from "./pages.ts";
import { parsePage } from "./parsed.ts";

describe("structured data", () => {
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

  it("names its publisher once, and no picture of a topic is a logo", () => {
    const data = dataOf(pageWith({}));
    expect(data.publisher).toEqual({
      "@type": "Organization",
      "@id": `${home}#publisher`,
      name: "The Post",
      url: home,
      logo: { "@type": "ImageObject", url: `${home}logo.png` },
    });
    const [{ item }] = data.mainEntity.itemListElement;
    expect([item["@type"], item.publisher]).toEqual([
      "NewsArticle",
      { "@id": `${home}#publisher` },
    ]);
    const page = pageOf({ siteTitle: "The Post", each: "tag" });
    expect(dataOf(pageWith({}, { page })).publisher.logo).toBeUndefined();
  });

  it("tells of a podcast as a series, and of its films as films", () => {
    const video = { url: "https://site.example/a.mp4", type: "video/mp4", length: 9, duration: 61 };
    const data = dataOf(
      pageWith({ title: "One", video, summary: "S", image: "/a.jpg" }, { podcast: true }),
    );
    const [{ item }] = data.mainEntity.itemListElement;
    expect(data.about).toMatchObject({
      "@type": "PodcastSeries",
      name: "Harbour",
      webFeed: `${home}feeds/section/harbour.rss`,
    });
    expect(item.partOfSeries).toEqual({ "@id": data.about["@id"] });
    expect(item.associatedMedia).toMatchObject({
      "@type": "VideoObject",
      name: "One",
      description: "S",
      uploadDate: "2026-06-01T10:00:00Z",
      thumbnailUrl: `${home}a.jpg`,
    });
  });
});
