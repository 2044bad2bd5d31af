/** What lines and articles are compared by. A field that is empty tells nothing. */

import type { LedgerLine } from "./ledger-lines.ts";
import { onDemand } from "./on-demand.ts";
import { hostOfPlace, pathOfPlace, placeOfUrl, slugOfPlace } from "./places.ts";

/** An article that was read, as far as the ledger looks at it. */
export interface LedgerSubject {
  /** Unique: the path of its file, and `#n` behind it where a file holds several. */
  readonly key: string;
  /** The path of its file. */
  readonly recordPath: string;
  /** The id that the record states. */
  readonly id?: string | undefined;
  /** Its own address, absolute. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly publishedMs: number;
  /** Whether the record or its path states the date; otherwise it is the time of the file. */
  readonly isDated: boolean;
  /** See `digestOfText`. */
  readonly titleDigest: string;
  readonly bodyDigest: string;
}

/** Whether its file holds no other: only then does the key stay the same. */
export function isOnlyRecord({ key, recordPath }: LedgerSubject): boolean {
  return key === recordPath;
}

/** A line or an article in the terms of the other. */
export interface Evidence {
  /** Empty where it is no file of its own. */
  readonly key: string;
  readonly url: string;
  /** Milliseconds, as text; empty where nobody states it. */
  readonly published: string;
  readonly title: string;
  readonly body: string;
  /** See `placeOfUrl`. The first look takes its time, and most articles never need it. */
  readonly place: () => string;
  /** See `slugOfPlace`. */
  readonly slug: () => string;
}

export function evidenceOfLine(line: LedgerLine): Evidence {
  return {
    key: line.key.normalize("NFC"),
    url: line.url,
    published: line.publishedMs === undefined ? "" : String(line.publishedMs),
    title: line.titleDigest,
    body: line.bodyDigest,
    ...placesOf(line.url),
  };
}

/** Of articles that no line has: the same ones, run after run. */
const ofSubjects = new WeakMap<LedgerSubject, Evidence>();

export function evidenceOfSubject(subject: LedgerSubject): Evidence {
  const known = ofSubjects.get(subject);
  if (known !== undefined) return known;
  const evidence = readSubject(subject);
  ofSubjects.set(subject, evidence);
  return evidence;
}

function readSubject(subject: LedgerSubject): Evidence {
  return {
    // A checkout on another system may spell it in other code points.
    key: isOnlyRecord(subject) ? subject.key.normalize("NFC") : "",
    url: subject.url,
    published: subject.isDated ? String(subject.publishedMs) : "",
    title: subject.titleDigest,
    body: subject.bodyDigest,
    ...placesOf(subject.url),
  };
}

function placesOf(url: string): Pick<Evidence, "place" | "slug"> {
  const place = onDemand(() => placeOfUrl(url));
  return { place, slug: onDemand(() => slugOfPlace(place())) };
}

/** A thing that a line and an article may have in common; empty where it has none. */
export type Trait = (evidence: Evidence) => string;

export const key: Trait = (evidence) => evidence.key;
export const place: Trait = (evidence) => evidence.place();
export const host: Trait = (evidence) => hostOfPlace(evidence.place());
export const path: Trait = (evidence) => pathOfPlace(evidence.place());
export const slug: Trait = (evidence) => evidence.slug();
export const published: Trait = (evidence) => evidence.published;
export const title: Trait = (evidence) => evidence.title;
export const body: Trait = (evidence) => evidence.body;

/** All of some traits as one; empty where one of them is. */
export function together(traits: readonly Trait[], evidence: Evidence): string {
  let all = "";
  for (const trait of traits) {
    const value = trait(evidence);
    if (value === "") return "";
    all += all === "" ? value : `\n${value}`;
  }
  return all;
}

/** From here on they say the same: at least the title. */
export const SAME_WORDS = 2;

/** From here on a line and an article are in one place: the same file, or the same address. */
const SAME_PLACE = 8;

/** How much two have in common; each trait outweighs those after it together. */
export function likeness(one: Evidence, other: Evidence): number {
  const same = (trait: Trait, weight: number) => {
    const value = trait(one);
    return value !== "" && value === trait(other) ? weight : 0;
  };
  const isSameUrl = one.url !== "" && one.url === other.url;
  return (
    same(key, 4 * SAME_PLACE) +
    (isSameUrl ? 2 * SAME_PLACE : 0) +
    same(place, SAME_PLACE) +
    same(body, 4) +
    same(title, SAME_WORDS) +
    same(published, 1)
  );
}
