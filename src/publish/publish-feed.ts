/** One feed into the world: rendered in each of its formats, checked, and handed to the folder. */
import type { Problem } from "../errors.ts";
import type { Feed, Item } from "../feeds/feed.ts";
import type { Selection } from "../feeds/select.ts";
import { type Format, formats, renderBytes, type SiteFormat } from "../formats/formats.ts";
import { faultOfDocument, MAX_DOCUMENT_BYTES } from "./check.ts";
import type { Folder } from "./folder.ts";

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
  /** A document about all feeds, and none itself: `items` are feeds. */
  readonly isList?: true;
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
  readonly folder: Pick<Folder, "publish" | "keep" | "keepLast" | "isForeign">;
  /** How messages name a document. */
  readonly shownAs: (file: string) => string;
  readonly nowMs: number;
}

/** The documents are on their way when it resolves; `Folder.finish` tells which were written. */
export async function publishFeed(
  selection: Selection,
  feed: Feed,
  destination: Destination,
): Promise<FeedPublished> {
  const failed: Problem[] = [];
  const cut: Problem[] = [];
  const files: FileReport[] = [];
  for (const format of formatsOf(selection)) {
    const file = `${selection.path}.${format.extension}`;
    const taken = itemsFor(format, feed, destination.nowMs);
    const { bytes, items } = renderWithinLimit({ ...feed, items: taken }, format);
    if (items < taken.length) cut.push(tooLarge(destination.shownAs(file), items, taken.length));
    const { report, fault } = await publishDocument(file, bytes, format.mediaType, destination);
    if (fault !== undefined) failed.push(fault);
    files.push(report);
  }
  return { report: reportOf(selection, feed, files), failed, cut };
}

/**
 * The feed as it was: a file that it is to show is being written right now.
 *
 * @param changing how messages name such files.
 */
export function keepFeed(
  selection: Selection,
  feed: Feed,
  changing: readonly string[],
  { folder }: Destination,
): FeedPublished {
  const files = formatsOf(selection).map(({ extension }) => {
    return keepLast(`${selection.path}.${extension}`, folder);
  });
  return { report: reportOf(selection, feed, files), failed: changing.map(changingFile), cut: [] };
}

function keepLast(path: string, folder: Pick<Folder, "keepLast">): FileReport {
  folder.keepLast(path);
  return { path, outcome: "kept" };
}

function changingFile(file: string): Problem {
  const reason = "was changed while it was copied; what shows it stays as it was";
  return { file, reason, remedy: "run again once it is whole" };
}

function reportOf(
  { path, name, title, articles }: Selection,
  { items }: Feed,
  files: readonly FileReport[],
): FeedReport {
  const newestMs = articles.reduce((ms, one) => Math.max(ms, one.publishedMs), -Infinity);
  const newest = newestMs === -Infinity ? {} : { newest: new Date(newestMs).toISOString() };
  return { ...{ path, name, title, items: items.length, files }, ...newest };
}

/** A report once it is known what had to be written. */
export function afterWriting(report: FeedReport, written: ReadonlySet<string>): FeedReport {
  const files = report.files.map((file): FileReport => {
    if (file.outcome === "kept") return file;
    return { ...file, outcome: written.has(file.path) ? "written" : "unchanged" };
  });
  return { ...report, files };
}

/** Archive documents are for readers of feeds. */
function formatsOf({ formats: names, archive }: Selection): readonly Format[] {
  const isArchive = archive?.isArchive === true;
  return formats.filter(({ name, takes }) => {
    return names.includes(name) && !(isArchive && takes !== undefined);
  });
}

/** How many articles are new enough for the formats that take only such. */
export function takenOf(selection: Selection, nowMs: number): readonly number[] {
  return daysOf(selection).map((days) => {
    const sinceMs = nowMs - days * DAY_MS;
    return selection.articles.filter(({ publishedMs }) => publishedMs > sinceMs).length;
  });
}

function daysOf(selection: Selection): readonly number[] {
  const taken = formatsOf(selection).flatMap(({ takes }) => takes?.days ?? []);
  return selection.days === undefined ? taken : [...taken, selection.days];
}

/** When the next article is too old for its feed or one of its formats; may be infinite. */
export function nextDeparture(selections: readonly Selection[], nowMs: number): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const selection of selections) {
    for (const days of daysOf(selection)) {
      for (const { publishedMs } of selection.articles) {
        const endMs = publishedMs + days * DAY_MS;
        if (endMs > nowMs && endMs < nextMs) nextMs = endMs;
      }
    }
  }
  return nextMs;
}

/** What a document about all feeds tells. */
export interface FeedList {
  readonly feeds: readonly Feed[];
  /** The site's. */
  readonly title: string;
  /** How messages name files that it is to show and that are being written right now. */
  readonly changing: readonly string[];
}

/** One document about all feeds that ask for the format. */
export async function publishSite(
  format: SiteFormat,
  { feeds, title, changing }: FeedList,
  destination: Destination,
): Promise<FeedPublished> {
  const { path: file, mediaType, name } = format;
  const path = file.replace(/\.[^.]*$/, "");
  const facts = { path, name, title, items: feeds.length, isList: true as const };
  if (changing.length > 0) {
    const files = [keepLast(file, destination.folder)];
    return { report: { ...facts, files }, failed: changing.map(changingFile), cut: [] };
  }
  const bytes = Buffer.from(format.render(feeds, title));
  const { report, fault } = await publishDocument(file, bytes, mediaType, destination);
  const failed = fault === undefined ? [] : [fault];
  return { report: { ...facts, files: [report] }, failed, cut: [] };
}

interface DocumentPublished {
  readonly report: FileReport;
  readonly fault?: Problem;
}

/** A document that fails its check leaves the last good one in its place. */
async function publishDocument(
  path: string,
  bytes: Buffer,
  mediaType: string,
  { folder, shownAs }: Destination,
): Promise<DocumentPublished> {
  if (mediaType === "text/html" && folder.isForeign(path)) {
    const reason = "is a page that feedwright did not write";
    const remedy = "it stays; move it, or leave html out of formats";
    return { report: { path, outcome: "kept" }, fault: { file: shownAs(path), reason, remedy } };
  }
  const reason = faultOfDocument(bytes, mediaType);
  if (reason === undefined) {
    await folder.publish({ path, bytes });
    return { report: { path, outcome: "unchanged" } };
  }
  const remedy = "the last good one stays; report this";
  return { report: keepLast(path, folder), fault: { file: shownAs(path), reason, remedy } };
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
