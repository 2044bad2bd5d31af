/** Documents that change from one generation to the next, and tell when they are not whole. */
import { XMLValidator } from "fast-xml-parser";

/** In every generation some are as they were, some are new and some are no more. */
export function documentsOf(generation: number, count: number): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  for (let at = 0; at < count; at++) {
    if ((generation + at) % 7 === 0) continue;
    const path = `tag-${at % 9}/${at}.${at % 3 === 0 ? "json" : "rss"}`;
    // Every third document changes only with every second generation.
    const version = at % 3 === 1 ? generation - (generation % 2) : generation;
    const lines = 1 + ((at * 37 + version * 11) % 120);
    documents.set(path, at % 3 === 0 ? json(version, lines) : rss(version, lines));
  }
  return documents;
}

function rss(version: number, lines: number): string {
  const items = `<item><title>${version}</title><description>${"text ".repeat(20)}</description></item>\n`;
  const head = `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>`;
  return `${head}<title>${version}</title>\n${items.repeat(lines)}</channel></rss>\n`;
}

function json(version: number, lines: number): string {
  const items = Array.from({ length: lines }, () => ({ title: `${version}`, text: "text" }));
  return `${JSON.stringify({ title: `${version}`, items }, null, 2)}\n`;
}

/** Why a document is not one whole document of one generation; undefined where it is. */
export function faultOf(path: string, text: string): string | undefined {
  const fault = faultOfForm(path, text);
  if (fault !== undefined) return fault;
  const titles = text.match(/(?<=<title>|"title": ")\d+/g) ?? [];
  if (titles.length === 0) return "holds nothing";
  return new Set(titles).size === 1 ? undefined : "holds two generations";
}

/** Why a document is not well-formed. */
export function faultOfForm(path: string, text: string): string | undefined {
  if (!path.endsWith(".json")) {
    const valid = XMLValidator.validate(text);
    return valid === true ? undefined : valid.err.msg;
  }
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
