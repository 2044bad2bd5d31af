/** A reader of feeds: it knows an item by its id, and forgets none. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { storyOf } from "./moved-sites.ts";

export type FormatName = "rss" | "atom" | "json";

export interface ReadItem {
  readonly id: string;
  readonly story: string;
  readonly published: number;
}

/** What a document shows. */
export function itemsIn(format: FormatName, text: string): readonly ReadItem[] {
  return READERS[format](text).map(([id = "", content = "", published = ""]) => {
    return { id, story: storyOf(content), published: Date.parse(published) };
  });
}

type Row = readonly [
  id: string | undefined,
  content: string | undefined,
  published: string | undefined,
];

const READERS: Readonly<Record<FormatName, (text: string) => readonly Row[]>> = {
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map((item) => [
      item.guid?.value,
      item.content?.encoded,
      item.pubDate,
    ]),
  atom: (text) =>
    (parseAtomFeed(text).entries ?? []).map((entry) => [
      entry.id,
      entry.content?.value,
      entry.published,
    ]),
  json: (text) =>
    (parseJsonFeed(JSON.parse(text)).items ?? []).map((item) => [
      item.id,
      item.content_html,
      item.date_published === undefined ? undefined : String(item.date_published),
    ]),
};

export interface Reader {
  /** Reads documents: what is not known comes to the list, unread. */
  readonly read: (format: FormatName, documents: readonly string[]) => void;
  readonly markAllRead: () => void;
  /** Each a list of stories, sorted. */
  readonly stories: () => readonly string[];
  readonly unread: () => readonly string[];
  /** Those that stand in the list twice, or that one document tells twice. */
  readonly twice: () => readonly string[];
  /** Those whose published date is another one than it was. */
  readonly redated: () => readonly string[];
}

export function openReader(): Reader {
  const known = new Map<string, ReadItem & { isUnread: boolean }>();
  const redated = new Set<string>();
  const repeated = new Set<string>();
  const sorted = (stories: Iterable<string>) => [...new Set(stories)].sort();
  return {
    read: (format, documents) => {
      for (const text of documents) {
        const items = itemsIn(format, text);
        for (const story of doublesIn(items.map((item) => item.story))) repeated.add(story);
        for (const item of items) {
          const before = known.get(item.id);
          if (before !== undefined && !isSameSecond(before, item)) redated.add(item.story);
          known.set(item.id, { ...item, isUnread: before?.isUnread ?? true });
        }
      }
    },
    markAllRead: () => {
      for (const item of known.values()) item.isUnread = false;
    },
    stories: () => sorted([...known.values()].map(({ story }) => story)),
    unread: () => sorted([...known.values()].flatMap((one) => (one.isUnread ? [one.story] : []))),
    twice: () => sorted([...repeated, ...doublesIn([...known.values()].map(({ story }) => story))]),
    redated: () => sorted(redated),
  };
}

function isSameSecond(one: ReadItem, other: ReadItem): boolean {
  return Math.floor(one.published / 1000) === Math.floor(other.published / 1000);
}

export function doublesIn(stories: readonly string[]): readonly string[] {
  return stories.filter((story, at) => stories.indexOf(story) !== at);
}
