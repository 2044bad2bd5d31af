/**
 * By what an article is known again, the surest first. Each rule looks only at what the rules
 * before it have left over.
 */
import {
  body,
  type Evidence,
  host,
  key,
  type LedgerSubject,
  path,
  place,
  published,
  slug,
  type Trait,
  title,
} from "./evidence.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { placeOfUrl } from "./places.ts";
import type { WholeSite } from "./whole-site.ts";

/**
 * Of several that have the traits in common: the likest pairs; or none. `sole`: none even where any
 * other article, here or gone, has the same body, for what is said often tells nothing.
 */
type Choice = "likest" | "only" | "sole";

/** A line and an article that a rule may join. */
interface Pair {
  readonly line: LedgerLine;
  readonly known: Evidence;
  readonly subject: LedgerSubject;
  readonly met: Evidence;
}

export interface MatchRule {
  /** What both must have in common. */
  readonly traits: readonly Trait[];
  readonly choice: Choice;
  readonly allows?: (pair: Pair, site: WholeSite) => boolean;
}

const hasNoId = ({ subject }: Pair) => subject.id === undefined;
/** An id that was added to an article without one, or none: no word against the line. */
const hasNoOtherId = (pair: Pair) => hasNoId(pair) || pair.line.guid === pair.line.url;
/** Nothing but its place speaks for it: then no record may ever have stated an id. */
const hasNeverHadId = (pair: Pair) =>
  hasNoId(pair) && placeOfUrl(pair.line.guid) !== "" && isOfOneDay(pair);
/** Where both state another day, nothing of the old article is left but its place. */
const isOfOneDay = ({ known, met }: Pair) =>
  known.published === "" || met.published === "" || known.published === met.published;
const isUndated = ({ met }: Pair) => met.published === "";
const isOnOtherHost = ({ known, met }: Pair) => host(known) !== host(met);

/** One place, and something of what stands there. The title alone is too little: "Weekly notes". */
const IN_PLACE: readonly MatchRule[] = [
  { traits: [key, body], choice: "likest" },
  { traits: [place, body], choice: "likest" },
  { traits: [key, title, published], choice: "likest" },
  { traits: [place, title, published], choice: "likest" },
  { traits: [key, published], choice: "likest" },
  { traits: [place, published], choice: "likest" },
];

/** For articles whose guid no id contests. */
export const undisputedRules: readonly MatchRule[] = IN_PLACE.map((rule) => {
  return { ...rule, allows: ({ subject, line }, site) => !site.isDisputed(subject, line) };
});

/** For all that is left once ids have been looked at. */
export const furtherRules: readonly MatchRule[] = [
  ...IN_PLACE,
  // Moved, with what it says.
  { traits: [path, body], choice: "likest", allows: isOnOtherHost },
  { traits: [path, published], choice: "likest", allows: isOnOtherHost },
  { traits: [body, title, published], choice: "likest" },
  { traits: [body, slug], choice: "likest" },
  { traits: [body, title], choice: "likest", allows: isUndated },
  { traits: [title, published], choice: "only" },
  { traits: [slug, published], choice: "only" },
  { traits: [slug, title], choice: "only", allows: isUndated },
  { traits: [body, title], choice: "sole" },
  { traits: [body], choice: "sole" },
  // In its place, and much changed.
  { traits: [key, title], choice: "likest", allows: hasNoOtherId },
  { traits: [place, title], choice: "likest", allows: hasNoOtherId },
  {
    traits: [path, title],
    choice: "likest",
    allows: (pair) => isOnOtherHost(pair) && hasNoOtherId(pair),
  },
  { traits: [place], choice: "likest", allows: hasNeverHadId },
  {
    traits: [path],
    choice: "likest",
    allows: (pair, site) => hasNeverHadId(pair) && site.hasMoved(host(pair.known), host(pair.met)),
  },
  { traits: [key], choice: "likest", allows: hasNeverHadId },
];
