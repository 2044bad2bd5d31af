/** Writes a folder of articles for benchmarks: the same number and seed give the same bytes. */
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const WORDS =
  "river council harvest signal winter library bridge market village engine letter garden storm teacher museum budget station island concert school report valley window paper north season captain forest machine history evening question harbour kitchen journey mountain doctor festival railway orchard science theatre weather kingdom gallery summer village fisher lantern meadow".split(
    " ",
  );
const WRITERS = ["Ana Marsh", "Budi Santosa", "Clara Novak", "Dan Okafor", "Eva Lind", "Femi Ade"];
const MAKERS = ["Rosa Lindqvist", "Joko Prasetyo", "Mina Haddad", "Pavel Orlov", "Tess Moreau"];
const AGENCY = "Harbour Press";

const SECTIONS = 10;
const TAGS = 200;
const FIRST_MS = Date.UTC(2016, 0, 1);
const YEARS_MS = 10 * 365 * 24 * 60 * 60_000;
const LIMIT = 50;

/** What a test of the feeds must know of an article. */
interface CorpusArticle {
  /** Absolute. */
  readonly file: string;
  readonly title: string;
  readonly dateMs: number;
  readonly section: string;
  readonly tags: readonly string[];
}

/** One of the feeds that everybody writes, and what must be in it. */
export interface ExpectedFeed {
  readonly kind: "main" | "section" | "tag";
  /** Empty for the main feed. */
  readonly slug: string;
  /** Newest first, at most 50. */
  readonly titles: readonly string[];
}

export interface Corpus {
  /** The folder of the articles, with a folder a section. */
  readonly folder: string;
  readonly articles: readonly CorpusArticle[];
  readonly seed: number;
}

/** Mulberry32: a small generator whose sequence a seed fixes. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` Markdown articles of about 600 words, of ten years, no two of one minute. */
export function writeCorpus(folder: string, count: number, seed: number): Corpus {
  for (let section = 0; section < SECTIONS; section += 1) {
    mkdirSync(path.join(folder, `section-${section}`), { recursive: true });
  }
  const random = randomOf(seed);
  const places = Array.from({ length: count }, (_, place) => place);
  // Shuffled, because files seldom lie in the order of their dates.
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  const minutesApart = Math.floor(YEARS_MS / 60_000 / (count + 1));
  const articles = places.map((place, at) => {
    const minutes = place * minutesApart + Math.floor(random() * minutesApart);
    return writeArticle(folder, at + 1, FIRST_MS + minutes * 60_000, random);
  });
  return { folder, articles, seed };
}

function writeArticle(
  folder: string,
  number: number,
  dateMs: number,
  random: () => number,
): CorpusArticle {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? "";
  const words = (length: number) => Array.from({ length }, () => pick(WORDS)).join(" ");
  const sentence = () => capital(`${words(8 + below(10))}.`);
  const paragraph = () => Array.from({ length: 5 }, sentence).join(" ");
  const [section, firstTag] = [`section-${below(SECTIONS)}`, below(TAGS)];
  const tags = [`tag-${firstTag}`, `tag-${(firstTag + 1 + below(TAGS - 1)) % TAGS}`];
  const title = `${capital(words(6))} ${number}`;
  const updated = new Date(dateMs + (1 + below(2000)) * 60_000).toISOString();
  const text = [
    [
      "---",
      `title: "${title}"`,
      `date: ${new Date(dateMs).toISOString()}`,
      // A third of the articles was changed once.
      ...(number % 3 === 0 ? [`updated: ${updated}`] : []),
      `author: ${pick(WRITERS)}`,
      `tags: [${tags.join(", ")}]`,
      "image:",
      `  src: https://media.bench.example/lead-${number}.jpg`,
      `  alt: ${capital(words(4))}`,
      `  caption: ${capital(words(9))}.`,
      `  credit: ${pick(MAKERS)}/${AGENCY}`,
      "---",
    ].join("\n"),
    ...Array.from({ length: 4 }, paragraph),
    `## ${capital(words(4))}`,
    `**${capital(words(3))}** [${words(2)}](/page/${below(1000)}) *${words(2)}* ${sentence()}`,
    Array.from({ length: 3 }, () => `- ${words(4)}`).join("\n"),
    ...Array.from({ length: 4 }, paragraph),
    `> ${sentence()}`,
    `${sentence()} The last word is first.\n`,
  ].join("\n\n");
  const file = path.join(folder, section, `article-${number}.md`);
  writeFileSync(file, text);
  return { file, title, dateMs, section, tags };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function newestArticle({ articles }: Corpus): CorpusArticle {
  return articles.reduce((one, other) => (other.dateMs > one.dateMs ? other : one));
}

/** Gives the newest article, which the main feed, its section and two tags show, another word. */
export function changeWord(corpus: Corpus, word: string): void {
  const { file } = newestArticle(corpus);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/The last word is \w+\.\n$/, `The last word is ${word}.\n`));
}

/** Adds an article that is newer than all others. */
export function addArticle(corpus: Corpus): Corpus {
  const number = corpus.articles.length + 1;
  const dateMs = newestArticle(corpus).dateMs + 60_000;
  const random = randomOf(corpus.seed + number);
  const added = writeArticle(corpus.folder, number, dateMs, random);
  return { ...corpus, articles: [...corpus.articles, added] };
}

/** Takes the last article away again. */
export function removeLast(corpus: Corpus): Corpus {
  const last = corpus.articles.at(-1);
  if (last !== undefined) unlinkSync(last.file);
  return { ...corpus, articles: corpus.articles.slice(0, -1) };
}

/** One main feed, one a section, one a tag. */
export function expectedFeeds({ articles }: Corpus): readonly ExpectedFeed[] {
  const newestFirst = articles.toSorted((one, other) => other.dateMs - one.dateMs);
  const groups = new Map<string, string[]>([["main/", []]]);
  for (const { title, section, tags } of newestFirst) {
    for (const key of ["main/", `section/${section}`, ...tags.map((tag) => `tag/${tag}`)]) {
      const titles = groups.get(key) ?? [];
      if (titles.length < LIMIT) titles.push(title);
      groups.set(key, titles);
    }
  }
  return [...groups].map(([key, titles]) => {
    const [kind = "", slug = ""] = key.split("/");
    return { kind: kind as ExpectedFeed["kind"], slug, titles };
  });
}
