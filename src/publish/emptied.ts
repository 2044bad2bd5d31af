/** The last version of a feed that is no more: the same document without its items. */
import { isPlainObject } from "../articles/record.ts";
import { faultOfDocument } from "./check.ts";

const MEDIA_TYPES = { rss: "application/rss+xml", atom: "application/atom+xml" } as const;
const ITEMS = { rss: "item", atom: "entry" } as const;

/**
 * Of a document that we wrote ourselves; items follow one another, and nothing of the feed's own
 * stands behind the first. Undefined where it is no feed, or cannot be cut surely.
 */
export function emptied(text: string, name: string): string | undefined {
  if (name.endsWith(".json")) return emptiedJson(text);
  if (name.endsWith(".rss")) return emptiedXml(text, "rss");
  if (name.endsWith(".atom")) return emptiedXml(text, "atom");
  return undefined;
}

function emptiedXml(text: string, format: keyof typeof ITEMS): string | undefined {
  const item = ITEMS[format];
  const start = text.search(new RegExp(`<${item}[ >]`));
  const closing = `</${item}>`;
  const end = text.lastIndexOf(closing) + closing.length;
  if (start !== -1 && end <= start) return undefined;
  const rest = start === -1 ? text : text.slice(0, start) + text.slice(end).replace(/^\n/, "");
  const fault = faultOfDocument(Buffer.from(rest), MEDIA_TYPES[format]);
  return fault === undefined ? rest : undefined;
}

function emptiedJson(text: string): string | undefined {
  const feed = parse(text);
  if (!isPlainObject(feed) || !Array.isArray(feed["items"])) return undefined;
  if (!String(feed["version"]).startsWith("https://jsonfeed.org/version/")) return undefined;
  return `${JSON.stringify({ ...feed, items: [] }, null, 2)}\n`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
