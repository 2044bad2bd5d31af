/** Pages to test: their settings, and what is read back of them. */
import type { FeedOptions, Item } from "../../../src/feeds/feed.ts";
import type { PageSettings } from "../../../src/feeds/page-settings.ts";
import { renderHtmlPage } from "../../../src/formats/html-page.ts";
import { feedOf, home, itemOf } from "../documents.ts";
import { type ParsedPage, parsePage } from "./parsed.ts";

export function pageOf(settings: Partial<PageSettings> = {}): PageSettings {
  return {
    siteTitle: "Site",
    siteUrl: home,
    siteLanguage: "en",
    root: `${home}feeds/`,
    timezone: "UTC",
    entry: "all",
    look: {},
    ...settings,
  };
}

/** The addresses of a feed's documents. */
export function linksOf(path: string): Readonly<Record<string, string>> {
  const at = (ending: string) => `${home}feeds/${path}.${ending}`;
  return { rss: at("rss"), atom: at("atom"), json: at("json"), html: at("html") };
}

export const LONG = `<p>${"Words of a long story. ".repeat(40)}</p>`;
export const picture = {
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
export const NOTHING = { persons: [], soundbites: [], social: [] };
export const options: Partial<FeedOptions> = {
  title: "Harbour",
  description: "News of the harbour.",
  image: "/logo.png",
  feedLinks: linksOf("section/harbour"),
  page: pageOf({ siteTitle: "The Post", timezone: "Asia/Jakarta" }),
};

export function pageWith(item: Partial<Item>, more: Partial<FeedOptions> = {}): ParsedPage {
  return parsePage(renderHtmlPage(feedOf([itemOf(item)], { ...options, ...more })));
}

export function dataOf(page: ParsedPage) {
  return JSON.parse(page.all("script").at(-1)?.text ?? "{}");
}

export function metaOf(page: ParsedPage, name: string): string | undefined {
  return page.all("meta").find(({ attributes }) => attributes["name"] === name)?.attributes[
    "content"
  ];
}
