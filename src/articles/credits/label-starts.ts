/** Where in a line a label may begin: a look that costs next to nothing for lines without one. */
import { LABELS, OPEN_LABELS } from "./labels.ts";
import { labelKey } from "./spelling.ts";

/** What may stand right before a label, but for a space. */
const BEFORE_LABEL = '（([［【〔<＜。．！？.!?…」』”"/／|｜·•–—▲';
/** What else ends a word. */
const BEHIND_WORD = ":：∶﹕=＝,，،、・-－©ⓒㅣ│";

const WORD = new RegExp(`^[^\\s${escaped(BEFORE_LABEL + BEHIND_WORD)}]+`, "u");
const LONGEST_WORD = 12;
const PLAIN = 0;
const BEHIND = 1;
const BEFORE = 2;

const words: ReadonlySet<string> = new Set(
  [...LABELS.keys(), ...OPEN_LABELS.keys()].flatMap(
    (label) => WORD.exec(label)?.[0].slice(0, LONGEST_WORD) ?? [],
  ),
);
/** The first two characters of labels, in small letters and in capitals. */
const pairs: ReadonlySet<number> = new Set(
  [...words].flatMap((word) => {
    const [one = "", other = ""] = word.slice(0, 2);
    const ones = [one, one.toUpperCase()];
    return ones.flatMap((first) =>
      [other, other.toUpperCase()].map((second) => pairOf(first + second, 0)),
    );
  }),
);
const classes = classesOf();

/** Where a word stands that begins a label, from `from` on. */
export function labelStarts(text: string, from: number): readonly number[] {
  const starts: number[] = [];
  let before = from === 0 ? BEFORE : (classes[text.charCodeAt(from - 1)] ?? PLAIN);
  for (let at = from; at < text.length; at += 1) {
    const here = classes[text.charCodeAt(at)] ?? PLAIN;
    if (here === PLAIN && before === BEFORE && beginsLabel(text, at)) starts.push(at);
    before = here;
  }
  return starts;
}

function beginsLabel(text: string, at: number): boolean {
  // Wide letters and ligatures are not in the table as they stand.
  const wide = text.charCodeAt(at) >= 0xf900;
  const one = text.charCodeAt(at);
  if (!wide && !pairs.has(pairOf(text, at)) && !pairs.has(one)) return false;
  const word = WORD.exec(text.slice(at, at + LONGEST_WORD))?.[0];
  return word !== undefined && words.has(labelKey(word));
}

/** Of a single character where the text ends. */
function pairOf(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) + (Number.isNaN(next) ? 0 : next * 0x10000);
}

function classesOf(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of BEHIND_WORD) table[character.charCodeAt(0)] = BEHIND;
  for (const character of BEFORE_LABEL) table[character.charCodeAt(0)] = BEFORE;
  table[0x20] = BEFORE;
  return table;
}

function escaped(characters: string): string {
  return characters.replace(/[[\]().|/^-]/g, "\\$&");
}
