/** Conditional requests: the preconditions of RFC 9110, section 13.2.2, in their order. */
import type { IncomingHttpHeaders } from "node:http";

/** What they are held against: the representation that would be sent. */
interface Validators {
  /** With its quotes; `W/` before it where it is weak. */
  readonly etag: string;
  /** In whole seconds. */
  readonly modifiedMs: number;
}

/** The status that answers in place of the representation; undefined: send it. */
export function statusOfConditions(
  headers: IncomingHttpHeaders,
  validators: Validators,
): 304 | 412 | undefined {
  const ifMatch = headers["if-match"];
  if (ifMatch !== undefined) {
    if (!matchesStrongly(ifMatch, validators.etag)) return 412;
  } else {
    const unmodifiedMs = httpDateMs(headers["if-unmodified-since"]);
    if (unmodifiedMs !== undefined && validators.modifiedMs > unmodifiedMs) return 412;
  }
  const ifNoneMatch = headers["if-none-match"];
  // Where the tags are sent, the date is not looked at (section 13.1.3).
  if (ifNoneMatch !== undefined) {
    return matchesWeakly(ifNoneMatch, validators.etag) ? 304 : undefined;
  }
  const sinceMs = httpDateMs(headers["if-modified-since"]);
  return sinceMs !== undefined && validators.modifiedMs <= sinceMs ? 304 : undefined;
}

/** Section 13.1.5: a part is only of use to who has the rest of the very same bytes. */
export function isRangeWanted(ifRange: string | undefined, validators: Validators): boolean {
  if (ifRange === undefined) return true;
  if (/^(?:W\/)?"/.test(ifRange)) return ifRange === validators.etag && !isWeak(validators.etag);
  return httpDateMs(ifRange) === validators.modifiedMs;
}

/** The tags of a list such as `"a", W/"b"`, without `W/` and quotes. */
export function tagsOf(list: string): readonly string[] {
  return [...list.slice(0, 4_096).matchAll(/"([^"]{0,256})"/g)].map(([, tag = ""]) => tag);
}

function isWeak(etag: string): boolean {
  return etag.startsWith("W/");
}

function matchesStrongly(list: string, etag: string): boolean {
  if (list.trim() === "*") return true;
  return !isWeak(etag) && entriesOf(list).includes(etag);
}

function matchesWeakly(list: string, etag: string): boolean {
  // Nearly every reader sends back the one tag that it was given.
  if (list === etag) return true;
  if (list.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return entriesOf(list).some((entry) => entry.replace(/^W\//, "") === opaque);
}

function entriesOf(list: string): readonly string[] {
  return [...list.slice(0, 4_096).matchAll(/(?:W\/)?"[^"]{0,256}"/g)].map(([entry]) => entry);
}

/** Section 5.6.7: the preferred form, and the two that are obsolete and must be understood. */
const HTTP_DATES = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
];
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/** Undefined for what is no such date: the header is not there then. */
export function httpDateMs(text: string | undefined): number | undefined {
  if (text === undefined || text.length > 40) return undefined;
  const asctime = ASCTIME.exec(text);
  const written =
    asctime === null ? text : `${asctime[2]} ${asctime[1]} ${asctime[4]} ${asctime[3]} GMT`;
  if (asctime === null && !HTTP_DATES.some((form) => form.test(text))) return undefined;
  const ms = Date.parse(written);
  return Number.isNaN(ms) ? undefined : ms;
}
