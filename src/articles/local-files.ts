/** The files behind addresses of our own site, where they lie within the project's folder. */
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { percentDecoded } from "./addresses.ts";
import { versionOf } from "./file-versions.ts";
import { type Looked, listingAt, versionAt } from "./looked.ts";

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
export interface ArticlePlace {
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
  /**
   * Of one run: is told what was looked at. As long as all of it stays, every answer does. Within
   * the run, each file is looked at once.
   */
  readonly looked?: Looked;
}

/**
 * Finds the file of an absolute address: as the site's root has it, as it lies beside the record,
 * or in a folder that the configuration names.
 */
export function findFilesWithin(options: LocalFilesOptions): FindFile {
  const { project, articles, siteUrl, folders = {}, looked = new Map() } = options;
  const isOfRun = options.looked !== undefined;
  const mayHold = openListings(looked);
  const roots = [articles, ...ROOTS.map((root) => path.join(project, root))].filter((root) => {
    const isThere = versionAt(root) !== "";
    // What it holds is looked at later, if at all.
    if (!isThere) looked.set(root, "");
    return isThere;
  });
  const named = Object.entries(folders).map(([address, folder]) => {
    return [withoutScheme(new URL(address).href), path.resolve(project, folder)] as const;
  });
  const allowed = [articles, project, ...named.map(([, folder]) => folder)].map(realOrSame);
  const site = withoutScheme(siteUrl);
  const files = new Map<string, LocalFile | undefined>();
  const fileOnce = (candidate: string): LocalFile | undefined => {
    if (!isOfRun) return fileAt(candidate, allowed, looked);
    // The version is that from before the file was first read: if it changes meanwhile, the next
    // run sees another.
    if (!files.has(candidate)) files.set(candidate, fileAt(candidate, allowed, looked));
    return files.get(candidate);
  };
  const mayFind = openReach(options);
  const find: FindFile = (address, article) => {
    const candidates: [folder: string, inner: string][] = [];
    const whole = withoutScheme(address.split(/[?#]/, 1)[0] ?? "");
    for (const [start, folder] of named) {
      if (whole.startsWith(start)) candidates.push([folder, inner(whole, start)]);
    }
    if (whole.startsWith(site)) {
      const onSite = inner(whole, site);
      for (const root of roots) candidates.push([root, onSite]);
    }
    const beside = relativePath(withoutScheme(article.url), whole);
    if (beside !== undefined) {
      candidates.push([articles, path.posix.join(path.posix.dirname(article.recordPath), beside)]);
    }
    for (const [folder, within] of candidates) {
      if (!mayHold(folder, within)) continue;
      const found = fileOnce(path.join(folder, within));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  // Every feed that shows an article asks the same again.
  const answers = new Map<string, LocalFile | undefined>();
  return (address, article) => {
    if (!mayFind(address, article)) return undefined;
    if (!isOfRun) return find(address, article);
    const name = `${address} ${article.url} ${article.recordPath}`;
    if (!answers.has(name)) answers.set(name, find(address, article));
    return answers.get(name);
  };
}

/**
 * Whether the names on the way to a file are there, by listings of folders: most addresses are of
 * files that only the web server has, and a run asks for many thousands. Some file systems know no
 * case and no forms of Unicode, so names are compared without.
 */
function openListings(looked: Looked): (folder: string, inner: string) => boolean {
  const listings = new Map<string, ReadonlySet<string>>();
  const namesIn = (folder: string): ReadonlySet<string> => {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const { names, seen } = listingAt(folder);
    looked.set(folder, seen);
    const present = new Set(names.map(folded));
    listings.set(folder, present);
    return present;
  };
  return (folder, inner) => {
    const normal = path.posix.normalize(inner);
    // Above the folder: the file's real path decides.
    if (normal.startsWith("..")) return true;
    let at = folder;
    for (const name of normal.split("/")) {
      if (name === "" || name === ".") continue;
      if (!namesIn(at).has(folded(name))) return false;
      at += path.sep + name;
    }
    return true;
  };
}

function folded(name: string): string {
  // Nearly all names are plain.
  return /^[a-z\d._-]*$/.test(name) ? name : name.normalize("NFC").toLowerCase();
}

/** A site answers to http and https alike, and to its name with www. */
function withoutScheme(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, "//")
    .replace(/^(\/\/[^/:]*):(?:80|443)\//, "$1/");
}

/**
 * Tells of what addresses a file may be found at all, whatever lies on the disk: most pictures of
 * many sites are on a server of their own.
 */
export function openReach({
  siteUrl,
  folders = {},
}: Pick<LocalFilesOptions, "siteUrl" | "folders">): (
  address: string,
  article: ArticlePlace,
) => boolean {
  const hostOf = openHosts();
  const named = Object.keys(folders).map((one) => new URL(one).href);
  const hosts = new Set([siteUrl, ...named].map(hostOf));
  return (address, article) => {
    const host = hostOf(address);
    return hosts.has(host) || host === hostOf(article.url);
  };
}

/** The hosts of addresses, of which a site has few, as `withoutScheme` leaves them. */
function openHosts(): (address: string) => string {
  const known = new Map<string, string>();
  return (address) => {
    const end = address.indexOf("/", address.indexOf("//") + 2);
    const start = end === -1 ? (address.split(/[?#]/, 1)[0] ?? "") : address.slice(0, end);
    const host = known.get(start) ?? withoutScheme(`${start}/`);
    if (known.size < MOST_HOSTS) known.set(start, host);
    return host;
  };
}

const MOST_HOSTS = 10_000;

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

function fileAt(
  candidate: string,
  allowed: readonly string[],
  looked: Looked,
): LocalFile | undefined {
  if (candidate.includes("\0")) return undefined;
  try {
    // What a folder lists is told by its listing, and not by its times.
    const isListed = looked.has(candidate);
    if (!isListed) looked.set(candidate, "");
    const stat = statSync(candidate);
    const version = versionOf(stat);
    if (!isListed) looked.set(candidate, version);
    if (!stat.isFile() || stat.size === 0) return undefined;
    const file = realpathSync(candidate);
    if (!allowed.some((folder) => file.startsWith(folder + path.sep))) return undefined;
    return { file, bytes: stat.size, version };
  } catch {
    // Most addresses are of files that only the web server has: that is no fault of the record.
    return undefined;
  }
}

/** Without links, where it is there. */
export function realOrSame(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
