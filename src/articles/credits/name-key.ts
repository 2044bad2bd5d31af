/** What all the spellings of one name have in common. */

/** Within a word, where it is typed in a dozen ways or left out: O’Brien, N'Diaye, Дем’яненко. */
const APOSTROPHES =
  /['`´\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u055a\u05f3\u05f4\u1fbd\u1fbf\u1fef\u1ffd\u2018-\u201b\u2032\u2035\ua78c\uff07]/g;

/** Joiners, soft hyphens and marks of direction: nobody sees them. The tatweel stretches a line. */
const UNSEEN = /[\p{Cf}\u0640]|[\ufe00-\ufe0f]/gu;

/**
 * Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic, and the Devanagari nukta. Vowel
 * signs of other scripts are letters, and so is what makes й of и.
 */
const ACCENTS =
  /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c]/g;

/** Letters that Unicode does not take apart, as keyboards without them write them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs("æ:ae ǽ:ae œ:oe ø:o ł:l đ:d ð:d ɖ:d ħ:h ŧ:t þ:th ŋ:n ĸ:k ə:e ɛ:e ɔ:o ƙ:k ɓ:b ɗ:d ƴ:y"),
  ...pairs("ß:ss ɨ:i ɵ:o ƶ:z ɫ:l ς:σ ґ:г ұ:у"),
  // Persian and Urdu keyboards, and the alef and the endings that Arabic writes either way.
  ...pairs("ٱ:ا ى:ي ی:ي ک:ك ة:ه ہ:ه ھ:ه ە:ه"),
]);

/** Scripts that set no space between words: a name is one word, however it is spaced. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u30fc]+$/u;

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** `RJ` is written `R. J.` as well; no name of two or three letters goes without a vowel. */
const INITIALS = /^[bcdfghjklmnpqrstvwxz]{2,3}$/;

/**
 * The same for names that differ only in case, accents, punctuation, spacing, width, kinds of dash
 * and apostrophe, or order of words. For comparison only; empty for an empty name. Where a script
 * knows no spaces, the order of characters counts: 山田 太郎 is 山田太郎.
 */
export function nameKey(name: string): string {
  // Capitals first: they make ss of ß and i of ı.
  const lower = name
    .replace(APOSTROPHES, "")
    .replace(UNSEEN, "")
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase();
  const bare = lower
    .normalize("NFKD")
    .replace(APOSTROPHES, "")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(/[^\0-\x7f]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
  const words = joinUnspaced(bare.match(WORDS) ?? []).flatMap(letterByLetter);
  // A name of signs only is its own key: an empty one would be that of every other.
  return words.sort().join("") || lower.replace(/\s+/g, " ").trim();
}

function joinUnspaced(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run: string[] = [];
  for (const word of words) {
    if (UNSPACED.test(word)) {
      run.push(word);
      continue;
    }
    if (run.length > 0) joined.push(run.join(""));
    run = [];
    joined.push(word);
  }
  return run.length > 0 ? [...joined, run.join("")] : joined;
}

function letterByLetter(word: string): readonly string[] {
  return INITIALS.test(word) ? [...word] : [word];
}

/** From `ø:o ł:l`. */
function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split(" ").map((pair) => {
    const [from = "", to = ""] = pair.split(":");
    return [from.normalize("NFC"), to];
  });
}
