/** Spellings of one agency: "AP", "The Associated Press" and "AP Photo" are the same house. */
import { readAgency } from "./credit-parts.ts";
import { HOUSES } from "./houses.ts";
import { nameKey } from "./name-key.ts";

/** UTF-16 units; no agency's name is longer. */
const LONGEST = 80;

/** Made when a name is first asked for: most runs have no two credits of one picture. */
let keys: ReadonlyMap<string, string> | undefined;

/** From the key of a spelling to that of the house. */
function houseKeys(): ReadonlyMap<string, string> {
  keys ??= new Map(
    HOUSES.flatMap((spellings) => {
      const house = nameKey(spellings[0] ?? "");
      return spellings.map((spelling) => [nameKey(spelling), house] as const);
    }),
  );
  return keys;
}

/** The same for all spellings of an agency; for any other name, its `nameKey`. */
export function agencyKey(name: string): string {
  const houses = houseKeys();
  const key = nameKey(name);
  const known = houses.get(key);
  if (known !== undefined || name.length > LONGEST) return known ?? key;
  // "Foto AP", "Reuters Photo".
  const bare = readAgency(name)?.name;
  return bare === undefined || bare === name ? key : (houses.get(nameKey(bare)) ?? nameKey(bare));
}

/** Both name somebody, and nobody is named by both; a house is the same in any spelling. */
export function nameOthers(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return false;
  const known = new Set(some.map(agencyKey));
  return !others.some((name) => known.has(agencyKey(name)));
}
