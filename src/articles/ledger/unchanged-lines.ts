/** The articles that are as the ledger has them: nearly all, of a site that is run every day. */
import { isOnlyRecord, type LedgerSubject } from "./evidence.ts";
import { compareKeys } from "./key-order.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import type { WholeSite } from "./whole-site.ts";

export interface Unchanged {
  /** At each article's place in the list its line; undefined where there is doubt. */
  readonly lineOf: readonly (LedgerLine | undefined)[];
  /** The lines that no article has. */
  readonly rest: readonly LedgerLine[];
}

export function unchangedLines(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
  site: WholeSite,
): Unchanged {
  const lineOf: (LedgerLine | undefined)[] = new Array(subjects.length).fill(undefined);
  if (lines.length === 0) return { lineOf, rest: lines };
  const placesOf = placesByUrl(lines);
  const doubles = doubledGuids(lines);
  const holders = new Int32Array(lines.length).fill(-1);
  subjects.forEach((subject, at) => {
    const place = soleSame(subject, lines, placesOf(subject.url));
    const line = lines[place];
    if (line === undefined) return;
    if (doubles.has(line.guid) || site.isDisputed(subject, line)) return;
    const other = subjects[holders[place] ?? -1];
    if (other !== undefined && isNearer(other, subject, line)) return;
    if (other !== undefined) lineOf[holders[place] ?? -1] = undefined;
    lineOf[at] = line;
    holders[place] = at;
  });
  return { lineOf, rest: lines.filter((_line, at) => holders[at] === -1) };
}

/** The place of the only line that says the same as the article; -1 where there is none. */
function soleSame(
  subject: LedgerSubject,
  lines: readonly LedgerLine[],
  places: number | readonly number[],
): number {
  if (typeof places === "number") return isSame(subject, lines[places]) ? places : -1;
  const same = places.filter((place) => isSame(subject, lines[place]));
  return same.length === 1 ? (same[0] ?? -1) : -1;
}

/** More articles than this have hardly been at one address. */
const MOST_AT_URL = 8;

/** Where the lines of an address stand: one, but where a later article has taken the address. */
function placesByUrl(lines: readonly LedgerLine[]): (url: string) => number | readonly number[] {
  const first = new Map<string, number>();
  const further = new Map<string, number[]>();
  lines.forEach(({ url }, at) => {
    if (first.has(url)) further.set(url, [...(further.get(url) ?? []).slice(-MOST_AT_URL), at]);
    else first.set(url, at);
  });
  return (url) => {
    const place = first.get(url) ?? -1;
    const more = further.size === 0 ? undefined : further.get(url);
    if (more === undefined) return place;
    return more.length >= MOST_AT_URL ? -1 : [place, ...more];
  };
}

/** Of two at one address, which only one of them can keep. */
function isNearer(one: LedgerSubject, other: LedgerSubject, { guid, key }: LedgerLine): boolean {
  if ((one.id === guid) !== (other.id === guid)) return one.id === guid;
  if ((one.key === key) !== (other.key === key)) return one.key === key;
  return compareKeys(one.key, other.key) < 0;
}

/** Its address is. The time of a file is none of the article. */
function isSame(subject: LedgerSubject, line: LedgerLine | undefined): boolean {
  return (
    line !== undefined &&
    line.bodyDigest === subject.bodyDigest &&
    line.titleDigest === subject.titleDigest &&
    (line.key === subject.key || !isOnlyRecord(subject)) &&
    (line.publishedMs === subject.publishedMs || !subject.isDated)
  );
}

/** A guid that more than one line has. */
export function doubledGuids(lines: readonly LedgerLine[]): ReadonlySet<string> {
  const doubles = new Set<string>();
  // As we write them they rise, and nothing need be remembered.
  const isRising = lines.every(({ guid }, at) => at === 0 || (lines[at - 1]?.guid ?? "") < guid);
  if (isRising) return doubles;
  const seen = new Set<string>();
  for (const { guid } of lines) {
    if (seen.has(guid)) doubles.add(guid);
    seen.add(guid);
  }
  return doubles;
}
