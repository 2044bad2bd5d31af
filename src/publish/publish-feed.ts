/** One feed into the world: rendered in each of its formats, checked, and handed to the folder. */
import type { Problem } from "../errors.ts";
import type { Feed, Item } from "../feeds/feed.ts";
import type { Selection } from "../feeds/select.ts";
import { type Format, formats, renderBytes, type SiteFormat } from "../formats/formats.ts";
import { faultOfDocument, MAX_DOCUMENT_BYTES } from "./check.ts";
import type { FolderPublisher } from "./folder.ts";

/** What became of one feed. */
export interface FeedReport {
  /** Below the output folder, without ending. */
  readonly path: string;
  /** The feed's name in the configuration, for all groups of one `each` the same. */
  readonly name: string;
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

export interface FeedPublished {
  readonly report: FeedReport;
  /** Documents that failed their check. */
  readonly failed: readonly Problem[];
  /** Documents that had to leave out their oldest items. */
  readonly cut: readonly Problem[];
}

/** Where documents go, and what time it is for formats that take only the newest. */
export interface Destination {
  readonly folder: FolderPublisher;
  /** How messages name a document. */
  readonly shownAs: (file: string) => string;
  readonly nowMs: number;
}

export function publishFeed(
  selection: Selection,
  feed: Feed,
  destination: Destination,
): FeedPublished {
  const failed: Problem[] = [];
  const cut: Problem[] = [];
  // Archive documents are for readers of feeds.
  const isArchive = selection.archive?.isArchive === true;
  const chosen = formats.filter(({ name, takes }) => {
    return selection.formats.includes(name) && !(isArchive && takes !== undefined);
  });
  const files = chosen.map((format): FileReport => {
    const file = `${selection.path}.${format.extension}`;
    const taken = itemsFor(format, feed, destination.nowMs);
    const { bytes, items } = renderWithinLimit({ ...feed, items: taken }, format);
    if (items < taken.length) cut.push(tooLarge(destination.shownAs(file), items, taken.length));
    const { report, fault } = publishDocument(file, bytes, format.mediaType, destination);
    if (fault !== undefined) failed.push(fault);
    return report;
  });
  const { path, name, title } = selection;
  const published = selection.articles.map(({ publishedMs }) => publishedMs);
  const newest =
    published.length === 0 ? undefined : new Date(Math.max(...published)).toISOString();
  const facts = { path, name, title, items: feed.items.length, files };
  return { report: { ...facts, ...(newest === undefined ? {} : { newest }) }, failed, cut };
}

/** One document about all feeds that ask for the format. */
export function publishSite(
  format: SiteFormat,
  feeds: readonly Feed[],
  title: string,
  destination: Destination,
): FeedPublished {
  const bytes = Buffer.from(format.render(feeds, title));
  const { report, fault } = publishDocument(format.path, bytes, format.mediaType, destination);
  const path = format.path.replace(/\.[^.]*$/, "");
  const facts = { path, name: format.name, title, items: feeds.length, files: [report] };
  return { report: facts, failed: fault === undefined ? [] : [fault], cut: [] };
}

interface DocumentPublished {
  readonly report: FileReport;
  readonly fault?: Problem;
}

/** A document that fails its check leaves the last good one in its place. */
function publishDocument(
  file: string,
  bytes: Buffer,
  mediaType: string,
  { folder, shownAs }: Destination,
): DocumentPublished {
  const fault = faultOfDocument(bytes.toString(), bytes.length, mediaType);
  if (fault === undefined) {
    const isWritten = folder.publish({ path: file, bytes });
    return { report: { path: file, outcome: isWritten ? "written" : "unchanged" } };
  }
  folder.keep(file);
  const remedy = "the last good one stays; report this";
  return {
    report: { path: file, outcome: "kept" },
    fault: { file: shownAs(file), reason: fault, remedy },
  };
}

const DAY_MS = 86_400_000;

function itemsFor({ takes }: Format, { items }: Feed, nowMs: number): readonly Item[] {
  if (takes === undefined) return items;
  const sinceMs = nowMs - takes.days * DAY_MS;
  return items
    .filter(({ published }) => published !== undefined && published.getTime() > sinceMs)
    .slice(0, takes.items);
}

/**
 * Leaves out the oldest items of a document that readers and validators would not take whole; in a
 * chain of archive documents, where nothing else has them, only their content.
 */
function renderWithinLimit(
  feed: Feed,
  format: Format,
): { readonly bytes: Buffer; readonly items: number } {
  for (let items = feed.items.length; ; ) {
    const bytes = renderBytes(format, { ...feed, items: shownItems(feed, items) });
    if (bytes.length <= MAX_DOCUMENT_BYTES || items <= 1) return { bytes, items };
    const fitting = Math.floor((items * MAX_DOCUMENT_BYTES) / bytes.length);
    items = Math.max(1, Math.min(items - 1, fitting));
  }
}

function shownItems({ items, options }: Feed, whole: number): readonly Item[] {
  if (whole === items.length) return items;
  const rest = options.archive === undefined ? [] : items.slice(whole);
  return [...items.slice(0, whole), ...rest.map(({ content: _, ...item }) => item)];
}

function tooLarge(file: string, items: number, wanted: number): Problem {
  const reason = `only the newest ${items} of ${wanted} items fit whole into ${MAX_DOCUMENT_BYTES} bytes`;
  return { file, reason, remedy: "lower its limit, or set content: summary for it" };
}
