/**
 * Which files of this project go out beside the feeds, and under what address: pictures, recordings
 * and papers that nobody else publishes. A name holds a digest of what the file holds, so that it
 * may be kept by every cache for ever.
 */
import path from "node:path";
import mime from "mime";
import { encodedPath, percentDecoded } from "../../articles/addresses.ts";
import {
  type ArticlePlace,
  type FindFile,
  type LocalFile,
  realOrSame,
} from "../../articles/local-files.ts";
import { slugOf } from "../../articles/slugs.ts";
import type { Config } from "../../config/config.ts";

/** A file that is published beside the documents. */
export interface MediaFile {
  /** Below the output folder: `media/banjir-3f9c0a1b2c4d5e6f.jpg`. */
  readonly path: string;
  /** Absolute. */
  readonly source: string;
  /** The SHA-256 of what it holds, in hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

export interface MediaPlaces {
  /**
   * The address and the file of something that an article shows; undefined where it stays where it
   * is. To be asked for everything that `src` names.
   */
  readonly of: (url: string, article: ArticlePlace, mayBePaper?: boolean) => Placed | undefined;
}

export interface Placed {
  readonly url: string;
  readonly file: MediaFile;
}

export interface MediaSources {
  readonly config: Pick<Config, "feedsUrl" | "folder" | "media" | "images" | "output">;
  readonly findFile: FindFile;
  /** The SHA-256 of a file in hexadecimal; undefined where it cannot be read. */
  readonly digestOf: (file: LocalFile) => string | undefined;
  /** Addresses of what goes out already: the covers of episodes. */
  readonly made?: ReadonlySet<string>;
}

/** Where generators keep what they put on the site as it is. */
const SERVED = ["static", "public"];
const FOLDER = "media";
/** Sixty-four bits: two files of one name never meet by chance. */
const DIGEST_LETTERS = 16;

export function openMediaPlaces(sources: MediaSources): MediaPlaces {
  const { config, findFile, digestOf, made } = sources;
  const { feedsUrl, folder, media, images, output } = config;
  if (media === "site") return { of: () => undefined };
  const served = [
    ...SERVED.map((name) => path.join(folder, name)),
    ...Object.values(images.folders).map((named) => path.resolve(folder, named)),
  ].map(realOrSame);
  const published = realOrSame(output);
  const isIn = (file: string, one: string) => file.startsWith(one + path.sep);
  // What lies in the output folder is published as it is.
  const isServed = (file: string) =>
    isIn(file, published) || (media === "auto" && served.some((one) => isIn(file, one)));
  return {
    of: (url, article, mayBePaper = false) => {
      if (made?.has(url) || !isMedia(url, mayBePaper) || isHidden(url)) return undefined;
      const found = findFile(url, article);
      if (found === undefined || isServed(found.file)) return undefined;
      const digest = digestOf(found);
      if (digest === undefined) return undefined;
      const name = nameOf(found.file, digest);
      const address = new URL(encodedPath(name), feedsUrl).href;
      return {
        url: address,
        file: { path: name, source: found.file, digest, bytes: found.bytes },
      };
    },
  };
}

function nameOf(file: string, digest: string): string {
  const { name, ext } = path.parse(file);
  // ASCII, as players and their caches want it.
  const slug = slugOf(name.normalize("NFKD").replace(/\p{M}/gu, ""));
  const start = /^[\w-]+$/.test(slug) ? `${slug}-` : "";
  return `${FOLDER}/${start}${digest.slice(0, DIGEST_LETTERS)}${ext.toLowerCase()}`;
}

/** By the ending alone: a record must not publish whatever file it likes. */
function isMedia(url: string, mayBePaper: boolean): boolean {
  const type = mime.getType(url.split(/[?#]/, 1)[0] ?? "") ?? "";
  return /^(?:image|audio|video)\//.test(type) || (mayBePaper && type === "application/pdf");
}

/** What is hidden is not meant for the world, whatever a record says. */
function isHidden(url: string): boolean {
  return /\/(?:\.|_drafts\/)/.test(percentDecoded(url.replace(/^[a-z]+:\/\/[^/]*/i, "")));
}
