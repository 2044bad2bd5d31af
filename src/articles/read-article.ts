/** One record to one `Article`: what it says, what its path says, and nothing that nobody said. */
import { Temporal } from "temporal-polyfill";
import type { Fault, Problem } from "../errors.ts";
import { absoluteAddress } from "./addresses.ts";
import type { Article } from "./article.ts";
import { type ArticleDates, readDates } from "./article-dates.ts";
import { readLanguage } from "./article-language.ts";
import { readEpisode } from "./episodes/fields.ts";
import { readFieldImages } from "./field-images.ts";
import { namesOf, peopleOf, textOf } from "./field-values.ts";
import { type Fields, readFields } from "./fields.ts";
import { defaultPattern, fillPattern, isForeignTemplate } from "./permalinks.ts";
import type { ArticleRecord, RawFields } from "./record.ts";
import { type PathFacts, readRecordPath } from "./record-path.ts";
import { readRecording } from "./recordings/field-recording.ts";
import { slugOf, slugOfFileName } from "./slugs.ts";
import { readStatus, type Timing } from "./status.ts";
import { readStory, type Story } from "./story.ts";
import { titleOfBody } from "./titles.ts";

/** What the site says for all its articles. */
export interface ArticleContext {
  readonly siteTitle: string;
  readonly siteUrl: string;
  readonly language: string;
  /** IANA. */
  readonly timeZone: string;
  readonly permalink?: string;
  /** The name of the articles folder itself: `_posts`, `content`. */
  readonly rootName?: string;
  readonly missingDate: "set-aside" | "file-time";
}

/** What a record is, whatever the time; `heldByClock` says whether it may be seen now. */
export type ArticleRead =
  | {
      readonly kind: "article";
      /** `updatedMs` may lie ahead. */
      readonly article: Article;
      readonly timing: Timing;
      readonly isWithdrawn: boolean;
      /** Whether the record or its path states the date; else it is the time of the file. */
      readonly isDated: boolean;
      /** The record's own claim to a guid. */
      readonly id?: string;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "draft" }
  | { readonly kind: "withdrawn" }
  | {
      readonly kind: "set-aside";
      readonly problem: Problem;
      /** Where it can be told: nobody minds a fault of what may not be seen. */
      readonly timing?: Timing;
    };

/** @param inherited fields that the record's folder gives it (Eleventy's directory data). */
export function readArticle(
  record: ArticleRecord,
  context: ArticleContext,
  inherited: RawFields = {},
): ArticleRead {
  const fields = readFields(record, inherited);
  const path = readRecordPath(record.path, context.rootName);
  const setAside = (fault: Fault, timing?: Timing): ArticleRead => {
    // Of many records in one file, a line may hold them all: the mark tells which.
    const mark = record.key.slice(record.path.length);
    const reason = mark === "" ? fault.reason : `article ${mark}: ${fault.reason}`;
    const problem = { ...record.place, ...fault, reason };
    return { kind: "set-aside", problem, ...(timing === undefined ? {} : { timing }) };
  };
  const status = path.isDraft ? "draft" : readStatus(fields);
  if (typeof status === "object") return setAside(unknownStatus(status, fields));
  if (status === "draft") return { kind: "draft" };
  const isWithdrawn = status === "withdrawn";
  const read = readPublic({ record, fields, path, isWithdrawn, setAside }, context, inherited);
  return isWithdrawn && read.kind === "set-aside" ? { kind: "withdrawn" } : read;
}

interface RecordRead {
  readonly record: ArticleRecord;
  readonly fields: Fields;
  readonly path: PathFacts;
  readonly isWithdrawn: boolean;
  readonly setAside: (fault: Fault, timing?: Timing) => ArticleRead;
}

/** A record that is no draft: its dates may still hold it back. */
function readPublic(
  { record, fields, path, isWithdrawn, setAside }: RecordRead,
  context: ArticleContext,
  inherited: RawFields,
): ArticleRead {
  const language = readLanguage(fields, path, context);
  const languages = [language.tag, context.language];
  const story = readStory(record, fields, { ...context, languages });
  const dates = readDates(record, fields, path, story, { ...context, languages });
  if ("reason" in dates) return setAside(dates);
  const { releaseMs, expiresMs, isDated } = dates;
  const timing = { releaseMs, ...(expiresMs === undefined ? {} : { expiresMs }) };
  const title = readTitle(fields, story, context);
  if ("reason" in title) return setAside(title, timing);
  const warnings = [...language.warnings, ...dates.warnings, ...title.warnings];
  const facts = {
    ...{ record, fields, path, story, dates, title: title.text, language: language.tag },
    inheritedTags: namesOf(inherited["tags"] ?? []),
  };
  const made = makeArticle(facts, context);
  if ("reason" in made) return setAside(made, timing);
  const id = textOf(fields.get("id")?.value);
  const placed = [...warnings, ...made.warnings].map((warning) => {
    return { ...record.place, ...warning };
  });
  return {
    ...{ kind: "article", article: made.article, timing, isWithdrawn, isDated },
    ...(id === undefined ? {} : { id }),
    warnings: placed,
  };
}

interface Facts {
  readonly record: ArticleRecord;
  readonly fields: Fields;
  readonly path: PathFacts;
  readonly story: Story;
  readonly dates: ArticleDates;
  readonly title: string;
  readonly language: string;
  /** Tags of the folder add to those of the record; every other field of it only fills gaps. */
  readonly inheritedTags: readonly string[];
}

interface ArticleMade {
  readonly article: Article;
  readonly warnings: readonly Fault[];
}

function makeArticle(facts: Facts, context: ArticleContext): ArticleMade | Fault {
  const { record, fields, path, story, dates, title, language } = facts;
  const named = fields.all("section").flatMap((field) => namesOf(field.value, path.isJekyllPost));
  const categories = [...new Set(path.isJekyllPost ? [...path.folders, ...named] : named)];
  // Folders of years and months are an order, not a subject.
  const section = categories[0] ?? path.folders.find((folder) => !/^\d+$/.test(folder));
  const made = readAddress(facts, categories, section, context);
  if ("reason" in made) return made;
  const { url } = made;
  const tags = namesOf(fields.get("tags")?.value, path.isJekyllPost);
  const people = peopleOf(fields.get("author"), context.siteUrl);
  const summary = textOf(fields.get("summary")?.value);
  const media = { articleUrl: url };
  const recording = readRecording(fields, media);
  const unplayed = recording === undefined ? unplayedRecording(fields) : [];
  const told = recording === undefined ? undefined : readEpisode(fields, url);
  const article = {
    key: record.key,
    recordPath: record.path,
    guid: textOf(fields.get("id")?.value) ?? url,
    url,
    title,
    publishedMs: dates.publishedMs,
    updatedMs: dates.updatedMs,
    language,
    ...(section === undefined ? {} : { section }),
    tags: [...new Set([...categories.slice(1), ...tags, ...facts.inheritedTags, ...story.tags])],
    authors: people.length > 0 ? people : story.authors.map((name) => ({ name })),
    ...(summary === undefined ? {} : { summary }),
    images: readFieldImages(fields, media),
    ...(recording === undefined ? {} : { recording }),
    ...(told?.episode === undefined ? {} : { episode: told.episode }),
    body: story.body,
  };
  return { article, warnings: [...made.warnings, ...(told?.faults ?? []), ...unplayed] };
}

/** A record that names its sound must not drop out of the podcast without a word. */
function unplayedRecording(fields: Fields): readonly Fault[] {
  const field = fields.all("recording").find(({ name }) => /audio|video|podcast/i.test(name));
  if (field === undefined) return [];
  const line = fields.lineOf(field.name);
  const reason = "names no sound or film that can be played";
  const remedy = "give its address and type: { src: https://…, type: audio/mpeg }";
  return [{ ...(line === undefined ? {} : { line }), field: field.name, reason, remedy }];
}

interface AddressMade {
  readonly url: string;
  readonly warnings: readonly Fault[];
}

function readAddress(
  facts: Facts,
  categories: readonly string[],
  section: string | undefined,
  context: ArticleContext,
): AddressMade | Fault {
  const { fields, path, title, dates } = facts;
  const field = fields.all("address").find(({ value }) => typeof value === "string");
  const given = typeof field?.value === "string" ? field.value.trim() : undefined;
  const line = field === undefined ? undefined : fields.lineOf(field.name);
  const at = { ...(line === undefined ? {} : { line }), field: field?.name ?? "permalink" };
  const fault = (shown: string): Fault => {
    const reason = `"${shown.slice(0, 100)}" is no web address`;
    return {
      ...at,
      reason,
      remedy: 'write it like "/news/title/" or "https://example.org/title/"',
    };
  };
  if (given !== undefined && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(given)) {
    const url = absoluteAddress(given, context.siteUrl);
    return url === undefined ? fault(given) : { url, warnings: [] };
  }
  const isForeign = given !== undefined && isForeignTemplate(given);
  const own = isForeign ? undefined : given;
  const day = () => isoDay(dates.publishedMs, context.timeZone);
  const address = {
    ...{ path, slug: readSlug(facts), titleSlug: () => slugOf(title), categories, day },
    ...(section === undefined ? {} : { section }),
    ...(path.language === undefined || path.language === context.language
      ? {}
      : { language: path.language }),
  };
  const pattern = own ?? context.permalink ?? defaultPattern(path);
  const url = fillPattern(pattern, address, context.siteUrl);
  if (url === undefined) return fault(pattern);
  if (!isForeign) return { url, warnings: [] };
  const reason = `"${given}" is a template that is not read; the address is ${url}`;
  const remedy = "write the address out, or set `permalink` in the configuration";
  return { url, warnings: [{ ...at, reason, remedy }] };
}

/** The record's own slug; else of a file with many records the title, of one with one its name. */
function readSlug({ fields, record, path, title }: Facts): string {
  const own = textOf(fields.get("slug")?.value)
    ?.split("/")
    .filter((part) => !/^[\s.]*$/.test(part));
  if (own !== undefined && own.length > 0) return own.map(slugOf).join("/");
  const isOnlyRecord = record.key === record.path;
  return isOnlyRecord ? slugOfFileName(path.name, path.isJekyllPost) : slugOf(title);
}

function readTitle(
  fields: Fields,
  story: Story,
  context: ArticleContext,
): { readonly text: string; readonly warnings: readonly Fault[] } | Fault {
  const given = textOf(fields.get("title")?.value) ?? story.title;
  if (given !== undefined) return { text: given, warnings: [] };
  const text = titleOfBody(story.body, context.siteUrl);
  if (text === undefined) {
    return {
      field: "title",
      reason: "no title and no body",
      remedy: "write one, or take the record away",
    };
  }
  const reason = `no title; its first words are taken: "${text}"`;
  return { text, warnings: [{ field: "title", reason, remedy: "give the record a title" }] };
}

function unknownStatus(
  status: { readonly unknown: string; readonly field: string },
  fields: Fields,
): Fault {
  const line = fields.lineOf(status.field);
  return {
    ...(line === undefined ? {} : { line }),
    field: status.field,
    reason: `${status.unknown} is no status`,
    remedy: "write published, draft or withdrawn",
  };
}

function isoDay(ms: number, timeZone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  return moment.toPlainDate().toString();
}
