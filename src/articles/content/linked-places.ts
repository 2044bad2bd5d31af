/** `id`s are kept only where a link of the same article leads to them; others may clash in a page. */
import { percentDecoded } from "../addresses.ts";
import { elementsBelow, type SafeElement } from "./safe-nodes.ts";

/** @param base the article's own absolute address. */
export function dropUnlinkedPlaces(root: SafeElement, base: string): void {
  const [page = base] = base.split("#", 1);
  const linked = new Set<string>();
  const named: SafeElement[] = [];
  for (const element of elementsBelow(root)) {
    if (element.attributes.has("id")) named.push(element);
    const address = element.attributes.get("href");
    if (!address?.startsWith(`${page}#`)) continue;
    linked.add(percentDecoded(address.slice(page.length + 1)));
  }
  const taken = new Set<string>();
  for (const { attributes } of named) {
    const id = attributes.get("id") ?? "";
    if (!linked.has(id) || taken.has(id)) attributes.delete("id");
    taken.add(id);
  }
}
