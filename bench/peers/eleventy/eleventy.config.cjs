// Eleventy with its RSS plugin; "src/articles" is the folder that everybody reads.
const LIMIT = 50;

module.exports = async (eleventy) => {
  const { rssPlugin } = await import("@11ty/eleventy-plugin-rss");
  eleventy.addPlugin(rssPlugin);
  eleventy.setQuietMode(true);
  eleventy.setUseGitIgnore(false);
  // The articles have addresses, but no pages of their own are written.
  eleventy.addGlobalData("permalink", false);

  eleventy.addCollection("feeds", (collections) => {
    const groups = new Map();
    for (const post of collections.getAllSorted().toReversed()) {
      const { section } = placeOf(post);
      const keys = ["all", `section/${section}`, ...post.data.tags.map((tag) => `tag/${tag}`)];
      for (const key of keys) {
        if (!groups.has(key)) groups.set(key, { key, posts: [] });
        const { posts } = groups.get(key);
        if (posts.length < LIMIT) posts.push(post);
      }
    }
    return [...groups.values()];
  });

  eleventy.addFilter("address", (post) => placeOf(post).address);
  eleventy.addFilter("section", (post) => placeOf(post).section);
  eleventy.addFilter("updated", ({ date, data }) => new Date(data.updated ?? date));
  eleventy.addFilter(
    "newest",
    (posts) => new Date(Math.max(...posts.map(({ date, data }) => new Date(data.updated ?? date)))),
  );
  eleventy.addFilter("summary", ({ content }) => /^<p>([^<]*)/.exec(content)?.[1].slice(0, 300));
  eleventy.addFilter("body", ({ content, data: { image } }) => {
    const caption = `${escapeHtml(image.caption)} <small>© ${escapeHtml(image.credit)}</small>`;
    const picture = `<img src="${escapeHtml(image.src)}" alt="${escapeHtml(image.alt)}">`;
    return `<figure>${picture}<figcaption>${caption}</figcaption></figure>\n${content}`;
  });

  return {
    dir: { input: "src", output: "feeds" },
    // Articles are Markdown and nothing else: without this, each is a Liquid template as well.
    markdownTemplateEngine: false,
  };
};

function placeOf({ filePathStem }) {
  const [, , section, name] = filePathStem.split("/");
  return { section, address: `https://bench.example/${section}/${name}/` };
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
