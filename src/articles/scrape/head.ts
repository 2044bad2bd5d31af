/** What a page says about its article above the story, and in a few words below it. */
import type { MomentRead } from "../dates/dates.ts";
import { type Facts, type FactsContext, readFacts } from "./facts.ts";
import type { Page } from "./page.ts";
import { findTitle } from "./title-lines.ts";

interface HeadContext extends FactsContext {
  /** The title, where the record gives it elsewhere. */
  readonly title?: string;
}

interface Head {
  readonly title?: string;
  readonly titleLine?: number;
  readonly published?: MomentRead;
  readonly updated?: MomentRead;
  readonly authors: readonly string[];
}

/** Lines. */
const TAIL_LINES = 40;
const LINES_BELOW_DECK = 6;
const TIMELINE_LINES = 200;

/** Columns: a deck is one or two sentences. */
const LONGEST_DECK = 300;

/** Marks in `taken` every line that it has read. */
export function readHead(page: Page, context: HeadContext, taken: boolean[]): Head {
  const above = collectFacts(page, context, taken, 0, page.headEnd);
  const isFree = (at: number) => !taken[at] && !above.has(at);
  // "Storm diary - 3 May 2024" is a title only where nothing else is.
  const isFreeOrPartial = (at: number) => isFree(at) || above.get(at)?.isPartial === true;
  const strict = findTitle(page, context, isFree);
  const found = strict.title === undefined ? findTitle(page, context, isFreeOrPartial) : strict;
  const { copies, ...named } = found;
  for (const at of copies) taken[at] = true;
  const belowDeck = collectBelowDeck(page, context, taken, above);
  const tailStart = Math.max(page.tailStart, page.headEnd);
  const below = collectFacts(page, context, taken, tailStart, tailStart + TAIL_LINES);
  const isDated = [...above.values(), ...belowDeck.values()].some((one) => one.published);
  for (const [at, one] of below) {
    if (isDated && !one.updated && !one.byline?.labelled) below.delete(at);
  }
  const facts = [...above, ...belowDeck, ...below].filter(
    // "By Royal Appointment" is the title of a page that has no other.
    ([, one]) => !one.byline || one.byline.labelled || named.title !== undefined,
  );
  return { ...named, ...takeFacts(facts, taken) };
}

type FactsByLine = Map<number, Facts>;

function collectFacts(
  page: Page,
  context: HeadContext,
  taken: readonly boolean[],
  from: number,
  to: number,
): FactsByLine {
  const facts: FactsByLine = new Map();
  for (let at = from; at < Math.min(to, page.lines.length); at += 1) {
    const found = taken[at] ? undefined : readFacts(page, at, context);
    if (found) facts.set(at, found);
  }
  return facts;
}

/** Title, deck, byline, date, story: the deck is prose, and yet the head goes on below it. */
function collectBelowDeck(
  page: Page,
  context: HeadContext,
  taken: readonly boolean[],
  above: FactsByLine,
): FactsByLine {
  const none: FactsByLine = new Map();
  const deck = page.lines[page.headEnd];
  if (!deck || deck.columns > LONGEST_DECK || deck.wrapped) return none;
  if ([...above.values()].some((found) => found.published)) return none;
  const from = page.headEnd + 1;
  const facts = collectFacts(page, context, taken, from, from + LINES_BELOW_DECK);
  for (let at = from; at < from + LINES_BELOW_DECK; at += 1) {
    if (taken[at] || facts.has(at)) continue;
    for (const later of facts.keys()) if (later > at) facts.delete(later);
    break;
  }
  const all = [...facts.values()];
  if (all.some((one) => one.byline || one.updated || one.published?.dateOnly === false)) {
    return facts;
  }
  return all.length === 1 && !isTimeline(page, context, from) ? facts : none;
}

/** More than one lone date in the text: they belong to the story. */
function isTimeline(page: Page, context: HeadContext, from: number): boolean {
  let dates = 0;
  for (let at = from; at < Math.min(page.lines.length, from + TIMELINE_LINES); at += 1) {
    if (readFacts(page, at, context)?.published) dates += 1;
  }
  return dates > 1;
}

/** The first of each counts; a second date of the same day may add the time. */
function takeFacts(
  facts: readonly (readonly [number, Facts])[],
  taken: boolean[],
): Pick<Head, "published" | "updated" | "authors"> {
  let published: MomentRead | undefined;
  let updated: MomentRead | undefined;
  const authors = new Set<string>();
  for (const [at, found] of facts) {
    if (taken[at]) continue;
    const sharper = sharpen(published, found.published);
    // Another day is not this article's, or not its date: the line stays.
    if (found.published && !sharper) continue;
    published = sharper;
    updated = sharpen(updated, found.updated) ?? updated;
    for (const name of found.byline?.names ?? []) authors.add(name);
    taken[at] = found.isPartial !== true;
  }
  return { ...(published && { published }), ...(updated && { updated }), authors: [...authors] };
}

const DAY_MS = 86_400_000;

/** The more exact of two moments of one day; undefined where they are not of one day. */
function sharpen(known?: MomentRead, next?: MomentRead): MomentRead | undefined {
  if (!known || !next) return known ?? next;
  const [day, moment] = known.dateOnly ? [known, next] : [next, known];
  const isSame = moment.ms === day.ms;
  const isWithin = day.dateOnly && moment.ms >= day.ms && moment.ms - day.ms < DAY_MS;
  return isSame || isWithin ? moment : undefined;
}
