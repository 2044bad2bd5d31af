/** The files behind addresses of our own site, where they lie within the project's folder. */
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { percentDecoded } from "./addresses.ts";

/** Where generators keep what they serve from the root of a site. */
const ROOTS = ["", "static", "public", "src"];

export interface LocalFile {
  /** Absolute, without links. */
  readonly file: string;
  readonly bytes: number;
  /** Changes whenever the file does: when it was last written, and when its entry was. */
  readonly version: string;
}

/** Where an article stands: on the web, and below the articles folder. */
interface ArticlePlace {
  readonly url: string;
  readonly recordPath: string;
}

export type FindFile = (address: string, article: ArticlePlace) => LocalFile | undefined;

export interface LocalFilesOptions {
  /** The folder that no answer leaves: that of the configuration. */
  readonly project: string;
  readonly articles: string;
  readonly siteUrl: string;
  /** Where the files of further addresses lie: from the beginning of an address to a folder. */
  readonly folders?: Readonly<Record<string, string>>;
}

/**
 * Finds the file of an absolute address: as the site's root has it, as it lies beside the record,
 * or in a folder that the configuration names.
 */
export function findFilesWithin(options: LocalFilesOptions): FindFile {
  const { project, articles, siteUrl, folders = {} } = options;
  const roots = [articles, ...ROOTS.map((root) => path.join(project, root))];
  const named = Object.entries(folders).map(([address, folder]) => {
    return [withoutScheme(new URL(address).href), path.resolve(project, folder)] as const;
  });
  const allowed = [articles, project, ...named.map(([, folder]) => folder)].map(realOrSame);
  return (address, article) => {
    const candidates: string[] = [];
    const whole = withoutScheme(address.split(/[?#]/, 1)[0] ?? "");
    for (const [start, folder] of named) {
      if (whole.startsWith(start)) candidates.push(path.join(folder, inner(whole, start)));
    }
    const site = withoutScheme(siteUrl);
    if (whole.startsWith(site)) {
      candidates.push(...roots.map((root) => path.join(root, inner(whole, site))));
    }
    const beside = relativePath(withoutScheme(article.url), whole);
    if (beside !== undefined) {
      candidates.push(path.join(articles, path.dirname(article.recordPath), beside));
    }
    for (const candidate of candidates) {
      const found = fileAt(candidate, allowed);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A site answers to http and https alike, and to its name with www. */
function withoutScheme(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, "//")
    .replace(/^(\/\/[^/:]*):(?:80|443)\//, "$1/");
}

function inner(whole: string, start: string): string {
  return percentDecoded(whole.slice(start.length));
}

/** What the record must have written, for the address to be this one. */
function relativePath(articleUrl: string, address: string): string | undefined {
  const host = /^\/\/[^/]*/.exec(address)?.[0] ?? "";
  if (host === "" || !articleUrl.startsWith(`${host}/`)) return undefined;
  const [from = ""] = articleUrl.slice(host.length).split(/[?#]/, 1);
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  return percentDecoded(path.posix.relative(folder, address.slice(host.length)));
}

function fileAt(candidate: string, allowed: readonly string[]): LocalFile | undefined {
  if (candidate.includes("\0")) return undefined;
  try {
    const stat = statSync(candidate);
    if (!stat.isFile() || stat.size === 0) return undefined;
    const file = realpathSync(candidate);
    if (!allowed.some((folder) => file.startsWith(folder + path.sep))) return undefined;
    return { file, bytes: stat.size, version: `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` };
  } catch {
    // Most addresses are of files that only the web server has: that is no fault of the record.
    return undefined;
  }
}

function realOrSame(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
