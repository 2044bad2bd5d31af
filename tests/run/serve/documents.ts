/** Documents to be served, and what a browser says that asks for them. */

/** An RSS document with these items. */
export function rssOf(titles: readonly string[], head = ""): string {
  const items = titles.map((title) => {
    const guid = `<guid isPermaLink="false">${title}</guid>`;
    return `<item>\n<title>${title}</title>\n${guid}\n<description>${"Words about it. ".repeat(40)}</description>\n</item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n<title>T</title>\n${head}${items.join("\n")}\n</channel>\n</rss>\n`;
}

export const BROWSER =
  "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
