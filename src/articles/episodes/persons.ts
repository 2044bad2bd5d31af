/** Who made an episode: hosts, guests, and everybody else whom a record names. */
import type { Fault } from "../../errors.ts";
import { absoluteAddress } from "../addresses.ts";
import type { EpisodePerson } from "../episode.ts";
import { textOf } from "../field-values.ts";
import type { Field, Fields } from "../fields.ts";
import { cutCharacters } from "../plain-text.ts";
import { isPlainObject } from "../record.ts";
import { groupOf, knownGroup, roleOf } from "./roles.ts";

/** No episode has more; a hostile record may. */
const MOST_PERSONS = 100;
/** Aggregators cut longer names anywhere, in the middle of a character, too. */
export const MOST_NAME = 128;

export interface PersonsRead {
  readonly persons: readonly EpisodePerson[];
  /** Guests alone are named: the show's hosts stay. */
  readonly keepsHosts: boolean;
  readonly faults: readonly Fault[];
}

/** `persons`, `hosts` and `guests` of a record, each person once a role. */
export function readPersons(fields: Fields, baseUrl: string): PersonsRead {
  const faults: Fault[] = [];
  const read = (field: Field | undefined, role: string): readonly EpisodePerson[] => {
    if (field === undefined) return [];
    const line = fields.lineOf(field.name);
    const at = { ...(line === undefined ? {} : { line }), field: field.name };
    return personsOf(field.value, role, baseUrl, (reason, remedy) => {
      faults.push({ ...at, reason, remedy });
    });
  };
  const persons = read(fields.get("persons"), "host");
  const hosts = read(fields.get("hosts"), "host");
  const guests = read(fields.get("guests"), "guest");
  const all = [...hosts, ...persons, ...guests].filter(isFirst);
  const keepsHosts = guests.length > 0 && hosts.length + persons.length === 0;
  return { persons: all, keepsHosts, faults };
}

/**
 * People in a list: names, `Name (role)`, or objects with name, role, group, img and href.
 *
 * @param role where none is given.
 * @param report told of roles that the taxonomy does not have.
 */
function personsOf(
  value: unknown,
  role: string,
  baseUrl: string,
  report: (reason: string, remedy: string) => void,
): readonly EpisodePerson[] {
  const parts = typeof value === "string" ? value.split(/[,;\n]/) : [value].flat();
  return parts.slice(0, MOST_PERSONS).flatMap((part) => {
    const object = isPlainObject(part) ? part : objectOf(part);
    const name = textOf(object["name"] ?? object["person"] ?? object["title"]);
    if (name === undefined) return [];
    const given = textOf(object["role"]);
    const known = given === undefined ? role : roleOf(given);
    if (given !== undefined && known === undefined) {
      report(
        `"${given}" is no role of the podcast taxonomy`,
        'write one such as "host" or "guest"',
      );
    }
    const own = known ?? (given ?? role).toLowerCase();
    const group = knownGroup(textOf(object["group"]) ?? "") ?? groupOf(own) ?? "cast";
    const imageUrl = addressIn(object, ["img", "image", "avatar", "photo"], baseUrl);
    const url = addressIn(object, ["href", "url", "link", "website"], baseUrl);
    return [
      {
        ...{ name: cutCharacters(name, MOST_NAME), role: own, group },
        ...(imageUrl === undefined ? {} : { imageUrl }),
        ...(url === undefined ? {} : { url }),
      },
    ];
  });
}

/** `Sari Wulandari (guest)`: the parentheses hold a role only where it is one. */
function objectOf(value: unknown): Record<string, unknown> {
  const line = textOf(value);
  const found = /^([^()]{1,200}?)\s*\(([^()]{1,60})\)$/.exec(line ?? "");
  const role = found?.[2];
  if (role === undefined || roleOf(role) === undefined) return { name: line };
  return { name: found?.[1], role };
}

function addressIn(
  object: Record<string, unknown>,
  names: readonly string[],
  baseUrl: string,
): string | undefined {
  for (const name of names) {
    const text = textOf(object[name]);
    const url = text === undefined ? undefined : absoluteAddress(text, baseUrl);
    if (url !== undefined) return url;
  }
  return undefined;
}

function isFirst(person: EpisodePerson, at: number, all: readonly EpisodePerson[]): boolean {
  return all.findIndex(({ name, role }) => name === person.name && role === person.role) === at;
}
