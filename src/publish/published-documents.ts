/** The documents that readers have, for who has lost what else was known of them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The ending whose documents tell most comes first; one document of a feed is enough. */
const ENDINGS = [".json", ".rss", ".atom"] as const;
/** Feeds are made of the newest articles: a site with more feeds than this shows each many times. */
const MOST_DOCUMENTS = 5_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** The feeds of a folder, each in one of its formats. Never throws: what cannot be read is no feed. */
export function readPublished(
  folder: string,
): readonly { readonly path: string; readonly text: string }[] {
  const best = new Map<string, string>();
  for (const name of namesBelow(folder)) {
    const ending = ENDINGS.find((one) => name.endsWith(one));
    if (ending === undefined || path.basename(name).startsWith(".")) continue;
    const feed = name.slice(0, -ending.length);
    const known = best.get(feed);
    if (known === undefined || ENDINGS.indexOf(ending) < rankOf(known)) best.set(feed, name);
  }
  const names = [...best.values()].sort().slice(0, MOST_DOCUMENTS);
  // Read one at a time, when asked: together they may be larger than any memory.
  return names.map((name) => ({
    path: name,
    get text() {
      return textOf(path.join(folder, name));
    },
  }));
}

function rankOf(name: string): number {
  return ENDINGS.findIndex((ending) => name.endsWith(ending));
}

function namesBelow(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.map((name) => name.split(path.sep).join("/"));
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= MOST_BYTES ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
