/** A quick look at an HTML page of ours: whole, and nothing in it that runs. */
import { areCharactersLegal } from "./legal-bytes.ts";

/** Scripts are files of their own, or data. */
const OWN_SCRIPT = /<script(?! src="| type="application\/ld\+json">)/i;

/** Why a page may not be published, or undefined where it may. */
export function faultOfPage(bytes: Buffer): string | undefined {
  if (!areCharactersLegal(bytes)) return "holds a character that no browser takes";
  const text = bytes.toString();
  if (!/^\s*<!doctype html>/i.test(text)) return "does not begin as an HTML page does";
  if (!text.trimEnd().toLowerCase().endsWith("</html>")) return "ends before its end";
  if (!/<title>[^<]*[^<\s][^<]*<\/title>/.test(text)) return "has no title";
  return OWN_SCRIPT.test(text) ? "holds a script" : undefined;
}
