/** One rule at work: lines and articles that have its traits in common are joined. */
import { type Evidence, type LedgerSubject, likeness, together } from "./evidence.ts";
import { compareKeys } from "./key-order.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import type { MatchRule } from "./match-rules.ts";
import type { WholeSite } from "./whole-site.ts";

/** The lines with one guid: one, or after a merge what each side knew. */
export interface Group {
  readonly guid: string;
  readonly lines: Known[];
  isTaken: boolean;
}

/** A line. */
interface Known {
  readonly line: LedgerLine;
  readonly known: Evidence;
  readonly group: Group;
}

/** An article. */
export interface Met {
  readonly subject: LedgerSubject;
  readonly met: Evidence;
  group: Group | undefined;
}

/** What no rule has joined so far. */
export interface Left {
  readonly known: readonly Known[];
  readonly met: readonly Met[];
}

export function take(met: Met, group: Group): void {
  met.group = group;
  group.isTaken = true;
}

export function leftOf({ known, met }: Left): Left {
  return {
    known: known.filter(({ group }) => !group.isTaken),
    met: met.filter(({ group }) => group === undefined),
  };
}

/** Lines and articles that have the traits of a rule in common. */
interface Bucket {
  readonly known: Known[];
  readonly met: Met[];
}

type Allows = (one: Known, other: Met) => boolean;

/** @returns what is left over. */
export function applyRule(rule: MatchRule, left: Left, site: WholeSite): Left {
  const { choice, allows } = rule;
  const isAllowed: Allows = ({ line, known }, { subject, met }) =>
    allows === undefined || allows({ line, known, subject, met }, site);
  let isLess = false;
  for (const { met, known } of bucketsOf(rule, left)) {
    // After a merge a guid may be known in two places.
    const bucket = { met, known: known.filter(({ group }) => !group.isTaken) };
    if (choice === "sole" && site.isCommonBody(met[0]?.met.body ?? "")) continue;
    settle(bucket, isAllowed, choice === "likest");
    isLess = true;
  }
  return isLess ? leftOf(left) : left;
}

/** To put traits together costs more than to see that one of them is nowhere on the other side. */
function bucketsOf({ traits }: MatchRule, left: Left): readonly Bucket[] {
  let { known, met } = left;
  for (const trait of traits) {
    const ofKnown = new Set(known.map((one) => trait(one.known)));
    met = met.filter((one) => ofKnown.has(trait(one.met)));
    if (met.length === 0) return [];
    const ofMet = new Set(met.map((one) => trait(one.met)));
    ofMet.delete("");
    known = known.filter((one) => ofMet.has(trait(one.known)));
  }
  const buckets = new Map<string, Bucket>();
  for (const one of known) {
    const value = together(traits, one.known);
    const bucket = buckets.get(value);
    if (bucket === undefined) buckets.set(value, { known: [one], met: [] });
    else bucket.known.push(one);
  }
  for (const one of met) buckets.get(together(traits, one.met))?.met.push(one);
  return [...buckets.values()].filter((bucket) => bucket.met.length > 0);
}

/** More pairs than this are not compared one by one: they are hardly told apart anyhow. */
const MOST_PAIRS = 1000;

function settle({ known, met }: Bucket, allows: Allows, isLikest: boolean): void {
  const [line, article] = [known[0], met[0]];
  if (known.length === 1 && met.length === 1 && line !== undefined && article !== undefined) {
    if (allows(line, article)) take(article, line.group);
    return;
  }
  if (known.length * met.length > MOST_PAIRS) {
    if (isLikest) settleInOrder(known, met, allows);
    return;
  }
  const pairs = met
    .flatMap((other) => known.filter((one) => allows(one, other)).map((one) => ({ one, other })))
    .map((pair) => ({ ...pair, likeness: likeness(pair.one.known, pair.other.met) }));
  const isOne = pairs.every(
    ({ one, other }) => one.group === pairs[0]?.one.group && other === pairs[0]?.other,
  );
  if (!isLikest && !isOne) return;
  const ordered = pairs.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      compareKeys(a.other.subject.key, b.other.subject.key) ||
      compareKeys(a.one.line.guid, b.one.line.guid),
  );
  for (const { one, other } of ordered) {
    if (!one.group.isTaken && other.group === undefined) take(other, one.group);
  }
}

function settleInOrder(known: readonly Known[], met: readonly Met[], allows: Allows): void {
  const lines = known.toSorted((a, b) => compareKeys(a.line.guid, b.line.guid));
  const articles = met.toSorted((a, b) => compareKeys(a.subject.key, b.subject.key));
  let at = 0;
  for (const other of articles) {
    while (lines[at]?.group.isTaken) at += 1;
    const one = lines[at];
    if (one === undefined) return;
    if (allows(one, other)) take(other, one.group);
  }
}
