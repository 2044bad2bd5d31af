/** What `bench/render.ts` lets run against each other; all of it ends in bytes. */
import { createRequire } from "node:module";
import type { Item } from "../src/feeds/feed.ts";
import { feedOf } from "./render-articles.ts";

/** What users run: compiled, and loaded by Node itself and not by what runs this benchmark. */
const load = createRequire(import.meta.url);
const built = load("../dist/formats/formats.js") as typeof import("../src/formats/formats.ts");
const { faultOfDocument, rulesOf } = load(
  "../dist/publish/check.js",
) as typeof import("../src/publish/check.ts");
const { checkText } = load(
  "../dist/checks/check-document.js",
) as typeof import("../src/checks/check-document.ts");
const { Feed: PeerFeed } = load("feed") as typeof import("feed");
const smiths = load("feedsmith") as typeof import("feedsmith");

export type Name = "rss" | "atom" | "json";

function formatOf(name: Name): (typeof built.formats)[number] {
  const format = built.formats.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}

/** Each list of items as a feed of its own, one after the other. */
export function ours(name: Name, lists: readonly (readonly Item[])[]): () => number {
  const format = formatOf(name);
  const feeds = lists.map((items, nth) => feedOf(items, `feed-${nth}`));
  return () => feeds.reduce((bytes, feed) => bytes + built.renderBytes(format, feed).length, 0);
}

/** Strings that are ready, joined and encoded: no program that makes one document does less. */
export function floorOf(name: Name, items: readonly Item[]): () => number {
  const document = formatOf(name).render(feedOf(items));
  const parts = document.split(/(?=<item>|<entry>|\n {4}\{)/);
  // Each a flat string of its own, as if it had just been made.
  const ready = parts.map((part) => Buffer.from(part).toString());
  return () => Buffer.from(ready.join("")).length;
}

/** The look at a document before it is published, and the rules that it spares. */
export function looksAt(name: Name, items: readonly Item[]): readonly [() => void, () => void] {
  const { mediaType, ...format } = formatOf(name);
  const bytes = built.renderBytes({ ...format, mediaType }, feedOf(items));
  return [
    () => {
      const fault = faultOfDocument(bytes, mediaType);
      if (fault !== undefined) throw new Error(fault);
    },
    () => checkText(bytes.toString(), bytes.length, { nowMs: 0, only: rulesOf(mediaType) }),
  ];
}

/** The other programs; of credits, `feed` can write none, feedsmith all. */
export function contestants(
  name: Name,
  list: readonly Item[],
): readonly (readonly [name: string, run: () => number])[] {
  const peer = new PeerFeed(feedOf([]).options);
  for (const { images: _images, summary, language: _language, ...item } of list) {
    peer.addItem({ ...item, ...(summary === undefined ? {} : { description: summary }) });
  }
  const theirs = { rss: () => peer.rss2(), atom: () => peer.atom1(), json: () => peer.json1() };
  const smith = {
    rss: () => smiths.generateRssFeed(smithRss(list)),
    atom: () => smiths.generateAtomFeed(smithAtom(list)),
    json: () => JSON.stringify(smiths.generateJsonFeed(smithJson(list)), null, 2),
  };
  return [
    ["feed", () => Buffer.from(theirs[name]()).length],
    ["feedsmith", () => Buffer.from(smith[name]()).length],
  ];
}

function mediaOf(item: Item) {
  return {
    contents: (item.images ?? []).map(({ url = "", caption = "", credit, width, height }) => ({
      ...{ url, medium: "image", type: "image/jpeg" },
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
      description: { value: caption, type: "plain" },
      credits: [...(credit?.creators ?? []), credit?.source ?? ""].map((value) => ({
        ...{ value, role: "photographer", scheme: "urn:ebu" },
      })),
    })),
  };
}

function smithRss(items: readonly Item[]) {
  const { title, link = "", description = "", language = "", updated } = feedOf([]).options;
  return {
    ...{ title, link, description, language },
    ...(updated === undefined ? {} : { lastBuildDate: updated }),
    items: items.map((item) => ({
      ...{ title: item.title, link: item.link, description: item.summary ?? "" },
      pubDate: item.date,
      guid: { value: item.id ?? "", isPermaLink: true },
      categories: (item.category ?? []).map(({ name = "" }) => ({ name })),
      content: { encoded: item.content ?? "" },
      dc: { creators: (item.author ?? []).map(({ name = "" }) => name) },
      enclosures: [{ url: item.images?.[0]?.url ?? "", type: "image/jpeg", length: 123_456 }],
      media: mediaOf(item),
    })),
  };
}

function smithAtom(items: readonly Item[]) {
  const { title, link = "", description = "", updated = new Date(0) } = feedOf([]).options;
  return {
    ...{ id: link, title: { value: title }, subtitle: { value: description }, updated },
    links: [{ href: link, rel: "alternate" }],
    entries: items.map((item) => ({
      ...{ id: item.id ?? "", title: { value: item.title, type: "text" } },
      ...{ updated: item.date, published: item.date },
      links: [{ href: item.link, rel: "alternate" }],
      authors: (item.author ?? []).map(({ name = "" }) => ({ name })),
      categories: (item.category ?? []).map(({ name = "" }) => ({ term: name })),
      summary: { value: item.summary ?? "", type: "text" },
      content: { value: item.content ?? "", type: "html" },
      media: mediaOf(item),
    })),
  };
}

function smithJson(items: readonly Item[]) {
  const { title, link = "", description = "" } = feedOf([]).options;
  return {
    ...{ title, home_page_url: link, description },
    items: items.map((item) => ({
      ...{ id: item.id ?? "", url: item.link, title: item.title },
      ...{ content_html: item.content ?? "", summary: item.summary ?? "" },
      ...{ date_published: item.date, date_modified: item.date },
      authors: (item.author ?? []).map(({ name = "" }) => ({ name })),
      tags: (item.category ?? []).map(({ name = "" }) => name),
    })),
  };
}

/** µs an item, of the least of a few rounds. */
export function leastUs(items: number, rounds: number, prepare: () => () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const run = prepare();
    const started = process.hrtime.bigint();
    run();
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1000 / items);
  }
  return least;
}
