/** What the page of a feed says beside its stories, and how it hangs together. */
import { describe, expect, it } from "vitest";
import { renderHtmlPage } from "../../../src/formats/html-page.ts";
import { feedOf, home, itemOf } from "../documents.ts";
import { LONG, linksOf, metaOf, options, pageOf, pageWith } from "./pages.ts";
import { parsePage } from "./parsed.ts";

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
    // A page opened from a disk shows the pictures beside it.
    expect(policy?.["content"]).toMatch(/img-src 'self' .*media-src 'self' /);
  });

  it.each([
    ["a feed of its own", {}, "max-image-preview:large"],
    ["one of a group", { each: "tag" }, "noindex, follow"],
  ] as const)("tells search engines whether to show %s", (_, settings, expected) => {
    const own = pageWith({}, { page: pageOf(settings) });
    expect(metaOf(own, "robots")).toBe(expected);
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

describe("the page", () => {
  const archive = {
    isArchive: true,
    current: linksOf("all"),
    previous: linksOf("all/archive/1"),
    next: linksOf("all/archive/3"),
  };

  it("of what is older leads to the feed that goes on, and has a title of its own", () => {
    const page = pageWith({}, { feedLinks: linksOf("all/archive/2"), archive });
    const [current, ...others] = page.all("button").map((one) => one.attributes["data-copy"]);
    expect([current, others.length]).toEqual([linksOf("all")["rss"], 2]);
    const alternates = page
      .all("link")
      .filter(({ attributes }) => attributes["rel"] === "alternate");
    expect(alternates[0]?.attributes["href"]).toBe(linksOf("all")["rss"]);
    expect(page.all("title")[0]?.text).toBe("Harbour: June 1, 2026");
    expect(metaOf(page, "robots")).toBe("noindex, follow");
  });

  it("leads through archives", () => {
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

  it("leads to the site by its name, and by the feed's to what the feed is about", () => {
    const page = pageWith({}, { link: `${home}talk/` });
    const hrefs = (name: string) =>
      page.all(name)[0]?.elements.map(({ attributes }) => attributes["href"]);
    expect(hrefs("nav")?.[0]).toBe(home);
    expect(hrefs("h1")).toEqual([`${home}talk/`]);
    expect(pageWith({}).all("h1")[0]?.elements).toEqual([]);
  });

  it("names by relative links only what lies in the folder of the pages", () => {
    const sources = (image: string) =>
      pageWith({}, { image })
        .all("img", "picture")
        .map(({ attributes }) => attributes["src"]);
    expect(sources(`${home}images/logo.png`)).toEqual([`${home}images/logo.png`]);
    expect(sources(`${home}feeds/media/logo.png`)).toEqual(["../media/logo.png"]);
  });

  it("waits with every picture but the one on top", () => {
    const stories = (content: string) => {
      const items = ["1", "2"].map((id) => itemOf({ id, content }));
      return parsePage(renderHtmlPage(feedOf(items, { ...options, image: "" })))
        .all("img")
        .map(({ attributes }) => [attributes["fetchpriority"], attributes["loading"]]);
    };
    const figure = '<figure><img src="/a.jpg" alt=""></figure>';
    const [lazy, early] = [
      [undefined, "lazy"],
      ["high", undefined],
    ];
    expect(stories(`${figure}<p>a</p>`)).toEqual([early, lazy]);
    expect(stories(`${LONG}${figure}`)).toEqual([lazy, lazy]);
  });

  it("is small before its stories", () => {
    const empty = renderHtmlPage(feedOf([], { ...options, language: "hi" }));
    expect(Buffer.byteLength(empty)).toBeLessThan(9_000);
  });
});
