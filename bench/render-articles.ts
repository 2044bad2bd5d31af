/** Articles for the benchmark of the renderers: the same number gives the same articles. */
import type { Image } from "../src/articles/article.ts";
import type { Feed, Item } from "../src/feeds/feed.ts";

const HOME = "https://bench.example/";

/** What the letters of a language cost: one byte in memory and in UTF-8, two and one, two and two. */
const LEXICONS = {
  ascii:
    "river council harvest signal winter library bridge market village engine letter garden storm",
  typographic:
    "river council’s harvest “signal” winter – library bridge café market village engine naïve storm",
  cyrillic:
    "река совет урожай сигнал зима книга мост рынок деревня мотор письмо сад буря остров школа",
} as const;

export type Script = keyof typeof LEXICONS;
export const scripts = Object.keys(LEXICONS) as readonly Script[];

const ARTICLE_BYTES = 6000;
const FIRST_MS = Date.UTC(2026, 0, 1);

/** Items of about 6,000 bytes with two credited pictures. */
export function writeItems(count: number, script: Script): readonly Item[] {
  const words = LEXICONS[script].split(" ");
  const phrase = (start: number, length: number) =>
    Array.from(
      { length },
      (_, i) => words[(start * 7 + i * (1 + (start % 5))) % words.length],
    ).join(" ");
  return Array.from({ length: count }, (_, number) => itemOf(number, phrase));
}

/** The same as objects that nobody has seen yet, frozen as our composer freezes them. */
export function freshItems(items: readonly Item[]): readonly Item[] {
  return items.map((item) =>
    Object.freeze({ ...item, images: (item.images ?? []).map((image) => ({ ...image })) }),
  );
}

function itemOf(number: number, phrase: (start: number, length: number) => string): Item {
  const link = `${HOME}section-${number % 10}/article-${number}/`;
  const images = [0, 1].map((nth) =>
    imageOf(number * 2 + nth, `${link}picture-${nth}.jpg`, phrase),
  );
  const paragraphs = [`<p>${phrase(number, 40)}.</p>`, ...images.map(figureOf)];
  for (let bytes = 0; bytes < ARTICLE_BYTES; ) {
    const paragraph = `<p>${phrase(number + bytes, 60)} <a href="${link}?page=2&amp;nth=3">${phrase(bytes, 3)}</a>.</p>`;
    paragraphs.push(paragraph);
    bytes += Buffer.byteLength(paragraph);
  }
  const date = new Date(FIRST_MS + number * 3_600_000);
  return {
    title: `${phrase(number, 8)} & ${number}`,
    id: link,
    link,
    published: date,
    date,
    summary: phrase(number, 30),
    // One flat string, as a parser gives it, and not the engine's list of its parts.
    content: Buffer.from(paragraphs.join("\n")).toString(),
    author: [{ name: `Writer ${number % 40}` }],
    category: [{ name: `section ${number % 10}` }, { name: `topic ${number % 200}` }],
    images,
    image: { url: images[0]?.url ?? link, type: "image/jpeg", length: 123_456 },
    language: "en",
  };
}

function imageOf(
  number: number,
  url: string,
  phrase: (start: number, length: number) => string,
): Image {
  const maker = `Maker Number${number % 60}`;
  return {
    url,
    ...{ alt: phrase(number, 4), caption: phrase(number, 12) },
    ...{ type: "image/jpeg", width: 1600, height: 900, bytes: 123_456 },
    credit: { creators: [maker], source: "AGENCY", creditLine: `${maker}/AGENCY` },
  };
}

function figureOf({ url, alt, caption, credit }: Image): string {
  const words = `${caption} <small>© ${credit?.creditLine}</small>`;
  return `<figure><img src="${url}" alt="${alt}"><figcaption>${words}</figcaption></figure>`;
}

export function feedOf(items: readonly Item[], path = "all"): Feed {
  const address = (ending: string) => `${HOME}feeds/${path}.${ending}`;
  return {
    options: {
      title: "Bench",
      description: "Articles that are measured",
      link: HOME,
      language: "en",
      feedLinks: { rss: address("rss"), atom: address("atom"), json: address("json") },
      updated: new Date(FIRST_MS),
    },
    items,
    categories: [],
    contributors: [],
    extensions: [],
  };
}
