/** Whether a phrase is a credit beyond doubt, at its place in the line and in the page. */
import type { NamesReading } from "./credit-names.ts";
import type { Phrase } from "./credit-phrases.ts";
import type { CreditPlace } from "./credit-places.ts";
import { isJapaneseFullName } from "./han-names.ts";
import type { Label } from "./labels.ts";
import { hasOrganisationWord } from "./name-shapes.ts";
import { isScene, isSurelyName } from "./scene-words.ts";
import { labelKey } from "./spelling.ts";

export interface CreditCase {
  readonly where: "lone-line" | "caption" | "credit-element";
  readonly place: CreditPlace;
  readonly phrase: Phrase;
  readonly names: NamesReading;
  /** What stands before it in the line. */
  readonly caption: string;
  readonly raw: string;
}

/** A paragraph that ends in a picture's credit is a caption only up to these lengths. */
const LONGEST_LONE_CAPTION = 300;
const LONGEST_MARKED_CAPTION = 700;

export function isSureCredit(found: CreditCase): boolean {
  const { where, place, phrase, names } = found;
  if (names.line === "") return false;
  if (where === "credit-element" && place.opening === "line") return true;
  if (names.evidence.small && phrase.label === undefined && !phrase.claimed) return false;
  if (place.opening === "line") {
    return isSureLine(found) || (where !== "lone-line" && isCreditOfFigure(found));
  }
  return where === "lone-line" ? isSureEnd(found) : isEndOfCaption(found);
}

/** A line of running text that is nothing but a credit. */
function isSureLine({ phrase, names }: CreditCase): boolean {
  const { evidence } = names;
  if (phrase.reserved) return evidence.marked && evidence.allKnown;
  if (phrase.label !== undefined && phrase.label.weak !== true)
    return isSureBehindLabel(phrase, names);
  if (phrase.claimed) return isSureNotice(phrase, names) || isOwnNotice(phrase, names);
  if (phrase.label?.weak) {
    const named = evidence.known > 0 || evidence.fullName || evidence.provenance;
    const said =
      (phrase.bracketed && named) ||
      (evidence.allKnown && evidence.supplier && phrase.label.kind !== "maker");
    const reported = evidence.known > 0 || evidence.titled;
    const staff = phrase.label.kind === "maker" && reported && evidence.fullName;
    return (
      said || staff || isHousedPicture(phrase, names) || isPictureStyle(names, phrase.bracketed)
    );
  }
  if (evidence.provenance && evidence.known === 0) return STANDS_ALONE.test(names.line);
  if (names.owned && OWNED_PICTURE.test(names.line)) return true;
  return isPictureStyle(names, phrase.bracketed);
}

/** "Foto Name Surname/House": without the house it may be a picture of the person. */
function isHousedPicture({ label }: Phrase, { evidence, creators, agencies }: NamesReading) {
  if (label?.kind !== "picture" || agencies.length === 0 || !evidence.fullName) return false;
  return (evidence.slashed || evidence.housed) && creators.every(isSurelyName);
}

const STANDS_ALONE =
  /^(?:(?:family )?handout(?: photo)?|courtesy photo|.+\/ ?staff photographer|(?:受访者|受訪者|网友|網友|本人|作者)(?:供图|供圖)|(?:divulgação|reprodução)(?:\/.+)?)$/iu;

const OWNED_PICTURE = /^(?:divulgação|reprodução) ?\//iu;

/** Behind a label, but in running text: "Photo: Winners Celebrate" is none. */
function isSureBehindLabel(phrase: Phrase, names: NamesReading): boolean {
  const { evidence } = names;
  switch (phrase.label?.kind) {
    case "maker":
      return phrase.bracketed || isMoreThanAWord(names);
    case "owner":
      return phrase.bracketed || evidence.known > 0 || !evidence.doubtful || evidence.provenance;
    case "source":
      return evidence.library || (evidence.supplier && evidence.fullName);
    default:
      if (evidence.known > 0 || evidence.provenance) return true;
      if (evidence.divided && (evidence.fullName || evidence.housed)) return true;
      if (phrase.bracketed && names.creators.length > 0 && agreesWithNames(names)) return true;
      if (names.creators.some((name) => name.startsWith("@"))) return true;
      if (isAllScene(names) || evidence.doubtful) return false;
      return arePeople(names.creators);
  }
}

/** "Foto: Altes Rathaus": nothing but a house that pictures show. */
function isAllScene({ creators, agencies }: NamesReading): boolean {
  return creators.length === 0 && agencies.length > 0 && agencies.every(isScene);
}

/** Beside a sure name, one like "Murat Deniz" is a name too. */
function arePeople(names: readonly string[]): boolean {
  return names.length > 1 ? names.some(isSurelyName) : names.every(isSurelyName);
}

/** "(Foto: Suharyono)", "(Foto: Suharyono/kabar)": in brackets one name is enough. */
function agreesWithNames({ evidence, creators, agencies }: NamesReading): boolean {
  return creators.every(isSurelyName) && (evidence.divided || agencies.length === 0);
}

const OF_A_SITE =
  /(?:contents?|texts?|design|rights|website|site|blog|version|layout|copyright)$/iu;

/** What stands before a sign may be the foot of a page: "All content © Name Surname". */
function isSceneBefore(caption: string): boolean {
  return caption.split(" ").length > 3 && !OF_A_SITE.test(caption);
}

/** "Photo by Night" is none: one word that is no known agency may be anything. */
function isMoreThanAWord({ evidence, creators, agencies }: NamesReading): boolean {
  if (!evidence.doubtful || evidence.known > 0 || evidence.provenance) return true;
  return [...creators, ...agencies].some((name) => /\p{Lu}.* /u.test(name));
}

/** "© 2022 Kabar" is the foot of a page. */
function isSureNotice(phrase: Phrase, { evidence, creators }: NamesReading): boolean {
  const housed = evidence.slashed || (phrase.signed && evidence.housed);
  if (evidence.divided)
    return evidence.known > 0 || (housed && evidence.fullName && arePeople(creators));
  return phrase.year === undefined && evidence.supplier;
}

/** "© Name Surname" and nothing else: sites name a house or a year there. */
function isOwnNotice(phrase: Phrase, { evidence, agencies, creators }: NamesReading): boolean {
  if (!phrase.signed || phrase.year !== undefined || agencies.length > 0) return false;
  // An address belongs to software.
  if (!evidence.fullName || evidence.doubtful || phrase.body.includes("@")) return false;
  return creators.every((name) =>
    / /.test(name) && /\p{Lu}/u.test(name) ? isSurelyName(name) : isJapaneseFullName(name),
  );
}

/** Written as pictures are credited and stories are not. */
function isPictureStyle({ evidence, agencies, creators }: NamesReading, bracketed: boolean) {
  if (evidence.known === 0) return false;
  if (evidence.marked) return true;
  if (evidence.allKnown) return evidence.library;
  if (!evidence.slashed) return false;
  if (evidence.library || (evidence.agencyFirst && evidence.provenance)) return true;
  if (!evidence.fullName || !evidence.supplier) return false;
  return (
    !bracketed || (evidence.agencyFirst && isPictureAgency(agencies[0])) || creators.length > 1
  );
}

/** Wires that put their name before the photographer's, and only there. */
function isPictureAgency(name: string | undefined): boolean {
  return (
    /^(?:REUTERS|EPA|AFP|Xinhua|新华社|新華社|ANTARA|TASS|ТАСС)\b/u.test(name ?? "") ||
    /[社]$/u.test(name ?? "")
  );
}

/** A short line of running text that is a caption and ends in its credit. */
function isSureEnd({ place, phrase, names, caption, raw }: CreditCase): boolean {
  const { evidence } = names;
  const longest = evidence.marked ? LONGEST_MARKED_CAPTION : LONGEST_LONE_CAPTION;
  if (caption.length > longest || phrase.reserved) return false;
  switch (place.opening) {
    case "bracket":
      if (phrase.label !== undefined && phrase.label.weak !== true) {
        return isSureBehindLabel(phrase, names);
      }
      if (phrase.claimed) {
        return evidence.known > 0 || evidence.divided || isOwnNotice(phrase, names);
      }
      return isPictureStyle(names, true);
    case "sign":
      if (phrase.year !== undefined) return false;
      return isSureNotice(phrase, names) || (isSceneBefore(caption) && isOwnNotice(phrase, names));
    case "label":
      if (!place.apart || phrase.label === undefined || phrase.label.weak) return false;
      return (evidence.known > 0 || !/^\p{Ll}/u.test(raw)) && isSureBehindLabel(phrase, names);
    case "sentence":
      // "…。新华社记者 X 摄"
      return phrase.label?.kind === "maker" && !phrase.label.weak && evidence.known > 0;
    case "agency":
      return evidence.marked || /^(?:REUTERS|EPA|EPA-EFE) ?\//u.test(raw);
    default:
      return false;
  }
}

/** A figcaption that is nothing but a credit. */
function isCreditOfFigure({ phrase, names }: CreditCase): boolean {
  const { evidence } = names;
  if (phrase.claimed) return true;
  if (phrase.label !== undefined) return isCreditBehindLabel(phrase, names);
  if (evidence.provenance) return true;
  if (evidence.allKnown) return evidence.supplier;
  if (evidence.divided && (evidence.known > 0 || (phrase.bracketed && evidence.fullName))) {
    return true;
  }
  return evidence.supplier && evidence.fullName;
}

/** Under a picture a single name is enough: "Foto: Suparno". */
function isCreditBehindLabel(phrase: Phrase, names: NamesReading): boolean {
  const { evidence, creators, agencies } = names;
  if (phrase.label?.kind === "picture" && phrase.label.weak) {
    return evidence.known > 0 || (evidence.fullName && !evidence.doubtful);
  }
  if (phrase.label?.kind !== "picture") return true;
  const named = creators.length + agencies.length;
  if (evidence.known === 0 && isAllScene(names)) return false;
  return isSureBehindLabel(phrase, names) || named === 1 || (evidence.slashed && named === 2);
}

/** The end of a figcaption. */
function isEndOfCaption({ place, phrase, names, caption, raw }: CreditCase): boolean {
  const { evidence } = names;
  const supplied =
    evidence.supplier && (names.creators.length === 0 || evidence.fullName || evidence.divided);
  switch (place.opening) {
    case "bracket":
      if (phrase.label !== undefined) return isCreditBehindLabel(phrase, names);
      if (phrase.claimed || isOnlyProvenance(names)) return true;
      if (evidence.allKnown) return evidence.supplier && isClearAbbreviation(names.line, caption);
      return supplied || (evidence.divided && evidence.fullName && !isAlternative(names));
    case "sign":
      return true;
    case "label":
      if (phrase.label === undefined || (phrase.label.weak && evidence.known === 0)) return false;
      if (place.apart) return isCreditBehindLabel(phrase, names);
      return (
        phrase.label.kind !== "source" && isSureBehindLabel(phrase, names) && !/^\p{Ll}/u.test(raw)
      );
    case "agency":
      return evidence.marked || evidence.library || /^\p{Lu}{5}/u.test(raw) || evidence.fullName;
    case "rule":
      if (phrase.label !== undefined) return isLabelOfEnd(phrase.label, names);
      return supplied || evidence.provenance;
    default:
      if (phrase.label !== undefined) return isLabelOfEnd(phrase.label, names);
      if (evidence.titled && evidence.fullName && names.creators.every(isSurelyName)) return true;
      if (evidence.divided) return supplied || isNamedHouse(names);
      return evidence.supplier && (evidence.allKnown || evidence.fullName);
  }
}

/** "…。王海明摄", "…＝海洋研究所提供", "…. U.S. Navy photo by Name". */
function isLabelOfEnd(label: Label, { evidence, creators }: NamesReading): boolean {
  if (label.kind === "picture" || label.kind === "source") return evidence.known > 0;
  if (!label.weak || label.kind === "owner") return true;
  return evidence.known > 0 || (evidence.fullName && creators.every(isSurelyName));
}

/** "…. Name Surname/The Gazette". */
function isNamedHouse({ evidence, agencies }: NamesReading): boolean {
  const housed = agencies.some((name) => !/^\p{Ll}/u.test(name) && hasOrganisationWord(name));
  return evidence.slashed && evidence.fullName && housed;
}

/** "Handout", "Divulgação/X": nothing but pictures comes so. */
function isOnlyProvenance({ evidence, owned, line }: NamesReading): boolean {
  return evidence.provenance && (owned || STANDS_ALONE.test(line));
}

const PLAIN_ABBREVIATION = /^\p{Lu}{2,4}$/u;
const CLEAR = new Set(["ap", "afp", "epa", "efe", "dpa", "ansa", "pti", "ani", "tass", "mti"]);

/** "(PAP)" behind a name is a party; behind a full stop it is the agency. */
function isClearAbbreviation(name: string, caption: string): boolean {
  if (!PLAIN_ABBREVIATION.test(name) || CLEAR.has(labelKey(name))) return true;
  return /[.!?。]["”»]?$/u.test(caption);
}

/** "(Real Madrid/Barcelona)": two names of the same sort, neither a known house. */
function isAlternative({ evidence, agencies }: NamesReading): boolean {
  return evidence.known === 0 && agencies.every((name) => !/ /.test(name));
}
