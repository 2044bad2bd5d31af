/** What stands in the output folder: read anew only where it changed, and judged as it is read. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { XMLValidator } from "fast-xml-parser";

/** An item, as a reader knows it. */
export interface Item {
  readonly number: number;
  readonly guid: string;
  /** As `seenOf` says it. */
  readonly seen: string;
}

/** A feed, in all its formats. */
export interface Shown {
  readonly items: readonly Item[];
  /** Differs when any of its documents was written. */
  readonly stamp: string;
}

const FORMATS = ["json", "rss", "atom"] as const;
const DOCUMENT = /^([\w/-]+)\.(?:json|rss|atom)$/;
const OWN = /^\.feedwright\.(?:json|slots(?:\/[\d]+-[\da-f]{16}\.\d)?)$/;

/**
 * Reads the feeds below a folder, by path.
 *
 * @throws Error where a document is not whole, formats differ, or something else lies there.
 */
export function openDocuments(folder: string): () => ReadonlyMap<string, Shown> {
  const known = new Map<string, Shown>();
  return () => {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
    const paths = new Set<string>();
    for (const name of names) {
      const [, at] = DOCUMENT.exec(name) ?? [];
      if (at !== undefined && !name.startsWith(".")) paths.add(at);
      else if (!OWN.test(name)) throw new Error(`${name} was left behind`);
    }
    for (const at of [...known.keys()]) if (!paths.has(at)) known.delete(at);
    for (const at of paths) {
      const stamp = FORMATS.map((format) => stampOf(path.join(folder, `${at}.${format}`))).join();
      if (known.get(at)?.stamp !== stamp) known.set(at, { stamp, items: readFeed(folder, at) });
    }
    return known;
  };
}

function stampOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}

function readFeed(folder: string, at: string): readonly Item[] {
  const [json = "", rss = "", atom = ""] = FORMATS.map((format) =>
    readFileSync(path.join(folder, `${at}.${format}`), "utf8"),
  );
  const items: Item[] = JSON.parse(json).items.map(itemOf);
  const guids = items.map(({ guid }) => guid).join(" ");
  for (const [name, text, pattern] of [
    ["rss", rss, /<guid[^>]*>([^<]*)</g],
    ["atom", atom, /<entry[^>]*>.*?<id>([^<]*)</gs],
  ] as const) {
    const validity = XMLValidator.validate(text);
    if (validity !== true) throw new Error(`${at}.${name}: ${validity.err.msg}`);
    const found = [...text.matchAll(pattern)].map(([, guid]) => guid).join(" ");
    if (found !== guids) throw new Error(`${at}.${name} shows ${found}, ${at}.json ${guids}`);
  }
  return items;
}

function itemOf(item: Readonly<Record<string, string>>): Item {
  const { id = "", title, url = "", content_html: html = "", date_published: date, tags } = item;
  const [mark = "", number] = /uid-(\d+)-v\d+/.exec(html) ?? [];
  const seen = `${mark} ${title} ${tags} ${url.split("/").at(-2)} ${date}`;
  return { number: Number(number), guid: id, seen };
}
