/** Plain text as every output can carry it: no character that breaks XML, no mark-up, one line. */
import { decodeHTMLStrict } from "entities";

/** What Windows-1252 means by 0x80–0x9F; scrapes carry these bytes as if they were Latin-1. */
const WINDOWS_1252 = "€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ";

// Lone surrogates, C0 but TAB LF CR, DEL and C1, U+FFFD, and the noncharacters.
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/** What is to be looked at more closely: most texts hold none, and one pass tells. */
const MAY_BE_UNFIT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/;

/**
 * What may change in one plain line. Left out are letters and signs of frequent scripts that stand
 * as they are in NFC, whatever of these is beside them.
 */
const MAY_CHANGE =
  /[^ -~\xa1-\xac\xae-\u017e\u0388-\u03ce\u0400-\u0481\u048a-\u04ff\u0621-\u064a\u2010-\u201f\u2026\u2030\u20ac\u2116\u2122\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]|^ | $| {2}/;

/** Marks that change how their surroundings are shown, or show nothing: never part of a name. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;

/**
 * Drops what XML 1.0 cannot hold (section 2.2) and what no reader can show; U+0080–U+009F become
 * what Windows-1252 means by them. Line ends become LF. Nothing else changes.
 */
export function cleanCharacters(text: string): string {
  if (!MAY_BE_UNFIT.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(UNFIT, (unfit) => {
    const meant = WINDOWS_1252[unfit.charCodeAt(0) - 0x80];
    return meant === undefined || meant === "\u0000" ? "" : meant;
  });
}

/** One line of plain text in NFC, white space collapsed, without bidi or other invisible marks. */
export function plainLine(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return cleanCharacters(text)
    .replace(/[\u2028\u2029]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** Elements that titles of records really hold; `List<String>` is no mark-up. */
const INLINE_TAG =
  /<\/?(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|rp|rt|ruby|s|samp|script|small|span|strike|strong|style|sub|sup|time|tt|u|var|wbr)(?:\s[^<>]{0,2000})?\/?>|<!--.{0,2000}?-->/gis;

/** A field that may hold HTML, as one plain line: tags stripped, entities decoded once. */
export function plainLineOfHtml(html: string): string {
  if (!html.includes("<") && !html.includes("&")) return plainLine(html);
  return plainLine(
    decodeHTMLStrict(
      html.replace(INLINE_TAG, (tag) => (/^<(?:br|p|div|\/p|\/div)\b/i.test(tag) ? " " : "")),
    ),
  );
}

/** Plain text written as HTML, for whatever takes it for HTML. */
export function htmlOfText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** At most so many characters, without a mark where it is cut. */
export function cutCharacters(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("").trimEnd();
}
