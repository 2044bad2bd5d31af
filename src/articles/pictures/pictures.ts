/**
 * What the files of pictures tell, each opened once: a file that has not changed since an earlier
 * run is not opened again, and one that was moved or copied is known by its digest.
 */
import path from "node:path";
import type { Problem } from "../../errors.ts";
import { cacheVersion } from "../cache-folder.ts";
import type { ArticlePlace, FindFile, LocalFile } from "../local-files.ts";
import { type HeldCaches, openCacheFile } from "./cache-file.ts";
import { type FileMemory, openFileMemory } from "./file-memory.ts";
import { readPicture, readPictureOnce } from "./files/picture-file.ts";
import type { PictureFacts, PictureRead } from "./picture-facts.ts";
import { isPictureRead } from "./remembered-reads.ts";

/** Whatever changes what is read from a picture makes the cache start anew. */
const VERSION = 3;

export interface PicturesOptions {
  readonly findFile: FindFile;
  /** The folder that remembers between runs. */
  readonly cache: string;
  readonly held?: HeldCaches | undefined;
  /** Whether pictures that are only on the web are looked at. */
  readonly probe: boolean;
  /** Hosts of a private network that may be asked all the same. */
  readonly allowedHosts: readonly string[];
  readonly nowMs: number;
  /** How messages name a file. */
  readonly shownAs: (file: string) => string;
}

export interface Pictures {
  /** Undefined where nothing is known, or not yet: a picture on the web waits for `fetch`. */
  readonly factsOf: (url: string, article: ArticlePlace) => PictureFacts | undefined;
  /** Changes whenever what is known of the picture may have changed; empty where nothing is. */
  readonly stateOf: (url: string, article: ArticlePlace) => string;
  /** The same, but nobody waits for it: what is on the web and was not asked for stays unasked. */
  readonly seenOf: (url: string, article: ArticlePlace) => string;
  /** Whether it has told less than it should; only of pictures that were asked for. */
  readonly isFaulty: (url: string, article: ArticlePlace) => boolean;
  /** Asks the web for every picture that was waited for; false where there was none. */
  readonly fetch: () => Promise<boolean>;
  /** Files that tell less than they should, one problem each; those of one host together. */
  readonly problems: () => readonly Problem[];
  /** Remembers for the next run what this one has seen. */
  readonly save: () => void;
}

export function openPictures(options: PicturesOptions): Pictures {
  const localFile = path.join(options.cache, "pictures.json");
  const local = openCacheFile(localFile, cacheVersion(VERSION), options.held);
  const memory = openFileMemory(local, isPictureRead);
  const onWeb = openWebPictures(options);
  const reads = new Map<string, PictureRead>();
  const readLocal = (found: LocalFile): PictureRead => {
    const read = reads.get(found.file) ?? readCached(found, memory);
    reads.set(found.file, read);
    return read;
  };
  const stateBy = (factsOf: WebPictures["factsOf"]): Pictures["stateOf"] => {
    return (url, article) => {
      const found = options.findFile(url, article);
      if (found !== undefined) return found.version;
      return options.probe ? (JSON.stringify(factsOf(url)) ?? "") : "";
    };
  };
  return {
    factsOf: (url, article) => {
      const found = options.findFile(url, article);
      return found === undefined ? onWeb.factsOf(url) : readLocal(found).facts;
    },
    stateOf: stateBy(onWeb.factsOf),
    seenOf: stateBy(onWeb.seen),
    isFaulty: (url, article) => {
      const found = options.findFile(url, article);
      if (found === undefined) return onWeb.isFaulty(url);
      return reads.get(found.file)?.fault !== undefined;
    },
    fetch: onWeb.fetch,
    problems: () => {
      const broken = [...reads].flatMap(([file, { fault }]) =>
        fault === undefined ? [] : [{ file: options.shownAs(file), ...fault }],
      );
      return [...broken, ...onWeb.problems()].sort((one, other) =>
        one.file < other.file ? -1 : 1,
      );
    },
    save: () => {
      local.save();
      onWeb.save();
    },
  };
}

function readCached(found: LocalFile, memory: FileMemory<PictureRead>): PictureRead {
  const known = memory.ofFile(found);
  if (known !== undefined) return known;
  const { read, digest } = readPictureOnce(found.file, memory.ofDigest);
  if (digest !== undefined) memory.remember(found, digest, read);
  return read;
}

type WebPictures = Pick<Pictures, "fetch" | "problems" | "save"> & {
  readonly factsOf: (url: string) => PictureFacts | undefined;
  /** What is known already. */
  readonly seen: (url: string) => PictureFacts | undefined;
  readonly isFaulty: (url: string) => boolean;
};

/** Pictures that are only on the web: left alone unless the configuration says otherwise. */
function openWebPictures({ cache, held, probe, ...options }: PicturesOptions): WebPictures {
  const file = openCacheFile(path.join(cache, "remote-pictures.json"), cacheVersion(VERSION), held);
  const reads = new Map<string, PictureRead>();
  const wanted = new Set<string>();
  return {
    factsOf: (url) => {
      if (probe && !reads.has(url)) wanted.add(url);
      return reads.get(url)?.facts;
    },
    seen: (url) => reads.get(url)?.facts,
    isFaulty: (url) => reads.get(url)?.fault !== undefined,
    fetch: async () => {
      const urls = [...wanted];
      wanted.clear();
      if (urls.length === 0) return false;
      const { probePictures } = await import("./remote/remote-pictures.ts");
      const { allowedHosts, nowMs } = options;
      const probed = await probePictures(urls, { allowedHosts, nowMs, cache: file, readPicture });
      for (const url of urls) reads.set(url, probed.get(url) ?? {});
      return true;
    },
    problems: () => problemsByHost(reads),
    // A run that asked for none has seen nothing that could be forgotten.
    save: () => reads.size > 0 && file.save(),
  };
}

/** A host that is down would otherwise be told once for every picture on it. */
function problemsByHost(reads: ReadonlyMap<string, PictureRead>): readonly Problem[] {
  const groups = new Map<string, { readonly problem: Problem; more: number }>();
  for (const [url, { fault }] of reads) {
    if (fault === undefined) continue;
    const key = `${new URL(url).host} ${fault.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { problem: { file: url, ...fault }, more: 0 });
    else group.more += 1;
  }
  return [...groups.values()].map(({ problem, more }) => {
    if (more === 0) return problem;
    return { ...problem, reason: `${problem.reason} (and ${more} more like it on this host)` };
  });
}
