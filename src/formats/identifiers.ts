/** Addresses and ids: what a URL field may hold, and what a reader recognises an item by. */
import { createHash } from "node:crypto";
import { absoluteAddress } from "../articles/addresses.ts";

/** Already as `absoluteAddress` would give it back; parsing it again would only cost time. */
const FINISHED_ADDRESS =
  /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/[A-Za-z0-9._~/?@!$&'()*+,;=:%-]*(?:#[A-Za-z0-9._~/?@!$&'()*+,;=:%-]*)?$/;

/** The absolute, ASCII http(s) address, or undefined where there is none. */
export function addressOf(reference: string | undefined, base?: string): string | undefined {
  if (reference === undefined || reference === null || reference === "") return undefined;
  if (FINISHED_ADDRESS.test(reference)) return reference;
  return absoluteAddress(reference, base ?? reference);
}

/** RFC 4151. */
const TAG_URI =
  /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[\w;/?:@&=+$.!~*'()%,-]*(?:#[\w;/?:@&=+$.!~*'()%,-]*)?$/;

/** RFC 8141, in the characters that validators take. */
const URN = /^urn:(?!uuid:)[a-z0-9][a-z0-9-]{1,31}:(?:[\w()+,.:=@;$!*'-]|%[0-9a-f]{2})+$/i;
const UUID_URN = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An id as Atom must have it: a URI (RFC 4287, 4.2.6). URLs, `tag:` and `urn:` stay what they are;
 * anything else, `123` say, becomes a UUID. It depends on the id alone: a move to another domain
 * must not mark everything unread.
 */
export function uriOfId(id: string): string {
  const address = addressOf(id);
  if (address !== undefined) return address;
  if (TAG_URI.test(id) || URN.test(id) || UUID_URN.test(id)) return id;
  return `urn:uuid:${uuidOf(id)}`;
}

/** The namespace for names that are URLs (RFC 9562, 6.6); ours are ids that could not be one. */
const NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** The UUID of a name, version 5 (RFC 9562, 5.5). */
function uuidOf(name: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  const fields = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...fields, hex.slice(20)].join("-");
}

/** The items without those whose id an earlier one has: a reader would merge them anyhow. */
export function firstOfEachId<T>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = idOf(item);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
