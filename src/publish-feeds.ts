/**
 * The whole pipeline on one screen. Stored records are read (articles/), chosen and composed into
 * documents (feeds/), rendered (formats/), checked and published (publish/). What is wrong with one
 * record or one document is reported, and the rest goes on.
 */
import path from "node:path";
import type { Article } from "./articles/article.ts";
import { fileSizeWithin } from "./articles/local-files.ts";
import { type FolderOptions, readArticles } from "./articles/read-articles.ts";
import type { HeldArticle } from "./articles/status.ts";
import type { Config } from "./config.ts";
import { OperationalError, type Problem, problemText } from "./errors.ts";
import { type ContentOf, composeFeed, contentOnce } from "./feeds/compose.ts";
import type { Feed } from "./feeds/feed.ts";
import { type Selection, selectFeeds } from "./feeds/select.ts";
import { type Format, formats } from "./formats/formats.ts";
import { faultOfDocument, MAX_DOCUMENT_BYTES } from "./publish/check.ts";
import { type FolderPublisher, openFolder } from "./publish/folder.ts";

/** What became of one feed. */
export interface FeedReport {
  /** Below the output folder, without ending. */
  readonly path: string;
  readonly title: string;
  readonly items: number;
  /** RFC 3339, of the newest article by date of publication. */
  readonly newest?: string;
  readonly files: readonly FileReport[];
}

interface FileReport {
  readonly path: string;
  /** `kept`: the document failed its check, and the last good one stays. */
  readonly outcome: "written" | "unchanged" | "kept";
}

/** What a run did, for people and programs (`--json`). */
export interface PublishReport {
  readonly feeds: readonly FeedReport[];
  readonly articles: number;
  readonly held: readonly HeldArticle[];
  readonly setAside: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Documents that failed their check. */
  readonly failed: readonly Problem[];
  /** Documents of feeds that are no more. */
  readonly removed: readonly string[];
}

/**
 * Runs the job once.
 *
 * @param now decides what is embargoed or expired; it never stands in a document.
 * @throws OperationalError where nothing can be read or written; the last good feeds stay.
 */
export function publishFeeds(config: Config, now: Date): PublishReport {
  const { articles, held, setAside, warnings } = readArticles(folderOptions(config, now));
  if (articles.length === 0 && setAside.length > 0) throw nothingToPublish(setAside);
  const content = contentOnce();
  const unreadable = new Map<Article, Problem>();
  const isReadable = (article: Article) => canBeRead(article, content, config, unreadable);
  const selections = selectFeeds(articles, config).map((selection) => {
    return { ...selection, articles: selection.articles.filter(isReadable) };
  });
  const folder = openFolder(config.output);
  const { distinct, clashes } = apart(selections, config);
  const published = distinct.map((selection) => publishFeed(selection, config, content, folder));
  const removed = folder.finish();
  const shown = new Set(selections.flatMap((selection) => selection.articles));
  const uncredited = config.credits.missing === "warn" ? uncreditedIn(shown, content, config) : [];
  return {
    feeds: published.map(({ report }) => report),
    articles: articles.length - unreadable.size,
    held,
    setAside: [...setAside, ...unreadable.values()],
    warnings: [...warnings, ...published.flatMap(({ cut }) => cut), ...uncredited],
    failed: [...clashes, ...published.flatMap(({ failed }) => failed)],
    removed,
  };
}

/** A body is parsed only now; one that cannot be must not take the others with it. */
function canBeRead(
  article: Article,
  content: ContentOf,
  config: Config,
  unreadable: Map<Article, Problem>,
): boolean {
  if (unreadable.has(article)) return false;
  try {
    content(article);
    return true;
  } catch (error) {
    const file = path.join(shownPath(config.articles), article.key);
    const reason =
      error instanceof RangeError
        ? "is nested too deeply or too large"
        : `cannot be read (${String(error)})`;
    unreadable.set(article, { file, field: "body", reason, remedy: "simplify it" });
    return false;
  }
}

/** A section named "all" beside a feed of that path: only the first may write the documents. */
function apart(
  selections: readonly Selection[],
  config: Config,
): { readonly distinct: readonly Selection[]; readonly clashes: readonly Problem[] } {
  const holders = new Map<string, Selection>();
  const clashes: Problem[] = [];
  const isFirst = (selection: Selection) => {
    // Some file systems know no case.
    const key = selection.path.toLowerCase();
    const holder = holders.get(key);
    holders.set(key, holder ?? selection);
    if (holder === undefined) return true;
    const file = path.join(shownPath(config.output), selection.path);
    const reason = `two feeds have this path: "${holder.title}" and "${selection.title}"`;
    clashes.push({ file, reason, remedy: "give one of them another path" });
    return false;
  };
  // Feeds with a path of their own go before the groups, whose paths come from the records.
  const ordered = selections.toSorted((one, other) => Number(one.isGroup) - Number(other.isGroup));
  const distinct = new Set(ordered.filter(isFirst));
  return { distinct: selections.filter((selection) => distinct.has(selection)), clashes };
}

interface FeedPublished {
  readonly report: FeedReport;
  readonly failed: readonly Problem[];
  /** Documents that had to leave out their oldest items. */
  readonly cut: readonly Problem[];
}

function publishFeed(
  selection: Selection,
  config: Config,
  content: ContentOf,
  folder: FolderPublisher,
): FeedPublished {
  const feed = composeFeed(selection, config, endings, content);
  const failed: Problem[] = [];
  const cut: Problem[] = [];
  const files = formats.filter(isChosen(selection)).map((format): FileReport => {
    const file = `${selection.path}.${format.extension}`;
    const shown = path.join(shownPath(config.output), file);
    const { text, bytes, items } = renderWithinLimit(feed, format);
    if (items < feed.items.length) cut.push(tooLarge(shown, items, feed.items.length));
    const fault = faultOfDocument(text, bytes.length, format.mediaType);
    if (fault === undefined) {
      const isWritten = folder.publish({ path: file, bytes });
      return { path: file, outcome: isWritten ? "written" : "unchanged" };
    }
    folder.keep(file);
    failed.push({ file: shown, reason: fault, remedy: "the last good one stays; report this" });
    return { path: file, outcome: "kept" };
  });
  const newest = feed.items[0]?.published?.toISOString();
  const { path: name, title } = selection;
  const facts = { path: name, title, items: feed.items.length, files };
  return { report: { ...facts, ...(newest === undefined ? {} : { newest }) }, failed, cut };
}

const endings = new Map(formats.map((format) => [format.name, format.extension]));

function isChosen(selection: Selection): (format: Format) => boolean {
  return (format) => selection.formats.includes(format.name);
}

/** Leaves out the oldest items of a document that readers and validators would not take whole. */
function renderWithinLimit(
  feed: Feed,
  format: Format,
): { readonly text: string; readonly bytes: Buffer; readonly items: number } {
  for (let items = feed.items.length; ; ) {
    const text = format.render({ ...feed, items: feed.items.slice(0, items) });
    const bytes = Buffer.from(text);
    if (bytes.length <= MAX_DOCUMENT_BYTES || items <= 1) return { text, bytes, items };
    const fitting = Math.floor((items * MAX_DOCUMENT_BYTES) / bytes.length);
    items = Math.max(1, Math.min(items - 1, fitting));
  }
}

function folderOptions(config: Config, now: Date): FolderOptions {
  const { site, articles: folder } = config;
  const size = fileSizeWithin(config.folder, folder);
  return {
    folder,
    ignore: config.ignore,
    excluded: [config.output],
    shownAs: (inner) => path.join(shownPath(folder), inner),
    siteTitle: site.title,
    siteUrl: site.url,
    language: site.language,
    timeZone: site.timezone,
    ...(config.permalink === undefined ? {} : { permalink: config.permalink }),
    missingDate: config.missingDate,
    nowMs: now.getTime(),
    fileSize: size,
  };
}

/** Pictures that readers will see without a name under them. */
function uncreditedIn(
  shown: ReadonlySet<Article>,
  content: ContentOf,
  config: Config,
): readonly Problem[] {
  return [...shown].flatMap((article) =>
    content(article).images.flatMap((image) => {
      if (image.url === undefined || image.credit !== undefined) return [];
      const file = path.join(shownPath(config.articles), article.key);
      const remedy = "name its maker in the caption or in image_credit";
      return [{ file, field: "image", reason: `no credit for ${image.url}`, remedy }];
    }),
  );
}

function nothingToPublish(setAside: readonly Problem[]): OperationalError {
  const reasons = setAside.slice(0, 20).map(problemText).join("\n");
  const message = `Not one of the records can be published:\n${reasons}`;
  return new OperationalError("NOTHING_TO_PUBLISH", message, "Mend the records and run again.");
}

function tooLarge(file: string, items: number, wanted: number): Problem {
  const reason = `only the newest ${items} of ${wanted} items fit into ${MAX_DOCUMENT_BYTES} bytes`;
  return { file, reason, remedy: "lower its limit, or set content: summary for it" };
}

/** Relative to where the command runs, as people type it; absolute where that is shorter. */
function shownPath(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith("..") ? absolute : relative;
}
