/** Folders of articles in a few words, and what a site does with them. */
import {
  type Assignment,
  assignGuids,
  type LedgerSubject,
} from "../../../src/articles/ledger/assign-guids.ts";
import { digestOfText } from "../../../src/articles/ledger/digest.ts";
import { linesAfter } from "../../../src/articles/ledger/ledger-after.ts";
import {
  type LedgerLine,
  readLedgerLines,
  writeLedgerLines,
} from "../../../src/articles/ledger/ledger-lines.ts";

export const site = "https://post.example";

/**
 * `news/flood.md | /news/flood/ | Flood | 5 | The river rose | id 4711`: record, address (on the
 * site unless it is absolute), title, day of May 2026 (`-` where nothing states it, `-5` where the
 * file has that time), body, and the id that the record states.
 */
export function articleOf(row: string): LedgerSubject {
  const [key = "", address = "", title = "", day = "", body = "", id] = row
    .split("|")
    .map((field) => field.trim());
  return {
    key,
    recordPath: key.replace(/#\d+$/, ""),
    id: id?.replace(/^id /, "") || undefined,
    url: address.startsWith("/") ? `${site}${address}` : address,
    publishedMs: Date.UTC(2026, 4, Math.abs(Number(day)) || 31),
    isDated: !day.startsWith("-"),
    titleDigest: digestOfText(title),
    bodyDigest: digestOfText(body),
  };
}

export interface Run extends Assignment {
  readonly lines: readonly LedgerLine[];
}

/** A run that shows all its articles, or those of some keys, with the ledger as text in between. */
export function run(
  ledger: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
  shownKeys: readonly string[] = subjects.map(({ key }) => key),
): Run {
  const before = readLedgerLines(writeLedgerLines(ledger)).lines;
  const assignment = assignGuids(before, subjects);
  const shown = new Set(shownKeys.flatMap((key) => assignment.identities.get(key)?.guid ?? []));
  return { ...assignment, lines: linesAfter(before, subjects, assignment.identities, shown) };
}

/** The lines of a ledger without what only a record can tell: as if rebuilt from feeds. */
export function asRebuilt(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  return lines.map((line) => ({ ...line, key: "", bodyDigest: "" }));
}
