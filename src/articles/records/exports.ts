/**
 * Exports of content systems: where their articles stand, and their fields as the alias table knows
 * them. What is here are shapes, not names: numbers for authors, terms in `_embedded`, tables.
 */
import { hasField } from "../fields.ts";
import { isPlainObject, type RawFields } from "../record.ts";

/** A list of records found in an export. */
export interface ExportedList {
  readonly values: readonly unknown[];
  /** The key of the outermost object that holds the list, where it stands right there. */
  readonly key?: string;
}

/** Keys under which exports keep their list of articles (JSON Feed's is `items`). */
const LIST_KEYS = [
  ...["items", "articles", "posts", "entries", "stories", "records"],
  ...["data", "results", "documents", "docs", "nodes"],
];

/** The articles of a wrapped list; undefined where the object is itself an article. */
export function listOfExport(value: RawFields): ExportedList | undefined {
  const ghost = ghostPosts(value);
  if (ghost !== undefined) return { values: ghost };
  if (hasField(value, "title") && hasField(value, "published")) return undefined;
  if (hasField(value, "markdown", "html", "body", "text")) return undefined;
  const key = LIST_KEYS.find((name) => isList(value[name]));
  const values = key === undefined ? undefined : value[key];
  if (key === undefined || !Array.isArray(values)) return undefined;
  return { key, values: values.map((item) => withFeedFields(item, value)) };
}

/** Records, or an empty list; a list of words is a field of an article. */
function isList(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 0 || value.some(isPlainObject));
}

/** JSON Feed 1.1: authors and language of the feed hold for items that name none. */
function withFeedFields(item: unknown, feed: RawFields): unknown {
  if (!isPlainObject(item) || !String(feed["version"]).includes("jsonfeed.org")) return item;
  const { authors = feed["author"], language } = feed;
  return {
    ...item,
    ...(hasField(item, "author") || authors === undefined ? {} : { authors }),
    ...(hasField(item, "language") || language === undefined ? {} : { language }),
  };
}

/** A record of an export with plain fields; any other record as it is. */
export function plainFields(fields: RawFields): RawFields {
  if (isWordPress(fields)) return wordPressFields(fields);
  // Strapi, Airtable and Contentful keep the fields of a record one level down.
  const inner = [fields["attributes"], fields["fields"]].find(isPlainObject);
  if (inner === undefined) return fields;
  if (!hasField(fields, "title")) return { ...fields, ...inner };
  // The Guardian's: title and date above, the story itself below.
  const hasStory = hasField(fields, "markdown", "html", "body", "text");
  return hasStory ? fields : { ...inner, ...fields };
}

function isWordPress(fields: RawFields): boolean {
  const { content, _links } = fields;
  return "date_gmt" in fields && (isPlainObject(content) || isPlainObject(_links));
}

/** A post of the WordPress REST API: times in GMT; terms and people only where embedded. */
function wordPressFields(post: RawFields): RawFields {
  const { author, categories, tags, date_gmt, modified_gmt, content, ...rest } = post;
  const embedded = isPlainObject(post["_embedded"]) ? post["_embedded"] : {};
  const terms = [embedded["wp:term"]].flat(2).filter(isPlainObject);
  const named = (taxonomy: string) => terms.filter((term) => term["taxonomy"] === taxonomy);
  const media = [embedded["wp:featuredmedia"]].flat().find(isPlainObject);
  const isProtected = isPlainObject(content) && content["protected"] === true;
  return {
    ...rest,
    content,
    ...gmt("date", date_gmt),
    ...gmt("modified", modified_gmt),
    author: [embedded["author"] ?? author].flat().filter((person) => typeof person !== "number"),
    categories: textsOr(categories, named("category")),
    tags: textsOr(tags, named("post_tag")),
    ...(media === undefined ? {} : { image: wordPressImage(media) }),
    ...(isProtected ? { status: "private" } : {}),
  };
}

/** Numbers of terms tell a reader nothing. */
function textsOr(ids: unknown, terms: readonly unknown[]): readonly unknown[] {
  return terms.length > 0 ? terms : [ids].flat().filter((id) => typeof id === "string");
}

function gmt(field: string, value: unknown): RawFields {
  const isSet = typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:]+$/.test(value);
  return isSet && !value.startsWith("0000") ? { [field]: `${value}Z` } : {};
}

function wordPressImage(media: RawFields): RawFields {
  const { source_url, alt_text, caption, media_details } = media;
  const { width, height } = isPlainObject(media_details) ? media_details : {};
  return {
    ...{ src: source_url, alt: alt_text, width, height },
    caption: isPlainObject(caption) ? caption["rendered"] : caption,
  };
}

/** A Ghost export is a database: posts, people and tags in tables of their own. */
function ghostPosts(value: RawFields): readonly unknown[] | undefined {
  const data = [value["db"]].flat().find(isPlainObject)?.["data"];
  const tables = isPlainObject(data) ? data : undefined;
  const posts = tables?.["posts"];
  if (tables === undefined || !Array.isArray(posts)) return undefined;
  const authors = joined(tables, "posts_authors", "users", "author_id");
  const tags = joined(tables, "posts_tags", "tags", "tag_id");
  const metas = new Map(rowsOf(tables, "posts_meta").map((meta) => [meta["post_id"], meta]));
  return posts
    .filter((post) => !isPlainObject(post) || post["type"] !== "page")
    .map((post) => {
      if (!isPlainObject(post)) return post;
      const { feature_image_alt, feature_image_caption } = metas.get(post["id"]) ?? {};
      return withoutGhostAddress({
        ...{ feature_image_alt, feature_image_caption },
        ...post,
        authors: (authors.get(post["id"]) ?? []).map(({ name, website }) => ({ name, website })),
        // Names that begin with "#" are for editors only.
        tags: (tags.get(post["id"]) ?? []).filter((tag) => !String(tag["name"]).startsWith("#")),
      });
    });
}

function joined(
  tables: RawFields,
  links: string,
  table: string,
  column: string,
): ReadonlyMap<unknown, readonly RawFields[]> {
  const rows = new Map(rowsOf(tables, table).map((row) => [row["id"], row]));
  const found = new Map<unknown, RawFields[]>();
  for (const link of rowsOf(tables, links)) {
    const row = rows.get(link[column]);
    if (row === undefined) continue;
    const list = found.get(link["post_id"]) ?? [];
    list.push(row);
    found.set(link["post_id"], list);
  }
  return found;
}

function rowsOf(tables: RawFields, name: string): readonly RawFields[] {
  const rows = tables[name];
  return Array.isArray(rows) ? rows.filter(isPlainObject) : [];
}

/** Ghost writes `__GHOST_URL__` where the address of the site belongs. */
function withoutGhostAddress(post: RawFields): RawFields {
  const entries = Object.entries(post).map(([name, value]) => {
    return [name, typeof value === "string" ? value.replaceAll("__GHOST_URL__", "") : value];
  });
  return Object.fromEntries(entries);
}
