/** One feed into the world: rendered in each of its formats, checked, and handed to the folder. */
import type { Problem } from "../errors.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Selection } from "../feeds/select.ts";
import { type Format, formats } from "../formats/formats.ts";
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

/** @param shownAs how messages name a document. */
export function publishFeed(
  selection: Selection,
  feed: Feed,
  folder: FolderPublisher,
  shownAs: (file: string) => string,
): FeedPublished {
  const failed: Problem[] = [];
  const cut: Problem[] = [];
  const chosen = formats.filter((format) => selection.formats.includes(format.name));
  const files = chosen.map((format): FileReport => {
    const file = `${selection.path}.${format.extension}`;
    const { text, bytes, items } = renderWithinLimit(feed, format);
    if (items < feed.items.length) cut.push(tooLarge(shownAs(file), items, feed.items.length));
    const fault = faultOfDocument(text, bytes.length, format.mediaType);
    if (fault === undefined) {
      const isWritten = folder.publish({ path: file, bytes });
      return { path: file, outcome: isWritten ? "written" : "unchanged" };
    }
    folder.keep(file);
    const remedy = "the last good one stays; report this";
    failed.push({ file: shownAs(file), reason: fault, remedy });
    return { path: file, outcome: "kept" };
  });
  const { path, name, title } = selection;
  const newest = feed.items[0]?.published?.toISOString();
  const facts = { path, name, title, items: feed.items.length, files };
  return { report: { ...facts, ...(newest === undefined ? {} : { newest }) }, failed, cut };
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

function tooLarge(file: string, items: number, wanted: number): Problem {
  const reason = `only the newest ${items} of ${wanted} items fit into ${MAX_DOCUMENT_BYTES} bytes`;
  return { file, reason, remedy: "lower its limit, or set content: summary for it" };
}
