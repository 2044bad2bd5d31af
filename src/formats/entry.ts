/**
 * What the formats have to say about one item, read once for all of them. Items may come from our
 * own composer or from a program that uses the npm package `feed`: every field is made fit here.
 */
import type { Author, Category, Extension, Feed, Item } from "../feeds/feed.ts";
import type { PodcastEpisode } from "../feeds/podcast-facts.ts";
import type { Enclosure } from "./enclosures.ts";
import { enclosuresOf } from "./enclosures.ts";
import { addressOf, firstOfEachId, uriOfId } from "./identifiers.ts";
import { instantOf } from "./instants.ts";
import type { Picture } from "./pictures.ts";
import { picturesOf } from "./pictures.ts";
import type { FitText } from "./text.ts";
import { excerptOfHtml, fitLine, fitText, shorten } from "./text.ts";

export interface Person {
  /** One of name and email is there. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly url: string | undefined;
  readonly avatar: string | undefined;
}

export interface Tag {
  readonly name: string;
  readonly term: string;
  readonly domain: string | undefined;
}

export interface Entry {
  /** What RSS readers recognise it by; `feed` prefers another field there than elsewhere. */
  readonly guid: string;
  /** What JSON Feed readers recognise it by. */
  readonly id: string;
  /** The same as a URI, for Atom. */
  readonly uri: string;
  readonly link: string | undefined;
  /** Never empty. */
  readonly title: string;
  readonly publishedMs: number | undefined;
  readonly updatedMs: number | undefined;
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly tags: readonly Tag[];
  readonly language: string | undefined;
  readonly rights: string | undefined;
  /** Plain text. */
  readonly summary: string | undefined;
  /** HTML; only where there is no plain summary. */
  readonly description: FitText | undefined;
  /** HTML. */
  readonly content: FitText | undefined;
  /** Each once; those without `url` only carry a credit. */
  readonly pictures: readonly Picture[];
  readonly enclosures: readonly Enclosure[];
  readonly episode: PodcastEpisode | undefined;
  /** As given. */
  readonly extensions: readonly Extension[];
  /** Whether other feeds will be given this very object. */
  readonly isKept: boolean;
}

const EMAIL = /^[\w.+'-]+@(?:[a-z0-9-]+\.)+[a-z0-9-]+$/i;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;
const TITLE_LIMIT = 80;
const SUMMARY_LIMIT = 300;

/**
 * Of a feed of more items, nothing is kept: few other feeds show them, and what lives longer than
 * its item is written costs the garbage collector more than reading and writing it again.
 */
const MOST_KEPT = 1000;

/**
 * What was read of frozen items, which cannot change. Our composer freezes its items: most are
 * shown by several feeds, and each feed in several formats.
 */
const ofFrozenItems = new WeakMap<
  Item,
  { readonly base: string | undefined; readonly entry: Entry }
>();

/** The items as entries, in their order. */
export function readEntries(feed: Feed): readonly Entry[] {
  const base = addressOf(feed.options.link);
  const isSmall = feed.items.length <= MOST_KEPT;
  return feed.items.map((item) => {
    const known = ofFrozenItems.get(item);
    if (known !== undefined && known.base === base) return known.entry;
    const isKept = isSmall && Object.isFrozen(item);
    const entry = readEntry(item, base, isKept);
    if (isKept) ofFrozenItems.set(item, { base, entry });
    return entry;
  });
}

function readEntry(item: Item, base: string | undefined, isKept: boolean): Entry {
  const link = addressOf(item.link, base);
  const guid = idOf(item.guid);
  const id = idOf(item.id);
  const updatedMs = instantOf(item.date);
  const publishedMs = instantOf(item.published) ?? updatedMs;
  const summary = fitLine(item.summary);
  const description = summary === undefined ? htmlOf(item.description) : undefined;
  const content = htmlOf(item.content);
  const pictures = picturesOf(item, link ?? base);
  const title =
    fitLine(item.title) ??
    (summary === undefined
      ? excerptOfHtml(description ?? content ?? "", TITLE_LIMIT)
      : shorten(summary, TITLE_LIMIT));
  // All that is left to tell such an item by; the record of a real article always has an id.
  const given = guid ?? id ?? link ?? `${publishedMs ?? "–"} ${title ?? ""}`.trim();
  return {
    guid: given,
    id: id ?? given,
    uri: uriOfId(id ?? given),
    link,
    title: title ?? given,
    publishedMs,
    updatedMs: updatedMs ?? publishedMs,
    authors: peopleOf(item.author),
    contributors: peopleOf(item.contributor),
    tags: tagsOf(item.category),
    language: languageOf(item.language),
    rights: fitLine(item.copyright),
    summary,
    description,
    content,
    pictures,
    enclosures: enclosuresOf(item, pictures[0], link ?? base),
    episode: item.episode,
    extensions: Array.isArray(item.extensions) ? item.extensions : [],
    isKept,
  };
}

/** The plain summary of an entry; from its description or content where it has none of its own. */
export function summaryOf(entry: Entry): string | undefined {
  return entry.summary ?? excerptOfHtml(entry.description ?? entry.content ?? "", SUMMARY_LIMIT);
}

/** An id is compared, never shown: nothing about it changes but what cannot be written. */
function idOf(id: string | undefined): string | undefined {
  if (id === undefined || id === null) return undefined;
  return fitText(String(id)).trim() || undefined;
}

function htmlOf(html: string | undefined): FitText | undefined {
  return html !== undefined && html !== null && /\S/.test(html) ? fitText(html) : undefined;
}

/** A BCP 47 tag, as far as its shape tells. */
export function languageOf(language: string | undefined): string | undefined {
  return language !== undefined && LANGUAGE.test(language) ? language : undefined;
}

/** People with a name or an e-mail address. */
export function peopleOf(authors: readonly Author[] | undefined): readonly Person[] {
  const people: Person[] = [];
  for (const author of listOf(authors)) {
    const name = fitLine(author.name);
    const email = fitLine(author.email);
    const valid = email !== undefined && EMAIL.test(email) ? email : undefined;
    if (name === undefined && valid === undefined) continue;
    const url = addressOf(author.link);
    people.push({ name, email: valid, url, avatar: addressOf(author.avatar) });
  }
  if (people.length < 2) return people;
  return firstOfEachId(people, ({ name, email }) => `${name}\n${email}`);
}

function tagsOf(categories: readonly Category[] | undefined): readonly Tag[] {
  const tags: Tag[] = [];
  for (const category of listOf(categories)) {
    const name = fitLine(category.name) ?? fitLine(category.term);
    if (name === undefined) continue;
    const domain = fitLine(category.domain) ?? fitLine(category.scheme);
    tags.push({ name, term: fitLine(category.term) ?? name, domain });
  }
  if (tags.length < 2) return tags;
  return firstOfEachId(tags, ({ name, domain }) => `${name}\n${domain}`);
}

/** Programs without types give one instead of a list of one, or a name instead of an object. */
function listOf<T extends { readonly name?: string }>(
  given: readonly T[] | undefined,
): readonly T[] {
  if (given === undefined || given === null) return [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const objects = list.map((one) => (typeof one === "string" ? { name: one } : one));
  return objects.filter(
    (one) => typeof one === "object" && one !== null,
  ) as readonly unknown[] as readonly T[];
}
