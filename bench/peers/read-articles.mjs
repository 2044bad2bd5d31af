// What the two plain scripts share: articles from files, grouped, and documents into files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";

export const site = "https://bench.example/";
const LIMIT = 50;
const markdown = new MarkdownIt({ html: true });

/** Every article, newest first; a body becomes HTML when the first feed asks for it, and once. */
function readArticles(folder) {
  const articles = [];
  for (const section of readdirSync(folder)) {
    for (const name of readdirSync(path.join(folder, section))) {
      const text = readFileSync(path.join(folder, section, name), "utf8");
      const end = text.indexOf("\n---\n", 4);
      const { date, updated, ...fields } = load(text.slice(4, end));
      const published = new Date(date);
      articles.push({
        ...fields,
        section,
        url: `${site}${section}/${name.slice(0, -3)}/`,
        published,
        updated: updated === undefined ? published : new Date(updated),
        ...bodyOf(fields.image, text.slice(end + 5)),
      });
    }
  }
  return articles.sort((one, other) => other.published - one.published);
}

function bodyOf({ src, alt, caption, credit }, text) {
  let html;
  const render = () => {
    html ??= `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(caption)} <small>© ${escapeHtml(credit)}</small></figcaption></figure>\n${markdown.render(text)}`;
    return html;
  };
  const summary = text.trimStart().split("\n", 1)[0].slice(0, 300);
  return {
    summary,
    get html() {
      return render();
    },
  };
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The main feed, one a section, one a tag: where each is written, and its newest articles. */
function groupsOf(articles) {
  const groups = new Map([["all", []]]);
  for (const article of articles) {
    const { section, tags } = article;
    for (const key of ["all", `section/${section}`, ...tags.map((tag) => `tag/${tag}`)]) {
      if (!groups.has(key)) groups.set(key, []);
      const group = groups.get(key);
      if (group.length < LIMIT) group.push(article);
    }
  }
  return groups;
}

/**
 * Writes what differs from what lies there.
 *
 * @param documentsOf gives for a feed's title, address and articles the text for each file ending.
 */
export function writeFeeds(documentsOf) {
  const [articlesFolder, output] = process.argv.slice(2);
  for (const [key, articles] of groupsOf(readArticles(articlesFolder))) {
    const title = key === "all" ? "Bench" : `Bench: ${key}`;
    const documents = documentsOf({ title, url: `${site}feeds/${key}`, articles });
    for (const [ending, text] of Object.entries(documents)) {
      const file = path.join(output, `${key}.${ending}`);
      if (textOf(file) === text) continue;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
