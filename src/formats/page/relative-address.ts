/** Links among our own pages are relative: they hold wherever the folder is looked at. */
import { parseUrl } from "../../articles/addresses.ts";

/**
 * @param from the address of the page that links; undefined: it lies where `to` lies.
 * @param to absolute; on another host it stays so.
 */
export function relativeAddress(from: string | undefined, to: string): string {
  const target = parseUrl(to);
  const page = from === undefined ? undefined : parseUrl(from);
  if (target === undefined || page === undefined || page.origin !== target.origin) return to;
  const own = page.pathname.split("/").slice(0, -1);
  const parts = target.pathname.split("/");
  const folders = parts.slice(0, -1);
  let common = 0;
  while (common < own.length && common < folders.length && own[common] === folders[common]) {
    common += 1;
  }
  const way = "../".repeat(own.length - common) + parts.slice(common).join("/");
  // A first part with a colon would be taken for a scheme, and nothing for the page itself.
  const safe = way === "" || /^[^/]*:/.test(way) || way.startsWith("/") ? `./${way}` : way;
  return safe + target.search + target.hash;
}
