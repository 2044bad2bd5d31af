/** What a few words look like: a person, an organisation, or neither. Nothing is looked up. */

import {
  DOUBTFUL_PARTICLES,
  HAN_HEADLINE,
  HAN_ORGANISATION_ENDING,
  HEADLINE_WORDS,
  KOREAN_ORGANISATION_ENDING,
  KOREAN_RUNNING,
  KOREAN_SURNAMES,
  ORGANISATION_WORDS,
  PARTICLES,
  RUNNING_WORDS,
} from "./name-words.ts";
import { labelKey } from "./spelling.ts";

export interface NameShape {
  readonly kind: "person" | "organisation";
  /** Might be a headline or a description as well; a single word always is. */
  readonly doubtful: boolean;
}

const LONGEST = 70;
/** Georgian letters count as small ones, and have no capitals in use. */
const CASED = /(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]/u;
const HANGUL_AND_CAPITALS = /^\p{Script=Hangul}+[A-Z]{2,3}$/u;
const CAPITAL_WORD =
  /^["“«„'‘]?(?:[\p{Lu}\p{Lt}]|(?:al|el|an|ar|as|at|ad|ash|d|l|de|dell|Mc|t)[-'’ʼ]\p{Lu}|\p{Ll}{1,2}\p{Lu})[\p{L}\p{M}\p{N}'’ʼ.&+"”»‐-]*$/u;
const LONG_ABBREVIATION = /[\p{L}]{5,}\.$/u;
const NUMBER_WORD = /^\d{1,4}$/;
const ACRONYM = /^(?=.*\p{Lu})[\p{Lu}\p{N}&+-]{2,4}$/u;
const DOMAIN =
  /^(?:https?:\/\/)?[\p{L}\p{N}-]{1,40}(?:\.[\p{L}\p{N}-]{1,30}){0,3}\.(?:com|net|org|info|biz|tv|news|media|photos?|photography|pictures|press|agency|studio|online|site|example|test|gov|edu|int|blog|\p{Ll}{2})$/u;
/** "И.Петров" is two words without the space. */
const INITIAL_AND_NAME = /^(?:\p{Lu}\.){1,3}\p{Lu}\p{Ll}/u;
/** "пресс-служба губернатора": without a capital. */
const PRESS_OFFICE = /^пресс?-?служба(?: [\p{L}«»-]{2,20}){1,4}$/iu;
const HANDLE = /^@[\w.]{2,40}$/;

/** `undefined` for what cannot be a name. */
export function nameShape(text: string): NameShape | undefined {
  if (
    text.length > LONGEST ||
    /^(?:by|oleh|von|par|por|door|laporan|penulis|reporter|texte?|teks|testo|tekst|written|copyright|\(c\)) |[()（）[\]]/i.test(
      text,
    ) ||
    /[:!?…。！？;<>{}=*#]/u.test(text)
  )
    return undefined;
  if (PRESS_OFFICE.test(text)) return { kind: "organisation", doubtful: false };
  if (DOMAIN.test(text)) return { kind: "organisation", doubtful: false };
  if (HANDLE.test(text)) return { kind: "person", doubtful: true };
  if (HANGUL_AND_CAPITALS.test(text)) return koreanShape(text);
  if (CASED.test(text)) return casedShape(text);
  if (/[.。](?: |$)/u.test(text)) return undefined;
  if (/\p{Script=Hangul}/u.test(text)) return koreanShape(text);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return hanShape(text);
  return /\p{L}/u.test(text) ? uncasedShape(text) : undefined;
}

const ORGANISATION_COMPOUND =
  /\p{L}{3}(?:zeitung|tageblatt|abendblatt|dagblad|bladet|verlag|krant|courant|tidning(?:en)?|avisen|presse?|news|media|medien|photos?|fotos?|images|online)$/iu;

/** "NASA", "Jane Doe Photography": says by itself that it is no person. */
export function hasOrganisationWord(text: string): boolean {
  const words = text.split(" ");
  return (
    isOrganisationPair(text) || words.some((word) => isOrganisationWord(word) || isSmallPair(word))
  );
}

function isOrganisationWord(word: string): boolean {
  return ORGANISATION_WORDS.has(labelKey(word)) || ORGANISATION_COMPOUND.test(word);
}

/** "Radio-Canada", "Ouest-Gazette": one word, as people's double names hardly are. */
function isOrganisationPair(text: string): boolean {
  return !text.includes(" ") && text.includes("-") && text.split("-").some(isOrganisationWord);
}

function casedShape(text: string): NameShape | undefined {
  const words = text.split(" ");
  if (words.length > 9) return undefined;
  let capitals = 0;
  let particles = 0;
  let doubtfulParticles = 0;
  let numbers = 0;
  for (const word of words) {
    const key = labelKey(word);
    if (NUMBER_WORD.test(word)) numbers += 1;
    else if (CAPITAL_WORD.test(word) && !isSentenceEnd(word)) capitals += 1;
    else if (PARTICLES.has(key)) particles += 1;
    else if (DOUBTFUL_PARTICLES.has(key)) doubtfulParticles += 1;
    else if (!isOrganisationWord(word) && !isSmallPair(word) && !isUncasedWord(word))
      return undefined;
  }
  const organisation = hasOrganisationWord(text);
  // "пресс-служба МВД": an organisation may begin small; a person's particle may too.
  if (capitals === 0 && !organisation) return undefined;
  const headline = words.some(isHeadlineWord);
  const caseless = words.length - capitals - particles - doubtfulParticles - numbers;
  const looseEnd = DOUBTFUL_PARTICLES.has(words.at(-1) ?? "");
  if (looseEnd) return undefined;
  if (organisation) {
    return {
      kind: "organisation",
      doubtful: headline || (words.length === 1 && !DOMAIN.test(text) && !isOrganisationPair(text)),
    };
  }
  if (headline && doubtfulParticles + caseless === 0 && words.length > 4) return undefined;
  if (numbers > 0 || headline || text.includes(" & "))
    return { kind: "organisation", doubtful: true };
  if (ACRONYM.test(text)) return { kind: "organisation", doubtful: true };
  if (words.length > 6 || (doubtfulParticles > 0 && capitals < 2)) return undefined;
  if (isJoinedName(text)) return { kind: "person", doubtful: false };
  const single = words.length === 1 && !INITIAL_AND_NAME.test(text);
  const doubtful = single || capitals > 4 || doubtfulParticles > 0 || caseless > 0;
  return { kind: "person", doubtful };
}

/** Particles in a row that join surnames only, or stand behind two names: "Kees van der Berg". */
const JOINED_NAME =
  /^\p{Lu}\S* (?:\p{Lu}\S* )?(?:van|von|vom) (?:de|der|den|dem|het|'t) \p{Lu}\S*$|^\p{Lu}\S* \p{Lu}\S* (?:de|da|do|de la|de los|de las|bin|al) \p{Lu}\S*$/u;

function isJoinedName(text: string): boolean {
  return JOINED_NAME.test(text);
}

/** "telegram-канал". */
function isSmallPair(word: string): boolean {
  return word.includes("-") && /^\p{Ll}+-\p{Ll}+$/u.test(word) && isOrganisationPair(word);
}

function isSentenceEnd(word: string): boolean {
  return LONG_ABBREVIATION.test(word);
}

/** Small inside a name it is a particle: "José de la Vega"; one letter is an initial. */
function isHeadlineWord(word: string): boolean {
  if (/^\p{Ll}|^\p{Lu}\.?$/u.test(word)) return false;
  return HEADLINE_WORDS.has(labelKey(word));
}

/** A word of another script beside a cased one: "AFP 記者". */
function isUncasedWord(word: string): boolean {
  return !CASED.test(word) && /\p{L}/u.test(word);
}

function koreanShape(text: string): NameShape | undefined {
  if (text.length > 24 || (text.length > 4 && KOREAN_RUNNING.test(text))) return undefined;
  const words = text.split(" ");
  if (words.length > 4) return undefined;
  if (words.length > 1 || KOREAN_ORGANISATION_ENDING.test(text)) {
    const known = KOREAN_ORGANISATION_ENDING.test(text) && !/^\p{Script=Hangul}{2,3}$/u.test(text);
    if (known || words.length > 1) return { kind: "organisation", doubtful: !known };
  }
  if (/^\p{Script=Hangul}{2,4}$/u.test(text) && KOREAN_SURNAMES.includes(text.charAt(0))) {
    return { kind: "person", doubtful: text.length !== 3 };
  }
  return { kind: "organisation", doubtful: true };
}

const HAN_PERSON =
  /^(?:[\p{Script=Han}々ヶ]{2,4}|[\p{Script=Han}々ヶ]{1,3} [\p{Script=Han}\p{Script=Hiragana}々]{1,4}|[\p{Script=Katakana}ー]{2,10}(?:[・＝ ][\p{Script=Katakana}ー]{1,12}){1,3}|[\p{Script=Han}]{1,6}(?:·[\p{Script=Han}]{1,6}){1,2})$/u;
const MIXED_PERSON =
  /^(?:[\p{Script=Han}々ヶ]{1,3} ?[\p{Script=Hiragana}]{2,4}|[\p{Script=Han}々]{5}|[\p{Script=Katakana}ー]{2,8})$/u;

function hanShape(text: string): NameShape | undefined {
  if (text.length > 20) return undefined;
  if (HAN_HEADLINE.test(text)) return undefined;
  if (HAN_ORGANISATION_ENDING.test(text) && text.length > 2) {
    return { kind: "organisation", doubtful: false };
  }
  if (HAN_PERSON.test(text)) return { kind: "person", doubtful: false };
  if (MIXED_PERSON.test(text)) return { kind: "person", doubtful: true };
  // Words parted by a space are a caption and what follows it.
  if (/[はがをにでへとの ]/u.test(text) || text.length > 14) return undefined;
  return { kind: "organisation", doubtful: true };
}

/** Thai, Arabic, Hebrew, the scripts of India … where words alone can be counted. */
function uncasedShape(text: string): NameShape | undefined {
  const words = text.split(" ");
  if (words.length > 6 || text.length > 50) return undefined;
  const keys = words.map(labelKey);
  if (keys.some((key) => ORGANISATION_WORDS.has(key))) {
    return { kind: "organisation", doubtful: false };
  }
  if (keys.some((key) => RUNNING_WORDS.has(key))) return undefined;
  const most = /\p{Script=Thai}/u.test(text) ? 2 : 3;
  if (words.length > 4) return undefined;
  if (/[\p{N}"“”«»]/u.test(text)) return { kind: "organisation", doubtful: true };
  return { kind: "person", doubtful: words.length === 1 || words.length > most };
}
