/**
 * Who each article is. What readers have once been told stays: the guid, and the date of an article
 * that states none. Two articles can never hold one guid, nor one address.
 */

import { digestOfText } from "./digest.ts";
import { isOnlyRecord, type LedgerSubject } from "./evidence.ts";
import { compareKeys } from "./key-order.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { type Match, matchLines } from "./match-lines.ts";
import { onDemand } from "./on-demand.ts";

export type { LedgerSubject } from "./evidence.ts";

export interface Identity {
  readonly guid: string;
  /** What the record states, else what the ledger knows, else the time of the file. */
  readonly publishedMs: number;
}

/** An article that cannot be published beside another. */
interface Refusal {
  readonly key: string;
  /** What both lay claim to: `id 4711`, `address https://…`. */
  readonly claim: string;
  /** The key of the article that has it. */
  readonly holder: string;
  /** What to do about it, an imperative. */
  readonly remedy: string;
}

export interface Assignment {
  /** By the key of the article. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** Every article is either here or there. */
  readonly setAside: readonly Refusal[];
  /** Articles that the ledger does not know, or not as they are by now. */
  readonly unsettled: readonly LedgerSubject[];
}

/** The order of lines and of articles does not matter. */
export function assignGuids(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
): Assignment {
  const identities = new Map<string, Identity>();
  const setAside: Refusal[] = [];
  const unsettled: LedgerSubject[] = [];
  const held: Held = {
    ...{ ids: new Map(), addresses: new Map() },
    guids: onDemand(() => holdersOf(identities)),
    ofLedger: onDemand(() => new Set(lines.map(({ guid }) => guid))),
  };
  for (const { subject, match, line } of claimsInOrder(lines, subjects)) {
    const refusal = refusalOf(subject, match, held);
    if (refusal !== undefined) {
      setAside.push(refusal);
      continue;
    }
    const guid = match?.guid ?? subject.id ?? guidOfUrl(subject, held);
    // Those that the ledger knows have been before; nobody asks for guids until then.
    if (match === undefined) held.guids().set(guid, subject.key);
    held.addresses.set(subject.url, subject.key);
    if (subject.id !== undefined) held.ids.set(subject.id, subject.key);
    const dateMs = subject.isDated ? undefined : match?.publishedMs;
    const publishedMs = dateMs ?? subject.publishedMs;
    identities.set(subject.key, { guid, publishedMs });
    const isSettled = line?.key === subject.key && line.publishedMs === publishedMs;
    if (!isSettled) unsettled.push(subject);
  }
  return { identities, setAside, unsettled };
}

function holdersOf(identities: ReadonlyMap<string, Identity>): Map<string, string> {
  const holders = new Map<string, string>();
  for (const [key, { guid }] of identities) holders.set(guid, key);
  return holders;
}

/** Who holds what: from a claim to the key of an article. */
interface Held {
  readonly guids: () => Map<string, string>;
  readonly ids: Map<string, string>;
  readonly addresses: Map<string, string>;
  /** Guids of articles that are gone, too: they may come back. */
  readonly ofLedger: () => ReadonlySet<string>;
}

interface Claim {
  readonly subject: LedgerSubject;
  readonly match: Match | undefined;
  /** Where it says of the article's address and words what the article says. */
  readonly line: LedgerLine | undefined;
}

/** First who is where the ledger has it, then who else is known; last who has only an address. */
function claimsInOrder(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
): readonly Claim[] {
  const { matchOf, unchanged } = matchLines(lines, subjects);
  const ranks: readonly Claim[][] = [[], [], [], [], []];
  subjects.forEach((subject, at) => {
    const match = matchOf[at];
    const isById = subject.id !== undefined && (match === undefined || match.guid === subject.id);
    const rank = unchanged[at] ? 0 : (match === undefined ? 3 : 1) + (isById ? 0 : 1);
    ranks[rank]?.push({ subject, match, line: unchanged[at] });
  });
  return ranks.flatMap((rank) =>
    rank.sort((one, other) => compareKeys(one.subject.key, other.subject.key)),
  );
}

function refusalOf(
  { key, id, url }: LedgerSubject,
  match: Match | undefined,
  { guids, ids, addresses }: Held,
): Refusal | undefined {
  const sharer = addresses.get(url);
  if (sharer !== undefined) {
    const remedy = "give it a slug of its own";
    return { key, claim: `address ${url}`, holder: sharer, remedy };
  }
  if (id === undefined) return undefined;
  const claim = `id ${id}`;
  const claimant = ids.get(id);
  if (claimant !== undefined) {
    return { key, claim, holder: claimant, remedy: "give it an id of its own" };
  }
  const holder = match === undefined ? guids().get(id) : undefined;
  if (holder === undefined) return undefined;
  const remedy = "give it an id of its own, or delete the line with this id in the ledger";
  return { key, claim, holder, remedy };
}

/**
 * An article without an id is known by its address. Where that is the guid of an article that has
 * been there before, its own begins with it, and with what is least likely to change.
 */
function guidOfUrl(subject: LedgerSubject, { guids, ids, ofLedger }: Held): string {
  const { url, isDated, publishedMs, key, titleDigest } = subject;
  const isTaken = (guid: string) => guids().has(guid) || ids.has(guid) || ofLedger().has(guid);
  const lasting = isDated ? String(publishedMs) : isOnlyRecord(subject) ? key : titleDigest;
  let guid = url;
  // Each further one depends on the one before; a digest that is taken, too, needs an attacker.
  for (let seed = lasting; isTaken(guid); seed += "+") {
    guid = `${url}${url.includes("#") ? "-" : "#"}${digestOfText(`${url} ${seed}`).slice(0, 8)}`;
  }
  return guid;
}
