/** OPML 2.0 (http://opml.org/spec2.opml): a list of feeds that readers import in one go. */
import type { Feed } from "../feeds/feed.ts";
import { readChannel } from "./channel.ts";
import { element, emptyElement, textElement, type Xml, xmlDocument } from "./xml.ts";

/** @param title of the list, such as the name of the site. */
export function renderOpml(feeds: readonly Feed[], title: string): string {
  const outlines = feeds.map(outlineOf).filter((outline) => outline !== undefined);
  const head = element("head", [textElement("title", title)]);
  return xmlDocument(element("opml", [head, element("body", outlines)], { version: "2.0" }));
}

/** Readers of OPML know `type="rss"` for every kind of feed; what it is they see by its address. */
function outlineOf(feed: Feed): Xml | undefined {
  const publication = (["rss", "atom", "json"] as const).find(
    (name) => feed.options.feedLinks?.[name],
  );
  if (publication === undefined) return undefined;
  const { title, self, home, description, language } = readChannel(feed, [], publication);
  if (self === undefined) return undefined;
  return emptyElement("outline", {
    ...{ type: "rss", text: title, title, xmlUrl: self, htmlUrl: home, description, language },
    ...(publication === "json" ? {} : { version: publication === "rss" ? "RSS2" : "ATOM1" }),
  });
}
