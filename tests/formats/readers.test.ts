/** What other programs find in our documents: exactly what was put in. */
import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { plainLine } from "../../src/articles/plain-text.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { caseNames, readCase } from "./cases.ts";
import { childrenOf, feedOf, home, itemOf, readXml, textsOf } from "./documents.ts";

describe.each(caseNames)("feedsmith reads the same items in all formats: %s", (name) => {
  const feed = readCase(name);
  const rss = parseRssFeed(renderRss(feed));
  const atom = parseAtomFeed(renderAtom(feed));
  const json = parseJsonFeed(renderJsonFeed(feed));

  it("titles and links", () => {
    const expected = json.items?.map((item) => [item.title, item.url]);
    expect((rss.items ?? []).map((item) => [item.title, item.link])).toEqual(expected ?? []);
    expect(
      (atom.entries ?? []).map((entry) => [
        typeof entry.title === "string" ? entry.title : entry.title?.value,
        entry.links?.find((link) => link.rel === "alternate")?.href,
      ]),
    ).toEqual(expected ?? []);
  });

  it("instants", () => {
    const secondOf = (date: string | undefined) =>
      date === undefined ? undefined : Math.trunc(Date.parse(date) / 1000);
    const published = json.items?.map((item) => secondOf(item.date_published)) ?? [];
    expect((rss.items ?? []).map((item) => secondOf(item.pubDate))).toEqual(published);
    expect((atom.entries ?? []).map((entry) => secondOf(entry.published))).toEqual(published);
  });

  it("authors and credits", () => {
    const authors = json.items?.map((item) => item.authors?.map((author) => author.name)) ?? [];
    expect(
      (atom.entries ?? []).map((entry) => entry.authors?.map((author) => author.name)),
    ).toEqual(authors);
    const creditsOf = (media: NonNullable<typeof rss.items>[number]["media"]) =>
      [...(media?.contents ?? []), media].map((part) =>
        part?.credits?.map(({ value, role }) => [role, value]),
      );
    expect((atom.entries ?? []).map((entry) => creditsOf(entry.media))).toEqual(
      (rss.items ?? []).map((item) => creditsOf(item.media)),
    );
  });
});

const text = fc.string({
  maxLength: 40,
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom("&", "<", ">", '"', "]]>", "&amp;", "&#x26;", "<b>", "\u0000", "\ud800", "\n"),
  ),
});
const line = text.filter((some) => plainLine(some) !== "");
const date = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const item = fc.record({
  title: line,
  author: fc.array(fc.record({ name: text, email: text, link: text }), { maxLength: 2 }),
  category: fc.array(fc.record({ name: text, domain: text }), { maxLength: 2 }),
  summary: text,
  content: text,
  date,
  published: date,
  image: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
  images: fc.array(
    fc.record({
      url: fc.oneof(fc.constant(`${home}a.jpg`), text),
      caption: text,
      credit: fc.record({ creators: fc.array(line, { minLength: 1, maxLength: 2 }) }),
    }),
    { maxLength: 2 },
  ),
});
const items = fc
  .array(item, { maxLength: 3 })
  .map((list) =>
    list.map((fields, i) => itemOf({ ...fields, id: `${home}${i}`, link: `${home}${i}` })),
  );

describe("whatever the text", () => {
  it("RSS is well-formed, and says it exactly", () => {
    fc.assert(
      fc.property(items, line, (list, title) => {
        const channel = readXml(renderRss(feedOf(list, { title })));
        expect(textsOf(channel, "title")).toEqual([plainLine(title)]);
        const shown = childrenOf(channel, "item");
        expect(shown.map((read) => textsOf(read, "title"))).toEqual(
          list.map((given) => [plainLine(given.title)]),
        );
        expect(shown.map((read) => Date.parse(textsOf(read, "pubDate")[0] ?? ""))).toEqual(
          list.map((given) => Math.floor(Number(given.published) / 1000) * 1000),
        );
        shown.forEach((read, i) => {
          expect(creditsRead(read)).toEqual(creditsGiven(list[i]?.images));
        });
      }),
    );
  });

  it("Atom is well-formed, and says it exactly", () => {
    fc.assert(
      fc.property(items, line, (list, title) => {
        const feed = readXml(renderAtom(feedOf(list, { title })));
        expect(textsOf(feed, "title")).toEqual([plainLine(title)]);
        const shown = childrenOf(feed, "entry");
        expect(shown.map((read) => textsOf(read, "title"))).toEqual(
          list.map((given) => [plainLine(given.title)]),
        );
        expect(shown.map((read) => Date.parse(textsOf(read, "published")[0] ?? ""))).toEqual(
          list.map((given) => Number(given.published)),
        );
        const updates = shown.flatMap((read) => textsOf(read, "updated"));
        expect(new Set(updates).size).toBe(list.length);
        shown.forEach((read, i) => {
          expect(creditsRead(read)).toEqual(creditsGiven(list[i]?.images));
        });
      }),
    );
  });

  it("JSON Feed is JSON that holds no half characters, and says it exactly", () => {
    fc.assert(
      fc.property(items, line, (list, title) => {
        const document = renderJsonFeed(feedOf(list, { title }));
        expect(document).not.toMatch(/\\ud[89a-f]/i);
        const feed = JSON.parse(document);
        expect(feed.title).toBe(plainLine(title));
        feed.items.forEach((read: Record<string, unknown>, i: number) => {
          expect(read["title"]).toBe(plainLine(list[i]?.title ?? ""));
          expect(Date.parse(String(read["date_modified"]))).toBe(Number(list[i]?.date));
        });
      }),
    );
  });
});

type Images = (typeof items extends fc.Arbitrary<infer List> ? List : never)[number]["images"];

/** As sets: pictures are ordered by address, and names of lost pictures are given once. */
function creditsGiven(images: Images): ReadonlySet<string> {
  return new Set(
    uniqueByUrl(images).flatMap((image) => image.credit?.creators.map(plainLine) ?? []),
  );
}

function creditsRead(element: ReturnType<typeof readXml>): ReadonlySet<string> {
  const contents = childrenOf(element, "media:content");
  return new Set([...contents, element].flatMap((part) => textsOf(part, "media:credit")));
}

/** Two pictures at one address are one picture, and the first credit is its credit. */
function uniqueByUrl(images: Images = []): NonNullable<Images> {
  const repeated = `${home}a.jpg`;
  const first = images.findIndex((image) => image.url === repeated);
  return images.filter((image, i) => image.url !== repeated || i === first);
}
