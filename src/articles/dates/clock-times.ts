/** The time of day inside a human date, found and cut out, so that only the day is left. */
import { clockTime, offsetMinutes } from "./iso-dates.ts";
import type { ClockTime, DateContext, DateFault, Zone } from "./moments.ts";
import { isFault } from "./moments.ts";
import { ZONE_ABBREVIATIONS, ZONE_PHRASES, zoneOfName } from "./zone-names.ts";

/** What precedes a time and says nothing. */
const LEAD =
  "(?:at|um|pukul|pkl\\.?|jam|à|a las|a la|às|as|alle ore|alle|ore|om|kl\\.?|klo|saat|saati|lúc|" +
  "o godz\\.?|godz\\.?|в|во|о|об|เวลา|الساعة|في|ساعت|को)";
const FORENOON =
  "a\\.? ?m\\.?|午前|上午|凌晨|早上|清晨|오전|ص|صباحا|ق\\.ظ\\.?|قبل از ظهر|पूर्वाह्न|सुबह|öö|sa|sáng|дп|" +
  "утра|ранку|ap\\.?|rano|pagi";
const AFTERNOON =
  "p\\.? ?m\\.?|午後|下午|晚上|傍晚|中午|오후|م|مساء|ب\\.ظ\\.?|بعد از ظهر|بعدازظهر|अपराह्न|शाम|ös|ch|" +
  "chiều|tối|пп|вечера|вечора|дня|ip\\.?|sore";
const AFTER_TIME = `${FORENOON}|${AFTERNOON}`;
/** Hungarian writes de. and du. before the time; elsewhere they are prepositions. */
const BEFORE_TIME = `de\\.?|du\\.?|${AFTER_TIME}`;
const IS_FORENOON = new RegExp(`^(?:de\\.?|${FORENOON})$`, "u");
/** What makes a time even of a bare hour: `下午3`, `3 pm`; but `am 16` is German. */
const SURE_BEFORE = /^[\p{sc=Han}\p{sc=Hangul}]+$/u;
const SURE_AFTER = /^(?:[ap]\.? ?m\.?|утра|вечера)$/u;
const HOUR_UNIT = "hrs?|hs|hours?|heures?|h|uhr|uur|時|时|点|點|시|giờ|ч\\.?|час(?:ов|а)?|год\\.?";
/** What follows a time and says nothing. */
const TRAIL = "uhr|uur|hrs?|hs|h|น\\.?|นาฬิกา|बजे|ч\\.?|год\\.?|мин\\.?|min|phút";
const END = "(?![\\p{L}\\p{M}\\d])";

const BEFORE =
  `(?:(?<![\\p{L}\\p{M}])${LEAD} ?)?` +
  `(?:(?<![a-zа-яà-ỹ\\u0600-\\u06ff\\u0900-\\u097f])(?<before>${BEFORE_TIME}) ?)?`;
const MINUTE = `(?: ?(?:${HOUR_UNIT}) ?|[:.])(?<minute>\\d{2}|\\d(?=[分분]))`;
const SECOND = "(?:[:.]|[分분] ?)(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,6}))?[秒초]?";
const BARE_HOUR = `(?<unit> ?(?:${HOUR_UNIT}))(?![a-zа-яà-ỹ])`;
const IDLE = `(?: ?(?:${TRAIL})${END})?`;
const AFTER = `[分분]?${IDLE}(?: ?(?<after>${AFTER_TIME})${END})?${IDLE}`;

/** Not inside longer figures: `16.09.2022` and `2022-09` hold no time. */
const TIME = new RegExp(
  `(?<![\\d:./]|\\d-)${BEFORE}(?<hour>\\d{1,2})(?:${MINUTE}(?:${SECOND})?|${BARE_HOUR})?` +
    `(?![:./-]?\\d)${AFTER}`,
  "gu",
);
const ZONE_AFTER = new RegExp(
  `[ ,]*[(\\[]?(?:([-+]\\d{2}:?\\d{2}|[-+]\\d{2})|(${ZONE_ABBREVIATIONS}))${END}[)\\]]?`,
  "uy",
);
const OFFSET = /[([]? ?(?<!\p{L})(?:gmt|utc) ?([-+] ?\d{1,2}(?::?\d{2})?)(?!\d) ?[)\]]?/u;
const PHRASE = new RegExp(
  `[(\\[]? ?(?<!\\p{L})(${ZONE_PHRASES})(?:${END}|(?<=\\p{sc=Han})) ?[)\\]]?`,
  "u",
);

export interface TimeFound {
  /** The text without time and zone. */
  readonly rest: string;
  readonly time?: ClockTime | undefined;
  readonly zone?: Zone | undefined;
}

/**
 * Cuts time and zone out of plain writing. `undefined` where two times stand, or one that no clock
 * shows. A full stop may part hour and minute: `10.30` is a time, `16.09.2022` is none.
 */
export function cutTime(text: string, context: DateContext): TimeFound | DateFault | undefined {
  const anywhere = cutZone(text, context);
  if (isFault(anywhere)) return anywhere;
  const matches = [...anywhere.rest.matchAll(TIME)].filter(isTime);
  const [match] = matches;
  if (match === undefined) return { rest: anywhere.rest };
  if (matches.length > 1) return undefined;
  const time = clockOf(match);
  if (time === undefined) return undefined;
  const start = match.index;
  const behind = zoneAfter(anywhere.rest.slice(start + match[0].length), context);
  if (isFault(behind)) return behind;
  if (contradict(anywhere.zone, behind.zone)) return undefined;
  const rest = `${anywhere.rest.slice(0, start)} ${behind.rest}`;
  return { rest, time, zone: anywhere.zone ?? behind.zone };
}

/** `WIB (GMT+7)` says one thing twice; `WIB (GMT+8)` says nothing. */
function contradict(one: Zone | undefined, other: Zone | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (!("offsetMinutes" in one && "offsetMinutes" in other)) return false;
  return one.offsetMinutes !== other.offsetMinutes;
}

/** A bare number is a time only with minutes, a unit, or a half of the day beside it. */
function isTime({ groups = {} }: RegExpExecArray): boolean {
  const { before = "", after = "", minute, unit } = groups;
  return (minute ?? unit) !== undefined || SURE_BEFORE.test(before) || SURE_AFTER.test(after);
}

function clockOf({ groups = {} }: RegExpExecArray): ClockTime | undefined {
  const { before, after, hour = "", minute = "0", second, fraction } = groups;
  const time = clockTime(hour, minute, second, fraction);
  const half = before ?? after;
  if (half === undefined) return time;
  const isForenoon = IS_FORENOON.test(half);
  if (time.hour > 12) return isForenoon ? undefined : time;
  return { ...time, hour: (time.hour % 12) + (isForenoon ? 0 : 12) };
}

type ZoneFound = { readonly rest: string; readonly zone?: Zone };

/** Zones that are clear wherever they stand: `(GMT+7)`, `по московскому времени`. */
function cutZone(text: string, context: DateContext): ZoneFound | DateFault {
  const offset = OFFSET.exec(text);
  if (offset !== null) {
    const zone = { offsetMinutes: offsetMinutes((offset[1] ?? "").replace(" ", "")) };
    return { rest: text.replace(OFFSET, " "), zone };
  }
  const name = PHRASE.exec(text)?.[1];
  const zone = name === undefined ? undefined : zoneOfName(name, context);
  if (zone === undefined) return { rest: text };
  return isFault(zone) ? zone : { rest: text.replace(PHRASE, " "), zone };
}

/** Abbreviations count only behind a time: elsewhere they are words. */
function zoneAfter(text: string, context: DateContext): ZoneFound | DateFault {
  ZONE_AFTER.lastIndex = 0;
  const match = ZONE_AFTER.exec(text);
  if (match === null) return { rest: text };
  const [found, offset, name] = match;
  const rest = text.slice(found.length);
  if (offset !== undefined) return { rest, zone: { offsetMinutes: offsetMinutes(offset) } };
  const zone = name === undefined ? undefined : zoneOfName(name, context);
  if (zone === undefined) return { rest: text };
  return isFault(zone) ? zone : { rest, zone };
}
