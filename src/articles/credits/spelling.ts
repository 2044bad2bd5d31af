/** One spelling for what is to be compared. */

/** Characters that NFKC leaves as they are, in the scripts that credits are written in. */
const COMPOSED =
  /^[ -~\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0386-\u03ce\u0400-\u04ff\u0621-\u064a\u067e-\u06d3\u0904-\u0939\u093e-\u094d\u0e01-\u0e32\u0e34-\u0e3a\u0e40-\u0e4e\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** In NFKC. Most text needs no work, and finding that out costs a tenth of the work. */
export function composed(text: string): string {
  return COMPOSED.test(text) ? text : text.normalize("NFKC");
}

/** Most scripts have no capitals; to look them up costs more than to look for these. */
const MAY_BE_CAPITAL = /[A-Z\u00c0-\u04ff]/;

/** For comparison only; white space is one space each. */
export function labelKey(text: string): string {
  if (COMPOSED.test(text)) return (MAY_BE_CAPITAL.test(text) ? text.toLowerCase() : text).trim();
  return text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
