/** Names that are probably one person's, spelt in several ways. */
import { nameKey } from "./name-key.ts";

/**
 * The spellings of each name that has two or more, the most frequent first; equally frequent ones
 * in the order in which they came. The groups stand in the order of their keys, so that a list
 * does not move about as articles are added.
 *
 * @param names a name as often as it occurs.
 */
export function groupSpellings(names: readonly string[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const groups = new Map<string, string[]>();
  for (const name of counts.keys()) {
    const key = nameKey(name);
    if (key === "") continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [name]);
    else known.push(name);
  }
  const countOf = (name: string): number => counts.get(name) ?? 0;
  return [...groups]
    .filter(([, spellings]) => spellings.length > 1)
    .sort(([some], [others]) => (some < others ? -1 : 1))
    .map(([, spellings]) => spellings.sort((some, others) => countOf(others) - countOf(some)));
}
