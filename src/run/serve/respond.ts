/** From a chosen file and the headers of a request to an answer. */

import { acceptedCodings, type Coding } from "./accept.ts";
import type { Answer, Asked, HeaderList, Prepared } from "./answer.ts";
import type { FileChoice } from "./choice.ts";
import { isRangeWanted, statusOfConditions } from "./conditions.ts";
import { deltaFor } from "./delta.ts";
import type { FeedVersions } from "./feed-versions.ts";
import { etagOf, type HeaderPolicy, prepare } from "./prepared.ts";
import { readRange } from "./ranges.ts";
import type { ServedFile } from "./served-file.ts";

/** What has to be compressed before the question can be put again. */
export interface Wanting {
  readonly file: ServedFile;
  readonly encode: "gzip" | "br";
}

/** The answer is the file on the disk, from `first` to `last`. */
export interface FromDisk {
  readonly file: ServedFile;
  readonly first: number;
  readonly last: number;
  readonly status: number;
  readonly headers: HeaderList;
}

export function respond(
  choice: FileChoice,
  asked: Asked,
  policy: HeaderPolicy,
  versions: Pick<FeedVersions, "of">,
): Answer | FromDisk | Wanting {
  const { file } = choice;
  const { headers } = asked;
  const coding = codingFor(file, headers["accept-encoding"], headers["if-none-match"]);
  if (coding !== "identity" && !file.encoded.has(coding)) return { encode: coding, file };
  const prepared = prepare(file, coding, choice, policy);
  const status = statusOfConditions(headers, prepared);
  if (status === 304) return { status, headers: prepared.notModified };
  if (status === 412) return { status, headers: refusalHeaders(prepared, []) };
  const delta = deltaFor(file, asked, policy, versions);
  if (delta !== undefined) return delta;
  const isPart = headers.range !== undefined && asked.method === "GET" && coding === "identity";
  const part = isPart ? partOf(file, headers, prepared) : undefined;
  return part ?? whole(file, coding, asked, prepared);
}

/** The one that the client has already, if it may have it; else the best it takes. */
function codingFor(
  file: ServedFile,
  acceptEncoding: string | undefined,
  ifNoneMatch: string | undefined,
): Coding {
  if (acceptEncoding === undefined || !file.isCompressible) return "identity";
  const taken = acceptedCodings(acceptEncoding);
  if (ifNoneMatch?.includes(file.tag) === true) {
    const had = taken.find((coding) => ifNoneMatch.includes(etagOf(file, coding)));
    if (had !== undefined) return had;
  }
  const best = taken[0] ?? "identity";
  return file.encoded.get(best) === null ? "identity" : best;
}

function whole(
  file: ServedFile,
  coding: Coding,
  { method }: Asked,
  { ok }: Prepared,
): Answer | FromDisk {
  if (method === "HEAD") return { status: 200, headers: ok };
  const body = file.encoded.get(coding) ?? file.bytes;
  if (body !== undefined) return { status: 200, headers: ok, body };
  return { status: 200, headers: ok, file, first: 0, last: file.version.size - 1 };
}

function partOf(
  file: ServedFile,
  headers: Asked["headers"],
  prepared: Prepared,
): Answer | FromDisk | undefined {
  const { size } = file.version;
  const ifRange = headers["if-range"];
  if (!isRangeWanted(typeof ifRange === "string" ? ifRange : undefined, prepared)) return;
  const range = readRange(headers.range, size);
  if (range === undefined) return undefined;
  if (range === "unsatisfiable") {
    return { status: 416, headers: refusalHeaders(prepared, ["Content-Range", `bytes */${size}`]) };
  }
  const { first, last } = range;
  const partial = [
    ...prepared.partial,
    ...["Content-Range", `bytes ${first}-${last}/${size}`],
    ...["Content-Length", String(last - first + 1)],
  ];
  const part = { status: 206, headers: partial };
  if (file.bytes === undefined) return { ...part, file, first, last };
  return { ...part, body: file.bytes.subarray(first, last + 1) };
}

/**
 * Of an answer to conditions or ranges that do not fit. The document's own `Cache-Control` would
 * have a shared cache give it to everybody (RFC 9111, section 3): they are no part of its key.
 */
function refusalHeaders({ notModified }: Prepared, more: HeaderList): HeaderList {
  const others = notModified.filter((_, at) => notModified[at - (at % 2)] !== "Cache-Control");
  return [...others, "Cache-Control", "no-store", ...more, "Content-Length", "0"];
}
