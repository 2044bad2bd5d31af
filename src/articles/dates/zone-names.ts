/**
 * Zones by the names and abbreviations that people write. One abbreviation can mean several places;
 * then the site's zone or the languages must settle it, or it is a fault.
 */
import type { DateContext, DateFault, Zone } from "./moments.ts";

/** Hours from UTC. RFC 822 section 5.1 gives the North American ones, `settle` their rivals. */
const HOURS: ReadonlyMap<string, number> = new Map(
  [
    "gmt 0|utc 0|ut 0|z 0|wet 0|west 1|cet 1|cest 2|mez 1|mesz 2|eet 2|eest 3|msd 4|trt 3|tsi 3",
    "edt -4|cdt -5|mdt -6|mst -7|pdt -7|akst -9|akdt -8|hst -10|nst -3.5|ndt -2.5|adt -3",
    "brt -3|art -3|clt -4|cot -5|pet -5|irst 3.5|irdt 4.5|gst 4|pkt 5|npt 5.75|ict 7|wib 7",
    "wita 8|wit 9|hkt 8|sgt 8|myt 8|pht 8|phst 8|awst 8|jst 9|kst 9|acst 9.5|acdt 10.5|aest 10",
    "aedt 11|nzst 12|nzdt 13|wat 1|cat 2|sast 2|eat 3|idt 3",
  ].flatMap((line) =>
    line.split("|").map((entry): [string, number] => {
      const [name = "", hours] = entry.split(" ");
      return [name, Number(hours)];
    }),
  ),
);

/** Names whose offset moved with the years or the season. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["et", "America/New_York"],
  ["ct", "America/Chicago"],
  ["mt", "America/Denver"],
  ["pt", "America/Los_Angeles"],
  ["msk", "Europe/Moscow"],
  ["мск", "Europe/Moscow"],
  ["по московскому времени", "Europe/Moscow"],
  ["московское время", "Europe/Moscow"],
  ["московского времени", "Europe/Moscow"],
  ["по москве", "Europe/Moscow"],
  ["по гринвичу", "UTC"],
  ["по киевскому времени", "Europe/Kiev"],
  ["за київським часом", "Europe/Kiev"],
  ["за києвом", "Europe/Kiev"],
  ["北京时间", "Asia/Shanghai"],
  ["北京時間", "Asia/Shanghai"],
  ["香港时间", "Asia/Hong_Kong"],
  ["香港時間", "Asia/Hong_Kong"],
  ["台北時間", "Asia/Taipei"],
  ["台灣時間", "Asia/Taipei"],
  ["日本時間", "Asia/Tokyo"],
  ["한국시간", "Asia/Seoul"],
  ["한국 시간", "Asia/Seoul"],
  ["giờ việt nam", "Asia/Ho_Chi_Minh"],
  ["giờ hà nội", "Asia/Ho_Chi_Minh"],
  ["waktu indonesia barat", "Asia/Jakarta"],
  ["waktu indonesia tengah", "Asia/Makassar"],
  ["waktu indonesia timur", "Asia/Jayapura"],
  ["hora de brasília", "America/Sao_Paulo"],
  ["horário de brasília", "America/Sao_Paulo"],
  ["hora peninsular", "Europe/Madrid"],
  ["heure de paris", "Europe/Paris"],
  ["ora italiana", "Europe/Rome"],
  ["بتوقيت غرينتش", "UTC"],
  ["بتوقيت جرينتش", "UTC"],
  ["به وقت تهران", "Asia/Tehran"],
  ["به وقت گرینویچ", "UTC"],
]);

interface Meaning {
  readonly place: string;
  readonly hours: number;
  readonly zones: RegExp;
  readonly languages: RegExp;
  /** The meaning of RFC 822, which holds unless the site speaks for another. */
  readonly usual?: true;
}

const north = (hours: number): Meaning => ({
  place: "North America",
  hours,
  zones: /^(?:America|US|Canada)\//,
  languages: /^en-(?:US|CA)$/i,
  usual: true,
});

const AMBIGUOUS: ReadonlyMap<string, readonly Meaning[]> = new Map([
  [
    "ist",
    [
      {
        place: "India",
        hours: 5.5,
        zones: /^Asia\/(?:Kolkata|Calcutta|Colombo)$/,
        languages: /^(?:hi|gu|kn|ml|mr|or|pa|ta|te)\b|-IN$/i,
      },
      {
        place: "Israel",
        hours: 2,
        zones: /^(?:Asia\/(?:Jerusalem|Tel_Aviv)|Israel)$/,
        languages: /^(?:he|iw)\b|-IL$/i,
      },
      { place: "Ireland", hours: 1, zones: /^(?:Europe\/Dublin|Eire)$/, languages: /^ga\b|-IE$/i },
    ],
  ],
  [
    "bst",
    [
      {
        place: "Britain",
        hours: 1,
        zones: /^(?:Europe\/(?:London|Belfast|Jersey|Guernsey|Isle_of_Man)|GB(?:-Eire)?)$/,
        languages: /^(?:cy|gd)\b|-GB$/i,
      },
      { place: "Bangladesh", hours: 6, zones: /^Asia\/(?:Dhaka|Dacca)$/, languages: /^bn$|-BD$/i },
    ],
  ],
  [
    "cst",
    [
      {
        place: "China",
        hours: 8,
        zones: /^(?:Asia\/(?:Shanghai|Chongqing|Harbin|Urumqi|Taipei|Macau|Hong_Kong)|PRC|ROC)$/,
        languages: /^(?:zh|yue)\b/i,
      },
      { place: "Cuba", hours: -5, zones: /^(?:America\/Havana|Cuba)$/, languages: /-CU$/i },
      { ...north(-6), zones: /^(?:America\/(?!Havana)|US\/|Canada\/)/ },
    ],
  ],
  [
    "est",
    [{ place: "Australia", hours: 10, zones: /^Australia\//, languages: /-AU$/i }, north(-5)],
  ],
  [
    "pst",
    [
      {
        place: "the Philippines",
        hours: 8,
        zones: /^Asia\/Manila$/,
        languages: /^(?:fil|tl|ceb)\b|-PH$/i,
      },
      north(-8),
    ],
  ],
  [
    "ast",
    [
      {
        place: "Arabia",
        hours: 3,
        zones: /^Asia\/(?:Riyadh|Kuwait|Bahrain|Qatar|Aden|Baghdad)$/,
        languages: /^ar\b/i,
      },
      { ...north(-4), zones: /^(?:America|Canada|Atlantic)\// },
    ],
  ],
]);

const longestFirst = (names: readonly string[]): string =>
  [...names].sort((a, b) => b.length - a.length).join("|");

/** Every abbreviation, as the source of a regular expression for lower-case text. */
export const ZONE_ABBREVIATIONS = longestFirst(
  [...HOURS.keys(), ...AMBIGUOUS.keys(), ...PLACES.keys()].filter((name) => name.length <= 4),
);

/** The names that cannot be taken for anything else, wherever they stand. */
export const ZONE_PHRASES = longestFirst([...PLACES.keys()].filter((name) => name.length >= 4));

/** The zone of a name in lower case; `undefined` for a name that nobody knows. */
export function zoneOfName(name: string, context: DateContext): Zone | DateFault | undefined {
  const timeZone = PLACES.get(name);
  if (timeZone !== undefined) return { timeZone };
  const hours = HOURS.get(name);
  if (hours !== undefined) return { offsetMinutes: hours * 60 };
  const meanings = AMBIGUOUS.get(name);
  if (meanings === undefined) return undefined;
  const meaning = settle(meanings, context);
  if (meaning !== undefined) return { offsetMinutes: meaning.hours * 60 };
  const places = meanings.map(({ place }) => place).join(" or ");
  return {
    reason: `the time zone "${name.toUpperCase()}" can be that of ${places}`,
    remedy: "write the zone as an offset, such as +05:30",
  };
}

function settle(meanings: readonly Meaning[], context: DateContext): Meaning | undefined {
  const ofSite = meanings.find(({ zones }) => zones.test(context.timeZone));
  if (ofSite !== undefined) return ofSite;
  for (const language of context.languages) {
    const ofLanguage = meanings.find(({ languages }) => languages.test(language));
    if (ofLanguage !== undefined) return ofLanguage;
  }
  return meanings.find(({ usual }) => usual);
}
