// A plain script on the package "feedsmith": node feedsmith-script.mjs ARTICLES OUTPUT
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { site, writeFeeds } from "./read-articles.mjs";

writeFeeds((feed) => ({
  rss: generateRssFeed(rssOf(feed)),
  atom: generateAtomFeed(atomOf(feed)),
  json: JSON.stringify(generateJsonFeed(jsonOf(feed))),
}));

function newestOf(articles) {
  return new Date(Math.max(...articles.map((article) => article.updated)));
}

function mediaOf({ src, caption, credit }) {
  return {
    contents: [
      {
        url: src,
        medium: "image",
        type: "image/jpeg",
        description: { value: caption, type: "plain" },
        credits: [{ value: credit, role: "photographer", scheme: "urn:ebu" }],
      },
    ],
  };
}

function rssOf({ title, url, articles }) {
  return {
    title,
    link: site,
    description: title,
    language: "en",
    lastBuildDate: newestOf(articles),
    atom: { links: [{ href: `${url}.rss`, rel: "self", type: "application/rss+xml" }] },
    items: articles.map((article) => ({
      title: article.title,
      link: article.url,
      description: article.summary,
      pubDate: article.published,
      guid: { value: article.url, isPermaLink: true },
      categories: [article.section, ...article.tags].map((name) => ({ name })),
      content: { encoded: article.html },
      dc: { creators: [article.author] },
      enclosures: [{ url: article.image.src, type: "image/jpeg", length: 0 }],
      media: mediaOf(article.image),
    })),
  };
}

function atomOf({ title, url, articles }) {
  return {
    id: url,
    title: { value: title },
    updated: newestOf(articles),
    links: [
      { href: site, rel: "alternate" },
      { href: `${url}.atom`, rel: "self" },
    ],
    entries: articles.map((article) => ({
      id: article.url,
      title: { value: article.title },
      updated: article.updated,
      published: article.published,
      links: [{ href: article.url, rel: "alternate" }],
      authors: [{ name: article.author }],
      categories: [article.section, ...article.tags].map((name) => ({ term: name })),
      summary: { value: article.summary },
      content: { value: article.html, type: "html" },
      media: mediaOf(article.image),
    })),
  };
}

function jsonOf({ title, url, articles }) {
  return {
    title,
    home_page_url: site,
    feed_url: `${url}.json`,
    language: "en",
    items: articles.map((article) => ({
      id: article.url,
      url: article.url,
      title: article.title,
      content_html: article.html,
      summary: article.summary,
      image: article.image.src,
      date_published: article.published,
      date_modified: article.updated,
      authors: [{ name: article.author }],
      tags: [article.section, ...article.tags],
    })),
  };
}
