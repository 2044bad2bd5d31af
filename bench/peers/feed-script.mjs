// A plain script on the package "feed": node feed-script.mjs ARTICLES OUTPUT
import { Feed } from "feed";
import { site, writeFeeds } from "./read-articles.mjs";

writeFeeds(({ title, url, articles }) => {
  const updated = new Date(Math.max(...articles.map((article) => article.updated)));
  const feed = new Feed({
    title,
    description: title,
    id: site,
    link: site,
    language: "en",
    updated,
    feedLinks: { rss: `${url}.rss`, atom: `${url}.atom`, json: `${url}.json` },
  });
  for (const article of articles) {
    feed.addItem({
      title: article.title,
      id: article.url,
      link: article.url,
      description: article.summary,
      content: article.html,
      published: article.published,
      date: article.updated,
      author: [{ name: article.author }],
      category: [article.section, ...article.tags].map((name) => ({ name })),
      image: article.image.src,
    });
  }
  return { rss: feed.rss2(), atom: feed.atom1(), json: feed.json1() };
});
