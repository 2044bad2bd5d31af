/** The few small pages that the server writes itself: refusals, and a list of what is there. */
import { STATUS_CODES } from "node:http";
import { escapeUTF8 } from "entities";
import type { Answer, HeaderList } from "./answer.ts";

/** Nothing of these pages loads or runs anything. */
const OWN_PAGE: HeaderList = [
  ...["Content-Type", "text/html; charset=utf-8"],
  ...["X-Content-Type-Options", "nosniff"],
  ...["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
  ...["Referrer-Policy", "no-referrer"],
];

/** @param headers more of them, such as `Allow`. */
export function refusal(status: number, words: string, headers: HeaderList = []): Answer {
  const title = `${status} ${STATUS_CODES[status] ?? ""}`;
  const body = page(title, `<h1>${escapeUTF8(title)}</h1>\n<p>${escapeUTF8(words)}</p>`);
  const isLasting = status === 404 || status === 410;
  const caching = ["Cache-Control", isLasting ? "public, max-age=60" : "no-store"];
  return { status, headers: [...pageHeaders(body), ...caching, ...headers], body };
}

/** @param location relative or absolute, with signs that a header may hold. */
export function redirect(location: string, maxAgeSeconds: number): Answer {
  const href = location.replace(/[^\x21-\x7e]+/g, (signs) => {
    // What is half a sign is none, and cannot be escaped.
    return encodeURIComponent(Buffer.from(signs).toString());
  });
  const body = page(
    "Moved",
    `<p>Moved to <a href="${escapeUTF8(href)}">${escapeUTF8(href)}</a>.</p>`,
  );
  const caching = ["Cache-Control", `public, max-age=${maxAgeSeconds}`];
  const open = ["Access-Control-Allow-Origin", "*"];
  const headers = [...pageHeaders(body), ...caching, ...open, "Location", href];
  return { status: 301, headers, body };
}

/** @param documents below the output folder. */
export function listing(documents: readonly string[], maxAgeSeconds: number): Answer {
  const items = documents.slice(0, MAX_LISTED).map((name) => {
    const href = name.split("/").map(encodeURIComponent).join("/");
    return `<li><a href="./${href}">${escapeUTF8(name)}</a></li>`;
  });
  const list = items.length === 0 ? "<p>Nothing yet.</p>" : `<ul>\n${items.join("\n")}\n</ul>`;
  const body = page("Feeds", `<h1>Feeds</h1>\n${list}`);
  const caching = ["Cache-Control", `public, max-age=${maxAgeSeconds}`];
  return { status: 200, headers: [...pageHeaders(body), ...caching], body };
}

const MAX_LISTED = 2_000;

function pageHeaders(body: Buffer): HeaderList {
  return [...OWN_PAGE, "Content-Length", String(body.length)];
}

function page(title: string, content: string): Buffer {
  return Buffer.from(
    `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n` +
      `<meta name="viewport" content="width=device-width">\n` +
      `<title>${escapeUTF8(title)}</title>\n${content}\n</html>\n`,
  );
}
