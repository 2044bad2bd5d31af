/** The headers of a file: put together once for a version, a coding, and a way to choose it. */

import type { Coding } from "./accept.ts";
import type { HeaderList, Prepared } from "./answer.ts";
import { completeLinks, linkHeader } from "./feed-links.ts";
import type { ServedFile } from "./served-file.ts";

/** What holds for all files of a site. */
export interface HeaderPolicy {
  /** Where the output folder is published; ends in "/". */
  readonly feedsUrl: string;
  /** WebSub hubs, for feeds that do not name theirs. */
  readonly hubs: readonly string[];
  /** How long a feed or page may be taken for fresh. */
  readonly maxAgeSeconds: number;
}

/** How a file was come by. */
export interface Chosen {
  /** `Accept` had a say. */
  readonly isNegotiated: boolean;
  /** A relative address, where the file is another than the one that was asked for. */
  readonly location?: string | undefined;
}

const CODINGS: readonly Coding[] = ["identity", "gzip", "br"];

export function prepare(
  file: ServedFile,
  coding: Coding,
  chosen: Chosen,
  policy: HeaderPolicy,
): Prepared {
  const { isNegotiated, location } = chosen;
  // Documents that stand in for others are few, and asked for by people.
  if (location !== undefined) return make(file, coding, chosen, policy);
  const at = CODINGS.indexOf(coding) * 2 + (isNegotiated ? 1 : 0);
  const known = file.prepared[at];
  if (known !== undefined) return known;
  const made = make(file, coding, chosen, policy);
  file.prepared[at] = made;
  return made;
}

/** The tag of a file in a coding: other bytes, another tag. */
export function etagOf({ tag, isWeak }: ServedFile, coding: Coding): string {
  return `${isWeak ? "W/" : ""}"${tag}${coding === "identity" ? "" : `-${coding}`}"`;
}

function make(file: ServedFile, coding: Coding, chosen: Chosen, policy: HeaderPolicy): Prepared {
  const etag = etagOf(file, coding);
  const vary = varyOf(file, chosen.isNegotiated);
  // What a cache has to know to go on using what it has (RFC 9110, section 15.4.5).
  const notModified = [
    ...["ETag", etag],
    ...["Cache-Control", cacheControl(file, policy.maxAgeSeconds)],
    ...(vary === "" ? [] : ["Vary", vary]),
    ...(chosen.location === undefined ? [] : ["Content-Location", chosen.location]),
    ...sharingHeaders(file),
  ];
  const partial = [
    ...notModified,
    ...["Content-Type", file.contentType],
    ...["Last-Modified", new Date(file.modifiedMs).toUTCString()],
    ...(coding === "identity" ? ["Accept-Ranges", "bytes"] : ["Content-Encoding", coding]),
    ...exposingHeaders(file),
    ...linkHeaders(file, policy),
    ...guardHeaders(file),
  ];
  const length = file.encoded.get(coding)?.length ?? file.bytes?.length ?? file.version.size;
  const ok = [...partial, "Content-Length", String(length)];
  return { etag, modifiedMs: file.modifiedMs, ok, notModified, partial };
}

function varyOf(file: ServedFile, isNegotiated: boolean): string {
  const names = [
    ...(isNegotiated ? ["Accept"] : []),
    ...(file.isCompressible ? ["Accept-Encoding"] : []),
    // Who asks for a delta gets no page instead.
    ...(file.items !== undefined || isNegotiated ? ["A-IM"] : []),
  ];
  return names.join(", ");
}

const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

function cacheControl(file: ServedFile, maxAgeSeconds: number): string {
  if (isImmutable(file)) return `public, max-age=${YEAR_SECONDS}, immutable`;
  const stale = `stale-while-revalidate=${maxAgeSeconds * 2}, stale-if-error=${DAY_SECONDS}`;
  return `public, max-age=${maxAgeSeconds}, ${stale}`;
}

/**
 * A name that holds a digest of the content is never given to another content. Documents, and their
 * compressed copies, are called what the site calls them: a tag may look like a digest.
 */
function isImmutable({ path, mediaType, isFeed }: ServedFile): boolean {
  if (isFeed || /html|opml|^application\/(?:xml|json|gzip|octet-stream)$/.test(mediaType))
    return false;
  return /(?:^|[./-])[\da-f]{16,64}\.[^./]+(?:\.[^./]+)?$/.test(path);
}

const EXPOSED = "ETag, Last-Modified, Link, Content-Range, Accept-Ranges, IM, Delta-Base";

/** Readers that run in a browser may read whatever is no page. */
function sharingHeaders({ mediaType }: ServedFile): HeaderList {
  if (mediaType === "text/html") return [];
  return ["Access-Control-Allow-Origin", "*"];
}

function exposingHeaders({ mediaType }: ServedFile): HeaderList {
  return mediaType === "text/html" ? [] : ["Access-Control-Expose-Headers", EXPOSED];
}

function linkHeaders(file: ServedFile, { feedsUrl, hubs }: HeaderPolicy): HeaderList {
  if (!file.isFeed) return [];
  const self = feedsUrl + file.path.split("/").map(encodeURIComponent).join("/");
  const header = linkHeader(completeLinks(file.links, self, hubs));
  return header === undefined ? [] : ["Link", header];
}

/** A page has its own policy; this adds what only a header can say. */
function guardHeaders({ mediaType }: ServedFile): HeaderList {
  const nosniff = ["X-Content-Type-Options", "nosniff"];
  if (mediaType === "text/html") {
    return [
      ...nosniff,
      ...["Referrer-Policy", "strict-origin-when-cross-origin"],
      ...["Content-Security-Policy", "frame-ancestors 'self'"],
    ];
  }
  if (mediaType !== "image/svg+xml") return nosniff;
  return [...nosniff, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"];
}
