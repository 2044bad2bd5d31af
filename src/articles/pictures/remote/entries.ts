/** What is remembered of a picture on the web. The file may be edited by hand: shapes are checked. */
import type { IncomingHttpHeaders } from "node:http";
import * as v from "valibot";
import type { Fault } from "../../../errors.ts";
import type { PictureRead } from "../picture-facts.ts";
import { faultShape, pictureReadShape } from "../remembered-reads.ts";
import { FAILURE_FRESH_MS, freshnessMs, LONGEST_FRESH_MS } from "./freshness.ts";

export interface RemoteEntry {
  /** What the picture told when it was last had. */
  readonly read?: PictureRead;
  /** Why it was not had the last time; `read` is then of an earlier time, or missing. */
  readonly failure?: Fault;
  /** RFC 9110, 8.8: whether it has changed. */
  readonly validators?: Validators;
  readonly fetchedAtMs: number;
  /** Until then nobody is asked. */
  readonly freshUntilMs: number;
}

export interface Validators {
  /** Behind the redirects: whose these are. */
  readonly address: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What goes back to the server as a header: one line, visible. */
const HEADER_VALUE = /^[\x20-\x7e]{1,256}$/;

const headerValue = v.exactOptional(v.pipe(v.string(), v.regex(HEADER_VALUE)));
const remoteEntry: v.GenericSchema<unknown, RemoteEntry> = v.object({
  read: v.exactOptional(pictureReadShape),
  failure: v.exactOptional(faultShape),
  validators: v.exactOptional(
    v.object({ address: v.string(), etag: headerValue, lastModified: headerValue }),
  ),
  fetchedAtMs: v.pipe(v.number(), v.safeInteger()),
  freshUntilMs: v.pipe(v.number(), v.safeInteger()),
});

export function isRemoteEntry(value: unknown): value is RemoteEntry {
  return v.is(remoteEntry, value);
}

/** A time that lies further ahead than any we write comes from another clock, and counts for none. */
export function isFresh(entry: RemoteEntry, nowMs: number): boolean {
  return nowMs < entry.freshUntilMs && entry.freshUntilMs - nowMs <= LONGEST_FRESH_MS;
}

/** Facts outlive a failure; what went wrong last is what is told. */
export function readOfEntry(entry: RemoteEntry): PictureRead {
  if (entry.failure === undefined) return entry.read ?? {};
  return { ...entry.read, fault: entry.failure };
}

/** @param known the entry before this answer. */
export function entryOfPicture(
  known: RemoteEntry | undefined,
  read: PictureRead,
  answer: { readonly headers: IncomingHttpHeaders; readonly address: string },
  nowMs: number,
): RemoteEntry {
  // A page that says "not found" with status 200 takes no facts away.
  if (read.facts === undefined && known?.read?.facts !== undefined && read.fault !== undefined) {
    return entryOfFailure(known, read.fault, nowMs);
  }
  const freshUntilMs = nowMs + freshnessMs(answer.headers, nowMs);
  const validators = validatorsOf(answer.headers, answer.address);
  return { read, ...(validators && { validators }), fetchedAtMs: nowMs, freshUntilMs };
}

/** Not modified: what was read holds on. */
export function entryOfUnchanged(
  known: RemoteEntry,
  headers: IncomingHttpHeaders,
  nowMs: number,
): RemoteEntry {
  const { failure: _, ...rest } = known;
  return { ...rest, fetchedAtMs: nowMs, freshUntilMs: nowMs + freshnessMs(headers, nowMs) };
}

export function entryOfFailure(
  known: RemoteEntry | undefined,
  failure: Fault,
  nowMs: number,
): RemoteEntry {
  return { ...known, failure, fetchedAtMs: nowMs, freshUntilMs: nowMs + FAILURE_FRESH_MS };
}

function validatorsOf(headers: IncomingHttpHeaders, address: string): Validators | undefined {
  const { etag, "last-modified": lastModified } = headers;
  const validators = {
    address,
    ...(isHeaderValue(etag) && { etag }),
    ...(isHeaderValue(lastModified) && { lastModified }),
  };
  return Object.keys(validators).length > 1 ? validators : undefined;
}

function isHeaderValue(value: string | undefined): value is string {
  return value !== undefined && HEADER_VALUE.test(value);
}
