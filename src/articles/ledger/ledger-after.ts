/** What the ledger knows after a run. */
import type { Identity, LedgerSubject } from "./assign-guids.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { doubledGuids } from "./unchanged-lines.ts";

/**
 * A line for every article that readers have met: those that a feed shows now, and those that one
 * has shown before, as they are by now. Articles that are gone keep theirs: they may come back.
 *
 * @param subjects of the articles those whose line is not, or not surely, what it should be.
 * @param shown the guids that this run shows.
 * @returns `lines` itself where nothing has changed.
 */
export function linesAfter(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
  identities: ReadonlyMap<string, Identity>,
  shown: ReadonlySet<string>,
): readonly LedgerLine[] {
  const present = new Map<string, LedgerSubject>();
  for (const subject of subjects) {
    const identity = identities.get(subject.key);
    if (identity !== undefined) present.set(identity.guid, subject);
  }
  const now = (line: LedgerLine) => {
    const subject = present.get(line.guid);
    return subject === undefined ? line : updated(line, subject, identities);
  };
  const after = firstOfEach(lines, present).map(now);
  const unknown = new Set(shown);
  for (const { guid } of lines) unknown.delete(guid);
  for (const guid of unknown) {
    const subject = present.get(guid);
    if (subject !== undefined) after.push(updated(newLine(guid), subject, identities));
  }
  const isSame = after.length === lines.length && after.every((line, at) => line === lines[at]);
  return isSame ? lines : after;
}

/** After a merge an article that is here needs its first line only: it tells where it is itself. */
function firstOfEach(
  lines: readonly LedgerLine[],
  present: ReadonlyMap<string, LedgerSubject>,
): readonly LedgerLine[] {
  const doubled = doubledGuids(lines);
  if (doubled.size === 0) return lines;
  const seen = new Set<string>();
  return lines.filter(({ guid }) => {
    const isFirst = !seen.has(guid);
    if (doubled.has(guid) && present.has(guid)) seen.add(guid);
    return isFirst;
  });
}

function newLine(guid: string): LedgerLine {
  const unknown = { key: "", url: "", titleDigest: "", bodyDigest: "" };
  return { guid, publishedMs: undefined, ...unknown, further: [] };
}

/** The line itself where nothing of it has changed. */
function updated(
  line: LedgerLine,
  { key, url, titleDigest, bodyDigest }: LedgerSubject,
  identities: ReadonlyMap<string, Identity>,
): LedgerLine {
  const publishedMs = identities.get(key)?.publishedMs;
  const isSame =
    line.publishedMs === publishedMs &&
    line.key === key &&
    line.url === url &&
    line.titleDigest === titleDigest &&
    line.bodyDigest === bodyDigest;
  return isSame ? line : { ...line, publishedMs, key, url, titleDigest, bodyDigest };
}
