/** How to subscribe: the addresses of a feed, and readers that take them. */
import type { Feed } from "../../feeds/feed.ts";
import { addressOf } from "../identifiers.ts";
import { type Html, tag, textTag } from "./markup.ts";
import type { PageContext } from "./page-context.ts";

/** A feed in one of the formats that readers take. */
export interface FeedAddress {
  /** As readers call it. */
  readonly name: string;
  readonly mediaType: string;
  readonly url: string;
}

const FORMATS = [
  ["rss", "RSS", "application/rss+xml"],
  ["atom", "Atom", "application/atom+xml"],
  ["json", "JSON Feed", "application/feed+json"],
] as const;

/** The main one first; of an archive document those of its feed, which alone goes on. */
export function addressesOf({ options }: Feed): readonly FeedAddress[] {
  const { archive, feedLinks } = options;
  const links = archive?.isArchive === true ? archive.current : feedLinks;
  return FORMATS.flatMap(([key, name, mediaType]) => {
    const url = addressOf(links?.[key]);
    return url === undefined ? [] : [{ name, mediaType, url }];
  });
}

type Reader = readonly [name: string, before: string];

/** In front of the feed's address, percent-encoded. */
const READERS: readonly Reader[] = [
  ["Feedly", "https://feedly.com/i/subscription/feed%2F"],
  ["Inoreader", "https://www.inoreader.com/?add_feed="],
  ["NewsBlur", "https://www.newsblur.com/?url="],
  ["The Old Reader", "https://theoldreader.com/feeds/subscribe?url="],
  ["Feedbin", "https://feedbin.com/?subscribe="],
];

const PODCAST_APPS: readonly Reader[] = [
  ["AntennaPod", "https://antennapod.org/deeplink/subscribe?url="],
  ["Podcast Addict", "https://podcastaddict.com/feed/"],
  ["Feedly", "https://feedly.com/i/subscription/feed%2F"],
  ["Inoreader", "https://www.inoreader.com/?add_feed="],
];

/** Undefined where there is nothing to subscribe to. */
export function subscribeBox(feed: Feed, { words, ui }: PageContext): Html | undefined {
  const addresses = addressesOf(feed);
  const [main] = addresses;
  if (main === undefined) return undefined;
  const rows = addresses.map(({ name, url, mediaType }) => {
    const shown = url.replace(/^https?:\/\//, "");
    return tag("li", {}, [
      textTag("span", { class: "label" }, name),
      tag("a", { href: url, type: mediaType, dir: "ltr" }, [breakable(shown)]),
      copyButton(url, name, words.copy, words.copied),
    ]);
  });
  const isPodcast = feed.options.podcast === true || feed.options.show !== undefined;
  const readers = (isPodcast ? PODCAST_APPS : READERS).map(([name, before]) => {
    const href = before + encodeURIComponent(main.url);
    return tag("li", {}, [textTag("a", { href, rel: "noopener nofollow" }, name)]);
  });
  return tag("aside", { class: "subscribe", "aria-labelledby": "subscribe", ...ui }, [
    textTag("h2", { id: "subscribe", class: "label" }, words.subscribe),
    textTag("p", { class: "hint" }, words.hint),
    tag("ul", { class: "addresses" }, rows),
    textTag("h3", { class: "label" }, words.openIn),
    tag("ul", { class: "readers" }, readers),
    tag("p", { class: "hidden", role: "status" }),
  ]);
}

/** An address may be broken behind its slashes only, so that it can be read off the paper. */
function breakable(address: string): Html {
  const parts = address.split("/");
  const broken = parts.flatMap((part, at) => {
    const isLast = at === parts.length - 1;
    return [{ text: isLast ? part : `${part}/` }, isLast ? undefined : tag("wbr", {})];
  });
  return tag("bdi", {}, broken);
}

/** Shown by the script, which alone can make it work. */
function copyButton(url: string, name: string, copy: string, copied: string): Html {
  const data = { "data-copy": url, "data-done": copied };
  return tag("button", { type: "button", class: "copy", hidden: true, ...data }, [
    textTag("span", {}, copy),
    textTag("span", { class: "hidden" }, ` ${name}`),
  ]);
}
