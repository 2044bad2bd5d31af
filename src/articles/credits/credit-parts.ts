/** Cuts what stands behind the label of a credit into its parts, and says what each part is. */
import { type AgencyKind, agencyKind } from "./agencies.ts";
import { OPEN_LABELS } from "./labels.ts";
import { isLicenceName } from "./licences.ts";
import { hasOrganisationWord, nameShape } from "./name-shapes.ts";
import { CONJUNCTIONS, PROVENANCES, SHORT_CONJUNCTIONS, STATUSES } from "./name-words.ts";
import { labelKey } from "./spelling.ts";
import { isUnknownMaker } from "./unknown-maker.ts";

/** How a part follows the one before it; a `link` is a word: "via", "for", "on". */
type Joint = "start" | "slash" | "link" | "comma";

export interface Part {
  readonly text: string;
  readonly joint: Joint;
  /** The separator as found. */
  readonly separator: string;
}

export type PartSense =
  | {
      readonly kind: "agency";
      readonly name: string;
      readonly agency: AgencyKind;
      /** It says itself that it is about a picture: "AP Photo". */
      readonly marked: boolean;
    }
  | { readonly kind: "people"; readonly names: readonly string[]; readonly doubtful: boolean }
  | { readonly kind: "organisation"; readonly name: string; readonly doubtful: boolean }
  | { readonly kind: "provenance" }
  /** Where the person before it is found: "Name (@name)". */
  | { readonly kind: "handle" }
  /** Status, date, licence, the initials of a desk: nobody's name. */
  | { readonly kind: "aside" };

const MOST_PARTS = 12;
/** UTF-16 units of a part: a name, and the words for its owner. */
const LONGEST = 120;

const SEPARATOR = new RegExp(
  [
    "(?<link>(?:[,،、，;；] ?| ?[/／] ?)(?:via|through|lewat|melalui|через) )",
    "(?<slash> ?[/／|｜¦ㅣ│] ?| ?(?<![.!?…。！？] ?)[©ⓒ] ?| [-–—] |－|(?<![ァ-ヺー])[=＝]|[=＝](?![ァ-ヺー]))",
    "(?<reporter> ?(?:特约|特約|摄影|攝影|本报|本報)?(?:记者|記者|通讯员|通訊員) ?)",
    "(?<word> (?:via|through|on|from|for|über|lewat|melalui|через|untuk|für|pour|para|per|voor|для|dla|för) )",
    "(?<comma>[,،、，;；] ?(?:(?:and|und|et|dan|и|та|ve|och|og|&) (?=[\\p{L}]))?)",
  ].join("|"),
  "giu",
);
const SUFFIX_OF_NAME = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/iu;
/** These words also stand inside names; they part only what is known to distribute pictures. */
const LOOSE_LINK = /^(?:on|from|per|para|pour)$/i;

export function splitParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let joint: Joint = "start";
  let separator = "";
  let from = 0;
  const add = (end: number) => {
    const part = withoutStatus(text.slice(from, end).trim());
    const last = parts.at(-1);
    if (last !== undefined && joint === "comma" && SUFFIX_OF_NAME.test(part)) {
      parts[parts.length - 1] = { ...last, text: `${last.text}${separator}${part}` };
    } else if (part !== "") parts.push({ text: part, joint, separator });
  };
  for (const found of text.matchAll(SEPARATOR)) {
    const left = text.slice(from, found.index).trim();
    const { link, word, comma } = found.groups ?? {};
    if (word && !linkParts(left, text.slice(found.index + found[0].length), word)) {
      continue;
    }
    add(found.index);
    joint = link || word ? "link" : comma ? "comma" : "slash";
    separator = found[0];
    from = found.index + found[0].length;
    if (parts.length > MOST_PARTS) return [];
  }
  add(text.length);
  return parts;
}

function linkParts(left: string, right: string, link: string): boolean {
  const word = link.trim().toLowerCase();
  const next = right.split(/[/／|,]/, 1)[0]?.trim() ?? "";
  if (LOOSE_LINK.test(word)) {
    const shape = word.startsWith("p")
      ? nameShape(
          left
            .split(/[/／|,]/)
            .at(-1)
            ?.trim() ?? "",
        )
      : undefined;
    const person = shape?.kind === "person" && !shape.doubtful;
    return agencyKind(next) !== undefined || (person && /^\p{Lu}/u.test(next));
  }
  if (/^(?:via|through|lewat|melalui|через|über)$/.test(word)) return true;
  return left !== "" && !(hasOrganisationWord(left) && agencyKind(left) === undefined);
}

const PICTURE_WORD = /^(?:photos?|fotos?|pictures?|images?|写真|사진|صور|فوٹو)$/iu;
const PHOTO_AT_END = /[ -](?:photos?|fotos?|pics?|pictures?|image|写真|사진)$/iu;
const PHOTO_AT_START =
  /^(?:(?:photos?|fotos?|gambar|fotó|ảnh|bild|beeld|kuva|bilde|фото|archiv[eo]?|archives|архив) |foto(?=\p{Lu}{3}))/iu;

/** An agency by its name, "Photo" before or behind it aside. */
export function readAgency(
  text: string,
): { readonly name: string; readonly kind: AgencyKind; readonly marked: boolean } | undefined {
  const kind = agencyKind(text);
  const bare = text.replace(PHOTO_AT_END, "").replace(PHOTO_AT_START, "");
  if (bare !== text) {
    const bareKind = agencyKind(bare);
    if (bareKind !== undefined) return { name: bare, kind: bareKind, marked: true };
  }
  return kind && { name: text, kind, marked: false };
}

const MONTH =
  "jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mei|maj|máj|jun|juin|jul|juil|aug|agu|ago|août|sep|set|oct|okt|out|nov|dec|des|dez|dic|déc|" +
  "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara";
const DATES = [
  /^\d{1,4}(?:[./-]\d{1,4}){1,2}\.?(?: \d{1,2}[:.]\d\d)?$/u,
  new RegExp(String.raw`^\d{1,2}\.(?:${MONTH})\.?\d{2,4}$`, "iu"),
  /^[\d ]{1,10}$/u,
  /^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:撮影)?$|^\d{1,2}月\d{1,2}日$|^\d{4}년.{0,12}$/u,
  new RegExp(
    String.raw`^(?:\p{L}{2,9} )?\d{1,2}\.? (?:de )?(?:${MONTH})\p{L}{0,8}\.?(?: (?:de )?\d{4})?$`,
    "iu",
  ),
  new RegExp(String.raw`^(?:${MONTH})\p{L}{0,8}\.? \d{1,4}(?:st|nd|rd|th)?$`, "iu"),
];
const WEEKDAY =
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$|^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?: \(\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\))?$/iu;
const INITIALS = /^(?:[a-z]{1,4}\.?|[A-Z]{1,2}[a-z]{1,2}\d?|[a-z]{1,3}\d{0,2}|\d{1,4}\.?)$/u;
/** The number under which dpa sent a story. */
const STORY_NUMBER = /^dpa:[\d-]+$/;
const EMAIL = /^[\w.+-]{1,40}@[\w.-]{1,60}$/;

/** `undefined` where the part can be no part of a credit, so that there is none. */
export function readPart(part: Part): PartSense | undefined {
  const text = part.text;
  if (text.length > LONGEST) return undefined;
  const agency = readAgency(text);
  if (agency !== undefined) {
    return { kind: "agency", name: agency.name, agency: agency.kind, marked: agency.marked };
  }
  const key = labelKey(text).replace(/^\((.*)\)$/u, "$1");
  if (PROVENANCES.has(key)) return { kind: "provenance" };
  if (STATUSES.has(key) || PICTURE_WORD.test(key) || isLicenceName(text)) return { kind: "aside" };
  if (isUnknownMaker(text)) return { kind: "aside" };
  if (EMAIL.test(text) || STORY_NUMBER.test(text) || isDate(text)) return { kind: "aside" };
  if (part.joint === "slash" && INITIALS.test(text)) return { kind: "aside" };
  const owner = ownerIn(text);
  if (owner !== undefined && PROVENANCES.has(labelKey(owner))) return { kind: "provenance" };
  if (owner !== undefined) return { kind: "organisation", name: owner, doubtful: false };
  return readNamed(text);
}

function isDate(text: string): boolean {
  return (/\d/.test(text) && DATES.some((date) => date.test(text))) || WEEKDAY.test(text);
}

/** "Name (File)", "ST FILE". */
function withoutStatus(text: string): string {
  const [, name, status] = /^([^()]+) [(（]([^()（）]{1,30})[)）]$/u.exec(text) ?? [];
  const dropped = status !== undefined && isStatus(status);
  const bare = name !== undefined && dropped ? name : text;
  return bare.replace(/(?<=\p{Lu}) FILE$| (?:방송 ?)?(?:화면 ?)?(?:캡처|캡쳐|갈무리)$/u, "");
}

function isStatus(text: string): boolean {
  return (
    STATUSES.has(labelKey(text)) || isLicenceName(text) || /^(?:(?:19|20)\d\d|\d{1,2})$/.test(text)
  );
}

/** "ANTARA/HO-X", "For The Gazette", "Special to The Gazette"; `«X»` is no person's name. */
const HANDED_OUT =
  /^(?:HO-|for (?=\p{Lu}|the )|special (?:to|for) |翻[攝摄拍]自|[截取]自|«(?=[^«»]{2,40}»$))([^«»]{2,40})»?$/iu;

/** "Courtesy of X" as one part of a longer credit. */
function ownerIn(text: string): string | undefined {
  const [, handed] = HANDED_OUT.exec(text) ?? [];
  if (handed !== undefined) return handed;
  const words = text.split(" ");
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const label = OPEN_LABELS.get(labelKey(words.slice(0, count).join(" ")));
    if (label?.kind !== "owner") continue;
    const rest = words.slice(count).join(" ");
    return nameShape(rest) === undefined ? undefined : rest;
  }
  return undefined;
}

const LONG_JOINERS = new RegExp(` (?:${CONJUNCTIONS.join("|")}) `, "iu");
const SHORT_JOINERS = new RegExp(` (?:${SHORT_CONJUNCTIONS.join("|")}) `, "iu");
/** A dot between two names; Chinese puts it inside the foreign ones, so these must be short. */
const DOTTED =
  /^(?:\p{Script=Hangul}{2,4}[·・]){1,4}\p{Script=Hangul}{2,4}$|^(?:\p{Script=Han}{3,4}・){1,4}\p{Script=Han}{3,4}$/u;

function readNamed(text: string): PartSense | undefined {
  const names = splitNames(text);
  const shapes = names.map(nameShape);
  if (names.length > 1 && shapes.every((shape) => shape?.kind === "person")) {
    return { kind: "people", names, doubtful: shapes.every((shape) => shape?.doubtful) };
  }
  const shape = nameShape(text.replaceAll(",", ""));
  if (shape === undefined) return undefined;
  return shape.kind === "person"
    ? { kind: "people", names: [text], doubtful: shape.doubtful }
    : { kind: "organisation", name: text, doubtful: shape.doubtful };
}

/** "A and B"; where the word also stands inside names, only if both sides are full names. */
function splitNames(text: string): readonly string[] {
  if (DOTTED.test(text)) return text.split(/[·・]/u);
  if (hasOrganisationWord(text)) return [text];
  const long = text.split(LONG_JOINERS);
  return long.flatMap((name) => {
    const short = name.split(SHORT_JOINERS);
    return short.every((one) => one.includes(" ")) ? short : [name];
  });
}
