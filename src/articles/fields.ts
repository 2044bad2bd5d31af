/**
 * What fields are called. Generators, CMS exports and schema.org spell the same thing differently;
 * this table knows them all. Names are compared without case, `_`, `-`, `:`, `.` and blanks.
 */
import type { ArticleRecord } from "./record.ts";
import { isPlainObject, type RawFields } from "./record.ts";
import { remembering } from "./remembered.ts";

const aliases = {
  title: ["title", "headline", "post_title", "webTitle", "dc:title", "name"],
  published: [
    ...["date", "pubDate", "published", "publishDate", "published_at", "date_published"],
    ...["published_on", "publish_date", "published_date", "publish_on", "published_time"],
    ...["publication_date", "pubDatetime", "first_published_at", "webPublicationDate"],
    ...["date_publish", "datetime", "post_date", "posted", "dc:date", "issued", "release_date"],
    ...["created", "created_at", "created_on", "date_created", "created_date"],
  ],
  embargo: ["publishDate", "publish_date", "publish_on", "publish_at", "embargo", "embargo_until"],
  updated: [
    ...["updated", "lastmod", "last_modified_at", "updatedDate", "modified", "updated_at"],
    ...["date_modified", "modDatetime", "modified_at", "modified_time", "modified_date"],
    ...["last_modified", "last_updated", "last_update", "date_updated", "updated_on"],
    ...["last_updated_at", "last_modified_date", "post_modified", "revised", "changed"],
  ],
  expires: [
    ...["expires", "expiryDate", "expiry", "expires_at", "expires_on", "expiration_date"],
    ...["unpublish_date", "unpublish_at", "unpublish_on", "unpublishes_at"],
  ],
  author: ["author", "authors", "byline", "creator", "dc:creator", "writer", "writers"],
  section: ["section", "category", "categories", "articleSection", "sectionName"],
  tags: ["tags", "tag", "keywords", "labels", "topics"],
  summary: [
    ...["summary", "description", "excerpt", "abstract", "standfirst", "custom_excerpt"],
    ...["dek", "lede", "post_excerpt", "trailText"],
  ],
  slug: ["slug", "post_name"],
  address: ["permalink", "url", "link", "canonical_url", "canonical"],
  id: ["guid", "id", "_id", "uuid"],
  language: ["lang", "language", "locale", "inLanguage"],
  draft: ["draft", "is_draft"],
  published_flag: ["published", "is_published", "publish"],
  status: ["status", "post_status"],
  images: [
    ...["image", "cover", "featured_image", "images", "heroImage", "coverImage", "feature_image"],
    ...["featuredImageUrl", "image_url", "lead_image", "main_image", "hero", "header_image"],
    ...["featured", "img", "picture", "pictures", "photo", "photos", "banner", "banner_image"],
    ...["jetpack_featured_media_url", "preview_image", "thumbnail", "thumbnail_url", "teaser"],
    ...["urlToImage", "og_image", "social_image", "header"],
  ],
  recording: [
    ...["audio", "enclosure", "enclosures", "audio_url", "audio_file", "podcast_audio"],
    ...["podcast", "video", "attachments"],
  ],
  duration: ["duration", "itunes_duration", "audio_duration", "podcast_duration"],
  recording_bytes: ["audio_length", "audio_bytes", "audio_size", "enclosure_length", "file_size"],
  recording_type: ["audio_type", "enclosure_type", "audio_mime_type", "mime_type"],
  episode: ["episode", "episode_number", "itunes_episode", "podcast_episode"],
  episode_shown: ["episode_display", "episode_name", "episode_label"],
  episode_kind: ["episode_type", "itunes_episode_type"],
  episode_title: ["itunes_title", "episode_title"],
  episode_image: ["itunes_image", "episode_image", "artwork", "episode_artwork"],
  episode_license: ["podcast_license", "episode_license", "audio_license"],
  season: ["season", "season_number", "itunes_season", "podcast_season"],
  season_name: ["season_name", "season_title"],
  explicit: ["explicit", "itunes_explicit"],
  blocked: ["itunes_block", "podcast_block"],
  transcripts: ["transcript", "transcripts", "podcast_transcript", "captions"],
  chapters: ["chapters", "podcast_chapters"],
  persons: ["persons", "person", "people", "podcast_person", "podcast_persons"],
  hosts: ["hosts", "host", "presenters", "presenter"],
  guests: ["guests", "guest"],
  soundbites: ["soundbites", "soundbite", "podcast_soundbite"],
  social: ["social_interact", "podcast_social_interact"],
  markdown: ["markdown", "content_markdown", "body_markdown", "content_md", "body_md"],
  html: ["content_html", "html", "body_html", "html_content", "content:encoded"],
  body: ["content", "body", "articleBody", "story", "post_content", "full_text", "maintext"],
  text: ["text", "content_text", "body_text", "plain_text", "plaintext"],
} as const;

export type FieldName = keyof typeof aliases;

/** A field as it was found: how the record spells it, and what it holds. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
}

/** The fields of one record, by any of their names. */
export interface Fields {
  /** The first alias that has a value; null, "" and [] are none. */
  readonly get: (name: FieldName) => Field | undefined;
  /** Every alias that has a value, best first. */
  readonly all: (name: FieldName) => readonly Field[];
  /** A field by its own name, such as `image_credit`. */
  readonly named: (name: string) => Field | undefined;
  readonly lineOf: (name: string) => number | undefined;
}

const fold = remembering((name: string) => name.toLowerCase().replace(/[\s_:.-]/g, ""));

const folded = new Map<FieldName, readonly string[]>();
for (const name of Object.keys(aliases) as FieldName[]) {
  folded.set(name, [...new Set(aliases[name].map(fold))]);
}

/**
 * Reads a record's fields. Hugo's `params`, what the body tells, and inherited data fill what the
 * record leaves out: its own `authors` goes before an `author` that its folder gives to all.
 */
export function readFields(record: ArticleRecord, inherited: RawFields = {}): Fields {
  const params = record.fields["params"];
  const sources = [record.fields, isPlainObject(params) ? params : {}, record.found ?? {}];
  const layers = [...sources, inherited].map(layerOf).filter((layer) => layer.size > 0);
  const named = (key: string) => layers.find((layer) => layer.has(key))?.get(key);
  const all = (name: FieldName) => {
    const found = new Map<string, Field>();
    for (const layer of layers) {
      for (const alias of folded.get(name) ?? []) {
        const field = layer.get(alias);
        if (field !== undefined && !found.has(alias)) found.set(alias, field);
      }
    }
    return [...found.values()];
  };
  return {
    all,
    get: (name) => all(name)[0],
    named: (name) => named(fold(name)),
    lineOf: record.lineOf,
  };
}

/** Whether raw fields have one of these, by any of its names. */
export function hasField(raw: RawFields, ...names: readonly FieldName[]): boolean {
  const layer = layerOf(raw);
  return names.some((name) => (folded.get(name) ?? []).some((alias) => layer.has(alias)));
}

function layerOf(source: RawFields): ReadonlyMap<string, Field> {
  const layer = new Map<string, Field>();
  for (const [name, raw] of Object.entries(source)) {
    const value = unwrap(raw);
    if (!isEmpty(value) && !layer.has(fold(name))) layer.set(fold(name), { name, value });
  }
  return layer;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Under which exports keep the value itself: WordPress, MongoDB, Drupal, JSON-LD. */
const WRAPPINGS = ["rendered", "$date", "$oid", "processed", "value", "@value"];

function unwrap(raw: unknown): unknown {
  const value = Array.isArray(raw) && raw.length === 1 && isWrapping(raw[0]) ? raw[0] : raw;
  if (!isPlainObject(value) || !isWrapping(value)) return raw;
  return WRAPPINGS.map((name) => value[name]).find((inner) => inner !== undefined);
}

function isWrapping(value: unknown): boolean {
  return isPlainObject(value) && WRAPPINGS.some((name) => value[name] !== undefined);
}
