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

interface Placed {
  readonly url: string;
  readonly file: MediaFile;
}

export interface MediaSources {
  readonly config: Pick<Config, "feedsUrl" | "folder" | "media" | "images" | "output">;
  readonly findFile: FindFile;
  /** The SHA-256 of a file in hexadecimal; undefined where it cannot be read. */
  readonly digestOf: (file: LocalFile) => string | undefined;
}

/** Where generators keep what they put on the site as it is. */
const SERVED = ["static", "public"];
const FOLDER = "media";
/** Sixty-four bits: two files of one name never meet by chance. */
const DIGEST_LETTERS = 16;

export function openMediaPlaces({ config, findFile, digestOf }: MediaSources): MediaPlaces {
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
      const [address = ""] = url.split(/[?#]/, 1);
      if (!isMedia(address, mayBePaper) || isHidden(address)) return undefined;
      const found = findFile(url, article);
      // A link on the disk may lead to anything: what it leads to goes out.
      if (found === undefined || isServed(found.file) || !isMedia(found.file, mayBePaper)) {
        return undefined;
      }
      const digest = digestOf(found);
      if (digest === undefined) return undefined;
      const name = nameOf(found.file, digest);
      // A page of a paper, a minute of a recording.
      const part = /#.*$/s.exec(url)?.[0] ?? "";
      return {
        url: new URL(encodedPath(name), feedsUrl).href + part,
        file: { path: name, source: found.file, digest, bytes: found.bytes },
      };
    },
  };
}

/** The names of copies in a text: those that a document asks for. */
const NAMES = /\bmedia\/(?:[\w-]+-)?[\da-f]{16}\.[\da-z]+/g;

/** Copies below the output folder that a document may name, each once. */
export function mediaNamedIn(document: string): ReadonlySet<string> {
  return new Set(document.match(NAMES));
}

/** Whether a document below the output folder is such a copy. */
export function isMediaName(name: string): boolean {
  return name.startsWith(`${FOLDER}/`) && mediaNamedIn(name).has(name);
}

function nameOf(file: string, digest: string): string {
  const { name, ext } = path.parse(file);
  // ASCII, as players and their caches want it.
  const slug = slugOf(name.normalize("NFKD").replace(/\p{M}/gu, ""));
  const start = /^[\w-]+$/.test(slug) ? `${slug}-` : "";
  return `${FOLDER}/${start}${digest.slice(0, DIGEST_LETTERS)}${ext.toLowerCase()}`;
}

/** To most people `.ts` is TypeScript, and a list of songs names files that stay behind. */
const NO_MEDIA: ReadonlySet<string> = new Set(["video/mp2t", "audio/x-mpegurl"]);

/** By the ending alone: a record must not publish whatever file it likes. */
function isMedia(name: string, mayBePaper: boolean): boolean {
  const type = mime.getType(name) ?? "";
  if (NO_MEDIA.has(type)) return false;
  return /^(?:image|audio|video)\//.test(type) || (mayBePaper && type === "application/pdf");
}

/** What is hidden is not meant for the world, whatever a record says. */
function isHidden(url: string): boolean {
  return /\/(?:\.|_drafts\/)/.test(percentDecoded(url.replace(/^[a-z]+:\/\/[^/]*/i, "")));
}
