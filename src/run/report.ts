/** A run's report in words: a short table, a line of counts, and what went wrong. */
import { styleText } from "node:util";
import type { Problem } from "../errors.ts";
import { problemText } from "../errors.ts";
import type { FeedReport } from "../publish/publish-feed.ts";
import type { PublishReport } from "../rebuild/publish-report.ts";
import { countFeeds } from "./runs/run-record.ts";
import { type Column, tableLines } from "./text-table.ts";

const COLUMNS: readonly Column[] = [
  { heading: "feed" },
  { heading: "items", isNumber: true },
  { heading: "newest" },
  { heading: "files" },
];

/** More feeds than this of one `each` share a row: a table is read, a list of 200 tags is not. */
const MOST_ROWS = 12;

/**
 * A row a feed: its path, how many items, the newest, which files were written.
 *
 * @param isWhole also where one entry of the configuration makes many feeds.
 */
export function feedTable(
  feeds: readonly FeedReport[],
  isWhole: boolean,
  hasColor: boolean,
): string {
  const rows = [...groupByName(feeds).values()].flatMap((group) =>
    isWhole || group.length <= MOST_ROWS ? group.map(feedRow) : [groupRow(group)],
  );
  const [head = "", ...rest] = tableLines(COLUMNS, rows);
  return `${[hasColor ? styleText("bold", head) : head, ...rest].join("\n")}\n`;
}

function groupByName(feeds: readonly FeedReport[]): ReadonlyMap<string, readonly FeedReport[]> {
  const groups = new Map<string, FeedReport[]>();
  for (const feed of feeds) groups.set(feed.name, [...(groups.get(feed.name) ?? []), feed]);
  return groups;
}

function feedRow(feed: FeedReport): readonly string[] {
  const endings = new Map<string, string[]>();
  for (const file of feed.files) {
    const ending = file.path.slice(file.path.lastIndexOf("."));
    endings.set(file.outcome, [...(endings.get(file.outcome) ?? []), ending]);
  }
  const files = [...endings].map(([outcome, names]) => `${names.join(" ")} ${outcome}`).join(", ");
  return [feed.path, String(feed.items), momentText(feed.newest), files];
}

/** `tags (15 feeds)`, with the sum of their items and the number of files of each outcome. */
function groupRow(feeds: readonly FeedReport[]): readonly string[] {
  const outcomes = new Map<string, number>();
  for (const { outcome } of feeds.flatMap((feed) => feed.files)) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const items = feeds.reduce((sum, feed) => sum + feed.items, 0);
  const newest = feeds
    .map((feed) => feed.newest ?? "")
    .sort()
    .at(-1);
  const files = [...outcomes].map(([outcome, number]) => `${number} ${outcome}`).join(", ");
  const name = `${feeds[0]?.name} (${feeds.length} feeds)`;
  return [name, String(items), momentText(newest), files];
}

function momentText(moment: string | undefined): string {
  return moment?.replace(/^(.{10})T(.{5}).*$/, "$1 $2 UTC") || "–";
}

/** `18 articles in 9 feeds; held back: 1 draft, 1 embargoed; set aside: 0` */
export function summaryLine(report: PublishReport): string {
  const held = new Map<string, number>();
  for (const { reason } of report.held) held.set(reason, (held.get(reason) ?? 0) + 1);
  const reasons = [...held].map(([reason, count]) => `${count} ${reason}`).join(", ");
  const parts = [
    `${counted(report.articles, "article")} in ${counted(countFeeds(report.feeds), "feed")}`,
    `held back: ${reasons || "none"}`,
    `set aside: ${report.setAside.length || "none"}`,
    ...(report.removed.length > 0
      ? [`removed: ${counted(report.removed.length, "old file")}`]
      : []),
    ...(report.emptied.length > 0
      ? [`emptied: ${counted(report.emptied.length, "old file")}`]
      : []),
  ];
  return `\n${parts.join("; ")}\n`;
}

/** One line a problem under a heading with their number; nothing where there is none. */
export function problemLines(heading: string, problems: readonly Problem[], most: number): string {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, most).map((problem) => `  ${problemText(problem)}`);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more (--verbose shows them)`);
  return `\n${heading} (${problems.length}):\n${lines.join("\n")}\n`;
}

/** `1 article`, `2 articles`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
