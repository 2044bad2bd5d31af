/** One spelling for what scripts and keyboards write in many: digits, spaces, eras, numerals. */

/** The zeros of the scripts that news is written in; each is followed by its other nine digits. */
const ZEROS = [..."٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"].map((zero) => zero.codePointAt(0) ?? 0);

/** The year before the first of each era. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ["明治", 1867],
  ["大正", 1911],
  ["昭和", 1925],
  ["平成", 1988],
  ["令和", 2018],
  ["民國", 1911],
  ["民国", 1911],
]);

const NUMERALS = "〇一二三四五六七八九";

/**
 * NFKC in lower case with ASCII digits and single spaces; years of Japanese eras and of the
 * Republic of China are counted from Christ, Chinese numerals become digits.
 */
export function plainWriting(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    // Bidi and joining marks, the dot that İ leaves; nukta and harakat, which many writers omit.
    .replace(
      /\u0307|\u093c|[\u064b-\u0652]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      "",
    )
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[ʻʼ’‘`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/،/g, ",")
    .replace(/\s+/g, " ")
    .trim();
  return /[年月日時时點点分]/.test(plain) ? withoutNumerals(plain) : plain;
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

function withoutNumerals(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九十]{1,5}(?=\s?[年月日號号時时點点分])/g, westernNumber)
    .replace(
      /(?:中華|中华)?(明治|大正|昭和|平成|令和|民國|民国)\s?(\d{1,3}|元)\s?年/g,
      (_, era: string, year: string) =>
        `${(ERAS.get(era) ?? 0) + (year === "元" ? 1 : Number(year))}年`,
    );
}

/** `二〇二二` digit by digit, `二十六` by tens. */
function westernNumber(numeral: string): string {
  const digits = (part: string) =>
    [...part].map((sign) => (sign === "零" ? 0 : NUMERALS.indexOf(sign))).join("");
  const [tens = "", ones = "", ...more] = numeral.split("十");
  if (more.length > 0 || !numeral.includes("十")) return digits(numeral);
  return String(Number(digits(tens) || 1) * 10 + Number(digits(ones) || 0));
}
