/** The phrase tables as one index. Built on first use; the same for every text. */
import { PAGING, READ_MORE, SHELVES } from "./furniture-links.ts";
import { ADVERTS, COMMENTS, type PhraseTable, SHARING } from "./furniture-phrases.ts";
import {
  AGES,
  AMBIGUOUS,
  BUTTONS,
  HOME,
  MACHINERY,
  MENUS,
  NETWORKS,
  SECTIONS,
  SURE_LABELS,
} from "./furniture-words.ts";
import { lineKey } from "./lines.ts";

/**
 * `share` names a row of buttons, `more` stands before one link, `shelf` above a list of links;
 * `button` does something to the page; `network` is only a name; `stamp`
 * says who posted it, and when.
 */
export type PhraseKind =
  | "line"
  | "share"
  | "more"
  | "shelf"
  | "button"
  | "network"
  | "word"
  | "stamp";

interface Phrase {
  readonly kind: PhraseKind;
  /** Furniture wherever it stands as a whole line. */
  readonly sure: boolean;
}

const DECORATION = "[\\s\\p{So}\\p{Sk}\\ufe0f\\u200d•·*|»›>→▶►▸▼▾←◀◄‹«<+\\-–—=~_#()\\[\\]{}【】:…]";
const LEADING = new RegExp(`^${DECORATION}+`, "u");
const DECORATED = new RegExp(DECORATION, "u");
const DIGITS = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?:k(?!\p{L}))?/gu;
const QUOTED = /^«.*»$/u;

/** A line as the phrase tables know it: no ornament at its ends, numbers as `#`, no spaces. */
export function phraseKey(key: string): string {
  if (QUOTED.test(key)) return key;
  let end = key.length;
  if (key.endsWith("...")) end -= 3;
  while (end > 0 && DECORATED.test(key.charAt(end - 1))) end -= 1;
  return key.slice(0, end).replace(LEADING, "").replace(DIGITS, "#").replaceAll(" ", "");
}

/** A phrase key without what separates the words of a menu or a share bar. */
export function runKey(phrase: string): string {
  return phrase.replace(/[|·•/›»«‹>→:\-–—,]/gu, "");
}

export function splitPhrases(phrases: string): readonly string[] {
  return phrases.split("|").map((phrase) => lineKey(phrase.trim()));
}

interface Lexicon {
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Labels that a headline may follow behind a colon. */
  readonly labels: ReadonlySet<string>;
  readonly home: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly runs: ReadonlyMap<string, Phrase>;
  readonly runStarts: ReadonlySet<string>;
  readonly longestRun: number;
}

let built: Lexicon | undefined;

export function furnitureLexicon(): Lexicon {
  built ??= buildLexicon();
  return built;
}

function buildLexicon(): Lexicon {
  const phrases = new Map<string, Phrase>();
  const runs = new Map<string, Phrase>();
  const ambiguous = new Set(splitPhrases(AMBIGUOUS).map(tableKey));
  const networks = splitPhrases(NETWORKS);
  const add = (source: string, kind: PhraseKind, sure: boolean): void => {
    for (const phrase of splitPhrases(source).flatMap((one) => spread(one, networks))) {
      const key = tableKey(phrase);
      const entry = { kind, sure: sure && !ambiguous.has(key) };
      if (!phrases.has(key)) phrases.set(key, entry);
      const run = runKey(tableKey(phrase));
      if (isRunWord(run) && !runs.has(run)) runs.set(run, entry);
    }
  };
  for (const [table, kind, sure] of TABLES) {
    for (const source of Object.values(table)) add(source, kind, sure);
  }
  add(NETWORKS, "network", false);
  add(AGES, "word", false);
  add(MACHINERY, "word", false);
  const tableKeys = (source: string) => splitPhrases(source).map(tableKey);
  const labels = [...Object.values(READ_MORE), ...Object.values(SHELVES)].flatMap(tableKeys);
  const sureLabels = new Set(tableKeys(SURE_LABELS));
  return {
    phrases,
    labels: new Set(labels.filter((label) => !ambiguous.has(label) || sureLabels.has(label))),
    home: new Set(tableKeys(HOME)),
    sections: new Set(Object.values(SECTIONS).flatMap(tableKeys)),
    runs,
    runStarts: new Set([...runs.keys()].map((run) => run.slice(0, 2))),
    longestRun: Math.max(...[...runs.keys()].map((run) => run.length)),
  };
}

const TABLES: readonly (readonly [PhraseTable, PhraseKind, boolean])[] = [
  [COMMENTS, "line", true],
  [SHARING, "share", true],
  [ADVERTS, "line", true],
  [READ_MORE, "more", true],
  [SHELVES, "shelf", true],
  [PAGING, "line", true],
  [BUTTONS, "button", false],
  [MENUS, "word", false],
];

function tableKey(phrase: string): string {
  return phraseKey(phrase.replaceAll("#", "0"));
}

function spread(phrase: string, networks: readonly string[]): readonly string[] {
  if (!phrase.includes("{}")) return [phrase];
  return networks.map((network) => phrase.replace("{}", network));
}

/** Two Latin letters are found in any word; a run must not be put together from such. */
function isRunWord(run: string): boolean {
  return run.length >= (/^[\u0000-\u024f]+$/u.test(run) ? 3 : 2);
}
