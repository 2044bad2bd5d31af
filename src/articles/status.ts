/** Whether a record may be seen. Nothing that says no, or may mean no, is ever published. */
import { flagOf, textOf } from "./field-values.ts";
import type { Field, Fields } from "./fields.ts";
import { isPlainObject } from "./record.ts";

type HeldReason = "draft" | "withdrawn" | "expired" | "embargoed";

/** What is kept back, and for embargoes until when. */
export interface HeldArticle {
  readonly key: string;
  readonly reason: HeldReason;
  /** Milliseconds since 1970, for an embargo. */
  readonly untilMs?: number;
}

/** When an article may be seen; milliseconds since 1970. */
export interface Timing {
  /** The latest of all dates that say "not before". */
  readonly releaseMs: number;
  readonly expiresMs?: number;
}

/** Why the clock keeps an article back; undefined where it does not. */
export function heldByClock(
  { releaseMs, expiresMs }: Timing,
  nowMs: number,
): Omit<HeldArticle, "key"> | undefined {
  if (expiresMs !== undefined && expiresMs <= nowMs) return { reason: "expired" };
  if (releaseMs > nowMs) return { reason: "embargoed", untilMs: releaseMs };
  return undefined;
}

const PUBLIC = /^(?:publish|published|public|live|active|final|usable|released|posted|online)$/;
const WITHDRAWN =
  /^(?:withdrawn|retracted|removed|deleted|trash|trashed|archived|canceled|cancelled|killed)$/;
const NOT_YET =
  /^(?:drafts?|auto-draft|pending|private|scheduled|future|review|in[- _]review|hidden|unlisted|unpublished|unpublish|idea|inherit|withheld|embargoed|wip|sent|offline|inactive|new|password)$/;

/** The record's own word on its status; `unknown` where it says something nobody can read. */
export function readStatus(
  fields: Fields,
): "published" | "draft" | "withdrawn" | { readonly unknown: string; readonly field: string } {
  for (const name of ["draft", "published_flag"] as const) {
    for (const field of fields.all(name)) {
      const flag = flagOf(field.value);
      if (flag === (name === "draft")) return "draft";
      // `published` is a date in many records; a `draft` that is neither yes nor no is a fault.
      if (flag === undefined && name === "draft") return unknown(field);
    }
  }
  const field = fields.get("status");
  if (field !== undefined) {
    const word = textOf(field.value)?.toLowerCase() ?? "";
    const flag = flagOf(field.value);
    if (WITHDRAWN.test(word)) return "withdrawn";
    if (NOT_YET.test(word) || flag === false) return "draft";
    if (!PUBLIC.test(word) && flag !== true) return unknown(field);
  }
  return isKeptOut(fields) || isForSome(fields) ? "draft" : "published";
}

/** Ways in which generators say that a page is not listed: Eleventy's and Hugo's. */
function isKeptOut(fields: Fields): boolean {
  if (flagOf(fields.named("eleventyExcludeFromCollections")?.value) === true) return true;
  if (fields.named("permalink")?.value === false) return true;
  if (flagOf(fields.named("headless")?.value) === true) return true;
  const build = fields.named("_build")?.value;
  if (!isPlainObject(build)) return false;
  return ["list", "render"].some((name) => {
    return build[name] === false || /^(?:never|local|link|false)$/i.test(textOf(build[name]) ?? "");
  });
}

/** A story for members, or behind a password, must not stand in a feed that everybody can read. */
function isForSome(fields: Fields): boolean {
  const visibility = textOf(fields.named("visibility")?.value)?.toLowerCase() ?? "public";
  if (!/^(?:public|everyone|all|visible|1|true)$/.test(visibility)) return true;
  if (["private", "hidden", "unlisted"].some((name) => flagOf(fields.named(name)?.value))) {
    return true;
  }
  return ["password", "post_password"].some((name) => textOf(fields.named(name)?.value));
}

function unknown(field: Field): { readonly unknown: string; readonly field: string } {
  const { name, value } = field;
  // A value of many parts is not shown: aliases can make it larger than any memory.
  const shown = typeof value === "object" ? "a list" : JSON.stringify(value).slice(0, 60);
  return { unknown: shown, field: name };
}
