/** Names as the house spells them: `S. Belov` is Sergei Belov, wherever he is credited. */
import type { Credit } from "../article.ts";
import { plainLine } from "../plain-text.ts";
import { creditNames } from "./credit.ts";
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

/** The credit with every name mended, in the line that readers are shown too. */
export function mendCredit(credit: Credit, aliases: Aliases): Credit {
  if (aliases.size === 0) return credit;
  const line = credit.creditLine ?? credit.raw;
  const whole = line === undefined ? undefined : aliases.get(nameKey(line));
  const names = [...credit.creators, ...creditNames(credit).agencies];
  const mended = new Map(
    names.flatMap((name): (readonly [string, string])[] => {
      const better = aliases.get(nameKey(name));
      return better === undefined || better === name ? [] : [[name, better]];
    }),
  );
  if (mended.size === 0 && whole === undefined) return credit;
  const mend = (name: string): string => mended.get(name) ?? name;
  // "Handout" names nobody, but the house may know who hands out.
  const source = credit.source ?? (names.length === 0 ? whole : undefined);
  const { copyrightNotice } = credit;
  // What readers see is the line, so it must not go on showing the old names.
  const shown = whole ?? (line === undefined ? undefined : mendText(line, mended));
  return {
    ...credit,
    creators: [...new Set(credit.creators.map(mend))],
    ...(source === undefined ? {} : { source: mend(source) }),
    ...(shown === undefined ? {} : { creditLine: shown, raw: shown }),
    ...(copyrightNotice === undefined
      ? {}
      : { copyrightNotice: mendText(copyrightNotice, mended) }),
  };
}

/** Scripts that set no space between a name and what stands beside it. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whole names only, each once: what is a part of another name, or mended already, stays. */
function mendText(text: string, mended: ReadonlyMap<string, string>): string {
  const names = [...new Set([...mended.keys(), ...mended.values()])];
  if (names.length === 0) return text;
  const pattern = names
    .sort((one, other) => other.length - one.length)
    .map((name) => {
      const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      return UNSPACED.test(name) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
    })
    .join("|");
  return text.replace(new RegExp(pattern, "gu"), (name) => mended.get(name) ?? name);
}
