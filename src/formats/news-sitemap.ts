/** Google News sitemap (namespace `sitemap-news/0.9`): the newest articles, for search engines. */
import type { Feed } from "../feeds/feed.ts";
import { readChannel } from "./channel.ts";
import { type Entry, readEntries } from "./entry.ts";
import { firstOfEachId } from "./identifiers.ts";
import { rfc3339Date } from "./instants.ts";
import { element, textElement, type Xml, xmlDocument } from "./xml.ts";

/** Entries without an address or a date cannot stand in it. */
export function renderNewsSitemap(feed: Feed): string {
  const entries = firstOfEachId(readEntries(feed), (entry) => entry.link ?? "");
  const { title, language } = readChannel(feed, entries, "rss");
  const urls = entries.map((entry) => urlElement(entry, title, language));
  return xmlDocument(
    element("urlset", urls, {
      xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
      "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    }),
  );
}

function urlElement(entry: Entry, name: string, language: string | undefined): Xml | undefined {
  const { link, publishedMs, title } = entry;
  if (link === undefined || publishedMs === undefined || title === undefined) return undefined;
  const publication = element("news:publication", [
    textElement("news:name", name),
    textElement("news:language", newsLanguage(entry.language ?? language ?? "en")),
  ]);
  const news = element("news:news", [
    publication,
    textElement("news:publication_date", rfc3339Date(publishedMs)),
    textElement("news:title", title),
  ]);
  return element("url", [textElement("loc", link), news]);
}

/** ISO 639 alone, except for the two kinds of Chinese. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
