/** Who is named behind the label of a credit: people, agencies, and the line that names them. */
import { isSmallHouse, splitAtSpace } from "./credit-houses.ts";
import { type Part, type PartSense, readPart, splitParts } from "./credit-parts.ts";
import { readLicence } from "./licences.ts";
import { withoutTitles } from "./name-trimmings.ts";
import { isUnknownMaker } from "./unknown-maker.ts";

export interface NamesReading {
  readonly creators: readonly string[];
  /** Agencies and owners, the one that stands nearest to the makers first. */
  readonly agencies: readonly string[];
  /** As found, but for statuses, dates and the initials of desks. Empty where nothing is left. */
  readonly line: string;
  /** It begins with how the picture came, "Divulgação/X": who follows is no photographer. */
  readonly owned: boolean;
  readonly license?: string;
  readonly evidence: Evidence;
}

/** What speaks for its being a credit. */
interface Evidence {
  /** A house is written small, as only a label makes it one: "Name Surname/nordpress". */
  readonly small: boolean;
  /** Agencies that are known by their name, owners of pictures among them. */
  readonly known: number;
  /** At least one of them supplies pictures; "NASA" and "FIFA" only own some. */
  readonly supplier: boolean;
  /** Nothing but known agencies is named. */
  readonly allKnown: boolean;
  /** One of them deals in nothing but pictures. */
  readonly library: boolean;
  /** "AP Photo", "via": written of pictures only. */
  readonly marked: boolean;
  /** Cut by "/" or "|". */
  readonly slashed: boolean;
  /** Cut by these, or by a word or a dash. */
  readonly divided: boolean;
  /** The first part is a known agency. */
  readonly agencyFirst: boolean;
  /** Somebody with a first and a last name. */
  readonly fullName: boolean;
  /** Beside a person there is what calls itself a house: "Suharyono/Radar Bogor". */
  readonly housed: boolean;
  /** A part that might be anything else. */
  readonly doubtful: boolean;
  /** "Handout": says how it came. */
  readonly provenance: boolean;
  /** "기자", "记者": a reporter. */
  readonly titled: boolean;
}

const LONGEST = 220;
/** No credit has more words that begin small; most sentences have. */
const SMALL_WORD = /(?:^|[ (])\p{Ll}{3}/gu;
const MOST_SMALL_WORDS = 8;
/** UTF-16 units. */
const LONGEST_TITLE = 80;
/** The end of a sentence. */
const IN_NO_NAME = /[!?…。！？{}<>*#]|(?<=\p{L}{5})[.۔।] /u;

/** More of them than `most`. */
export function hasSmallWords(text: string, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(SMALL_WORD)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** `undefined` unless every part is a name or something that stands beside names. */
export function readNames(text: string): NamesReading | undefined {
  if (text.length > LONGEST + LONGEST_TITLE) return undefined;
  const body = withoutTitles(text);
  if (body === "" || body.length > LONGEST || IN_NO_NAME.test(body)) return undefined;
  if (!isBalanced(body) || hasSmallWords(body, MOST_SMALL_WORDS)) return undefined;
  if (isUnknownMaker(body)) return undefined;
  const kept: { readonly part: Part; readonly sense: PartSense }[] = [];
  let small = false;
  const parts = splitParts(body).flatMap(splitAtSpace);
  for (const [index, part] of parts.entries()) {
    const before = kept.at(-1);
    const known = readPart(part);
    const next = parts[index + 1];
    const house = known === undefined && isSmallHouse(part, before?.sense, next);
    const member = known === undefined && isMember(part, before?.sense);
    if (house || member) small = true;
    const sense: PartSense | undefined = member
      ? { kind: "people", names: [part.text], doubtful: true }
      : house
        ? { kind: "organisation", name: part.text, doubtful: true }
        : known;
    if (sense === undefined) return undefined;
    if (sense.kind === "aside" || isPlace(part, sense, kept) || isHanPlace(part, next)) continue;
    kept.push({ part, sense });
  }
  const [first, second] = kept;
  if (first === undefined || isCaptionBefore(first.sense, second?.part)) return undefined;
  const senses = assignRoles(kept);
  const license = readLicence(body);
  return {
    creators: unique(senses.flatMap((sense) => (sense.kind === "people" ? sense.names : []))),
    agencies: unique(
      senses.flatMap((sense) =>
        sense.kind === "agency" || sense.kind === "organisation" ? [sense.name] : [],
      ),
    ),
    line: kept
      .map(({ part }, index) => (index === 0 ? part.text : `${part.separator}${part.text}`))
      .join(""),
    owned:
      first.sense.kind === "provenance" &&
      !/^(?:pool|st[rf]|staff|stringer)/i.test(first.part.text),
    ...(license === undefined ? {} : { license }),
    evidence: { ...weigh(text, kept, senses), small },
  };
}

/** "朝の魚市場＝共同": what stands before the sign is no house but the caption. */
function isCaptionBefore(first: PartSense, second: Part | undefined): boolean {
  return (
    first.kind === "organisation" && first.doubtful && /^ ?[=＝]/u.test(second?.separator ?? "")
  );
}

/** "Getty Images/iStockphoto/annlee": libraries name their members so. */
function isMember(part: Part, before: PartSense | undefined): boolean {
  return (
    part.joint === "slash" &&
    before?.kind === "agency" &&
    before.agency === "library" &&
    /^[\p{Ll}\p{N}][\p{L}\p{N}._-]{2,24}$/u.test(part.text)
  );
}

const HAN_PLACE = /^\p{Script=Han}{2,5}[都道府県縣市区區町村]$/u;

/** "東京都、山川太一撮影". */
function isHanPlace(part: Part, next: Part | undefined): boolean {
  return (part.joint === "comma" || next?.joint === "comma") && HAN_PLACE.test(part.text);
}

interface ReadPartOf {
  readonly part: Part;
  readonly sense: PartSense;
}

/** A single word behind a comma, once a full name or an agency has been given: "/dpa, Berlin". */
function isPlace(part: Part, sense: PartSense, before: readonly ReadPartOf[]): boolean {
  if (part.joint !== "comma" || sense.kind !== "people" || sense.names.length > 1) return false;
  if (part.text.includes(" ") || !/\p{Lu}/u.test(part.text)) return false;
  return before.some(
    ({ sense: earlier }) =>
      earlier.kind === "agency" || (earlier.kind === "people" && !earlier.doubtful),
  );
}

/** Behind a person, an unknown name after "/" or "for" is the house the person works for. */
function assignRoles(parts: readonly ReadPartOf[]): readonly PartSense[] {
  let person = false;
  let agency = false;
  let acronym = false;
  return parts.map(({ part, sense }, index) => {
    if (sense.kind === "agency") agency = true;
    if (sense.kind === "organisation" && agency && isCapitalSurname(part, parts[index - 1])) {
      return { kind: "people", names: [sense.name], doubtful: true };
    }
    if (sense.kind === "organisation") acronym = true;
    if (sense.kind !== "people") return sense;
    if (person && part.text.startsWith("@")) return { kind: "handle" };
    if (part.text === "X" && parts.some(({ part: other }) => other.text.startsWith("@"))) {
      return { kind: "organisation", name: part.text, doubtful: true };
    }
    if (part.text.startsWith("@")) return sense;
    if (isHouseByPlace(parts, index)) {
      return { kind: "organisation", name: part.text, doubtful: true };
    }
    const housed =
      part.joint === "link" || (part.joint === "slash" && person && !agency && !acronym);
    if (housed && sense.names.length === 1) {
      return { kind: "organisation", name: part.text, doubtful: sense.doubtful };
    }
    person = true;
    return sense;
  });
}

/** "JIBI/Bisnis/Name Surname", "INQUAM/Name Surname": one word before somebody's full name. */
function isHouseByPlace(parts: readonly ReadPartOf[], index: number): boolean {
  const text = parts[index]?.part.text ?? "";
  const next = parts[index + 1];
  if (text.includes(" ") || next?.part.joint !== "slash" || next.sense.kind !== "people")
    return false;
  if (next.sense.doubtful) return false;
  const capitals = /^\p{Lu}[\p{Lu}\p{N}-]{2,}$/u.test(text) && /\p{Ll}/u.test(next.part.text);
  return capitals || parts[index - 1]?.sense.kind === "agency";
}

/** "EPA-EFE/SILVA": the agencies that write surnames in capitals. */
function isCapitalSurname(part: Part, before: ReadPartOf | undefined): boolean {
  const first = before?.sense;
  return (
    part.joint === "slash" &&
    first?.kind === "agency" &&
    /^epa\b/i.test(first.name) &&
    /^\p{Lu}{3,}$/u.test(part.text)
  );
}

function weigh(
  text: string,
  parts: readonly ReadPartOf[],
  senses: readonly PartSense[],
): Omit<Evidence, "small"> {
  const agencies = senses.filter((sense) => sense.kind === "agency");
  return {
    known: agencies.length,
    supplier: agencies.some(({ agency }) => agency !== "owner"),
    allKnown: agencies.length > 0 && senses.every(({ kind }) => kind === "agency"),
    library: agencies.some(({ agency }) => agency === "library"),
    marked:
      agencies.some(({ marked }) => marked) ||
      parts.some(({ part }) => part.joint === "link" && /via $/i.test(part.separator)),
    slashed: /[/／|｜¦=＝]/u.test(text),
    divided: parts.some(({ part }) => part.joint === "slash" || part.joint === "link"),
    agencyFirst: senses[0]?.kind === "agency",
    fullName: senses.some((sense) => sense.kind === "people" && !sense.doubtful),
    housed:
      senses.some(({ kind }) => kind === "people") &&
      senses.some((sense) => sense.kind === "organisation" && !sense.doubtful),
    doubtful: senses.some(
      (sense) => (sense.kind === "people" || sense.kind === "organisation") && sense.doubtful,
    ),
    provenance: senses.some(({ kind }) => kind === "provenance"),
    titled: REPORTER.test(text),
  };
}

const REPORTER = /기자|[记記]者/u;

/** A bracket that is closed or opened elsewhere: the text was cut in the wrong place. */
function isBalanced(text: string): boolean {
  const count = (brackets: RegExp) => text.match(brackets)?.length ?? 0;
  return count(/[(（[]/gu) === count(/[)）\]]/gu);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
