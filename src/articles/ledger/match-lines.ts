/** Which line each article has: no guid is given twice, and no article has two. */
import {
  body,
  type Evidence,
  evidenceOfLine,
  evidenceOfSubject,
  key,
  type LedgerSubject,
  likeness,
  place,
  SAME_WORDS,
  slug,
  type Trait,
  title,
} from "./evidence.ts";
import { compareKeys } from "./key-order.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { applyRule, type Group, type Left, leftOf, type Met, take } from "./match-rule.ts";
import { furtherRules, type MatchRule, undisputedRules } from "./match-rules.ts";
import { unchangedLines } from "./unchanged-lines.ts";
import { lookAtSite } from "./whole-site.ts";

/** What the ledger says of an article. */
export interface Match {
  readonly guid: string;
  /** Of the lines with this guid the earliest. */
  readonly publishedMs: number | undefined;
}

export interface Matches {
  /** At each article's place in the list; undefined where the ledger does not know it. */
  readonly matchOf: readonly (Match | undefined)[];
  /** Of these the articles that have not changed. */
  readonly unchanged: readonly (LedgerLine | undefined)[];
}

export function matchLines(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
): Matches {
  const site = lookAtSite(lines, subjects);
  const { lineOf, rest } = unchangedLines(lines, subjects, site);
  const changed = [...subjects.keys()].filter((at) => lineOf[at] === undefined);
  if (rest.length === 0 || changed.length === 0) return { matchOf: lineOf, unchanged: lineOf };

  const groups = groupLines(rest.toSorted(compareLines));
  const known = [...groups.values()].flatMap((group) => group.lines);
  const metAt = new Map<number, Met>();
  for (const at of changed) {
    const subject = subjects[at];
    if (subject === undefined) continue;
    metAt.set(at, { subject, met: evidenceOfSubject(subject), group: undefined });
  }
  const met = [...metAt.values()];
  const apply = (rules: readonly MatchRule[], among: Left) =>
    rules.reduce((left, rule) => applyRule(rule, left, site), among);

  matchIds(met, groups, SAME_WORDS);
  const left = apply(undisputedRules, likely(leftOf({ known, met }), groups));
  matchIds(left.met, groups, 0);
  apply(furtherRules, leftOf(left));
  const matchOf = lineOf.map((line, at) => line ?? matchOfGroup(metAt.get(at)?.group));
  return { matchOf, unchanged: lineOf };
}

/** What comes first must not depend on who has written the ledger. */
function compareLines(one: LedgerLine, other: LedgerLine): number {
  return (
    compareText(one.guid, other.guid) ||
    compareText(one.key, other.key) ||
    compareText(one.url, other.url) ||
    compareText(one.bodyDigest, other.bodyDigest) ||
    compareText(one.titleDigest, other.titleDigest)
  );
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function groupLines(lines: readonly LedgerLine[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    let group = groups.get(line.guid);
    if (group === undefined) {
      group = { guid: line.guid, lines: [], isTaken: false };
      groups.set(line.guid, group);
    }
    group.lines.push({ line, known: evidenceOfLine(line), group });
  }
  return groups;
}

function matchOfGroup(group: Group | undefined): Match | undefined {
  if (group === undefined) return undefined;
  let earliest: number | undefined;
  for (const { line } of group.lines) {
    const { publishedMs } = line;
    if (publishedMs !== undefined && publishedMs < (earliest ?? Number.POSITIVE_INFINITY)) {
      earliest = publishedMs;
    }
  }
  return { guid: group.guid, publishedMs: earliest };
}

/** An article whose record states the guid of a line; of several the likest, else the first. */
function matchIds(
  articles: readonly Met[],
  groups: ReadonlyMap<string, Group>,
  leastLikeness: number,
): void {
  const best = new Map<Group, { readonly met: Met; readonly likeness: number }>();
  for (const met of articles) {
    const { id } = met.subject;
    const group = id === undefined ? undefined : groups.get(id);
    if (group === undefined || group.isTaken || met.group !== undefined) continue;
    const alike = likenessTo(group, met);
    if (alike < leastLikeness) continue;
    const other = best.get(group);
    const isBetter =
      other === undefined ||
      alike > other.likeness ||
      (alike === other.likeness && compareKeys(met.subject.key, other.met.subject.key) < 0);
    if (isBetter) best.set(group, { met, likeness: alike });
  }
  for (const [group, { met }] of best) take(met, group);
}

function likenessTo(group: Group, { met }: Met): number {
  return group.lines.reduce((most, { known }) => Math.max(most, likeness(known, met)), 0);
}

/** What has nothing in common with anything on the other side need not be looked at again. */
function likely({ known, met }: Left, groups: ReadonlyMap<string, Group>): Left {
  const isKnown = sharesWith(known.map((one) => one.known));
  const isClaimed = (id: string | undefined) => id !== undefined && groups.has(id);
  const likelyMet = met.filter((one) => isClaimed(one.subject.id) || isKnown(one.met));
  const isMet = sharesWith(likelyMet.map((one) => one.met));
  return { known: known.filter((one) => isMet(one.known)), met: likelyMet };
}

/** Every rule asks for at least one of these. */
const WEIGHTY: readonly Trait[] = [key, body, title, slug, place];

function sharesWith(others: readonly Evidence[]): (evidence: Evidence) => boolean {
  const seen = WEIGHTY.map((trait) => ({ trait, values: new Set(others.map(trait)) }));
  for (const { values } of seen) values.delete("");
  return (evidence) => seen.some(({ trait, values }) => values.has(trait(evidence)));
}
