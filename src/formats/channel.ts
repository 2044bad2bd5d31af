/** What the formats have to say about a feed as a whole, read once for all of them. */
import type { Feed } from "../feeds/feed.ts";
import { positiveInteger } from "./enclosures.ts";
import type { Entry, Person } from "./entry.ts";
import { languageOf, peopleOf } from "./entry.ts";
import { addressOf } from "./identifiers.ts";
import { instantOf } from "./instants.ts";
import { fitLine } from "./text.ts";

/** The formats a feed is published in, by the keys of `feedLinks`. */
export type Publication = "rss" | "atom" | "json";

export interface Channel {
  /** Never empty. */
  readonly title: string;
  readonly description: string | undefined;
  /** The page that the feed is about. */
  readonly home: string | undefined;
  /** The address this very document is fetched from. */
  readonly self: string | undefined;
  /** WebSub hubs. */
  readonly hubs: readonly string[];
  /** As given; see `uriOfId`. */
  readonly id: string | undefined;
  readonly language: string | undefined;
  readonly rights: string | undefined;
  readonly author: Person | undefined;
  readonly contributors: readonly Person[];
  readonly categories: readonly string[];
  readonly image: string | undefined;
  readonly favicon: string | undefined;
  readonly generator: string | undefined;
  /** For browsers, where a program asks for one. */
  readonly stylesheet: string | undefined;
  /** Minutes. */
  readonly ttl: number | undefined;
  /** The newest change among what the feed shows; undefined for an empty feed. */
  readonly updatedMs: number | undefined;
}

/** @param publication whose address is `self`. */
export function readChannel(
  feed: Feed,
  entries: readonly Entry[],
  publication: Publication,
): Channel {
  const { options } = feed;
  const home = addressOf(options.link);
  // `feed` has one address for RSS and Atom, whichever the program renders.
  const common = publication === "json" ? undefined : options.feed;
  const self = addressOf(options.feedLinks?.[publication] ?? common, home);
  return {
    title: fitLine(options.title) ?? home ?? self ?? "–",
    description: fitLine(options.description),
    home,
    self,
    hubs: [...new Set([options.hub, ...(options.hubs ?? [])].map((hub) => addressOf(hub)))].filter(
      (hub) => hub !== undefined,
    ),
    id: fitLine(options.id),
    language: languageOf(options.language),
    rights: fitLine(options.copyright),
    author: peopleOf(options.author && [options.author])[0],
    contributors: peopleOf(feed.contributors),
    categories: [...new Set(feed.categories.map(fitLine))].filter((name) => name !== undefined),
    image: addressOf(options.image, home),
    favicon: addressOf(options.favicon, home),
    generator: options.generator === false ? undefined : fitLine(options.generator ?? "feedwright"),
    stylesheet: addressOf(options.stylesheet, home),
    ttl: positiveInteger(options.ttl),
    updatedMs: instantOf(options.updated) ?? newestOf(entries),
  };
}

function newestOf(entries: readonly Entry[]): number | undefined {
  let newest: number | undefined;
  for (const { updatedMs } of entries) {
    if (updatedMs !== undefined && (newest === undefined || updatedMs > newest)) newest = updatedMs;
  }
  return newest;
}
