/** The page of all feeds. */
import { describe, expect, it } from "vitest";
import type { FeedOptions } from "../../../src/feeds/feed.ts";
import { renderHtmlIndex } from "../../../src/formats/html-index.ts";
import { feedOf } from "../documents.ts";
import { linksOf, pageOf } from "./pages.ts";
import { parsePage } from "./parsed.ts";

function feedAt(path: string, options: Partial<FeedOptions> = {}, settings = {}) {
  const page = pageOf({ siteTitle: "The Post", entry: path, ...settings });
  return feedOf([], { title: path, feedLinks: linksOf(path), page, ...options });
}

const feeds = [
  feedAt("tag/a", { title: "The Post: a" }, { each: "tag", entry: "tags" }),
  feedAt("all", { title: "The Post", description: "All of it." }),
  feedAt("tag/b", { title: "The Post: b" }, { each: "tag", entry: "tags" }),
  feedAt("talk", { title: "Harbour Talk", podcast: true }),
  feedAt("kinds/c", { title: "The Post: c" }, { each: "tag", entry: "kinds" }),
];

describe("the page of all feeds", () => {
  const page = parsePage(renderHtmlIndex(feeds, "The Post"));

  it("groups them as the configuration does, those of their own first", () => {
    const groups = page.all("section", "group").map(({ elements }) => ({
      title: elements.find(({ name }) => name === "h2")?.text,
      feeds: elements
        .filter(({ attributes }) => attributes["class"] === "name")
        .map(({ text, elements: [link] }) => [text, link?.attributes["href"]]),
    }));
    expect(groups).toEqual([
      { title: "Feeds", feeds: [["The Post", "all.html"]] },
      { title: "Podcasts", feeds: [["Harbour Talk", "talk.html"]] },
      {
        title: "Topics (tags)",
        feeds: [
          ["a", "tag/a.html"],
          ["b", "tag/b.html"],
        ],
      },
      { title: "Topics (kinds)", feeds: [["c", "kinds/c.html"]] },
    ]);
  });

  it("is a plain list without its script: the box waits for that", () => {
    expect("hidden" in (page.all("form")[0]?.attributes ?? {})).toBe(true);
    expect(page.all("li").every(({ attributes }) => !("hidden" in attributes))).toBe(true);
  });

  it("links to every document, and announces those of feeds of their own", () => {
    const hrefs = page.all("a").map(({ attributes }) => attributes["href"]);
    for (const { options } of feeds) expect(hrefs).toContain(options.feedLinks?.["atom"]);
    const announced = page
      .all("link")
      .filter(({ attributes }) => attributes["rel"] === "alternate");
    expect(announced).toHaveLength(6);
  });

  it("offers the list of all feeds where there is one", () => {
    const links = { ...linksOf("all"), opml: "https://site.example/feeds/all.opml" };
    const listed = parsePage(renderHtmlIndex([feedAt("all", { feedLinks: links })], "S"));
    expect(listed.all("p", "opml")[0]?.elements[0]?.attributes["href"]).toBe("feeds.opml");
  });

  it("is a page even where nothing is known of the site", () => {
    const plain = parsePage(renderHtmlIndex([feedOf([])], " "));
    expect(plain.errors).toEqual([]);
    expect(parsePage(renderHtmlIndex([], "S")).all("h1")[0]?.text).toBe("S");
  });
});
