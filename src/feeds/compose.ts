/** A selection of articles becomes a document: the model that every format renders. */
import { absoluteAddress, encodedPath } from "../articles/addresses.ts";
import type { ArticleFacts, ArticleHead, Content, Recording } from "../articles/article.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Stories } from "../articles/stories.ts";
import type { Config } from "../config/config.ts";
import type { Contents } from "./contents.ts";
import { withDirection } from "./direction.ts";
import type { ArchiveLinks, DeletedItem, Feed, FeedLinks, Item } from "./feed.ts";
import { pageSettings } from "./page-settings.ts";
import type { ArchivePlace, Selection } from "./select.ts";

/** The items of articles, each made once however many feeds show it. */
export interface Items {
  /** Frozen, so that the formats can share what they read of it. */
  readonly of: (article: IndexedArticle, feed: Selection) => Item;
  /** Lets go of an article's items: no further feed shows them. */
  readonly drop: (article: IndexedArticle) => void;
}

/** @param recordingOf an article's recording, where more is known of it than the record tells. */
export function openItems(
  contents: Pick<Contents, "of">,
  stories: Pick<Stories, "headOf">,
  recordingOf: (article: ArticleFacts) => Recording | undefined = ({ recording }) => recording,
): Items {
  const known = new Map<string, Map<Content, Map<Selection["content"], Item>>>();
  return {
    of: (article, feed) => {
      const content = contents.of(article, feed.missing);
      const ofArticle = entryOf(known, article.key, () => new Map());
      const ofContent = entryOf(ofArticle, content, () => new Map());
      return entryOf(ofContent, feed.content, () => {
        const head = stories.headOf(article);
        return Object.freeze(composeItem(head, feed.content, content, recordingOf(article)));
      });
    },
    drop: (article) => known.delete(article.key),
  };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** @param endings the ending of each format's files, by the format's name. */
export function composeFeed(
  selection: Selection,
  config: Config,
  endings: ReadonlyMap<string, string>,
  items: Pick<Items, "of">,
): Feed {
  return {
    ...composeHead(selection, config, endings),
    items: selection.articles.map((article) => items.of(article, selection)),
  };
}

/** The feed without its items. */
export function composeHead(
  selection: Selection,
  config: Config,
  endings: ReadonlyMap<string, string>,
): Feed {
  const { site } = config;
  const linksTo = (path: string): FeedLinks =>
    Object.fromEntries(
      selection.formats.map((format) => {
        return [format, documentUrl(config, path, endings.get(format) ?? format)];
      }),
    );
  const image =
    selection.image === undefined ? undefined : absoluteAddress(selection.image, site.url);
  const changed = [...selection.articles, ...selection.withdrawn];
  const { author } = site;
  return {
    options: {
      title: selection.title,
      description: selection.description,
      link: site.url,
      language: selection.language,
      feedLinks: linksTo(selection.path),
      ...(selection.archive === undefined
        ? {}
        : { archive: archiveLinks(selection.archive, linksTo) }),
      ...(author === undefined ? {} : { author: personOf(author) }),
      // Nobody subscribes to what is not to change any more.
      ...(config.websub === undefined || selection.archive?.isArchive
        ? {}
        : { hubs: config.websub.hubs }),
      ...(site.copyright === undefined ? {} : { copyright: site.copyright }),
      ...(image === undefined ? {} : { image }),
      ...(selection.formats.includes("html") ? { page: pageSettings(selection, config) } : {}),
      // An empty feed has no newest change, and "now" would be a lie.
      ...(changed.length === 0
        ? {}
        : { updated: new Date(Math.max(...changed.map(({ updatedMs }) => updatedMs))) }),
    },
    items: [],
    categories: [],
    contributors: [],
    extensions: [],
    ...(selection.withdrawn.length === 0
      ? {}
      : {
          deleted: selection.withdrawn.map(({ guid, updatedMs }) => deletedItem(guid, updatedMs)),
        }),
  };
}

function archiveLinks(place: ArchivePlace, linksTo: (path: string) => FeedLinks): ArchiveLinks {
  const { isArchive, current, previous, next } = place;
  return {
    isArchive,
    current: linksTo(current),
    ...(previous === undefined ? {} : { previous: linksTo(previous) }),
    ...(next === undefined ? {} : { next: linksTo(next) }),
  };
}

function deletedItem(id: string, whenMs: number): DeletedItem {
  // Entries of one instant are told apart by parts of a second, and readers ignore what is older.
  return { id, when: new Date(whenMs + 1000) };
}

function composeItem(
  article: ArticleHead,
  kind: Selection["content"],
  content: Content,
  recording: Recording | undefined,
): Item {
  const lead = content.images.find((image) => image.url !== undefined);
  const names = [...(article.section === undefined ? [] : [article.section]), ...article.tags];
  return {
    title: article.title,
    id: article.guid,
    link: article.url,
    published: new Date(article.publishedMs),
    date: new Date(article.updatedMs),
    summary: content.summary,
    ...(kind === "full" ? { content: withDirection(content.html, article.language) } : {}),
    author: article.authors.map(personOf),
    category: [...new Set(names)].map((name) => ({ name })),
    images: content.images,
    ...(lead?.url === undefined ? {} : { image: enclosureOf(lead.url, lead.type, lead.bytes) }),
    ...(recording === undefined
      ? {}
      : {
          [recording.type.startsWith("video/") ? "video" : "audio"]: {
            ...enclosureOf(recording.url, recording.type, recording.bytes),
            ...(recording.durationSeconds === undefined
              ? {}
              : { duration: recording.durationSeconds }),
          },
        }),
    language: article.language,
  };
}

function enclosureOf(
  url: string,
  type: string | undefined,
  length: number | undefined,
): { url: string; type?: string; length?: number } {
  return {
    url,
    ...(type === undefined ? {} : { type }),
    ...(length === undefined ? {} : { length }),
  };
}

function personOf(person: {
  readonly name: string;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
}): { name: string; email?: string; link?: string } {
  const { name, email, url } = person;
  return { name, ...(email ? { email } : {}), ...(url ? { link: url } : {}) };
}

/** The address at which a document is published; letters of other scripts percent-encoded. */
function documentUrl(config: Config, path: string, ending: string): string {
  return new URL(`${encodedPath(path)}.${ending}`, config.feedsUrl).href;
}
