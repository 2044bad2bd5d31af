/**
 * Data files of Eleventy: `posts/posts.json` or `posts/posts.11tydata.json` gives fields to every
 * record of the folder and those below it; `post.11tydata.json` to the record beside it.
 */
import { namesOf } from "./field-values.ts";
import { hasField } from "./fields.ts";
import type { RawFields } from "./record.ts";

/** Names that Eleventy sites give to collections, not to subjects. */
const COLLECTIONS = new Set(["all", "nav", "post", "posts"]);
const DATA_FILE = /^(.*?)(?:\.11tydata)?\.json$/;

const RECORD_ENDINGS = [".md", ".markdown", ".mdx", ".html"];

/**
 * Which path a data file gives its fields to: a folder ending in "/", or a file without ending.
 *
 * @param rootName the name of the articles folder itself: `content/content.11tydata.json`.
 */
export function dataTarget(
  inner: string,
  siblings: ReadonlySet<string>,
  rootName: string,
): string | undefined {
  const parts = inner.split("/");
  const name = parts.pop() ?? "";
  const stem = DATA_FILE.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const folder = parts.join("/");
  if (stem === (parts.at(-1) ?? rootName)) return `${folder}/`;
  const target = folder === "" ? stem : `${folder}/${stem}`;
  const hasRecord = RECORD_ENDINGS.some((ending) => siblings.has(target + ending));
  return isNamedData(inner) || hasRecord ? target : undefined;
}

/** A file that can be nothing but data. */
function isNamedData(inner: string): boolean {
  return inner.endsWith(".11tydata.json");
}

/** A data file has no story of its own. */
export function isDataOnly(fields: RawFields): boolean {
  return !hasField(fields, "markdown", "html", "body", "text");
}

/** The fields that a record inherits: nearest first, tags of all levels together. */
export function inheritedFields(inner: string, data: ReadonlyMap<string, RawFields>): RawFields {
  if (data.size === 0) return {};
  const stem = inner.replace(/\.[^./]+$/, "");
  const folders = inner.split("/").map((_, at, all) => `${all.slice(0, at).join("/")}/`);
  const found = [...folders, stem].map((target) => data.get(target) ?? {});
  const tags = found.flatMap((fields) => namesOf(fields["tags"] ?? []));
  const subjects = tags.filter((tag) => !COLLECTIONS.has(tag));
  // Later ones are nearer to the record, and win.
  const fields: Record<string, unknown> = Object.fromEntries(found.flatMap(Object.entries));
  return { ...fields, tags: subjects };
}
