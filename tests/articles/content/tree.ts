/** What a parser reads in published HTML, for tests. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { ALLOWED } from "../../../src/articles/content/allowed-html.ts";
import { writeMarkup } from "../../../src/articles/content/markup.ts";
import { makeElement, type SafeNode } from "../../../src/articles/content/safe-nodes.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const ANYWHERE = ["lang", "dir", "id"];
const ADDRESSES = ["href", "src", "poster", "cite", "longdesc"];

/** Everything in `html` that a feed must not hold, in words; empty where all is well. */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const waiting: Node[] = [...parseFragment(html).childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#comment") faults.push("a comment");
    if (!("tagName" in node)) continue;
    if (node.namespaceURI !== "http://www.w3.org/1999/xhtml") faults.push(node.namespaceURI);
    const own = ALLOWED.get(node.tagName);
    if (own === undefined) faults.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (!own?.includes(name) && !ANYWHERE.includes(name)) faults.push(`${node.tagName} ${name}`);
      if (ADDRESSES.includes(name) && !isSafeAddress(value, name)) faults.push(`${name}=${value}`);
      if (name === "srcset") {
        for (const [url = ""] of value.split(", ").map((part) => part.split(" "))) {
          if (!isSafeAddress(url, name)) faults.push(`srcset ${url}`);
        }
      }
    }
    waiting.push(...node.childNodes);
  }
  return faults;
}

function isSafeAddress(address: string, name: string): boolean {
  if (!/^[!-~]+$/.test(address)) return false;
  const { protocol } = new URL(address);
  if (name === "href" && (protocol === "mailto:" || protocol === "tel:")) return true;
  return protocol === "http:" || protocol === "https:";
}

/** As a parser reads it and this project writes it again. */
export function reparsed(html: string): string {
  return writeMarkup(copyOf(parseFragment(html).childNodes));
}

function copyOf(nodes: readonly Node[]): SafeNode[] {
  return nodes.flatMap((node): SafeNode[] => {
    if ("value" in node) return [node.value];
    if (!("tagName" in node)) return [];
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    return [makeElement(node.tagName, copyOf(node.childNodes), attributes)];
  });
}
