/**
 * RFC 3229 with the instance manipulation `feed`: of a feed that a reader has in an older version,
 * a whole document with only the items that are new or changed since.
 */
import type { Answer, Asked, HeaderList } from "./answer.ts";
import { tagsOf } from "./conditions.ts";
import { documentWithout } from "./feed-items.ts";
import type { FeedVersions } from "./feed-versions.ts";
import { etagOf, type HeaderPolicy, prepare } from "./prepared.ts";
import type { ServedFile } from "./served-file.ts";

/** Of the delta these say something else, or nothing at all. */
const OF_THE_WHOLE = /^(?:ETag|Cache-Control|Vary|Accept-Ranges|Last-Modified)$/;

/** @returns undefined where the reader gets the whole document. */
export function deltaFor(
  file: ServedFile,
  { headers, method }: Asked,
  policy: HeaderPolicy,
  versions: Pick<FeedVersions, "of">,
): Answer | undefined {
  const had = headers["if-none-match"];
  const { bytes, items } = file;
  if (had === undefined || bytes === undefined || items === undefined) return undefined;
  if (!takesFeeds(headers["a-im"])) return undefined;
  for (const tag of tagsOf(had)) {
    const known = versions.of(file.path, untold(tag));
    const body = known && documentWithout(bytes, items, known);
    if (body === undefined) continue;
    const whole = prepare(file, "identity", { isNegotiated: false }, policy).partial;
    const sent = [...deltaHeaders(file, tag), ...others(whole)];
    const length = ["Content-Length", String(body.length)];
    const answer = { status: 226, headers: [...sent, ...length] };
    return method === "HEAD" ? answer : { ...answer, body };
  }
  return undefined;
}

/**
 * The tag is that of the current version: whoever puts the delta to what it has, has that. Caches
 * that know nothing of deltas must not keep one (section 10.8.2).
 */
function deltaHeaders(file: ServedFile, base: string): HeaderList {
  return [
    ...["IM", "feed"],
    ...["ETag", etagOf(file, "identity")],
    ...["Delta-Base", `"${base}"`],
    ...["Cache-Control", "no-store, im"],
    ...["Vary", "A-IM, If-None-Match, Accept-Encoding"],
  ];
}

function others(headers: HeaderList): HeaderList {
  return headers.filter((_, at) => !OF_THE_WHOLE.test(headers[at - (at % 2)] ?? ""));
}

/** Section 10.5.3: a list of manipulations, each with a weight; 0 is a refusal. */
function takesFeeds(header: string | readonly string[] | undefined): boolean {
  const list = String(header ?? "").slice(0, 512);
  return list.split(",").some((entry) => {
    const [name = "", ...parameters] = entry.split(";");
    const isRefused = parameters.some((one) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(one));
    return name.trim().toLowerCase() === "feed" && !isRefused;
  });
}

/** The tag of the version, whichever coding it was sent in. */
function untold(tag: string): string {
  return tag.replace(/-(?:gzip|br)$/, "");
}
