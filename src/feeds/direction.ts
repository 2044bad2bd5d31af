/**
 * The direction of writing. Readers lay an item out in the direction of their own menus: without a
 * word from us, Arabic in an English reader starts at the wrong side and ends its sentences there.
 */

/** ISO 15924: the scripts in use that run from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  ...["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"],
]);

/** @param language BCP 47; the script follows from it: `ar`, `pa-Arab`. */
export function withDirection(html: string, language: string): string {
  if (html === "" || !isRightToLeft(language)) return html;
  return `<div dir="rtl">${html}</div>`;
}

export function isRightToLeft(language: string): boolean {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script);
  } catch {
    return false;
  }
}
