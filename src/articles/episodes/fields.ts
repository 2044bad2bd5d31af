/** What a record's fields tell of an episode besides its recording. */
import type { Fault } from "../../errors.ts";
import { absoluteAddress } from "../addresses.ts";
import { readLicence } from "../credits/licences.ts";
import type { Episode, EpisodeChapters, PodcastLicense, Soundbite } from "../episode.ts";
import { exactSecondsOf, flagOf, textOf, thousandths } from "../field-values.ts";
import type { FieldName, Fields } from "../fields.ts";
import { cutCharacters } from "../plain-text.ts";
import { isPlainObject } from "../record.ts";
import { readChapters } from "./chapters.ts";
import { MOST_NAME, readPersons } from "./persons.ts";
import { readSocial } from "./social.ts";
import { readTranscripts } from "./transcripts.ts";

export interface EpisodeRead {
  /** Undefined where the record tells nothing of the kind. */
  readonly episode: Episode | undefined;
  readonly faults: readonly Fault[];
}

const OWN_FIELDS = [
  ...["episode", "episode_shown", "episode_kind", "episode_title"],
  ...["episode_license", "season", "season_name", "explicit", "blocked", "transcripts"],
  ...["chapters", "persons", "hosts", "guests", "soundbites", "social"],
] as const satisfies readonly FieldName[];

const MOST_SOUNDBITES = 20;
const MOST_SHOWN = 32;

/** @param baseUrl the article's own address. */
export function readEpisode(fields: Fields, baseUrl: string): EpisodeRead {
  if (OWN_FIELDS.every((name) => fields.get(name) === undefined)) {
    return { episode: undefined, faults: [] };
  }
  const faults: Fault[] = [];
  const report = (name: FieldName, reason: string, remedy: string): void => {
    const field = fields.get(name)?.name ?? name;
    const line = fields.lineOf(field);
    faults.push({ ...(line === undefined ? {} : { line }), field, reason, remedy });
  };
  const { transcripts, ...transcriptFaults } = readTranscripts(fields, baseUrl);
  const { persons, keepsHosts, ...personFaults } = readPersons(fields, baseUrl);
  const chapters = chaptersOf(fields, baseUrl, report);
  const isExplicit = explicitOf(fields, report);
  const license = licenseOf(fields.get("episode_license")?.value, baseUrl);
  const title = textOf(fields.get("episode_title")?.value);
  const kind = kindOf(fields, report);
  const episode = {
    ...numbersOf(fields, report),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(isExplicit === undefined ? {} : { isExplicit }),
    ...(flagOf(fields.get("blocked")?.value) === true ? { isBlocked: true } : {}),
    transcripts,
    ...(chapters === undefined ? {} : { chapters }),
    ...{ persons, keepsHosts, soundbites: soundbitesOf(fields) },
    ...(license === undefined ? {} : { license }),
    social: readSocial(fields.get("social")?.value),
  };
  return {
    episode,
    faults: [...faults, ...transcriptFaults.faults, ...personFaults.faults],
  };
}

type Report = (name: FieldName, reason: string, remedy: string) => void;

/** `12`, `"S02E12"`, `"#12"`, `"Episode 12.5"`; a season may be `{ number, name }`. */
function numbersOf(
  fields: Fields,
  report: Report,
): Pick<Episode, "number" | "numberShown" | "season" | "seasonName"> {
  const given = textOf(partOf(fields.get("episode")?.value, "number"));
  const both = /^s\s*(\d{1,4})\s*[.:,-]?\s*e(?:p\.?)?\s*(\d{1,6})$/i.exec(given ?? "");
  const alone = /^\D{0,12}?(\d{1,6}(?:\.\d{1,3})?)$/.exec(given ?? "")?.[1];
  const number = Number(both?.[2] ?? alone ?? 0);
  if (given !== undefined && !(number > 0)) {
    report("episode", `"${given.slice(0, 60)}" is no number`, "write a number, such as 12");
  }
  const seasonField = fields.get("season")?.value;
  const givenSeason = textOf(partOf(seasonField, "number"));
  const season = Number(/^\D{0,12}?(\d{1,4})$/.exec(givenSeason ?? "")?.[1] ?? both?.[1] ?? 0);
  if (givenSeason !== undefined && !(season > 0)) {
    const reason = `"${givenSeason.slice(0, 60)}" is no number`;
    report("season", reason, "write a number, and its name into season_name");
  }
  const shown = textOf(fields.get("episode_shown")?.value);
  const named = isPlainObject(seasonField) ? seasonField["name"] : undefined;
  const seasonName = textOf(fields.get("season_name")?.value ?? named);
  return {
    ...(number > 0 ? { number } : {}),
    ...(shown === undefined || !(number > 0)
      ? {}
      : { numberShown: cutCharacters(shown, MOST_SHOWN) }),
    ...(season > 0 ? { season } : {}),
    ...(seasonName === undefined || !(season > 0)
      ? {}
      : { seasonName: cutCharacters(seasonName, MOST_NAME) }),
  };
}

function partOf(value: unknown, name: string): unknown {
  return isPlainObject(value) ? value[name] : value;
}

function kindOf(fields: Fields, report: Report): Episode["kind"] {
  const given = textOf(fields.get("episode_kind")?.value)?.toLowerCase();
  if (given === undefined) return undefined;
  if (given === "full" || given === "trailer" || given === "bonus") return given;
  report("episode_kind", `"${given.slice(0, 60)}" is no kind`, "write full, trailer or bonus");
  return undefined;
}

/** Apple once wrote yes, no and clean. */
function explicitOf(fields: Fields, report: Report): boolean | undefined {
  const value = fields.get("explicit")?.value;
  if (value === undefined) return undefined;
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (word === "clean") return false;
  const flag = word === "explicit" ? true : flagOf(word);
  if (flag === undefined) {
    report("explicit", `"${String(textOf(value)).slice(0, 60)}" is neither`, "write true or false");
  }
  return flag;
}

function chaptersOf(fields: Fields, baseUrl: string, report: Report): EpisodeChapters | undefined {
  const value = fields.get("chapters")?.value;
  if (value === undefined) return undefined;
  const list = readChapters(value, baseUrl);
  if (list !== undefined) return { list };
  const source = isPlainObject(value) ? (value["url"] ?? value["src"] ?? value["file"]) : value;
  const isReference = typeof source === "string" && /^[^\s<>]*[./][^\s<>]*$/.test(source.trim());
  const url = isReference ? absoluteAddress(source, baseUrl) : undefined;
  if (url !== undefined) return { url };
  const reason = "holds no chapter, and is no address of a file";
  report("chapters", reason, 'write a list like "00:01:30 News", or name a .json file');
  return undefined;
}

function soundbitesOf(fields: Fields): readonly Soundbite[] {
  const parts = [fields.get("soundbites")?.value].flat().slice(0, MOST_SOUNDBITES);
  return parts.flatMap((part) => {
    if (!isPlainObject(part)) return [];
    const startSeconds = exactSecondsOf(part["startTime"] ?? part["start"] ?? part["start_time"]);
    const end = exactSecondsOf(part["endTime"] ?? part["end"]);
    const lasts = exactSecondsOf(part["duration"]) ?? (end ?? 0) - (startSeconds ?? 0);
    if (startSeconds === undefined || !(lasts > 0)) return [];
    const title = textOf(part["title"] ?? part["name"]);
    const named = title === undefined ? {} : { title: cutCharacters(title, MOST_NAME) };
    return [{ startSeconds, durationSeconds: thousandths(lasts), ...named }];
  });
}

/** `CC BY 4.0`, `cc-by-4.0`, the address of a licence, or `{ name, url }`. */
export function licenseOf(value: unknown, baseUrl: string): PodcastLicense | undefined {
  const object = isPlainObject(value) ? value : { name: value };
  const name = textOf(object["name"] ?? object["license"]);
  const given = textOf(object["url"]);
  const own = /^https?:\/\//i.test(name ?? "") ? name : given;
  const url = own === undefined ? undefined : absoluteAddress(own, baseUrl);
  const creative = url ?? (name === undefined ? undefined : readLicence(name));
  const found = /creativecommons\.org\/licenses\/([a-z-]{2,8})\/(\d\.\d)/.exec(creative ?? "");
  if (found !== null) return { name: `cc-${found[1]}-${found[2]}`, ...(url ? { url } : {}) };
  if (name === undefined || own === name) return undefined;
  return {
    name: cutCharacters(name.toLowerCase(), MOST_NAME),
    ...(url === undefined ? {} : { url }),
  };
}
