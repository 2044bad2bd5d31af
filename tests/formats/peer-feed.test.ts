/** Programs that use the npm package `feed` can hand its objects to us, and gain by it. */
import { Feed as PeerFeed } from "feed";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Feed } from "../../src/feeds/feed.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import { formats } from "../../src/formats/formats.ts";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { childrenOf, feedOf, home, itemOf, linesOf, readXml, textsOf } from "./documents.ts";

function peerFeed(): PeerFeed {
  const peer = new PeerFeed({
    id: home,
    title: "Site",
    link: home,
    copyright: "All rights reserved",
    updated: new Date("2026-06-02T00:00:00Z"),
    feedLinks: { rss: `${home}rss`, atom: `${home}atom`, json: `${home}json` },
    author: { name: "Ann", email: "ann@site.example", link: `${home}ann` },
  });
  for (const n of [1, 2, 3]) {
    peer.addItem({
      title: `Number ${n}`,
      id: `${home}${n}`,
      link: `${home}${n}`,
      description: `<p>About <b>${n}</b></p>`,
      content: `<p>All of ${n}</p>`,
      author: [{ name: "Bob", email: "bob@site.example" }],
      date: new Date(Date.UTC(2026, 5, n)),
      published: new Date(Date.UTC(2026, 4, n)),
      image: `${home}${n}.png`,
    });
  }
  peer.addCategory("Tools");
  peer.addContributor({ name: "Cleo", email: "cleo@site.example" });
  return peer;
}

describe("an instance of its class", () => {
  it("is a feed of ours", () => {
    expectTypeOf<PeerFeed>().toExtend<Feed>();
    for (const { render } of formats) expect(render(peerFeed())).toContain("Number 3");
  });

  it("shows readers of RSS the same items as its own document", () => {
    const [theirs, ours] = [parseRssFeed(peerFeed().rss2()), parseRssFeed(renderRss(peerFeed()))];
    for (const member of ["title", "link", "pubDate", "description", "content", "guid"] as const) {
      const values = theirs.items?.map((item) =>
        // `feed` never calls an id a permalink, although it is one here.
        member === "guid" ? item.guid?.value : item[member],
      );
      expect(
        ours.items?.map((item) => (member === "guid" ? item.guid?.value : item[member])),
      ).toEqual(values);
    }
    expect(ours.lastBuildDate).toBe(theirs.lastBuildDate);
    expect(ours.copyright).toBe(theirs.copyright);
    expect(ours.categories).toEqual(theirs.categories);
  });

  it("shows readers of Atom the same entries as its own document", () => {
    const [theirs, ours] = [
      parseAtomFeed(peerFeed().atom1()),
      parseAtomFeed(renderAtom(peerFeed())),
    ];
    const secondOf = (value: string | undefined) => Date.parse(value ?? "");
    const read = (feed: typeof ours) =>
      feed.entries?.map((entry) => ({
        id: entry.id,
        published: secondOf(entry.published),
        updated: secondOf(entry.updated),
        authors: entry.authors?.map((author) => author.name),
      }));
    expect(read(ours)).toEqual(read(theirs));
    expect(ours.id).toBe(theirs.id);
    expect(ours.contributors).toEqual(theirs.contributors);
  });
});

describe("what its own renderers get wrong", () => {
  it("every ]]> is split, not only the first", () => {
    const content = "a ]]> b ]]> c";
    for (const [render, name, part] of [
      [renderRss, "item", "content:encoded"],
      [renderAtom, "entry", "content"],
    ] as const) {
      const document = readXml(render(feedOf([itemOf({ content })])));
      expect(textsOf(childrenOf(document, name)[0], part)).toEqual([content]);
    }
  });

  it("a picture does not take the enclosure from a recording", () => {
    const audio = { url: "/a.mp3", type: "audio/mpeg", length: 123 };
    expect(linesOf(renderRss(feedOf([itemOf({ audio, image: "/a.jpg" })])), "<enclosure")).toEqual([
      '<enclosure url="https://site.example/a.mp3" length="123" type="audio/mpeg"/>',
    ]);
  });

  it("image/jpg is written image/jpeg, and the ending of a name is not a type", () => {
    expect(renderRss(feedOf([itemOf({ image: "/a.jpg" })]))).not.toContain("image/jpg");
    expect(renderRss(feedOf([itemOf({ image: "/a.strange" })]))).not.toContain("<enclosure");
  });

  it("the second document is the first: nothing is taken out of the feed", () => {
    const audio = { url: "/a.mp3", duration: 60 };
    const feed = feedOf([itemOf({ audio })], { podcast: true });
    expect([renderRss(feed), renderRss(feed)]).toEqual([renderRss(feed), renderRss(feed)]);
    expect(audio.duration).toBe(60);
    expect(renderJsonFeed(feed)).toContain('"duration_in_seconds": 60');
  });

  it("an extension has its prefix declared, or is left out where nobody knows its namespace", () => {
    const extensions = [
      { name: "media:rating", objects: { _attributes: { scheme: "urn:simple" }, _text: "adult" } },
      { name: "unknown:rating", objects: { _text: "adult" } },
      { name: "rating", objects: { _text: "adult" } },
    ];
    const document = renderRss({ ...feedOf([itemOf({ extensions })]), extensions });
    const channel = readXml(document);
    for (const element of [channel, childrenOf(channel, "item")[0]]) {
      expect(textsOf(element, "media:rating")).toEqual(["adult"]);
      expect(childrenOf(element, "media:rating")[0]?.["@scheme"]).toBe("urn:simple");
    }
    expect(document).not.toMatch(/unknown:|<rating/);
  });

  it("a name without an address is no author", () => {
    const document = renderRss(feedOf([itemOf({ author: [{ name: "Bob" }] })]));
    expect(document).toContain("<dc:creator>Bob</dc:creator>");
    expect(document).not.toContain("<author>");
  });

  it("#254: ids that are no URL are no error", () => {
    for (const id of ["123", "my post", "ü", "http://", "::"]) {
      expect(renderAtom(feedOf([itemOf({ id })], { id }))).toContain("<id>urn:uuid:");
    }
  });

  it("#227: an ampersand in the address of an enclosure is escaped", () => {
    const enclosure = { url: "https://site.example/a.mp3?b=1&c=2", length: 1 };
    expect(linesOf(renderRss(feedOf([itemOf({ enclosure })])), "<enclosure")).toEqual([
      '<enclosure url="https://site.example/a.mp3?b=1&amp;c=2" length="1" type="audio/mpeg"/>',
    ]);
  });

  it("#246: JSON Feed is 1.1", () => {
    expect(JSON.parse(renderJsonFeed(peerFeed())).version).toBe("https://jsonfeed.org/version/1.1");
  });

  it("an empty feed is not as old as the moment", () => {
    const feed = feedOf([]);
    for (const { render } of formats)
      expect(render(feed)).not.toContain(`${new Date().getFullYear()}`);
  });
});

describe("what other programs get wrong", () => {
  it("content:encoded has its namespace (eleventy-plugin-rss)", () => {
    expect(renderRss(feedOf([itemOf({ content: "c" })]))).toContain(
      'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    );
  });

  it("JSON titles are encoded (eleventy-plugin-rss)", () => {
    const title = 'The "\\" and\ttab';
    const [item] = JSON.parse(renderJsonFeed(feedOf([itemOf({ title })]))).items;
    expect(item.title).toBe('The "\\" and tab');
  });

  it("midnight is hour 00 (eleventy-plugin-rss #74)", () => {
    const feed = feedOf([itemOf({ date: new Date("2026-01-01T00:12:03Z") })]);
    expect(renderRss(feed)).toContain("Thu, 01 Jan 2026 00:12:03 GMT");
    expect(renderAtom(feed)).toContain("2026-01-01T00:12:03Z");
  });

  it("alt is the picture's own, not the title (Ghost)", () => {
    const feed = feedOf([itemOf({ images: [{ url: "/a.png", alt: "A crane" }] })]);
    expect(JSON.parse(renderJsonFeed(feed)).items[0]._images[0].alt).toBe("A crane");
  });

  it("root-relative and // addresses become absolute (gatsby#14133)", () => {
    const items = [itemOf({ id: "1", link: "/a" }), itemOf({ id: "2", link: "//cdn.example/b" })];
    const links = childrenOf(readXml(renderRss(feedOf(items))), "item");
    expect(links.flatMap((item) => textsOf(item, "link"))).toEqual([
      "https://site.example/a",
      "https://cdn.example/b",
    ]);
  });

  it("a picture has its own type (RSSHub)", () => {
    expect(renderRss(feedOf([itemOf({ image: "/a.webp" })]))).toContain('type="image/webp"');
  });

  it("control characters do not make a feed unreadable (hexo-generator-feed#35)", () => {
    const item = itemOf({ title: "a\u0010b", content: "c\u0010d", summary: "e\u0010f" });
    for (const render of [renderRss, renderAtom]) {
      expect(
        textsOf(
          childrenOf(readXml(render(feedOf([item]))), render === renderRss ? "item" : "entry")[0],
          "title",
        ),
      ).toEqual(["ab"]);
    }
  });
});
