/**
 * What a feed says about its neighbours, as a `Link` header (RFC 8288): its own address and its
 * hubs (WebSub, section 4), and the documents of its archive (RFC 5005).
 */
import { decodeXML } from "entities";
import { parseUrl } from "../../articles/addresses.ts";
import { isPlainObject } from "../../articles/record.ts";

export interface Link {
  readonly rel: string;
  readonly href: string;
}

const RELATIONS = /^(?:self|hub|current|first|last|prev|previous|next|prev-archive|next-archive)$/;
/** What stands before the first item is short. */
const HEAD_CHARACTERS = 64 * 1024;
const MAX_LINKS = 16;

/** The links of a feed itself; of its items none. */
export function readFeedLinks(bytes: Buffer, mediaType: string): readonly Link[] {
  const head = bytes.toString("utf8", 0, HEAD_CHARACTERS);
  const links = mediaType === "application/feed+json" ? jsonLinks(head) : xmlLinks(head);
  return links.filter(({ rel }) => RELATIONS.test(rel)).slice(0, MAX_LINKS);
}

function xmlLinks(head: string): readonly Link[] {
  const end = head.search(/<(?:item|entry)[\s>]/);
  const channel = end === -1 ? head : head.slice(0, end);
  return [...channel.matchAll(/<(?:atom:|a10:)?link\s([^<>]{1,4096})>/g)].map(([, inner = ""]) => {
    return { rel: attribute(inner, "rel"), href: attribute(inner, "href") };
  });
}

function attribute(inner: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inner);
  return decodeXML(found?.[1] ?? found?.[2] ?? "").trim();
}

/** Members before `items`, which a writer puts last. */
function jsonLinks(head: string): readonly Link[] {
  const end = head.search(/"items"\s*:\s*\[/);
  const feed = end === -1 ? undefined : parse(`${head.slice(0, end)}"items":[]}`);
  if (!isPlainObject(feed)) return [];
  const hubs = Array.isArray(feed["hubs"]) ? feed["hubs"] : [];
  const webSub = hubs.filter((hub) => isPlainObject(hub) && /^websub$/i.test(String(hub["type"])));
  const all = [
    ["self", feed["feed_url"]],
    ["next", feed["next_url"]],
    ...webSub.map((hub) => ["hub", hub["url"]]),
  ];
  return all.flatMap(([rel, href]) => {
    return typeof rel === "string" && typeof href === "string" ? [{ rel, href }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @returns undefined where no link is left: only http(s) addresses are, written so that nothing in
 * them can end the header.
 */
export function linkHeader(links: readonly Link[]): string | undefined {
  const written = links.flatMap(({ rel, href }) => {
    const url = parseUrl(href);
    if (url === undefined || !/^https?:$/.test(url.protocol)) return [];
    const address = url.href.replace(/[<>"\\^`{|}]/g, encodeURIComponent);
    return /^[\x21-\x7e]{1,2048}$/.test(address) ? [`<${address}>; rel="${rel}"`] : [];
  });
  return written.length === 0 ? undefined : [...new Set(written)].join(", ");
}

/** WebSub wants exactly one `self`, and every hub; what the document says itself goes before. */
export function completeLinks(
  own: readonly Link[],
  self: string,
  hubs: readonly string[],
): readonly Link[] {
  const has = (rel: string) => own.some((link) => link.rel === rel);
  const others = own.filter(({ rel }) => rel !== "self");
  const selfLink = own.find(({ rel }) => rel === "self") ?? { rel: "self", href: self };
  const missing = has("hub") ? [] : hubs.map((href) => ({ rel: "hub", href }));
  return [selfLink, ...missing, ...others];
}
