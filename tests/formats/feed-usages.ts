/** How programs use the npm package `feed`: what both say alike, and where we differ and why. */
import type { FeedOptions, Item, Feed as PeerFeed } from "feed";
import type { Feed } from "../../src/formats/feed-class.ts";

type FeedClass<T extends PeerFeed | Feed> = new (options: FeedOptions) => T;

/** What every feed of these tests begins with. */
export const stories: FeedOptions = {
  title: "Quarry",
  id: "https://quarry.example/",
  link: "https://quarry.example/",
  updated: new Date("2026-01-05T00:00:00Z"),
};

/** All options, items with all their fields, a category, a contributor and an extension. */
export function quarry<T extends PeerFeed | Feed>(Class: FeedClass<T>): T {
  const feed = new Class({
    ...stories,
    description: "Stones and those who cut them",
    language: "en-GB",
    ttl: 90,
    image: "https://quarry.example/logo.png",
    favicon: "https://quarry.example/favicon.ico",
    copyright: "© 2026 Quarry Press",
    generator: "stonemason",
    feedLinks: { rss: "https://quarry.example/rss", json: "https://quarry.example/json" },
    hub: "https://hub.example/",
    author: { name: "Wil Cut", email: "wil@quarry.example", link: "https://quarry.example/wil" },
  });
  for (const stone of ["granite", "marble"]) {
    const link = `https://quarry.example/${stone}`;
    feed.addItem({
      title: `On ${stone}`,
      ...{ id: link, link },
      description: `<p>What ${stone} is.</p>`,
      content: `<p>All about <em>${stone}</em>.</p>`,
      author: [
        { name: "Ina Vein", email: "ina@quarry.example", link: "https://quarry.example/ina" },
        { name: "Odo Seam", email: "odo@quarry.example" },
      ],
      contributor: [{ name: "Una Lode", email: "una@quarry.example" }],
      category: [{ name: stone }, { name: "stone", domain: "https://quarry.example/topics" }],
      date: new Date("2026-01-04T10:00:00Z"),
      published: new Date(`2026-01-0${stone.length - 4}T10:00:00Z`),
      image: `https://quarry.example/${stone}.png`,
      copyright: "© Ina Vein",
      extensions: [{ name: "_weight", objects: { about: "tonnes", value: 3 } }],
    });
  }
  feed.addCategory("Geology");
  feed.addContributor({ name: "Eva Grit", email: "eva@quarry.example" });
  feed.addExtension({ name: "_quarry", objects: { about: "the place", depth: 40 } });
  return feed;
}

function oneItem(item: Partial<Item>, options: Partial<FeedOptions> = {}) {
  return <T extends PeerFeed | Feed>(Class: FeedClass<T>): T => {
    const feed = new Class({ ...stories, description: "Stones", ...options });
    const link = "https://quarry.example/1";
    const date = new Date("2026-01-02T03:04:05Z");
    feed.addItem({ title: "One", id: link, link, date, content: "<p>c</p>", ...item });
    return feed;
  };
}

const WHOLE = {
  author: [{ name: "Ina Vein" }],
  description: "<p>d</p>",
  published: new Date("2026-01-01T00:00:00Z"),
};

export const sites: readonly {
  readonly usage: string;
  readonly build: <T extends PeerFeed | Feed>(Class: FeedClass<T>) => T;
}[] = [
  { usage: "every option, every field of an item", build: quarry },
  { usage: "one item with little said of it", build: oneItem(WHOLE) },
  { usage: "an id as guid", build: oneItem({ ...WHOLE, guid: "stone-1" }) },
  { usage: "an item without id", build: oneItem({ ...WHOLE, id: "https://quarry.example/1" }) },
  {
    usage: "a picture with size",
    build: oneItem({ ...WHOLE, image: { url: "https://q.example/a.png", length: 9 } }),
  },
  {
    usage: "an enclosure",
    build: oneItem({
      ...WHOLE,
      enclosure: { url: "https://q.example/a.pdf", length: 9, type: "application/pdf" },
    }),
  },
  {
    usage: "a recording with type",
    build: oneItem({
      ...WHOLE,
      audio: { url: "https://q.example/a.ogg", type: "audio/ogg", length: 5 },
    }),
  },
  {
    usage: "a film with type",
    build: oneItem({
      ...WHOLE,
      video: { url: "https://q.example/a.mov", type: "video/quicktime", length: 5 },
    }),
  },
  { usage: "no generator", build: oneItem(WHOLE, { generator: false }) },
  {
    usage: "letters of all kinds",
    build: oneItem({ ...WHOLE, title: "Größe 石 камень", content: "<p>石 & камень</p>" }),
  },
];

interface Difference {
  /** The first column of its row in docs/feed-package.md. */
  readonly usage: string;
  readonly options?: Partial<FeedOptions>;
  readonly item?: Partial<Item>;
  readonly format: "rss2" | "atom1" | "json1";
  /** What our document holds. */
  readonly ours: string | RegExp | readonly (string | RegExp)[];
  /** What shows that the package's differs. */
  readonly theirs: string | RegExp;
}

const mp3 = { url: "https://q.example/a.mp3", type: "audio/mpeg", length: 5, duration: 3725 };
const untyped = (value: unknown) => value as never;

export const differences: readonly Difference[] = [
  {
    usage: "an item with audio and a picture",
    item: { audio: mp3, video: "https://q.example/v.mp4", image: "https://q.example/a.jpg" },
    format: "rss2",
    ours: '<enclosure url="https://q.example/a.mp3" length="5" type="audio/mpeg"/>',
    theirs: '<enclosure url="https://q.example/v.mp4" length="0" type="video/mp4"/>',
  },
  {
    usage: "`]]>` twice in the content",
    item: { content: "a ]]> b ]]> c" },
    format: "rss2",
    ours: "a ]]]]><![CDATA[> b ]]]]><![CDATA[> c",
    theirs: /b \]\]> c/,
  },
  {
    usage: "an item whose id is no URL",
    item: { id: "stone 1" },
    format: "atom1",
    ours: /<id>urn:uuid:[0-9a-f-]{36}<\/id>/,
    theirs: "throws",
  },
  {
    usage: "a feed whose id is no URI",
    options: { id: "quarry" },
    format: "atom1",
    ours: /<id>urn:uuid:[0-9a-f-]{36}<\/id>/,
    theirs: "<id>quarry</id>",
  },
  {
    usage: "a picture as `.jpg`",
    item: { image: "https://q.example/a.jpg" },
    format: "rss2",
    ours: 'type="image/jpeg"',
    theirs: 'type="image/jpg"',
  },
  {
    usage: "a recording whose name has no ending",
    item: { audio: "https://q.example/stream" },
    format: "rss2",
    ours: /<\/guid>\n<pubDate>.*\n<\/item>/,
    theirs: 'type="audio//stream"',
  },
  {
    usage: "an enclosure with title and duration",
    item: { enclosure: { ...mp3, title: "Drill" } },
    format: "rss2",
    ours: '<enclosure url="https://q.example/a.mp3" length="5" type="audio/mpeg"/>',
    theirs: /<enclosure [^>]*title="Drill" ?\/>|<enclosure [^>]*duration=/,
  },
  {
    usage: "an explicit type in Atom",
    item: { enclosure: { url: "https://q.example/get?a=1&b=2", type: "audio/mpeg", length: 5 } },
    format: "atom1",
    ours: '<link rel="enclosure" type="audio/mpeg" length="5" href="https://q.example/get?a=1&amp;b=2"/>',
    theirs: 'type="image//get"',
  },
  {
    usage: "an author with a name only",
    item: { author: [{ name: "Ina Vein" }] },
    format: "rss2",
    ours: "<dc:creator>Ina Vein</dc:creator>",
    theirs: "<author>Ina Vein</author>",
  },
  {
    usage: "two authors with addresses",
    item: {
      author: [
        { name: "A B", email: "a@q.example" },
        { name: "C D", email: "c@q.example" },
      ],
    },
    format: "rss2",
    ours: "<dc:creator>A B</dc:creator>\n<dc:creator>C D</dc:creator>",
    theirs: /<author>a@q\.example \(A B\)<\/author>\s*<author>/,
  },
  {
    usage: "an author with an address only",
    item: { author: [{ email: "ina@q.example" }] },
    format: "atom1",
    ours: "<name>ina@q.example</name>",
    theirs: /<author>\s*<name\s*\/>/,
  },
  {
    usage: "one author, not in a list",
    item: { author: untyped({ name: "Ina Vein" }) },
    format: "atom1",
    ours: "<name>Ina Vein</name>",
    theirs: /<entry>(?:(?!<author>)[\s\S])*<\/entry>/,
  },
  {
    usage: "several authors in JSON",
    item: { author: [{ name: "A B" }, { name: "C D" }] },
    format: "json1",
    ours: [/"authors": \[\s*\{\s*"name": "A B"\s*\},\s*\{\s*"name": "C D"/],
    theirs: '"author": {',
  },
  {
    usage: "the version of JSON Feed",
    format: "json1",
    ours: '"version": "https://jsonfeed.org/version/1.1"',
    theirs: '"version": "https://jsonfeed.org/version/1"',
  },
  {
    usage: "an item without content in JSON",
    item: {},
    format: "json1",
    ours: '"content_text": "One"',
    theirs: /"items": \[\s*\{(?:(?!content_)[\s\S])*\}/,
  },
  {
    usage: "an item without id in JSON",
    item: { content: "c" },
    format: "json1",
    ours: '"id": "https://quarry.example/1"',
    theirs: /"items": \[\s*\{\s*"content_html"/,
  },
  {
    usage: "recordings in JSON",
    item: { audio: mp3 },
    format: "json1",
    ours: ['"mime_type": "audio/mpeg"', '"size_in_bytes": 5', '"duration_in_seconds": 3725'],
    theirs: /^(?![\s\S]*attachments)/,
  },
  {
    usage: "an extension whose name has no `_` in JSON",
    item: { extensions: [{ name: "weight", objects: { value: 3 } }] },
    format: "json1",
    ours: /^(?![\s\S]*"weight")/,
    theirs: '"weight": {',
  },
  {
    usage: "an extension without a namespace",
    item: { extensions: [{ name: "_weight", objects: { value: 3 } }] },
    format: "rss2",
    ours: /^(?![\s\S]*_weight)/,
    theirs: "<_weight>",
  },
  {
    usage: "an extension with a known prefix",
    item: { extensions: [{ name: "georss:point", objects: untyped({ _text: "52.9 -4.1" }) }] },
    format: "rss2",
    ours: ['xmlns:georss="http://www.georss.org/georss"', "<georss:point>52.9 -4.1</georss:point>"],
    theirs: /^(?![\s\S]*xmlns:georss)[\s\S]*<georss:point>/,
  },
  {
    usage: "`podcast` and `category`",
    options: { podcast: true, category: "Science", image: "https://q.example/art.png" },
    format: "rss2",
    ours: ['<itunes:category text="Science"/>', '<itunes:image href="https://q.example/art.png"/>'],
    theirs: "<itunes:category>Science</itunes:category>",
  },
  {
    usage: "the duration of an episode",
    options: { podcast: true },
    item: { audio: mp3 },
    format: "rss2",
    ours: "<itunes:duration>1:02:05</itunes:duration>",
    // Right the first time; the item has lost it the second time.
    theirs: "<itunes:duration>1:02:05</itunes:duration>",
  },
  {
    usage: "`updated` left out",
    options: untyped({ updated: undefined }),
    item: {},
    format: "rss2",
    ours: "<lastBuildDate>Fri, 02 Jan 2026 03:04:05 GMT</lastBuildDate>",
    theirs: /<lastBuildDate>(?!Fri, 02 Jan 2026 03:04:05)/,
  },
  {
    usage: "`published` left out",
    item: {},
    format: "atom1",
    ours: "<published>2026-01-02T03:04:05Z</published>",
    theirs: /^(?![\s\S]*<published>)/,
  },
  {
    usage: "an item without a date",
    item: { date: untyped(undefined) },
    format: "atom1",
    ours: "<updated>2000-01-01T00:00:00Z</updated>",
    theirs: "throws",
  },
  {
    usage: "a date that is none",
    item: { date: new Date(Number.NaN), published: new Date("2026-01-02T03:04:05Z") },
    format: "atom1",
    ours: "<updated>2026-01-02T03:04:05Z</updated>",
    theirs: "throws",
  },
  {
    usage: "a title with mark-up in Atom",
    item: { title: "x < y & z" },
    format: "atom1",
    ours: '<title type="text">x &#x3C; y &#x26; z</title>',
    theirs: '<title type="html"><![CDATA[x < y & z]]></title>',
  },
  {
    usage: "the language in Atom",
    options: { language: "cy" },
    format: "atom1",
    ours: 'xml:lang="cy"',
    theirs: /^(?![\s\S]*xml:lang)/,
  },
  {
    usage: "the language in JSON",
    options: { language: "cy" },
    format: "json1",
    ours: '"language": "cy"',
    theirs: /^(?![\s\S]*"language")/,
  },
  {
    usage: "a category without `term` in Atom",
    item: { category: [{ name: "Stone", domain: "https://q.example/topics" }] },
    format: "atom1",
    ours: '<category term="Stone" scheme="https://q.example/topics"/>',
    theirs: '<category label="Stone"/>',
  },
  {
    usage: "no author anywhere in Atom",
    item: {},
    format: "atom1",
    ours: "<author>\n<name>Quarry</name>\n</author>",
    theirs: /^(?![\s\S]*<author>)/,
  },
  {
    usage: "two entries of one instant",
    item: { date: new Date("2026-01-05T00:00:00Z") },
    format: "atom1",
    ours: "<updated>2026-01-05T00:00:00Z</updated>",
    theirs: "<updated>2026-01-05T00:00:00.000Z</updated>",
  },
  {
    usage: "`docs`",
    format: "rss2",
    ours: "<docs>http://www.rssboard.org/rss-specification</docs>",
    theirs: "<docs>https://validator.w3.org/feed/docs/rss2.html</docs>",
  },
  {
    usage: "no description",
    format: "rss2",
    ours: "<description>Quarry</description>",
    theirs: /<description(?:\/>|><\/description>)/,
  },
  {
    usage: "no link",
    options: untyped({ link: undefined }),
    item: {},
    format: "rss2",
    ours: "<link>https://quarry.example/1</link>",
    theirs: "<link>undefined</link>",
  },
  {
    usage: "an id that is the link",
    item: { id: "https://quarry.example/1" },
    format: "rss2",
    ours: '<guid isPermaLink="true">https://quarry.example/1</guid>',
    theirs: '<guid isPermaLink="false">https://quarry.example/1</guid>',
  },
  {
    usage: "`stylesheet`",
    options: { stylesheet: "https://q.example/feed.css?a=1&b=2" },
    format: "rss2",
    ours: '<?xml-stylesheet href="https://q.example/feed.css?a=1&amp;b=2" type="text/css"?>',
    theirs: '<?xml-stylesheet href="https://q.example/feed.css?a=1&b=2" type="text/xsl"?>',
  },
  {
    usage: "`hub` over another protocol",
    options: { hub: "wss://hub.example/" },
    format: "rss2",
    ours: /^(?![\s\S]*rel="hub")/,
    theirs: 'href="wss://hub.example/" rel="hub"',
  },
  {
    usage: "a control character",
    item: { content: "a\u0010b" },
    format: "rss2",
    ours: "<![CDATA[ab]]>",
    theirs: "<![CDATA[a\u0010b]]>",
  },
];
