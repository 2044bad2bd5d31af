/** Writes a folder of articles for benchmarks: the same number and seed give the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const WORDS =
  "river council harvest signal winter library bridge market village engine letter garden river storm teacher museum budget station island concert school report valley window paper north season captain forest machine history evening question".split(
    " ",
  );
const SECTIONS = 10;
const TAGS = 200;

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

/** `count` Markdown articles of about 600 words with one picture each, and a configuration. */
export function writeCorpus(folder: string, count: number, seed: number): void {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const words = (length: number) =>
    Array.from({ length }, () => WORDS[below(WORDS.length)]).join(" ");
  const sentence = () => {
    const text = words(8 + below(10));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  for (let number = 1; number <= count; number += 1) {
    const section = `section-${below(SECTIONS)}`;
    const date = new Date(Date.UTC(2016, 0, 1) + below(10 * 365 * 24 * 60) * 60_000);
    const paragraphs = Array.from({ length: 9 }, () =>
      Array.from({ length: 5 }, sentence).join(" "),
    );
    const text = [
      "---",
      `title: "${words(6)} ${number}"`,
      `date: ${date.toISOString()}`,
      `author: Writer ${below(40)}`,
      `tags: [tag-${below(TAGS)}, tag-${below(TAGS)}]`,
      `image: { src: lead.jpg, alt: "${words(4)}", caption: "${words(9)}", credit: "Maker ${below(60)}/AGENCY" }`,
      "---",
      ...paragraphs.slice(0, 4),
      `## ${words(4)}`,
      `**${words(3)}** [${words(2)}](/page/${below(count)}) ${sentence()}`,
      ...paragraphs.slice(4),
      "",
    ].join("\n\n");
    const target = path.join(folder, "articles", section, `article-${number}.md`);
    mkdirSync(path.dirname(target), { recursive: true });
    // Front matter wants no blank lines; the story does.
    writeFileSync(
      target,
      text.replace(/^---[\s\S]*?\n---/, (matter) => matter.replace(/\n+/g, "\n")),
    );
  }
  writeFileSync(
    path.join(folder, "feedwright.config.json"),
    JSON.stringify({
      site: { title: "Bench", url: "https://bench.example/", timezone: "UTC" },
      feeds: {
        all: {},
        sections: { each: "section", path: "section/{slug}" },
        tags: { each: "tag", path: "tag/{slug}" },
      },
    }),
  );
}
