/** Names as the house spells them: `S. Belov` is Sergei Belov, wherever he is credited. */
import type { Credit } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { nameKey } from "./name-key.ts";

/** From the key of a spelling to the name. */
export type Aliases = ReadonlyMap<string, string>;

export const NO_ALIASES: Aliases = new Map();

/** @param spellings from a spelling to the name; case, accents and order of words do not matter. */
export function readAliases(spellings: Readonly<Record<string, string>>): Aliases {
  return new Map(
    Object.entries(spellings).map(([spelling, name]) => [nameKey(spelling), plainLine(name)]),
  );
}

/** The credit with every name mended; `raw` stays as it was found. */
export function mendCredit(credit: Credit, aliases: Aliases): Credit {
  if (aliases.size === 0) return credit;
  const mended = new Map<string, string>();
  const mend = (name: string): string => {
    const better = aliases.get(nameKey(name));
    if (better !== undefined && better !== name) mended.set(name, better);
    return better ?? name;
  };
  const { source } = credit;
  const names = {
    creators: [...new Set(credit.creators.map(mend))],
    ...(source === undefined ? {} : { source: mend(source) }),
  };
  const line = credit.creditLine ?? credit.raw;
  const whole = line === undefined ? undefined : aliases.get(nameKey(line));
  if (mended.size === 0 && whole === undefined) return credit;
  // What readers see is the line, so it must not go on showing the old names.
  let shown = whole ?? line;
  for (const [name, better] of mended) shown = shown?.replaceAll(name, () => better);
  return { ...credit, ...names, ...(shown === undefined ? {} : { creditLine: shown }) };
}
